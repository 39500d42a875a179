"""The value of an evaluation, and a recommendation with what is done about it."""

from __future__ import annotations

from django import forms

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import LHE, RekomendasiLHE
from sakip.records.lhe.models import BOBOT
from sakip.records.reference_form import UnitBoundForm

_KOMPONEN = "Nilai setiap komponen"


class LHEForm(RecordForm):
    """Letter, value and its components."""

    side_by_side = (_KOMPONEN,)

    class Meta(RecordForm.Meta):
        model = LHE
        fields = ("nomor", "tanggal", "nilai", "predikat", *BOBOT)

    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The letter and its value, then the components."""
        start = [entry for entry in self.visible_fields() if entry.name not in BOBOT]
        return [("", start), (_KOMPONEN, [self[nama] for nama in BOBOT])]


class RekomendasiLHEForm(UnitBoundForm):
    """A recommendation and what is done about it."""

    class Meta(RecordForm.Meta):
        model = RekomendasiLHE
        fields = ("rekomendasi", "tindakan", "bukti", "penanggung_jawab", "batas_waktu", "status")


register(
    RowKind("lhe", LHEForm, "lhe", "hasil evaluasi", repeated=False),
    RowKind("rekomendasi-lhe", RekomendasiLHEForm, "lhe", "rekomendasi LHE", siblings=("kecamatan", "tahun")),
)
