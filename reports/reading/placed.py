"""The tables of a paper with the texts around them, their rows brought under their heads. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reports.examine.cells import read_value
from reports.papers.headed import HeadedTable, headed
from reports.papers.paper import Paper, Row, Table, Text
from reports.papers.roles import Role
from sakip.text.units import multiple_of_rupiah_above

#: Texts on each side that may tell what a table is.
_AROUND: Final = 6
_NUMBER_ALONE: Final = re.compile(r"\(?\d{1,2}[.)]?|[ivxIVX]{1,4}[.)]?")
#: The last chapter of a report, and what may stand first behind it: the documents themselves.
_CLOSING: Final = re.compile(r"(?:bab\s+(?:iv|v|4|5)\b.*|penutup)\W*", re.IGNORECASE)
_APPENDED: Final = re.compile(
    r"(?:daftar\s+)?lampiran\b|(?:pernyataan\s+)?perjanjian\s+kinerja\b|(?:surat\s+)?keputusan\b|pemerintah\s+kabupaten\b|"
    r"rencana\s+(?:kinerja|strategis)\b|indikator\s+kinerja\s+utama\b|matri[kx]s?\b",
    re.IGNORECASE,
)
#: "2.3 ", "B. ": before the title of a part.
_NUMBERED: Final = r"(?:(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})*[.)]?\s+)?"
#: The title of a document that a report takes in, or of its next chapter.
_TITLED: Final = re.compile(
    rf"{_NUMBERED}(?:(?:lampiran\s+\w+\.?\s+)?(?:rencana\s+(?:kinerja\s+tahunan|aksi|strategis)|perjanjian\s+kinerja|keputusan\s+camat"
    r"|matriks\b|indikator\s+kinerja\s+utama|pohon\s+kinerja)|bab\s+[ivx]+\b)",
    re.IGNORECASE,
)
_YEARLY_PLAN: Final = re.compile(
    rf"{_NUMBERED}(?:lampiran\s+\w+\.?\s+)?rencana\s+kinerja\s+tahunan[^.]{{0,40}}$", re.IGNORECASE
)
_INDICATORS: Final = re.compile(r"\W*indikator\s+kinerja\s+(individu|utama)\b", re.IGNORECASE)
_VALUED: Final = (Role.TARGET, Role.REALISASI, Role.CAPAIAN)
_WORDS: Final = (Role.TUJUAN, Role.SASARAN, Role.INDIKATOR, Role.INDIKATOR_TUJUAN)


@dataclass(frozen=True, kw_only=True)
class PlacedTable:
    """A table, and the texts between it and the tables before and behind it, the nearest first."""

    headed: HeadedTable
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    appended: bool = False
    """Whether it stands behind the report, in the document itself: what that says is worded as it was agreed."""
    individual: bool = False
    """Whether it stands under "Indikator Kinerja Individu": of one official, not of the kecamatan."""
    planned: bool = False
    """Whether it stands in a rencana kinerja tahunan: below its title, before that of another document."""

    @property
    def title(self) -> str:
        """What stands right above it, in small letters."""
        return " ".join((*reversed(self.before), self.headed.table.caption)).casefold()

    @property
    def heading(self) -> str:
        """Its caption and the two texts right above it, in small letters."""
        return " ".join((*self.before[:2], self.headed.table.caption)).casefold()

    @property
    def multiple(self) -> str:
        """What its amounts are where they are no whole rupiah: "ribuan", "jutaan"; else empty."""
        heads = " ".join(head.text for head in self.headed.heads)
        return multiple_of_rupiah_above(f"{self.heading} {heads}")

    @property
    def has(self) -> frozenset[Role]:
        """What its columns hold."""
        return self.headed.roles


def placed_tables(paper: Paper) -> list[PlacedTable]:
    """The tables in order; one without a head right behind another of as many columns goes on with its rows."""
    found: list[PlacedTable] = []
    texts: list[str] = []
    closed = appended = individual = planned = False
    for block in paper.blocks:
        if isinstance(block, Text):
            if not block.contents:
                texts.append(block.text)
                if of := _INDICATORS.match(block.text):
                    individual = of[1].casefold() == "individu"
                if _TITLED.match(block.text):
                    planned = bool(_YEARLY_PLAN.match(block.text))
                closed = closed or bool(_CLOSING.fullmatch(block.text))
                appended = appended or (closed and bool(_APPENDED.match(block.text)))
            continue
        if found and texts:
            found[-1] = replace(found[-1], after=tuple(texts[:_AROUND]))
        one = headed(block)
        last = found[-1].headed if found else None
        if last and not texts and _nameless(one) and _nameless(last) is False and _as_wide(block, last):
            joined = HeadedTable(table=last.table, heads=last.heads, rows=(*last.rows, *one.table.rows))
            found[-1] = replace(found[-1], headed=joined)
            continue
        before = tuple(reversed(texts[-_AROUND:]))
        if last and not texts and _nameless(last):
            before = found[
                -1
            ].before  # what stands above a table that only lays out words is the title of the next
        found.append(
            PlacedTable(headed=one, before=before, appended=appended, individual=individual, planned=planned)
        )
        texts = []
    if found and texts:
        found[-1] = replace(found[-1], after=tuple(texts[:_AROUND]))
    return found


def appended_first(tables: Sequence[PlacedTable]) -> list[PlacedTable]:
    """The tables in the order in which their wording counts: the documents themselves, then what a report says of
    them."""
    return sorted(tables, key=lambda one: not one.appended)


def _nameless(table: HeadedTable) -> bool:
    return table.roles <= {Role.OTHER}


def _as_wide(table: Table, last: HeadedTable) -> bool:
    return abs(table.width - len(last.heads)) <= 1


def aligned(table: HeadedTable) -> Iterator[Row]:
    """Its rows, each cell under its head: a number that stands in a cell of its own before a text is taken out, unless
    the values of its row stand under their heads with it."""
    words = set(table.columns(*_WORDS))
    valued = table.columns(*_VALUED)
    for row in table.rows:
        cells = list(row.cells)
        for at in sorted(words):
            if at + 1 < len(cells) and _NUMBER_ALONE.fullmatch(cells[at]) and _is_words(cells[at + 1]):
                without = [*cells[:at], *cells[at + 1 :]]
                if _values(without, valued) >= _values(cells, valued):
                    cells = without
        yield replace(row, cells=tuple(cells)) if len(cells) != len(row.cells) else row


def _values(cells: Sequence[str], at: Sequence[int]) -> int:
    """How many of these columns hold a value."""
    return sum(x < len(cells) and read_value(cells[x]) is not None for x in at)


def _is_words(cell: str) -> bool:
    return len(cell) > 2 and sum(char.isalpha() for char in cell) * 2 > len(cell)
