"""The Word file of a whole document: same words and numbers as the tree, pages as the setting asks."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from reports.document.numbering import number_all, traverse
from reports.document.tree import Bold, Dokumen, Inline, Italic, Part, Pecahan, TableBlock
from reports.docx import render_docx
from reports.publish.naskah import PageSettings
from tests.reports.document.example_dokumen import LAMBANG, contoh_dokumen, media, pk_form
from tests.reports.docx.read_docx import (
    WP,
    WPS,
    A,
    M,
    R,
    W,
    command,
    docx_body,
    open_page,
    paragraphs,
    part,
    table_rows,
    text,
)


@pytest.fixture(scope="module")
def dokumen() -> Dokumen:
    return contoh_dokumen()


@pytest.fixture(scope="module")
def content(dokumen: Dokumen) -> bytes:
    return render_docx(dokumen, PageSettings(), media=media())


def peak(dokumen: Dokumen) -> tuple[Part, ...]:
    return (*dokumen.front, *dokumen.body, *dokumen.lampiran)


def tree_tables(dokumen: Dokumen) -> Iterator[TableBlock]:
    for b in peak(dokumen):
        for one in traverse(b):
            yield from (block for block in one.content if isinstance(block, TableBlock))


def plain(content: Inline) -> str:
    """The words of a line; a fraction is its numerator, its denominator and its multiplier."""
    result = ""
    for p in (content,) if isinstance(content, str) else content:
        match p:
            case str():
                result += p
            case Bold(text=word) | Italic(text=word):
                result += word
            case Pecahan():
                result += f"{p.pembilang}{p.penyebut} {p.pengali}"
            case _:
                result += "\n"
    return result


# -- structure -------------------------------------------------------------------------------------


def test_headings_are_words_own_and_in_the_order_of_the_tree(content: bytes) -> None:
    titles = [
        (p.style.name, p.text)
        for p in open_page(content).paragraphs
        if p.style and p.style.name.startswith("Heading")
    ]
    assert titles[:5] == [
        ("Heading 1", "Kata Pengantar"),
        # Daftar isi stands after the first front part.
        ("Heading 1", "Daftar Isi"),
        ("Heading 1", "Daftar Tabel"),
        ("Heading 1", "Daftar Gambar"),
        ("Heading 1", "Ikhtisar Eksekutif"),
    ]
    assert titles[5:9] == [
        ("Heading 1", "BAB I\nPendahuluan"),
        ("Heading 2", "A.\tLandasan Pengukuran"),
        ("Heading 3", "1.\tCara Pengukuran"),
        ("Heading 4", "Catatan"),
    ]
    assert titles[-2:] == [
        ("Heading 1", "Lampiran 1\nMatriks Rencana Strategis 1"),
        ("Heading 1", "Lampiran 2\nMatriks Rencana Strategis 2"),
    ]


def test_every_table_of_the_tree_is_there_cell_by_cell(dokumen: Dokumen, content: bytes) -> None:
    tercetak = [
        t for t in docx_body(content).iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None
    ]
    harapan = list(tree_tables(dokumen))
    assert len(harapan) == 22
    for t, table in zip(tercetak, harapan, strict=True):
        column_numbers = [[f"({i + 1})" for i in range(len(table.columns))]] if table.column_numbers else []
        assert list(table_rows(t)) == [
            *([plain(s.content) for s in rows] for rows in table.heads),
            *column_numbers,
            *([plain(s.content) for s in b.cells] for b in table.rows),
        ]


def test_header_rows_repeat_and_no_row_breaks(dokumen: Dokumen, content: bytes) -> None:
    tercetak = [
        t for t in docx_body(content).iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblCaption") is not None
    ]
    for t, table in zip(tercetak, tree_tables(dokumen), strict=True):
        trait = [tr.find(f"{W}trPr") for tr in t.iterchildren(f"{W}tr")]
        again = [s.find(f"{W}tblHeader") is not None for s in trait]
        head = len(table.heads) + table.column_numbers
        assert again == [True] * head + [False] * len(table.rows)
        assert all(s.find(f"{W}cantSplit") is not None for s in trait)


def test_every_row_is_as_wide_as_its_table(content: bytes) -> None:
    for t in docx_body(content).iter(f"{W}tbl"):
        column = len(t.find(f"{W}tblGrid"))
        for tr in t.iterchildren(f"{W}tr"):
            cells = [tc.find(f"{W}tcPr") for tc in tr.iterchildren(f"{W}tc")]
            rentang = [s.find(f"{W}gridSpan") for s in cells]
            assert sum(1 if r is None else int(r.get(f"{W}val")) for r in rentang) == column
            # Fiftieths of a percent: 5000 is the whole width.
            assert sum(int(s.find(f"{W}tcW").get(f"{W}w")) for s in cells) == 5000


# -- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "width", "height"), [("F4", 215, 330), ("A4", 210, 297)])
def test_paper_and_margins_come_from_the_setting(paper: str, width: int, height: int) -> None:
    settings = PageSettings(kertas=paper, margin_kiri=Decimal(40), margin_atas=Decimal(20))
    seksi = open_page(render_docx(contoh_dokumen(), settings, media=media())).sections
    assert [s.orientation for s in seksi].count(WD_ORIENT.LANDSCAPE) == 2  # the two matrices
    for s in seksi:
        sizes = (height, width) if s.orientation == WD_ORIENT.LANDSCAPE else (width, height)
        # Word counts in twentieths of a point, which a millimetre is no multiple of.
        for becomes, mm in zip(
            (s.page_width, s.page_height, s.left_margin, s.top_margin, s.right_margin, s.bottom_margin),
            (*sizes, 40, 20, 25, 30),
            strict=True,
        ):
            assert becomes == pytest.approx(Mm(mm), abs=635)


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(ValueError, match='Kertas "Q5" tidak dikenal'):
        render_docx(contoh_dokumen(), PageSettings(kertas="Q5"), media=media())


def test_a_landscape_part_inside_a_bab_turns_back() -> None:
    children = tuple(Part(key=f"a{i}", title=f"Anak {i}", level=2, landscape=i == 2) for i in (1, 2, 3))
    bab = Part(key="bab", title="Isi", level=1, nomor="BAB I", children=children)
    dokumen = Dokumen(
        key="u", title="U", head="U", cover=None, front=(), body=(bab,), lampiran=(), konsep=False
    )
    seksi = open_page(render_docx(dokumen, PageSettings(), media={})).sections
    direction = [s.orientation == WD_ORIENT.LANDSCAPE for s in seksi]
    assert direction == [False, False, True, False]  # the daftar isi first


def test_front_pages_are_roman_and_the_report_begins_again_at_one(content: bytes) -> None:
    nomor = [s.find(f"{W}pgNumType") for s in docx_body(content).iter(f"{W}sectPr")]
    assert nomor[0] is None  # the cover
    kinds = [(n.get(f"{W}fmt"), n.get(f"{W}start")) for n in nomor[1:]]
    # Kata pengantar, the lists, ikhtisar; four BAB and four lampiran.
    assert kinds == [
        ("lowerRoman", "1"), *[("lowerRoman", None)] * 2,
        ("decimal", "1"), *[("decimal", None)] * 7,
    ]  # fmt: skip


def test_header_names_document_and_part_and_footer_counts(content: bytes) -> None:
    seksi = open_page(content).sections
    assert [text(s.header._element) for s in (seksi[0], seksi[1], seksi[4])] == [
        "",
        "LKIP Kecamatan Contoh Tahun 2024Kata Pengantar",
        "LKIP Kecamatan Contoh Tahun 2024BAB I Pendahuluan",
    ]
    assert [command(s.footer._element) for s in (seksi[0], seksi[1])] == [[], ["PAGE"]]


def short(*, konsep: bool = False) -> bytes:
    """A document without a cover, of two sections."""
    parts = (pk_form(), Part(key="lanjutan", title="Lanjutan", level=1, landscape=True))
    dokumen = Dokumen(
        key="pk", title="PK", head="Kecamatan Contoh", body=parts, konsep=konsep, contents=False
    )
    return render_docx(dokumen, PageSettings(), media=media())


def test_a_letter_begins_with_its_letterhead_and_its_header_names_the_office_alone() -> None:
    """As in the PDF: nothing above the kop, and the name of its only part says nothing that the title did not."""
    first, second = open_page(short()).sections
    assert (first.different_first_page_header_footer, second.different_first_page_header_footer) == (
        True,
        False,
    )
    assert text(first.first_page_header._element) == ""
    assert [text(s.header._element) for s in (first, second)] == ["Kecamatan Contoh"] * 2
    assert command(first.first_page_footer._element) == command(first.footer._element) == ["PAGE"]


def test_a_letter_that_is_a_draft_says_so_on_its_first_page_too() -> None:
    (first, _) = open_page(short(konsep=True)).sections
    assert "KONSEP" in {e.get("string") for e in first.first_page_header._element.iter()}
    assert "KONSEP" in text(first.first_page_footer._element)


def test_a_draft_says_so_on_every_page_and_a_final_one_nowhere() -> None:
    def mark(konsep: bool) -> tuple[set[bool], set[bool]]:
        content = render_docx(contoh_dokumen(konsep=konsep), PageSettings(), media=media())
        heads = {
            "KONSEP" in {e.get("string") for e in k.iter()} for k in part(content, "word/header").values()
        }
        foot = {"KONSEP – belum ditandatangani" in text(k) for k in part(content, "word/footer").values()}
        return heads, foot

    assert mark(True) == ({True}, {True})
    assert mark(False) == ({False}, {False})


# -- lists in front --------------------------------------------------------------------------------


def test_the_lists_in_front_are_fields_that_are_already_filled(dokumen: Dokumen, content: bytes) -> None:
    root = docx_body(content)
    assert [p for p in command(root) if p.startswith("TOC")] == [
        r'TOC \o "1-3" \f \h \z',
        r'TOC \h \z \c "Tabel"',
        r'TOC \h \z \c "Gambar"',
    ]
    numbering = number_all(dokumen)
    for style, level in (("TOC1", 1), ("TOC2", 2), ("TOC3", 3)):
        split = " " if level == 1 else "\t"
        assert [text(p) for p in paragraphs(root, style)] == [
            f"{e.nomor}{split}{e.title}\t" if e.nomor else f"{e.title}\t"
            for e in numbering.content
            if e.level == level
        ]
    assert [text(p) for p in paragraphs(root, "TableofFigures")] == [
        f"{e.nomor} {e.title}\t" for e in (*numbering.tables, *numbering.figures)
    ]


def test_page_numbers_of_the_lists_stand_where_libreoffice_draws_them(content: bytes) -> None:
    """It draws nothing beyond an indent on the right."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        styles = package.read("word/styles.xml").decode()
    for style in ("TOC1", "TOC2", "TOC3", "TableofFigures"):
        found = re.search(rf'w:styleId="{style}".*?</w:style>', styles)
        assert found is not None
        assert "w:right=" not in found[0]


def test_the_lists_print_the_page_numbers_of_another_file_until_word_knows_its_own(dokumen: Dokumen) -> None:
    numbering = number_all(dokumen)
    entries = (*numbering.content, *numbering.tables, *numbering.figures)
    pages = {e.id: str(n) for n, e in enumerate(entries, start=1)}
    root = docx_body(render_docx(dokumen, PageSettings(), media=media(), pages=pages))
    (bab, *_) = [e for e in numbering.content if e.nomor == "BAB I"]
    (line,) = [p for p in paragraphs(root, "TOC1") if text(p).startswith("BAB I ")]
    # Its words are in capitals, its page number is not: "i" of the front would be "I".
    big = [text(r) for r in line.iter(f"{W}r") if r.find(f"{W}rPr/{W}caps") is not None]
    assert big == ["BAB I", bab.title]
    assert f"BAB I {bab.title}\t{pages[bab.id]}" in [text(p) for p in paragraphs(root, "TOC1")]
    assert [text(p).rpartition("\t")[2] for p in paragraphs(root, "TableofFigures")] == [
        pages[e.id] for e in (*numbering.tables, *numbering.figures)
    ]


def test_every_entry_leads_to_a_bookmark(content: bytes) -> None:
    root = docx_body(content)
    markers = [b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart")]
    nomor = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    tujuan = [h.get(f"{W}anchor") for h in root.iter(f"{W}hyperlink")]
    assert len(set(markers)) == len(markers) == len(set(nomor))
    assert tujuan
    assert set(tujuan) <= set(markers)
    assert {p.split()[1] for p in command(root) if p.startswith("PAGEREF")} == set(tujuan)


def test_opening_asks_nothing(content: bytes) -> None:
    settings = part(content, "word/settings.xml")["word/settings.xml"]
    assert settings.find(f"{W}updateFields") is None
    assert not [f for f in docx_body(content).iter(f"{W}fldChar") if f.get(f"{W}dirty")]


def test_a_form_with_its_own_title_has_a_hidden_entry(content: bytes) -> None:
    (p,) = (
        p
        for p in paragraphs(docx_body(content), "JudulFormulirBesar")
        if text(p) == "PERJANJIAN KINERJA TAHUN 2024"
    )
    assert command(p) == [r'TC "Lampiran 3 Perjanjian Kinerja Tahun 2024" \l 1']
    assert all(r.find(f"{W}rPr/{W}vanish") is not None for r in p.iter(f"{W}r") if not text(r))
    assert p.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == "0"


def test_captions_count_themselves_as_the_document_does(content: bytes) -> None:
    titles = [(text(p), command(p)[0]) for p in paragraphs(docx_body(content), "Caption") if command(p)]
    start = r"SEQ Tabel \* ARABIC \r 1"
    assert titles[:4] == [
        # The first of all follows from nothing; each BAB begins again.
        ("Tabel 1 Ikhtisar Capaian", r"SEQ Tabel \* ARABIC"),
        ("Tabel 1.1 Indikator Kinerja Utama", start),
        ("Tabel 2.1 Perkembangan Perencanaan Kinerja Bagian 1", start),
        ("Tabel 2.2 Perkembangan Perencanaan Kinerja Bagian 2", r"SEQ Tabel \* ARABIC"),
    ]
    # Worked the way Word does, the counters give the printed numbers.
    compute = 0
    for written, way in titles:
        again = re.search(r"\\r (\d+)", way)
        compute = int(again[1]) if again else compute + 1
        assert re.match(rf"Tabel (\w+\.)?{compute} ", written)


# -- the file --------------------------------------------------------------------------------------


def test_the_same_document_gives_the_same_bytes(dokumen: Dokumen, content: bytes) -> None:
    assert render_docx(dokumen, PageSettings(), media=media()) == content


def test_the_file_holds_no_clock_and_names_no_program(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as arsip:
        assert {i.date_time for i in arsip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    p = open_page(content).core_properties
    assert (p.title, p.language) == (
        "Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024",
        "id-ID",
    )
    assert (p.author, p.last_modified_by, p.created, p.modified) == ("", "", None, None)


def test_the_language_is_indonesian(content: bytes) -> None:
    style = part(content, "word/styles.xml")["word/styles.xml"]
    assert style.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang").get(f"{W}val") == "id-ID"


def test_font_and_size_come_from_the_setting() -> None:
    settings = PageSettings(huruf="Bookman Old Style", ukuran=Decimal("11.5"), spasi=Decimal("1.15"))
    style = part(render_docx(contoh_dokumen(), settings, media=media()), "word/styles.xml")["word/styles.xml"]
    rpr = style.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert rpr.find(f"{W}rFonts").get(f"{W}ascii") == "Bookman Old Style"
    assert rpr.find(f"{W}sz").get(f"{W}val") == "23"  # half points
    (normal,) = (s for s in style.iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "276"  # 240ths of a line


def test_what_introduces_a_table_stays_with_it(content: bytes) -> None:
    styles = open_page(content).styles
    assert {name: styles[name].paragraph_format.keep_with_next for name in ("Teks Rapat", "Body Text")} == {
        "Teks Rapat": True,
        "Body Text": None,
    }


def test_every_style_and_list_that_is_used_exists(content: bytes) -> None:
    styles = {
        s.get(f"{W}styleId") for s in part(content, "word/styles.xml")["word/styles.xml"].iter(f"{W}style")
    }
    used = {
        s.get(f"{W}val")
        for prefix in ("word/document", "word/header", "word/footer")
        for root in part(content, prefix).values()
        for s in root.iter(f"{W}pStyle")
    }
    assert used <= styles
    nomor = part(content, "word/numbering.xml")["word/numbering.xml"]
    assert {n.get(f"{W}val") for n in docx_body(content).iter(f"{W}numId")} == {
        n.get(f"{W}numId") for n in nomor.iter(f"{W}num")
    }


def test_every_drawing_is_numbered_once_and_described(content: bytes) -> None:
    figures = list(docx_body(content).iter(f"{WP}docPr"))
    assert all(g.get("descr") for g in figures)
    numbered = (f"{WP}docPr", f"{WPS}cNvPr")
    id_ = [e.get("id") for e in docx_body(content).iter(*numbered)]
    assert len(set(id_)) == len(id_)
    foto = [g.get("descr") for g in figures if g.getparent().find(f".//{A}blip") is not None]
    lambang = [one.alt for one in LAMBANG]
    photos = [f"Foto: Musyawarah desa ke-{i} bersama perangkat kecamatan" for i in range(1, 7)]
    assert foto == [*lambang, *photos, *lambang]  # on the cover, in BAB III, in the kop of the PK
    relationship = open_page(content).part.rels
    assert {b.get(f"{R}embed") for b in docx_body(content).iter(f"{A}blip")} <= set(relationship)


def test_equations_hold_numerator_and_denominator(content: bytes) -> None:
    pecahan = [(text(f.find(f"{M}num")), text(f.find(f"{M}den"))) for f in docx_body(content).iter(f"{M}f")]
    assert pecahan == [
        ("Realisasi", "Target"),
        ("Jumlah desa tertib administrasi", "Jumlah seluruh desa"),
    ]
