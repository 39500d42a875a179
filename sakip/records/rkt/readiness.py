"""When the Rencana Kinerja Tahunan is complete."""

from __future__ import annotations

from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.leaves import deepest, unpriced
from sakip.snapshot.types import Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """Sasaran with targets; programs down to what each of them yields and costs.

    An amount above a row covers it: some plans state one for the kegiatan alone.
    """
    rkt = snapshot.rkt
    if rkt is None:
        return None
    details, bare = deepest(rkt.baris), unpriced(rkt.baris)
    return [
        *each(
            [
                ("tanggal", rkt.tanggal or rkt.tanggal_cetak),
                ("penanda tangan", rkt.penandatangan),
                ("sasaran", rkt.sasaran),
                ("program", rkt.baris),
            ]
        ),
        *counted("target", (s.target is None for s in rkt.sasaran), "sasaran"),
        *counted("indikator", (not b.indikator for b in details), "baris"),
        *counted(
            "target", (bool(b.indikator) and not any(i.target for i in b.indikator) for b in details), "baris"
        ),
        *counted("anggaran", (b in bare for b in details), "baris"),
    ]


READINESS = ReadinessRule(code="rkt", asks=_asks)
