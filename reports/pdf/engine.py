"""A piece of HTML → its pages, drawn and tagged: the only module that asks WeasyPrint to lay out.

Nothing is read but what is handed in: no file, no network.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Final

import weasyprint
from weasyprint.pdf import generate_pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from reports.html.media import SCHEME
from reports.pdf.again import groups_go_on
from reports.pdf.fetch import OwnFetcher, PdfError
from reports.pdf.grow import let_go, put_behind
from reports.pdf.leaders import LEADING, leaders_in_one, none_is_a_text
from reports.pdf.lean import lean
from reports.pdf.lines import Lines
from reports.pdf.links import links_elsewhere, links_once
from reports.pdf.notes import Notes, recorded
from reports.pdf.part import Part
from reports.pdf.run import InVain, Opening, Place, Reading, Stretch, never, stretches
from reports.pdf.side import share
from reports.pdf.structure import tidy_structure
from reports.pdf.styles import Course, Source, pages_until_enough
from reports.pdf.svg_text import texts_at_once
from reports.pdf.taken import block_at, take, take_blocks, take_labels, take_measures, take_numbers
from reports.pdf.texts import forget_old_lines

VARIANT: Final = "pdf/ua-1"

#: What the engine is told, beside the document.
OPTIONS: Final[dict[str, Any]] = {
    **weasyprint.DEFAULT_OPTIONS,
    "pdf_variant": VARIANT,
    "pdf_version": "1.7",
    "pdf_tags": True,
}

#: Objects a render leaves for the collector are few; looking for them all the time costs an eighth of it.
_GC_THRESHOLD: Final = 1_000_000

#: Objects that may have been left behind when the next part is begun, or the next document: those of some three pages.
_LEFT_BEHIND: Final = 100_000

#: Pages that take longer to draw than a second process to begin.
_MUCH_TO_DRAW: Final = 6

#: From here on memory counts for more than time.
_MANY_PAGES: Final = 60

# The engine's font configuration and the collector are shared by the whole process.
_KEY = threading.RLock()
_left_behind = 0  # objects, by documents that are made


def warm_up() -> None:
    """Load what every document needs: fonts, libraries and the sheet of defaults."""
    draw("<p>Aa1</p>", {})


def draw(html: str, media: Mapping[str, bytes], *, labels: bool = False) -> Part:
    """Lay out, draw and tag a piece; with ``labels`` only what stands at the foot of its first page.

    Raises :class:`PdfError` when the HTML asks for what is not handed in.
    """
    with _laid_out(html, media) as (document, notes):
        part = take_labels(document) if labels else _drawn(document)
        _told(part, notes)
        return part


def draw_list(html: str, media: Mapping[str, bytes], numbers: Sequence[str]) -> Part:
    """The same of a list, which can be :func:`filled <reports.pdf.lines.filled>` with any of ``numbers``."""
    with _laid_out(html, media) as (document, notes):
        part = _drawn(document, numbers)
        _told(part, notes)
        return part


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where the parts of a run are kept: ``there`` gives the one of a stretch, if it is there, ``keep`` puts it there,
    and gives it as it will be read. With ``beside`` what is much is drawn in two processes, each of which keeps it.
    ``wait`` says, by the measures of the parts, from which of them on they need not be drawn."""

    there: Callable[[Stretch], Part | None]
    keep: Callable[[Stretch, Part], Part]
    beside: bool = False
    wait: Callable[[Sequence[Part]], int] = len


def draw_run(
    reading: Reading,
    media: Mapping[str, bytes],
    keeping: Keeping,
    opening: Callable[[Place], Opening | None] = lambda _: None,
    in_vain: InVain = never,
) -> list[Part]:
    """The same of blocks of a run, in parts, up to its end or where a page begins as one from which on there are parts;
    ``opening`` says how the page is that opens so. What is kept is not drawn. None where it is ``in_vain``: then
    nothing is drawn."""
    course = _Course(reading, opening, in_vain)
    with _laid_out(reading.html(), media, course) as (document, notes):
        pages = document.pages[course.before :]
        if course.vain or (not course.known and in_vain((reading.stop, ""), len(pages))):
            return []
        laid_out = list(notes)

        def drawn(one: Stretch) -> Part:
            notes.clear()
            part = _placed(one, _drawn(document.copy(pages[one.first : one.last])))
            _told(part, [*laid_out, *notes])
            return keeping.keep(one, part)

        def there(one: Stretch) -> Part | None:
            part = keeping.there(one)
            return part if part and part.drawn else None

        stretches = course.known or course.found([page._page_box for page in document.pages])
        measured = [_placed(one, take_measures(pages[one.first : one.last])) for one in stretches]
        waits = keeping.wait(measured) if measured else 0
        if keeping.beside:
            missing = [one for one in stretches[:waits] if not there(one)]
            if sum(one.last - one.first for one in missing) >= _MUCH_TO_DRAW:
                share([partial(drawn, one) for one in missing])
        later = zip(stretches[waits:], measured[waits:], strict=True)
        return [
            *(there(one) or drawn(one) for one in stretches[:waits]),
            *(keeping.there(one) or keeping.keep(one, part) for one, part in later),
        ]


def _placed(stretch: Stretch, part: Part) -> Part:
    """The part with its place in the run."""
    part.blocks, part.goes_on = stretch.stop[0] - stretch.start[0], stretch.stop[1]
    part.opening = list(stretch.opening)
    return part


class _Course:
    """How far a run is laid out; ``known`` are its stretches once it is enough, or it is ``vain``."""

    def __init__(self, reading: Reading, opening: Callable[[Place], Opening | None], in_vain: InVain) -> None:
        self._reading = reading
        self._opening = opening
        self._in_vain = in_vain
        self._last = 0
        self._broken: dict[int, str] = {}  # where each page begins within a block
        self.known: list[Stretch] = []
        self.vain = False
        self.before = int(reading.start > 0)  # pages before its first

    def found(self, pages: Sequence[Any], then: tuple[Place, Opening] | None = None) -> list[Stretch]:
        laid = [
            take_blocks(page, self._broken.get(at, "")) for at, page in enumerate(pages) if at >= self.before
        ]
        return stretches(laid, self._reading.blocks, whole=self._reading.whole, then=then)

    def enough(self, pages: list[Any], root: Any, at: Mapping[int, Any]) -> bool:
        place = block_at(root, at)
        if place is None or place == (0, ""):
            return False
        self._broken[len(pages)] = place[1]
        if self._in_vain((self._reading.start + place[0], place[1]), len(pages) - self.before):
            self.vain = True
            return True
        kept = self._opening(place)
        known = self.found(pages, (place, kept)) if kept else []
        if not known or known[-1].stop != place:
            return False
        self.known = known
        return True

    def begun(self, root: Any) -> None:
        if not self._reading.whole:
            let_go(root, self._reading.blocks)

    def more(self, root: Any, at: Mapping[int, Any] | None) -> str | None:
        self._last = self._reading.blocks - 1
        place = block_at(root, at) if at else None
        return self._reading.more(place[0] if place else None)

    def added(self, root: Any, more: Any) -> None:
        put_behind(root, more, self._last)
        self.begun(root)


@contextmanager
def _laid_out(
    html: str, media: Mapping[str, bytes], course: Course | None = None
) -> Iterator[tuple[weasyprint.Document, Notes]]:
    with at_work(), recorded() as notes:
        if gc.get_count()[0] > _LEFT_BEHIND:
            gc.collect()
        try:
            source = Source(html, f"{SCHEME}:", OwnFetcher(media))
            notes[:0] = source.notes
            document = source.laid_out(_huruf_configuration(), VARIANT, course)
            if LEADING in html:
                leaders_in_one(document)
            yield document, notes
        except FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__)) from error


def _told(part: Part, notes: Notes) -> None:
    """Keep with the part what the engine complained about."""
    if errors := [one.getMessage() for one in notes if one.levelno >= logging.ERROR]:
        # An unreadable picture, or one without words for those who do not see it: not the document it says.
        raise PdfError(f"Dokumen tidak dapat dijadikan PDF: {errors[0][:200]}")
    part.warnings = list(dict.fromkeys(one.getMessage() for one in notes))


def _drawn(document: weasyprint.Document, lines_with: Sequence[str] = ()) -> Part:
    document.metadata.lang = document.metadata.lang or "id"
    if len(document.pages) > _MANY_PAGES:
        # What the layout leaves behind must go before the drawing needs more: worth a twentieth of the time
        # only where memory would pass 200 MB.
        gc.collect()
    numbers = take_numbers(document)
    links_once(document)
    elsewhere = links_elsewhere(document)
    document.fonts = _Kept()
    lines = Lines(document) if lines_with else None
    pdf = generate_pdf(document, None, 1, **OPTIONS)
    tidy_structure(pdf)
    if lines:
        lines.open(document, pdf, lines_with)
    part = take(document, pdf, numbers, elsewhere)
    return lines.kept(part) if lines else part


class _Kept(dict[Any, Any]):
    """The fonts of a part, which are written with those of the others (reports.pdf.fonts): to the engine, that would
    write them for each part, it has none."""

    def values(self) -> Any:
        return ()


@cache
def _huruf_configuration() -> FontConfiguration:
    return FontConfiguration()


@cache
def _set_aside() -> None:
    """Once per process. How much is set aside is not to be asked: it is counted one by one."""
    gc.freeze()


lean()
texts_at_once()
pages_until_enough()
groups_go_on()
none_is_a_text()


@contextmanager
def at_work() -> Iterator[None]:
    """Keep the garbage collector from walking everything that lives, again and again, while we render.

    What the process is made of is set aside once. Where those before it have left much, a document first clears it
    away, so memory does not grow from document to document; and so does a part.
    """
    global _left_behind
    with _KEY:
        threshold = gc.get_threshold()
        if threshold[0] >= _GC_THRESHOLD:  # within a document
            yield
            return
        _set_aside()
        if _left_behind > _LEFT_BEHIND:
            gc.collect()
            _left_behind = 0
        gc.set_threshold(_GC_THRESHOLD, *threshold[1:])
        try:
            yield
        finally:
            forget_old_lines()
            _left_behind += gc.get_count()[0]
            gc.set_threshold(*threshold)
