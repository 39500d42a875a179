"""Budget rows on several levels: which of them are parts, which is the printed sum of parts, what they add up to.

A document prints a program, its kegiatan and their sub kegiatan, each with an amount, and people type it as printed; a
sub kegiatan may be split once more, over the kelurahan or units that carry it out.
A row above more detailed ones is a *control total*: it says once more what its parts say, so it is compared with their
sum and never added to it. Only where a part is not known does it stand in for them, because an amount that the
document states is known. A row that is not ``rinci`` is no control total but a part: what the document leaves
unexplained below a program or kegiatan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from sakip.capaian.arithmetic import complete_total, fixed_precision

NOT_DETAILED = "Tidak dirinci lebih lanjut"
"""Name of a remainder that came without one."""


class LevelRow(Protocol):
    """A row that says where it stands: codes and names, empty below its own level; names alone before codes existed."""

    @property
    def program(self) -> str:
        """Code of its program."""

    @property
    def nama_program(self) -> str:
        """Name of its program."""

    @property
    def kegiatan(self) -> str:
        """Code of its kegiatan."""

    @property
    def nama_kegiatan(self) -> str:
        """Name of its kegiatan."""

    @property
    def sub_kegiatan(self) -> str:
        """Code of its sub kegiatan."""

    @property
    def nama_sub_kegiatan(self) -> str:
        """Name of its sub kegiatan."""

    @property
    def unit(self) -> str:
        """The kelurahan or unit that carries out its part of the sub kegiatan, empty where there is one only."""

    @property
    def rinci(self) -> bool:
        """False for what the document leaves unexplained."""


class SpentRow(LevelRow, Protocol):
    """A budget row with what the year's serapan needs (rupiah), None where not known."""

    @property
    def pagu(self) -> Decimal | None:
        """Pagu in force."""

    @property
    def realisasi(self) -> Decimal | None:
        """What was spent."""


class BudgetRow(SpentRow, Protocol):
    """A budget row as it is recorded, with each of its amounts."""

    @property
    def pagu_murni(self) -> Decimal | None:
        """Pagu at the start of the year."""

    @property
    def pagu_perubahan(self) -> Decimal | None:
        """Pagu after the change, where the row was changed."""


R = TypeVar("R", bound=LevelRow)
B = TypeVar("B", bound=BudgetRow)
Amount = Callable[[R], Decimal | None]


@dataclass(frozen=True, slots=True)
class Step:
    """One level of where a row stands."""

    kode: str
    nama: str

    @property
    def key(self) -> str:
        """What tells it from its siblings."""
        # Before the nomenklatur of 2021 rows have names and no codes.
        return self.kode or self.nama


@dataclass(frozen=True, slots=True)
class BudgetLevel(Generic[R]):
    """A program, kegiatan, sub kegiatan or the part of one kelurahan or unit, with what stands below it.

    ``own`` are the rows that stand at this very level: the control total where there are ``children``, else the part
    itself.
    """

    step: Step
    own: tuple[R, ...]
    children: tuple[BudgetLevel[R], ...]

    @property
    def controls(self) -> tuple[R, ...]:
        """The rows that say once more what the children say."""
        return self.own if self.children else ()

    def details(self) -> Iterator[R]:
        """The rows that are not split further, in order."""
        if not self.children:
            yield from self.own
        for child in self.children:
            yield from child.details()

    def addends(self, amount: Amount[R]) -> list[R]:
        """The rows whose ``amount`` adds up to this level's: the details where all are known, else what states it."""
        if not self.children:
            return list(self.own)
        parts = [row for child in self.children for row in child.addends(amount)]
        stated = bool(self.own) and complete_total(map(amount, self.own)) is not None
        return list(self.own) if stated and complete_total(map(amount, parts)) is None else parts

    def total(self, amount: Amount[R]) -> Decimal | None:
        """What the level adds up to; None where that is not known."""
        return complete_total(map(amount, self.addends(amount)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlDifference(Generic[R]):
    """A control total that is not the sum of its parts. ``complete`` is False where a part is not known and the known
    ones come to more already."""

    row: R
    column: str
    stated: Decimal
    parts: Decimal
    complete: bool

    @property
    def difference(self) -> Decimal:
        """How much more the control total says than its parts."""
        return self.stated - self.parts

    @property
    def gap(self) -> Decimal:
        """How far apart the two are."""
        return abs(self.difference)


def row_steps(row: LevelRow) -> tuple[Step, Step, Step, Step]:
    """All four levels of a row, empty below its own."""
    return (
        Step(row.program, row.nama_program),
        Step(row.kegiatan, row.nama_kegiatan),
        Step(row.sub_kegiatan, row.nama_sub_kegiatan),
        Step("", row.unit),
    )


def row_path(row: LevelRow) -> tuple[Step, ...]:
    """From the program down to the deepest level that the row names."""
    full = row_steps(row)
    depth = next((n for n in (4, 3, 2) if full[n - 1].key), 1)
    path = full[:depth]
    # A remainder that ends at a row with a code is a part of that row, not the row itself.
    return path if row.rinci or not path[-1].kode or depth >= 3 else (*path, Step("", NOT_DETAILED))


def build_levels(rows: Sequence[R]) -> tuple[BudgetLevel[R], ...]:
    """The programs with what stands below them, in the order of first appearance."""
    return _levels([(row_path(row), row) for row in rows], 0)


def _levels(rows: Sequence[tuple[tuple[Step, ...], R]], depth: int) -> tuple[BudgetLevel[R], ...]:
    groups: dict[str, list[tuple[tuple[Step, ...], R]]] = {}
    for path, row in rows:
        groups.setdefault(path[depth].key, []).append((path, row))
    return tuple(_level(group, depth) for group in groups.values())


def _level(rows: Sequence[tuple[tuple[Step, ...], R]], depth: int) -> BudgetLevel[R]:
    step = rows[0][0][depth]
    if all(len(path) == depth + 1 for path, _ in rows):
        return BudgetLevel(step, tuple(row for _, row in rows), ())
    own = tuple(row for path, row in rows if len(path) == depth + 1 and row.rinci)
    below = [
        (path if len(path) > depth + 1 else (*path, Step("", NOT_DETAILED)), row)
        for path, row in rows
        if len(path) > depth + 1 or not row.rinci
    ]
    return BudgetLevel(step, own, _levels(below, depth + 1))


def addends(rows: Sequence[R], amount: Amount[R]) -> list[R]:
    """The rows whose ``amount`` is added up, each thing once."""
    return [row for level in build_levels(rows) for row in level.addends(amount)]


@fixed_precision
def total_amount(rows: Sequence[R], amount: Amount[R]) -> Decimal | None:
    """What rows of any levels add up to; None where a part is not known and no row above states it."""
    return complete_total(map(amount, addends(rows, amount)))


def _walk(levels: Sequence[BudgetLevel[R]]) -> Iterator[BudgetLevel[R]]:
    for level in levels:
        yield level
        yield from _walk(level.children)


# Amounts of :meth:`BudgetLevel.total`.
pagu_murni_of: Callable[[BudgetRow], Decimal | None] = attrgetter("pagu_murni")
pagu_perubahan_of: Callable[[BudgetRow], Decimal | None] = attrgetter("pagu_perubahan")
pagu_of: Callable[[SpentRow], Decimal | None] = attrgetter("pagu")
realisasi_of: Callable[[SpentRow], Decimal | None] = attrgetter("realisasi")

#: What a control total states, and what of its parts that is the sum of: a row whose pagu was not changed keeps the
#: pagu murni in the sum of the perubahan.
_COLUMNS: tuple[
    tuple[str, Callable[[BudgetRow], Decimal | None], Callable[[BudgetRow], Decimal | None]], ...
] = (
    ("pagu murni", pagu_murni_of, pagu_murni_of),
    ("pagu perubahan", pagu_perubahan_of, pagu_of),
    ("realisasi", realisasi_of, realisasi_of),
)


@fixed_precision
def control_differences(rows: Sequence[B]) -> list[ControlDifference[B]]:
    """Every control total that its parts contradict, column by column.

    Where a part is not known the two can still contradict each other: amounts are never below 0, so the known parts
    alone may come to more than is stated.
    """
    found = []
    for level in _walk(build_levels(rows)):
        for row in level.controls:
            for column, stated_by, added_by in _COLUMNS:
                stated = stated_by(row)
                if stated is None:
                    continue
                amounts = [added_by(r) for child in level.children for r in child.addends(added_by)]
                known = [a for a in amounts if a is not None]
                complete = len(known) == len(amounts)
                parts = sum(known, Decimal(0))
                if (complete and parts != stated) or parts > stated:
                    found.append(
                        ControlDifference(
                            row=row, column=column, stated=stated, parts=parts, complete=complete
                        )
                    )
    return found
