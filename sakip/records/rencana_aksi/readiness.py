"""When the rencana aksi of a year is complete."""

from __future__ import annotations

from sakip.capaian.triwulan import TRIWULAN
from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.types import BarisRencanaAksi, Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """Every indikator of the PK, its target in each triwulan in which it is measured, and what serves it."""
    rencana = snapshot.rencana_aksi
    if rencana is None:
        return None
    renstra = snapshot.renstra_in_force
    measured = {
        i.kunci: i.triwulan_measured
        for t in (renstra.tujuan if renstra else ())
        for s in t.sasaran
        for i in s.indikator
    }

    def aimless(row: BarisRencanaAksi) -> bool:
        return any(row.triwulan[n - 1] is None for n in measured.get(row.kunci_indikator, TRIWULAN))

    there = {row.kunci_indikator for row in rencana.baris}
    pk = snapshot.pk_in_force
    promised = {row.kunci_indikator for row in pk.indikator if row.kunci_indikator} if pk else set()
    return [
        *each(
            [
                ("tanggal", rencana.tanggal or rencana.tanggal_cetak),
                ("penanda tangan", rencana.penandatangan),
                ("indikator", rencana.baris),
            ]
        ),
        *(
            counted("target triwulan", (key not in there for key in promised), "indikator PK")
            if rencana.baris
            else ()
        ),
        *counted("target triwulan", map(aimless, rencana.baris), "indikator"),
        *counted("kegiatan", (not row.kegiatan for row in rencana.baris), "indikator"),
    ]


READINESS = ReadinessRule(code="rencana-aksi", asks=_asks)
