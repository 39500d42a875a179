"""Survei Kepuasan Masyarakat from its unsur (Permen PANRB 14/2017): the nine of the regulation, fewer, or others.

A unit may leave out an unsur that does not fit its service and add others; each weighs alike, 1 by how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip.capaian.arithmetic import divide, fixed_precision
from sakip.capaian.rounding import Angka, decimal_text, round_half_up

UNSUR: Final = (
    "Persyaratan",
    "Sistem, mekanisme, dan prosedur",
    "Waktu penyelesaian",
    "Biaya/tarif",
    "Produk spesifikasi jenis pelayanan",
    "Kompetensi pelaksana",
    "Perilaku pelaksana",
    "Penanganan pengaduan, saran, dan masukan",
    "Sarana dan prasarana",
)

Unsur = tuple[str, Decimal]
"""The name of an unsur, and its nilai rata-rata (NRR)."""

LOWEST: Final = Decimal(1)
HIGHEST: Final = Decimal(4)
KONVERSI: Final = Decimal(25)
SINCE: Final = 2017
"""Since when the regulation holds; before it there were fourteen unsur and other bounds."""

_MUTU: Final = (
    (Decimal("88.31"), "A", "Sangat Baik"),
    (Decimal("76.61"), "B", "Baik"),
    (Decimal("65.00"), "C", "Kurang Baik"),
    (Decimal("25.00"), "D", "Tidak Baik"),
)
_WEIGHT_DECIMALS = 3
_INDEX_DECIMALS = 4  # the interval bounds are printed with four decimals (2,5996)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsurSKM:
    """One unsur: ``nrr`` is its nilai rata-rata (1 to 4), ``tertimbang`` = nrr × bobot, 4 decimals for show."""

    nama: str
    nrr: Decimal
    tertimbang: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SKMResult:
    """``indeks`` (1 to 4) = Σ nrr ÷ how many unsur, shown with 4 decimals; ``ikm`` = indeks × 25 (25 to 100), with 2.

    ``bobot_cetak`` is the weight as it is printed, of nine 0,111. Computing with it loses up to a whole point.
    ``ikm`` is computed from the unrounded indeks (``indeks_mentah``) and is what the scale classifies.
    """

    unsur: tuple[UnsurSKM, ...]
    bobot_cetak: Decimal
    indeks_mentah: Fraction
    indeks: Decimal
    ikm_mentah: Fraction
    ikm: Decimal


@fixed_precision
def compute_skm(unsur: Sequence[Unsur]) -> SKMResult:
    """Indeks and IKM from the average answer (NRR) of each unsur that was asked about.

    Raises ValueError, in Indonesian, without any, or for an average outside 1 to 4.
    """
    if not unsur:
        raise ValueError("SKM memerlukan nilai paling sedikit satu unsur. Isi nilai unsurnya.")
    for nama, nilai in unsur:
        if not LOWEST <= nilai <= HIGHEST:
            raise ValueError(
                f'Nilai unsur "{nama}" {decimal_text(nilai)} di luar rentang 1 sampai 4. '
                "Isi nilai rata-rata jawaban responden."
            )
    many = Decimal(len(unsur))
    indeks = divide(sum((nilai for _, nilai in unsur), Decimal(0)), many)
    ikm = indeks * Fraction(KONVERSI)
    return SKMResult(
        unsur=tuple(
            UnsurSKM(nama=nama, nrr=nilai, tertimbang=round_half_up(divide(nilai, many), _INDEX_DECIMALS))
            for nama, nilai in unsur
        ),
        bobot_cetak=round_half_up(divide(Decimal(1), many), _WEIGHT_DECIMALS),
        indeks_mentah=indeks,
        indeks=round_half_up(indeks, _INDEX_DECIMALS),
        ikm_mentah=ikm,
        ikm=round_half_up(ikm),
    )


def beside_each_other(surveys: Sequence[Sequence[Unsur]]) -> list[tuple[str, tuple[Decimal | None, ...]]]:
    """Every unsur of these surveys, named with its number, and the NRR of each survey, None where it did not ask.

    The nine come first and keep the numbers of the regulation; others go on from there, or begin at U1 where none of
    the nine was asked about.
    """
    known = [dict(one) for one in surveys]
    asked = dict.fromkeys(nama for one in surveys for nama, _ in one)
    own = [nama for nama in asked if nama not in UNSUR]
    first = len(UNSUR) + 1 if len(own) < len(asked) else 1
    numbered = [(n, nama) for n, nama in enumerate(UNSUR, start=1) if nama in asked]
    numbered += enumerate(own, start=first)
    return [(f"U{n} {nama}", tuple(one.get(nama) for one in known)) for n, nama in numbered]


def mutu(ikm: Angka) -> tuple[str, str] | None:
    """Letter and words of the mutu pelayanan of an IKM, None outside 25 to 100. It is rounded to two decimals first, as
    the printed bounds leave gaps between them."""
    rounded = round_half_up(ikm, 2)
    if rounded > HIGHEST * KONVERSI:
        return None
    return next(((letter, words) for least, letter, words in _MUTU if rounded >= least), None)
