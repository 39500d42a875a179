"""What a unit ("satuan") is a unit of: money, counted things, or what is read from a gauge."""

from __future__ import annotations

import re
from typing import Final

from sakip.capaian.values import in_percent

_GAUGES: Final = frozenset(
    {
        *("%", "persen", "prosen", "indeks", "nilai", "skor", "poin", "level"),
        *("menit", "jam", "hari", "rasio", "angka", "predikat", "derajat"),
    }
)
"""Units of which nobody counts thousands: a dot before three digits may as well be a decimal."""

_COUNTS: Final = frozenset(
    {
        *("orang", "jiwa", "dokumen", "laporan", "kegiatan", "desa", "kelurahan", "unit"),
        *("kali", "paket", "kk", "keluarga", "kepala", "kelompok", "lembaga", "buah"),
        *("kasus", "data", "pelayanan", "berkas", "surat", "bidang", "lokasi", "dusun"),
        *("rt", "rw", "sekolah", "pegawai", "peserta", "bulan"),
    }
)
"""Units of things that are counted: never negative."""

UNIT_WORDS: Final = tuple(sorted((_GAUGES | _COUNTS | {"rupiah"}) - {"%"}))
"""Words that stand behind a number and do not change its value. "juta" and "ribu" must never be among them."""

_MULTIPLES: Final = (
    (
        "miliaran",
        re.compile(
            r"\bmil(?:iar|yar)(?:an)?\b|\(\s*rp\.?\s*(?:x\s*)?1?[.,]?000(?:[.,]000){2}\b", re.IGNORECASE
        ),
    ),
    ("jutaan", re.compile(r"\bjuta(?:an)?\b|\(\s*rp\.?\s*(?:x\s*)?1?[.,]?000[.,]000\b", re.IGNORECASE)),
    (
        "ribuan",
        re.compile(r"\bribu(?:an)?\b|\(\s*(?:rp\.?)?\s*(?:x\s*)?1?[.,]?000(?:,-)?\s*\)", re.IGNORECASE),
    ),
)
"""What a head says of the amounts below it: "dalam ribuan rupiah", "(Rp juta)", "(Rp.000)"."""

_OF_ALL: Final = re.compile(
    r"\b(?:ribuan|jutaan|mil[iy]aran|dalam\s+(?:rp\.?\s*)?(?:ribu|juta|mil[iy]ar))\b|\(\s*rp\.?[\s\dx.,]*000\s*\)",
    re.IGNORECASE,
)
_INDICES: Final = frozenset({"indeks", "nilai", "skor", "poin"})
_MONEY: Final = frozenset({"rp", "rupiah"})
_FAMILIES: Final = (
    ("indeks", "nilai", "skor", "poin", "angka", "predikat", "kategori", "huruf"),
    ("rupiah", "rp", "rp."),
)
"""Spellings of one unit, and words for one kind of value."""


def _plain(unit: str) -> str:
    """In small letters; a dash is no unit."""
    return " ".join(unit.split()).casefold().strip("-\u2013\u2014")


def multiple_of_rupiah(head: str) -> str:
    """ "ribuan", "jutaan" or "miliaran" where words above amounts say that they are no whole rupiah; else empty."""
    return next((said for said, pattern in _MULTIPLES if pattern.search(head)), "")


def multiple_of_rupiah_above(title: str) -> str:
    """The same of words above a table, which may name an amount of their own: "(dalam jutaan rupiah)"."""
    return multiple_of_rupiah(" ".join(found[0] for found in _OF_ALL.finditer(title)))


def is_gauge(unit: str) -> bool:
    """Whether its values are no counts and no money, so that "83.125" has two readings; so has no unit at all."""
    plain = _plain(unit)
    return not plain or in_percent(unit) or plain in _GAUGES or plain.split(" ")[0] in _GAUGES


def is_count(unit: str) -> bool:
    """Whether things are counted."""
    return _plain(unit).split("/")[0].split(" ")[0] in _COUNTS


def is_whole(unit: str) -> bool:
    """Whether nobody says a thousandth of it, things that are counted and rupiah: "1,000" may be a thousand."""
    return is_count(unit) or _plain(unit) in _MONEY


def is_index(unit: str) -> bool:
    """Whether it is an index or a score: those of an office are out of 100."""
    return _plain(unit).split(" ")[0] in _INDICES


def is_money(unit: str) -> bool:
    """Whether it is rupiah, also by the thousand or million."""
    return not _MONEY.isdisjoint(re.findall(r"[a-z]+", _plain(unit)))


def same_unit(unit: str, other: str) -> bool:
    """Whether two spellings are one unit: "%" is "persen", and what an index or its grade is called says nothing."""
    return _family(unit) == _family(other)


def _family(unit: str) -> str:
    plain = _plain(unit)
    if in_percent(unit):
        return "%"
    return next((words[0] for words in _FAMILIES if plain in words or plain.split(" ")[0] in words), plain)
