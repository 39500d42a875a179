"""What will be done about a missed target, and what became of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import TindakLanjut
from sakip.records.reference_form import UnitBoundForm, limit_to_renstra


class TindakLanjutForm(UnitBoundForm):
    """A follow-up in the year that missed the target."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("indikator",)

    class Meta(RecordForm.Meta):
        model = TindakLanjut
        fields = ("indikator", "tindakan", "penanggung_jawab", "batas_waktu", "keadaan", "hasil")

    @classmethod
    def build(cls, content: dict[str, Any]) -> models.Model:
        """Of the year of the page; whose it is the indikator says."""
        return TindakLanjut(tahun=content["tahun"])

    def prepare(self) -> None:
        """Indikator of the Renstra that the year is measured by."""
        super().prepare()
        limit_to_renstra(self, "indikator", measured=True)


class KeadaanTindakLanjutForm(RecordForm):
    """What became of a follow-up, written in a later year: what was planned stays as its LKIP printed it."""

    across_years = True

    class Meta(RecordForm.Meta):
        model = TindakLanjut
        fields = ("keadaan", "hasil")


register(
    RowKind(
        "tindak-lanjut", TindakLanjutForm, "tindak-lanjut", "tindak lanjut", siblings=("indikator", "tahun")
    ),
    RowKind(
        "keadaan-tindak-lanjut",
        KeadaanTindakLanjutForm,
        "tindak-lanjut",
        "keadaan tindak lanjut",
        unchanged=True,
    ),
)
