"""The upload of a paper that is to be examined."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kecamatan
from kecamatan.querysets import KecamatanQuerySet
from reports.papers.read import LARGEST

_YEAR: Final = f"Isi tahun laporan, empat angka, antara {YEAR_FIRST} dan {YEAR_LAST}, atau kosongkan."


class ExamineForm(LaidOutForm, forms.Form):
    """A LKIP in a file, and whom and when it is of where the file does not tell."""

    id_pattern = "%s"
    use_required_attribute = False

    berkas = forms.FileField(
        label="Berkas LKIP",
        help_text=f"DOCX, PDF yang berisi teks, XLSX, CSV, atau TXT, paling besar {LARGEST // 1024 // 1024} MB.",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.xlsx,.csv,.txt"}),
        error_messages={"required": "Pilih berkas LKIP yang hendak diperiksa."},
    )
    kecamatan = forms.ModelChoiceField(
        label="Kecamatan (opsional)",
        queryset=Kecamatan.objects.none(),
        required=False,
        empty_label="Dibaca dari berkasnya",
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )
    tahun = forms.IntegerField(
        label="Tahun laporan (opsional)",
        required=False,
        localize=False,
        min_value=YEAR_FIRST,
        max_value=YEAR_LAST,
        help_text="Kosongkan agar dibaca dari berkasnya.",
        widget=forms.TextInput(
            attrs={"class": "isian-angka", "inputmode": "numeric", "maxlength": 4, "autocomplete": "off"}
        ),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _YEAR),
    )

    def __init__(self, *args: Any, kecamatan: KecamatanQuerySet[Kecamatan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kecamatan"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  # it is declared above
        field.queryset = kecamatan.order_by("nama")
