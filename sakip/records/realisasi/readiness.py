"""When the realisasi of a year, and of each triwulan of it, is complete."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final

from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.triwulan import ROMAN, TRIWULAN
from sakip.entry.readiness import Asked, ReadinessRule, counted, each
from sakip.snapshot.types import Realisasi, Snapshot

_UNPROMISED: Final = (("Perjanjian Kinerja yang diukur", None),)


def _of_year(snapshot: Snapshot) -> dict[str, Realisasi]:
    """By the key of its indikator what is recorded of the year."""
    return {
        row.kunci_indikator: row
        for row in snapshot.realisasi
        if row.tahun == snapshot.tahun
        and (row.triwulan or row.tahunan.keadaan is not KeadaanNilai.BELUM_DIISI)
    }


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """A value of the year for every indikator that the PK in force measures, or the reason why there is none."""
    known = _of_year(snapshot)
    if not known:
        return None
    pk = snapshot.pk_in_force
    if pk is None:
        return each(_UNPROMISED)

    def lacks(key: str) -> bool:
        return key not in known or known[key].tahunan.keadaan is KeadaanNilai.BELUM_DIISI

    return counted("realisasi setahun", (lacks(b.kunci_indikator) for b in pk.indikator), "indikator")


@dataclass(frozen=True, slots=True)
class AskedCell:
    """A value that a triwulan is asked for: of which indikator, whether it was recorded for the whole year at once, and
    whether it, or the reason why there is none, is lacking."""

    key: str
    at_once: bool
    lacking: bool


def asked_in_triwulan(nomor: int, snapshot: Snapshot) -> list[AskedCell]:
    """A value or a reason for every indikator of the PK in force that is measured in this triwulan, by its own rhythm.

    One that was recorded for the whole year at once is asked for in the last triwulan that it is measured in.
    """
    pk, renstra, known = snapshot.pk_in_force, snapshot.renstra_in_force, _of_year(snapshot)
    measured = {
        i.kunci: i.triwulan_measured
        for t in (renstra.tujuan if renstra else ())
        for s in t.sasaran
        for i in s.indikator
    }
    asked = []
    for promised in pk.indikator if pk else ():
        key = promised.kunci_indikator
        row, rhythm = known.get(key), measured.get(key, TRIWULAN)
        at_once = row is not None and not row.triwulan
        if nomor not in (rhythm[-1:] if at_once else rhythm):
            continue
        value = None if row is None else row.tahunan if at_once else row.triwulan[nomor - 1]
        asked.append(AskedCell(key, at_once, value is None or value.keadaan is KeadaanNilai.BELUM_DIISI))
    return asked


def _asks_of_triwulan(nomor: int, snapshot: Snapshot) -> list[Asked] | None:
    if snapshot.pk_in_force is None:
        return each(_UNPROMISED) if _of_year(snapshot) else None
    lacking = [one.lacking for one in asked_in_triwulan(nomor, snapshot)]
    name = f"realisasi triwulan {ROMAN[nomor - 1]}"
    return None if lacking and all(lacking) else counted(name, lacking, "indikator")


READINESS = ReadinessRule(
    code="realisasi",
    asks=_asks,
    parts={f"realisasi-{nomor}": partial(_asks_of_triwulan, nomor) for nomor in TRIWULAN},
)
