"""When the realisasi of a year is complete."""

from __future__ import annotations

from sakip.capaian.inputs import KeadaanNilai
from sakip.entry.readiness import ReadinessRule, counted
from sakip.snapshot.types import Snapshot


def _lacks(snapshot: Snapshot) -> list[str] | None:
    """A value of the year for every indikator that the PK in force measures, or the reason why there is none."""
    known = {
        row.kunci_indikator: row.tahunan.keadaan is not KeadaanNilai.BELUM_DIISI
        for row in snapshot.realisasi
        if row.tahun == snapshot.tahun
        and (row.triwulan or row.tahunan.keadaan is not KeadaanNilai.BELUM_DIISI)
    }
    if not known:
        return None
    pk = snapshot.pk_in_force
    if pk is None:
        return ["Perjanjian Kinerja yang diukur"]
    return counted("realisasi setahun", (not known.get(b.kunci_indikator) for b in pk.indikator), "indikator")


READINESS = ReadinessRule(code="realisasi", lacks=_lacks)
