"""Where the pictures of a document are: the one place that turns a stored file into a ``src``."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote

from sakip.snapshot.types import Berkas

#: Scheme of the addresses that only :mod:`reports.pdf.render` resolves, from the files it is handed.
SKEMA: Final = "media"

#: First bytes of the pictures that a document may hold, and what they are.
_TANDA: Final = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))

Alamat = Callable[[Berkas], str]


def alamat_media(berkas: Berkas) -> str:
    """``media:<name>``: resolved by :func:`reports.pdf.render.render_pdf` from its ``media`` and by nothing else."""
    return f"{SKEMA}:{quote(berkas.nama)}"


def sematkan(media: Mapping[str, bytes]) -> Alamat:
    """Addresses that carry the picture itself (``data:``), so that the HTML file stands alone.

    ``media`` maps :attr:`Berkas.nama` to the file's bytes. The returned function raises :class:`KeyError` for a
    name that is not there and :class:`ValueError` for bytes that are neither JPEG nor PNG.
    """

    def alamat(berkas: Berkas) -> str:
        isi = media[berkas.nama]
        return f"data:{jenis_gambar(isi, nama=berkas.nama)};base64,{b64encode(isi).decode('ascii')}"

    return alamat


def jenis_gambar(isi: bytes, *, nama: str) -> str:
    """The media type, by content: a name's ending is only a claim. :class:`ValueError` when it is no picture."""
    for tanda, jenis in _TANDA:
        if isi.startswith(tanda):
            return jenis
    raise ValueError(f'Berkas "{nama}" bukan gambar JPEG atau PNG. Unggah ulang gambarnya.')
