"""What of a year of a kabupaten is to be downloaded at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, cast

from django import forms
from django.utils import timezone

from kecamatan.forms.layout import LaidOutForm
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kabupaten
from reports.bulk.part import OPTIONS
from reports.models import PaketLaporan

Jenis = PaketLaporan.Jenis

_YEAR: Final = f"Isi tahun laporan, empat angka, antara {YEAR_FIRST} dan {YEAR_LAST}."


class BulkForm(LaidOutForm, forms.Form):
    """A kabupaten, where there is a choice, a year, whether the LKIPs are wanted or the ikhtisar alone, and what is to
    be had besides the PDFs."""

    id_pattern = "%s"

    use_required_attribute = False

    kabupaten = forms.ChoiceField(
        label="Kabupaten atau kota",
        widget=forms.Select(attrs={"class": "isian-pilih"}),
        error_messages={"required": "Pilih kabupaten.", "invalid_choice": "Pilih kabupaten dari daftar."},
    )
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

    def __init__(self, *args: Any, kabupaten: Sequence[Kabupaten], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.all = {str(one.pk): one for one in kabupaten}
        cast(forms.ChoiceField, self.fields["kabupaten"]).choices = [
            (key, str(one)) for key, one in self.all.items()
        ]
        if len(kabupaten) == 1:
            del self.fields["kabupaten"]
        self.initial.setdefault("tahun", timezone.localdate().year - 1)

    def clean(self) -> dict[str, Any]:
        """``kabupaten`` as its row, the only one where there is no choice."""
        content = super().clean() or self.cleaned_data
        key = content.get("kabupaten") if "kabupaten" in self.fields else next(iter(self.all))
        return content | {
            "kabupaten": self.all.get(str(key)),
            "jenis": content.get("jenis") or Jenis.LKIP,
        }
