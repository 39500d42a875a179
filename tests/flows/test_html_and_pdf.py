"""The HTML page and the PDF say the same, word for word; a word or number torn apart by a narrow column shows here."""

from __future__ import annotations

import re
from collections import Counter
from itertools import zip_longest

from tests.flows.pdf_tables import merge_tables
from tests.flows.printed import Template
from tests.flows.read_html import read_html
from tests.flows.read_pdf import Element, Piece, tidy

#: Drawings are read by their alternative text, and the marker of a list item is not text in HTML.
NOT_COMPARED = {"Figure", "Lbl"}
LISTING = {"daftar isi", "daftar tabel", "daftar gambar"}


def test_html_and_pdf_have_the_same_words_in_the_same_order(template: Template) -> None:
    html = read_html(template.edition.html, without=["tanda-konsep"]).text.casefold().split()
    pdf = pdf_text(template).casefold().split()
    assert len(pdf) > 1000
    difference = next((i for i, (a, b) in enumerate(zip_longest(pdf, html)) if a != b), None)
    assert difference is None, (
        f"PDF:  {' '.join(pdf[difference - 8 : difference + 8])}\nHTML: "
        f"{' '.join(html[difference - 8 : difference + 8])}"
    )


def test_no_anchor_is_used_twice_and_every_link_has_its_anchor(template: Template) -> None:
    assert [nama for nama, many in Counter(template.html.id).items() if many > 1] == []
    assert set(template.html.links) <= set(template.html.id)
    assert bool(template.html.links) == template.assembled.dokumen.contents


def test_the_html_file_stands_alone(template: Template) -> None:
    assert not re.findall(r"""(?:src|href)\s*=\s*["'](?!#|data:)[^"']*""", template.edition.html)
    assert "<script" not in template.edition.html


def test_an_unsigned_page_says_so_at_its_top(template: Template) -> None:
    assert template.html.text.startswith(tidy("KONSEP – belum ditandatangani"))


def _names_again(continuation: Element) -> list[Element]:
    """The cells that say once more what their row goes on with: those up to the one that says so."""
    row = next(row for body in continuation.everything("TBody") for row in body.everything("TR"))
    cells = list(row.everything("TH", "TD"))
    return cells[: max((n for n, c in enumerate(cells, 1) if c.text().endswith("(lanjutan)")), default=0)]


def pdf_text(template: Template) -> str:
    """The PDF's text without what only paper needs: page numbers of lists, heads and names repeated on a new page."""
    repetition = {
        id(again)
        for parts in merge_tables(template.pdf.root.everything("Table"))
        for continuation in parts[1:]
        for again in (*continuation.everything("THead"), *_names_again(continuation))
    }
    listing = False

    def copy(element: Element) -> Element:
        nonlocal listing
        copied = Element(kind=element.kind, page=element.page)
        if element.kind == "H1":
            listing = element.text().casefold() in LISTING
        if element.kind in NOT_COMPARED or id(element) in repetition:
            return copied
        if listing and element.kind == "LI":
            text = re.sub(r" ?\.* ?(?:\d+|[ivxl]+)$", "", element.text())
            copied.children.append(Piece(text, element.page, 0))
            return copied
        copied.children += [copy(a) if isinstance(a, Element) else a for a in element.children]
        return copied

    return copy(template.pdf.root).text()
