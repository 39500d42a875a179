"""What makes the four PDFs fit to be read by everyone and signed: tags, fonts, page numbers, links, marks, text."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
import pytest

from reports.publish.assemble import arrange
from reports.publish.files import publish_pdf
from reports.publish.naskah import Naskah
from tests.flows.pdf_ua import faults
from tests.flows.printed import Template
from tests.flows.read_pdf import Element, PdfReading, Piece, read_pdf, tidy

pytestmark = pytest.mark.one_engine

HEADS = {"H1", "H2", "H3", "H4", "H5", "H6"}
KONSEP = tidy("KONSEP – belum ditandatangani")
LISTING = ("DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GAMBAR")


# -- tags --------------------------------------------------------------------------------------------


def test_the_file_declares_itself_pdf_ua_with_language_and_title(template: Template) -> None:
    root = template.pdf.pdf.Root
    title = template.assembled.dokumen.title
    assert str(root.Lang) == "id"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(template.pdf.pdf.docinfo.Title) == title
    # Not in a with: leaving it would write its own date and editor into the file that other tests read.
    meta = template.pdf.pdf.open_metadata()
    assert meta["pdfuaid:part"] == "1"
    assert meta["dc:title"] == title


def test_no_object_breaks_what_iso_14289_asks(template: Template) -> None:
    assert faults(template.edition.pdf.content) == []


def test_the_engine_had_nothing_to_complain_about(template: Template) -> None:
    assert template.edition.pdf.warnings == ()
    assert template.edition.pdf.page == len(template.pdf.pages)


def test_every_figure_says_in_words_what_it_shows(template: Template) -> None:
    alt = [e.alt for e in template.pdf.root.everything("Figure")]
    assert alt or template.contoh.kind != "lkip"
    assert all(len(a) > 20 for a in alt), alt


def test_every_header_cell_says_what_it_heads(template: Template) -> None:
    for table in template.pdf.root.everything("Table"):
        heads = list(table.everything("TH"))
        assert heads, table.text()[:200]
        assert {e.scope for e in heads} <= {"Column", "Row"}, table.text()[:200]
        for thead in table.everything("THead"):
            assert {e.scope for e in thead.everything("TH")} == {"Column"}


def test_every_font_is_embedded_and_readable_as_text(template: Template) -> None:
    font = {
        str(f.BaseFont): f
        for page in template.pdf.pdf.pages
        for f in page.Resources.get("/Font", pikepdf.Dictionary()).values()
    }
    assert font
    for nama, f in font.items():
        penjelas = f.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(penjelas.keys()), nama
        assert "/ToUnicode" in f, nama
        assert re.match(r"/[A-Z]{6}\+", nama), "hanya huruf yang dipakai yang disertakan"


# -- pages -------------------------------------------------------------------------------------------


def test_front_pages_are_numbered_in_roman_and_the_rest_from_one(template: Template) -> None:
    nomor = printed_nomor(template.pdf)
    angka = [n for n in nomor if n.isdigit()]
    front = nomor[: len(nomor) - len(angka)]
    assert angka == [str(n) for n in range(1, len(angka) + 1)]
    assert [h.label for h in template.pdf.pdf.pages] == [n or "Sampul" for n in nomor]
    if template.assembled.dokumen.cover:
        assert front.pop(0) == "", "sampul tidak bernomor"
    assert front == [roman(n) for n in range(1, len(front) + 1)]
    assert bool(front) == bool(template.assembled.dokumen.front)


def test_an_unsigned_document_is_marked_on_every_page(template: Template) -> None:
    assert template.assembled.dokumen.konsep
    for page in template.pdf.pages:
        assert KONSEP in page.artefact, page.nomor
        assert len(page.artefact_shapes) == 1, f"halaman {page.nomor}: tanpa tanda air"


@pytest.mark.xdist_group("jelbuk-2024")
def test_a_signed_document_is_not_marked(naskah_contoh: dict[str, Naskah]) -> None:
    naskah = dataclasses.replace(naskah_contoh["jelbuk-2024"], konsep=False)
    pdf = read_pdf(publish_pdf(arrange(naskah, "sk-iku")).content)
    assert "KONSEP" not in pdf.text()
    for page in pdf.pages:
        assert "KONSEP" not in page.artefact
        assert page.artefact_shapes == ()


def test_the_running_header_names_the_document_on_every_page_but_the_first(template: Template) -> None:
    head = tidy(template.assembled.dokumen.head)
    assert [h.nomor for h in template.pdf.pages if head not in h.artefact] == [1]


def test_no_heading_and_no_table_title_ends_a_page(template: Template) -> None:
    end: dict[int, tuple[str, str]] = {}
    for kind, pieces in in_sequence(template.pdf.root):
        if pieces.text.strip():
            end[pieces.page] = kind, pieces.text
    if template.assembled.dokumen.cover:
        del end[1]
    orphan = {n: text for n, (kind, text) in end.items() if kind in HEADS | {"judul tabel", "subjudul"}}
    assert not orphan


def test_a_table_that_runs_over_pages_repeats_its_head(template: Template) -> None:
    without = [
        f"halaman {right.page}: {right.text()[:80]}"
        for left, right in pairwise(template.pdf.root.everything("Table"))
        if any(left.everything("THead"))
        and not any(right.everything("THead"))
        and len(list(first_cells(right))) > 3
    ]
    assert not without
    if template.assembled.dokumen.contents:
        parts = [t for t in template.pdf.root.everything("Table") if any(t.everything("THead"))]
        assert len(parts) > len(template.tables), "tidak ada tabel yang melampaui satu halaman"


# -- daftar isi --------------------------------------------------------------------------------------


def test_every_line_of_the_lists_prints_the_page_on_which_its_target_is(template: Template) -> None:
    if not template.assembled.dokumen.contents:
        assert not [e for e in template.pdf.root.everything("H1") if e.text() in LISTING]
        return
    nomor = printed_nomor(template.pdf)
    titles = numbered_titles(template.pdf)
    entries = list(list_entries(template.pdf))
    assert len(entries) == len({e.text for e in entries}) > 60
    for one in entries:
        assert nomor[template.pdf.tujuan[one.link] - 1] == one.nomor, one
        # The title of a form stands for the heading of its lampiran, which is not printed.
        if one.text.casefold() not in titles:
            assert one.text.startswith("LAMPIRAN ")
        else:
            assert template.pdf.tujuan[one.link] in titles[one.text.casefold()], one


def test_every_numbered_table_and_figure_is_in_its_list(template: Template) -> None:
    numbered = [
        e.text() for e in template.pdf.root.everything("Caption") if re.match(r"(Tabel|Gambar) ", e.text())
    ]
    listed = [e.text for e in list_entries(template.pdf) if re.match(r"(Tabel|Gambar) ", e.text)]
    assert Counter(listed) == (Counter(numbered) if template.assembled.dokumen.contents else Counter())


def test_the_bookmarks_lead_to_the_headings_they_name(template: Template) -> None:
    titles = numbered_titles(template.pdf)
    dokumen = template.assembled.dokumen
    parts = {tidy(f"{b.nomor} {b.title}"): b.key for b in (*dokumen.body, *dokumen.lampiran)}
    pages: dict[Any, int] = {h.objgen: n for n, h in enumerate(template.pdf.pdf.pages, start=1)}

    def traverse(items: list[pikepdf.OutlineItem]) -> Iterator[tuple[str, int]]:
        for b in items:
            assert isinstance(b.destination, pikepdf.Array)
            yield tidy(b.title), pages[b.destination[0].objgen]
            yield from traverse(b.children)

    with template.pdf.pdf.open_outline() as outline:
        markers = list(traverse(outline.root))
    assert markers
    for text, nomor in markers:
        if text.casefold() in titles:
            assert nomor in titles[text.casefold()], text
        else:  # a form brings its own title
            assert template.pdf.tujuan[parts[text]] == nomor, text


# -- text --------------------------------------------------------------------------------------------


def test_no_slip_of_a_machine_is_printed(template: Template) -> None:
    whole = " ".join([body(template.pdf), *(h.artefact for h in template.pdf.pages)])
    for pattern in (
        r"\b(?:None|True|False|nan|Decimal|null)\b",
        r"\s[,.;](?=\s)",
        r"\.\.|,,|;;|,\.|\.,(?!\s)|;\.",
        r"\(\s*\)|\[\s*\]|“\s*”",
        r"[{}]|</?[a-z]|&\w+;",
        r"\bRp(?![\d)])",
        r"\d%%|\d\s%(?=\s[a-z])",
        r"\b(?:TODO|Lorem|XXX)\b|\.\s?\.\s?\.",
    ):
        temuan = [whole[max(0, m.start() - 40) : m.end() + 40] for m in re.finditer(pattern, whole)]
        assert not temuan, (pattern, temuan[:5])


# -- helpers -----------------------------------------------------------------------------------------


def printed_nomor(pdf: PdfReading) -> list[str]:
    """The page number at the foot of each page, empty where there is none."""
    results = []
    for page in pdf.pages:
        foot = page.artefact.partition(KONSEP)[2].split()
        results.append(foot[-1] if foot else "")
    return results


def roman(nomor: int) -> str:
    satuan = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (nomor // 10) + satuan[nomor % 10]


def in_sequence(element: Element, kind: str = "") -> Iterator[tuple[str, Piece]]:
    """Text in reading order with the kind of block that it is in."""
    if element.kind == "Caption":
        kind = "judul tabel" if kind == "Table" else "judul gambar"  # which stands below its figure
    elif element.kind == "P":
        bold = {"Bold" in p.font for p in element.pieces() if p.text.strip()}
        kind = "subjudul" if bold == {True} else "P"
    elif element.kind in HEADS | {"LI", "Table", "TD", "TH", "Figure"}:
        kind = element.kind
    for child in element.children:
        if isinstance(child, Piece):
            yield kind, child
        else:
            yield from in_sequence(child, kind)


def first_cells(table: Element) -> Iterator[Element]:
    row = next(table.everything("TR"))
    return (a for a in row.children if isinstance(a, Element))


class ListEntry(NamedTuple):
    """A line of a list: what it names, the page that it prints, the anchor that it leads to."""

    text: str
    nomor: str
    link: str


def list_entries(pdf: PdfReading) -> Iterator[ListEntry]:
    """The lines of daftar isi, daftar tabel and daftar gambar."""
    inside = False
    for e in pdf.root.everything("H1", "LI"):
        if e.kind == "H1":
            inside = e.text() in LISTING
        elif inside:
            meet = re.fullmatch(r"(.+?) ?\.* ?(\d+|[ivxl]+)", e.text())
            links = {t.link for t in e.everything("Link")}
            assert meet, e.text()
            assert len(links) == 1, e.text()
            yield ListEntry(meet[1], meet[2], links.pop())


def numbered_titles(pdf: PdfReading) -> dict[str, set[int]]:
    """Every heading and caption, caseless (capitals are a matter of style), with the pages it stands on."""
    results: dict[str, set[int]] = defaultdict(set)
    for e in pdf.root.everything(*HEADS, "Caption"):
        results[e.text().casefold()].add(e.page)
    return results


def body(pdf: PdfReading) -> str:
    """The text without the lists of the front matter and their leaders."""
    results: list[str] = []
    inside = False
    for e in pdf.root.everything(*HEADS, "P", "LI", "Caption", "TH", "TD"):
        if e.kind == "H1":
            inside = e.text() in LISTING
        if not inside:
            results.append(e.text())
    return "\n".join(results)
