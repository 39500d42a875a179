"""What another arrangement does to a report: parts that bear another number or are not printed, tables and figures that
are numbered otherwise, and the texts of people that name one of them by the number that it had. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reports.document.numbering import CONTENT_LIST_LEVEL, number_all, traverse
from reports.document.tree import Dokumen
from reports.publish.naskah import BAGIAN_NARASI, Naskah
from reports.review.sections import numbers_of


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A part, table or figure by its title; ``after`` is empty where it is not printed any more."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the narrative that names something by the number that it had."""

    place: str
    named: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rearranged:
    """``left_out`` and ``added`` are titles with the number that each has where it is printed."""

    moved: tuple[Renumbered, ...]
    left_out: tuple[str, ...]
    added: tuple[str, ...]
    tables: tuple[Renumbered, ...]
    mentions: tuple[Mention, ...]

    def __bool__(self) -> bool:
        return bool(self.moved or self.left_out or self.added or self.tables)


def rearranged(before: Dokumen, after: Dokumen, naskah: Naskah) -> Rearranged:
    """What differs between two arrangements of one report."""
    old, new = _parts(before), _parts(after)
    tables, tables_now = _tables(before), _tables(after)
    renumbered = {key: Renumbered(title, number, _number(new, key)) for key, (number, title) in old.items()}
    numbered = {number: _number(tables_now, key) for key, (number, _) in tables.items()} | {
        one.nomor: _number(new, one.key) for one in before.lampiran if one.nomor
    }
    return Rearranged(
        moved=tuple(one for one in renumbered.values() if one.after and one.after != one.before),
        left_out=tuple(f"{one.before} {one.title}".strip() for one in renumbered.values() if not one.after),
        added=tuple(f"{number} {title}".strip() for key, (number, title) in new.items() if key not in old),
        tables=tuple(
            Renumbered(title, number, _number(tables_now, key))
            for key, (number, title) in tables.items()
            if number != _number(tables_now, key)
        ),
        mentions=tuple(dict.fromkeys(_mentions(naskah, numbered))),
    )


def _number(entries: Mapping[str, tuple[str, str]], key: str) -> str:
    return entries[key][0] if key in entries else ""


def _parts(dokumen: Dokumen) -> dict[str, tuple[str, str]]:
    """Number ("BAB III B.2") and title of every part of the daftar isi that bears a number, in printed order."""
    numbers = numbers_of(dokumen)
    return {
        part.key: (numbers[part.key], part.title)
        for main in (*dokumen.body, *dokumen.lampiran)
        for part in traverse(main)
        if part.nomor and part.level <= CONTENT_LIST_LEVEL
    }


def _tables(dokumen: Dokumen) -> dict[str, tuple[str, str]]:
    numbering = number_all(dokumen)
    return {one.id: (one.nomor, one.title) for one in (*numbering.tables, *numbering.figures)}


_NAMED: Final = re.compile(
    r"\b(?:(Tabel|Gambar)\s+(L?\d{1,2}(?:\.\d{1,2})?|L\.[A-Z]{1,5}\.\d{1,2})|(Lampiran)\s+(\d{1,2}|[A-Z]|[IVX]{1,5}))\b(?!\.\d)",
    re.IGNORECASE,
)


def _mentions(naskah: Naskah, numbered: Mapping[str, str]) -> Iterator[Mention]:
    """Where people named something that bears another number now, or none; ``numbered`` says by the old the new."""
    for one in naskah.narasi:
        for words in _NAMED.findall(one.isi):
            kind, number = filter(None, words)
            named = f"{kind.capitalize()} {number.upper()}"
            if named in numbered and numbered[named] != named:
                yield Mention(BAGIAN_NARASI[one.bagian], named, numbered[named])
