"""The order of the parts of the LKIP, which of them are printed, and how they are numbered, as a kabupaten has it.

A kabupaten lists the parts of BAB I and BAB II in the order in which it prints them; what it leaves out is not printed.
What Permen PANRB 53/2014 asks for cannot be left out, and the parts of BAB III and BAB IV stand as it has them. A part
that the list does not know (one that came with a newer program) stays behind the one that it follows by itself. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from reports.document.tree import Part
from reports.publish.naskah import Penomoran, Susunan

_PERMEN: Final = "Permen PANRB Nomor 53 Tahun 2014 Lampiran II"


@dataclass(frozen=True, slots=True)
class ListedPart:
    """A part that a kabupaten places: its key, its name in the list, and why it cannot be left out."""

    key: str
    name: str
    demanded: str = ""


#: By BAB, each in the order of Jember, which holds where a kabupaten has none of its own.
LISTED: Final[dict[str, tuple[ListedPart, ...]]] = {
    "bab-1": (
        ListedPart("latar-belakang", "Latar Belakang"),
        ListedPart("dasar-hukum", "Dasar Hukum"),
        ListedPart("maksud-tujuan", "Maksud dan Tujuan"),
        ListedPart(
            "kedudukan",
            "Kedudukan, Tugas, Fungsi, dan Susunan Organisasi",
            f"{_PERMEN} meminta penjelasan umum organisasi dalam BAB I",
        ),
        ListedPart("sdm", "Sumber Daya Manusia"),
        ListedPart("sarana", "Sarana dan Prasarana"),
        ListedPart("profil", "Profil Kecamatan"),
        ListedPart(
            "isu-strategis",
            "Isu Strategis",
            f"{_PERMEN} meminta aspek strategis dan permasalahan utama organisasi dalam BAB I",
        ),
        ListedPart("sistematika", "Sistematika Penyajian"),
        ListedPart("singkatan", "Daftar Singkatan"),
    ),
    "bab-2": (
        ListedPart("renstra", "Rencana Strategis"),
        ListedPart("rkt", "Rencana Kinerja Tahunan"),
        ListedPart(
            "pk", "Perjanjian Kinerja", f"{_PERMEN} meminta ringkasan Perjanjian Kinerja dalam BAB II"
        ),
        ListedPart("iku", "Indikator Kinerja Utama"),
    ),
}

#: Every part that is listed, in the order of Jember.
EVERY: Final = tuple(one for parts in LISTED.values() for one in parts)

_BY_NAME: Final = {one.name.casefold(): one for one in EVERY}
_BY_KEY: Final = {one.key: one for one in EVERY}


class InvalidArrangement(ValueError):
    """A list of parts that cannot be printed; ``str()`` names the line and the remedy."""


def read_lines(text: str) -> tuple[str, ...]:
    """The keys of the parts that lines of text name. Raises :class:`InvalidArrangement`."""
    found: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        part = _BY_NAME.get(line.casefold())
        if part is None:
            raise InvalidArrangement(
                f"Bagian “{line}” tidak dikenal. Tulis nama bagian seperti dalam daftar."
            )
        if part.key in found:
            raise InvalidArrangement(f"Bagian “{part.name}” tertulis dua kali. Hapus salah satunya.")
        found.append(part.key)
    for part in EVERY:
        if part.demanded and part.key not in found:
            raise InvalidArrangement(
                f"Bagian “{part.name}” tidak boleh dihilangkan: {part.demanded}. Tulis kembali bagian itu."
            )
    return tuple(found)


def write_lines(keys: Iterable[str]) -> str:
    """The parts as lines of text, as :func:`read_lines` reads them; a key that no part bears any more is left out."""
    return "\n".join(_BY_KEY[key].name for key in keys if key in _BY_KEY)


def prints(susunan: Susunan, key: str) -> bool:
    """Whether a listed part is printed."""
    return not susunan.bagian or key in susunan.bagian or bool(_BY_KEY[key].demanded)


def arranged(susunan: Susunan, chapters: Iterable[Part]) -> tuple[Part, ...]:
    """The chapters with their parts in the order of the kabupaten, numbered as it numbers."""
    return tuple(
        _numbered(susunan, place, replace(chapter, children=_ordered(susunan, chapter)))
        for place, chapter in enumerate(chapters, start=1)
    )


def _ordered(susunan: Susunan, chapter: Part) -> tuple[Part, ...]:
    listed = {one.key for one in LISTED.get(chapter.key, ())}
    if not susunan.bagian or not listed:
        return chapter.children
    # Each listed part with those that follow it and are not listed.
    groups: list[list[Part]] = [[]]
    for part in chapter.children:
        if part.key in listed:
            groups.append([])
        groups[-1].append(part)
    order = {key: place for place, key in enumerate(susunan.bagian)}
    first, *others = groups
    kept = [
        group if prints(susunan, group[0].key) else group[1:]
        for group in sorted(others, key=lambda group: order.get(group[0].key, len(order)))
    ]
    return (*first, *(part for group in kept for part in group))


def _numbered(susunan: Susunan, place: int, chapter: Part) -> Part:
    if susunan.penomoran == Penomoran.ANGKA:
        return replace(chapter, children=_counted(chapter.children, f"{place}"))
    letters = (
        replace(part, nomor=f"{chr(ord('A') + n)}.") if part.nomor else part
        for n, part in enumerate(chapter.children)
    )
    return replace(chapter, children=tuple(letters))


def _counted(parts: tuple[Part, ...], above: str) -> tuple[Part, ...]:
    """Numbered "1.1", and those below "1.1.1", where they bear a number at all."""
    numbers = [f"{above}.{n}" for n, _ in enumerate(parts, start=1)]
    return tuple(
        replace(part, nomor=number, children=_counted(part.children, number)) if part.nomor else part
        for part, number in zip(parts, numbers, strict=True)
    )
