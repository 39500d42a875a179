"""How the pages break: what stays together, what is repeated, how pages are numbered and marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from reports.charts.text_width import text_width
from reports.document.builders import listing
from reports.document.tree import (
    Block,
    Bold,
    Dokumen,
    LineBreak,
    ParagraphBlock,
    Part,
    SignatureBlock,
    TableBlock,
    TableCell,
    TableColumn,
    TableRow,
    TandaTanganBlock,
)
from reports.html import render_html
from reports.pdf.render import render_pdf
from reports.publish.naskah import PageSettings
from reports.writing.to_document import narrative
from tests.flows.read_pdf import PdfReading, read_pdf
from tests.reports.document.one_part import of_part

#: Lines before the block under test; one of them always brings it to the edge of a page.
SHIFT = range(20, 34, 2)


def cetak(*content: Block, children: tuple[Part, ...] = (), landscape: bool = False) -> PdfReading:
    part = Part(key="b", title="Bagian", level=1, content=content, children=children, landscape=landscape)
    dokumen = of_part(part)
    return read_pdf(render_pdf(render_html(dokumen, PageSettings()), title="Dokumen").content)


def places(reading: PdfReading, text: str) -> set[int]:
    """Pages on which a text stands."""
    return {p.page for p in reading.root.pieces() if text in p.text}


def empty_row(many: int) -> tuple[Block, ...]:
    return tuple(ParagraphBlock(content="baris", style="tengah") for _ in range(many))


def table(*rows: TableRow) -> TableBlock:
    return TableBlock(
        key="t",
        title="Rincian",
        columns=(TableColumn(width=10), TableColumn(width=90)),
        heads=((TableCell(content="No."), TableCell(content="Uraian panjang")),),
        rows=rows,
        sumber="Sekretariat",
    )


def row(nomor: int, word: int = 3) -> TableRow:
    return TableRow(
        cells=(
            TableCell(content=str(nomor)),
            TableCell(content=f"awal{nomor}x " + "kata " * word + f"akhir{nomor}x"),
        )
    )


def group(nomor: int) -> TableRow:
    return TableRow(kind="kelompok", cells=(TableCell(content=f"kelompok{nomor}x", column=2, head=True),))


@pytest.mark.parametrize("shift", SHIFT)
def test_a_heading_a_title_and_the_first_row_stay_together(shift: int) -> None:
    content = table(group(1), *(row(i) for i in range(8)))
    child = Part(key="a", title="Anak judul", level=2, nomor="A.", content=(content,))
    reading = cetak(*empty_row(shift), children=(child,))
    texts = ("Anak judul", "Tabel 1", "kelompok1x", "awal0x")
    assert len(set().union(*(places(reading, t) for t in texts))) == 1
    assert places(reading, "Sumber") == places(reading, "akhir7x")


def test_rows_are_not_torn_and_groups_keep_their_first_row() -> None:
    content = [b for i in range(40) for b in (group(i), row(i, word=45 + i % 7))]
    reading = cetak(table(*content))
    assert len(reading.pages) >= 4
    for i in range(40):
        everything = [places(reading, f"{word}{i}x") for word in ("kelompok", "awal", "akhir")]
        assert len(set().union(*everything)) == 1, i
    assert places(reading, "Uraian panjang") == {h.nomor for h in reading.pages}


def test_a_page_within_a_group_begins_with_its_heads_again() -> None:
    """Program 2 is all that page 2 goes on with: neither the sasaran before it nor its own figure is printed again."""
    heads = TableRow(cells=(TableCell(content="1"), TableCell(content="program1x", head=True)))
    other = TableRow(
        cells=(TableCell(content="77"), TableCell(content=("program2x", LineBreak(), "rinci"), head=True))
    )
    below = [replace(row(i, word=45), indent=1) for i in range(24)]
    reading = cetak(table(group(1), heads, below[0], group(2), other, *below[1:]))
    assert len(reading.pages) == 2
    assert places(reading, "program1x") == places(reading, "kelompok1x") == places(reading, "rinci") == {1}
    first, second = (
        next(t for t in reading.root.everything("Table") if t.page == page).text() for page in (1, 2)
    )
    assert "(lanjutan)" not in first
    assert second.startswith("No. Uraian panjang kelompok2x (lanjutan) 77 program2x (lanjutan) ")
    assert second.count("x (lanjutan)") == 2
    assert [len(places(reading, f"awal{i}x")) for i in range(24)] == [1] * 24


def going_on() -> TableBlock:
    tujuan = TableRow(cells=(TableCell(content="1"), TableCell(content="tujuan1x", head=True), _sasaran(0)))
    more = (TableRow(cells=(TableCell(content=""), TableCell(content=""), _sasaran(i))) for i in range(1, 30))
    return replace(
        table(tujuan, *more),
        columns=(TableColumn(width=10), TableColumn(width=40), TableColumn(width=50)),
        heads=((TableCell(content="No."), TableCell(content="Tujuan"), TableCell(content="Sasaran")),),
    )


@pytest.mark.parametrize("shift", [0, 7, 9, 11, 13, 20, 28])
def test_a_table_ends_with_a_line_where_the_page_ends(shift: int) -> None:
    """Also where what follows the table has moved the end of its page: the last row goes with its source."""
    part = Part(key="b", title="Bagian", level=1, content=(*empty_row(shift), going_on()))
    html = render_html(of_part(part), PageSettings())
    with pikepdf.open(BytesIO(render_pdf(html, title="Dokumen").content)) as pdf:
        ends = [_lowest_line(page) for page in pdf.pages]
    # 160 mm between the margins in CSS pixels; the lines of the three columns lap over each other.
    assert ends == [pytest.approx(160 / 25.4 * 96, abs=4)] * len(ends)


def _lowest_line(page: pikepdf.Page) -> float:
    """How wide the lowest line across is, its pieces together, in CSS pixels, in which the engine draws downwards."""
    lines: dict[float, float] = {}
    x = y = 0.0
    instructions: Any = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        if str(operator) in ("m", "l"):
            before, (x, y) = (x, y), map(float, operands)
            if str(operator) == "l" and y == before[1]:
                lines[y] = lines.get(y, 0) + x - before[0]
    return lines[max(lines)]


def test_cells_that_go_on_say_so_on_the_next_page() -> None:
    reading = cetak(going_on())
    tables = [t.text() for t in reading.root.everything("Table")]
    assert len(tables) == len(reading.pages) == 2
    assert "(lanjutan)" not in tables[0]
    assert tables[1].startswith("No. Tujuan Sasaran 1 tujuan1x (lanjutan) sasaran")
    assert tables[1].count("tujuan1x") == 1


def _sasaran(nomor: int) -> TableCell:
    return TableCell(content=f"sasaran{nomor}x " + "kata " * 12, head=True)


@pytest.mark.parametrize("shift", [20, 26, 32])
def test_a_row_that_heads_others_is_not_left_behind(shift: int) -> None:
    head = TableRow(cells=(TableCell(content="1"), TableCell(content="program1x", head=True)))
    below = [replace(row(i, word=45), indent=1) for i in range(9)]
    before = [replace(row(i, word=45), indent=1) for i in range(90, 90 + shift // 2)]
    reading = cetak(table(group(1), *before, head, *below))
    assert places(reading, "program1x") >= places(reading, "awal0x")


def test_a_row_span_over_pages_loses_nothing() -> None:
    span = TableRow(cells=(TableCell(content="1", row=60), TableCell(content="awal0x")))
    reading = cetak(table(span, *(TableRow(cells=(TableCell(content=f"awal{i}x"),)) for i in range(1, 60))))
    assert len(reading.pages) >= 2
    assert [len(places(reading, f"awal{i}x")) for i in range(60)] == [1] * 60


def test_a_row_higher_than_a_page_loses_nothing() -> None:
    reading = cetak(table(row(0), row(1, word=2000), row(2)))
    assert reading.text().split().count("kata") == 2006
    assert places(reading, "akhir1x") > set() < places(reading, "awal2x")


@pytest.mark.parametrize("shift", SHIFT)
def test_a_signature_is_whole_and_keeps_the_last_words_and_items_before_it(shift: int) -> None:
    block = TandaTanganBlock(
        heads=("Contoh, Januari", "Camat Contoh,"), nama="NAMA", below=("Pembina", "NIP 1")
    )
    items = listing(f"langkah{i}x" for i in range(4))
    closing = ParagraphBlock(content="kalimat penutup")
    reading = cetak(*empty_row(shift - 4), items, closing, SignatureBlock(blocks=(block,)))
    texts = ("langkah2x", "langkah3x", "kalimat penutup", "Contoh, Januari", "NAMA", "NIP 1")
    assert len(set().union(*(places(reading, t) for t in texts))) == 1


@pytest.mark.parametrize("shift", SHIFT)
def test_a_bold_line_stays_with_the_narrative_it_titles(shift: int) -> None:
    title = ParagraphBlock(content=(Bold("Faktor pendorong"),), style="rapat")
    reading = cetak(*empty_row(shift), title, *narrative("<p>Warga aktif.</p>"))
    assert places(reading, "Faktor pendorong") == places(reading, "Warga aktif")


def nomor(reading: PdfReading) -> Iterator[str]:
    for page in reading.pages:
        yield page.artefact.rpartition("ditandatangani")[2].strip()


def test_pages_count_in_roman_then_from_one_through_the_lampiran(contoh_readings: PdfReading) -> None:
    cover, *everything = nomor(contoh_readings)
    assert cover == ""
    # Foreword, a page of lists that follow each other, ikhtisar; the cover has no number.
    assert everything[:5] == ["i", "ii", "iii", "1", "2"]
    assert everything[3:] == [str(i) for i in range(1, len(everything) - 2)]


def test_wide_lampiran_lie_on_their_side_and_every_page_is_marked(contoh_readings: PdfReading) -> None:
    landscape = {n for n, h in enumerate(contoh_readings.pdf.pages, start=1) if h.mediabox[2] > h.mediabox[3]}
    assert landscape == {
        e.page for e in contoh_readings.root.everything("Table") if "2024" in e.text() and "2015" in e.text()
    }
    sizes = {tuple(round(float(x) / 72 * 25.4) for x in h.mediabox[2:]) for h in contoh_readings.pdf.pages}
    assert sizes == {(215, 330), (330, 215)}
    for page in contoh_readings.pages:
        assert page.artefact.count("KONSEP") == 1
        assert len(page.artefact_shapes) == 1
    assert "KONSEP" not in contoh_readings.text()


def test_the_header_names_the_document_and_the_part_from_the_second_page(contoh_readings: PdfReading) -> None:
    assert "LKIP" not in contoh_readings.pages[0].artefact
    for page in contoh_readings.pages[1:]:
        assert page.artefact.startswith("LKIP Kecamatan Contoh Tahun 2024 ")
    assert contoh_readings.pages[-1].artefact.startswith(
        "LKIP Kecamatan Contoh Tahun 2024 Lampiran 4 Keputusan Camat tentang IKU"
    )


def test_the_lists_print_the_page_where_their_target_is(contoh_readings: PdfReading) -> None:
    angka = list(nomor(contoh_readings))
    entries = [li for li in contoh_readings.root.everything("LI") if any(li.everything("Link"))]
    assert len(entries) > 50
    for one in entries:
        tujuan = next(one.everything("Link")).link
        assert one.text().rpartition(".")[2].strip() == angka[contoh_readings.tujuan[tujuan] - 1], one.text()


def test_a_word_of_230_letters_is_broken_in_its_cell_and_in_the_daftar_isi() -> None:
    """Every line of it is narrower than its frame, and no other word of the table is torn."""
    word = "pelayanan" * 25 + "prima"
    assert len(word) == 230
    part = Part(
        key="b",
        title="Bagian",
        level=1,
        content=(
            TableBlock(
                key="t",
                title="Indikator",
                columns=(
                    TableColumn(width=30),
                    TableColumn(width=50),
                    TableColumn(width=20, alignment="kanan"),
                ),
                heads=(
                    (
                        TableCell(content="Penanggungjawab"),
                        TableCell(content="Indikator"),
                        TableCell(content="Realisasi"),
                    ),
                ),
                rows=(
                    TableRow(
                        cells=(
                            TableCell(content="Pertanggungjawaban"),
                            TableCell(content=word),
                            TableCell(content="1.234,56"),
                        )
                    ),
                ),
            ),
        ),
        children=(Part(key="s", title=f"Sasaran 1: {word}", level=2, nomor="A."),),
    )
    document = Dokumen(
        key="d",
        title="Dokumen",
        head="Kepala",
        cover=None,
        front=(),
        body=(part,),
        lampiran=(),
        konsep=False,
    )
    read = read_pdf(render_pdf(render_html(document, PageSettings()), title="Dokumen").content)
    lines: dict[tuple[int, float], str] = {}
    for piece in read.root.pieces():
        if piece.text.strip(". \xa0"):
            lines[piece.page, piece.y] = lines.get((piece.page, piece.y), "") + piece.text
    parts = [line for line in lines.values() if "pelayanan" in line]
    type_size = (
        12 * 353 * 9 // 10
    )  # micrometres; the daftar isi, whose lines are the longest, is set at nine tenths
    assert max(text_width(line, type_size) for line in parts) < 160_000  # between the margins of an F4 page
    assert read.text().count(word[:40]) >= 2
    assert {"Pertanggungjawaban", "Penanggungjawab"} <= set(read.text().replace("\n", " ").split())
