"""Tables as HTML: header cells, spans, alignment, widths; and the columns' widths by their longest word."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.text_width import text_width
from reports.document.column_widths import SKALA, fit_widths
from reports.document.tree import (
    Alignment,
    Bold,
    LineBreak,
    Part,
    Pecahan,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
)
from reports.html import render_html
from reports.html.tables import show_table
from reports.publish.naskah import PageSettings
from tests.reports.document.one_part import of_part
from tests.table_tests import each_row


def table(
    *rows: TableRow | tuple[TableCell, ...],
    widths: tuple[int, ...] = (10, 50, 40),
    alignment: tuple[Alignment, ...] = ("tengah", "kiri", "kanan"),
    heads: tuple[tuple[TableCell, ...], ...] | None = None,
    column_numbers: bool = False,
) -> TableBlock:
    return TableBlock(
        key="t",
        title="Judul",
        columns=tuple(TableColumn(width=w, alignment=r) for w, r in zip(widths, alignment, strict=True)),
        heads=(tuple(TableCell(content=f"K{i}") for i in range(len(widths))),) if heads is None else heads,
        rows=tuple(b if isinstance(b, TableRow) else TableRow(cells=b) for b in rows),
        column_numbers=column_numbers,
    )


def cells(*content: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(content=i) for i in content)


def cetak(row: str) -> list[str]:
    """Its cells, without what closes them."""
    return [f"{tag}{rest}" for tag, rest in re.findall(r"<(t[dh])(.*?)</t[dh]>", row)]


def css_class(row: str) -> str:
    found = re.match(r'<tr class="([^"]*)"', row)
    return found[1] if found else ""


# -- cells -------------------------------------------------------------------------------------------


def test_header_cells_say_what_they_head() -> None:
    heads = (
        (TableCell(content="No.", row=2), TableCell(content="Tahun", column=2)),
        (TableCell(content="2023"), TableCell(content="2024", alignment="kiri")),
    )
    result = show_table(table(heads=heads), "", PageSettings())
    assert [cetak(rows) for rows in result.heads] == [
        ['th scope="col" class="te" rowspan="2">No.', 'th scope="colgroup" class="te" colspan="2">Tahun'],
        ['th scope="col" class="te">2023', 'th scope="col">2024'],
    ]


def test_body_cells_follow_their_column_below_a_row_span() -> None:
    result = show_table(
        table(
            (TableCell(content="1", row=2), TableCell(content="Sasaran", head=True), TableCell(content="5")),
            (TableCell(content="Indikator"), TableCell(content="6", bold=True)),
            TableRow(
                kind="jumlah",
                cells=(TableCell(content="Jumlah", column=2, head=True), TableCell(content="11")),
            ),
        ),
        "",
        PageSettings(),
    )
    assert [cetak(row) for row in result.rows] == [
        ['td class="te" rowspan="2">1', 'th scope="row">Sasaran', 'td class="ka">5'],
        ["td>Indikator", 'td class="ka tebal">6'],
        ['th scope="row" colspan="2">Jumlah', 'td class="ka">11'],
    ]
    assert [css_class(row) for row in result.rows] == ["", "rekat", "jumlah rekat"]


def test_the_name_of_a_row_steps_in_not_its_code() -> None:
    with_head = TableRow(
        indent=2,
        cells=(TableCell(content="7.01"), TableCell(content="Nama", head=True), TableCell(content="5")),
    )
    without_head = TableRow(indent=1, cells=cells("7.01", "Nama", "5"))
    result = show_table(
        table(with_head, without_head, alignment=("kiri", "kiri", "kanan")), "", PageSettings()
    )
    assert cetak(result.rows[0])[:2] == ["td>7.01", 'th scope="row" class="in-2">Nama']
    assert cetak(result.rows[1])[:2] == ['td class="in-1">7.01', "td>Nama"]


def row_class(content: TableBlock) -> list[str]:
    return [css_class(b) for b in show_table(content, "", PageSettings()).rows]


def test_rows_of_one_sasaran_stay_together_and_no_row_is_left_alone() -> None:
    named = [
        (TableCell(content=str(n)), TableCell(content="Sasaran", head=True), TableCell(content="80"))
        for n in range(1, 11)
    ]
    connection = (TableCell(content=""), TableCell(content=""), TableCell(content="90"))
    jumlah = TableRow(
        kind="jumlah", cells=(TableCell(content="Jumlah", column=2, head=True), TableCell(content="170"))
    )

    content = table(*named[:3], connection, *named[3:], jumlah)

    # The second row, the one that continues, the last one and the total follow the row above them.
    assert row_class(content) == ["", "rekat", "", "rekat", *[""] * 6, "rekat", "jumlah rekat"]


def test_a_table_of_few_rows_is_not_parted_unless_they_take_half_a_page() -> None:
    # A column of half the width holds 47 letters, so a name of 144 takes four lines: 6 × 4 = 24 of at most 26.
    low = [cells(str(n), "nama yang panjang " * 8, "80") for n in range(6)]
    assert row_class(table(*low)) == ["", *["rekat"] * 5]
    # 360 letters take eight lines: 48. So tall a row may stand alone at the head or the foot of a page.
    high = [cells(str(n), "nama yang panjang " * 20, "80") for n in range(6)]
    assert row_class(table(*high)) == [""] * 6


def test_a_table_of_more_rows_is_not_parted_while_they_take_ten_lines() -> None:
    assert row_class(table(*(cells(str(n), "a", "1") for n in range(10)))) == ["", *["rekat"] * 9]
    longer = [cells(str(n), "a", "1") for n in range(11)]
    assert row_class(table(*longer)) == ["", "rekat", *[""] * 8, "rekat"]


def test_a_row_under_a_span_stays_with_the_row_that_opened_it() -> None:
    content = table(
        cells("1", "a", "1"),
        cells("2", "b", "2"),
        (TableCell(content="3", row=2), TableCell(content="c"), TableCell(content="3")),
        (TableCell(content="d", head=True), TableCell(content="4")),
        *(cells(str(n), "e", "5") for n in range(4, 11)),
    )
    assert row_class(content) == ["", "rekat", "", "rekat", *[""] * 6, "rekat"]


def test_a_tujuan_may_run_over_pages_at_its_next_sasaran() -> None:
    content = table(
        (
            TableCell(content="Tujuan", head=True),
            TableCell(content="Sasaran 1 " * 40, head=True),
            TableCell(content="1"),
        ),
        (TableCell(content=""), TableCell(content="Sasaran 2 " * 40, head=True), TableCell(content="2")),
        (TableCell(content=""), TableCell(content="Sasaran 3 " * 40, head=True), TableCell(content="3")),
        (TableCell(content=""), TableCell(content="Sasaran 4 " * 40, head=True), TableCell(content="4")),
    )
    assert row_class(content) == [""] * 4


def test_empty_cells_under_a_name_are_one_with_it() -> None:
    content = table(cells("1", "Sasaran", "80"), cells("", "", "90"), cells("2", "", "95"))
    _, second, third = show_table(content, "", PageSettings()).rows
    assert cetak(second) == ['td class="te sambung">', 'td class="sambung">', 'td class="ka">90']
    # An empty cell beside a number of its own is a value left out, and keeps its frame.
    assert cetak(third) == ['td class="te">2', "td>", 'td class="ka">95']


def test_column_numbers_are_counted() -> None:
    for numbered in (True, False):
        one = Part(key="b", title="B", level=1, content=(table(column_numbers=numbered),))
        html = render_html(of_part(one), PageSettings(), standalone=False)
        assert ("<td>(1)</td><td>(2)</td><td>(3)</td>" in html) == numbered


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (table(cells("1", "2")), "baris 1: sel tidak memenuhi 3 kolom"),
        (table(cells("1", "2", "3", "4")), "baris 1: sel melampaui 3 kolom"),
        (table((TableCell(content="1", row=2), TableCell(), TableCell())), "melampaui baris terakhir"),
        (table(widths=(10, 50, 41)), "lebar kolom berjumlah 101"),
    ],
    ids=["kurang", "lebih", "rentang keluar", "lebar"],
)
def test_a_table_that_would_print_under_the_wrong_heading_is_refused(
    broken: TableBlock, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        show_table(broken, "", PageSettings())


# -- widths ------------------------------------------------------------------------------------------

F4 = Decimal(160)  # mm between the margins
HURUF = Decimal(12)  # pt


def test_widths_that_fit_are_kept() -> None:
    assert fit_widths(table(cells("1", "kata pendek", "5")), content_width=F4, font_size=HURUF) == (
        (10, 50, 40),
        "biasa",
    )


def test_a_figure_gets_its_room_from_the_column_that_can_spare_it() -> None:
    """2.277.470.966 is 13 characters, bold 5560 × 10 + 278 × 3 = 6394 thousandths of 10,008 pt = 22,57 mm; with
    padding of 0,8 × 3,53 mm and 0,3 mm of border 25,7 mm: 17 % of 160 mm. The 7 % come from columns that need 5
    and 7 of their 10 and 80: 7 × 5 : 78 = 0,4 and 7 × 73 : 78 = 6,6."""
    widths, size = fit_widths(
        table(cells("1", "kata", "2.277.470.966"), widths=(10, 80, 10)), content_width=F4, font_size=HURUF
    )
    assert (widths, size) == ((10, 73, 17), "biasa")


def test_a_table_too_full_is_set_smaller() -> None:
    """The three words are 9.450, 7.838 and 9.395 thousandths wide, with padding 29.083: 102,7 mm of type of
    10 pt, 92,3 mm of 9 pt, 87,3 mm of 8,5 pt, and 0,9 mm of borders."""
    full = table(
        cells("Pertanggungjawaban", "Penyelenggaraan", "Penanggungjawaban"),
        widths=(33, 34, 33),
        alignment=("kiri",) * 3,
    )
    sizes = [fit_widths(full, content_width=Decimal(mm), font_size=HURUF)[1] for mm in (112, 98, 93)]
    assert sizes == ["biasa", "kecil", "mini"]


@each_row(
    "text, whole",
    (
        ("orang/bulan", True),
        ("12 Orang/bulan", True),
        ("dan/atau", True),
        ("Kabupaten/Kota", False),
        ("pelayanan/kegiatan", False),
        ("1/2", False),
        ("a/b/c", False),
        ("a<b>/c", False),
    ),
)
def test_what_is_read_as_one_stands_on_one_line(text: str, whole: bool) -> None:
    block = table(cells("1", text, "5"))
    (row,) = show_table(block, "", PageSettings()).rows
    assert ('<span class="satu-baris">' in row) is whole
    assert unescape(re.sub(r"<[^>]*>", "", row)) == f"1{text}5"


def test_what_is_read_as_one_is_measured_as_one() -> None:
    """orang/bulan is 5.281 thousandths of 10,008 pt = 18,65 mm, with padding and border 21,8 mm: of 50 mm 44 %;
    its longer half, bulan, needs 26."""
    block = table(cells("orang/bulan", "x"), widths=(20, 80), alignment=("kiri", "kiri"))
    assert fit_widths(block, content_width=Decimal(50), font_size=HURUF)[0] == (44, 56)


def test_columns_of_figures_that_are_alike_stay_alike() -> None:
    """The name gets what lowers its row from one year after the other, which ended a percent apart."""
    name = TableCell(content="Persentase tingkat penyelesaian laporan dan pelanggaran ketertiban umum " * 2)
    years = tuple(TableCell(content=str(n)) for n in range(6))
    block = table(
        (TableCell(content="1"), name, *years),
        widths=(5, 53, *(7,) * 6),
        alignment=("tengah", "kiri", *("kanan",) * 6),
    )
    widths, _ = fit_widths(block, content_width=F4, font_size=HURUF)
    assert len(set(widths[2:])) == 1
    assert widths[2] < 7
    assert sum(widths) == 100


def test_a_word_is_measured_as_bold_as_it_is() -> None:
    """The first word is 9.450 thousandths, bold 10.113: 36,5 and 38,8 mm with padding and border, of 50 mm 73 and
    78 %."""
    rows = [
        table(
            TableRow(cells=(TableCell(content="Pertanggungjawaban", bold=bold), TableCell(content="5"))),
            widths=(20, 80),
            alignment=("kiri", "kiri"),
        )
        for bold in (False, True)
    ]
    assert [fit_widths(one, content_width=Decimal(50), font_size=HURUF)[0][0] for one in rows] == [73, 78]


def test_when_nothing_fits_figures_come_first() -> None:
    narrow = table(
        cells("Pertanggungjawaban", "Penyelenggaraan", "9.999.999"),
        widths=(40, 40, 20),
        alignment=("kiri", "kiri", "kanan"),
    )
    widths, size = fit_widths(narrow, content_width=Decimal(40), font_size=HURUF)
    assert size == "mini"
    assert sum(widths) == 100
    # 7 × 556 + 2 × 278 = 4448 thousandths of 3,001 mm, padding 2,40 mm and border 0,3 mm: 16,05 mm of 40
    assert widths[2] == 41


def test_a_word_that_no_line_holds_leaves_the_other_columns_whole() -> None:
    """It is broken inside its cell. Thirty letters "a" of 556 thousandths, bold, are 16.680: with padding 17.480 of
    3,53 mm and a border of 0,3 mm 62,0 mm, 39 % of 160 mm; the others need less than they have."""
    endless = table(cells("Pertanggungjawaban", "a" * 230, "80,00"), widths=(30, 40, 30))
    assert fit_widths(endless, content_width=F4, font_size=HURUF) == ((30, 40, 30), "biasa")
    narrow = table(cells("Pertanggungjawaban", "a" * 230, "80,00"), widths=(40, 30, 30))
    assert fit_widths(narrow, content_width=F4, font_size=HURUF)[0][1] == 39


def test_pieces_of_one_word_are_measured_together_and_lines_apart() -> None:
    whole = table(
        (TableCell(content="1"), TableCell(content=("Pertanggung", Bold("jawaban"))), TableCell(content="")),
        widths=(80, 10, 10),
    )
    split = table(
        (
            TableCell(content="1"),
            TableCell(content=("Pertanggung", LineBreak(), "jawaban")),
            TableCell(content=""),
        ),
        widths=(80, 10, 10),
    )
    whole_width = fit_widths(whole, content_width=F4, font_size=HURUF)[0][1]
    assert whole_width > fit_widths(split, content_width=F4, font_size=HURUF)[0][1]


def test_a_fraction_keeps_its_multiplier_beside_it() -> None:
    def content(pengali: str) -> TableBlock:
        pecahan = Pecahan(pembilang="realisasi", penyebut="target", pengali=pengali)
        return table(
            (TableCell(content="1"), TableCell(content=(pecahan,)), TableCell(content="")),
            widths=(80, 10, 10),
        )

    including, without = (
        fit_widths(content(p), content_width=F4, font_size=HURUF)[0][1] for p in ("× 100%", "")
    )
    assert including > without


word = st.text(alphabet="abemnW0123456789.%", min_size=1, max_size=22)


@given(
    st.lists(st.lists(word, min_size=4, max_size=4), min_size=1, max_size=4),
    st.permutations([10, 20, 30, 40]),
    st.sampled_from([Decimal(155), Decimal(160), Decimal(275)]),
)
def test_widths_always_sum_to_100_and_never_tear_a_word_that_fits(
    content: list[list[str]], original: list[int], content_width: Decimal
) -> None:
    one = table(
        *(cells(*rows) for rows in content),
        widths=tuple(original),
        alignment=("kiri", "kiri", "kanan", "kanan"),
        heads=(),
    )
    widths, size = fit_widths(one, content_width=content_width, font_size=HURUF)
    assert sum(widths) == 100
    assert min(widths) > 0
    huruf = float(HURUF) * 352.778 * SKALA[size] / 1000
    space = [float(content_width) * 1000 * w / 100 - 0.8 * huruf for w in widths]
    torn = [
        text
        for rows in content
        for text, r in zip(rows, space, strict=True)
        if text_width(text, int(huruf)) > r
    ]
    assert not torn or size == "mini"


def test_the_stylesheet_has_the_sizes_and_widths_that_are_counted_with() -> None:
    css = (Path(settings.BASE_DIR) / "static/css/print/dokumen.css").read_text()
    sizes = dict(re.findall(r"^\.tabel(-kecil|-mini)? \{.*?font-size: (\.\d+)em", css, re.MULTILINE))
    assert {nama or "-biasa": int(Decimal(nilai) * 1000) for nama, nilai in sizes.items()} == {
        f"-{nama}": skala for nama, skala in SKALA.items()
    }
    assert re.search(r"\.tabel td, \.tabel th \{[^}]*padding: \.15em \.4em", css)
    assert dict(re.findall(r"\.l-(\d+) \{ width: (\d+)% \}", css)) == {str(i): str(i) for i in range(1, 101)}
