"""The lines of the lists in front, whose page numbers are written when they are known.

A list is laid out and drawn once, with one number for all; where another stands, and how many dots lead to it, follows
from its width. So a document that grows by a page needs no new list, and a list need not wait for what it names. Where
a line would break elsewhere with another number, the list is drawn with the numbers that it has.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream

from reports.pdf.part import Face, Line, Part
from reports.pdf.texts import draw_first_line, split_first_line, with_text

#: For every line, until its number is known: as wide as most.
STAND_IN: Final = "10"

#: Of a leader: four dots at a time (halaman.css).
_DOTS: Final = "...."

#: Around what is open in the content of a page: the line, and its number, the place of that, or its dots.
_OPEN: Final = b"\x04"
_NUMBER, _PLACE, _LEADER = b"n", b"p", b"d"

#: Where numbers and dots are sent to, so as to be found again: no page is as wide.
_FAR: Final = 1_000_000

#: CSS pixels by which what is equal may differ.
_NEAR: Final = 0.01
#: By which sums of the same lengths may.
_NOISE: Final = 1e-6

#: A leader, the number after it, and the boxes they are in, outermost first.
_Found = tuple[Any, Any, tuple[Any, ...]]


class Lines:
    """The lines of a list that is laid out: sends their numbers and dots away before they are drawn, and finds them."""

    def __init__(self, document: weasyprint.Document) -> None:
        self._found = [one for page in document.pages for one in _leaders(page._page_box, ())]
        self._lines = [_line(*one) for one in self._found]
        for at, (leader, number, _) in enumerate(self._found):
            if number.text.strip():
                number.position_x = float(_FAR + 2 * at)
            for dots in leader.children:
                if not dots.text:  # there may be room for some with another number
                    dots.text, dots.pango_layout = _DOTS, with_text(dots.pango_layout, _DOTS)
                dots.position_x = float(_FAR + 2 * at + 1)

    def open(self, document: weasyprint.Document, pdf: Any, numbers: Sequence[str]) -> None:
        """Leave open in the drawn pages what depends on the numbers, and learn how ``numbers`` and dots look."""
        self.faces: dict[str, Face] = {}
        for reference in pdf.page_references:
            page = pdf.objects[int(reference.split()[0])]
            stream = pdf.objects[int(page["Contents"].split()[0])]
            operators = stream.stream
            for at, operator in enumerate(operators):
                if not (isinstance(operator, bytes) and operator.endswith(b" Tm")):
                    continue
                *matrix, x, y, name = operator.split(b" ")
                if not x.isdigit() or int(x) < _FAR:
                    continue
                stream.compress = False
                place, is_leader = divmod(int(x) - _FAR, 2)
                line, mark = self._lines[place], b"%d" % place
                if is_leader:
                    x = pydyf._to_bytes(line.start)
                else:
                    line.face, x = operators[at + 1].decode("ascii"), _opened(mark + _PLACE)
                    if line.face not in self.faces:
                        self.faces[line.face] = _face(document, *self._found[place][:2], numbers)
                operators[at] = b" ".join((*matrix, x, y, name))
                operators[at + 2] = _opened(mark + (_LEADER if is_leader else _NUMBER))

    def kept(self, part: Part) -> Part:
        """The part with what it needs to be filled."""
        return replace(part, lines=self._lines, faces=self.faces)


def filled(part: Part, pages: Mapping[str, str]) -> Part | None:
    """The part with the numbers of ``pages``; none where a line would be laid out otherwise with its own."""
    written: dict[bytes, bytes] = {}
    for at, line in enumerate(part.lines):
        number, face = pages.get(line.target, ""), part.faces.get(line.face)
        if face is None:
            if number != line.drawn:
                return None
            continue
        if number not in face.numbers:
            return None
        drawn, width = face.numbers[number]
        groups = line.groups
        if number != line.drawn:
            if not line.least < width < line.most:
                return None
            groups = int((line.right - width - line.start) / line.group + _NOISE)
        mark = b"%d" % at
        written[mark + _NUMBER] = drawn.encode("ascii")
        written[mark + _PLACE] = pydyf._to_bytes(float(line.right - width))
        written[mark + _LEADER] = f"[{face.dots * groups}] TJ".encode("ascii") if groups else b""
    streams = [_closed(*stream, written) for stream in part.streams]
    return replace(part, streams=streams, lines=[], faces={})


def _closed(
    place: int, extra: bytes, content: bytes, written: Mapping[bytes, bytes]
) -> tuple[int, bytes, bytes]:
    if _OPEN not in content or b"/Filter" in extra:
        return place, extra, content
    pieces = content.split(_OPEN)
    pieces[1::2] = [written[one] for one in pieces[1::2]]
    return place, extra.removesuffix(b">>") + b"/Filter /FlateDecode>>", zlib.compress(b"".join(pieces))


def _opened(what: bytes) -> bytes:
    return _OPEN + what + _OPEN


def _leaders(box: Any, above: tuple[Any, ...]) -> Iterator[_Found]:
    children = getattr(box, "children", ())
    for at, child in enumerate(children):
        if child.is_leader:
            yield child, children[at + 1], (*above, box)
        else:
            yield from _leaders(child, (*above, box))


def _line(leader: Any, number: Any, above: tuple[Any, ...]) -> Line:
    line = next(box for box in above if isinstance(box, boxes.LineBox))
    right = number.position_x + number.width
    group = _layout(_DOTS, leader.style)[1]
    # Where dots may begin is counted from the end of the line, as the engine does.
    start = line.position_x + line.width
    while start - group >= leader.position_x:
        start -= group
    return Line(
        target=above[-1].element.get("data-tujuan", "").removeprefix("#"),
        drawn=number.text.strip(),
        face="",
        start=start,
        group=group,
        groups=sum(len(dots.text) for dots in leader.children) // len(_DOTS),
        right=right,
        least=_least(leader, above, right) - group,
        most=right - leader.position_x - group,
    )


def _least(leader: Any, above: tuple[Any, ...], right: float) -> float:
    """How wide dots and number must be together, or their word would stand at the end of the line before."""
    at = next(at for at, box in enumerate(above) if isinstance(box, boxes.LineBox))
    line, before = above[at], above[at - 1].children
    before = before[: before.index(line)]
    # The word that holds fast to its number is the content of the element itself.
    if not before or above[-2].position_x > line.position_x + _NEAR:
        return 0.0
    end = max(
        text.position_x + text.width for text in before[-1].descendants() if isinstance(text, boxes.TextBox)
    )
    room: float = right - end - (leader.position_x - line.position_x)
    return room


def _face(document: weasyprint.Document, leader: Any, number: Any, numbers: Sequence[str]) -> Face:
    """How dots and each of the numbers look where these stand, and how wide numbers are, with the blank before."""
    blank = number.text.removesuffix(number.text.strip())
    dots, _ = _shaped(document, number, leader.style, _DOTS)
    drawn = {one: _shaped(document, number, number.style, blank + one) for one in ("", *numbers)}
    return Face(dots.removeprefix("[").removesuffix("] TJ"), drawn)


def _shaped(document: weasyprint.Document, like: Any, style: Any, text: str) -> tuple[str, float]:
    box = like.copy()
    box.text, box.style = text, style
    box.pango_layout, width = _layout(text, style)
    stream = Stream(document.fonts, (0, 0, 1, 1), pydyf.Dictionary({"ExtGState": {}}), {}, None, {}, None)
    box.pango_layout.reactivate(style)
    draw_first_line(stream, box, "clip", "none", Matrix())
    box.pango_layout.deactivate()
    return (stream.stream[-1].decode("ascii") if stream.stream else ""), width


def _layout(text: str, style: Any) -> tuple[Any, float]:
    layout, _, _, width, _, _ = split_first_line(text, style, None, inf, 0)
    return layout, width
