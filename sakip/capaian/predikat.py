"""Reading a value or a letter on a named scale. The scale is data; no bound is written in code."""

from __future__ import annotations

from decimal import Decimal

from sakip.capaian.rounding import Angka, round_half_up
from sakip.capaian.values import Kategori, Skala

DESIMAL_SKALA = 2
"""Scales are printed with two decimals (76,60 · 76,61), so a number is brought to two before it is read."""


def classify(displayed_nilai: Decimal, skala: Skala) -> Kategori:
    """The category of a shown value.

    Takes the value as it is printed, so that what is printed and what is classified cannot disagree. Every
    finite value has exactly one category: the scale has one bound between two categories and none below.
    """
    for kategori in skala.kategori:
        if kategori.batas is None or displayed_nilai > kategori.batas:
            return kategori
        if kategori.tertutup and displayed_nilai == kategori.batas:
            return kategori
    raise AssertionError("kategori terendah tidak berbatas")  # Skala refuses to be built otherwise


def read_number(nilai: Angka, skala: Skala) -> Kategori:
    """The category of a number: of a capaian, or of an index value (SKM 66 → C on Permen PANRB 14/2017).

    Read with two decimals whatever a page prints, so that a setting for printing changes no predikat.
    """
    return classify(round_half_up(nilai, DESIMAL_SKALA), skala)


def find_kategori(huruf: str, skala: Skala) -> Kategori | None:
    """The category with this code, upper or lower case, spaces around it ignored; None if there is none."""
    sought = huruf.strip().casefold()
    return next((k for k in skala.kategori if k.kode.strip().casefold() == sought), None)


def rank(kode: str, skala: Skala) -> int:
    """Rank of a category, 1 = lowest.

    Raises ValueError if the scale has no such category.
    """
    kategori = find_kategori(kode, skala)
    if kategori is None:
        raise ValueError(f'predikat "{kode.strip()}" tidak ada pada skala {skala.nama}')
    return len(skala.kategori) - skala.kategori.index(kategori)
