"""What narrows and sorts the matrix: the words of its address, each ignored where it means nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reports.models import Laporan
from reports.monitoring.columns import COLUMNS, DOCUMENTS
from reports.monitoring.matrix import NOT_BEGUN, REVIEWED, UNCOUNTABLE, UNCOUNTED, Cell, Matrix, Row
from reports.workflow.deadline import Time
from reports.workflow.table import IS_OPEN
from sakip.entry.readiness import State

#: The order of the kecamatan by their names, as they are read from the database.
BY_NAME: Final = "kecamatan"

#: A choice of its own: whatever is not complete.
INCOMPLETE: Final = "belum lengkap"

#: The states that one may ask for, with their names, by what has them.
STATES: Final = (
    ("Dokumen", [(state, state) for state in (INCOMPLETE, *map(str, State), UNCOUNTED, UNCOUNTABLE)]),
    ("Reviu", [(state, state) for state in REVIEWED]),
    ("LKIP", [(NOT_BEGUN, NOT_BEGUN), *((code, name.lower()) for code, name in Laporan.Status.choices)]),
)

#: How a document may stand to its last day: code in the address, name, and what it means.
TIMES: Final = {
    "lewat": ("lewat batas, belum ada", frozenset({Time.OVERDUE})),
    "terlambat": ("terlambat atau lewat batas", frozenset({Time.OVERDUE, Time.LATE})),
    "tepat": ("tepat waktu", frozenset({Time.IN_TIME})),
    "belum": ("belum lewat batas", frozenset({Time.DUE})),
}

_INCOMPLETE: Final = frozenset(
    {
        *(State.EMPTY, State.PARTLY, State.UNREAD),
        *REVIEWED[:2],
        *(NOT_BEGUN, *IS_OPEN, Laporan.Status.DIAJUKAN),
    }
)


_EVERY: Final = frozenset(column.code for column in COLUMNS)
_ANY: Final = frozenset(column.code for column in DOCUMENTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A column (empty: any), the state and the timeliness that one of its cells has (empty: any), and the column by
    which the rows are sorted, those farthest behind first unless ``falling``."""

    document: str = ""
    state: str = ""
    time: str = ""
    order: str = BY_NAME
    falling: bool = False

    @classmethod
    def read(cls, words: Mapping[str, str]) -> Query:
        """From the words of an address."""
        order = words.get("urut", "")
        codes = {column.code for column in COLUMNS}
        document = words.get("dokumen", "")
        time = words.get("waktu", "")
        name = order.removeprefix("-")
        return cls(
            document=document if document in codes else "",
            state=words.get("keadaan", ""),
            time=time if time in TIMES else "",
            order=name if name in codes else BY_NAME,
            falling=order.startswith("-"),
        )

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.document or self.state or self.time)

    def rows(self, matrix: Matrix) -> list[Row]:
        """The rows that have what is asked for, in their order; rows alike in it stay in that of their names."""
        found = [row for row in matrix.rows if self._has(row)]
        if self.order == BY_NAME:
            return found[::-1] if self.falling else found
        return sorted(found, key=self._rank, reverse=self.falling)

    def _rank(self, row: Row) -> tuple[int, int, int]:
        cell = row.of(self.order)
        return cell.rank if cell else (0, 0, 0)

    def _has(self, row: Row) -> bool:
        """Whether one cell has both. Of a column alone is asked that it is not complete; of any column that is not said
        of the review or the report, which in most months is so for everybody."""
        if not self.narrows:
            return True
        state = self.state or ("" if self.time else INCOMPLETE)
        chosen = {self.document} if self.document else _ANY if state == INCOMPLETE else _EVERY
        return any(
            (not state or _is_in(cell, state)) and (not self.time or _is_at(cell, self.time))
            for cell in row.cells
            if cell.column.code in chosen
        )


def is_incomplete(cell: Cell) -> bool:
    """Whether something is still to be done about it."""
    return cell.state in _INCOMPLETE


def _is_in(cell: Cell, state: str) -> bool:
    return is_incomplete(cell) if state == INCOMPLETE else cell.state == state


def _is_at(cell: Cell, time: str) -> bool:
    return cell.time is not None and cell.time.time in TIMES[time][1]
