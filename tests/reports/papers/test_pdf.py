"""What is read out of a PDF: tables and rows that a page cuts, words that a narrow column breaks, paragraphs."""

import io

import pdfplumber
import pytest
from weasyprint import HTML

from reports.papers.paper import Paper, Table, Text
from reports.papers.pdf_lines import Letter, lines_of, run_on
from reports.papers.pdf_tables import page_table
from reports.papers.read import read_paper

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
