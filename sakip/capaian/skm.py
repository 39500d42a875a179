"""Survei Kepuasan Masyarakat from its nine unsur (Permen PANRB 14/2017)."""

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

BOBOT_CETAK: Final = Decimal("0.111")
"""The weight as it is printed. Computing with it loses up to a whole point: the weight itself is 1/9."""

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
_INDEX_DECIMALS = 4  # the interval bounds are printed with four decimals (2,5996)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsurSKM:
    """One unsur: ``nrr`` is its nilai rata-rata (1 to 4), ``tertimbang`` = nrr × 1/9, 4 decimals for show."""

    nama: str
    nrr: Decimal
    tertimbang: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SKMResult:
    """``indeks`` (1 to 4) = Σ nrr ÷ 9, shown with 4 decimals; ``ikm`` = indeks × 25 (25 to 100), with 2.

    ``ikm`` is computed from the unrounded indeks (``indeks_mentah``) and is what the scale classifies.
    """

    unsur: tuple[UnsurSKM, ...]
    bobot_cetak: Decimal
    indeks_mentah: Fraction
    indeks: Decimal
    ikm_mentah: Fraction
    ikm: Decimal


@fixed_precision
def compute_skm(nrr: Sequence[Decimal]) -> SKMResult:
    """Indeks and IKM from the average answer (NRR) of each of the nine unsur, in the order of :data:`UNSUR`.

    Raises ValueError, in Indonesian, for another number of unsur or an average outside 1 to 4.
    """
    if len(nrr) != len(UNSUR):
        raise ValueError(
            f"SKM memerlukan nilai {len(UNSUR)} unsur, diterima {len(nrr)}. Lengkapi setiap unsur."
        )
    for nama, nilai in zip(UNSUR, nrr, strict=True):
        if not LOWEST <= nilai <= HIGHEST:
            raise ValueError(
                f'Nilai unsur "{nama}" {decimal_text(nilai)} di luar rentang 1 sampai 4. '
                "Isi nilai rata-rata jawaban responden."
            )
    jumlah = sum(nrr, Decimal(0))
    many = Decimal(len(UNSUR))
    indeks = divide(jumlah, many)
    ikm = indeks * Fraction(KONVERSI)
    return SKMResult(
        unsur=tuple(
            UnsurSKM(nama=nama, nrr=nilai, tertimbang=round_half_up(divide(nilai, many), _INDEX_DECIMALS))
            for nama, nilai in zip(UNSUR, nrr, strict=True)
        ),
        bobot_cetak=BOBOT_CETAK,
        indeks_mentah=indeks,
        indeks=round_half_up(indeks, _INDEX_DECIMALS),
        ikm_mentah=ikm,
        ikm=round_half_up(ikm),
    )


def mutu(ikm: Angka) -> tuple[str, str] | None:
    """Letter and words of the mutu pelayanan of an IKM, None outside 25 to 100. It is rounded to two decimals first, as
    the printed bounds leave gaps between them."""
    rounded = round_half_up(ikm, 2)
    if rounded > HIGHEST * KONVERSI:
        return None
    return next(((letter, words) for least, letter, words in _MUTU if rounded >= least), None)
