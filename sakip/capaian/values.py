"""What a measurement is made of: a value and its state, a target, a scale. Everything else builds on these.

A value that is not known is never 0: it is a :class:`Nilai` whose ``keadaan`` says why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from sakip.capaian.rounding import HUNDRED, Angka


class KeadaanNilai(StrEnum):
    """State of a value. Never merged with one another, never coerced to 0. Nobody enters ``tidak dapat dihitung``: it
    is of a year whose triwulan are there and yield no number."""

    BELUM_DIISI = "belum diisi"
    TIDAK_TERSEDIA = "tidak tersedia"
    TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"
    TERISI = "terisi"


class Keadaan(StrEnum):
    """State of a computed value. Only ``terhitung`` enters a mean."""

    BELUM_DIISI = "belum diisi"
    TIDAK_TERSEDIA = "tidak tersedia"
    TIDAK_DAPAT_DIHITUNG = "tidak dapat dihitung"
    TERHITUNG = "terhitung"


class JenisNilai(StrEnum):
    """What the values of an indikator are."""

    ANGKA = "angka"
    HURUF = "huruf"
    RENTANG = "rentang"


_SATUAN_PERSEN = frozenset({"%", "persen"})


def bersatuan_persen(satuan: str) -> bool:
    """Whether the unit is one of the two spellings that were known when migration 0008 was written, which asks it."""
    return satuan.strip().casefold() in _SATUAN_PERSEN


#: Percent as people spell it, slips included ("presentase").
_PERCENT: Final = frozenset(
    {"%", "persen", "prosen", "percent", *("persentase", "prosentase", "presentase", "percentage")}
)
#: Words beside it that make it nothing else ("nilai dalam %", "persen per tahun").
_OF_NO_MATTER: Final = frozenset(
    {"per", "dalam", "nilai", "angka", "satuan", "tahun", "semester", "triwulan", "bulan"}
)
_POINT: Final = frozenset({"poin", "point"})
#: Words alone behind it say of what ("% laporan", "persen dari target"); a sign or "dan" begins another unit.
_OF_WHAT: Final = re.compile(r"(?!(?:dan|atau|poin|point)\b)[^\W\d_][\w ]*")


def in_percent(satuan: str) -> bool:
    """Whether values in this unit are percentages: "%", "Persen", "Persentase (%)", "%/tahun", "persen dari target".

    "poin persen" is a unit of differences, and "orang/%" are two units: neither is percent.
    """
    first, _, behind = _plain(satuan).partition(" ")
    if first in _PERCENT and _OF_WHAT.fullmatch(behind):
        return True
    words = _words_of_unit(satuan)
    return not _PERCENT.isdisjoint(words) and words <= _PERCENT | _OF_NO_MATTER


def names_percent_beside(satuan: str) -> bool:
    """Whether percent is one of several units that it names, so that nobody can tell which is meant ("orang/%")."""
    words = _words_of_unit(satuan)
    return not _PERCENT.isdisjoint(words) and _POINT.isdisjoint(words) and not in_percent(satuan)


def _plain(satuan: str) -> str:
    return " ".join(normalize("NFKC", satuan).casefold().split())


def _words_of_unit(satuan: str) -> frozenset[str]:
    return frozenset(re.findall(r"%|[^\W\d_]+", _plain(satuan)))


def pengali_in_force(pengali: Decimal | None, satuan: str) -> Decimal | None:
    """The multiplier of pembilang ÷ penyebut: the indikator's own, else 100 where its unit is percent."""
    return HUNDRED if pengali is None and in_percent(satuan) else pengali


@dataclass(frozen=True, slots=True, kw_only=True)
class Kategori:
    """One predikat of a scale, with its lower bound.

    ``batas`` is the lower bound in percent (or index points), ``None`` for the lowest category, which is
    unbounded below; ``tertutup`` tells whether the bound itself belongs to the category (``≥``) or not (``>``).
    ``rentang_cetak`` is the range as the regulation or document prints it, a separate text on purpose.
    """

    kode: str
    label: str
    batas: Decimal | None
    tertutup: bool
    rentang_cetak: str


class InvalidScale(ValueError):
    """A scale on which not every value has its one category. ``str()`` is Indonesian and says what helps;
    ``problem`` is the same without the scale's name."""

    def __init__(self, kode: str, problem: str) -> None:
        super().__init__(f"Skala {kode} {problem}")
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """Ordinal scale, highest category first, lower bounds strictly descending, the lowest unbounded.

    Raises :class:`InvalidScale` on construction when that does not hold: no gap and no overlap can exist.
    """

    kode: str
    nama: str
    dasar: str
    kategori: tuple[Kategori, ...]

    def __post_init__(self) -> None:
        if not self.kategori:
            raise InvalidScale(self.kode, "belum memiliki kategori. Isi kategorinya.")
        batas = [k.batas for k in self.kategori if k.batas is not None]
        if (without := len(self.kategori) - len(batas)) != 1:
            raise InvalidScale(
                self.kode, f"memiliki {without} kategori tanpa batas bawah. Sisakan tepat satu."
            )
        if self.kategori[-1].batas is not None or any(height <= low for height, low in pairwise(batas)):
            raise InvalidScale(
                self.kode, "tidak menurun. Urutkan kategorinya dari batas bawah yang tertinggi."
            )
        kode = [k.kode.strip().casefold() for k in self.kategori]  # as a letter is looked up
        if twin := next((k.kode for n, k in enumerate(self.kategori) if kode[n] in kode[:n]), ""):
            raise InvalidScale(
                self.kode, f'memiliki lebih dari satu kategori "{twin}". Beri setiap kategori kode sendiri.'
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target: a number, a letter on a scale, or a range; ``cetak`` is its printed form ("B (80)", "100%")."""

    angka: Decimal | None = None
    huruf: str = ""
    bawah: Decimal | None = None
    atas: Decimal | None = None
    cetak: str = ""

    @property
    def jenis_nilai(self) -> JenisNilai:
        """The kind of value that this target's own form implies."""
        if self.huruf:
            return JenisNilai.HURUF
        return JenisNilai.RENTANG if self.bawah is not None else JenisNilai.ANGKA


@dataclass(frozen=True, slots=True, kw_only=True)
class Nilai:
    """A realisasi or a comparison value, or why there is none (``alasan``, shown to the reader).

    ``angka`` is a Decimal as it was entered, or the exact Fraction that was computed: a mean, or the quotient of
    pembilang and penyebut. Only the former has decimals of its own, which are printed as they are.
    """

    keadaan: KeadaanNilai
    angka: Angka | None = None
    huruf: str = ""
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    alasan: str = ""
    cetak: str = ""
