"""Columns wide enough for their longest word: no figure and no word is torn in a cell. Pure.

The sections say how a table's width is shared; that is kept where it fits. Where it does not, or where rows would be
higher by it than they need to be (:mod:`reports.document.low_rows`), columns with room to spare give; a table that is
too full for its type is set in the next smaller one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from reports.charts.text_width import text_width
from reports.document.low_rows import Words, lower_rows
from reports.document.plain_text import plain_text
from reports.document.table_layout import PlacedCell, table_layout
from reports.document.tree import Bold, Inline, Italic, LineBreak, Mark, Pecahan, TableBlock
from reports.document.whole_words import joined_as_one
from sakip.capaian.rounding import share_by_largest_remainder

Measurement = Literal["biasa", "kecil", "mini"]

#: Type size of a table in thousandths of the text's; css/print/dokumen.css says the same.
SKALA: Final[dict[Measurement, int]] = {"biasa": 834, "kecil": 750, "mini": 709}

# In thousandths of the type size, as in css/print/dokumen.css: padding of both sides, one step of indentation,
# and what a fraction adds to its words.
_PADDING: Final = 800
_INDENT_STEP: Final = 1000
_PECAHAN: Final = 900
_PENGALI: Final = 350
_LINE: Final = 300  # micrometres: a border and what rounding may take
_MICRON_PER_POINT: Final = Decimal("352.778")

# A line may break at a space, and after a hyphen or slash before a letter; nowhere in a figure, a code or a range, nor
# in words that are read as one.
_DASH: Final = re.compile(r"[ \t\n]+|(?<=[-/–])(?=[^\W\d_])")

# Letters that are kept together at most: no word of the language and no code is longer. What is, is broken inside its
# cell, and takes no more room from the other columns than such a word.
_WHOLE: Final = 30

#: Texts of cells that are measured once: those of a few documents.
_TEXTS: Final = 8192


def fit_widths(
    table: TableBlock, *, content_width: Decimal, font_size: Decimal
) -> tuple[tuple[int, ...], Measurement]:
    """Whole percents that sum to 100, and the type size, for a table.

    ``content_width`` is the width of the page's text in millimetres, ``font_size`` its type size in points. Raises
    the :class:`ValueError` of :func:`reports.document.table_layout.table_layout`.
    """
    original = tuple(k.width for k in table.columns)
    space = int(content_width * 1000)
    needed: list[int] = []
    size: Measurement
    for size in _smaller(table.size):
        huruf = int(font_size * _MICRON_PER_POINT * SKALA[size] / 1000)
        needed = [-(-micron * 100 // space) for micron in _needed_widths(table, huruf)]
        if sum(needed) <= 100:
            lower = lower_rows(_words(table, huruf), _divide(original, needed), needed, space)
            return _level(table, lower, needed), size
    return _prefer_number(table, needed), "mini"


def _smaller(size: Measurement) -> tuple[Measurement, ...]:
    kinds = tuple(SKALA)
    return kinds[kinds.index(size) :]


def _needed_widths(table: TableBlock, huruf: int) -> list[int]:
    """The narrowest width of each column in micrometres, for type of ``huruf`` micrometres."""
    widths = [0] * len(table.columns)
    for cells, whole in _rows(table):
        for location in cells:
            if location.cell.column == 1:
                words = _longest(location.cell.content, huruf, bold=whole or location.cell.bold)
                beside = (_PADDING + location.indent * _INDENT_STEP) * huruf // 1000 + _LINE
                widths[location.column] = max(widths[location.column], words + beside)
    return widths


def _rows(table: TableBlock) -> list[tuple[tuple[PlacedCell, ...], bool]]:
    """Every row, head and body, and whether it is bold as a whole."""
    layout = table_layout(table)
    bold = [True] * len(layout.heads) + [row.kind != "biasa" for row in table.rows]
    return list(zip((*layout.heads, *layout.rows), bold, strict=True))


def _words(table: TableBlock, huruf: int) -> list[list[Words]]:
    """The words of every row, head and body, as bold as they are."""
    heads = len(table.heads)
    return [
        [
            Words(
                column=one.column,
                columns=one.cell.column,
                rows=one.cell.row,
                lines=_lines(plain_text(one.cell.content), huruf, bold=whole or one.cell.bold),
                besides=(_PADDING + one.indent * _INDENT_STEP) * huruf // 1000
                + _LINE
                + _beside_fraction(one.cell.content, huruf),
                blank=text_width(" ", huruf),
                figure=number >= heads and one.alignment != "kiri",
            )
            for one in row
        ]
        for number, (row, whole) in enumerate(_rows(table))
    ]


@lru_cache(_TEXTS)
def _lines(text: str, huruf: int, *, bold: bool) -> tuple[tuple[int, ...], ...]:
    return tuple(
        tuple(text_width(word, huruf, bold=bold) for word in _DASH.split(line))
        for line in joined_as_one(text).split("\n")
    )


def _longest(content: Inline, huruf: int, *, bold: bool) -> int:
    """Width of the longest piece that no line break divides. Of a line that is bold in part a word is measured as the
    boldest that is in it."""
    pieces = (content,) if isinstance(content, str) else content
    bold = bold or any(isinstance(p.piece if isinstance(p, Mark) else p, Bold) for p in pieces)
    text = ""
    widest = 0
    for p in pieces:
        match p:
            case Pecahan():
                widest = max(widest, _pecahan_width(p, huruf))
                text += " "
            case LineBreak():
                text += " "
            case Bold(text=words) | Italic(text=words) | Mark(piece=Bold(text=words) | Italic(text=words)):
                text += words
            case Mark(piece=str(words)):
                text += words
            case str():
                text += p
    return max(widest, _longest_word(text, huruf, bold=bold))


def _pecahan_width(p: Pecahan, huruf: int) -> int:
    word = max(_longest_word(part, huruf, bold=True) for part in (p.pembilang, p.penyebut))
    return word + _beside_fraction((p,), huruf)


def _beside_fraction(content: Inline, huruf: int) -> int:
    """What of its cell a fraction leaves to no words: the room around them, and its multiplier."""
    fractions = [] if isinstance(content, str) else [p for p in content if isinstance(p, Pecahan)]
    return max((_pengali_width(p, huruf) + _PECAHAN * huruf // 1000 for p in fractions), default=0)


def _pengali_width(p: Pecahan, huruf: int) -> int:
    return text_width(p.pengali, huruf, bold=True) + _PENGALI * huruf // 1000 if p.pengali else 0


@lru_cache(_TEXTS)
def _longest_word(text: str, huruf: int, *, bold: bool) -> int:
    return max(text_width(word[:_WHOLE], huruf, bold=bold) for word in _DASH.split(joined_as_one(text)))


def _divide(original: tuple[int, ...], needed: list[int]) -> tuple[int, ...]:
    """Give every column what it needs, taken from the others in the measure of what they can spare."""
    less = sum(max(p - s, 0) for s, p in zip(original, needed, strict=True))
    if not less:
        return original
    fetch = _porsi(less, [max(s - p, 0) for s, p in zip(original, needed, strict=True)])
    return tuple(max(s, p) - a for s, p, a in zip(original, needed, fetch, strict=True))


def _level(table: TableBlock, widths: tuple[int, ...], needed: list[int]) -> tuple[int, ...]:
    """Columns of figures that their section makes equally wide stay so: what they differ by goes to the widest column.
    No words have less room by it."""
    level = list(widths)
    alike = [(k.width, k.alignment) for k in table.columns]
    for kind in {one for one in alike if one[1] == "kanan" and alike.count(one) > 1}:
        columns = [n for n, one in enumerate(alike) if one == kind]
        least = max(min(widths[n] for n in columns), *(needed[n] for n in columns))
        others = [n for n in range(len(level)) if n not in columns]
        spared = sum(widths[n] - least for n in columns)
        if others and spared > 0 and all(widths[n] >= least for n in columns):
            for n in columns:
                level[n] = least
            level[max(others, key=lambda n: widths[n])] += spared
    return tuple(level)


def _prefer_number(table: TableBlock, needed: list[int]) -> tuple[int, ...]:
    """Too full at any size: columns of figures get what they need, words share the rest and may be broken."""
    words = [0 if k.alignment == "kanan" else p for k, p in zip(table.columns, needed, strict=True)]
    rest = 100 - sum(needed) + sum(words)
    if rest < len(words) or not any(words):
        return _porsi(100, needed)
    return tuple(b or p for b, p in zip(_porsi(rest, words), needed, strict=True))


def _porsi(jumlah: int, bobot: list[int]) -> tuple[int, ...]:
    return tuple(int(part) for part in share_by_largest_remainder(bobot, Decimal(jumlah), desimal=0))
