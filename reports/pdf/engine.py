"""A piece of HTML → its pages, drawn and tagged: the only module that asks WeasyPrint to lay out.

Nothing is read but what is handed in: no file, no network.
"""

from __future__ import annotations

import gc
import logging
import re
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final
from urllib.parse import unquote

import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA
from weasyprint.pdf import generate_pdf
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reports.html.media import SCHEME, figure_kind
from reports.pdf.part import Part
from reports.pdf.run import Stretch, stretches
from reports.pdf.structure import tidy_structure
from reports.pdf.taken import take, take_blocks, take_labels, take_numbers

VARIANT: Final = "pdf/ua-1"

#: What the engine is told, beside the document.
OPTIONS: Final[dict[str, Any]] = {
    **weasyprint.DEFAULT_OPTIONS,
    "pdf_variant": VARIANT,
    "pdf_version": "1.7",
    "pdf_tags": True,
}

#: What the document itself may carry: its photos in a file that stands alone, and the drawing of KONSEP.
_DATA: Final = ("data:image/jpeg;base64,", "data:image/png;base64,", "data:image/svg+xml,")

_START: Final = re.compile(r'<ol\b[^>]*? start="([0-9]{1,3})"')

#: Objects a render leaves for the collector are few; looking for them all the time costs an eighth of it.
_GC_THRESHOLD: Final = 1_000_000

#: From here on memory counts for more than time.
_MANY_PAGES: Final = 60

# The engine's font configuration and the collector are shared by the whole process.
_KEY = threading.Lock()


class PdfError(Exception):
    """A document that cannot be made into a PDF. ``str()`` says why, in Indonesian."""


def draw(html: str, media: Mapping[str, bytes], *, labels: bool = False) -> Part:
    """Lay out, draw and tag a piece; with ``labels`` only what stands at the foot of its first page.

    Raises :class:`PdfError` when the HTML asks for what is not handed in.
    """
    with _laid_out(html, media) as (document, notes):
        part = take_labels(document) if labels else _drawn(document)
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
def _laid_out(
    html: str, media: Mapping[str, bytes]
) -> Iterator[tuple[weasyprint.Document, list[logging.LogRecord]]]:
    with _KEY, _quiet(), _recorded() as notes:
        try:
            source = Source(string=html, base_url=f"{SCHEME}:", url_fetcher=OwnFetcher(media))
            yield (
                source.render(
                    stylesheets=_first_numbers(html), font_config=_huruf_configuration(), pdf_variant=VARIANT
                ),
                notes,
            )
        except FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__)) from error


def _told(part: Part, notes: list[logging.LogRecord]) -> None:
    """Keep with the part what the engine complained about."""
    if errors := [c.getMessage() for c in notes if c.levelno >= logging.ERROR]:
        # An unreadable picture, or one without words for those who do not see it: not the document it says.
        raise PdfError(f"Dokumen tidak dapat dijadikan PDF: {errors[0][:200]}")
    part.warnings = [c.getMessage() for c in notes]


def _drawn(document: weasyprint.Document) -> Part:
    document.metadata.lang = document.metadata.lang or "id"
    if len(document.pages) > _MANY_PAGES:
        # What the layout leaves behind must go before the drawing needs more: worth a twentieth of the time
        # only where memory would pass 200 MB.
        gc.collect()
    numbers = take_numbers(document)
    elsewhere = _links_elsewhere(document)
    document.fonts = _Kept()
    pdf = generate_pdf(document, None, 1, **OPTIONS)
    tidy_structure(pdf)
    return take(document, pdf, numbers, elsewhere)


def _links_elsewhere(document: weasyprint.Document) -> list[str]:
    """The anchors of other parts that this one leads to. The engine would drop such links: let it find them here."""
    here = {name for page in document.pages for name in page.anchors}
    asked = {target for page in document.pages for kind, target, *_ in page.links if kind == "internal"}
    elsewhere = sorted(asked - here)
    document.pages[-1].anchors.update(dict.fromkeys(elsewhere, (0, 0, 0, 0)))
    return elsewhere


class _Kept(dict[Any, Any]):
    """The fonts of a part, which are written with those of the others (reports.pdf.fonts): to the engine, that would
    write them for each part, it has none."""

    def values(self) -> Any:
        return ()


def _first_numbers(html: str) -> list[weasyprint.CSS]:
    """What WeasyPrint does not take from ``<ol start="5">`` without all the other attributes of old HTML."""
    starts = sorted({int(n) for n in _START.findall(html)})
    rules = "".join(f'ol[start="{n}"] {{ counter-reset: list-item {n - 1} }}' for n in starts)
    return [weasyprint.CSS(string=rules)] if rules else []


class OwnFetcher(URLFetcher):
    """Hands out the report's own pictures by name. It never opens anything: the inherited handlers for files and
    the network are not even built."""

    _fail_on_errors = True  # an empty frame where a photo should be is not a report

    def __init__(self, media: Mapping[str, bytes]) -> None:
        self._media = media

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if url.startswith(_DATA):
            return _read_data(url)
        scheme, _, nama = url.partition(":")
        if scheme != SCHEME:
            raise PdfError(
                f'Alamat "{url[:200]}" ditolak: dokumen hanya boleh memuat gambar miliknya sendiri.'
            )
        nama = unquote(nama)
        if nama not in self._media:
            raise PdfError(f'Gambar "{nama}" tidak ada dalam laporan ini. Unggah ulang gambarnya.')
        content = self._media[nama]
        try:
            kind = figure_kind(content, nama=nama)
        except ValueError as error:
            raise PdfError(str(error)) from error
        return URLFetcherResponse(url, content, {"Content-Type": kind})

    def open(self, url: Any, data: object = None, timeout: object = None) -> URLFetcherResponse:
        """Take the inherited second door away too."""
        return self.fetch(url if isinstance(url, str) else url.full_url)


class Source(weasyprint.HTML):
    """HTML under a leaner sheet of defaults.

    The engine's own gives every element a marker and five pseudo-elements for footnotes, each with its computed
    style: 17,000 of 18,000 styles in a report that has no footnote, an eighth of the time.
    """

    def _ua_stylesheets(self, forms: bool = False) -> list[weasyprint.CSS]:
        return [_default_style()]


@cache
def _default_style() -> weasyprint.CSS:
    without_notes = re.sub(r"(?m)^::(?:footnote|note)[^{]*\{[^}]*\}", "", UA)
    return weasyprint.CSS(
        string=re.sub(r"(?m)^::marker", "li::marker", without_notes), counter_style=CounterStyle()
    )


def _read_data(url: str) -> URLFetcherResponse:
    head, _, content = url.partition(",")
    kind, _, way = head.removeprefix("data:").partition(";")
    try:
        body = b64decode(content, validate=True) if way == "base64" else unquote(content).encode()
    except ValueError as error:
        raise PdfError("Gambar yang tersemat dalam dokumen rusak. Unggah ulang gambarnya.") from error
    return URLFetcherResponse(url[:100], body, {"Content-Type": kind})


@cache
def _huruf_configuration() -> FontConfiguration:
    return FontConfiguration()


@cache
def _set_aside() -> None:
    """Once per process. How much is set aside is not to be asked: it is counted one by one."""
    gc.freeze()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the garbage collector from walking everything that lives, again and again, while we render.

    What the process is made of is set aside once. Each render first clears away what the one before has left, so
    memory does not grow from document to document.
    """
    _set_aside()
    gc.collect()
    threshold = gc.get_threshold()
    gc.set_threshold(_GC_THRESHOLD, *threshold[1:])
    try:
        yield
    finally:
        gc.set_threshold(*threshold)


@contextmanager
def _recorded() -> Iterator[list[logging.LogRecord]]:
    """Collect what the engine logs during a render; it goes to the log as before, too."""
    notes: list[logging.LogRecord] = []

    class Recorder(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            notes.append(record)

    recorder = Recorder(logging.WARNING)
    log = logging.getLogger("weasyprint")
    log.addHandler(recorder)
    try:
        yield notes
    finally:
        log.removeHandler(recorder)
