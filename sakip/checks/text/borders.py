"""Checks of where the kecamatan lies: its borders, and the provinsi that is named with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.snapshot.types import Kecamatan, Profil
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any

_SIDES: Final = ("utara", "timur", "selatan", "barat")
_SIDE: Final = re.compile(
    rf"\b(?:(?:di\s+)?sebelah|batas(?:\s+wilayah)?|bagian)\s+(?P<side>{'|'.join(_SIDES)})\b(?!\s+(?:laut|daya))",
    re.IGNORECASE,
)
#: Two sides at once are told of no one neighbour.
_TWO_SIDES: Final = re.compile(
    rf"\s*(?:,|dan|serta)\s*(?:sebelah\s+)?(?:{'|'.join(_SIDES)})\b", re.IGNORECASE
)
_AREA: Final = re.compile(r"\b(?P<kind>Kecamatan|Kec\.|Kabupaten|Kab\.)\s+(?P<name>[A-Z][A-Za-z]{2,})")
#: Borders of something in the kecamatan: a desa, a piece of land.
_OF_A_PART: Final = re.compile(
    r"\b(?:dusun|tanah|lahan|persil|gedung|kantor|pasar)\b|\bdesa\s+(?-i:[A-Z])", re.IGNORECASE
)


@check(
    "batas-wilayah",
    rule="R-name",
    basis="Batas wilayah dalam kalimat sama dengan yang tercatat pada profil.",
    example="Sebelah utara berbatasan dengan Kecamatan Tanggul, padahal tercatat Kecamatan Sumberbaru.",
    reads=("passages", "profil", "kecamatan"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def borders_are_those_recorded(year: CheckedYear) -> Found:
    """The kecamatan and kabupaten that a sentence puts on a side are those of the profile, where it has that side."""
    profil, own = year.snapshot.profil, year.snapshot.kecamatan
    if profil is None:
        return
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, ("batas",)) else ():
            if not says_any(sentence.text, ("batas",)) or _OF_A_PART.search(sentence.text):
                continue
            for side, told in _sides(sentence.text):
                recorded = _recorded(profil, side)
                for found in _AREA.finditer(told):
                    if _is_known(found, recorded, own):
                        continue
                    message = f"Sebelah {side} ditulis {found[0]}; tercatat {recorded}."
                    yield passage.place, Said(message, found[0], recorded)


def _sides(text: str) -> Iterator[tuple[str, str]]:
    """Each side that a sentence names, with what it says of it up to the next."""
    found = list(_SIDE.finditer(text))
    for at, one in enumerate(found):
        if not _TWO_SIDES.match(text, one.end()):
            yield (
                one["side"].casefold(),
                text[one.end() : found[at + 1].start() if at + 1 < len(found) else None],
            )


def _recorded(profil: Profil, side: str) -> str:
    return str(getattr(profil, f"batas_{side}"))


def _is_known(found: re.Match[str], recorded: str, own: Kecamatan) -> bool:
    """Whether the profile has it on that side, says nothing of such an area there, or it is the own one."""
    kind = found["kind"][:3].casefold()
    if kind not in recorded.casefold() or found["name"].casefold() in recorded.casefold():
        return True
    return found["name"].casefold() in (own.nama.casefold(), own.kabupaten.nama.casefold())


@check(
    "nama-provinsi",
    rule="R-name",
    basis="Kecamatan dan kabupatennya disebut dalam provinsinya sendiri.",
    example="Kabupaten Jember Provinsi Jawa Tengah.",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def the_provinsi_is_the_own_one(year: CheckedYear) -> Found:
    """Right behind the own kecamatan or kabupaten stands no other provinsi."""
    own = year.snapshot.kecamatan
    provinsi = own.kabupaten.provinsi
    names = "|".join(map(re.escape, (own.nama, own.kabupaten.nama)))
    pattern = re.compile(
        rf"\b(?i:{names})\s*,?\s*(?:di\s+)?(?i:provinsi|propinsi|prov\.)\s+(?P<name>[A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+)*)"
    )
    for passage in every_text(year):
        for found in pattern.finditer(passage.text) if says_any(passage.text, ("prov", "propinsi")) else ():
            told = found["name"].casefold()
            if not provinsi or told.startswith(provinsi.casefold()) or provinsi.casefold().startswith(told):
                continue
            message = f"“Provinsi {found['name']}”; {own.kabupaten.nama} di Provinsi {provinsi}."
            yield passage.place, Said(message, found["name"], provinsi)
