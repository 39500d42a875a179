"""The NIK by which BSrE knows a signer."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from kecamatan.forms.layout import LaidOutForm
from kecamatan.ground.errors import InputError
from reports.signing.bsre.nik import parse_nik


class NikForm(LaidOutForm, forms.Form):
    """A NIK, typed as on a KTP."""

    use_required_attribute = False

    nik = forms.CharField(
        label="NIK",
        max_length=40,
        help_text="16 angka pada KTP, sama dengan yang terdaftar di BSrE.",
        error_messages={"required": "Isi NIK Anda, 16 angka.", "max_length": "Isi 16 angka NIK saja."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_nik(self) -> str:
        """The 16 digits."""
        try:
            return parse_nik(self.cleaned_data["nik"])
        except InputError as error:
            raise ValidationError(str(error)) from error
