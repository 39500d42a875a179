"""What the engine has laid out, drawn and tagged, taken over into a :class:`~reports.pdf.part.Part`."""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.formatting_structure import boxes
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream

from reports.pdf.fonts import font_record
from reports.pdf.part import DOCUMENT, FIRST, FONTS, MORE, PAGES, PARENT, REFERENCE, Page, Part
from reports.pdf.run import Laid, Place, Seen
from reports.pdf.texts import draw_first_line

#: The margin box that holds the page number (halaman.css).
_NUMBER_BOX: Final = "@bottom-center"

_CONTROL: Final = re.compile(rb"[\x00-\x08]")
_POINTS: Final = 0.75  # a CSS pixel

_Numbers = list[tuple[float, float] | None]


def take_numbers(document: weasyprint.Document) -> _Numbers:
    """Take the number off every page, and say where it stands: which number it is, only the whole document knows."""
    numbers: _Numbers = []
    for page in document.pages:
        box, places = page._page_box, []
        for margin in _number_boxes(box):
            places += [
                (text.position_x + text.width / 2, text.position_y + text.baseline) for text in _texts(margin)
            ]
            box.children = tuple(child for child in box.children if child is not margin)
        numbers.append(places[0] if places else None)
    return numbers


def take_labels(document: weasyprint.Document) -> Part:
    """Every line at the foot of the first page, as it is drawn."""
    fonts: dict[Any, Any] = {}
    labels = {}
    for margin in _number_boxes(document.pages[0]._page_box):
        for text in _texts(margin):
            stream = Stream(fonts, (0, 0, 1, 1), pydyf.Dictionary({"ExtGState": {}}), {}, None, {}, None)
            stream.set_color_rgb(*text.style["color"].to("srgb").coordinates)
            text.pango_layout.reactivate(text.style)
            draw_first_line(stream, text, "clip", "none", Matrix())
            text.pango_layout.deactivate()
            color, _, *drawn = stream.stream
            labels[text.text] = (b"\n".join((color, *drawn)).decode("ascii"), text.width)
    return Part(labels=labels, fonts=[font_record(font) for font in fonts.values()])


def take_blocks(page: Any, broken: str = "") -> Laid:
    """Which blocks of a run are on a page that begins where the first is ``broken``, and how far down."""
    top = page.content_box_y()
    return Laid(tuple(_blocks(page.children[0], top)), page.height, broken)


def _blocks(box: Any, top: float) -> Iterator[Seen]:
    for child in getattr(box, "children", ()):
        place = place_of(child)
        if place is None:
            yield from _blocks(child, top)
        else:
            yield Seen(place, child.position_y + child.margin_height() - top)


def take_measures(pages: Sequence[weasyprint.Page]) -> Part:
    """How their pages are filled, and nothing of what stands on them."""
    boxes_of = [page._page_box for page in pages]
    return Part(pages=[Page(0, box.page_type.name, None, *_room(box)) for box in boxes_of])


def _room(page: Any) -> tuple[float, float, float]:
    """How much of its room is above the end of the last line, row or picture, how much is lines and rows, and how much
    is above the first place where the page could end."""
    top, root = page.content_box_y(), page.children[0]
    used = max((bottom - top for bottom in _bottoms(root)), default=0.0)
    begins = next((bottom - top for bottom in _ends(root)), used)
    return (
        round(used / page.height, 4),
        round(sum(_lines(root)) / page.height, 4),
        round(begins / page.height, 4),
    )


def _ends(box: Any) -> Iterator[float]:
    """How far down the page could end within a box or behind what it holds, in the course of the text."""
    children = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    if any(isinstance(child, boxes.LineBox) for child in children):
        yield from (line.position_y + line.height for line in children[1:-2])
        return
    for at, child in enumerate(children):
        if getattr(child, "is_header", False):
            continue
        if child.style["break_inside"] == "auto" and not isinstance(child, boxes.TableRowBox):
            yield from _ends(child)
        after = children[at + 1 : at + 2]
        if child.style["break_after"] == "auto" and all(one.style["break_before"] == "auto" for one in after):
            yield child.position_y + child.margin_height()


def _lines(box: Any) -> Iterator[float]:
    """How high each line is that is words alone, and each row of a table, which spares as much of its height."""
    if isinstance(box, boxes.LineBox):
        if not any(isinstance(child, boxes.AtomicInlineLevelBox) for child in box.children):
            yield box.height
    elif isinstance(box, boxes.TableRowBox):
        yield box.height
    elif box.is_in_normal_flow() and not isinstance(box, boxes.TableCaptionBox):
        for child in getattr(box, "children", ()):
            yield from _lines(child)


def _bottoms(box: Any) -> Iterator[float]:
    if isinstance(box, boxes.LineBox | boxes.TableRowBox) or not hasattr(box, "children"):
        yield box.position_y + box.margin_height()
        return
    for child in box.children:
        yield from _bottoms(child)


def place_of(box: Any) -> int | None:
    """The place of a block in its run."""
    place = box.element.get("data-blok") if box.element is not None else None
    return None if place is None else int(place)


def block_at(root: Any, at: Mapping[int, Any] | None) -> Place | None:
    """In which block of a run a page begins, and where that is broken, before it is laid out."""
    box = root
    while at:
        child, at = next(iter(at.items()))
        box = box.children[child]
        place = place_of(box)
        if place is not None:
            return place, _broken(at)
    place = next((place for one in box.descendants() if (place := place_of(one)) is not None), None)
    return None if place is None else (place, "")


def _broken(at: Mapping[int, Any] | None) -> str:
    """Where a block goes on, from child to child; nothing where that is its begin."""
    way: list[int] = []
    while at:
        child, at = next(iter(at.items()))
        way.append(child)
    return ".".join(map(str, way)) if any(way) else ""


def _number_boxes(page: Any) -> list[Any]:
    return [
        child
        for child in page.children
        if isinstance(child, boxes.MarginBox) and child.at_keyword == _NUMBER_BOX
    ]


def _texts(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.TextBox):
            yield child
        else:
            yield from _texts(child)


def take(
    document: weasyprint.Document, pdf: Any, numbers: list[tuple[float, float] | None], elsewhere: list[str]
) -> Part:
    """The part: what can be reached from its pages and tags. ``elsewhere`` are anchors that it only leads to."""
    return _Taker(document, pdf).part(numbers, elsewhere)


class _Taker:
    def __init__(self, document: weasyprint.Document, pdf: Any) -> None:
        self._document = document
        self._pdf = pdf
        self._root = self._object(pdf.catalog["StructTreeRoot"])
        top = self._object(self._root["K"][0])
        page = self._object(pdf.page_references[0])
        fonts = self._object(self._object(page["Resources"])["Font"])
        self._places = {pdf.pages.number: PAGES, top.number: DOCUMENT, fonts.number: FONTS}
        self._top = top
        self._waiting: deque[Any] = deque()
        self._referred: dict[bytes, bytes] = {}

    def part(self, numbers: _Numbers, elsewhere: list[str]) -> Part:
        document, part = self._document, Part()
        for reference, page, number in zip(self._pdf.page_references, document.pages, numbers, strict=True):
            box = page._page_box
            part.pages.append(Page(self._place(reference), box.page_type.name, number, *_room(box)))
        part.tags = [self._place(reference) for reference in self._top["K"]]
        entries = self._object(self._root["ParentTree"])["Nums"][1::2]
        part.parents = [self._body(entry) for entry in entries]
        while self._waiting:
            subject = self._waiting.popleft()
            place = self._places[subject.number]
            if isinstance(subject, pydyf.Stream):
                extra = self._body(pydyf.Dictionary(_filtered(subject)))
                part.streams.append((place, extra, _content(subject)))
            else:
                part.objects.append((place, self._body(subject)))
        part.names = self._names(set(elsewhere))
        part.links = elsewhere
        for at, page in enumerate(document.pages):
            for level, label, (x, y), state in page.bookmarks:
                part.bookmarks.append((level, label, at, x * _POINTS, (page.height - y) * _POINTS, state))
        part.fonts = [font_record(font) for font in dict.values(document.fonts)]
        return part

    def _names(self, elsewhere: set[str]) -> list[tuple[str, int, float, float]]:
        names: list[tuple[str, int, float, float]] = []
        for at, page in enumerate(self._document.pages):
            for name, (x, y, *_) in page.anchors.items():
                if name not in elsewhere:
                    elsewhere.add(name)  # of two of one name the first counts
                    names.append((name, at, x * _POINTS, (page.height - y) * _POINTS))
        return names

    def _object(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]

    def _place(self, reference: bytes) -> int:
        number = int(reference.split()[0])
        place = self._places.get(number)
        if place is None:
            place = self._places[number] = FIRST + len(self._places) - 3
            self._waiting.append(self._pdf.objects[number])
        return place

    def _body(self, value: Any) -> bytes:
        kind = type(value)
        if kind is str:
            return value.encode()
        if kind is bytes:
            return self._referred.get(value) or self._reference(value)
        if kind is int:
            return b"%d" % value
        if isinstance(value, pydyf.Dictionary):
            page = value.get("Type") == "/Page"
            return b"<<" + b"".join([self._entry(key, one, page) for key, one in value.items()]) + b">>"
        if isinstance(value, (pydyf.Array, list, tuple)):
            return b"[" + b" ".join(map(self._body, value)) + b"]"
        if isinstance(value, dict):
            return self._body(pydyf.Dictionary(value))
        if isinstance(value, pydyf.String):
            data: bytes = value.data
            if _CONTROL.search(data):
                data = b"<feff" + str(value.string).encode("utf-16-be").hex().encode() + b">"
            return data
        written: bytes = pydyf._to_bytes(value)
        return written

    def _reference(self, value: bytes) -> bytes:
        """What is written already; a reference by its place."""
        if value.endswith(b" 0 R") and value[:-4].isdigit():
            self._referred[value] = b"%b%d%b" % (REFERENCE, self._place(value), REFERENCE)
            return self._referred[value]
        return value

    def _entry(self, key: str, value: Any, page: bool) -> bytes:
        body = self._body(value)
        if key in ("StructParents", "StructParent"):
            body = PARENT + body + PARENT
        elif page and key == "Contents":
            body = MORE + body + MORE
        return b"/%b %b" % (key.encode(), body)


def _filtered(subject: Any) -> dict[str, Any]:
    return {**subject.extra, "Filter": "/FlateDecode"} if subject.compress else dict(subject.extra)


def _content(subject: Any) -> bytes:
    """Compressed at zlib's usual level: the engine's costs four times the time for one percent of the size."""
    content = b"\n".join([one if type(one) is bytes else pydyf._to_bytes(one) for one in subject.stream])
    return zlib.compress(content) if subject.compress else content
