"""What of a year of a kabupaten is to be downloaded at once."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils import timezone

from kecamatan.forms.kabupaten_choice import KabupatenChoiceForm
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from reports.bulk.part import OPTIONS
from reports.models import PaketLaporan

Jenis = PaketLaporan.Jenis

_YEAR: Final = f"Isi tahun laporan, empat angka, antara {YEAR_FIRST} dan {YEAR_LAST}."


class BulkForm(KabupatenChoiceForm):
    """A kabupaten, where there is a choice, a year, whether the LKIPs are wanted or the ikhtisar alone, and what is to
    be had besides the PDFs."""

    id_pattern = "%s"

    tahun = forms.IntegerField(
        label="Tahun laporan",
        localize=False,
        min_value=YEAR_FIRST,
        max_value=YEAR_LAST,
        widget=forms.TextInput(
            attrs={"class": "isian-angka", "inputmode": "numeric", "maxlength": 4, "autocomplete": "off"}
        ),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _YEAR),
    )
    jenis = forms.ChoiceField(
        label="Yang disiapkan",
        choices=[
            (Jenis.LKIP, "LKIP seluruh kecamatan, satu zip"),
            (Jenis.IKHTISAR, "Ikhtisar kinerja kabupaten saja, satu dokumen"),
        ],
        initial=Jenis.LKIP,
        required=False,
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )
    pilihan = forms.MultipleChoiceField(
        label="Selain PDF dalam zip (opsional)",
        required=False,
        choices=list(OPTIONS.items()),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "centang"}),
        help_text="Hasil verifikasi menyertai setiap LKIP yang sudah ditandatangani.",
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("tahun", timezone.localdate().year - 1)

    def clean(self) -> dict[str, Any]:
        """The LKIPs where nothing else is chosen."""
        content = super().clean()
        return content | {"jenis": content.get("jenis") or Jenis.LKIP}
