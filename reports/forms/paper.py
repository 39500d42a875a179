"""The upload of a paper."""

from __future__ import annotations

from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from kecamatan.forms.layout import LaidOutForm
from reports.papers.read import LARGEST

_MB: Final = LARGEST // (1024 * 1024)


class _PaperField(forms.FileField):
    """A file small enough to be read; what is in it is judged by whoever reads it."""

    widget = forms.FileInput(attrs={"accept": ".docx,.pdf,.xlsx,.csv,.txt"})

    def clean(self, data: UploadedFile | None, initial: object = None) -> UploadedFile:
        """The file. Raises ValidationError for one that is too large."""
        file: UploadedFile = super().clean(data, initial)
        if (file.size or 0) > LARGEST:
            raise ValidationError(f"Berkas itu lebih dari {_MB} MB. Kecilkan gambarnya, lalu unggah lagi.")
        return file


class PaperForm(LaidOutForm, forms.Form):
    """A paper of an office."""

    id_pattern = "%s"

    use_required_attribute = False

    berkas = _PaperField(
        label="Dokumen",
        help_text=f"DOCX, PDF yang berisi teks, XLSX, CSV, atau TXT, paling besar {_MB} MB. "
        "Belum ada yang disimpan sebelum Anda memeriksa usulannya.",
        allow_empty_file=True,
        error_messages={"required": "Pilih dokumen yang akan dibaca."},
    )
