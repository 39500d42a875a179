"""The desa and kelurahan of the kecamatan: as a table lists them, and as a sentence names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reports.papers.paper import Paper, Row, Text
from reports.reading.desk import FROM_SENTENCE, Desk, bare
from reports.reading.placed import PlacedTable

_KINDS: Final = r"desa|kelurahan"
_HEAD: Final = re.compile(
    rf"(?:nama\s+)?(?P<kind>{_KINDS})(?:\s*(?:/|dan|atau)\s*(?P<other>{_KINDS}))?", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"(?:\d{1,2}\s*[.)]\s*)?(?:(?P<kind>desa|kelurahan|kel\.)\s+)?(?P<name>[^\W\d][\w\x27’. -]{1,60})",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(r"(?:sub\s*)?(?:jumlah|total|rata\s*-?\s*rata|kecamatan)\b", re.IGNORECASE)
#: What a column says of where something is done.
_MANY: Final = re.compile(
    r"(?:seluruh|semua|setiap|tiap|beberapa)\b|se\s*-?\s*(?:kecamatan|desa)\b", re.IGNORECASE
)
#: More words are no name.
_MOST_WORDS: Final = 4
#: "terdiri dari 7 (tujuh) Kelurahan yaitu Kelurahan A, Kelurahan B, dan Kelurahan C."
_SENTENCE: Final = re.compile(
    rf"\b(?:membawahi|terdiri\s+(?:dari|atas)|meliputi|memiliki|terbagi\s+(?:dalam|menjadi|atas))\s+(?:atas\s+)?(?P<count>\d{{1,2}})\s*(?:\([^)]*\)\s*)?"
    rf"(?:buah\s+)?(?P<kind>{_KINDS})\s*,?\s*(?:yaitu|yakni|antara\s+lain|meliputi|:)\s*:?\s*(?P<names>[^.;:]{{5,600}})",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"\s*,\s*(?:dan|serta)\s+|\s*,\s*|\s+(?:dan|serta)\s+", re.IGNORECASE)
_LEAST: Final = 2


def read_areas(desk: Desk, paper: Paper, tables: Sequence[PlacedTable]) -> None:
    """Propose Desa."""
    for text in paper.running_texts:
        if found := _SENTENCE.search(text.text):
            _named(desk, text, found)
    for table in tables:
        _listed(desk, table)


def _listed(desk: Desk, table: PlacedTable) -> None:
    """The rows of a table that has one column for them; where it says "Desa/Kelurahan" each row tells which it is, else
    a person does."""
    at, above = -1, None
    rows: list[tuple[Row, re.Match[str], int, re.Match[str]]] = []
    for row in (*table.headed.table.rows[:_LEAST], *table.headed.rows):
        if heads := _heads(row):  # its own, or that of a table right below it
            at, above = heads[0] if len(heads) == 1 else (-1, None)
        elif above and (found := _NAMED.fullmatch(row[at].strip())) and _may_name(found, row[at]):
            rows.append((row, found, at, above))
    if len(rows) < _LEAST:
        return
    for row, found, at, above in rows:
        beside = " ".join(cell for x, cell in enumerate(row.cells) if x != at).casefold()
        said = [kind for kind in ("desa", "kelurahan") if re.search(rf"\b{kind}\b", beside)]
        kind, doubts = (above["kind"].casefold(), [])
        if found["kind"]:
            kind = "desa" if found["kind"].casefold() == "desa" else "kelurahan"
        elif above["other"] and len(said) == 1:
            kind = said[0]
        elif above["other"]:
            kind = "desa"
            doubts = [
                f'Tabel menulis "{above[0]}" di atasnya: pastikan {_name(found)} desa, bukan kelurahan.'
            ]
        _propose(desk, row, kind, _name(found), (), doubts)


def _may_name(found: re.Match[str], cell: str) -> bool:
    """Whether a cell names a single one: it is no total, no place of many, and no sentence."""
    many = _TOTAL.match(cell) or _MANY.match(found["name"])
    return not many and len(found["name"].split()) <= _MOST_WORDS


def _heads(row: Row) -> list[tuple[int, re.Match[str]]]:
    """The columns that a head names so; the rest of it may say anything ("RW", "Luas"), but has no numbers."""
    if any(cell.strip(" .").isdigit() for cell in row.filled):
        return []
    return [(x, found) for x, cell in enumerate(row.cells) if (found := _HEAD.fullmatch(cell.strip()))]


def _named(desk: Desk, text: Text, found: re.Match[str]) -> None:
    """Those that a sentence names; held back where it counts others."""
    items = [one for part in _BETWEEN.split(found["names"]) if (one := _NAMED.fullmatch(part.strip()))]
    kind, count = found["kind"].casefold(), int(found["count"])
    doubts = (
        []
        if count == len(items)
        else [f"Kalimatnya menyebut {count} {kind}, tetapi menamai {len(items)}. Periksa, lalu pilih."]
    )
    row = Row(cells=(text.text,), at=text.at)
    for one in items:
        own = one["kind"].casefold() if one["kind"] else kind
        _propose(desk, row, "desa" if own == "desa" else "kelurahan", _name(one), (FROM_SENTENCE,), doubts)


def _name(found: re.Match[str]) -> str:
    name = bare(found["name"]).strip(" .")
    return name.title() if name.isupper() else name


def _propose(desk: Desk, row: Row, kind: str, name: str, notes: Sequence[str], doubts: Sequence[str]) -> None:
    """One that is known already, recorded or proposed, is not said again: not as the other kind either."""
    stored = desk.recorded.content["Desa"]
    told = [str(one.get("nama", "")) for one in stored] + [
        str(one.cells["nama"]) for _, one in desk.proposed("Desa")
    ]
    if name.casefold() not in {one.casefold() for one in told}:
        desk.propose("Desa", row, {"jenis": kind, "nama": name}, notes=notes, doubts=doubts)
