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
from functools import cache
from typing import Any, Final
from urllib.parse import unquote

import weasyprint
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from reports.html.media import SKEMA, jenis_gambar
from reports.pdf.structure import label_pages, padatkan, tidy_structure

VARIAN: Final = "pdf/ua-1"

#: What the document itself may carry: its photos in a file that stands alone, and the drawing of KONSEP.
_DATA: Final = ("data:image/jpeg;base64,", "data:image/png;base64,", "data:image/svg+xml,")

_START: Final = re.compile(r'<ol\b[^>]*? start="([0-9]{1,3})"')

#: Objects a render leaves for the collector are few; looking for them all the time costs an eighth of it.
_AMBANG_GC: Final = 1_000_000

#: From here on memory counts for more than time.
_HALAMAN_BANYAK: Final = 60

# The engine's font configuration and the collector are shared by the whole process.
_KUNCI = threading.Lock()


class PdfError(Exception):
    """A document that cannot be made into a PDF. ``str()`` says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class HasilPDF:
    """The file, its number of pages, and what the engine complained about (empty for a sound document)."""

    isi: bytes
    halaman: int
    peringatan: tuple[str, ...] = ()


def render_pdf(
    html: str, *, judul: str, bahasa: str = "id", media: Mapping[str, bytes] | None = None
) -> HasilPDF:
    """Render the HTML of :func:`reports.html.render_html` as tagged PDF/UA-1.

    ``media`` maps the names of the report's own pictures (:attr:`Berkas.nama`) to their bytes, JPEG or PNG. Raises
    :class:`PdfError` when the HTML asks for anything else: a missing picture, a file, an address on the network.
    """
    media = media or {}
    with _KUNCI, _tenang(), _tercatat() as catatan:
        try:
            sumber = _Sumber(string=html, base_url=f"{SKEMA}:", url_fetcher=_PengambilSendiri(media))
            dokumen = sumber.render(
                stylesheets=_first_numbers(html), font_config=_konfigurasi_huruf(), pdf_variant=VARIAN
            )
        except FatalURLFetchingError as error:
            raise PdfError(str(error.__cause__)) from error
        dokumen.metadata.title = judul
        dokumen.metadata.lang = bahasa
        halaman = len(dokumen.pages)
        if halaman > _HALAMAN_BANYAK:
            # What the layout leaves behind must go before the drawing needs more: worth a twentieth of the time
            # only where memory would pass 200 MB.
            gc.collect()
        isi = dokumen.write_pdf(pdf_variant=VARIAN, finisher=_finish)
        if galat := [c.getMessage() for c in catatan if c.levelno >= logging.ERROR]:
            # An unreadable picture, or one without words for those who do not see it: not the document it says.
            raise PdfError(f"Dokumen tidak dapat dijadikan PDF: {galat[0][:200]}")
        isi = _give_id(isi, _pengenal(html, judul, bahasa, media))
        return HasilPDF(isi, halaman, tuple(c.getMessage() for c in catatan))


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
    padatkan(pdf)


class _PengambilSendiri(URLFetcher):
    """Hands out the report's own pictures by name. It never opens anything: the inherited handlers for files and
    the network are not even built."""

    _fail_on_errors = True  # an empty frame where a photo should be is not a report

    def __init__(self, media: Mapping[str, bytes]) -> None:
        self._media = media

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        if url.startswith(_DATA):
            return _read_data(url)
        skema, _, nama = url.partition(":")
        if skema != SKEMA:
            raise PdfError(
                f'Alamat "{url[:200]}" ditolak: dokumen hanya boleh memuat gambar miliknya sendiri.'
            )
        nama = unquote(nama)
        if nama not in self._media:
            raise PdfError(f'Gambar "{nama}" tidak ada dalam laporan ini. Unggah ulang gambarnya.')
        isi = self._media[nama]
        try:
            jenis = jenis_gambar(isi, nama=nama)
        except ValueError as error:
            raise PdfError(str(error)) from error
        return URLFetcherResponse(url, isi, {"Content-Type": jenis})

    def open(self, url: Any, data: object = None, timeout: object = None) -> URLFetcherResponse:
        """Take the inherited second door away too."""
        return self.fetch(url if isinstance(url, str) else url.full_url)


class _Sumber(weasyprint.HTML):
    """HTML under a leaner sheet of defaults.

    The engine's own gives every element a marker and five pseudo-elements for footnotes, each with its computed
    style: 17,000 of 18,000 styles in a report that has no footnote, an eighth of the time.
    """

    def _ua_stylesheets(self, forms: bool = False) -> list[weasyprint.CSS]:
        return [_gaya_bawaan()]


@cache
def _gaya_bawaan() -> weasyprint.CSS:
    tanpa_catatan = re.sub(r"(?m)^::(?:footnote|note)[^{]*\{[^}]*\}", "", UA)
    return weasyprint.CSS(
        string=re.sub(r"(?m)^::marker", "li::marker", tanpa_catatan), counter_style=CounterStyle()
    )


def _read_data(url: str) -> URLFetcherResponse:
    kepala, _, isi = url.partition(",")
    jenis, _, cara = kepala.removeprefix("data:").partition(";")
    try:
        badan = b64decode(isi, validate=True) if cara == "base64" else unquote(isi).encode()
    except ValueError as error:
        raise PdfError("Gambar yang tersemat dalam dokumen rusak. Unggah ulang gambarnya.") from error
    return URLFetcherResponse(url[:100], badan, {"Content-Type": jenis})


@cache
def _konfigurasi_huruf() -> FontConfiguration:
    return FontConfiguration()


def _pengenal(html: str, judul: str, bahasa: str, media: Mapping[str, bytes]) -> bytes:
    """The file identifier: what went in decides it, so equal documents are equal files."""
    sidik = hashlib.sha256()
    for bagian in (html, judul, bahasa):
        sidik.update(hashlib.sha256(bagian.encode()).digest())
    for nama in sorted(media):
        sidik.update(hashlib.sha256(nama.encode()).digest() + hashlib.sha256(media[nama]).digest())
    return sidik.hexdigest()[:32].encode("ascii")


def _give_id(isi: bytes, pengenal: bytes) -> bytes:
    """Write the identifier into the trailer: the last object, so every offset stays true.

    The engine can do it, but writes the whole file twice to hash it.
    """
    trailer = isi.rindex(b"/Type /XRef")
    return isi[:trailer] + b"/ID [<%b> <%b>]" % (pengenal, pengenal) + isi[trailer:]


@contextmanager
def _tenang() -> Iterator[None]:
    """Keep the garbage collector from walking everything that lives, again and again, while we render.

    What the process is made of is set aside once. Each render first clears away what the one before has left, so
    memory does not grow from document to document.
    """
    if gc.get_freeze_count():
        gc.collect()
    else:
        gc.freeze()
    ambang = gc.get_threshold()
    gc.set_threshold(_AMBANG_GC, *ambang[1:])
    try:
        yield
    finally:
        gc.set_threshold(*ambang)


@contextmanager
def _tercatat() -> Iterator[list[logging.LogRecord]]:
    """Collect what the engine logs during a render; it goes to the log as before, too."""
    catatan: list[logging.LogRecord] = []

    class Pencatat(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            catatan.append(record)

    pencatat = Pencatat(logging.WARNING)
    log = logging.getLogger("weasyprint")
    log.addHandler(pencatat)
    try:
        yield catatan
    finally:
        log.removeHandler(pencatat)
