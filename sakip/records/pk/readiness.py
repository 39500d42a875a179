"""When the Perjanjian Kinerja of a year, murni and perubahan, is complete."""

from __future__ import annotations

from sakip.entry.readiness import ReadinessRule, each
from sakip.snapshot.types import PerjanjianKinerja, Snapshot


def _lacks(snapshot: Snapshot) -> list[str] | None:
    """Every version with its parties, date, indikator and money; a perubahan says why."""
    own = [pk for pk in snapshot.pk if not pk.dikutip]
    return [lack for pk in own for lack in _of(pk)] if own else None


def _of(pk: PerjanjianKinerja) -> list[str]:
    missing = each(
        [
            ("tanggal", pk.tanggal or pk.tanggal_cetak),
            ("pihak pertama", pk.pihak_pertama),
            ("pihak kedua", pk.pihak_kedua),
            ("indikator", pk.indikator),
            ("program dan anggaran", pk.anggaran),
        ]
    )
    if not pk.perubahan:
        return missing
    return [f"{one} PK perubahan ke-{pk.versi}" for one in (*each([("alasan", pk.alasan)]), *missing)]


READINESS = ReadinessRule(code="pk", lacks=_lacks)
