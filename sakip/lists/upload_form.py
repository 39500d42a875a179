"""What the pages of lists have in common: the upload, and a workbook as an answer."""

from __future__ import annotations

from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse

from kecamatan.forms.layout import LaidOutForm
from sakip.workbook.listing import XLSX
from sakip.workbook.safety import LARGEST_SIZE

#: Of an upload, in MB.
LIMIT_MB: Final = LARGEST_SIZE // (1024 * 1024)


class XlsxField(forms.FileField):
    """A workbook small enough to be read at all; what is in it is judged by whoever reads it."""

    widget = forms.FileInput(attrs={"accept": ".xlsx"})

    def clean(self, data: UploadedFile | None, initial: object = None) -> UploadedFile:
        """The file. Raises ValidationError for one that is too large."""
        file: UploadedFile = super().clean(data, initial)
        if (file.size or 0) > LARGEST_SIZE:
            raise ValidationError(
                f"Berkas itu lebih dari {LIMIT_MB} MB. Hapus gambar dan lembar tambahan, lalu unggah lagi."
            )
        return file


class ListForm(LaidOutForm, forms.Form):
    """A list as XLSX."""

    use_required_attribute = False

    berkas = XlsxField(
        label="Daftar (.xlsx)",
        help_text=f"Paling besar {LIMIT_MB} MB. Belum ada yang disimpan sebelum Anda memeriksa hasilnya.",
        allow_empty_file=True,
        error_messages={"required": "Pilih daftar (.xlsx) yang sudah diisi."},
    )

    @property
    def content(self) -> bytes:
        """The file of a form that is valid."""
        read: bytes = self.cleaned_data["berkas"].read()
        return read


def xlsx_answer(content: bytes, name: str) -> HttpResponse:
    """A workbook to be saved under this name."""
    return HttpResponse(
        content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
