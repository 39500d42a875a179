"""From the document tree to an editable Word document (DOCX, ECMA-376): the only package that knows python-docx.

Same words, numbers and tables as the HTML and the PDF, in Word's own means: heading styles, captions that count,
repeated header rows, equations, shapes, sections. A signed document is the PDF; this file is for working on.
"""

from __future__ import annotations

from collections.abc import Mapping

from docx.oxml import parse_xml

from reports.document.numbering import nomori
from reports.document.tree import Dokumen
from reports.docx.context import Konteks
from reports.docx.ooxml import XMLNS, DocxError
from reports.docx.package import paket_kosong, store
from reports.docx.pages import DocxPaper, Pengatur
from reports.docx.paragraphs import PEMISAH
from reports.docx.styles import list_number
from reports.docx.writer import Bab, Penulis
from reports.publish.naskah import Pengaturan

__all__ = ["DocxError", "render_docx"]

_PARAGRAF = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def render_docx(dokumen: Dokumen, pengaturan: Pengaturan, *, media: Mapping[str, bytes]) -> bytes:
    """Return the Word file of a document; the same document, setting and pictures give the same bytes.

    ``media`` maps the names of the report's own pictures (:attr:`Berkas.nama`) to their bytes, JPEG or PNG.

    Raises :class:`DocxError` for a picture that is missing or cannot be read, and :class:`ValueError` for a tree
    that cannot be printed truthfully (one anchor twice, a table whose rows do not fill its columns, a drawing of
    other shapes than ours) and for an unknown paper size.
    """
    kertas = DocxPaper.dari(pengaturan)
    lebar, tinggi = kertas.bidang_teks(lanskap=False)
    paket = paket_kosong(dokumen.judul, pengaturan, lebar=lebar)
    konteks = Konteks(
        bagian=paket.part,
        media=media,
        pengaturan=pengaturan,
        penomoran=nomori(dokumen),
        lebar=lebar,
        tinggi=tinggi,
    )
    bab = Penulis(konteks, kertas).write(dokumen)
    badan = paket.element.body
    badan.clear_content()
    badan.remove(badan.sectPr)
    pengatur = Pengatur(paket.part, dokumen, pengaturan, kertas)
    for nomor, satu in enumerate(bab, start=1):
        for unsur in _unsur(satu, pengatur, terakhir=nomor == len(bab)):
            badan.append(unsur)
    penomoran = paket.part.numbering_part.element
    for unsur in list(parse_xml(list_number(pengaturan, konteks.daftar))):
        penomoran.append(unsur)
    return store(paket)


def _unsur(bab: Bab, pengatur: Pengatur, *, terakhir: bool) -> list[object]:
    """The elements of a section. Its properties stand in its last paragraph; the last section's, behind it."""
    sifat = pengatur.sifat(bab.halaman)
    isi = list(parse_xml(f"<w:body {XMLNS}>{''.join(bab.isi)}{sifat}</w:body>"))
    sect = isi.pop()
    if terakhir:
        return [*isi, sect]
    if not isi or isi[-1].tag != _PARAGRAF:
        isi.append(parse_xml(PEMISAH.replace("<w:p>", f"<w:p {XMLNS}>", 1)))
    isi[-1].set_sectPr(sect)
    return isi
