"""When the Renstra in force is complete for a year."""

from __future__ import annotations

from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.types import Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """Tujuan, sasaran and indikator down to a target of the year, and the RPJMD that it serves."""
    renstra = snapshot.renstra_in_force
    if renstra is None:
        return None
    tujuan = renstra.tujuan
    sasaran = [s for t in tujuan for s in t.sasaran]
    indikator = [i for s in sasaran for i in s.indikator if i.dalam_renstra]
    aimless = (all(t.tahun != snapshot.tahun for t in i.target) for i in indikator)
    return [
        *each([("RPJMD yang diacu", snapshot.rpjmd), ("tujuan", tujuan)]),
        *counted("sasaran", (not t.sasaran for t in tujuan), "tujuan"),
        *counted("indikator", (not s.indikator for s in sasaran), "sasaran"),
        *counted(f"target tahun {snapshot.tahun}", aimless, "indikator"),
    ]


READINESS = ReadinessRule(code="renstra", asks=_asks)
