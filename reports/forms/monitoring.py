"""What narrows the pages of Pemantauan; sent with the address, never refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kabupaten
from reports.monitoring.columns import COLUMNS
from reports.monitoring.comparison import Comparison
from reports.monitoring.comparison_query import SOURCES, WITHOUT
from reports.monitoring.query import STATES, TIMES


def _choice(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=forms.Select(attrs={"class": "isian-pilih"}))


class PlaceForm(LaidOutForm, forms.Form):
    """The kabupaten, where there is a choice, and the year; what else is offered is given by the field's name."""

    id_pattern = "pantau-%s"

    kabupaten = _choice("Kabupaten atau kota")
    tahun = _choice("Tahun")

    def __init__(
        self,
        *args: Any,
        kabupaten: Sequence[Kabupaten],
        tahun: Sequence[int],
        offered: Mapping[str, Sequence[Any]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Sequence[Any]] = {
            "kabupaten": [(one.kode, str(one)) for one in kabupaten],
            "tahun": [(str(one), str(one)) for one in tahun],
            **(offered or {}),
        }
        for name, some in choices.items():
            cast(forms.ChoiceField, self.fields[name]).choices = some
        if len(kabupaten) < 2:
            del self.fields["kabupaten"]


class MonitoringForm(PlaceForm):
    """Besides a document, its state and how it stands to its last day."""

    dokumen = _choice("Dokumen")
    keadaan = _choice("Keadaan")
    waktu = _choice("Batas waktu")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        offered: dict[str, Sequence[Any]] = {
            "dokumen": [("", "Semua dokumen"), *((one.code, one.title) for one in COLUMNS)],
            "keadaan": [("", "Semua keadaan"), *STATES],
            "waktu": [("", "Semua"), *((code, name) for code, (name, _) in TIMES.items())],
        }
        super().__init__(*args, offered=offered, **kwargs)


class ComparisonForm(PlaceForm):
    """Besides a comparable IKU, what is said of it, and where the figures come from."""

    iku = _choice("Indikator")
    predikat = _choice("Predikat")
    angka = _choice("Angka")

    def __init__(self, *args: Any, found: Comparison, **kwargs: Any) -> None:
        offered: dict[str, Sequence[Any]] = {
            "iku": [("", "Semua indikator"), *((one.code, one.nama) for one in found.columns)],
            "predikat": [
                ("", "Semua"),
                ("Predikat", [(one, one) for one in found.skala]),
                ("Tanpa capaian", [(one, one) for one in WITHOUT]),
            ],
            "angka": [("", "Semua"), *SOURCES.items()],
        }
        super().__init__(*args, offered=offered, **kwargs)


class RankingForm(PlaceForm):
    """Besides what is ranked by."""

    menurut = _choice("Menurut")

    def __init__(self, *args: Any, found: Comparison, **kwargs: Any) -> None:
        by = [("", "Rata-rata capaian LKIP"), *((one.code, one.nama) for one in found.columns)]
        super().__init__(*args, offered={"menurut": by}, **kwargs)


class OverviewForm(LaidOutForm, forms.Form):
    """The provinsi, where there is a choice, what the lines are of, and the year."""

    id_pattern = "rekap-%s"

    provinsi = _choice("Provinsi")
    tingkat = _choice("Baris")
    tahun = _choice("Tahun")

    def __init__(self, *args: Any, provinsi: Mapping[str, str], tahun: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "provinsi": [("", "Semua provinsi"), *provinsi.items()],
            "tingkat": [("provinsi", "Per provinsi"), ("kabupaten", "Per kabupaten atau kota")],
            "tahun": [(str(one), str(one)) for one in tahun],
        }
        for name, choices in offered.items():
            cast(forms.ChoiceField, self.fields[name]).choices = choices
        if len(provinsi) < 2:
            del self.fields["provinsi"], self.fields["tingkat"]
