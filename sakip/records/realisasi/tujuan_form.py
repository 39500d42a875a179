"""Realisasi of an indikator tujuan: one value a year, entered as those of the grid are."""

from __future__ import annotations

from django import forms

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import RealisasiTujuan
from sakip.records.realisasi.form import DetailedRealisasiForm


class RealisasiTujuanForm(DetailedRealisasiForm):
    """Value, or pembilang and penyebut, or the reason why there is none; printed form, notes and source."""

    class Meta(RecordForm.Meta):
        model = RealisasiTujuan
        fields = ("cetak", "catatan", "sumber")

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Under the name of what is measured."""
        unit = self.instance.indikator.satuan
        title = f"{self.instance.indikator.nama} ({unit})" if unit else self.instance.indikator.nama
        return [(title, list(self.visible_fields()))]


register(
    RowKind(
        "realisasi-tujuan",
        RealisasiTujuanForm,
        "realisasi",
        "realisasi indikator tujuan",
        parent="indikator",
        repeated=False,
    )
)
