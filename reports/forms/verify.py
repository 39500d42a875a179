"""The upload of a PDF that is to be compared with what was signed."""

from __future__ import annotations

from typing import Final

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.forms.layout import LaidOutForm
from reports.public.upload import LARGEST_SIZE, FingerprintOnly

_LIMIT_MB: Final = LARGEST_SIZE // (1024 * 1024)


class VerifyForm(LaidOutForm, forms.Form):
    """A PDF; what is left of it here is its fingerprint."""

    use_required_attribute = False

    berkas = forms.FileField(
        label="Berkas PDF yang hendak dibandingkan",
        help_text=f"Paling besar {_LIMIT_MB} MB. Berkas tidak disimpan: yang dihitung hanya sidiknya (SHA-256).",
        allow_empty_file=True,
        error_messages={"required": "Pilih berkas PDF yang hendak dibandingkan."},
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )

    def clean_berkas(self) -> FingerprintOnly:
        """A PDF that was taken whole."""
        file: FingerprintOnly = self.cleaned_data["berkas"]
        if (file.size or 0) > LARGEST_SIZE:
            raise ValidationError(
                f"Berkas itu lebih dari {_LIMIT_MB} MB, lebih besar daripada LKIP mana pun."
            )
        if not file.is_pdf:
            raise ValidationError("Berkas itu bukan PDF. Pilih berkas PDF laporan, bukan foto atau Word.")
        return file
