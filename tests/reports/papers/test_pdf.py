"""What is read out of a PDF: tables and rows that a page cuts, words that a narrow column breaks, paragraphs."""

import io

import pdfplumber
import pytest
from weasyprint import HTML

from kecamatan.ground.errors import InputError
from reports.papers.paper import Paper, PaperUnreadable, Table, Text
from reports.papers.pdf_lines import Letter, lines_of, run_on
from reports.papers.pdf_tables import Box, PageCell, PageTable, one_line, one_table, page_table, reaching
from reports.papers.read import read_paper
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

STYLE = """
@page { size: 120mm 90mm; margin: 12mm 10mm; @bottom-center { content: "Halaman | " counter(page) } }
@page wide { size: 200mm 90mm }
body { font: 10pt/12pt monospace } p { margin: 0 0 8pt }
table { border-collapse: collapse; width: 100%; table-layout: fixed; overflow-wrap: anywhere }
td { border: 0.5pt solid; padding: 1pt 2pt; vertical-align: top }
"""
ROWS = (
    ("1", "Meningkatnya kualitas pelayanan", "IKM", "85,5"),
    (
        "2",
        "Meningkatnya koordinasi penyelenggaraan pemerintahan desa",
        "Persentase desa yang tertib",
        "100 %",
    ),
    (
        "3",
        "Terjaganya ketertiban umum dan ketenteraman masyarakat",
        "Persentase laporan yang selesai",
        "95 %",
    ),
    ("4", "Pemberdayaan", "Jumlah lembaga yang dibina seluruhnya", "3.527.728"),
)

#: A page as a scanner leaves it: a picture of one grey dot, drawn over all of it.
SCAN = (
    '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJ'
    'RU5ErkJggg==" style="width: 100%; height: 200mm; page-break-after: always">'
)


def pdf(body: str) -> bytes:
    content: bytes = HTML(string=f"<style>{STYLE}</style>{body}").write_pdf()
    return content


def table(rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f"<td>{one}</td>" for one in ("No", "Sasaran", "Indikator", "Target 2023"))
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead>{body}</table>"


@pytest.fixture(scope="module")
def read() -> Paper:
    lead = "Kalimat yang panjang ini terpotong di beberapa baris, dan Kecamatan Balung di dalamnya bukan paragraf baru."
    words = "Hal koordinasi penyelenggaraan desa, persentase laporan, jumlah lembaga, dan terjaganya ketertiban umum."
    before = "".join(f"<p>{lead}</p>" for _ in range(3))
    return read_paper(
        pdf(f"{before}<p>{words}</p><p>Tabel 2.1 Perjanjian Kinerja</p>{table(ROWS)}<p>Sesudah tabel.</p>"),
        "lkip.pdf",
    )


def test_rows_that_pages_cut_and_words_that_columns_break_are_whole(read: Paper) -> None:
    (one,) = (block for block in read.blocks if isinstance(block, Table))
    assert one.caption == "Tabel 2.1 Perjanjian Kinerja"
    assert tuple(row.cells for row in one.rows) == (("No", "Sasaran", "Indikator", "Target 2023"), *ROWS)
    assert read.pages > 2  # so the table really was cut


def test_a_paragraph_is_one_text_and_the_feet_of_pages_are_none(read: Paper) -> None:
    texts = [block.text for block in read.blocks if isinstance(block, Text)]
    assert len(texts) == 6
    assert texts[0].endswith("dan Kecamatan Balung di dalamnya bukan paragraf baru.")
    assert texts[-1] == "Sesudah tabel."


def test_the_end_of_a_merged_cell_goes_back_to_it() -> None:
    letters = [Letter(c, 10 + 5 * at, 10, 15 + 5 * at, 20) for at, c in enumerate("satu  dua")]
    assert [line.text for line in lines_of(letters)] == ["satu dua"]
    assert page_table([[(0, 0, 100, 30)]], letters) is None  # one column is a frame
    both = page_table([[(0, 0, 36, 30), (36, 0, 100, 30)], [None, (36, 30, 100, 60)]], letters)
    assert both is not None
    assert [[cell.text if cell else None for cell in row] for row in both.rows] == [["satu", "dua"]]


def test_a_word_that_was_divided_is_one_and_a_doubled_one_keeps_its_dash() -> None:
    assert run_on("pemba-", "ngunan desa", frozenset({"pembangunan"})) == "pembangunan desa"
    assert run_on("perundang-", "undangan") == "perundang-undangan"
    assert run_on("pemba‐", "ngunan") == "pembangunan"
    assert run_on("Kecamatan", "Balung") == "Kecamatan Balung"


def test_a_table_on_a_page_that_lies_is_read_as_any_other() -> None:
    lying = pdf(f'<div style="page: wide">{table(ROWS[:1])}</div>')
    (one,) = read_paper(lying, "renstra.pdf").tables
    assert one.rows[-1].cells == ROWS[0]
    with pdfplumber.open(io.BytesIO(lying)) as opened:
        assert opened.pages[0].width > opened.pages[0].height


def test_a_watermark_and_the_head_of_pages_are_no_table_and_a_list_of_tables_is_told_by_its_dots() -> None:
    mark = (
        '<svg style="position: fixed; left: 0; top: 0; width: 90mm; height: 60mm" viewBox="0 0 90 60">'
        '<path d="M5 55 L80 5 M20 58 L85 20" stroke="#eee" stroke-width="4"/></svg>'
    )
    head = "<style>@page { @top-center { content: 'LKIP Balung'; border: 0.5pt solid; width: 60mm } }</style>"
    listed = f"<p>DAFTAR TABEL</p><p>Tabel 2.1 Perjanjian Kinerja Kecamatan {'.' * 12} 3</p>"
    again = "".join(f"<p>Kalimat ke-{at} yang tidak pendek.</p>" for at in range(12))
    read = read_paper(pdf(f"{head}{mark}{listed}{table(ROWS[:1])}{again}{again}"), "lkip.pdf")
    (one,) = read.tables
    assert one.rows[-1].cells == ROWS[0]
    assert [block.text for block in read.texts if block.contents] == [
        "Tabel 2.1 Perjanjian Kinerja Kecamatan"
    ]
    assert "LKIP Balung" not in [block.text for block in read.texts]


KNOWN = frozenset({"desa", "yang", "masyarakat", "pelayanan", "pemerintahan", "dan", "g", "n", "kita"})


@each_row(
    ("broken", "whole"),
    [
        ("T|a|r|g|e|t", "Target"),
        ("SUM|BER|DATA", "SUMBER DATA"),
        ("A|n|g|ga|ra|n", "Anggaran"),
        ("5|1.|6|4|5.|0|0|0", "51.645.000"),
        ("13.00|0", "13.000"),
        ("1251|1 Da", "12511 Da"),
        ("Persentase|masyarakat yang", "Persentase masyarakat yang"),
        ("Orientasi|pelayanan", "Orientasi pelayanan"),
        ("Pemerinta|han desa", "Pemerintahan desa"),
        ("Penyeleng|garaan", "Penyelenggaraan"),  # neither is a word of the paper: no line would be as short
        ("Pelayana|n", "Pelayanan"),
    ],
)
def test_what_full_lines_broke_is_whole_by_the_words_of_the_paper(broken: str, whole: str) -> None:
    assert one_line(broken.replace("|", "\x1f"), KNOWN) == whole


def cell(text: str, *, room: float = 0.0, first: float = 5.0) -> PageCell:
    """What ends a page at its bottom, or begins the next; "|" where a full line broke it."""
    return PageCell(text=text.replace("|", "\x1f"), room=room, first=first, letter=5.0, low=True, alone=True)


def joined_rows(last: tuple[PageCell, ...], first: tuple[PageCell, ...]) -> list[list[str]]:
    """The rows of a table that a page cut there."""
    above, below = (
        PageTable(box=(0, 0, 100, 50), edges=tuple(10.0 * at for at in range(len(row))), rows=(row,))
        for row in (last, first)
    )
    rows = one_table(above, below).rows
    return [[one_line(one.text if one else "", KNOWN) for one in row] for row in rows]


def test_a_page_that_cuts_the_years_of_a_head_or_an_amount_in_a_narrow_column_leaves_one_row() -> None:
    years = joined_rows(
        (cell(""), cell("2017", room=14), cell("2|0"), cell("2|0")),
        (cell(""), cell(""), cell("1|8"), cell("1|9")),
    )
    assert years == [["", "2017", "2018", "2019"]]
    amount = joined_rows(
        (cell("Meningkatnya", room=20), cell("2|4.|4|2|5.|0|0", room=4.7)),
        (cell("koordinasi", first=50), cell("0")),
    )
    assert amount == [["Meningkatnya koordinasi", "24.425.000"]]


@each_row(
    ("last", "first"),
    [
        (("9|8", "9|9"), ("1|00", "9|7")),  # no years
        (("98", "99"), ("97", "96")),  # they had room
        (("20", "20"), ("18", "19")),
    ],
)
def test_two_rows_of_values_stay_two(last: tuple[str, ...], first: tuple[str, ...]) -> None:
    assert len(joined_rows(tuple(map(cell, last)), tuple(map(cell, first)))) == 2


def test_a_cell_that_went_over_to_the_next_page_as_a_whole_goes_back_to_its_row() -> None:
    """Only where no other row leaves that column empty: else the row may have said nothing there."""

    def rows(second: str) -> list[list[str]]:
        above = (
            tuple(map(cell, ("No", "Program", "Pagu"))),
            tuple(map(cell, ("I", "Program Pelayanan", "200.320.000"))),
            tuple(map(cell, ("II", second, "31.300.000"))),
            tuple(map(cell, ("III", "", "116.736.000"))),
        )
        below = tuple(map(cell, ("", "Program Koordinasi", "")))
        edges = (0.0, 10.0, 60.0)
        tables = [PageTable(box=(0, 0, 100, 50), edges=edges, rows=one) for one in (above, (below,))]
        return [[one.text if one else "" for one in row] for row in one_table(*tables).rows]

    assert rows("Program Sarana")[3:] == [["III", "Program Koordinasi", "116.736.000"]]
    assert rows("")[3:] == [["III", "", "116.736.000"], ["", "Program Koordinasi", ""]]


def test_small_letters_below_words_go_on_with_the_row_above() -> None:
    last = cell("Ketertiban umum serta ketentrama", room=90)
    assert joined_rows((cell("1"), last), (cell(""), cell("n masyarakat"))) == [
        ["1", "Ketertiban umum serta ketentrama n masyarakat"]
    ]


def test_the_last_row_of_a_page_reaches_to_its_lines_where_no_line_ends_it() -> None:
    letters = [Letter("a", 12, top, 18, top + 8) for top in (22, 32, 42, 52, 90)]
    for across, end in (([], 60.0), ([30.0], 30.0)):  # a drawn end stays; the foot of the page is too far off
        boxes: list[list[list[Box | None]]] = [[[(10.0, 20.0, 50.0, 30.0), (50.0, 20.0, 90.0, 30.0)]]]
        reaching(boxes, [{"orientation": "h", "top": one} for one in across], letters)
        assert boxes[0][0] == [(10.0, 20.0, 50.0, end), (50.0, 20.0, 90.0, end)]


@pytest.mark.parametrize("raised", [InputError("Berkas ini terlalu lama dibaca."), MemoryError()])
def test_a_reading_that_is_stopped_is_not_the_fault_of_the_file(raised: Exception) -> None:
    def check() -> None:
        raise raised

    with pytest.raises(type(raised)) as stopped:
        read_paper(pdf("<p>Laporan Kinerja Kecamatan Balung Tahun 2023</p>"), "lkip.pdf", check=check)
    assert stopped.value is raised


def test_a_pdf_that_breaks_off_is_called_broken() -> None:
    whole = pdf("<p>Laporan Kinerja Kecamatan Balung Tahun 2023</p>")
    with pytest.raises(PaperUnreadable, match="rusak atau dilindungi sandi"):
        read_paper(whole[: len(whole) // 2], "lkip.pdf")


def test_a_raised_digit_behind_a_number_is_the_mark_of_a_footnote() -> None:
    """And behind a unit it is a square."""
    rows = "<tr><td>Indikator<td>Target<td>Realisasi<tr><td>Nilai SKM<td>81<td>79,6<sup>1</sup>"
    text = "Luas 12,3 Km<sup>2</sup>, nilai 79,6<sup>1)</sup> saja."
    paper = read_paper(pdf(f"<p>{text}</p><table>{rows}</table>"), "a.pdf")
    assert "Luas 12,3 Km², nilai 79,6 saja." in [one.text for one in paper.texts]
    assert next(paper.tables).rows[1].cells == ("Nilai SKM", "81", "79,6")


def test_a_scanned_page_between_others_is_said_and_a_blank_one_is_none() -> None:
    words = (
        "Laporan kinerja kecamatan",
        "Perjanjian kinerja camat",
        "Rencana aksi tahunan",
        "Capaian kinerja kita",
    )
    first, second, third, last = (f'<p style="page-break-after: always">{one}.</p>' for one in words)
    blank = '<p style="page-break-after: always">&nbsp;</p>'
    paper = read_paper(pdf(f"{first}{SCAN}{second}{blank}{third}{last}"), "a.pdf")
    assert paper.scanned == (2,)
    assert paper.unread.startswith("Halaman 2 hasil pindaian tanpa teks")


def test_a_scan_without_text_is_told_apart_and_refused() -> None:
    """Two pages of three hold nothing that can be read; what stands on the third is not taken for the whole."""
    said = r"^PDF ini hasil pindaian: 2 dari 3 halaman tidak memuat teks .* PDF yang disimpan dari Word\.$"
    with pytest.raises(PaperUnreadable, match=said):
        read_paper(pdf(f"{SCAN}{SCAN}<p>Laporan kinerja kecamatan tahun 2023.</p>"), "lkip.pdf")
