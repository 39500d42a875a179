"""What a document may read: the pictures that are handed in with it and those that it carries, nothing else."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from reports.html.media import SCHEME, figure_kind

#: What the document itself may carry: its photos in a file that stands alone, and the drawing of KONSEP.
_DATA: Final = ("data:image/jpeg;base64,", "data:image/png;base64,", "data:image/svg+xml,")


class PdfError(Exception):
    """A document that cannot be made into a PDF. ``str()`` says why, in Indonesian."""


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


def _read_data(url: str) -> URLFetcherResponse:
    head, _, content = url.partition(",")
    kind, _, way = head.removeprefix("data:").partition(";")
    try:
        body = b64decode(content, validate=True) if way == "base64" else unquote(content).encode()
    except ValueError as error:
        raise PdfError("Gambar yang tersemat dalam dokumen rusak. Unggah ulang gambarnya.") from error
    return URLFetcherResponse(url[:100], body, {"Content-Type": kind})
