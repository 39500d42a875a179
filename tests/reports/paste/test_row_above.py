"""Rows that are of a row of another sheet, whose number no printed table has: what the table says instead."""

from __future__ import annotations

import pytest

from reports.paste.reading import rows_of
from reports.paste.rows import told_tables
from reports.paste.tables import divided
from reports.workbook.exchange import TablesImport
from sakip.workbook.of_page import sheets_of_page
from sakip.workbook.overlay import overlaid
from sakip.workbook.recorded import RecordedBook
from tests.reports.paste.test_rows import cells, jombang, preview, told

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.one_engine]

KEGIATAN = (
    "Program, kegiatan, dan sub kegiatan\tIndikator keluaran\tSatuan\tTarget triwulan\t\t\t\n"
    "\t\t\tI\tII\tIII\tIV\n"
)
LANGKAH = "No.\tIndikator sasaran\tLangkah\tUkuran keberhasilan\tPenanggung jawab\tTriwulan\n"
GAJI = "Penyediaan Gaji dan Tunjangan ASN\tJumlah orang yang menerima gaji dan tunjangan ASN\tOrang/bulan"


def test_kegiatan_are_of_the_sasaran_in_the_group_row_above() -> None:
    name, rows = told(
        "rencana-aksi",
        f"{KEGIATAN}Sasaran: Meningkatnya pemberdayaan pemerintah desa\n7.01.06.2.01.01\tLaporan\tdokumen\t1\t2\t3\t4\n"
        f"Sasaran 1: Meningkatnya kualitas pelayanan aparatur\n"
        f"Program Penunjang: Administrasi Keuangan\n{GAJI}\t13\t13\t13\t14",
    )
    assert name == "RencanaAksiKegiatan"
    assert cells(rows, "nomor", "kode", "triwulan_4") == [
        (3, "7.01.06.2.01.01", "4"),
        (1, "7.01.01.2.02.01", "14"),
    ]
    result = preview(name, rows)
    assert (result.errors, result.tally.baru, result.tally.berubah) == ([], 1, 1)


def test_kegiatan_are_of_a_row_that_the_same_block_brings() -> None:
    plan = "Sasaran\tIndikator\tTW I\tTW II\tTW III\tTW IV\nTertib\tSKM Aparatur\t1\t2\t3\t4\nTertib\tAduan\t1\t2\t3\t4"
    steps = f"{LANGKAH}1\tAduan\tTerima aduan\t–\t\tI\n2\tSKM Aparatur\tLatih\t–\t\tII"
    readings = [one.reading for one in divided(rows_of(f"{plan}\n\n{steps}"), sheets_of_page("rencana-aksi"))]
    recorded = RecordedBook(jombang(), 2023)
    found = told_tables([one for one in readings if one], recorded, {})
    assert [cells(one, "nomor") for one in found] == [[(1,), (4,)], [(4,), (1,)]]
    book = overlaid(recorded, {"RencanaAksi": found[0].rows, "RencanaAksiLangkah": found[1].rows})
    result = TablesImport(tables=book, place=(jombang(), 2023), name="tempel").preview()
    assert (result.errors, result.tally.baru) == ([], 7)  # a row, its four targets, and two steps


def test_a_sub_kegiatan_that_several_kegiatan_have_is_that_of_the_kegiatan_above_it() -> None:
    sub = (
        "Koordinasi/Sinergi dengan Perangkat Daerah yang Tugas dan Fungsinya di Bidang Penegakan Peraturan"
        " Perundang-undangan dan/atau Kepolisian Negara Republik Indonesia\tLaporan\tLaporan\t1\t1\t1\t1\n"
    )
    places = RecordedBook(jombang(), 2023).references.nomenklatur["2021"]
    above = [f"{places[code[:7]].nama}: {places[code].nama}\n" for code in ("7.01.04.2.02", "7.01.04.2.04")]
    _, rows = told("rencana-aksi", f"{KEGIATAN}{above[1]}{sub}{above[0]}{sub}")
    assert [one for (one,) in cells(rows, "kode")] == ["7.01.04.2.04.01", "7.01.04.2.02.01"]


def test_a_sasaran_that_is_not_recorded_is_told_with_those_that_are() -> None:
    _, rows = told(
        "rencana-aksi", f"{KEGIATAN}Sasaran: Tertib\n7.01.06.2.01.01\tLaporan\tdokumen\t1\t2\t3\t4"
    )
    assert (
        rows.rows[0].broken["nomor"].startswith("“Tertib” tidak ada pada lembar RencanaAksi. Yang tercatat:")
    )


def test_without_a_sasaran_what_is_recorded_stays_where_it_is_and_the_rest_is_asked() -> None:
    text = f"{KEGIATAN}{GAJI}\t13\t13\t13\t14\n7.01.06.2.01.01\tLaporan\tdokumen\t1\t2\t3\t4"
    _, rows = told("rencana-aksi", text)
    (question,) = rows.questions
    assert [key for key, _ in question.offered] == ["1", "2", "3"]
    _, answered = told("rencana-aksi", text, {question.code: "3"})
    assert [one for (one,) in cells(answered, "nomor")] == [1, 3]


def test_steps_are_of_the_indikator_beside_them_and_their_triwulan_is_read_in_words() -> None:
    name, rows = told(
        "rencana-aksi",
        f"{LANGKAH}1\tPersentase Desa Mandiri\tDampingi desa\tDesa maju\t\tTW II\n\t\tLatih kader\t–\t\tSeptember\n"
        "2\tSKM Aparatur\tLatih petugas\t–\t\tIV",
    )
    assert name == "RencanaAksiLangkah"
    assert cells(rows, "nomor", "uraian", "triwulan") == [
        (3, "Dampingi desa", "2"),
        (3, "Latih kader", "3"),
        (1, "Latih petugas", "4"),
    ]
    assert (preview(name, rows).errors, preview(name, rows).tally.baru) == ([], 3)


def test_numbers_that_only_count_the_rows_are_asked_about_before_they_are_those_of_the_plan() -> None:
    text = "No\tLangkah\tTriwulan\n1\tRapat awal\tI\n2\tSurvei\tII\n3\tLaporan\tIV"
    _, rows = told("rencana-aksi", text)
    (question,) = rows.questions
    assert [key for key, _ in question.offered] == ["1", "2", "3", "tercetak"]
    assert all("nomor" not in row.cells for row in rows.rows)
    _, alike = told("rencana-aksi", text, {question.code: "2"})
    assert [one for (one,) in cells(alike, "nomor")] == [2, 2, 2]
    _, each = told("rencana-aksi", text, {question.code: "tercetak"})
    assert [one for (one,) in cells(each, "nomor")] == [1, 2, 3]


def test_numbers_that_come_again_are_those_of_the_plan() -> None:
    _, rows = told("rencana-aksi", "No\tLangkah\tTriwulan\n1\tRapat awal\tI\n1\tSurvei\tII\n3\tLaporan\tIV")
    assert (rows.questions, [int(one) for (one,) in cells(rows, "nomor")]) == ([], [1, 1, 3])
