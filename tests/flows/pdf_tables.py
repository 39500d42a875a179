"""Tables of a tagged PDF, put together again where they run over pages, and compared row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reports.document.tree import Dokumen, Part, TableBlock
from tests.flows.read_pdf import Element, tidy

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PdfTable:
    """A table: its title in the document, the page it begins on, its head, and its rows with every cell."""

    title: str
    page: int
    heads: tuple[Row, ...]
    grid: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows without their empty cells."""
        return tuple(tuple(cell for cell in b if cell) for b in self.grid)


def pdf_tables(root: Element, dokumen: Dokumen) -> list[PdfTable]:
    """Every table with a head. Raises :class:`ValueError` when the PDF has other tables than the document.

    A form's table prints no title of its own, so titles are the document's; a printed caption must agree with it.
    """
    whole = [t for t in merge_tables(root.everything("Table")) if _heads(t[0])]
    results = []
    for parts, nama in zip(whole, titles(dokumen), strict=True):
        tercetak = _title(parts[0])
        if tercetak and not tercetak.endswith(tidy(nama)):
            raise ValueError(f"tabel {nama!r} berjudul {tercetak!r} dalam PDF")
        rows = (b for one in parts for body in _children(one, "TBody") for b in _rows(body))
        results.append(PdfTable(nama, parts[0].page, _heads(parts[0]), tuple(rows)))
    return results


def titles(dokumen: Dokumen) -> list[str]:
    """Of every table with a head, in order."""
    return [t.title for t in _dokumen_tables(dokumen) if t.heads]


def merge_tables(tables: Iterable[Element]) -> list[list[Element]]:
    """Group tables with the parts of them on later pages: no title again, but the same head, and below it the groups
    that go on."""
    results: list[list[Element]] = []
    for one in tables:
        before = results[-1] if results else [one]
        heads, again = _heads(before[0]), _heads(one)
        groups = again[len(heads) :] if heads else again
        same_heads = (
            not _title(one)
            and again[: len(heads)] == heads
            and all("(lanjutan)" in " ".join(row) for row in groups)
        )
        if same_heads and one.page > before[-1].page:
            before.append(one)
        else:
            results.append([one])
    return results


def _title(table: Element) -> str:
    return next((e.text() for e in table.everything("Caption")), "")


def _heads(table: Element) -> tuple[Row, ...]:
    return tuple(b for head in _children(table, "THead") for b in _rows(head))


def _rows(parent: Element) -> Iterator[Row]:
    for tr in _children(parent, "TR"):
        yield tuple(cell.text() for cell in _children(tr, "TH", "TD"))


def _children(parent: Element, *kinds: str) -> Iterator[Element]:
    return (a for a in parent.children if isinstance(a, Element) and a.kind in kinds)


def _dokumen_tables(dokumen: Dokumen) -> Iterator[TableBlock]:
    def run(part: Part) -> Iterator[TableBlock]:
        yield from (b for b in part.content if isinstance(b, TableBlock))
        for child in part.children:
            yield from run(child)

    for part in (*dokumen.front, *dokumen.body, *dokumen.lampiran):
        yield from run(part)


def named_table(tables: Sequence[PdfTable], title: str) -> PdfTable:
    """The table with this title, or the only one whose title contains it. Raises :class:`ValueError`."""
    choices = [t for t in tables if t.title == title] or [t for t in tables if title in t.title]
    if len(choices) != 1:
        raise ValueError(f"{len(choices)} tabel berjudul {title!r} dalam {[t.title for t in tables]}")
    return choices[0]


def fits(rows: Sequence[str], expect: Sequence[str]) -> bool:
    """Whether a row says each expected text, in order and as whole words: "5" is not in "95", "5.000" or "5,5"."""
    cell = location = 0
    for text in expect:
        pattern = re.compile(rf"(?<![\w.,]){re.escape(tidy(text))}(?!\w|[.,]\d)")
        while (meet := pattern.search(rows[cell], location)) is None:
            cell, location = cell + 1, 0
            if cell == len(rows):
                return False
        location = meet.end()
    return True


def match(table: PdfTable, expect: Sequence[Sequence[str]]) -> tuple[set[int], str]:
    """Find the expected rows in order. Returns the rows found and, for people, each one that is not there."""
    found: set[int] = set()
    lost: list[str] = []
    start = 0
    for one in expect:
        location = next((i for i in range(start, len(table.rows)) if fits(table.rows[i], one)), None)
        if location is None:
            lost.append(f"  diharapkan  {' | '.join(one)}\n  terdekat    {_nearest(table, one)}")
        else:
            found.add(location)
            start = location + 1
    return found, "\n".join(lost)


def _nearest(table: PdfTable, expect: Sequence[str]) -> str:
    text = " | ".join(expect)
    return max(
        (" | ".join(b) for b in table.rows),
        key=lambda b: SequenceMatcher(None, b, text).ratio(),
        default="(tabel kosong)",
    )
