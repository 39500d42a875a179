"""A PDF with text as a paper: what its pages say, tables by the lines that are drawn around their cells."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import pdfplumber
from pdfplumber.utils import cluster_objects, extract_text

from reports.papers.paper import Block, Paper, PaperUnreadable, Row, Spot, Table, Text, joined
from reports.papers.plain_text import goes_on

MOST_PAGES: Final = 400
#: Fewer characters than that on a page were scanned.
_LEAST_TEXT: Final = 20
_DIGITS: Final = re.compile(r"\d+")
#: What stands at the same place on so many of the pages is their head or foot.
_REPEATED: Final = 0.4
_MARKS: Final = ".,;:()/\"'"
#: Points within which letters stand on one line.
_SAME_LINE: Final = 3
#: Between two lines of which the first had no room for one more letter.
_GOES_ON: Final = "\x1f"
_FULL: Final = re.compile(rf"(?P<piece>[^\s{_GOES_ON}]+)(?P<full>{_GOES_ON})(?=(?P<rest>[^\s{_GOES_ON}]+))")
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
    ends, known = _ends(pages), _words(pages)
    blocks = [
        block for number, lines in enumerate(pages, start=1) for block in _blocks(lines, number, ends, known)
    ]
    return Paper(name=name, blocks=joined(blocks), pages=len(pages))


_Line = tuple[float, "str | list[tuple[str, ...]]"]
"""How far down a page something begins, and what: a line of text, or the rows of a table."""


def _page(page: Any, check: Callable[[], None]) -> list[_Line]:
    check()
    tables = [table for table in page.find_tables(_LINES) if len(table.rows) and len(table.rows[0].cells) > 1]
    found: list[_Line] = []
    for table in tables:
        rows = [tuple(_cell(page, box) for box in row.cells) for row in table.rows]
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


def _cell(page: Any, box: tuple[float, float, float, float] | None) -> str:
    """The lines of a cell; a line of one word that was full ends in :data:`_GOES_ON` instead of a line break."""
    if box is None:
        return ""
    left, top, right, bottom = box
    chars = [
        char
        for char in page.chars
        if left <= (char["x0"] + char["x1"]) / 2 <= right
        and top <= (char["top"] + char["bottom"]) / 2 <= bottom
    ]
    lines = [
        sorted(line, key=lambda char: char["x0"])
        for line in cluster_objects(chars, "doctop", _SAME_LINE)
        if line
    ]
    edge = right - max(0.0, min((line[0]["x0"] for line in lines), default=left) - left)
    text = ""
    for at, line in enumerate(lines):
        said = " ".join(extract_text(line).split())
        text += said
        if at + 1 < len(lines):
            following = lines[at + 1][0]
            full = line[-1]["x1"] + following["width"] > edge
            text += _GOES_ON if full and " " not in said else "\n"
    return text.strip()


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


def _words(pages: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """Every word of the paper that was surely not divided: it stands in a line with others."""
    known: set[str] = set()
    for _, said in (line for lines in pages for line in lines):
        cells = [said] if isinstance(said, str) else [cell for row in said for cell in row]
        for tokens in (line.split() for cell in cells for line in re.split(rf"[\n{_GOES_ON}]", cell)):
            if len(tokens) > 1:
                known.update(token.casefold().strip(_MARKS) for token in tokens)
    return frozenset(known)


def one_line(cell: str, known: frozenset[str]) -> str:
    """The lines of a cell as one. Where a line was so full that not one more letter had room, a word or a number goes
    on in the next, unless both its pieces are words of the paper and it is none."""
    text = cell
    for found in reversed(list(_FULL.finditer(cell))):
        piece, rest = found["piece"], found["rest"]
        words = {piece.casefold().strip(_MARKS), rest.casefold().strip(_MARKS)}
        capital = rest[0].isupper() and piece[-1].islower()
        apart = capital or (words <= known and (piece + rest).casefold().strip(_MARKS) not in known)
        text = text[: found.start("full")] + (" " if apart else "") + text[found.end("full") :]
    return " ".join(text.replace(_GOES_ON, " ").split())


def _blocks(
    lines: Sequence[_Line], page: int, ends: frozenset[str], known: frozenset[str]
) -> Iterator[Block]:
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
        yield Table(
            rows=tuple(Row(cells=tuple(one_line(cell, known) for cell in row), at=at) for row in said)
        )
    if kept:
        yield kept
