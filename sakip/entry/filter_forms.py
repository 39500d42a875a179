"""What narrows a page: sent with the address, never refused. The page decides; the form only shows what was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm

LONGEST_WORD: Final = 100


class HistoryFilterForm(LaidOutForm, forms.Form):
    """One kind of record out of those that were changed."""

    id_pattern = "%s"

    jenis = forms.ChoiceField(
        label="Jenis catatan", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["jenis"]).choices = [("", "Semua"), *kinds]


class NomenklaturSearchForm(LaidOutForm, forms.Form):
    """A code or words, and for which new row they are looked for."""

    id_pattern = "%s"

    untuk = forms.CharField(widget=forms.HiddenInput())
    induk = forms.CharField(widget=forms.HiddenInput())
    q = forms.CharField(
        label="Kode atau kata",
        required=False,
        help_text="Misalnya 7.01.02, 70102, atau koordinasi pelayanan.",
        widget=forms.TextInput(attrs={"maxlength": LONGEST_WORD, "autocomplete": "off"}),
    )
