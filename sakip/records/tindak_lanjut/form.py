"""What will be done about a missed target, and what became of it."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.db import models

from sakip.entry.form import RecordForm
from sakip.entry.kinds import RowKind, register
from sakip.models import TindakLanjut, TindakLanjutTujuan
from sakip.records.reference_form import UnitBoundForm, limit_to_renstra
from sakip.records.tindak_lanjut.models import FollowUp


class TindakLanjutForm(UnitBoundForm):
    """A follow-up in the year that missed the target."""

    kept_for_next: ClassVar[tuple[str, ...]] = ("indikator",)

    class Meta(RecordForm.Meta):
        model: type[FollowUp] = TindakLanjut
        fields = ("indikator", "tindakan", "ukuran", "penanggung_jawab", "batas_waktu", "keadaan", "hasil")

    @classmethod
    def build(cls, content: dict[str, Any]) -> models.Model:
        """Of the year of the page; whose it is the indikator says."""
        return cls.Meta.model(tahun=content["tahun"])

    def prepare(self) -> None:
        """Indikator of the Renstra that the year is measured by."""
        super().prepare()
        limit_to_renstra(self, "indikator", measured=True)


class TindakLanjutTujuanForm(TindakLanjutForm):
    """The same of an indikator tujuan."""

    class Meta(TindakLanjutForm.Meta):
        model = TindakLanjutTujuan


class KeadaanTindakLanjutForm(RecordForm):
    """What became of a follow-up, written in a later year: what was planned stays as its LKIP printed it."""

    across_years = True

    class Meta(RecordForm.Meta):
        model: type[FollowUp] = TindakLanjut
        fields = ("keadaan", "hasil")


class KeadaanTindakLanjutTujuanForm(KeadaanTindakLanjutForm):
    """The same of an indikator tujuan."""

    class Meta(KeadaanTindakLanjutForm.Meta):
        model = TindakLanjutTujuan


_OWN: Final = (("tindak-lanjut", TindakLanjutForm), ("tindak-lanjut-tujuan", TindakLanjutTujuanForm))
_STATE: Final = (
    ("keadaan-tindak-lanjut", KeadaanTindakLanjutForm),
    ("keadaan-tindak-lanjut-tujuan", KeadaanTindakLanjutTujuanForm),
)

register(
    *(
        RowKind(kode, form, "tindak-lanjut", "tindak lanjut", siblings=("indikator", "tahun"))
        for kode, form in _OWN
    ),
    *(RowKind(kode, form, "tindak-lanjut", "keadaan tindak lanjut", unchanged=True) for kode, form in _STATE),
)
