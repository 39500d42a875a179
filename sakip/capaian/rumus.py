"""The formulas of capaian: registered functions with stable codes.

A rumus takes the target, the realisasi (already entered, see :mod:`sakip.capaian.pengukuran`) and the
indikator's scale, and answers an :class:`Hitungan` or raises
:class:`~sakip.capaian.nilai.TidakDapatDihitung`. It neither caps nor rounds. A code is never deleted or given
another meaning: published documents name it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from sakip.capaian.aritmetika import bagi
from sakip.capaian.inputs import Nilai, Rumus, Skala, Target
from sakip.capaian.nilai import (
    TidakDapatDihitung,
    angka_realisasi,
    angka_target,
    peringkat_pada_skala,
    rentang_target,
)
from sakip.capaian.pembulatan import teks_desimal

NOL, SERATUS = Fraction(0), Fraction(100)

_LKIP_JEMBER = "Bab III LKIP Kecamatan Balung 2020, Umbulsari 2021, dan Jombang 2023 (Kabupaten Jember)"


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Raw capaian in percent, and its working without the result ("realisasi 95 ÷ target 100 × 100")."""

    mentah: Fraction
    langkah: str


class BaikBila(Enum):
    """When a change of realisasi is an improvement."""

    NAIK = auto()
    TURUN = auto()
    MENDEKATI_TARGET = auto()


FungsiRumus = Callable[[Target, Nilai, Skala | None], Hitungan]


@dataclass(frozen=True, slots=True)
class DefinisiRumus:
    """A registered rumus. ``dasar`` is the source, in Indonesian, for the document's chapter on measuring."""

    kode: Rumus
    dasar: str
    baik_bila: BaikBila
    fungsi: FungsiRumus


DAFTAR_RUMUS: dict[Rumus, DefinisiRumus] = {}


def rumus(kode: str, *, dasar: str, baik_bila: BaikBila) -> Callable[[FungsiRumus], FungsiRumus]:
    """Register a function under a code of :class:`~sakip.capaian.inputs.Rumus`.

    Raises ValueError for an unknown code or one that is taken.
    """
    terdaftar = Rumus(kode)
    if terdaftar in DAFTAR_RUMUS:
        raise ValueError(f"rumus {kode!r} sudah terdaftar")

    def daftar(fungsi: FungsiRumus) -> FungsiRumus:
        DAFTAR_RUMUS[terdaftar] = DefinisiRumus(terdaftar, dasar, baik_bila, fungsi)
        return fungsi

    return daftar


@rumus("positif", dasar=f"Rumus progres positif, {_LKIP_JEMBER}", baik_bila=BaikBila.NAIK)
def positif(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Semakin tinggi semakin baik: R ÷ T × 100."""
    t, r = angka_target(target), angka_realisasi(realisasi)
    if t == 0:
        raise TidakDapatDihitung("target bernilai nol")
    return Hitungan(bagi(r, t) * SERATUS, f"realisasi {teks_desimal(r)} ÷ target {teks_desimal(t)} × 100")


@rumus(
    "negatif",
    dasar="Rumus progres negatif, Bab III LKIP Kecamatan Balung 2020, Umbulsari 2021, dan Jombang 2023 "
    "(Kabupaten Jember); target nol mengikuti ketentuan aplikasi",
    baik_bila=BaikBila.TURUN,
)
def negatif(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Semakin rendah semakin baik: (T − (R − T)) ÷ T × 100.

    With target 0 the quotient does not exist. Our own rule, found in no regulation: the promise "none" is
    either kept (100) or broken (0).
    """
    t, r = angka_target(target), angka_realisasi(realisasi)
    if t == 0:
        if r <= 0:
            return Hitungan(SERATUS, f"realisasi {teks_desimal(r)} memenuhi target 0 (ketentuan aplikasi)")
        return Hitungan(NOL, f"realisasi {teks_desimal(r)} melampaui target 0 (ketentuan aplikasi)")
    langkah = (
        f"(target {teks_desimal(t)} − (realisasi {teks_desimal(r)} − target {teks_desimal(t)})) "
        f"÷ target {teks_desimal(t)} × 100"
    )
    return Hitungan(bagi(2 * Fraction(t) - Fraction(r), t) * SERATUS, langkah)


@rumus(
    "predikat",
    dasar="Perbandingan peringkat predikat pada skala bernama (ketentuan aplikasi); "
    "LKIP Kecamatan Jombang 2023 mencetak target B dan realisasi B sebagai 100%",
    baik_bila=BaikBila.NAIK,
)
def predikat(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Letters on a named scale: peringkat(R) ÷ peringkat(T) × 100, rank 1 = lowest.

    A number is read through the scale, so SKM 66 against target B compares C with B on the scale of Permen
    PANRB 14/2017, and B with B on the one of Kepmenpan 25/2004.
    """
    t, kata_target = peringkat_pada_skala(target.angka, target.huruf, skala, "target")
    r, kata_realisasi = peringkat_pada_skala(realisasi.angka, realisasi.huruf, skala, "realisasi")
    return Hitungan(bagi(r, t) * SERATUS, f"{kata_realisasi} ÷ {kata_target} × 100")


@rumus(
    "rentang",
    dasar="Rumus progres positif terhadap batas bawah dan rumus progres negatif terhadap batas atas "
    "(ketentuan aplikasi)",
    baik_bila=BaikBila.MENDEKATI_TARGET,
)
def rentang(target: Target, realisasi: Nilai, skala: Skala | None) -> Hitungan:
    """Best inside [bawah, atas]: 100 inside, ``positif`` against the lower end, ``negatif`` against the upper."""
    bawah, atas = rentang_target(target)
    r = angka_realisasi(realisasi)
    kata = f"{teks_desimal(bawah)}–{teks_desimal(atas)}"
    if bawah <= r <= atas:
        return Hitungan(SERATUS, f"realisasi {teks_desimal(r)} di dalam rentang {kata}")
    if r < bawah:
        hitungan = positif(Target(angka=bawah), realisasi, skala)
        return Hitungan(hitungan.mentah, f"di bawah rentang {kata}: {hitungan.langkah}")
    hitungan = negatif(Target(angka=atas), realisasi, skala)
    return Hitungan(hitungan.mentah, f"di atas rentang {kata}: {hitungan.langkah}")
