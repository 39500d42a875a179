"""Tables of a text as a whole: their rows with what stands in each column, which rows total others, which nest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Final

from sakip.checks.material import Passage, Shape
from sakip.text.reading.figures import Figure, FigureKind, figures

#: What a cell holds that holds no number and yet stands in a column of numbers.
_NOTHING: Final = frozenset({"", "-", "–", "—", "0", "nihil"})
_TOTAL: Final = re.compile(
    r"(?:sub\s*-?\s*)?(?:jumlah|total)(?:\s+(?:total|jumlah|se(?:luruh|mua)(?:nya)?|keseluruhan|umum|akhir|besar|anggaran|"
    r"belanja|pagu|realisasi|program|kegiatan|pegawai|asn|pns|non|dan|sdm|aparatur|biaya|\(?[a-z]\)?|[ivx]+|\d|[+&]))*\s*[:.]?",
    re.IGNORECASE,
)
_ALL: Final = re.compile(r"total|seluruh|semua|besar|umum", re.IGNORECASE)
_LEVEL: Final = re.compile(
    r"^\W*(?:(?P<sub>sub\s*-?\s*kegiatan)|(?P<kegiatan>kegiatan)|(?P<program>program))\b", re.IGNORECASE
)
_LEVELS: Final = {"program": 0, "kegiatan": 1, "sub": 2}
_CODE: Final = re.compile(r"\d{1,2}(?:\.\d{1,4})+\.?")
_ROMAN: Final = re.compile(r"[IVX]+[.)]?")
_LETTER: Final = re.compile(r"[A-Za-z][.)]?")
_DIGITS: Final = re.compile(r"\d{1,2}[.)]?")
_BULLET: Final = re.compile(r"[-–•*]")


#: As much is an amount of money.
_MONEY: Final = 100_000
#: One row in so many may not tell how deep it is nested.
_FEW: Final = 8


@dataclass(frozen=True)
class Row:
    """A row of a table, its cells by their columns."""

    passage: Passage
    cells: dict[int, str]

    def figure(self, column: int) -> Figure | None:
        """The number that fills a cell, with its unit; None where there is none or more than a number."""
        return cell_figure(self.cells.get(column, ""))

    def empty(self, column: int) -> bool:
        """Whether nothing is told there, or nothing is what is told."""
        return self.cells.get(column, "").strip().casefold() in _NOTHING

    @cached_property
    def label(self) -> str:
        """Its first words: a cell that holds no number and no numbering."""
        words = (self.cells[x].strip() for x in sorted(self.cells))
        return next((w for w in words if w and not _numbering(w) and cell_figure(w) is None), "")

    @cached_property
    def counts(self) -> bool:
        """Whether it holds numbers beside its numbering."""
        return any(figure and not _numbering(figure.text) for figure in map(self.figure, self.cells))

    @cached_property
    def totals(self) -> bool:
        """Whether it claims to be the total of rows above it."""
        return _TOTAL.fullmatch(self.label) is not None

    @cached_property
    def totals_all(self) -> bool:
        """Whether it claims so of all of them."""
        return self.totals and _ALL.search(self.label) is not None


@dataclass(frozen=True)
class Table:
    """A table of a text: what stands above its columns, and the rows below."""

    heads: dict[int, str]
    rows: tuple[Row, ...]

    @cached_property
    def money(self) -> frozenset[int]:
        """The columns that hold money."""
        columns = set()
        for row in self.rows:
            for column in row.cells:
                figure = row.figure(column)
                if figure is not None and (figure.kind is FigureKind.RUPIAH or amount(figure) >= _MONEY):
                    columns.add(column)
        return frozenset(columns)

    @cached_property
    def levels(self) -> Levels | None:
        """How deep the rows are nested; None where most do not tell."""
        for told, way in ((True, _by_name), (True, _by_code), (False, _by_numbering)):
            said = [None if row.totals else way(row) for row in self.rows]
            known = list(dict.fromkeys(one for one in said if one is not None))
            untold = [row for row, one in zip(self.rows, said, strict=True) if one is None]
            dark = sum(row.counts and not row.totals for row in untold)
            if len(known) > 1 and dark <= (len(self.rows) // _FEW if told else 0):
                rank = sorted(known) if told else known  # by numbering: what comes first is outermost
                depths = (
                    -1 if row.totals else None if one is None else rank.index(one)
                    for row, one in zip(self.rows, said, strict=True)
                )
                return Levels(tuple(depths), told)
        return None


@dataclass(frozen=True, slots=True)
class Levels:
    """How deep the rows of a table are nested: -1 of a total, None of a row that does not tell. ``told`` holds where
    their words or codes say so, not their numbering alone."""

    depths: tuple[int | None, ...]
    told: bool

    def children(self, parent: int) -> list[int]:
        """The rows right below one: those of the least depth up to the next that is no deeper than it. None where a row
        among them does not tell."""
        own, below = self.depths[parent], dict[int, int]()
        for at in range(parent + 1, 0 if own is None or own < 0 else len(self.depths)):
            depth = self.depths[at]
            if depth is None:
                return []
            if own is None or depth <= own:
                break
            below[at] = depth
        return _outermost(below)

    def rows_at(self, rows: Sequence[int]) -> list[int]:
        """The outermost of these rows."""
        return _outermost({at: depth for at in rows if (depth := self.depths[at]) is not None})


def _outermost(depths: dict[int, int]) -> list[int]:
    least = min(depths.values(), default=0)
    return [at for at, depth in depths.items() if depth == least]


def tables_of(passages: Sequence[Passage]) -> Iterator[Table]:
    """The tables of a report, in order. The first row of one without a head is its head where it holds no number."""
    for (shape, _, _), found in groupby(passages, key=lambda p: (p.shape, p.place, p.block)):
        if shape is not Shape.ROW:
            continue
        rows = [Row(p, dict(zip(p.columns or range(len(p.cells)), p.cells, strict=True))) for p in found]
        heads: dict[int, str] = {}
        for row in rows:
            for x, above in zip(row.cells, row.passage.heads, strict=False):
                heads[x] = heads.get(x) or above
        if not any(heads.values()) and not any(figures(cell) for cell in rows[0].cells.values()):
            heads, rows = rows[0].cells, rows[1:]
        rows = [row for row in rows if row.cells != heads]  # said again on the next page
        if rows:
            yield Table(heads, tuple(rows))


@lru_cache(maxsize=4096)
def cell_figure(cell: str) -> Figure | None:
    """The number that fills a cell by itself or with its unit alone ("12 orang")."""
    text = cell.strip()
    found = figures(text)
    if len(found) != 1 or found[0].start:
        return None
    rest = text[found[0].end :].strip().casefold()
    return found[0] if rest in ("", found[0].unit) else None


def amount(figure: Figure | None) -> Decimal:
    """What it counts; nothing where it is not there."""
    return Decimal(0) if figure is None or figure.value is None else figure.value


def is_percent(figure: Figure | None) -> bool:
    """Whether it is a share."""
    return figure is not None and figure.kind is FigureKind.PERCENT


def _numbering(cell: str) -> bool:
    return any(p.fullmatch(cell) for p in (_ROMAN, _LETTER, _DIGITS, _BULLET, _CODE))


def _by_name(row: Row) -> int | None:
    found = _LEVEL.match(row.label)
    return _LEVELS[found.lastgroup or ""] if found else None


def _by_code(row: Row) -> int | None:
    first = next((c.strip() for c in row.cells.values() if c.strip()), "")
    return first.strip(".").count(".") if _CODE.fullmatch(first) or _DIGITS.fullmatch(first) else None


def _by_numbering(row: Row) -> int | None:
    first = row.cells[min(row.cells)].strip()
    for level, pattern in enumerate((_ROMAN, _LETTER, _DIGITS, _BULLET)):
        if pattern.fullmatch(first):
            return level
    return None
