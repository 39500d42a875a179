"""Rows of a pasted table whose first column says the name of a row and, below it, what that yields, each with the word
for its kind: "7.01.02 Nama", "Keluaran (output): uraian". So LKIP print what programs yield."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reports.papers.paper import Row
from sakip.capaian.values import KeadaanNilai
from sakip.text.states import BELUM_DIISI, TIDAK_DAPAT_DIHITUNG
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.pasted import Labelled

#: What such a column fills: the code, or the name of it, and what is labelled.
NAMED_AND_LABELLED: Final = "kode@uraian"
_UNAVAILABLE: Final = KeadaanNilai.TIDAK_TERSEDIA.value
_STATES: Final = frozenset({BELUM_DIISI, _UNAVAILABLE, TIDAK_DAPAT_DIHITUNG})
#: Columns for which it may be taken by its head.
_TAKEN_FOR: Final = ("nama_kode", "uraian", "kode", "kode@program", "kode@kegiatan", "kode@sub_kegiatan")


def columns_with_labels(
    columns: Sequence[str], rows: Sequence[Sequence[str]], labels: Labelled | None
) -> tuple[str, ...]:
    """The columns of a table, that one named for what it is which says name and labels. Beside a column of codes it is
    no such column: there the rows are told already."""
    about = [at for at, key in enumerate(columns) if key in _TAKEN_FOR]
    if labels is None or len(about) != 1 or not any(_labels(row[about[0]], labels) for row in rows):
        return tuple(columns)
    return tuple(NAMED_AND_LABELLED if at == about[0] else key for at, key in enumerate(columns))


def parted(
    columns: Sequence[str], body: Sequence[Row], labels: Labelled
) -> tuple[tuple[str, ...], tuple[Row, ...], tuple[Row, ...]]:
    """The columns and rows of such a table as those of any other: the name in a column, kind and words in others. The
    values beside a cell are those of the first that it labels: LKIP print without values what has none. Then what has a
    label that is not recorded (masukan)."""
    at = columns.index(NAMED_AND_LABELLED)
    added = (labels.kind, labels.text, labels.state)
    rows: list[Row] = []
    left: list[Row] = []
    for row in body:
        state = _state(row, columns)
        for part, kind, text in _parts(row[at], labels):
            values = tuple(_values(row, columns, at, part))
            if part.labelled and not kind:
                left.append(Row(cells=(row[at].strip() if part.labelled == 1 else text,), at=row.at))
            else:
                rows.append(Row(cells=(*values, kind, text, state if part.first else ""), at=row.at))
    named = ("nama_kode" if x == at else key for x, key in enumerate(columns))
    return (*named, *added), tuple(rows), tuple(left)


class _Part(NamedTuple):
    """The place of a label in its cell: its ``number``, how many there are, the ``name`` where it stands above, and
    whether it is the ``first`` that is recorded."""

    number: int
    labelled: int
    name: str
    first: bool


def _values(row: Row, columns: Sequence[str], at: int, part: _Part) -> Iterator[str]:
    """The other cells of a row; a value that nobody has filled, or that has a state instead, is none. Where a cell has
    a line for each of the labels, each part has its own."""
    for x in range(len(columns)):
        lines = [line.strip() for line in row[x].split("\n") if line.strip()]
        each = part.labelled == len(lines) > 1
        said = lines[part.number] if each else row[x] if part.first else ""
        yield part.name if x == at else "" if folded(said) in _STATES else said


def _state(row: Row, columns: Sequence[str]) -> str:
    """What a row declares of a value that is not there: "tidak tersedia"."""
    said = (row[x] for x, key in enumerate(columns) if key and folded(row[x]) == _UNAVAILABLE)
    return next(said, "")


def _parts(cell: str, labels: Labelled) -> Iterator[tuple[_Part, str, str]]:
    """The place of each label of a cell, its kind and its words."""
    found = _labels(cell, labels)
    name = " ".join(cell[: found[0][0]].split()) if found else " ".join(cell.split())
    if not found:
        yield _Part(0, 0, name, True), "", ""
        return
    ends = [start for start, _, _ in found[1:]] + [len(cell)]
    first = next((number for number, one in enumerate(found) if one[2]), 0)
    for number, ((_, begins, kind), end) in enumerate(zip(found, ends, strict=True)):
        part = _Part(number, len(found), name if number == first else "", number == first)
        yield part, kind, " ".join(cell[begins:end].split())


def _labels(cell: str, labels: Labelled) -> list[tuple[int, int, str]]:
    """Where each label begins and ends, and the kind that it says."""
    return sorted(
        (found.start(), found.end(), kind)
        for pattern, kind in labels.words
        for found in re.finditer(pattern, cell, re.IGNORECASE | re.MULTILINE)
    )
