"""What was measured of the tujuan of the Renstra in force, beside the grid of the indikator sasaran."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Kecamatan
from sakip.capaian.aggregates import InvalidWeight
from sakip.capaian.engine import compute
from sakip.capaian.results import IndikatorResult
from sakip.entry.capaian_changes import say_capaian
from sakip.models import IndikatorTujuan, RealisasiTujuan
from sakip.snapshot.build import build
from sakip.snapshot.to_engine import capaian_input
from sakip.snapshot.types import IndikatorTujuan as Definition

_PARTS = ("renstra", "realisasi_tujuan", "kebijakan", "pk", "pk_lalu")


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanRow:
    """An indikator tujuan: its number, what was recorded of it, and what the engine says where it can be asked."""

    tujuan: str
    indikator: Definition
    recorded: RealisasiTujuan | None
    result: IndikatorResult | None

    @property
    def capaian(self) -> str:
        """ "128,50%, AA (Sangat Memuaskan)", or why there is none; empty where nothing can be measured."""
        if self.result is None:
            return ""
        return say_capaian(self.result.capaian)


def measured_tujuan(kecamatan: Kecamatan, tahun: int) -> tuple[TujuanRow, ...]:
    """The indikator of every tujuan of the Renstra in force (a fixed number of queries)."""
    if not IndikatorTujuan.objects.for_kecamatan(kecamatan).exists():
        return ()
    snapshot = build(kecamatan=kecamatan, tahun=tahun, parts=_PARTS)
    renstra = snapshot.renstra_in_force
    if renstra is None or not any(t.indikator for t in renstra.tujuan):
        return ()
    inputs = capaian_input(snapshot)
    try:
        results = compute(inputs) if inputs else None
    except InvalidWeight:
        results = None
    found = {(t.kunci, i.nama): i for t in (results.indikator_tujuan if results else ()) for i in t.indikator}
    stored = RealisasiTujuan.objects.for_kecamatan(kecamatan).for_tahun(tahun).in_bulk()
    recorded = {
        (r.kunci_tujuan, r.indikator): stored.get(r.pk) for r in snapshot.realisasi_tujuan if r.tahun == tahun
    }
    return tuple(
        TujuanRow(
            tujuan=t.uraian,
            indikator=i,
            recorded=recorded.get((t.kunci, i.nama)),
            result=found.get((t.kunci, i.nama)),
        )
        for t in renstra.tujuan
        for i in t.indikator
    )
