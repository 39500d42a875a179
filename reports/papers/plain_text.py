"""A text file as a paper: rows of tables are lines divided by tabs or upright strokes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from kecamatan.ground.texts import legible_text
from reports.papers.joined import joined
from reports.papers.paper import Block, Paper, Room, Row, Spot, Table, Text
from reports.papers.spaced import spaced_rows
from sakip.text.decoding import decoded

#: Between head and rows, and where a cell was empty when the text was made.
_RULE: Final = re.compile(r"[\s|:+=_-]*")
#: Signs of a text that was made of a formatted one: bold, italic, headings.
_STARS: Final = re.compile(r"\*{1,3}(?=\S)(.+?)(?<=\S)\*{1,3}")
_HEADING: Final = re.compile(r"^#{1,6}\s+")
_FRACTION: Final = re.compile(r"\\[dt]?frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}")
_COMMAND: Final = re.compile(r"\\(?:text|mathrm|mathbf)\{([^{}]*)\}")
_TAG: Final = re.compile(
    r"</?(?:p|br|ul|ol|li|b|i|u|strong|em|sub|sup|span|div|td|tr|th)\b[^>]*>", re.IGNORECASE
)
_SIGNS: Final = {
    "\\times": "×",
    "\\%": "%",
    "\\left": "",
    "\\right": "",
    "\\quad": " ",
    "$$": "",
    "$": "",
    "~~": "",
}
#: Letters of what is no paragraph any more, and into what it is cut.
_LONGEST: Final = 20_000
_PIECE: Final = 4_000
#: Blocks between two of which it is asked whether to go on.
_OFTEN: Final = 100
#: A line that ends so long was broken because it was full.
_FULL: Final = 60
_ENDS: Final = (".", ":", ";", "?", "!")
#: Words and marks with which no line ends that says all it has to say.
_OPEN: Final = re.compile(
    r"(?:,|\b(?:dan|atau|serta|yang|di|ke|dari|dalam|pada|untuk|oleh|dengan|tentang|sebagai|bahwa|antara|bagi|atas))$"
)
#: What stands between a title and the number of its page.
_LEADER: Final = re.compile(r"(?P<leader>[\s.…_]*)(?P<page>\d{1,3}|[ivx]{1,5})$")
#: The lists in front of a paper, and where they end.
_LIST: Final = re.compile(r"daftar\s+(?:isi|tabel|gambar|lampiran|grafik)\b", re.IGNORECASE)
#: Behind the first cell of a row: two or more that say nothing.
_EMPTY_CELLS: Final = re.compile(r"\t[ ]*\t\s*$")
#: Cells of a line of such a list: its number, its title, its page.
_LISTED: Final = 3
_CHAPTER: Final = re.compile(r"(?:bab\s+[ivx\d]+|kata\s+pengantar|ikhtisar|ringkasan)\b", re.IGNORECASE)


def text_paper(content: bytes, name: str, *, check: Callable[[], None] = lambda: None) -> Paper:
    """The paper of a text file; a form feed begins a page. ``check`` is called before each page, and now and then
    within a long one, and may raise InputError. Raises :class:`reports.papers.paper.PaperUnreadable`."""
    room = Room(check)
    sheets = room.take(decoded(content)).split("\f")
    blocks: list[Block] = []
    number = 0
    for page, sheet in enumerate(sheets, start=1):
        check()
        lines = [piece for line in sheet.splitlines() for piece in _pieces(legible_text(line))]
        for at, block in enumerate(_blocks(lines, number, page if len(sheets) > 1 else 0)):
            if not at % _OFTEN:
                check()
            blocks.append(block)
        number += len(lines)
    return Paper(name=name, blocks=joined(blocks), pages=len(sheets) if len(sheets) > 1 else 0)


def _pieces(line: str) -> list[str]:
    """A line in pieces where it is longer than any paragraph or row: a text that was saved without its line breaks."""
    return wrap(line, _PIECE, expand_tabs=False, replace_whitespace=False) if len(line) > _LONGEST else [line]


def _blocks(lines: Sequence[str], before: int, page: int) -> Iterator[Block]:
    rows: list[Row] = []
    kept: Text | None = None
    listing = False
    spaced = spaced_rows(lines)
    for number, raw in enumerate(lines, start=before + 1):
        if ("|" in raw or "\t" in raw) and raw.strip() and not _RULE.sub("", raw):
            continue  # the line below a head
        at = Spot(page=page, line=number)
        contents = _contents(raw, listing=listing)
        if not contents and raw.strip():
            line = plain(raw)
            listing = bool(_LIST.match(line)) or (listing and not _CHAPTER.match(line))
        if (told := spaced.get(number - before - 1)) is not None and not told:
            continue  # it stands in the row above
        cells = told or (() if contents else _cells(raw))
        if len([*filter(None, cells)]) > _LISTED:
            listing = False  # what is listed has a title and a page: this is a table, and the list is over
        if listing and cells:
            contents, cells = " ".join(filter(None, cells)), ()
        if rows and raw.strip() and not cells and not contents and _within(lines, number - before - 1):
            cells = (plain(raw),)
        if kept and (cells or contents or not raw.strip()):
            yield kept
            kept = None
        if cells:
            rows.append(Row(cells=cells, at=at))
            continue
        if rows:
            yield Table(rows=tuple(rows))
            rows = []
        if contents:
            yield Text(text=contents, at=at, contents=True)
        elif text := plain(raw):
            if kept and goes_on(kept.text, text):
                kept = Text(text=f"{kept.text} {text}", at=kept.at)
                continue
            if kept:
                yield kept
            kept = Text(text=text, at=at)
    if kept:
        yield kept
    if rows:
        yield Table(rows=tuple(rows))


def _within(lines: Sequence[str], at: int) -> bool:
    """Whether a line that is no row stands within a table: its other cells are empty, or the line below is a row."""
    return any(
        bool(_EMPTY_CELLS.search(line)) or (below and bool(_cells(line)))
        for below, line in enumerate(lines[at : at + 2])
    )


def _contents(line: str, *, listing: bool) -> str:
    """The title of a line that ends in the number of its page: behind dots, or within a list (``listing``)."""
    text = line.strip()
    found = _LEADER.search(text[-40:])
    if found is None or not (title := text[: len(text) - len(found[0])]).strip():
        return ""
    leader = found["leader"]
    if "..." in leader or "…" in leader or (listing and ("\t" in leader or len(leader) > 2)):
        return plain(title).rstrip(". …")
    return ""


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a line that is a row of a table; nothing of another, or of one that rules off."""
    stripped = line.strip()
    if not _RULE.sub("", line):
        return ()
    if stripped.startswith("|") and stripped.count("|") > 1:
        parts = stripped.strip("|").split("|")
    elif "\t" in line.rstrip():
        parts = line.rstrip("\n").split("\t")
    else:
        return ()
    return tuple(
        "" if not _RULE.sub("", part) and part.strip() not in ("-", "–") else plain(part) for part in parts
    )


def plain(text: str) -> str:
    """A text without the signs by which bold, italic and formulas were written."""
    line = _HEADING.sub("", " ".join(_TAG.sub(" ", text).split()) if "<" in text else " ".join(text.split()))
    if "\\" in line:
        line = _COMMAND.sub(r"\1", line)
        line = _FRACTION.sub(r"(\1) / (\2)", line)
    for sign, meant in _SIGNS.items():
        line = line.replace(sign, meant)
    return _STARS.sub(r"\1", line).replace("**", "").strip()


def goes_on(line: str, below: str) -> bool:
    """Whether a line was broken because it was full: a small letter goes on, or the last word asks for another."""
    return (
        len(line) >= _FULL
        and not line.endswith(_ENDS)
        and (below[:1].islower() or (below[:1].isalpha() and bool(_OPEN.search(line))))
    )
