"""A PDF with text as a paper: what its pages say, tables by the lines that are drawn around their cells."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import pdfplumber

from reports.papers.paper import Block, Paper, PaperUnreadable, Row, Spot, Table, Text, joined
from reports.papers.plain_text import goes_on

MOST_PAGES: Final = 400
#: Fewer characters than that on a page were scanned.
_LEAST_TEXT: Final = 20
_DIGITS: Final = re.compile(r"\d+")
#: What stands at the same place on so many of the pages is their head or foot.
_REPEATED: Final = 0.4
_LINES: Final = {"vertical_strategy": "lines", "horizontal_strategy": "lines", "snap_tolerance": 4}


def pdf_paper(content: bytes, name: str, *, check: Callable[[], None] = lambda: None) -> Paper:
    """The paper of a PDF. ``check`` is called before each page, and may raise. Raises :class:`PaperUnreadable`."""
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                raise PaperUnreadable(
                    f"PDF ini {len(pdf.pages)} halaman; paling banyak {MOST_PAGES}. Unggah bagian yang diperlukan."
                )
            pages = [_page(page, check) for page in pdf.pages]
    except PaperUnreadable:
        raise
    except Exception as error:  # what a PDF library raises of a broken or locked file is anything
        raise PaperUnreadable(
            "PDF ini rusak atau dilindungi sandi dan tidak dapat dibaca. Simpan ulang tanpa sandi, lalu unggah lagi."
        ) from error
    scanned = [number for number, lines in enumerate(pages, start=1) if _length(lines) < _LEAST_TEXT]
    if len(scanned) * 2 > len(pages):
        raise PaperUnreadable(
            f"PDF ini hasil pindaian: {len(scanned)} dari {len(pages)} halaman tidak memuat teks yang dapat dibaca."
            " Unggah berkas Word-nya, atau PDF yang disimpan dari Word."
        )
    ends = _ends(pages)
    blocks = [block for number, lines in enumerate(pages, start=1) for block in _blocks(lines, number, ends)]
    return Paper(name=name, blocks=joined(blocks), pages=len(pages))


_Line = tuple[float, "str | list[tuple[str, ...]]"]
"""How far down a page something begins, and what: a line of text, or the rows of a table."""


def _page(page: Any, check: Callable[[], None]) -> list[_Line]:
    check()
    tables = [table for table in page.find_tables(_LINES) if len(table.rows) and len(table.rows[0].cells) > 1]
    found: list[_Line] = []
    for table in tables:
        rows = [tuple(" ".join((cell or "").split()) for cell in row) for row in table.extract()]
        if any(any(row) for row in rows):
            found.append((table.bbox[1], [row for row in rows if any(row)]))

    def outside(thing: Any) -> bool:
        middle = (thing["top"] + thing["bottom"]) / 2, (thing["x0"] + thing["x1"]) / 2
        return not any(
            t.bbox[1] <= middle[0] <= t.bbox[3] and t.bbox[0] <= middle[1] <= t.bbox[2] for t in tables
        )

    rest = page.filter(lambda thing: thing["object_type"] != "char" or outside(thing)) if tables else page
    found += [(line["top"], " ".join(line["text"].split())) for line in rest.extract_text_lines(strip=True)]
    page.flush_cache()
    return sorted(found, key=lambda one: one[0])


def _length(lines: Sequence[_Line]) -> int:
    return sum(
        len(said) if isinstance(said, str) else sum(len(cell) for row in said for cell in row)
        for _, said in lines
    )


def _ends(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """The first and last lines that most pages have, their numbers left out."""
    counted: Counter[str] = Counter()
    for lines in pages:
        texts = [said for _, said in lines if isinstance(said, str)]
        counted.update({_DIGITS.sub("#", text) for text in (*texts[:2], *texts[-2:])})
    least = max(3, len(pages) * _REPEATED)
    return frozenset(text for text, count in counted.items() if count >= least)


def _blocks(lines: Sequence[_Line], page: int, ends: frozenset[str]) -> Iterator[Block]:
    kept: Text | None = None
    for number, (_, said) in enumerate(lines, start=1):
        at = Spot(page=page, line=number)
        if isinstance(said, str):
            if not said or _DIGITS.sub("#", said) in ends:
                continue
            if kept and goes_on(kept.text, said):
                kept = Text(text=f"{kept.text} {said}", at=kept.at)
                continue
            if kept:
                yield kept
            kept = Text(text=said, at=at)
            continue
        if kept:
            yield kept
            kept = None
        yield Table(rows=tuple(Row(cells=row, at=at) for row in said))
    if kept:
        yield kept
