"""Where the pictures of a document are: the one place that turns a stored file into a ``src``."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from sakip.snapshot.types import Berkas

#: Scheme of the addresses that only :mod:`reports.pdf.render` resolves, from the files it is handed.
SCHEME: Final = "media"

#: First bytes of the pictures that a document may hold, and what they are.
_MARKS: Final = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))

AddressOf = Callable[[Berkas], str]


def media_address(file: Berkas) -> str:
    """``media:<name>``: resolved by :func:`reports.pdf.render.render_pdf` from its ``media`` and by nothing else."""
    return f"{SCHEME}:{quote(file.nama)}"


def embed(media: Mapping[str, bytes]) -> AddressOf:
    """Addresses that carry the picture itself (``data:``), so that the HTML file stands alone.

    ``media`` maps :attr:`Berkas.nama` to the file's bytes. The returned function raises :class:`KeyError` for a
    name that is not there and :class:`ValueError` for bytes that are neither JPEG nor PNG.
    """

    def address(file: Berkas) -> str:
        content = media[file.nama]
        return f"data:{figure_kind(content, nama=file.nama)};base64,{b64encode(content).decode('ascii')}"

    return address


def figure_kind(content: bytes, *, nama: str) -> str:
    """The media type, by content: a name's ending is only a claim. :class:`ValueError` when it is no picture."""
    for mark, kind in _MARKS:
        if content.startswith(mark):
            return kind
    raise ValueError(f'Berkas "{nama}" bukan gambar JPEG atau PNG. Unggah ulang gambarnya.')
