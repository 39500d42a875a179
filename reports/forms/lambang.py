"""The file of a lambang."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.forms.layout import LaidOutForm
from kecamatan.ground.pictures import PictureRefused
from reports.photos.lambang import LARGEST_SIZE, SMALLEST_SIDE, PreparedLambang, process_lambang


class LambangForm(LaidOutForm, forms.Form):
    """One picture, judged by its content and made ready for print."""

    use_required_attribute = False

    berkas = forms.FileField(
        label="Berkas lambang",
        allow_empty_file=True,  # refused with its own words where the file is read
        max_length=None,
        error_messages={"required": "Pilih berkas lambang."},
        help_text=f"PNG, JPEG, atau SVG, paling besar {LARGEST_SIZE // 1024 // 1024} MB, sisi panjangnya sedikitnya "
        f"{SMALLEST_SIDE} piksel. Latar tembus pandang dipertahankan; tepi yang kosong dipotong.",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/svg+xml"}),
    )

    def clean_berkas(self) -> PreparedLambang:
        """The picture that documents will print."""
        file = self.cleaned_data["berkas"]
        try:
            return process_lambang(file.read(LARGEST_SIZE + 1))
        except PictureRefused as error:
            raise ValidationError(f"“{file.name}” {error}", code="lambang") from error
