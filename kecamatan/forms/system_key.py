"""A key for a system of the kabupaten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kabupaten


class SystemKeyForm(LaidOutForm, forms.Form):
    """Whose system it is, and how long the key holds."""

    id_pattern = "kunci-%s"

    use_required_attribute = False

    kabupaten = forms.ChoiceField(
        label="Kabupaten atau kota",
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={"required": "Pilih kabupaten.", "invalid_choice": "Pilih kabupaten dari daftar."},
    )
    nama = forms.CharField(
        label="Nama sistem",
        max_length=100,
        help_text="Satu kunci untuk satu sistem, misalnya Dasbor Bappeda.",
        widget=forms.TextInput(attrs={"class": "isian-teks", "autocomplete": "off"}),
        error_messages={
            "required": "Isi nama sistem yang akan memakai kunci ini.",
            "max_length": "Persingkat nama sistem menjadi paling banyak 100 huruf.",
        },
    )
    berlaku = forms.TypedChoiceField(
        label="Masa berlaku",
        coerce=int,
        choices=[("90", "90 hari"), ("365", "1 tahun"), ("730", "2 tahun")],
        initial="365",
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={
            "required": "Pilih masa berlaku.",
            "invalid_choice": "Pilih masa berlaku dari daftar.",
        },
    )

    def __init__(self, *args: Any, kabupaten: Sequence[Kabupaten], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.all = {str(one.pk): one for one in kabupaten}
        cast(forms.ChoiceField, self.fields["kabupaten"]).choices = [
            (key, str(one)) for key, one in self.all.items()
        ]
        if len(kabupaten) == 1:
            del self.fields["kabupaten"]

    def clean(self) -> dict[str, Any]:
        """``kabupaten`` as its row, the only one where there is no choice."""
        content = super().clean() or self.cleaned_data
        key = content.get("kabupaten") if "kabupaten" in self.fields else next(iter(self.all))
        return content | {"kabupaten": self.all.get(str(key))}
