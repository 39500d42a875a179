"""What the shape of a document costs its reader, counted: pure functions over its tree, its words and its rows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Final

from reports.document.numbering import traverse
from reports.document.plain_text import plain_text
from reports.document.tree import Block, Dokumen, ItemList, Narrative, ParagraphBlock, Part, TableBlock

#: A table of so many rows ought to stand on one page.
LOW_ROWS: Final = 6
#: Points between two words from which a line looks torn.
WIDE_GAP: Final = 8.0
#: Points by which the last word of a justified line may miss the edge of the text.
_EDGE: Final = 1.5
#: What leads to a number in a list.
_LEADER: Final = "....."
#: Words in a row that tell whose text it is.
_OWN_WORDS: Final = 5
#: Words from which a cell says something that one would notice twice.
_TELLING_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, its box in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def blocks_of(parts: Iterable[Part]) -> Iterator[Block]:
    """Every block of the parts and of what stands below them."""
    for part in parts:
        for one in traverse(part):
            yield from one.content


def tables_of(parts: Iterable[Part]) -> list[TableBlock]:
    return [block for block in blocks_of(parts) if isinstance(block, TableBlock)]


def numbered_tables(dokumen: Dokumen) -> list[TableBlock]:
    return [t for t in tables_of((*dokumen.front, *dokumen.body, *dokumen.lampiran)) if t.numbered]


def one_row_tables(tables: Iterable[TableBlock]) -> list[TableBlock]:
    """Tables that state one thing: a single row beside the headings of groups and the sums."""
    return [t for t in tables if sum(r.kind == "biasa" for r in t.rows) <= 1 and len(t.rows) <= 2]


def joined(pieces: Iterable[tuple[bool, int, list[int]]]) -> list[list[int]]:
    """Tables of the pieces that the pages make of them: what has no caption, but a head like that of the table which
    ended on the page before, goes on.

    A piece is whether it has a caption, how many cells the first row of its head has, and the pages of its rows.
    """
    result: list[list[int]] = []
    before = 0
    for captioned, heads, rows in pieces:
        if result and not captioned and heads == before and rows[0] == result[-1][-1] + 1:
            result[-1] += rows
        else:
            result.append(list(rows))
        before = heads
    return result


def torn_tables(rows: Iterable[Sequence[int]]) -> list[Sequence[int]]:
    """Low tables that stand on more than one page, of the pages of every table's rows."""
    return [pages for pages in rows if len(pages) <= LOW_ROWS and len(set(pages)) > 1]


def opened_by_a_torn_table(rows: Iterable[Sequence[int]]) -> set[int]:
    """Pages that begin with rows of a table from the page before."""
    return {page for pages in rows for page in set(pages) - {pages[0]}}


def repeated_cells(dokumen: Dokumen) -> tuple[int, int]:
    """How many telling cells of the appendices stand word for word in a table of BAB II, and how many there are."""
    said = {text for part in dokumen.body[1:2] for t in tables_of((part,)) for text in _telling(t)}
    appended = [text for t in tables_of(dokumen.lampiran) for text in _telling(t)]
    return sum(text in said for text in appended), len(appended)


def _telling(table: TableBlock) -> Iterator[str]:
    for row in table.rows:
        for cell in row.cells:
            text = " ".join(plain_text(cell.content).split()).casefold()
            if len(text.split()) >= _TELLING_WORDS:
                yield text


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words on one baseline, from left to right."""
    lines: dict[float, list[Word]] = defaultdict(list)
    for word in words:
        lines[round(word.bottom)].append(word)
    return [sorted(line, key=lambda w: w.left) for _, line in sorted(lines.items())]


def justified(lines: Iterable[Sequence[Word]], edge: float) -> list[Sequence[Word]]:
    """Lines that reach the right edge of the text; cells of a table end before it, and dots lead to a page number."""
    return [
        line
        for line in lines
        if len(line) > 1 and abs(line[-1].right - edge) <= _EDGE and not any(_LEADER in w.text for w in line)
    ]


def has_wide_gap(line: Sequence[Word]) -> bool:
    """Whether justification tore it: that makes all gaps of a line alike, unlike the tabs of numbers and labels."""
    return median_low(b.left - a.right for a, b in pairwise(line)) > WIDE_GAP


def unused(words: Iterable[Word], top: float, bottom: float) -> float:
    """The share of the text area below its last word."""
    inside = [w.bottom for w in words if top <= w.top and w.bottom <= bottom]
    return (bottom - max(inside, default=top)) / (bottom - top)


def written_runs(dokumen: Dokumen) -> set[tuple[str, ...]]:
    """Every run of words by which a text that people wrote is known."""
    runs: set[tuple[str, ...]] = set()
    for block in blocks_of((*dokumen.front, *dokumen.body, *dokumen.lampiran)):
        for one in block.content if isinstance(block, Narrative) else ():
            for text in _texts(one):
                runs.update(runs_of(text))
    return runs


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """Runs of words; what a line break divides with a hyphen is one word again."""
    words = re.findall(r"\w+", re.sub(r"(?<=\w)[-\u00ad]\s*\n\s*", "", text).casefold())
    yield from (tuple(words[i : i + _OWN_WORDS]) for i in range(len(words) - _OWN_WORDS + 1))


def has_written(page: str, runs: Collection[tuple[str, ...]]) -> bool:
    return any(run in runs for run in runs_of(page))


def _texts(block: ParagraphBlock | ItemList | TableBlock) -> Iterator[str]:
    match block:
        case ParagraphBlock():
            yield plain_text(block.content)
        case ItemList():
            for item in block.items:
                yield plain_text(item.content)
                for below in item.children:
                    yield from _texts(below)
        case TableBlock():
            for row in block.rows:
                yield from (plain_text(cell.content) for cell in row.cells)
