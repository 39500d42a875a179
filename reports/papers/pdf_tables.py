"""The tables of a PDF: the words of a cell that was too narrow for them, tables and rows that a page cuts. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from reports.papers.pdf_lines import ITEM, Letter, lines_of, run_on
from sakip.text.reading.words import word_set

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

#: Between two lines of which the first had no room for one more letter.
_GOES_ON: Final = "\x1f"
#: Where it had room for little more.
_MAY_GO_ON: Final = "\x1e"
_ALMOST, _WIDER = 2.5, 1.2
_BREAKS: Final = f"{_GOES_ON}{_MAY_GO_ON}"
_FULL: Final = re.compile(rf"(?P<piece>[^\s{_BREAKS}]+)(?P<full>[{_BREAKS}])(?=(?P<rest>[^\s{_BREAKS}]+))")
#: What full lines broke: one word, one number, or several.
_RUN: Final = re.compile(rf"[^\s{_BREAKS}]+(?:[{_BREAKS}][^\s{_BREAKS}]+)+")
#: Words of heads, which stand in narrow columns and nowhere else.
_HEADS: Final = word_set(
    "nomor kode program kegiatan subkegiatan tujuan sasaran strategis indikator kinerja utama satuan target realisasi",
    "capaian tahun triwulan anggaran pagu uraian sumber data dana keterangan formulasi penanggung jawab strategi",
    "kebijakan jumlah nilai predikat persen nasional kabupaten jabatan golongan pendidikan pangkat nama",
)
#: A shorter piece of what was broken is no word.
_SHORTEST: Final = 3
#: Points by which a word that did not fit may seem to.
_LOOSE: Final = 1.0
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MARKS: Final = ".,;:()/\"'"
#: Points by which the edges of one column may differ from page to page.
_EDGE: Final = 4
#: Narrower than this is a line drawn twice.
_NARROWEST: Final = 6
#: Of the height of its letters: a line that stands so near to the bottom of its cell is the last that had room.
_LOW: Final = 1.2
#: A blank, in letters.
_BLANK: Final = 0.5
_LEAST_COLUMNS: Final = 2
#: Letters of what may be the end of a word that is one without it: "pelaksana", "pelaksanaan".
_ENDING: Final = 4
_VALUE: Final = re.compile(
    r"[\s:]*(?:Rp\.?)?\s*[\d.,]+\s*(?:%|persen|nilai|desa|orang|kali)?[\s,-]*|[A-D]{1,2}", re.I
)
_NUMBER: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{2,4}")
_CONTINUED: Final = re.compile(r"\W*lanjutan\W*$")
#: "Output : …", "Kegiatan : …": what a row begins with.
_LABEL: Final = re.compile(r"(?:sub\s)?[A-Z][\w\s]{2,24}\s?:\s")


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell, or what stands of it on one page: its lines, still apart, and what tells whether they go on on the next
    page. ``room`` is left on its last line, ``first`` is the width of its first word, ``letter`` of its first letter;
    ``low`` holds where its last line stands at its bottom, ``alone`` where that line is one word."""

    text: str
    room: float = 0.0
    first: float = 0.0
    letter: float = 0.0
    low: bool = False
    alone: bool = False


_Row = tuple[PageCell | None, ...]
"""``None`` is a cell that goes on from above or from the left."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, or what stands of it on one page: the box around it, the left edges of its columns, its rows."""

    box: Box
    edges: tuple[float, ...]
    rows: tuple[_Row, ...]

    @property
    def top(self) -> float:
        """How far down it begins."""
        return self.box[1]

    @property
    def texts(self) -> list[str]:
        """What its cells say."""
        return [cell.text for row in self.rows for cell in row if cell and cell.text]


def open_ends(edges: Sequence[dict[str, Any]]) -> list[float]:
    """How far down a row that the page cuts ends, where no line is drawn below or above it: there several upright lines
    end, and none across."""
    by_place: dict[int, list[tuple[float, float]]] = {}
    for edge in edges:
        if edge["orientation"] == "v":
            by_place.setdefault(round(edge["x0"] / _EDGE), []).append((edge["top"], edge["bottom"]))
    across = [edge["top"] for edge in edges if edge["orientation"] == "h"]
    ends: dict[int, int] = {}
    for pieces in by_place.values():
        for end in _outer(sorted(pieces)):
            if not any(abs(end - one) <= _EDGE for one in across):
                ends[round(end)] = ends.get(round(end), 0) + 1
    return [float(end) for end, count in ends.items() if count > 1]


def _outer(pieces: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Where upright lines that touch one another begin and end."""
    begin, end = pieces[0]
    for top, bottom in pieces[1:]:
        if top > end + _EDGE:
            yield from (begin, end)
            begin = top
        end = max(end, bottom)
    yield from (begin, end)


def reaching(
    tables: list[list[list[Box | None]]], edges: Sequence[dict[str, Any]], letters: Sequence[Letter]
) -> None:
    """Let the last row of a page reach to the end of its lines, where the page cuts it and its upright lines were drawn
    shorter than what stands between them."""
    bottoms = [max((box[3] for row in rows for box in row if box), default=0.0) for rows in tables]
    bottom = max(bottoms, default=0.0)
    across = [edge["top"] for edge in edges if edge["orientation"] == "h"]
    if not bottom or any(abs(bottom - one) <= _EDGE for one in across):
        return
    rows = tables[bottoms.index(bottom)]
    left = min(box[0] for row in rows for box in row if box)
    right = max(box[2] for row in rows for box in row if box)
    end = bottom
    for one in sorted(letters, key=lambda letter: letter.top):
        if one.bottom <= end or not left <= one.x0 <= right:
            continue
        if one.top - end > (one.bottom - one.top) / 2:
            break
        end = one.bottom
    for row in rows:
        row[:] = [
            (*box[:3], end) if box is not None and abs(box[3] - bottom) <= _EDGE else box for box in row
        ]


def page_table(boxes: Sequence[Sequence[Box | None]], letters: Sequence[Letter]) -> PageTable | None:
    """The table of these cells, None where nothing stands in them or it has one column only."""
    there = [box for row in boxes for box in row if box is not None]
    around = (
        min(box[0] for box in there),
        min(box[1] for box in there),
        max(box[2] for box in there),
        max(box[3] for box in there),
    )
    inside = [one for one in letters if within(one, around)]
    width = max(len(row) for row in boxes)
    rows: list[_Row] = [
        tuple(_cell(inside, row[at]) if at < len(row) else None for at in range(width)) for row in boxes
    ]
    kept = [at for at in range(width) if not _drawn_twice(boxes, rows, at)]
    edges = [min((box[0] for row in boxes if at < len(row) and (box := row[at])), default=0.0) for at in kept]
    rows = [tuple(row[at] for at in kept) for row in rows]
    rows = [row for row in rows if any(cell and cell.text for cell in row)]
    if len(kept) < _LEAST_COLUMNS or not rows:
        return None
    return PageTable(box=around, edges=tuple(edges), rows=tuple(rows))


def within(letter: Letter, box: Box) -> bool:
    """Whether a letter stands in a box."""
    across, down = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _drawn_twice(boxes: Sequence[Sequence[Box | None]], rows: Sequence[_Row], at: int) -> bool:
    """Whether a column is but the room between two lines."""
    wide = max((box[2] - box[0] for row in boxes if at < len(row) and (box := row[at])), default=0.0)
    return wide < _NARROWEST and not any(cell.text for row in rows if (cell := row[at]))


def _cell(letters: Sequence[Letter], box: Box | None) -> PageCell | None:
    """A line of one word that was full ends in :data:`_GOES_ON` instead of a line break."""
    if box is None:
        return None
    lines = lines_of([one for one in letters if within(one, box)])
    if not lines:
        return PageCell(text="")
    edge = box[2] - max(0.0, min(line.x0 for line in lines) - box[0])
    text = ""
    for line, below in pairwise(lines):
        text += line.text + _between(" " not in line.text, edge - line.x1, below.letter)
    last = lines[-1]
    return PageCell(
        text=text + last.text,
        room=edge - last.x1,
        first=lines[0].first,
        letter=lines[0].letter,
        low=box[3] - last.bottom < _LOW * last.height,
        alone=" " not in last.text,
    )


def _between(alone: bool, room: float, letter: float) -> str:
    """What stands between two lines of a cell, where the first had so much room left and was one word."""
    if not alone or room > _ALMOST * letter:
        return "\n"
    return _GOES_ON if room < _WIDER * letter else _MAY_GO_ON


def one_line(cell: str, known: frozenset[str]) -> str:
    """The lines of a cell as one. Where a line was so full that not one more letter had room, a word or a number goes
    on in the next, unless its pieces are words of the paper and it is none."""
    text = _RUN.sub(lambda run: _unbroken(run[0], known), cell)
    whole, *lines = text.replace(_GOES_ON, " ").replace(_MAY_GO_ON, " ").split("\n")
    for line in lines:
        whole = run_on(whole, line, known)
    return " ".join(whole.split())


def _unbroken(run: str, known: frozenset[str]) -> str:
    """What full lines broke, whole: as words of the paper where it can be divided into such, else piece by piece."""
    pieces, breaks = re.split(rf"[{_BREAKS}]", run), re.findall(rf"[{_BREAKS}]", run)
    if not any(char.isdigit() for char in run):
        told = _divided(pieces, breaks, known | _HEADS)
        if told is not None:
            return " ".join(told)
    text = run
    for found in reversed(list(_FULL.finditer(run))):
        blank = " " if _apart(found["piece"], found["rest"], found["full"] == _GOES_ON, known) else ""
        text = text[: found.start("full")] + blank + text[found.end("full") :]
    return text


def _divided(pieces: Sequence[str], breaks: Sequence[str], known: frozenset[str]) -> list[str] | None:
    """The pieces as the fewest words of the paper, joined where a line had room for little more only if need be; None
    where they make none."""
    best: list[tuple[int, int, list[str]] | None] = [(0, 0, [])]
    for end in range(1, len(pieces) + 1):
        ways = []
        for begin in range(end):
            word = "".join(pieces[begin:end])
            said = word.casefold().strip(_MARKS)
            if (before := best[begin]) is not None and len(said) >= _SHORTEST and said in known:
                doubtful = breaks[begin : end - 1].count(_MAY_GO_ON)
                ways.append((before[0] + doubtful, before[1] + 1, [*before[2], word]))
        best.append(min(ways, default=None))
    found = best[-1]
    return found[2] if found else None


def _apart(piece: str, rest: str, full: bool, known: frozenset[str]) -> bool:
    """Whether two pieces are two words; ``full`` where not one more letter had room behind the first."""
    first, second, word = (one.casefold().strip(_MARKS) for one in (piece, rest, piece + rest))
    if first[-1:].isdigit() and rest[0].isalnum():
        return rest[0].isalpha() or not full  # a number goes on, a unit does not
    if not full:
        return word not in known or first in known
    capital = rest[0].isupper() and piece[-1].islower()
    long = min(len(first), len(second)) > _ENDING
    said = (first in known) + (second in known)
    return capital or (word not in known and (said > 1 or (said > 0 and long)))


def words_in(texts: Sequence[str]) -> frozenset[str]:
    """Every word that was surely not divided: it stands in a line with others."""
    known: set[str] = set()
    for line in (line for text in texts for line in text.split("\n")):
        pieces = [piece.split() for piece in re.split(rf"[{_BREAKS}]", line)]
        for at, tokens in enumerate(pieces):
            if len(tokens) > 1:  # the first of them may be the end of one that began on the line before
                known.update(token.casefold().strip(_MARKS) for token in tokens[at > 0 :])
    return frozenset(known)


def goes_on(table: PageTable, behind: PageTable) -> bool:
    """Whether a table goes on in the one that begins the next page: its columns have the same edges."""
    narrower = min(table.edges, behind.edges, key=len)
    wider = max(table.edges, behind.edges, key=len)
    same = sum(any(abs(one - other) <= _EDGE for other in wider) for one in narrower)
    ends = abs(table.box[2] - behind.box[2]) <= _EDGE and abs(table.box[0] - behind.box[0]) <= _EDGE
    return ends and same == len(narrower)


def one_table(table: PageTable, behind: PageTable) -> PageTable:
    """The two as one: a head that is said again is dropped, a row that the page cut is whole again."""
    edges = max(table.edges, behind.edges, key=len)
    rows, below = _spread(table, edges), _spread(behind, edges)
    same = 0
    for one, other in zip(rows, below, strict=False):
        if _plain(one) != _plain(other):
            break
        same += 1
    below = below[same:]
    while below and _said_again(rows, below[0]):
        below = below[1:]
    if below and rows:
        if _cut(rows[-1], below[0]) or _moved(rows, below[0]):
            rows[-1] = tuple(_both(one, other) for one, other in zip(rows[-1], below[0], strict=True))
            below = below[1:]
        else:
            _merged(rows, below)
    return replace(table, edges=edges, rows=(*rows, *below), box=behind.box)


def _spread(table: PageTable, edges: Sequence[float]) -> list[_Row]:
    """Its rows over the columns of the wider one."""
    at = [min(range(len(edges)), key=lambda x: abs(edges[x] - edge)) for edge in table.edges]
    result: list[_Row] = []
    for row in table.rows:
        wide: list[PageCell | None] = [None] * len(edges)
        for column, cell in zip(at, row, strict=True):
            wide[column] = cell
        result.append(tuple(wide))
    return result


def _plain(row: _Row) -> list[str]:
    return ["".join(re.sub(rf"[\s{_BREAKS}]", "", cell.text)) for cell in row if cell and cell.text]


def _said_again(rows: Sequence[_Row], row: _Row) -> bool:
    """Whether a row does but say again, on the next page, of which group the rows below it are."""
    filled = _plain(row)
    if len(filled) != 1:
        return False
    name = _CONTINUED.sub("", filled[0].casefold())
    return any("".join(_plain(one)[:1]).casefold() == name for one in rows)


def _both(one: PageCell | None, other: PageCell | None) -> PageCell | None:
    if one is None or other is None or not one.text or not other.text:
        return one if one and one.text else other or one
    between = _between(one.alone, one.room, other.letter)
    return replace(other, text=f"{one.text}{between}{other.text}")


def _cut(last: _Row, below: _Row) -> bool:
    """Whether the first row of a page is the end of the last row of the page before: no second value, nothing that
    begins as a row does, and every cell goes on where there was no room for its next word."""
    pairs = [(one, other) for one, other in zip(last, below, strict=True) if other and other.text]
    numbers = [(one, other) for one, other in pairs if one and _number_goes_on(one, other)]
    if pairs and len(numbers) == len(pairs):
        return all(_YEAR.fullmatch(_whole_number(one.text + other.text)) for one, other in numbers)
    pairs = [pair for pair in pairs if pair not in numbers]
    if not pairs or any(_begins(other) for _, other in pairs):
        return False
    small = any(other.text[:1].islower() for _, other in pairs)
    if all(
        other.text[:1].islower() and one and one.text and not _VALUE.fullmatch(one.text)
        for one, other in pairs
    ):
        return True  # no row begins with small letters below words
    for one, other in pairs:
        if one is None or not one.text:
            if not small:
                return False
        elif not _runs_on(one, other):
            return False
    return True


def _moved(rows: Sequence[_Row], below: _Row) -> bool:
    """Whether a cell of the last row went over to the next page as a whole, as its lines had no room: it is empty there
    beside values, in a column that no other row leaves empty, and here nothing stands beside it."""
    *body, last = rows[1:] or rows
    at = [x for x, cell in enumerate(below) if cell and cell.text]
    values = sum(bool(cell and cell.text) for cell in last)
    return (
        len(body) > 1
        and values > 1
        and bool(at)
        and not any(_VALUE.fullmatch(cell.text) for x in at if (cell := below[x]))
        and all((cell := last[x]) is not None and not cell.text for x in at)
        and all((cell := row[x]) is not None and cell.text for row in body for x in at)
    )


def _begins(cell: PageCell) -> bool:
    return bool(_LABEL.match(cell.text) or ITEM.match(cell.text) or _VALUE.fullmatch(cell.text))


def _runs_on(one: PageCell, other: PageCell) -> bool:
    """Whether a cell had room neither for another line nor, on its last line, for the first word of this one."""
    if not one.low or _VALUE.fullmatch(one.text):
        return False
    return other.first + _BLANK * other.letter + _LOOSE > one.room


def _whole_number(text: str) -> str:
    return re.sub(rf"[\s{_BREAKS}]", "", text)


def _number_goes_on(one: PageCell, other: PageCell) -> bool:
    """Whether a number that its column had broken already goes on: two numbers of such a column are told by it."""
    broken = _GOES_ON in one.text and one.low and other.letter > one.room - _LOOSE
    return broken and _NUMBER.fullmatch(_whole_number(one.text + other.text)) is not None


def _merged(rows: list[_Row], below: list[_Row]) -> None:
    """The end of a cell that several rows share stands beside the first row of the next page: it goes back to it."""
    first = list(below[0])
    for column, cell in enumerate(first):
        if cell is None or not cell.text or rows[-1][column] is not None or _begins(cell):
            continue
        at = next((x for x in range(len(rows) - 1, -1, -1) if (over := rows[x][column]) and over.text), None)
        if at is not None and (over := rows[at][column]) and over.low and _runs_on(over, cell):
            rows[at] = (*rows[at][:column], _both(over, cell), *rows[at][column + 1 :])
            first[column] = None
    below[0] = tuple(first)
