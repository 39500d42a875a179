"""When the budget of a year is complete."""

from __future__ import annotations

from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.leaves import deepest
from sakip.snapshot.types import Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """Pagu, realisasi and output of every most detailed row, the kinds of belanja, and what each sasaran is served by.

    A remainder that the document leaves unexplained is money like any other, but has no output.
    """
    if not snapshot.anggaran:
        return None
    rows = snapshot.anggaran
    details = [*deepest([b for b in rows if b.rinci]), *(b for b in rows if not b.rinci)]
    return [
        *counted("pagu", (b.pagu is None for b in details), "baris"),
        *counted("realisasi", (b.realisasi is None for b in details), "baris"),
        *counted("keluaran", (b.rinci and not b.keluaran for b in details), "baris"),
        *each([("jenis belanja", snapshot.belanja), ("program pendukung sasaran", snapshot.dukungan)]),
    ]


READINESS = ReadinessRule(code="anggaran", asks=_asks)
