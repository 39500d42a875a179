"""One set of texts, read back from HTML, PDF, Word and the workbook's cell: the same numbers and words everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.tree import Dokumen, Part
from reports.html import render_html
from reports.pdf.render import render_pdf
from reports.publish.naskah import PageSettings
from reports.writing.accept import accept_text
from reports.writing.blocks import Block, Paragraph
from reports.writing.html import read_html
from reports.writing.spelled import write_html
from reports.writing.text import write_text
from reports.writing.to_document import narrative
from tests.flows.read_pdf import Element, read_pdf, tidy
from tests.reports.document.one_part import of_part
from tests.reports.docx.read_docx import W, docx_body, docx_file, part, text
from tests.reports.writing.random_blocks import CONTENT, LIST

Said = list[tuple[str, str]]
"""Paragraphs and items in printed order: what stands in front ("2.", "•", nothing), and the words."""

#: The text of a box or cell, and what every reader must see.
TEXTS: dict[str, tuple[str, Said]] = {
    "interrupted inside the items": (
        "1. Pembinaan\nSetiap bulan.\n2. Monitoring\nOleh tim.\n3. Evaluasi",
        [("1.", "Pembinaan Setiap bulan."), ("2.", "Monitoring Oleh tim."), ("3.", "Evaluasi")],
    ),
    "interrupted by paragraphs": (
        "1. Pembinaan\n\nSetiap bulan.\n\n2. Monitoring\n\nOleh tim.\n\n3. Evaluasi",
        [
            ("1.", "Pembinaan"),
            ("", "Setiap bulan."),
            ("2.", "Monitoring"),
            ("", "Oleh tim."),
            ("3.", "Evaluasi"),
        ],
    ),
    "from five": ("5. Kelima\n6. Keenam", [("5.", "Kelima"), ("6.", "Keenam")]),
    "with lists below": (
        "1. Satu\n  - anak\n  - anak lain\n  3. nomor anak\n2. Dua",
        [("1.", "Satu"), ("•", "anak"), ("•", "anak lain"), ("3.", "nomor anak"), ("2.", "Dua")],
    ),
    "Word's signs": (
        "Langkah:\n\uf0b7\tsatu\n▪ dua\n➢\xa0tiga",
        [("", "Langkah:"), ("•", "satu"), ("•", "dua"), ("•", "tiga")],
    ),
    "looks and line breaks": (
        "Warga *aktif* dan _tertib_,\nbaris kedua.\x0bBaris ketiga.",
        [("", "Warga aktif dan tertib, baris kedua. Baris ketiga.")],
    ),
}


def document(html: str) -> Dokumen:
    part = Part(key="b", title="Bagian", level=1, content=narrative(html))
    return of_part(part)


class _Page(HTMLParser):
    """Paragraphs and items below ``div.narasi``, counted as a browser counts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[tuple[str, list[str]]] = []
        self._lists: list[int | None] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or (tag == "div" and ("class", "narasi") in attrs)
        if tag in ("ol", "ul"):
            self._lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif self._inside and tag == "li":
            number = self._lists[-1]
            self.said.append(("•" if number is None else f"{number}.", []))
            self._lists[-1] = None if number is None else number + 1
        elif self._inside and tag == "p":
            self.said.append(("", []))
        elif tag == "br" and self.said:
            self.said[-1][1].append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "div":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self.said:
            self.said[-1][1].append(data)


def from_html(html: str) -> Said:
    page = _Page()
    page.feed(render_html(document(html), PageSettings()))
    return [(sign, tidy("".join(words))) for sign, words in page.said]


def from_pdf(html: str) -> Said:
    pdf = read_pdf(render_pdf(render_html(document(html), PageSettings()), title="Dokumen").content)

    def walk(element: Element) -> Iterator[tuple[str, str]]:
        if element.kind == "LI":
            label, body = (next(element.everything(kind)).text() for kind in ("Lbl", "LBody"))
            yield label.replace("◦", "•").replace("▪", "•"), body
        elif element.kind == "P":
            yield "", element.text()
        else:
            for child in element.children:
                if isinstance(child, Element):
                    yield from walk(child)

    return list(walk(pdf.root))


def from_docx(html: str) -> Said:
    file = docx_file(*narrative(html))
    numbering = part(file, "word/numbering.xml")["word/numbering.xml"]
    kinds = {a.get(f"{W}abstractNumId"): a for a in numbering.iter(f"{W}abstractNum")}
    count: dict[str, int] = {}
    bulleted = set()
    for num in numbering.iter(f"{W}num"):
        number = num.get(f"{W}numId")
        count[number] = int(num.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val"))
        if (
            kinds[num.find(f"{W}abstractNumId").get(f"{W}val")].find(f"{W}lvl/{W}numFmt").get(f"{W}val")
            == "bullet"
        ):
            bulleted.add(number)
    said = []
    for p in docx_body(file).iter(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        numbered = p.find(f"{W}pPr/{W}numPr/{W}numId")
        if numbered is not None:
            number = numbered.get(f"{W}val")
            said.append(("•" if number in bulleted else f"{count[number]}.", tidy(text(p))))
            count[number] += 1
        elif style is not None and style.get(f"{W}val") == "BodyText":
            said.append(("", tidy(text(p))))
    return said


def from_cell(html: str) -> Said:
    """The text of a cell, as its reader takes it: a blank line ends, a line behind a sign begins."""
    said: list[tuple[str, str]] = []
    for block in write_text(read_html(html)).split("\n\n"):
        fresh = True
        for line in block.split("\n"):
            sign = re.match(r" *(-|\d+\.) ", line)
            words = re.sub(r"[*_]", "", line[sign.end() :] if sign else line)
            if sign or fresh:
                said.append((sign[1].replace("-", "•") if sign else "", tidy(words)))
            else:
                said[-1] = (said[-1][0], tidy(f"{said[-1][1]} {words}"))
            fresh = False
    return said


@pytest.mark.parametrize("name", TEXTS)
def test_every_writer_says_the_same_numbers_and_words(name: str) -> None:
    text, expected = TEXTS[name]
    html = accept_text(text)
    assert from_html(html) == expected
    assert from_pdf(html) == expected
    assert from_docx(html) == expected
    assert from_cell(html) == expected
    assert accept_text(write_text(read_html(html))) == html


@settings(max_examples=40)
@given(st.lists(st.one_of(st.builds(Paragraph, CONTENT), LIST), max_size=4).map(tuple))
def test_word_numbers_any_text_as_the_page_does(blocks: tuple[Block, ...]) -> None:
    html = write_html(blocks)
    assert from_docx(html) == from_html(html)


@settings(max_examples=10)
@given(st.lists(LIST, min_size=1, max_size=3).map(tuple))
def test_paper_numbers_any_list_as_the_page_does(blocks: tuple[Block, ...]) -> None:
    html = write_html(blocks)
    assert [sign for sign, _ in from_pdf(html)] == [sign for sign, _ in from_html(html)]


def test_a_table_of_a_text_looks_like_one_of_the_document() -> None:
    html = accept_text("Tabel: Rekap\n| Uraian | Jumlah |\n| --- | --- |\n| Surat | 12 |\n\n| Lain | 3 |")
    page = render_html(document(html), PageSettings())
    pdf = read_pdf(render_pdf(page, title="Dokumen").content)
    words = [[cell.text() for cell in table.everything("TH", "TD")] for table in pdf.root.everything("Table")]
    assert words == [["Uraian", "Jumlah", "Surat", "12"], ["Lain", "3"]]
    assert re.findall(r'id="(narasi-tabel-\d+)"', page) == ["narasi-tabel-1", "narasi-tabel-2"]
