"""What the kecamatan of a kabupaten came to in a year, side by side: their comparable IKU, their means, their serapan.

Read from what is kept (:mod:`reports.monitoring.kept`), in a number of queries that does not depend on how many
kecamatan there are. What is not known enters no median and no rank, and how many did is always said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from statistics import median
from typing import Any, Final

from kecamatan.models import Kabupaten, Kecamatan
from reports.models import Pantauan
from reports.monitoring.comparable import UNMEASURED, Apart, Iku, alike_of, sort_out
from reports.monitoring.figures import Figure, Figures, IndikatorFigures
from reports.monitoring.kept import take_up
from reports.peers.alike import Alike, called
from sakip.capaian.rounding import round_half_up
from sakip.snapshot.codec import from_plain
from sakip.text.working import persen, shown_decimals

#: Of a kecamatan whose own IKU are others.
NOT_ITS: Final = "bukan IKU-nya"
UNCOUNTED: Final = "belum dihitung"
UNCOUNTABLE: Final = "catatan rusak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """A median, exactly, and of how many kecamatan it is, with how many of them nobody signed; None of none. It is
    printed with ``desimal`` decimals."""

    exact: Fraction | None
    of: int
    drafts: int = 0
    desimal: int = 2

    @property
    def nilai(self) -> Decimal | None:
        """As it is printed."""
        return None if self.exact is None else round_half_up(self.exact, self.desimal)

    @property
    def said(self) -> str:
        """ "96,50%"; empty where there is none."""
        return "" if self.nilai is None else persen(self.nilai)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An IKU of a kecamatan, ``own`` as it is there: its figure, or in ``without`` why there is none to ask for."""

    column: Iku
    own: IndikatorFigures | None = None
    figure: Figure | None = None
    without: str = ""

    @property
    def said(self) -> str:
        """What stands in the cell."""
        return self.figure.said if self.figure else self.without

    @property
    def asked(self) -> bool:
        """Whether the IKU is one of the kecamatan at all."""
        return self.without != NOT_ITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A kecamatan: its figures (None: never worked out, or its records are ``broken``), and whether they still hold."""

    kecamatan: Kecamatan
    figures: Figures | None
    current: bool
    broken: str = ""
    cells: tuple[Cell, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether its figures enter medians and ranks."""
        return self.figures is not None and self.current

    @property
    def rerata(self) -> Figure | None:
        """The mean that its LKIP prints."""
        return self.figures.rerata if self.figures else None

    @property
    def serapan(self) -> Figure | None:
        """The serapan of its whole budget."""
        return self.figures.serapan if self.figures else None

    @property
    def without(self) -> str:
        """Why there are no figures, in a word; empty where there are."""
        return "" if self.figures else UNCOUNTABLE if self.broken else UNCOUNTED

    def of(self, code: str) -> Cell | None:
        """The cell of a column; None where there is no such column."""
        return next((cell for cell in self.cells if cell.column.code == code), None)

    def figure(self, code: str) -> Figure | None:
        """What it is measured by a column, or, without a code, by its mean."""
        if not code:
            return self.rerata
        cell = self.of(code)
        return cell.figure if cell else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A kabupaten and year: the comparable IKU, what is left apart of what the reader sees, every kecamatan, and of
    them the ``seen`` ones. ``source`` says of which figures the medians are (empty: of all)."""

    tahun: int
    columns: tuple[Iku, ...]
    apart: tuple[Apart, ...]
    every: tuple[Row, ...]
    seen: frozenset[int]
    source: str = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that the reader sees."""
        return tuple(row for row in self.every if row.kecamatan.pk in self.seen)

    @property
    def total(self) -> int:
        """How many kecamatan there are."""
        return len(self.every)

    @property
    def counted(self) -> int:
        """How many are worked out since their last change."""
        return sum(row.current for row in self.every)

    @property
    def skala(self) -> tuple[str, ...]:
        """The predikat from the highest down; where scales differ, those of the other ones behind them."""
        return tuple(dict.fromkeys(one for row in self.every if row.figures for one in row.figures.skala))

    def middle(self, code: str = "") -> Middle:
        """The median of a column, or, without a code, of the means; of whole figures that still hold alone."""
        return middle_of((row.figure(code), signed) for row, signed in self._counting())

    def _counting(self) -> Iterator[tuple[Row, bool]]:
        """The rows whose figures enter medians, each with whether they are signed."""
        for row in self.every:
            if row.counts and row.figures and self.source in ("", row.figures.said):
                yield row, row.figures.signed

    @property
    def middle_serapan(self) -> Middle:
        """That of serapan."""
        return middle_of((row.serapan, signed) for row, signed in self._counting())

    @property
    def middles(self) -> tuple[tuple[Iku, Middle], ...]:
        """Those of the columns, in their order."""
        return tuple((column, self.middle(column.code)) for column in self.columns)

    def column(self, code: str) -> Iku | None:
        """The column of that code."""
        return next((one for one in self.columns if one.code == code), None)


def middle_of(figures: Iterable[tuple[Figure | None, bool]]) -> Middle:
    """The median of those that are whole, each with whether it is signed."""
    known = [
        (one, signed) for one, signed in figures if one is not None and one.whole and one.tepat is not None
    ]
    exact = [one.tepat for one, _ in known if one.tepat is not None]
    decimals = max((shown_decimals(one.nilai) for one, _ in known if one.nilai is not None), default=2)
    return Middle(
        exact=median(exact) if exact else None,
        of=len(exact),
        drafts=sum(not signed for _, signed in known),
        desimal=decimals,
    )


def read_comparison(kabupaten: Kabupaten, tahun: int, seen: Iterable[int]) -> Comparison:
    """What is kept of a kabupaten and year, side by side (4 queries where all is kept and still holds)."""
    wanted = frozenset(seen)
    kept = take_up(kabupaten, tahun, wanted)
    rows = [_row(one, kept.rows.get(one.pk), current=kept.is_current(one.pk)) for one in kept.kecamatan]
    return assembled(tahun, rows, wanted)


def assembled(tahun: int, rows: Sequence[Row], seen: frozenset[int]) -> Comparison:
    """The comparison of the rows of a kabupaten, of which the reader sees these; pure."""
    alike = alike_of(row.figures for row in rows if row.figures)
    columns, apart = sort_out(((row.kecamatan.nama, row.figures) for row in rows if row.figures), alike)
    return Comparison(
        tahun=tahun,
        columns=columns,
        apart=tuple(_told(apart, {row.kecamatan.nama for row in rows if row.kecamatan.pk in seen})),
        every=tuple(_with_cells(row, columns, alike) for row in rows),
        seen=seen,
    )


def _told(apart: Iterable[Apart], names: set[str]) -> Iterator[Apart]:
    """What is left apart of the kecamatan that the reader sees: nothing is told of another one's."""
    for one in apart:
        if own := tuple(name for name in one.kecamatan if name in names):
            yield replace(one, kecamatan=own)


def figures_kept(content: Any) -> Figures | None:
    """The figures in what is kept of a year; None where its records were broken."""
    return from_plain(content["capaian"], Figures) if "capaian" in content else None


def _row(kecamatan: Kecamatan, kept: Pantauan | None, *, current: bool) -> Row:
    return Row(
        kecamatan=kecamatan,
        figures=figures_kept(kept.isi) if kept else None,
        current=current,
        broken=kept.isi.get("broken", "") if kept else "",
    )


def _with_cells(row: Row, columns: Iterable[Iku], alike: Alike) -> Row:
    if row.figures is None:
        cells = tuple(Cell(column=column, without=row.without) for column in columns)
    else:
        own = alike.keys(one for one in row.figures.indikator if one.iku)
        unmeasured = ((one.nama, key) for key, one in own.items() if one.capaian is None)
        names = {name for nama, key in unmeasured for name in called(nama, key)}
        cells = tuple(_cell(column, own.get(column.key), names) for column in columns)
    return replace(row, cells=cells)


def _cell(column: Iku, one: IndikatorFigures | None, unmeasured: set[str]) -> Cell:
    if one is not None:
        return Cell(column=column, own=one, figure=one.capaian)
    return Cell(column=column, without=NOT_ITS if column.called.isdisjoint(unmeasured) else UNMEASURED)
