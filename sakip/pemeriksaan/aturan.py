"""What a rule is, and what breaking it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

Pelanggaran = Iterator[tuple[str, str]]
"""Pairs of the place ("Balung 2020, PK") and the message with its remedy."""


class Tingkat(StrEnum):
    """How much it matters. A peringatan may be right; a galat cannot be."""

    GALAT = "galat"
    PERINGATAN = "peringatan"


@dataclass(frozen=True, kw_only=True)
class Temuan:
    """A place where a rule is broken."""

    aturan: str
    tingkat: Tingkat
    lokasi: str
    pesan: str


@dataclass(frozen=True)
class Aturan:
    """A rule: its stable name, the function that finds what breaks it, and its weight."""

    nama: str
    cari: Callable[[], Pelanggaran]
    tingkat: Tingkat = Tingkat.GALAT


def periksa_aturan(aturan: Iterable[Aturan]) -> list[Temuan]:
    """What breaks these rules."""
    return [
        Temuan(aturan=a.nama, tingkat=a.tingkat, lokasi=lokasi, pesan=pesan)
        for a in aturan
        for lokasi, pesan in a.cari()
    ]
