"""Papers of an office: the same text and tables from whatever kind of file they come."""

import io
from collections.abc import Callable

import docx
import pytest

from kecamatan.ground.errors import InputError
from reports.papers import paper as paper_module
from reports.papers.joined import joined
from reports.papers.paper import Paper, PaperUnreadable, Row, Spot, Table
from reports.papers.pdf_tables import one_line
from reports.papers.plain_text import text_paper
from reports.papers.read import read_paper

pytestmark = pytest.mark.one_engine

TEXT = """DAFTAR ISI

BAB I PENDAHULUAN\t1
Tabel 3.1 Pengukuran.....12

BAB III

**AKUNTABILITAS KINERJA**

Tabel 3.1
Pengukuran Kinerja Tahun 2023

No\tSasaran\tTarget\tRealisasi
--\t--\t--\t--
1\tPelayanan *publik*\t85\t80
Sasaran tanpa angka
2\tKetertiban\t100 %\t-
\f
No\tSasaran\tTarget\tRealisasi
3\tDesa\t90\t88

$$\\text{Capaian} = \\frac{\\text{Realisasi}}{\\text{Target}} \\times 100$$
"""


def only_table(paper: Paper) -> Table:
    (table,) = paper.tables
    return table


def test_rows_of_a_text_file_are_a_table_that_goes_on_behind_a_page() -> None:
    paper = read_paper(TEXT.encode(), "lkip.txt")
    table = only_table(paper)
    assert table.caption == "Tabel 3.1 Pengukuran Kinerja Tahun 2023"
    assert [row.cells for row in table.rows] == [
        ("No", "Sasaran", "Target", "Realisasi"),
        ("1", "Pelayanan publik", "85", "80"),
        ("Sasaran tanpa angka",),
        ("2", "Ketertiban", "100 %", "-"),
        ("3", "Desa", "90", "88"),
    ]
    assert (paper.pages, table.at, table.rows[-1].at.words) == (2, Spot(page=1, line=13), "halaman 2")
    assert [text.text for text in paper.texts if text.contents] == [
        "BAB I PENDAHULUAN",
        "Tabel 3.1 Pengukuran",
    ]
    assert [text.text for text in paper.texts][-1] == "Capaian = (Realisasi) / (Target) × 100"


def test_rows_of_one_cell_stay_in_their_table() -> None:
    text = (
        "Uraian\tTarget\tRealisasi\tCapaian\nTujuan: Meningkatnya pelayanan\nNilai SKM\t\t\t\n"
        "Tahun 2020\t85\t70\t82,35%\n\nKEEMPAT\t\t\n"
    )
    (table,) = text_paper(text.encode(), "lkip.txt").tables
    assert [row.filled for row in table.rows] == [
        ("Uraian", "Target", "Realisasi", "Capaian"),
        ("Tujuan: Meningkatnya pelayanan",),
        ("Nilai SKM",),
        ("Tahun 2020", "85", "70", "82,35%"),
    ]


def test_merged_cells_of_a_word_file_are_said_once() -> None:
    document = docx.Document()
    document.add_paragraph("Tabel 1 Anggaran")
    table = document.add_table(rows=3, cols=3)
    for at, texts in enumerate((("Program", "Anggaran", ""), ("A", "10", "9"), ("", "20", "18"))):
        for cell, text in zip(table.rows[at].cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    file = io.BytesIO()
    document.save(file)
    read = only_table(read_paper(file.getvalue(), "pk.docx"))
    assert read.caption == "Tabel 1 Anggaran"
    assert [row.cells for row in read.rows] == [
        ("Program", "Anggaran", ""),
        ("A", "10", "9"),
        ("", "20", "18"),
    ]


def test_a_place_in_a_word_file_is_said_by_its_heading_or_its_table() -> None:
    """Nobody sees a line in Word: what is above, and what can be counted from there."""
    document = docx.Document()
    document.add_paragraph("Disusun oleh kecamatan.")
    document.add_paragraph("BAB III AKUNTABILITAS KINERJA")
    document.add_paragraph("Capaian diukur setiap tahun.")
    document.add_heading("Capaian Kinerja Organisasi", level=2)
    document.add_paragraph("")
    document.add_paragraph("Semua sasaran tercapai.")
    document.add_paragraph("Anggaran terserap.")
    for caption in ("Tabel 3.1 Pengukuran Kinerja", "Pegawai menurut golongan", ""):
        if caption:
            document.add_paragraph(caption)
        table = document.add_table(rows=3, cols=2)
        for at, row in enumerate((("Uraian", "Nilai"), ("", ""), ("IKM", "85"))):
            for cell, text in zip(table.rows[at].cells, row, strict=True):
                cell.text = text
        document.add_paragraph("Penjelasannya di bawah ini.")
    file = io.BytesIO()
    document.save(file)
    paper = read_paper(file.getvalue(), "lkip.docx")
    said = [text.at.words for text in paper.texts]
    below = "BAB III, bagian “Capaian Kinerja Organisasi”"
    assert said[:6] == [
        "alinea 1 dari awal berkas",
        "judul “BAB III AKUNTABILITAS KINERJA”",
        "BAB III, alinea 1",
        "judul “Capaian Kinerja Organisasi”",
        f"{below}, alinea 1",
        f"{below}, alinea 2",
    ]
    assert [table.rows[-1].at.words for table in paper.tables] == [
        "Tabel 3.1, baris 3",
        "tabel di bawah “Pegawai menurut golongan”, baris 3",
        f"tabel dalam {below}, baris 3",
    ]
    # The line stays what tells places apart.
    assert len({row.at for table in paper.tables for row in table.rows}) == 6


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b" \n", "Berkas kosong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Simpan sebagai .docx atau .xlsx"),
        (b"PK\x03\x04broken", "Berkas rusak"),
        (b"\x89PNG\r\n\0\0", "Jenis berkas ini tidak dapat dibaca"),
        (b"%PDF-1.7\nbroken", "PDF ini rusak atau dilindungi sandi"),
    ],
    ids=("empty", "old office", "broken archive", "picture", "broken PDF"),
)
def test_what_is_no_paper_is_refused_with_what_helps(content: bytes, said: str) -> None:
    with pytest.raises(PaperUnreadable, match=said):
        read_paper(content, "berkas")


def test_a_word_or_a_number_that_was_wider_than_its_column_is_one_again() -> None:
    known = frozenset({"indikator", "sasaran", "strategis"})
    assert one_line("SASARAN\nSTRATEGIS\nINDIKATO\x1fR", known) == "SASARAN STRATEGIS INDIKATOR"
    assert one_line("SASARAN\x1fSTRATEGIS", known) == "SASARAN STRATEGIS"
    assert one_line("Peren\x1fcana\x1fan desa", known) == "Perencanaan desa"
    assert one_line("3.527.728.11\x1f8", known) == "3.527.728.118"
    assert one_line("98\n%", known) == "98 %"
    assert one_line("20\x1f18", frozenset({"20", "18"})) == "2018"
    assert one_line("7.393\x1fpelayanan", known) == "7.393 pelayanan"


def test_a_row_that_a_page_break_divides_is_one() -> None:
    def row(page: int, *cells: str) -> Row:
        return Row(cells=cells, at=Spot(page=page))

    first = Table(rows=(row(1, "1", "Persentase desa yang", "98 %"),))
    (whole,) = joined([first, Table(rows=(row(2, "", "tertib", ""), row(2, "", "IKM", "85")))])
    assert isinstance(whole, Table)
    assert [one.cells for one in whole.rows] == [
        ("1", "Persentase desa yang tertib", "98 %"),
        ("", "IKM", "85"),
    ]


def test_a_full_line_whose_last_word_asks_for_another_goes_on() -> None:
    text = (
        "Kinerja diukur atas dasar indikator sebagaimana telah ditetapkan dalam\nPerjanjian Kinerja.\nCatatan"
    )
    assert [one.text for one in read_paper(text.encode(), "a.txt").texts] == [
        "Kinerja diukur atas dasar indikator sebagaimana telah ditetapkan dalam Perjanjian Kinerja.",
        "Catatan",
    ]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_read_in_whatever_coding_it_was_saved(coding: str) -> None:
    (text,) = read_paper("Laporan Kinerja – Kecamatan Balung".encode(coding), "a.txt").texts
    assert text.text == "Laporan Kinerja – Kecamatan Balung"


def test_what_nobody_sees_or_nothing_can_store_is_not_read() -> None:
    before = f"{'Laporan kinerja. ' * 300}\n\nKeca\u200bmatan\ufeff Ba\xadlung\0 2023\ud7ff\x07\n"
    paper = read_paper(f"{before}Sasaran\tTar\0get\n1\t8\u200b5\n".encode(), "a.txt")
    assert [one.text for one in paper.texts][1:] == ["Kecamatan Balung 2023\ud7ff"]
    assert [row.cells for row in only_table(paper).rows] == [("Sasaran", "Tar get"), ("1", "85")]


def test_a_text_without_line_breaks_is_read_in_pieces() -> None:
    """Many patterns look along a whole line: of five megabytes in one they would not come to an end."""
    (*_, last) = pieces = [one.text for one in read_paper(b"Kecamatan Balung 2020. " * 2000, "a.txt").texts]
    assert max(map(len, pieces)) < 5000
    assert last.endswith("Kecamatan Balung 2020.")
    assert " ".join(pieces).split() == ["Kecamatan", "Balung", "2020."] * 2000


def _word(text: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("made", [str.encode, _word], ids=["teks", "Word"])
def test_a_paper_of_too_many_words_is_refused_and_one_that_takes_too_long_stops(
    made: Callable[[str], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a PDF of too many pages is."""
    content = made("Kecamatan Balung\n\n" * 300)
    asked = []
    read_paper(content, "berkas", check=lambda: asked.append(1))
    assert len(asked) > 3

    def stop() -> None:
        raise InputError("Berkas ini terlalu lama dibaca.")

    with pytest.raises(InputError, match="terlalu lama"):
        read_paper(content, "berkas", check=stop)
    monkeypatch.setattr(paper_module, "MOST_LETTERS", 1_000)
    with pytest.raises(PaperUnreadable, match=r"lebih dari 1\.000 huruf.+Unggah bagian"):
        read_paper(content, "berkas")
