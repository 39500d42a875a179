"""A piece of HTML → its pages, drawn and tagged: the only module that asks WeasyPrint to lay out.

Nothing is read but what is handed in: no file, no network.
"""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

import weasyprint
from weasyprint.pdf import generate_pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from reports.html.media import SCHEME
from reports.pdf.fetch import OwnFetcher, PdfError
from reports.pdf.leaders import LEADING, leaders_in_one
from reports.pdf.lines import Lines
from reports.pdf.links import links_elsewhere, links_once
from reports.pdf.notes import Notes, recorded
from reports.pdf.part import Part
from reports.pdf.run import Stretch, stretches
from reports.pdf.structure import tidy_structure
from reports.pdf.styles import Source
from reports.pdf.svg_text import texts_at_once
from reports.pdf.taken import take, take_blocks, take_labels, take_numbers

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

#: Objects that may have been left behind when the next part is begun: those of some three pages.
_LEFT_BEHIND: Final = 100_000

#: From here on memory counts for more than time.
_MANY_PAGES: Final = 60

# The engine's font configuration and the collector are shared by the whole process.
_KEY = threading.RLock()


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


def draw_run(
    html: str, media: Mapping[str, bytes], *, blocks: int, first: bool, whole: bool
) -> list[tuple[Stretch, Part]]:
    """The same of blocks of a run (:meth:`reports.pdf.run.Run.html`): what of their pages is certain, in parts.

    ``first``: they begin with the first; ``whole``: they end with the last.
    """
    with _laid_out(html, media) as (document, notes):
        pages = document.pages if first else document.pages[1:]
        found = []
        for one in stretches([take_blocks(page) for page in pages], blocks, whole=whole):
            part = _drawn(document.copy(pages[one.first : one.last]))
            part.blocks = one.stop - one.start
            _told(part, notes)
            found.append((one, part))
        return found


@contextmanager
def _laid_out(html: str, media: Mapping[str, bytes]) -> Iterator[tuple[weasyprint.Document, Notes]]:
    with at_work(), recorded() as notes:
        if gc.get_count()[0] > _LEFT_BEHIND:
            gc.collect()
        try:
            source = Source(html, f"{SCHEME}:", OwnFetcher(media))
            notes[:0] = source.notes
            document = source.laid_out(_huruf_configuration(), VARIANT)
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


texts_at_once()


@contextmanager
def at_work() -> Iterator[None]:
    """Keep the garbage collector from walking everything that lives, again and again, while we render.

    What the process is made of is set aside once. Each document first clears away what the one before has left, so
    memory does not grow from document to document; and a part, what those before it have, where that is much.
    """
    with _KEY:
        threshold = gc.get_threshold()
        if threshold[0] >= _GC_THRESHOLD:  # within a document
            yield
            return
        _set_aside()
        gc.collect()
        gc.set_threshold(_GC_THRESHOLD, *threshold[1:])
        try:
            yield
        finally:
            gc.set_threshold(*threshold)
