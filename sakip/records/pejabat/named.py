"""Cells that name a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Final

from kecamatan.models import MasaJabatan
from sakip.entry.value_kinds import shorten
from sakip.text.dates import InvalidDate, parse_date
from sakip.workbook.cells.row import SheetChecker, SheetRow, Tables

_CERTAIN_TERM = re.compile(
    r"(?P<nama>.+?)\s*\((?P<jabatan>[^()]+?)\s+sejak\s+(?P<mulai>[^()]+)\)", re.IGNORECASE
)

_OFFICES: Final = tuple(words.casefold() for words in MasaJabatan.Jabatan.labels)


def parse_pejabat(text: str) -> tuple[str, tuple[str, date] | None]:
    """ "NAMA (Plt. Camat sejak 2 Januari 2023)" → name and, where given, the office in words and its first day."""
    matches = _CERTAIN_TERM.fullmatch(text)
    if matches is None:
        return text, None
    office = matches["jabatan"]
    if not office.casefold().endswith(_OFFICES):
        return text, None
    try:
        start = parse_date(matches["mulai"])
    except InvalidDate:
        return text, None
    return matches["nama"], (office, start)


class Officials:
    """Who is on the sheet of officials, walked through once: persons by name and by NIP."""

    def __init__(self, rows: Iterable[SheetRow]) -> None:
        self._nips: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        for row in rows:
            if row["nama"]:
                nip = row["nip"] or ""
                self._nips.setdefault(row["nama"], set()).add(nip)
                self._names.setdefault(nip, set()).add(row["nama"])

    @property
    def names(self) -> Iterable[str]:
        """Their names, each once, in the order of the sheet."""
        return self._nips.keys()

    def find(self, nama: str) -> list[str]:
        """Keys of the persons with that name or NIP: their name, or their NIP where several share the name."""
        people = {(nama, nip) for nip in self._nips.get(nama, ())}
        angka = re.sub(r"\D", "", nama)
        if len(angka) == 18:
            people |= {(other, angka) for other in self._names.get(angka, ())}
        return [self.key(*one) for one in sorted(people)]

    def key(self, nama: str, nip: str) -> str:
        """The key of a person in this workbook."""
        return nip if len(self._nips.get(nama, ())) > 1 and nip else nama


def officials(tables: Tables) -> Officials:
    """Those of a workbook; ask its tables for them (``Tables.once``)."""
    return Officials(tables["Pejabat"])


def no_official(p: SheetChecker, _row: SheetRow, text: str) -> str:
    """What is wrong with a text that should name one person of the sheet of officials; empty where it does."""
    nama, _ = parse_pejabat(text)
    people = p.tables.once(officials)
    keys = people.find(nama)
    if len(keys) == 1:
        return ""
    if keys:
        named = f"{', '.join(keys[:_NAMED])}{' …' if len(keys) > _NAMED else ''}"
        return f'ada beberapa pejabat bernama "{shorten(nama)}". Tulis NIP-nya: {named}.'
    present = list(islice(people.names, 5))
    advice = f"Tulis salah satu: {'; '.join(present)}." if present else "Isi dahulu lembar Pejabat."
    return f'"{shorten(nama)}" tidak ada pada lembar Pejabat. {advice}'


#: How many namesakes a message names; a message is cut at 500 characters, which 25 of them fill.
_NAMED: Final = 30
