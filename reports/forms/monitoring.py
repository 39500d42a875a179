"""What narrows the matrix; sent with the address, never refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from kecamatan.forms.layout import LaidOutForm
from kecamatan.models import Kabupaten
from reports.monitoring.columns import COLUMNS
from reports.monitoring.query import STATES, TIMES


def _choice(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, widget=forms.Select(attrs={"class": "isian-pilih"}))


class MonitoringForm(LaidOutForm, forms.Form):
    """The kabupaten, where there is a choice, and the year; then a document, its state and how it stands to its last
    day."""

    id_pattern = "pantau-%s"

    kabupaten = _choice("Kabupaten atau kota")
    tahun = _choice("Tahun")
    dokumen = _choice("Dokumen")
    keadaan = _choice("Keadaan")
    waktu = _choice("Batas waktu")

    def __init__(
        self, *args: Any, kabupaten: Sequence[Kabupaten], tahun: Sequence[int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, list[Any]] = {
            "kabupaten": [(one.kode, str(one)) for one in kabupaten],
            "tahun": [(str(one), str(one)) for one in tahun],
            "dokumen": [("", "Semua dokumen"), *((one.code, one.title) for one in COLUMNS)],
            "keadaan": [("", "Semua keadaan"), *STATES],
            "waktu": [("", "Semua"), *((code, name) for code, (name, _) in TIMES.items())],
        }
        for name, choices in offered.items():
            cast(forms.ChoiceField, self.fields[name]).choices = choices
        if len(kabupaten) < 2:
            del self.fields["kabupaten"]
