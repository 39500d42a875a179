"""The stable name (*kunci*) of a tujuan, sasaran or indikator, made of its words once and never changed again."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from typing import Final

from django.utils.text import slugify

PANJANG: Final = 50
"""Of the words; the column has room for a number behind them."""


def kunci_baru(kata: str, terpakai: Collection[str], *, bawaan: str) -> str:
    """A kunci that is not among ``terpakai``: "Indeks Kepuasan (%)" → "indeks-kepuasan", the next one "…-2".

    Long words are cut between words; ``bawaan`` stands where no letter or digit is left.
    """
    dasar = slugify(kata)
    if len(dasar) > PANJANG:
        cut = dasar[: PANJANG + 1]
        dasar = cut.rpartition("-")[0] or cut[:PANJANG]
    dasar = dasar or bawaan
    if dasar not in terpakai:
        return dasar
    return next(calon for n in count(2) if (calon := f"{dasar}-{n}") not in terpakai)
