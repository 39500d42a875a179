"""Words, lists, formulas and headings of the Word file, and the words that must not break it."""

from __future__ import annotations

from decimal import Decimal

from reports.document.tree import (
    Bold,
    Item,
    ItemList,
    PageBreak,
    ParagraphBlock,
    Part,
    Pecahan,
    RumusBlock,
    TableCell,
    TableRow,
    Title,
)
from reports.docx import render_docx
from reports.docx.paragraphs import Space, inline
from reports.publish.naskah import PageSettings
from tests.reports.document.example_dokumen import contoh_dokumen, media
from tests.reports.docx.blocks import nilai, table
from tests.reports.docx.read_docx import M, W, docx_body, docx_file, open_page, paragraphs, part, text


def test_markup_is_text_and_control_characters_vanish() -> None:
    naughty = 'A & B <w:p/> "kutip"\x00\x0b\x1f\ufffe tamat'
    content = docx_file(
        ParagraphBlock(content=naughty),
        ParagraphBlock(content=(Bold(naughty), Pecahan(pembilang=naughty, penyebut="1"))),
        table(title=naughty, sumber=naughty),
        Title(rows=(naughty,)),
    )
    clean = 'A & B <w:p/> "kutip" tamat'
    root = docx_body(content)
    plain = paragraphs(root, "BodyText")
    assert text(plain[0]) == clean
    assert text(plain[1]) == f"{clean}{clean}1 × 100%"
    assert text(paragraphs(root, "Caption")[0]) == f"Tabel 1.1 {clean}"
    assert text(paragraphs(root, "Sumber")[0]) == f"Sumber: {clean}"
    assert text(paragraphs(root, "JudulFormulir")[0]) == clean


def test_a_font_name_cannot_leave_its_attribute() -> None:
    content = render_docx(contoh_dokumen(), PageSettings(huruf='X"/><w:b/>;&'), media=media())
    huruf = part(content, "word/styles.xml")["word/styles.xml"].find(f".//{W}rFonts")
    assert huruf.get(f"{W}ascii") == 'X"/><w:b/>;&'
    assert len(part(content, "word/header")) > 5  # they parse


def test_paragraphs_have_the_style_of_their_kind() -> None:
    content = docx_file(
        *(ParagraphBlock(content=g, style=g) for g in ("biasa", "rapat", "tengah", "catatan"))
    )
    styles = [(p.style.name, p.text) for p in open_page(content).paragraphs if p.style][1:]
    assert styles == [
        ("Body Text", "biasa"),
        ("Teks Rapat", "rapat"),
        ("Teks Tengah", "tengah"),
        ("Catatan", "catatan"),
    ]


def test_an_equation_in_a_small_table_fits_at_the_size_that_libreoffice_gives_it() -> None:
    # 38 letters and " × 100%" are about 200 points wide in type of 8,5 points, and 250 in that of 10,6.
    fraction = Pecahan(
        pembilang="Jumlah indikator program yang tercapai", penyebut="Jumlah indikator program"
    )
    assert "<m:eqArr>" in inline((fraction,), Space(width=Decimal(220), size=Decimal("8.5")))
    assert "<m:eqArr>" not in inline((fraction,), Space(width=Decimal(290), size=Decimal("8.5")))


def test_each_list_begins_at_one_and_nested_ones_step_in() -> None:
    child = ItemList(items=(Item(content="a1"), Item(content="a2")), kind="huruf")
    content = docx_file(
        ItemList(items=(Item(content="satu", children=(child,)), Item(content="dua"))),
        ItemList(items=(Item(content="lagi"),), kind="kurung-angka"),
    )
    items = [
        (text(p), nilai(p, "pPr/numPr/numId"), nilai(p, "pPr/numPr/ilvl"))
        for p in docx_body(content).iter(f"{W}p")
        if nilai(p, "pPr/numPr/numId")
    ]
    assert items == [
        ("satu", "1", "0"),
        ("a1", "2", "1"),
        ("a2", "2", "1"),
        ("dua", "1", "0"),
        ("lagi", "3", "0"),
    ]
    # The text goes on below the last one of each list, not below the last of those inside it.
    assert [text(p) for p in paragraphs(docx_body(content), "ButirAkhir")] == ["dua", "lagi"]
    nomor = part(content, "word/numbering.xml")["word/numbering.xml"]
    kinds = {a.get(f"{W}abstractNumId"): a for a in nomor.iter(f"{W}abstractNum")}
    shapes = []
    for num in nomor.iter(f"{W}num"):
        change = num.find(f"{W}lvlOverride")
        assert nilai(change, "startOverride") == "1"
        level = kinds[nilai(num, "abstractNumId")][1 + int(change.get(f"{W}ilvl"))]
        shapes.append((nilai(level, "numFmt"), nilai(level, "lvlText")))
    assert shapes == [("decimal", "%1."), ("lowerLetter", "%2."), ("decimal", "(%1)")]


def test_a_formula_is_an_equation_of_its_own_line() -> None:
    content = docx_file(
        RumusBlock(left="Capaian", pembilang="Target − (Realisasi − Target)", penyebut="Target")
    )
    (p,) = paragraphs(docx_body(content), "Rumus")
    (rumus,) = p.iter(f"{M}oMathPara")
    assert text(rumus) == "Capaian = Target − (Realisasi − Target)Target × 100%"
    assert (text(rumus.find(f".//{M}num")), text(rumus.find(f".//{M}den"))) == (
        "Target − (Realisasi − Target)",
        "Target",
    )


def test_a_long_fraction_is_stacked_in_a_narrow_column_and_keeps_its_words() -> None:
    p = Pecahan(
        pembilang="Jumlah desa yang tertib administrasi pada tahun berjalan", penyebut="Jumlah seluruh desa"
    )
    narrow = table(rows=(TableRow(cells=(TableCell(content=""), TableCell(content=(p,)))),))
    (pecahan,) = docx_body(docx_file(narrow)).iter(f"{M}f")
    assert len(list(pecahan.find(f"{M}num").iter(f"{M}e"))) > 1
    assert text(pecahan.find(f"{M}num")) == p.pembilang
    (width,) = docx_body(docx_file(ParagraphBlock(content=("Rumus: ", p)))).iter(f"{M}f")
    assert not list(width.iter(f"{M}e"))


def test_a_page_break_begins_a_page() -> None:
    content = docx_body(docx_file(ParagraphBlock(content="a"), PageBreak(), ParagraphBlock(content="b")))
    assert [p.find(f"{W}pPr/{W}pageBreakBefore") is not None for p in content.iter(f"{W}p")] == [
        False, False, True, False,
    ]  # fmt: skip


def test_a_heading_outside_the_daftar_isi_is_no_heading_that_word_collects() -> None:
    child = Part(key="x", title="Rinci", level=3, nomor="1.", contents=False)
    bab = Part(key="b", title="Isi", level=1, nomor="BAB I", children=(child,))
    nama = [p.style.name for p in open_page(docx_file(body=(bab,))).paragraphs if p.style]
    assert nama == ["Heading 1", "Judul di Luar Daftar Isi 3"]
