"""When the Keputusan Camat tentang IKU is complete."""

from __future__ import annotations

from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.types import Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """What the decision and its lampiran print."""
    iku = snapshot.iku
    if iku is None:
        return None
    unformulated = (not ((b.pembilang and b.penyebut) or b.formulasi or b.penjelasan) for b in iku.baris)
    return [
        *each(
            [
                ("nomor", iku.nomor),
                ("tanggal", iku.tanggal or iku.tanggal_cetak),
                ("penanda tangan", iku.penandatangan),
                ("Mengingat", iku.mengingat),
                ("tugas", iku.tugas),
                ("fungsi", iku.fungsi),
                ("indikator", iku.baris),
            ]
        ),
        *counted("formulasi", unformulated, "indikator"),
        *counted("penanggung jawab", (not b.penanggung_jawab for b in iku.baris), "indikator"),
        *counted("sumber data", (not b.sumber_data for b in iku.baris), "indikator"),
    ]


READINESS = ReadinessRule(code="iku", asks=_asks)
