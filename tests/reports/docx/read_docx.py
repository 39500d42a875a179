"""A Word file read back: what its reader sees, and the XML where only that tells."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml

from reports.document.tree import Bagian, Blok, Dokumen
from reports.docx import render_docx
from reports.publish.naskah import Pengaturan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def berkas(*blok: Blok, media: Mapping[str, bytes] | None = None, **lain: Any) -> bytes:
    """The file of a document that is one BAB with these blocks."""
    bab = Bagian(kunci="bab", judul="Pendahuluan", tingkat=1, nomor="BAB I", isi=blok)
    isi: dict[str, Any] = {
        "depan": (),
        "batang": (bab,),
        "lampiran": (),
        "konsep": False,
        "daftar_isi": False,
    }
    dokumen = Dokumen(kunci="uji", judul="Uji", kepala="Uji", sampul=None, **(isi | lain))
    return render_docx(dokumen, Pengaturan(), media=media or {})


def open_page(isi: bytes) -> Document:
    return docx.Document(BytesIO(isi))


def badan(isi: bytes) -> Any:
    """The body element of the main part."""
    return open_page(isi).element.body


def bagian(isi: bytes, awalan: str) -> dict[str, Any]:
    """The parsed parts whose name begins so ("word/header")."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        return {n: parse_xml(arsip.read(n)) for n in sorted(arsip.namelist()) if n.startswith(awalan)}


def teks(unsur: Any) -> str:
    """All words below an element: text and equations; a line break is a newline, what is hidden does not count."""
    hasil = ""
    for satu in unsur.iter(f"{W}t", f"{M}t", f"{W}br", f"{W}tab"):
        hasil += {f"{W}br": "\n", f"{W}tab": "\t"}.get(satu.tag, satu.text or "")
    return hasil


def paragraf(induk: Any, gaya: str) -> list[Any]:
    """Paragraphs of a style, by its id."""
    return [s.getparent().getparent() for s in induk.iter(f"{W}pStyle") if s.get(f"{W}val") == gaya]


def perintah(unsur: Any) -> list[str]:
    """The instructions of the fields below an element."""
    return [(i.text or "").strip() for i in unsur.iter(f"{W}instrText")]


def baris_tabel(tabel: Any) -> Iterator[list[str]]:
    """The words of every cell, row by row; a cell that a span from above continues into has none of its own."""
    for tr in tabel.iterchildren(f"{W}tr"):
        yield [teks(tc) for tc in tr.iterchildren(f"{W}tc") if not _lanjutan(tc)]


def _lanjutan(sel: Any) -> bool:
    combine = sel.find(f"{W}tcPr/{W}vMerge")
    return combine is not None and combine.get(f"{W}val") != "restart"
