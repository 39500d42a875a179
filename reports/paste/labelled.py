"""Rows of a pasted table whose first column says the name of a row and, below it, what that yields, each with the word
for its kind: "7.01.02 Nama", "Keluaran (output): uraian". So LKIP print what programs yield."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

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
) -> tuple[tuple[str, ...], tuple[Row, ...]]:
    """The columns and rows of such a table as those of any other: the name in a column, kind and words in others. The
    values beside a cell are those of the first that it labels: LKIP print without values what has none."""
    at = columns.index(NAMED_AND_LABELLED)
    added = (labels.kind, labels.text, labels.state)
    width = len(columns)
    rows = [
        Row(
            cells=(*_values(row, width, at, name, first=first), kind, text, state if first else ""), at=row.at
        )
        for row in body
        for state in (_state(row, columns),)
        for first, name, kind, text in _parts(row[at], labels)
    ]
    return (*("nama_kode" if x == at else key for x, key in enumerate(columns)), *added), tuple(rows)


def _values(row: Row, width: int, at: int, name: str, *, first: bool) -> Iterator[str]:
    """The other cells of a row; a value that nobody has filled, or that has a state instead, is none."""
    for x in range(width):
        said = row[x] if first and folded(row[x]) not in _STATES else ""
        yield name if x == at else said


def _state(row: Row, columns: Sequence[str]) -> str:
    """What a row declares of a value that is not there: "tidak tersedia"."""
    said = (row[x] for x, key in enumerate(columns) if key and folded(row[x]) == _UNAVAILABLE)
    return next(said, "")


def _parts(cell: str, labels: Labelled) -> Iterator[tuple[bool, str, str, str]]:
    """Whether it is the first of the cell, the name where it stands above, kind and words of each."""
    found = _labels(cell, labels)
    name = " ".join(cell[: found[0][0]].split()) if found else " ".join(cell.split())
    if not found:
        yield True, name, "", ""
        return
    ends = [start for start, _, _ in found[1:]] + [len(cell)]
    for number, ((_, begins, kind), end) in enumerate(zip(found, ends, strict=True)):
        yield number == 0, "" if number else name, kind, " ".join(cell[begins:end].split())


def _labels(cell: str, labels: Labelled) -> list[tuple[int, int, str]]:
    """Where each label begins and ends, and the kind that it says."""
    return sorted(
        (found.start(), found.end(), kind)
        for pattern, kind in labels.words
        for found in re.finditer(pattern, cell, re.IGNORECASE | re.MULTILINE)
    )
