"""A PDF with text as a paper: what its pages say, tables by the lines that are drawn around their cells."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pdfplumber

from kecamatan.ground.errors import broken_as
from kecamatan.ground.texts import legible_text
from reports.papers.joined import joined
from reports.papers.paper import Block, Paper, PaperUnreadable, Row, Spot, Table, Text
from reports.papers.pdf_lines import ITEM, LISTED, Letter, Line, lines_of, paragraphs, run_on, setting_of
from reports.papers.pdf_tables import (
    PageTable,
    goes_on,
    one_line,
    one_table,
    open_ends,
    page_table,
    reaching,
    within,
    words_in,
)

MOST_PAGES: Final = 400
#: Fewer characters than that on a page were scanned.
_LEAST_TEXT: Final = 20
#: Of a page, what a picture of it fills.
_FILLED: Final = 0.4
#: Lines and boxes of a page; a full table has some hundred.
_MOST_LINES: Final = 5000
#: Points; a line of a table is thinner.
_THICK: Final = 4
_DIGITS: Final = re.compile(r"\d+")
#: What stands at the same place on so many of the pages is their head or foot.
_REPEATED: Final = 0.4
#: A table of one row that begins so many pages at one place is their head.
_LEAST_HEADS: Final = 3
#: Lines of a page that may be its head, or its foot.
_OUTER: Final = 2
_LINES: Final = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 4}
#: Says only that a table goes on: "Lanjutan Tabel 3.1".
_CONTINUED: Final = re.compile(
    r"\W*(?:tabel\s+[\d.]+\s*)?\W*lanjutan\b.{0,60}|.{0,60}\(lanjutan\)\W*", re.IGNORECASE
)
_ENDED: Final = (".", ":", ";", "?", "!")
_LONG: Final = 60


@dataclass(frozen=True, slots=True)
class PageParts:
    """What stands on a page: its tables, and the lines outside them; ``letters`` counts what is written on it."""

    tables: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    width: float
    letters: int
    pictured: bool = False
    """Whether a picture fills most of it."""


_Item = tuple[float, "str | PageTable"]
"""How far down a page something begins, and what: a paragraph, or a table."""


def pdf_paper(content: bytes, name: str, *, check: Callable[[], None] = lambda: None) -> Paper:
    """The paper of a PDF. ``check`` is called before each page, and may raise InputError. Raises
    :class:`PaperUnreadable`."""
    broken = PaperUnreadable(
        "PDF ini rusak atau dilindungi sandi dan tidak dapat dibaca. Simpan ulang tanpa sandi, lalu unggah lagi."
    )
    with broken_as(broken), pdfplumber.open(io.BytesIO(content)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise PaperUnreadable(
                f"PDF ini {len(pdf.pages)} halaman; paling banyak {MOST_PAGES}. Unggah bagian yang diperlukan."
            )
        pages = [_parts(page, check) for page in pdf.pages]
    scanned = [number for number, page in enumerate(pages, start=1) if page.letters < _LEAST_TEXT]
    if len(scanned) * 2 > len(pages):
        raise PaperUnreadable(
            f"PDF ini hasil pindaian: {len(scanned)} dari {len(pages)} halaman tidak memuat teks yang dapat dibaca."
            " Unggah berkas Word-nya, atau PDF yang disimpan dari Word."
        )
    pictures = tuple(number for number in scanned if pages[number - 1].pictured)  # others are blank
    return Paper(name=name, blocks=joined(list(blocks_of(pages))), pages=len(pages), scanned=pictures)


def _parts(page: Any, check: Callable[[], None]) -> PageParts:
    """What stands on a page; its letters and lines are forgotten at once, or a long paper fills the memory."""
    check()
    letters = [Letter(legible_text(c["text"]), c["x0"], c["top"], c["x1"], c["bottom"]) for c in page.chars]
    tables: list[PageTable] = []
    # A page with more lines is a map or a drawing.
    if len(page.rects) + len(page.lines) + len(page.curves) <= _MOST_LINES:
        for kind in ("line", "curve"):
            page.objects[kind] = [one for one in page.objects.get(kind, ()) if _rules_off(one)]
        settings = _LINES | {"explicit_horizontal_lines": open_ends(page.edges)}
        boxes = [[list(row.cells) for row in table.rows] for table in page.find_tables(settings)]
        reaching(boxes, page.edges, letters)
        tables = [one for rows in boxes if rows and (one := page_table(rows, letters)) is not None]
    width = float(page.width)
    covered = sum(abs(one["width"] * one["height"]) for one in page.images)
    pictured = covered > _FILLED * width * float(page.height)
    page.close()
    rest = [letter for letter in letters if not any(within(letter, table.box) for table in tables)]
    return PageParts(
        tables=tuple(tables),
        lines=tuple(lines_of(rest)),
        width=width,
        letters=len(letters),
        pictured=pictured,
    )


def _rules_off(line: dict[str, Any]) -> bool:
    """Whether a line may be one of a table: the strokes of a watermark are thick, and slant."""
    if (line.get("linewidth") or 0) > _THICK:
        return False
    return line["object_type"] == "curve" or min(line["width"], line["height"]) <= 1


def blocks_of(pages: Sequence[PageParts]) -> Iterator[Block]:
    """The texts and tables of the pages in order, what a page cuts made whole, heads and feet of pages left out."""
    items, known = _items(pages)
    whole: list[tuple[Spot, str | PageTable]] = []
    for number, page in enumerate(items, start=1):
        mine = [(Spot(page=number, line=at), item) for at, (_, item) in enumerate(page, start=1) if item]
        while len(mine) > 1 and isinstance(mine[0][1], str) and _CONTINUED.fullmatch(mine[0][1]):
            if not isinstance(mine[1][1], PageTable):
                break
            mine.pop(0)
        if mine and whole:
            joint = _over_the_page(whole[-1][1], mine[0][1], known)
            if joint is not None:
                whole[-1] = whole[-1][0], joint
                mine.pop(0)
        whole += mine
    for at, item in whole:
        if isinstance(item, str):
            listed = LISTED.search(item)
            yield Text(text=item[: listed.start()] if listed else item, at=at, contents=listed is not None)
        else:
            yield Table(
                rows=tuple(
                    Row(cells=tuple(one_line(cell.text if cell else "", known) for cell in row), at=at)
                    for row in item.rows
                )
            )


def _over_the_page(
    last: str | PageTable, first: str | PageTable, known: frozenset[str]
) -> str | PageTable | None:
    """What ends a page and what begins the next as one, None where they are two."""
    if isinstance(last, PageTable) and isinstance(first, PageTable):
        return one_table(last, first) if goes_on(last, first) else None
    if isinstance(last, str) and isinstance(first, str):
        going = (
            len(last) >= _LONG
            and not last.endswith(_ENDED)
            and not ITEM.match(first)
            and not LISTED.search(last)
        )
        return run_on(last, first, known) if going and not first.isupper() else None
    return None


def _items(pages: Sequence[PageParts]) -> tuple[list[list[_Item]], frozenset[str]]:
    """What stands on each page, from the top down, without its head and foot; and the words of the paper that no line
    divided."""
    setting = setting_of([(page.width, page.lines) for page in pages])
    texts = [line.text for page in pages for line in page.lines]
    known = words_in(texts + [text for page in pages for table in page.tables for text in table.texts])
    heads, feet = _ends(pages)
    found: list[list[_Item]] = []
    for page in pages:
        kept = [
            line
            for at, line in enumerate(page.lines)
            if not (at < _OUTER and _said(line.text) in heads)
            and not (at >= len(page.lines) - _OUTER and _said(line.text) in feet)
        ]
        items: list[_Item] = [(table.top, table) for table in page.tables if _said(table) not in heads]
        items += paragraphs(kept, setting, page.width, known)
        found.append(sorted(items, key=lambda one: one[0]))
    return found, known


def _said(item: str | PageTable) -> str:
    """What it says, its numbers left out; of a table of one row where it stands, as the head of a page has another
    text in every chapter."""
    if isinstance(item, str):
        return _DIGITS.sub("#", " ".join(item.split()))
    return f"{[round(edge) for edge in item.box]}" if len(item.rows) == 1 else " ".join(item.texts)


def _ends(pages: Sequence[PageParts]) -> tuple[frozenset[str], frozenset[str]]:
    """What most pages begin with, and what they end with, numbers left out."""
    heads: Counter[str] = Counter()
    feet: Counter[str] = Counter()
    for page in pages:
        heads.update({_said(line.text) for line in page.lines[:_OUTER]})
        heads.update({_said(table) for table in page.tables[:1] if len(table.rows) == 1})
        feet.update({_said(line.text) for line in page.lines[-_OUTER:]})
    least = max(_LEAST_HEADS, len(pages) * _REPEATED)
    repeated = [
        frozenset(
            said for said, count in one.items() if count >= (_LEAST_HEADS if said[:1] == "[" else least)
        )
        for one in (heads, feet)
    ]
    return repeated[0], repeated[1]
