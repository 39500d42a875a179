"""Daftar isi, daftar tabel and daftar gambar: Word's own fields, already filled.

The entries stand there from the start, with links; only Word knows on which page each part falls, so the page
numbers come when Word updates the lists (before printing, or with F9). Nothing makes it ask on opening.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reports.document.numbering import DAFTAR_GAMBAR, DAFTAR_ISI, DAFTAR_TABEL, TINGKAT_DAFTAR_ISI, Entri
from reports.docx.context import Konteks
from reports.docx.paragraphs import BIDANG_AKHIR, TAB, Alinea, bidang, bidang_awal, lari

#: Part of the field's result: it goes away when the list is updated.
PETUNJUK: Final = (
    "Nomor halaman muncul setelah daftar ini diperbarui: klik kanan pada daftar, pilih Perbarui Bidang (F9)."
)


def daftar_depan(k: Konteks) -> list[tuple[str, str, str]]:
    """The lists that have entries: anchor, title and XML below the title."""
    # \f adds the forms, whose own title is no heading of the report: they carry a TC field.
    isi = rf'TOC \o "1-{TINGKAT_DAFTAR_ISI}" \f \h \z'
    perintah = {DAFTAR_TABEL: r'TOC \h \z \c "Tabel"', DAFTAR_GAMBAR: r'TOC \h \z \c "Gambar"'}
    return [
        (id_, judul, _sdt(_bidang(k, entri, isi, petunjuk=True)))
        if id_ == DAFTAR_ISI
        else (id_, judul, _bidang(k, entri, perintah[id_]))
        for id_, judul, entri in k.penomoran.daftar
    ]


def tanda_entri(label: str, tingkat: int) -> str:
    """A hidden TC field: the entry in the daftar isi of a heading that is not printed."""
    isi = label.replace("\\", "\\\\").replace('"', '\\"')
    return bidang(rf'TC "{isi}" \l {tingkat}', sifat="<w:vanish/>")


def _bidang(k: Konteks, entri: Sequence[Entri], perintah: str, *, petunjuk: bool = False) -> str:
    baris = [_entri(k, e) for e in entri]
    # The field begins in its first line and ends in a line of its own, as Word writes it.
    kepala, isi = baris[0]
    hasil = kepala.wrap(bidang_awal(perintah) + isi) + "".join(a.wrap(i) for a, i in baris[1:])
    if petunjuk:
        hasil += Alinea(gaya="Catatan").wrap(lari(PETUNJUK, "<w:i/>"))
    return hasil + Alinea(gaya="Pemisah").wrap(BIDANG_AKHIR)


def _entri(k: Konteks, e: Entri) -> tuple[Alinea, str]:
    penanda = k.penanda(e.id)
    # "A." and its title are parted by a tab, as in the heading; "BAB I" and "Tabel 3.1" by a space.
    pemisah = TAB if e.tingkat in (2, 3) else lari(" ")
    nomor = lari(e.nomor) + pemisah if e.nomor else ""
    halaman = bidang(rf"PAGEREF {penanda} \h")
    return (
        Alinea(gaya=f"TOC{e.tingkat}" if e.tingkat else "TableofFigures"),
        f'<w:hyperlink w:anchor="{penanda}" w:history="1">{nomor}{lari(e.judul)}{TAB}{halaman}</w:hyperlink>',
    )


def _sdt(isi: str) -> str:
    """Word's frame around a daftar isi, with its button "Perbarui Tabel"."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{isi}</w:sdtContent></w:sdt>"
    )
