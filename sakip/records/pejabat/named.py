"""Cells that name a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kecamatan.models import MasaJabatan
from sakip.entry.value_kinds import shorten
from sakip.text.dates import InvalidDate, parse_date
from sakip.workbook.cells.row import SheetChecker, SheetRow

_CERTAIN_TERM = re.compile(
    r"(?P<nama>.+?)\s*\((?P<jabatan>[^()]+?)\s+sejak\s+(?P<mulai>[^()]+)\)", re.IGNORECASE
)


def parse_pejabat(text: str) -> tuple[str, tuple[str, date] | None]:
    """ "NAMA (Plt. Camat sejak 2 Januari 2023)" → name and, where given, the office and its first day."""
    matches = _CERTAIN_TERM.fullmatch(text)
    if matches is None:
        return text, None
    jabatan = next(
        (
            kode
            for kode, sebutan in MasaJabatan.Jabatan.choices
            if sebutan.casefold() == matches["jabatan"].casefold()
        ),
        None,
    )
    try:
        start = parse_date(matches["mulai"])
    except InvalidDate:
        return text, None
    return (matches["nama"], (jabatan, start)) if jabatan else (text, None)


def find_pejabat(rows: Sequence[SheetRow], nama: str) -> list[str]:
    """Keys of the persons with that name or NIP: their name, or their NIP where several share the name."""
    people = {(b["nama"], b["nip"] or "") for b in rows if b["nama"]}
    angka = re.sub(r"\D", "", nama)
    matches = sorted(o for o in people if o[0] == nama or (len(angka) == 18 and o[1] == angka))
    return [pejabat_key(rows, *one) for one in matches]


def no_official(p: SheetChecker, _row: SheetRow, text: str) -> str:
    """What is wrong with a text that should name one person of the sheet of officials; empty where it does."""
    nama, _ = parse_pejabat(text)
    keys = find_pejabat(p.tables["Pejabat"], nama)
    if len(keys) == 1:
        return ""
    if keys:
        return f'ada beberapa pejabat bernama "{shorten(nama)}". Tulis NIP-nya: {", ".join(keys)}.'
    present = list(dict.fromkeys(b["nama"] for b in p.tables["Pejabat"] if b["nama"]))
    advice = f"Tulis salah satu: {'; '.join(present[:5])}." if present else "Isi dahulu lembar Pejabat."
    return f'"{shorten(nama)}" tidak ada pada lembar Pejabat. {advice}'


def pejabat_key(rows: Sequence[SheetRow], nama: str, nip: str) -> str:
    """The key of a person in this workbook."""
    of_that_names = {b["nip"] or "" for b in rows if b["nama"] == nama}
    return nip if len(of_that_names) > 1 and nip else nama
