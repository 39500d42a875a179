"""Columns wide enough for their longest word: no figure and no word is torn in a cell. Pure.

The sections say how a table's width is shared; that is kept where it fits. Where it does not, columns with room to
spare give, and a table that is too full for its type is set in the next smaller one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal

from reports.charts.text_width import lebar_teks
from reports.document.table_layout import SelTerletak, tata_tabel
from reports.document.tree import Baris, Miring, Pecahan, Sebaris, Tabel, Tebal
from sakip.capaian.rounding import share_by_largest_remainder

Ukuran = Literal["biasa", "kecil", "mini"]

#: Type size of a table in thousandths of the text's; css/print/dokumen.css says the same.
SKALA: Final[dict[Ukuran, int]] = {"biasa": 834, "kecil": 750, "mini": 667}

# In thousandths of the type size, as in css/print/dokumen.css: padding of both sides, one step of indentation,
# and what a fraction adds to its words.
_BANTALAN: Final = 800
_LANGKAH_INDEN: Final = 1000
_PECAHAN: Final = 900
_PENGALI: Final = 350
_GARIS: Final = 300  # micrometres: a border and what rounding may take
_MIKRON_PER_POINT: Final = Decimal("352.778")

# A line may break at a space, and after a hyphen or slash before a letter; nowhere in a figure, a code or a range.
_PUTUS: Final = re.compile(r"[ \t\n]+|(?<=[-/–])(?=[^\W\d_])")

# Letters that are kept together at most: no word of the language and no code is longer. What is, is broken inside its
# cell, and takes no more room from the other columns than such a word.
_UTUH: Final = 30


def fit_widths(tabel: Tabel, *, lebar_isi: Decimal, ukuran_huruf: Decimal) -> tuple[tuple[int, ...], Ukuran]:
    """Whole percents that sum to 100, and the type size, for a table.

    ``lebar_isi`` is the width of the page's text in millimetres, ``ukuran_huruf`` its type size in points. Raises
    the :class:`ValueError` of :func:`reports.document.table_layout.tata_tabel`.
    """
    semula = tuple(k.lebar for k in tabel.kolom)
    ruang = int(lebar_isi * 1000)
    perlu: list[int] = []
    ukuran: Ukuran
    for ukuran in _lebih_kecil(tabel.ukuran):
        huruf = int(ukuran_huruf * _MIKRON_PER_POINT * SKALA[ukuran] / 1000)
        perlu = [-(-mikron * 100 // ruang) for mikron in _lebar_perlu(tabel, huruf)]
        if sum(perlu) <= 100:
            return _divide(semula, perlu), ukuran
    return _prefer_number(tabel, perlu), "mini"


def _lebih_kecil(ukuran: Ukuran) -> tuple[Ukuran, ...]:
    semua = tuple(SKALA)
    return semua[semua.index(ukuran) :]


def _lebar_perlu(tabel: Tabel, huruf: int) -> list[int]:
    """The narrowest width of each column in micrometres, for type of ``huruf`` micrometres."""
    lebar = [0] * len(tabel.kolom)
    for letak in _sel(tabel):
        if letak.sel.kolom == 1:
            isi = _terpanjang(letak.sel.isi, huruf) + _BANTALAN * huruf // 1000
            inden = letak.inden * _LANGKAH_INDEN * huruf // 1000
            lebar[letak.kolom] = max(lebar[letak.kolom], isi + inden + _GARIS)
    return lebar


def _sel(tabel: Tabel) -> list[SelTerletak]:
    tata = tata_tabel(tabel)
    return [letak for baris in (*tata.kepala, *tata.baris) for letak in baris]


def _terpanjang(isi: Sebaris, huruf: int) -> int:
    """Width of the longest piece that no line break divides; measured bold, which only errs on the roomy side."""
    potongan = (isi,) if isinstance(isi, str) else isi
    teks = ""
    terlebar = 0
    for p in potongan:
        match p:
            case Pecahan():
                terlebar = max(terlebar, _lebar_pecahan(p, huruf))
                teks += " "
            case Baris():
                teks += " "
            case Tebal() | Miring():
                teks += p.teks
            case str():
                teks += p
    return max(terlebar, _kata_terpanjang(teks, huruf))


def _lebar_pecahan(p: Pecahan, huruf: int) -> int:
    kata = max(_kata_terpanjang(p.pembilang, huruf), _kata_terpanjang(p.penyebut, huruf))
    pengali = lebar_teks(p.pengali, huruf, tebal=True) + _PENGALI * huruf // 1000 if p.pengali else 0
    return kata + pengali + _PECAHAN * huruf // 1000


def _kata_terpanjang(teks: str, huruf: int) -> int:
    return max(lebar_teks(kata[:_UTUH], huruf, tebal=True) for kata in _PUTUS.split(teks))


def _divide(semula: tuple[int, ...], perlu: list[int]) -> tuple[int, ...]:
    """Give every column what it needs, taken from the others in the measure of what they can spare."""
    kurang = sum(max(p - s, 0) for s, p in zip(semula, perlu, strict=True))
    if not kurang:
        return semula
    fetch = _porsi(kurang, [max(s - p, 0) for s, p in zip(semula, perlu, strict=True)])
    return tuple(max(s, p) - a for s, p, a in zip(semula, perlu, fetch, strict=True))


def _prefer_number(tabel: Tabel, perlu: list[int]) -> tuple[int, ...]:
    """Too full at any size: columns of figures get what they need, words share the rest and may be broken."""
    kata = [0 if k.rata == "kanan" else p for k, p in zip(tabel.kolom, perlu, strict=True)]
    sisa = 100 - sum(perlu) + sum(kata)
    if sisa < len(kata) or not any(kata):
        return _porsi(100, perlu)
    return tuple(b or p for b, p in zip(_porsi(sisa, kata), perlu, strict=True))


def _porsi(jumlah: int, bobot: list[int]) -> tuple[int, ...]:
    return tuple(int(bagian) for bagian in share_by_largest_remainder(bobot, Decimal(jumlah), desimal=0))
