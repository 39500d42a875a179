"""The HTML page and the PDF say the same, word for word; a word or number torn apart by a narrow column shows here."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest

from tests.flows.pdf_tables import merge_tables
from tests.flows.printed import Cetakan
from tests.flows.read_html import read_html
from tests.flows.read_pdf import Elemen, Potongan, tidy

#: Drawings are read by their alternative text, and the marker of a list item is not text in HTML.
TIDAK_DIBANDINGKAN = {"Figure", "Lbl"}
DAFTAR = {"daftar isi", "daftar tabel", "daftar gambar"}


def test_html_and_pdf_have_the_same_words_in_the_same_order(cetakan: Cetakan) -> None:
    html = read_html(cetakan.terbitan.html, tanpa=["tanda-konsep"]).teks.casefold().split()
    pdf = teks_pdf(cetakan).casefold().split()
    assert len(pdf) > 1000
    beda = next((i for i, (a, b) in enumerate(zip_longest(pdf, html)) if a != b), None)
    assert beda is None, (
        f"PDF:  {' '.join(pdf[beda - 8 : beda + 8])}\nHTML: {' '.join(html[beda - 8 : beda + 8])}"
    )


def test_no_anchor_is_used_twice_and_every_link_has_its_anchor(cetakan: Cetakan) -> None:
    assert [nama for nama, banyak in Counter(cetakan.html.id).items() if banyak > 1] == []
    assert set(cetakan.html.tautan) <= set(cetakan.html.id)
    assert bool(cetakan.html.tautan) == cetakan.susunan.dokumen.daftar_isi


def test_the_html_file_stands_alone(cetakan: Cetakan) -> None:
    assert not re.findall(r"""(?:src|href)\s*=\s*["'](?!#|data:)[^"']*""", cetakan.terbitan.html)
    assert "<script" not in cetakan.terbitan.html


def test_an_unsigned_page_says_so_at_its_top(cetakan: Cetakan) -> None:
    assert cetakan.html.teks.startswith(tidy("KONSEP – belum ditandatangani"))


def teks_pdf(cetakan: Cetakan) -> str:
    """The PDF's text without what only paper needs: page numbers of lists, heads repeated on a new page."""
    ulangan = {
        id(kepala)
        for bagian in merge_tables(cetakan.pdf.akar.semua("Table"))
        for lanjutan in bagian[1:]
        for kepala in lanjutan.semua("THead")
    }
    daftar = False

    def copy(elemen: Elemen) -> Elemen:
        nonlocal daftar
        salinan = Elemen(jenis=elemen.jenis, halaman=elemen.halaman)
        if elemen.jenis == "H1":
            daftar = elemen.teks().casefold() in DAFTAR
        if elemen.jenis in TIDAK_DIBANDINGKAN or id(elemen) in ulangan:
            return salinan
        if daftar and elemen.jenis == "LI":
            teks = re.sub(r" ?\.* ?(?:\d+|[ivxl]+)$", "", elemen.teks())
            salinan.anak.append(Potongan(teks, elemen.halaman, 0))
            return salinan
        salinan.anak += [copy(a) if isinstance(a, Elemen) else a for a in elemen.anak]
        return salinan

    return copy(cetakan.pdf.akar).teks()
