"""The letters of a page made lines, and lines paragraphs: by where they stand and whether a line was full. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from reports.papers.paper import raised

#: Of the height of its letters: what is farther apart than this is two words, or two columns.
_SPACE, _APART = 0.2, 2.5
#: Letters of which so much of the height is the same stand on one line.
_SAME_LINE: Final = 0.5
#: Lines that are farther apart than so many of their usual distances belong to two paragraphs.
_NEXT: Final = 1.15
#: The rest of a title in a table of contents has fewer letters.
_REST: Final = 40
#: In heights of its letters, from one line of a list to the next.
_LISTED_APART: Final = 2.2
_NUMBERED: Final = re.compile(r"(?:Tabel|Gambar|Grafik|Lampiran)\s", re.IGNORECASE)
#: A full line ends no farther from the right edge than so many times where lines begin from the left.
_MARGINS: Final = 1.5
#: A distance is usual that so many have, and more than this; so many lines end no farther right than a full one;
#: letters of one paragraph differ in height by less.
_USUAL, _LEAST, _WIDEST, _SIZE = 0.05, 0.8, 0.9, 0.2
#: An item begins: "a. ", "(1) ", "- ", "2.1 ".
ITEM: Final = re.compile(
    r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\(?[a-zA-Z][.)])\s|[-–•➤➢*>]\s?\S|Tab(?:el|le)\s+\d|BAB\s|KE(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH)\s*(?::|$)"
)
_ENDS: Final = (".", ":", ";", "?", "!")
#: A line of a table of contents: dots, and the number of a page.
LISTED: Final = re.compile(r"\s*(?:[.…]\s?){4,}\s*(?:\d{1,3}|[ivxl]{1,6})$")
#: A word that was divided at the end of its line.
_DIVIDED: Final = re.compile(r"(?P<piece>[^\W\d_]{2,})[-‐\xad]$")


#: What a note or a square is raised by, in heights of the letters before it, and how much smaller it is.
_RAISED, _SMALLER = 0.1, 0.92


class Letter(NamedTuple):
    """A letter and the box around it, in points from the upper left corner of its page."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or what stands of it in one column: its words and the box around them.

    ``first`` and ``letter`` are the widths of its first word and of that word's first letter; ``apart`` holds where
    something else stands left of it on the same line.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    first: float
    letter: float
    apart: bool = False

    @property
    def height(self) -> float:
        """Of its letters."""
        return self.bottom - self.top


def lines_of(letters: Sequence[Letter], *, columns: bool = False) -> list[Line]:
    """The lines from the top down. With ``columns`` what stands far apart on one line is told apart."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (one.top + one.bottom) / 2):
        middle = (letter.top + letter.bottom) / 2
        last = rows[-1][-1] if rows else None
        if last is not None and middle - (last.top + last.bottom) / 2 < _SAME_LINE * min(
            last.bottom - last.top, letter.bottom - letter.top
        ):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [line for row in rows for line in _pieces(sorted(row, key=lambda one: one.x0), columns)]


def _pieces(row: Sequence[Letter], columns: bool) -> Iterator[Line]:
    piece: list[Letter] = []
    before = False
    for letter in row:
        if not letter.text.strip():
            continue
        if columns and piece and letter.x0 - piece[-1].x1 > _APART * (letter.bottom - letter.top):
            yield _line(row, piece, before)
            piece, before = [], True
        piece.append(letter)
    if piece:
        yield _line(row, piece, before)


def _is_raised(base: Letter, letter: Letter) -> bool:
    height = base.bottom - base.top
    return letter.bottom - letter.top < _SMALLER * height and letter.bottom < base.bottom - _RAISED * height


def _line(row: Sequence[Letter], piece: Sequence[Letter], before: bool) -> Line:
    blanks = [one.x0 for one in row if not one.text.strip()]
    text = piece[0].text
    first = 0.0
    at = 0
    base = piece[0]
    for last, letter in pairwise(piece):
        while at < len(blanks) and blanks[at] < last.x0:
            at += 1
        blank = at < len(blanks) and blanks[at] <= letter.x0
        if blank or letter.x0 - last.x1 > _SPACE * (letter.bottom - letter.top):
            text += " "
            first = first or last.x1 - piece[0].x0
        if _is_raised(base, letter):
            text += raised(letter.text)
        else:
            text, base = text + letter.text, letter
    right = piece[-1].x1
    return Line(
        text=" ".join(text.split()),
        x0=piece[0].x0,
        top=min(one.top for one in piece),
        x1=right,
        bottom=max(one.bottom for one in piece),
        first=first or right - piece[0].x0,
        letter=piece[0].x1 - piece[0].x0,
        apart=before,
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a paper are set: from one to the next within a paragraph, in heights of their letters, and where
    full lines end, by the width of the page."""

    distance: float
    right: dict[int, float]

    def ends_at(self, width: float) -> float:
        """Where a full line of such a page ends."""
        return self.right.get(round(width), width)


def setting_of(pages: Sequence[tuple[float, Sequence[Line]]]) -> Setting:
    """That of these pages, each with its width: of the usual distances the smallest, of the right ends what a good part
    of the widest lines reach."""
    gaps: Counter[float] = Counter()
    ends: dict[int, list[float]] = {}
    for width, lines in pages:
        ends.setdefault(round(width), []).extend(line.x1 for line in lines if not line.apart)
        for line, below in pairwise(lines):
            if below.top > line.top and not below.apart:
                gaps[round((below.top - line.top) / max(line.height, 1), 1)] += 1
    counted = sum(gaps.values())
    usual = min(
        (gap for gap, count in gaps.items() if count >= _USUAL * counted and gap > _LEAST), default=1.2
    )
    left = {round(width): min((line.x0 for line in lines), default=0.0) for width, lines in pages if lines}
    right = {
        width: max(sorted(each)[int(len(each) * _WIDEST)], width - _MARGINS * left.get(width, 0.0))
        for width, each in ends.items()
        if each
    }
    return Setting(distance=usual, right=right)


def paragraphs(
    lines: Sequence[Line], setting: Setting, width: float, known: frozenset[str] = frozenset()
) -> Iterator[tuple[float, str]]:
    """Where each paragraph begins, and its text: lines that were full go on in the next. ``known`` are words of the
    paper."""
    right = setting.ends_at(width)
    kept: Line | None = None
    last: Line | None = None
    for line in lines:
        if kept is not None and last is not None and _goes_on(last, line, setting.distance, right):
            kept = replace(kept, text=run_on(kept.text, line.text, known))
        else:
            if kept is not None:
                yield kept.top, kept.text
            kept = line
        last = line
    if kept is not None:
        yield kept.top, kept.text


def run_on(text: str, below: str, known: frozenset[str] = frozenset()) -> str:
    """A line and the next as one; a word that was divided is whole again. ``known`` are words of the paper: "cita-" and
    "cita" keep their dash, "pemba-" and "ngunan" do not."""
    found = _DIVIDED.search(text)
    if found is None or not below[:1].islower():
        return f"{text} {below}"
    dash, piece = text[-1], found["piece"]
    rest = re.match(r"\w*", below)
    word = f"{piece}{rest[0] if rest else ''}".casefold()
    keeps = dash == "-" and word not in known
    return f"{text if keeps else text[:-1]}{below}"


def full(last: Line, below: Line, right: float) -> bool:
    """Whether the first word of the next line had no room on this one."""
    return last.x1 + below.first + 0.2 * last.height > right


def _goes_on(last: Line, line: Line, usual: float, right: float) -> bool:
    listed = LISTED.search(line.text)
    if listed and not LISTED.search(last.text) and not ITEM.match(line.text):
        goes_on = not line.text[:1].isupper() or _NUMBERED.match(last.text)
        short = listed.start() < _REST and bool(goes_on)
        return short and line.top - last.top <= _LISTED_APART * last.height
    if (
        line.apart
        or last.apart
        or LISTED.search(last.text)
        or not full(last, line, right)
        or ITEM.match(line.text)
    ):
        return False
    if last.text.isupper() and not line.text.isupper():
        return False  # a heading ends above its text
    gap = (line.top - last.top) / max(last.height, 1)
    same_size = abs(line.height - last.height) < _SIZE * last.height
    if not 0 < gap <= _NEXT * usual or not same_size:
        return False
    return not (last.text.endswith(_ENDS) and line.x0 > last.x0 + last.height)
