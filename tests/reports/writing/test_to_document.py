"""Text written by people, as blocks of the document tree."""

from __future__ import annotations

import pytest

from reports.document.marks import UNREAD_LINE
from reports.document.tree import (
    Block,
    Bold,
    BoldItalic,
    Dokumen,
    Italic,
    Item,
    ItemList,
    LineBreak,
    Mark,
    ParagraphBlock,
    Part,
    TableBlock,
)
from reports.html import render_html
from reports.publish.naskah import PageSettings
from reports.writing.to_document import narrative
from tests.reports.docx.read_docx import W, docx_body, docx_file, paragraphs, table_rows, text


def narasi_blocks(html: str) -> tuple[Block, ...]:
    return tuple(b for one in narrative(html) for b in one.content)


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("<p>satu</p>", ("satu",)),
        ("<p> satu\n  dua </p>", ("satu dua",)),
        (
            "<p>satu <strong>dua</strong> <em>tiga</em>.</p>",
            ("satu ", Bold("dua"), " ", Italic("tiga"), "."),
        ),
        ("<p><strong>a <em>b</em></strong></p>", (Bold("a "), BoldItalic("b"))),
        ("<p>satu<br>dua</p>", ("satu", LineBreak(), "dua")),
        ("<p>satu<br> dua</p>", ("satu", LineBreak(), "dua")),
        ("<p>5 &lt; 6 &amp; 7</p>", ("5 < 6 & 7",)),
        ("tanpa paragraf", ("tanpa paragraf",)),
        ("<p>tetap\u00a0rapat</p>", ("tetap\u00a0rapat",)),
        ("<p>aman<script>x()</script></p>", ("aman",)),
    ],
)
def test_running_text(html: str, pieces: tuple[object, ...]) -> None:
    assert narasi_blocks(html) == (ParagraphBlock(content=pieces),)  # type: ignore[arg-type]


@pytest.mark.parametrize("html", ["", "  ", "<p></p>", "<p> <br> </p>", "<table></table>"])
def test_what_says_nothing_prints_nothing(html: str) -> None:
    assert narasi_blocks(html) == ()


def test_blocks_keep_their_order() -> None:
    blocks = narasi_blocks(
        "lepas<p>satu</p><ol><li>a</li></ol>akhir<table><tr><td>x</td></tr></table><p>dua</p>"
    )
    assert [type(b).__name__ for b in blocks] == [
        "ParagraphBlock",
        "ParagraphBlock",
        "ItemList",
        "ParagraphBlock",
        "TableBlock",
        "ParagraphBlock",
    ]


def test_lists_keep_their_kind_and_depth() -> None:
    (listing,) = narasi_blocks(
        "<ol><li><p>satu</p><ul><li>a</li><li>b</li></ul></li><li><p>dua</p><p>lagi</p></li></ol>"
    )
    inside = ItemList(items=(Item(content=("a",)), Item(content=("b",))), kind="bulatan")
    assert listing == ItemList(
        items=(Item(content=("satu",), children=(inside,)), Item(content=("dua", LineBreak(), "lagi"))),
        kind="angka",
    )


def table_content(html: str) -> TableBlock:
    (table,) = narasi_blocks(html)
    assert isinstance(table, TableBlock)
    return table


def test_columns_share_the_width_by_what_stands_in_them() -> None:
    table = table_content(
        f"<table><tr><th>No</th><th>Uraian</th><th>Jumlah</th></tr><tr><td>1</td><td>{'kata ' * 20}</td>"
        "<td>12</td></tr><tr><td colspan='2'>Jumlah seluruhnya</td><td>12</td></tr></table>"
    )
    # 4, 40 and 6 letters of 50.
    assert [k.width for k in table.columns] == [8, 80, 12]


def test_a_table_has_its_header_rows_and_columns_of_equal_texts_are_equal() -> None:
    table = table_content(
        "<table><caption>Judul</caption><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>"
        "<tbody><tr><td>1</td><td><strong>2</strong></td><td>3</td></tr></tbody></table>"
    )
    assert table.title == "Judul"
    assert [k.width for k in table.columns] == [34, 33, 33]
    assert [[s.content for s in b] for b in table.heads] == [[("A",), ("B",), ("C",)]]
    assert [[s.content for s in b.cells] for b in table.rows] == [[("1",), (Bold("2"),), ("3",)]]


@pytest.mark.parametrize(
    ("row", "grid"),
    [
        ("<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>", [["1", "2"], ["3", ""]]),
        ("<tr><td rowspan='9'>1</td><td>2</td></tr><tr><td>3</td></tr>", [["1", "2"], ["3"]]),
        ("<tr><td>1</td><td rowspan='2'>2</td></tr><tr><td colspan='2'>3</td></tr>", [["1", "2"], ["3"]]),
        ("<tr><td colspan='x'>1</td></tr>", [["1"]]),
        ("<tr><td rowspan='2'>1</td></tr><tr></tr><tr><td>2</td></tr>", [["1"], ["2"]]),
    ],
    ids=["short row", "span too far", "overlap", "no number", "covered row"],
)
def test_a_ragged_table_is_made_to_fit(row: str, grid: list[list[str]]) -> None:
    # No word is lost, and the table is one that can be printed.
    (table,) = docx_body(docx_file(*narrative(f"<table>{row}</table>"))).iter(f"{W}tbl")
    assert list(table_rows(table)) == grid


def test_it_is_written_like_any_other_text() -> None:
    content = docx_body(
        docx_file(*narrative("<p>Warga <strong><em>aktif</em></strong>.</p><ul><li>gotong royong</li></ul>"))
    )
    (p,) = paragraphs(content, "BodyText")
    assert text(p) == "Warga aktif."
    middle = list(p.iter(f"{W}r"))[1]
    assert [s.tag for s in middle.find(f"{W}rPr")] == [f"{W}b", f"{W}i"]
    assert [text(b) for b in paragraphs(content, "ButirAkhir")] == ["gotong royong"]


def page_of(html: str, *, unread: bool = False) -> str:
    part = Part(key="b", title="Bagian", level=1, content=narrative(html, unread=unread))
    dokumen = Dokumen(key="d", title="Dokumen", konsep=True, body=(part,), contents=False)
    return render_html(dokumen, PageSettings(), standalone=False)


def test_a_text_that_nobody_confirmed_stands_marked_from_end_to_end() -> None:
    html = "<p>satu <em>dua</em></p><ul><li>a<ul><li>b</li></ul></li></ul><table><tr><td>x</td></tr></table>"
    (text,) = narrative(html, unread=True)
    first, paragraph, listing, table = text.content
    assert first == UNREAD_LINE
    assert paragraph == ParagraphBlock(content=(Mark("satu "), Mark(Italic("dua"))))
    assert isinstance(listing, ItemList)
    assert (listing.items[0].content, listing.items[0].children[0].items[0].content) == (
        (Mark("a"),),
        (Mark("b"),),
    )
    assert isinstance(table, TableBlock)
    assert table.rows[0].cells[0].content == (Mark("x"),)
    page = page_of(html, unread=True)
    assert page.count("<mark>") == 6
    assert "Belum ditinjau: salinan atau konsep yang belum dinyatakan benar." in page


def test_word_highlights_what_is_marked() -> None:
    page = docx_body(docx_file(*narrative("<p>satu <strong>dua</strong></p>", unread=True)))
    marked = [
        "".join(t.text or "" for t in run.iter(f"{W}t"))
        for run in page.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert marked == [
        "Belum ditinjau: salinan atau konsep yang belum dinyatakan benar.",
        "satu ",
        "dua",
    ]
