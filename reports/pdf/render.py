"""HTML → PDF/UA-1: the only module that knows the PDF engine.

The same HTML and pictures give the same bytes, in every process: there is no date and the identifier is computed
from the input. Nothing is read but what is handed in: no file, no network.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import re
import threading
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, Final
from urllib.parse import unquote

import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reports.html.media import SCHEME, figure_kind
from reports.pdf.structure import compact, label_pages, tidy_structure

VARIANT: Final = "pdf/ua-1"

#: What decides, beside HTML and fonts, which bytes come out.
MAKER: Final = f"WeasyPrint {weasyprint.__version__}"

_NO_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)

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


@dataclass(frozen=True, slots=True)
class PdfResult:
    """The file, its number of pages, and what the engine complained about (empty for a sound document)."""

    content: bytes
    page: int
    warnings: tuple[str, ...] = ()


def render_pdf(
    html: str,
    *,
    title: str,
    language: str = "id",
    media: Mapping[str, bytes] | None = None,
    attachments: Mapping[str, bytes] | None = None,
) -> PdfResult:
    """Render the HTML of :func:`reports.html.render_html` as tagged PDF/UA-1.

    ``media`` maps the names of the report's own pictures (:attr:`Berkas.nama`) to their bytes, JPEG or PNG. Raises
    :class:`PdfError` when the HTML asks for anything else: a missing picture, a file, an address on the network.
    ``attachments`` are files to be carried inside, by their names, which tell their types.
    """
    media, attachments = media or {}, attachments or {}
    with _KEY, _quiet(), _recorded() as notes:
        try:
            source = _Source(string=html, base_url=f"{SCHEME}:", url_fetcher=_OwnFetcher(media))
            dokumen = source.render(
                stylesheets=_first_numbers(html), font_config=_huruf_configuration(), pdf_variant=VARIANT
            )
        except FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__)) from error
        dokumen.metadata.attachments = [_attached(nama, attachments[nama]) for nama in sorted(attachments)]
        dokumen.metadata.title = title
        dokumen.metadata.lang = language
        page = len(dokumen.pages)
        if page > _MANY_PAGES:
            # What the layout leaves behind must go before the drawing needs more: worth a twentieth of the time
            # only where memory would pass 200 MB.
            gc.collect()
        content = dokumen.write_pdf(pdf_variant=VARIANT, finisher=_finish)
        if errors := [c.getMessage() for c in notes if c.levelno >= logging.ERROR]:
            # An unreadable picture, or one without words for those who do not see it: not the document it says.
            raise PdfError(f"Dokumen tidak dapat dijadikan PDF: {errors[0][:200]}")
        content = _give_id(content, _identifier(html, title, language, {**media, **attachments}))
        return PdfResult(content, page, tuple(c.getMessage() for c in notes))


def _attached(nama: str, content: bytes) -> weasyprint.Attachment:
    """A file inside the document; of no day, or no two renders were the same."""
    return weasyprint.Attachment(
        file_obj=BytesIO(content),
        name=nama,
        description=f"Data laporan: {nama}",
        created=_NO_DAY,
        modified=_NO_DAY,
        relationship="Data",
    )


def _first_numbers(html: str) -> list[weasyprint.CSS]:
    """What WeasyPrint does not take from ``<ol start="5">`` without all the other attributes of old HTML."""
    starts = sorted({int(n) for n in _START.findall(html)})
    rules = "".join(f'ol[start="{n}"] {{ counter-reset: list-item {n - 1} }}' for n in starts)
    return [weasyprint.CSS(string=rules)] if rules else []


def _finish(dokumen: weasyprint.Document, pdf: Any) -> None:
    """Everything is drawn and tagged: correct the tags, label the pages, and let go of the laid-out pages before
    the file is put together in memory."""
    tidy_structure(pdf)
    label_pages(pdf, [h._page_box.page_type.name for h in dokumen.pages])
    dokumen.pages.clear()
    compact(pdf)


class _OwnFetcher(URLFetcher):
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


class _Source(weasyprint.HTML):
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


def _identifier(html: str, title: str, language: str, media: Mapping[str, bytes]) -> bytes:
    """The file identifier: what went in decides it, so equal documents are equal files."""
    fingerprint = hashlib.sha256()
    for part in (html, title, language):
        fingerprint.update(hashlib.sha256(part.encode()).digest())
    for nama in sorted(media):
        fingerprint.update(hashlib.sha256(nama.encode()).digest() + hashlib.sha256(media[nama]).digest())
    return fingerprint.hexdigest()[:32].encode("ascii")


def _give_id(content: bytes, identifier: bytes) -> bytes:
    """Write the identifier into the trailer: the last object, so every offset stays true.

    The engine can do it, but writes the whole file twice to hash it.
    """
    trailer = content.rindex(b"/Type /XRef")
    return content[:trailer] + b"/ID [<%b> <%b>]" % (identifier, identifier) + content[trailer:]


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
