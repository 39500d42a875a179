"""The matrix kecamatan × dokumen of a year: what each cell says, who is behind, and the middle of the kabupaten.

Completeness and timeliness are told apart. What is kept (:mod:`reports.monitoring.kept`) is read for the whole
kabupaten, in a number of queries that does not depend on how many kecamatan it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from statistics import median
from typing import Any, Final, Protocol

from kecamatan.models import Kabupaten, Kecamatan
from reports.models import Laporan, Pantauan
from reports.monitoring.columns import COLUMNS, DOCUMENTS, LKIP, REVIU, Column
from reports.monitoring.kept import Marks, take_up
from reports.workflow.deadline import Time, Timeliness, document_deadlines, timeliness
from sakip.entry.readiness import State

#: The page of the triwulan.
MEASURED: Final = "realisasi"

#: Of a document that nobody worked out yet.
UNCOUNTED: Final = "belum dihitung"
#: Of one of a year whose records are broken.
UNCOUNTABLE: Final = "catatan rusak"
NOT_BEGUN: Final = "belum dimulai"

#: What a cell of the review says first, the worst first.
REVIEWED: Final = ("ada galat", "ada peringatan", "bersih")

#: How far a state is, where no percentage says it.
_RANK: Final = {
    state: rank
    for states in (REVIEWED, (NOT_BEGUN, *Laporan.Status.values))
    for rank, state in enumerate(states)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is said of a document: its state in a word, how far it is in percent (None where that is not asked), what is
    missing, and how it stands to its last day (None where there is none).

    ``current`` is False where something was written since it was worked out. ``words`` say a state that is not one
    of :class:`sakip.entry.readiness.State`.
    """

    column: Column
    state: str
    percent: int | None = None
    missing: tuple[str, ...] = ()
    words: str = ""
    time: Timeliness | None = None
    current: bool = True

    @property
    def said(self) -> str:
        """The state as it is read."""
        return self.words or self.state

    @property
    def brief(self) -> tuple[str, str]:
        """The same in a narrow column: its first count, and what follows it."""
        first, comma, rest = self.said.partition(", ")
        return first, comma + rest

    @property
    def is_old(self) -> bool:
        """Whether it tells of a state that is no longer known to be so."""
        return not self.current and self.state != UNCOUNTED

    @property
    def rank(self) -> tuple[int, int, int]:
        """From the farthest behind to the farthest: what is not worked out, or not asked for, comes first."""
        return int(self.is_known), self.percent or 0, _RANK.get(self.state, 0)

    @property
    def is_known(self) -> bool:
        """Whether it is worked out how far it is."""
        return self.state not in (UNCOUNTED, UNCOUNTABLE, State.UNASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A kecamatan and its cells; ``counted`` is when they were worked out (None: never), ``broken`` why they cannot
    be."""

    kecamatan: Kecamatan
    cells: tuple[Cell, ...]
    counted: datetime | None
    broken: str = ""

    @property
    def current(self) -> bool:
        """Whether all of it still holds."""
        return all(cell.current for cell in self.cells)

    def of(self, code: str) -> Cell | None:
        """The cell of a column; None where the matrix does not show it."""
        return next((cell for cell in self.cells if cell.column.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The matrix of a kabupaten and year: its columns, the rows that the reader sees, and by the code of a column the
    median of the percentages of the whole kabupaten, of those that are worked out and asked for (None of none)."""

    tahun: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    medians: Mapping[str, Fraction | None]
    counted: int
    total: int

    @property
    def middle(self) -> tuple[tuple[Column, Fraction | None], ...]:
        """The medians in the order of the columns."""
        return tuple((column, self.medians.get(column.code)) for column in self.columns)


def read_matrix(kabupaten: Kabupaten, tahun: int, seen: Iterable[int] | None = None) -> Matrix:
    """The matrix of a kabupaten and year with the rows of the kecamatan ``seen`` (None: all) (6 queries where all is
    kept and still holds).

    What is not so is worked out first: a few now, the others by the worker, those that are seen before the others.
    """
    wanted = None if seen is None else set(seen)
    found = take_up(kabupaten, tahun, wanted or ())
    keys = [one.pk for one in found.kecamatan]
    kept, marks = found.rows, found.marks
    reports = _reports(keys, tahun)
    until, earlier = document_deadlines(kabupaten, tahun)
    rows = []
    for one in found.kecamatan:
        row, versions = kept.get(one.pk), reports.get(one.pk, [])
        rows.append(
            Row(
                kecamatan=one,
                cells=(*_documents(row, marks[one.pk], earlier), _report(versions, until)),
                counted=row.dihitung if row else None,
                broken=row.isi.get("broken", "") if row else "",
            )
        )
    columns = _asked_of_somebody(rows)
    shown = tuple(
        Row(
            kecamatan=row.kecamatan,
            cells=tuple(cell for cell in row.cells if cell.column in columns),
            counted=row.counted,
            broken=row.broken,
        )
        for row in rows
        if wanted is None or row.kecamatan.pk in wanted
    )
    return Matrix(
        tahun=tahun,
        columns=columns,
        rows=shown,
        medians=_medians(rows),
        counted=sum(row.current for row in rows),
        total=len(rows),
    )


def _holds(row: Pantauan | None, marks: Marks) -> bool:
    return row is not None and row.tanda_reviu == marks.around


def _documents(row: Pantauan | None, marks: Marks, until: Mapping[str, date]) -> tuple[Cell, ...]:
    """The cells of what was worked out, each with whether it still holds."""
    if row is None:
        return tuple(Cell(column=column, state=UNCOUNTED, current=False) for column in (*DOCUMENTS, REVIU))
    if "broken" in row.isi:
        current = _holds(row, marks)
        return tuple(
            Cell(column=column, state=UNCOUNTABLE, current=current) for column in (*DOCUMENTS, REVIU)
        )
    handed = row.isi["handed"]
    found = tuple(
        _document(
            column,
            row.isi["documents"][column.code],
            current=row.tanda == marks.own,
            time=_time_of(column.code, until.get(column.code), handed)
            if row.isi["documents"][column.code]["state"] != State.UNASKED
            else None,
        )
        for column in DOCUMENTS
    )
    galat, peringatan = row.isi["galat"], row.isi["peringatan"]
    said = [f"{count} {name}" for count, name in ((galat, "galat"), (peringatan, "peringatan")) if count]
    return (
        *found,
        Cell(
            column=REVIU,
            state=REVIEWED[0 if galat else 1 if peringatan else 2],
            words=", ".join(said),
            current=row.tanda_reviu == marks.around,
        ),
    )


def _time_of(code: str, until: date | None, handed: Mapping[str, str | None]) -> Timeliness | None:
    """How it stands to its last day; None where it has none, or is there and nobody knows since when."""
    if until is None or (code in handed and handed[code] is None):
        return None
    moment = handed.get(code)
    return timeliness(until, datetime.fromisoformat(moment) if moment else None)


def _document(column: Column, kept: Mapping[str, Any], *, current: bool, time: Timeliness | None) -> Cell:
    unread = f"{kept['unread']} belum ditinjau" if kept["state"] == State.UNREAD else ""
    return Cell(
        column=column,
        state=kept["state"],
        percent=None if kept["state"] == State.UNASKED else kept["percent"],
        missing=tuple(kept["missing"]),
        words=unread,
        time=time,
        current=current,
    )


def _reports(kecamatan: Sequence[int], tahun: int) -> dict[int, list[Laporan]]:
    """Every version of the reports of a year, the latest last (1 query)."""
    found: defaultdict[int, list[Laporan]] = defaultdict(list)
    for one in Laporan.objects.filter(kecamatan__in=kecamatan, tahun=tahun).order_by("versi"):
        found[one.kecamatan_id].append(one)
    return found


def _report(versions: Sequence[Laporan], until: date) -> Cell:
    time = report_timeliness(versions, until)
    if not versions:
        return Cell(column=LKIP, state=NOT_BEGUN, time=time)
    latest = versions[-1]
    return Cell(column=LKIP, state=latest.status, words=latest.get_status_display().lower(), time=time)


class Dated(Protocol):
    """What a version of a report says of its days."""

    @property
    def batas_waktu(self) -> date | None:
        """Until when it was opened again."""

    @property
    def ditandatangani_pada(self) -> date | None:
        """When it was signed: the day, or the moment."""


def report_timeliness(versions: Sequence[Dated], until: date) -> Timeliness:
    """How the report stands to its last day. A version that came too late is told also when a later one came in time,
    as long as that is not itself missing past its day."""
    each = [timeliness(one.batas_waktu or until, one.ditandatangani_pada) for one in versions]
    latest = each[-1] if each else timeliness(until, None)
    late = [one for one in each if one.time is Time.LATE]
    return latest if latest.time is Time.OVERDUE or not late else max(late, key=lambda one: one.days)


def _asked_of_somebody(rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns, without a triwulan in which no kecamatan measures anything."""
    unasked = {
        column.code
        for column in DOCUMENTS
        if column.page == MEASURED and all(_is_unasked(row.of(column.code)) for row in rows)
    }
    return tuple(column for column in COLUMNS if column.code not in unasked)


def _is_unasked(cell: Cell | None) -> bool:
    return cell is None or cell.state == State.UNASKED


def _medians(rows: Sequence[Row]) -> dict[str, Fraction | None]:
    found: defaultdict[str, list[Fraction]] = defaultdict(list)
    for row in rows:
        for cell in row.cells:
            if cell.current and cell.percent is not None:
                found[cell.column.code].append(Fraction(cell.percent))
    return {column.code: median(found[column.code]) if found[column.code] else None for column in COLUMNS}
