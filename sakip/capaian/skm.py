"""Survei Kepuasan Masyarakat from its nine unsur (Permen PANRB 14/2017)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip.capaian.arithmetic import divide, fixed_precision
from sakip.capaian.rounding import decimal_text, round_half_up

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

_LOWEST, _HIGHEST = Decimal(1), Decimal(4)
_KONVERSI = Decimal(25)
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
        if not _LOWEST <= nilai <= _HIGHEST:
            raise ValueError(
                f'Nilai unsur "{nama}" {decimal_text(nilai)} di luar rentang 1 sampai 4. '
                "Isi nilai rata-rata jawaban responden."
            )
    jumlah = sum(nrr, Decimal(0))
    many = Decimal(len(UNSUR))
    indeks = divide(jumlah, many)
    ikm = indeks * Fraction(_KONVERSI)
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
