"""Tables of the Word file: widths, spans, groups, and what stays together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.document.tree import TableCell, TableColumn, TableRow
from tests.reports.docx.blocks import nilai, table, table_cells
from tests.reports.docx.read_docx import W, docx_body, docx_file, open_page, table_rows


def test_columns_are_percent_of_the_page_and_figures_stand_at_the_right() -> None:
    heads, body = table_cells(docx_file(table()))
    for rows in (heads, body):
        assert [nilai(s, "tcPr/tcW", "w") for s in rows] == ["3000", "2000"]
        assert {nilai(s, "tcPr/tcW", "type") for s in rows} == {"pct"}
    assert [nilai(s, "p/pPr/jc") for s in heads] == ["center", "center"]
    assert [nilai(s, "p/pPr/jc") for s in body] == [None, "right"]


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    """As on paper: a word is not broken in its cell while another column has room to spare."""
    narrow = (TableColumn(width=8), TableColumn(width=92))
    rows = (TableRow(cells=(TableCell(content="Pertanggungjawaban"), TableCell(content="a"))),)
    _, body = table_cells(docx_file(table(columns=narrow, rows=rows)))
    first, second = (int(nilai(s, "tcPr/tcW", "w") or 0) // 50 for s in body)
    # 9.450 thousandths of 3,53 mm, padding 2,82 mm and border 0,3 mm: 36,5 mm of 160
    assert (first, second) == (23, 77)


def test_group_rows_are_shaded_and_stay_with_what_they_head() -> None:
    rows = (
        TableRow(kind="kelompok", cells=(TableCell(content="Program", column=2, head=True),)),
        TableRow(cells=(TableCell(content="Kegiatan", head=True), TableCell(content="1")), indent=1),
        TableRow(kind="jumlah", cells=(TableCell(content="Jumlah", head=True), TableCell(content="1"))),
    )
    heads, groups, plain, jumlah = table_cells(docx_file(table(rows=rows)))
    assert [nilai(b[0], "tcPr/shd", "fill") for b in (heads, groups, plain, jumlah)] == [
        "E9EFF4", "F5F7F9", None, "E9EFF4",
    ]  # fmt: skip
    assert nilai(groups[0], "tcPr/gridSpan") == "2"
    bold = [b[0].find(f".//{W}b") is not None for b in (heads, groups, plain, jumlah)]  # type: ignore[attr-defined]
    assert bold == [True, True, False, True]
    # The header and the group's name go with the row below, the row above the total with the total.
    glued = [b[0].find(f".//{W}keepNext") is not None for b in (heads, groups, plain, jumlah)]  # type: ignore[attr-defined]
    assert glued == [True, True, True, False]
    # 0,834 × 12 pt is one em: 200 twips.
    assert nilai(plain[0], "p/pPr/ind", "left") == "200"
    assert nilai(plain[1], "p/pPr/ind", "left") is None


def test_only_the_group_that_heads_the_whole_table_opens_each_page_with_the_header() -> None:
    """Word repeats the first rows of a table and no others."""
    title = TableRow(kind="kelompok", cells=(TableCell(content="Tujuan", column=2, head=True),))
    group = replace(title, indent=1)
    plain = TableRow(cells=(TableCell(content="Kegiatan", head=True), TableCell(content="1")), indent=2)
    total = TableRow(kind="jumlah", cells=(TableCell(content="Jumlah", head=True), TableCell(content="1")))

    def opens(*rows: TableRow) -> list[bool]:
        (t,) = docx_body(docx_file(table(rows=rows))).iter(f"{W}tbl")
        return [row.find(f"{W}trPr/{W}tblHeader") is not None for row in t.iterchildren(f"{W}tr")]

    assert opens(title, group, plain, group, plain, total) == [True, True, *[False] * 5]
    assert opens(title, group, plain, plain) == [True, True, True, False, False]
    assert opens(title, plain, title, plain) == [True, *[False] * 4]


def test_a_span_over_rows_and_columns_leaves_the_other_cells_in_place() -> None:
    columns = (TableColumn(width=20), TableColumn(width=30), TableColumn(width=50))
    head = (
        (TableCell(content="A", row=2, column=2), TableCell(content="B")),
        (TableCell(content="C"),),
    )
    rows = (
        TableRow(cells=(TableCell(content="1", row=3), TableCell(content="2"), TableCell(content="3"))),
        TableRow(cells=(TableCell(content="4"), TableCell(content="5", row=2))),
        TableRow(cells=(TableCell(content="6"),)),
    )
    content = docx_file(table(columns=columns, heads=head, rows=rows))
    (t,) = docx_body(content).iter(f"{W}tbl")
    assert list(table_rows(t)) == [["A", "B"], ["C"], ["1", "2", "3"], ["4", "5"], ["6"]]
    # Read as Word reads it: every place of the grid shows the cell that covers it.
    assert [[s.text for s in row.cells] for row in open_page(content).tables[0].rows] == [
        ["A", "A", "B"],
        ["A", "A", "C"],
        ["1", "2", "3"],
        ["1", "4", "5"],
        ["1", "6", "5"],
    ]


def test_a_table_that_does_not_fill_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="sel tidak memenuhi 2 kolom"):
        docx_file(table(rows=(TableRow(cells=(TableCell(content="sendiri"),)),)))


def test_neighbouring_tables_stay_two() -> None:
    content = docx_body(docx_file(table(), table(key="u")))
    assert [u.tag for u in content if u.tag == f"{W}tbl"] == [f"{W}tbl"] * 2
    assert all(u.getnext().tag == f"{W}p" for u in content.iter(f"{W}tbl"))
