"""What narrows the list of public documents; sent with the address, never refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kecamatan
from reports.public.library import KINDS, Search


class PublicSearchForm(LaidOutForm, forms.Form):
    """Words, a kecamatan, a year, a kind of document."""

    id_pattern = "cari-%s"

    q = forms.CharField(
        label="Sasaran atau indikator",
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "class": "isian-teks"}),
    )
    kecamatan = forms.ChoiceField(
        label="Kecamatan", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )
    tahun = forms.ChoiceField(
        label="Tahun", required=False, widget=forms.Select(attrs={"class": "isian-pilih"})
    )
    jenis = forms.ChoiceField(
        label="Jenis dokumen",
        required=False,
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        choices=[("", "Semua jenis"), *((code, name) for code, (name, _) in KINDS.items())],
    )

    def __init__(
        self, *args: Any, kecamatan: Sequence[Kecamatan], tahun: Sequence[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, list[tuple[str, str]]] = {
            "kecamatan": [("", "Semua kecamatan"), *((one.kode, one.nama) for one in kecamatan)],
            "tahun": [("", "Semua tahun"), *((str(one), str(one)) for one in tahun)],
        }
        for name, choices in offered.items():
            cast(forms.ChoiceField, self.fields[name]).choices = choices

    @property
    def search(self) -> Search:
        """What is looked for; a word of the address that means nothing is not."""
        self.is_valid()
        found = self.cleaned_data
        return Search(
            kecamatan=found.get("kecamatan", ""),
            tahun=int(found["tahun"]) if found.get("tahun") else None,
            kind=found.get("jenis", ""),
            words=found.get("q", ""),
        )
