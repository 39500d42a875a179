"""The upload of a workbook."""

from __future__ import annotations

from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from kecamatan.forms.layout import LaidOutForm
from sakip.workbook.safety import LARGEST_SIZE

_LIMIT_MB: Final = LARGEST_SIZE // (1024 * 1024)


class WorkbookForm(LaidOutForm, forms.Form):
    """A workbook that was filled in; what is in it is judged by whoever reads it."""

    id_pattern = "%s"

    use_required_attribute = False

    berkas = forms.FileField(
        label="Buku kerja yang sudah diisi",
        help_text=f"Berkas .xlsx dari tombol Unduh di atas, paling besar {_LIMIT_MB} MB. "
        "Belum ada yang disimpan sebelum Anda memeriksa perubahannya.",
        allow_empty_file=True,
        error_messages={"required": "Pilih buku kerja (.xlsx) yang sudah diisi."},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_berkas(self) -> UploadedFile:
        """Small enough to be read at all."""
        file: UploadedFile = self.cleaned_data["berkas"]
        if (file.size or 0) > LARGEST_SIZE:
            raise ValidationError(
                f"Berkas itu lebih dari {_LIMIT_MB} MB. Hapus gambar dan lembar tambahan, lalu unggah lagi."
            )
        return file
