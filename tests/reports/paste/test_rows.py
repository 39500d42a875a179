"""Pasted blocks over the records of a year: merged cells, levels, names and sums, and what comes of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kecamatan.models import Kecamatan
from reports.paste.reading import best_reading, read_as, rows_of
from reports.paste.rows import Told, told_tables
from reports.paste.tables import divided
from reports.workbook.exchange import TablesImport
from reports.workbook.import_run import Preview
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.number_kinds import Year
from sakip.records import forms as everything  # noqa: F401  # registers every kind of row
from sakip.text.dates import format_tanggal
from sakip.text.numbers import format_angka
from sakip.workbook.of_page import sheets_of_page
from sakip.workbook.overlay import LaidRow, overlaid
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import Column

#: What writes rows is held on both engines by tests/reports/workbook.
pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.one_engine]


def jombang() -> Kecamatan:
    return Kecamatan.objects.get(kode="35.09.01")


def told(page: str, text: str, answers: dict[str, str] | None = None) -> tuple[str, Told]:
    reading = best_reading(rows_of(text), sheets_of_page(page))
    assert reading is not None
    assert not reading.lacking
    (told,) = told_tables([reading], RecordedBook(jombang(), 2023), answers or {})
    return reading.sheet.nama, told


def preview(name: str, rows: Told, **how: Any) -> Preview:
    book = overlaid(RecordedBook(jombang(), 2023), {name: rows.rows}, **how)
    return TablesImport(tables=book, place=(jombang(), 2023), name="tempel").preview()


def cells(told: Told, *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(row.cells.get(key) for key in keys) for row in told.rows]


def as_copied(column: Column, value: Any) -> str:
    cell = None if value is None else column.kind.cell(value)
    if cell is None:
        return ""
    if isinstance(cell, int | float | Decimal):
        return str(cell) if isinstance(column.kind, Year) else format_angka(Decimal(cell))
    text = cell if isinstance(cell, str) else format_tanggal(cell)
    return '"' + text.replace('"', '""') + '"' if set(text) & set('"\t\n') else text


def test_what_every_sheet_exports_changes_nothing_when_it_is_pasted_with_its_headings() -> None:
    recorded = RecordedBook(jombang(), 2023)
    pasted: dict[str, list[LaidRow]] = {}
    on_pages = {
        sheet.nama for code in {kind.dokumen for kind in ROW_KINDS.values()} for sheet in sheets_of_page(code)
    }
    for name in on_pages:
        record = RECORD_SHEETS[name]
        columns, rows = record.sheet.columns, recorded.content[name]
        if not rows:
            continue
        lines = [
            [column.title for column in columns],
            *([] if record.sheet.upright else [[column.hint for column in columns]]),
            *([as_copied(c, row.get(c.key)) for c in columns] for row in rows),
        ]
        if record.sheet.upright:
            lines = [list(line) for line in zip(*lines, strict=True)]
        block = rows_of("\n".join("\t".join(line) for line in lines))
        reading = read_as(block, record.sheet)
        unread = [
            c.key for c, key in zip(columns, reading.columns, strict=True) if c.is_read and c.key != key
        ]
        assert not unread or record.sheet.upright, (name, unread)
        (one,) = told_tables([reading], recorded, {})
        pasted[name] = one.rows
    result = TablesImport(tables=overlaid(recorded, pasted), place=(jombang(), 2023), name="tempel").preview()
    assert not result.errors
    assert not result.changes
    assert len(pasted) > 25


def test_a_sasaran_that_is_merged_over_its_indikator_is_that_of_each() -> None:
    name, rows = told(
        "rkt", "Sasaran\tIndikator\tSatuan\tTarget\nA\tSatu\t%\t80\n\tDua\t%\t90\nB\tTiga\t%\t-"
    )
    assert name == "RKT"
    assert cells(rows, "sasaran", "indikator", "target") == [
        ("A", "Satu", "80"),
        ("A", "Dua", "90"),
        ("B", "Tiga", None),
    ]


def test_levels_in_one_column_or_in_three_are_codes_and_their_indikator_belong_together() -> None:
    head = "Indikator\tTarget\tAnggaran\n"
    program = "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik"
    sub = "7.01.02.2.01.01"
    _, one = told(
        "rkt", f"Program/Kegiatan\t{head}{program}\tSatu\t100 %\t9.000.000\n{sub}\tDua\t1 Dokumen\t5.000"
    )
    assert cells(one, "kode", "uraian", "target", "satuan") == [
        ("7.01.02", "Satu", "100", "%"),
        (sub, "Dua", "1", "Dokumen"),
    ]
    _, three = told(
        "rkt",
        f"Program\tKegiatan\tSub Kegiatan\t{head}{program}\t7.01.02.2.01\t{sub}\tSatu\t1\t5.000\n\t\t\tDua\t2\t",
    )
    assert cells(three, "kode", "uraian") == [(sub, "Satu"), (None, "Dua")]
    assert len({row.cells["nomor"] for row in three.rows}) == 1


def test_the_sums_of_a_budget_are_compared_and_not_stored() -> None:
    name, rows = told(
        "anggaran",
        "Kode\tUraian\tPagu Murni\n7.01.06\tProgram\t6.000\n7.01.06.2.01\tKegiatan\t5.000\n"
        "7.01.06.2.01.01\tA\t2.000\n7.01.06.2.01.02\tB\t3.000\nJumlah\t\t5.000",
    )
    assert name == "Anggaran"
    assert cells(rows, "kode", "pagu_murni") == [("7.01.06.2.01.01", "2.000"), ("7.01.06.2.01.02", "3.000")]
    assert [note.partition(". ")[0] for note in rows.notes] == [
        "Baris 2 (7.01.06): Pagu murni (Rp) tertulis 6.000, jumlah baris di bawahnya 5.000"
    ]


def test_targets_are_not_added_up_beside_a_row_that_says_jumlah() -> None:
    name, rows = told("pk", "Sasaran\tIndikator\tTarget\nA\tB\t90\nC\tD\t80\nJumlah\t\t170")
    assert (name, cells(rows, "target"), rows.notes) == ("PK", [("90",), ("80",)], [])


def test_a_name_that_is_near_is_asked_and_an_exact_one_found() -> None:
    text = "Indikator Kinerja\tTarget 2023\nIKM\t82\nSKM Aparatr\t80"
    _, rows = told("renstra", text)
    (question,) = rows.questions
    assert (question.row, question.said, question.offered) == (
        3,
        "SKM Aparatr",
        (("skm-aparatur", "SKM Aparatur"),),
    )
    _, rows = told("renstra", text, {question.code: "skm-aparatur"})
    assert cells(rows, "kunci_indikator", "tahun", "target") == [
        ("ikm", "2023", "82"),
        ("skm-aparatur", "2023", "80"),
    ]


def test_initials_beside_the_full_name_are_asked_before_they_become_a_row_of_their_own() -> None:
    text = "Sasaran\tIndikator Kinerja\tTarget\nMeningkatnya pelayanan\tIndeks Kepuasan Masyarakat (IKM)\t91"
    _, rows = told("pk", text)
    (question,) = rows.questions
    assert [name for _, name in question.offered] == ["IKM"]
    _, same = told("pk", text, {question.code: "IKM"})
    assert cells(same, "indikator", "target") == [("IKM", "91")]
    assert preview("PK", same).tally.baru == 0
    _, other = told("pk", text, {question.code: "-"})
    assert preview("PK", other).tally.baru == 1


def test_a_triwulan_as_due_date_is_its_last_day_in_the_year_after() -> None:
    _, rows = told(
        "tindak-lanjut",
        "Indikator\tTindakan\tBatas waktu\nIKM\tLatih petugas\tTriwulan II\nIKM\tUkur\tTW III 2023\n"
        "IKM\tBenahi\t31-3-2024",
    )
    assert [one for (one,) in cells(rows, "batas_waktu")] == [
        "30 Juni 2024",
        "30 September 2023",
        "31-3-2024",
    ]


def test_targets_of_a_tujuan_go_to_the_indikator_that_is_called_so_in_the_plan_in_force() -> None:
    """Its "No." counts the rows of the table; two of one name in other versions and tujuan are not meant."""
    text = (
        "No\tIndikator Tujuan\t2024\t2025\n7\tIndeks Pelayanan Publik (IPP)\t86\t87\n8\tNilai Sakip\t70\t71"
    )
    name, rows = told("renstra", text)
    assert name == "TargetTujuan"
    assert cells(rows, "tujuan", "nomor", "tahun", "target")[:2] == [
        ("t-tata-kelola", 1, "2024", "86"),
        ("t-tata-kelola", 1, "2025", "87"),
    ]
    # No tujuan of the plan in force has an indikator of that name: nothing is guessed, the row is refused.
    assert cells(rows, "tujuan", "nomor")[2:] == [(None, "8"), (None, "8")]
    assert preview(name, rows).errors
    alone = cells(told("renstra", "Indikator\t2024\t2025\nIKM\t86\t87")[1], "kunci_indikator")
    assert alone == [("ikm",), ("ikm",)]


def test_without_kelurahan_in_the_reference_every_area_is_a_desa_but_one_that_says_otherwise() -> None:
    name, rows = told("profil", "Nama Desa/Kelurahan\tStatus\nBaru\tMaju\nKelurahan Lain\t-")
    assert name == "Desa"
    assert cells(rows, "jenis", "nama", "status") == [("desa", "Baru", "Maju"), ("kelurahan", "Lain", None)]


def test_a_target_that_changes_drops_how_the_former_was_printed_and_nothing_else_goes() -> None:
    name, rows = told(
        "rkt", "Indikator\tSasaran\tTarget\nSKM Aparatur\tMeningkatnya Kualitas Layanan Aparatur\t96"
    )
    result = preview(name, rows)
    assert not result.errors
    (change,) = result.changes
    assert [(c.judul, c.lama, c.baru) for c in change.kolom] == [
        ("target (angka)", "95", "96"),
        ("target seperti tercetak", "95", ""),
    ]


def test_a_whole_table_that_is_replaced_loses_what_the_block_does_not_say() -> None:
    name, rows = told("profil", "Nama Desa\nJombang\nBaru")
    result = preview(name, rows, replaced=["Desa"])
    assert (result.tally.baru, result.tally.dihapus) == (1, 5)


def several(page: str, text: str) -> list[tuple[str, Told]]:
    found = divided(rows_of(text), sheets_of_page(page))
    readings = [reading for one in found if (reading := best_reading(one.rows, one.sheets))]
    tables = told_tables(readings, RecordedBook(jombang(), 2023), {})
    return [(reading.sheet.nama, one) for reading, one in zip(readings, tables, strict=True)]


def test_tables_below_each_other_are_told_apart_and_an_empty_line_within_one_is_none() -> None:
    text = (
        "PERJANJIAN KINERJA\n\nNo\tSasaran\tIndikator Kinerja\tTarget\n1\tA\tB\t95,5\n\n2\tA\tC\t90\n\n"
        "No\tProgram\tAnggaran\tKeterangan\n1\tProgram Baru\tRp 2.000,-\tAPBD"
    )
    (pk, agreed), (budget, programs) = several("pk", text)
    assert (pk, budget) == ("PK", "PKAnggaran")
    assert cells(agreed, "indikator", "target") == [("B", "95,5"), ("C", "90")]
    assert cells(programs, "nama", "anggaran") == [("Program Baru", "Rp 2.000,-")]
    assert [row.number for row in (*agreed.rows, *programs.rows)] == [4, 6, 9]


def test_a_table_names_what_another_one_of_the_block_brings() -> None:
    text = "Tujuan\tSasaran\nTertibnya arsip\tArsip ditata\n\nTujuan\nTertibnya arsip"
    (sasaran, below), (tujuan, above) = several("renstra", text)
    assert (sasaran, tujuan) == ("Sasaran", "Tujuan")
    assert cells(below, "tujuan") == cells(above, "kunci") == [("tertibnya-arsip",)]


def test_a_name_above_a_table_says_which_it_is() -> None:
    ((name, rows),) = several("profil", "UnitKerja\nNama\tJenis\nSeksi Baru\tSeksi")
    assert (name, cells(rows, "nama")) == ("UnitKerja", [("Seksi Baru",)])


def test_a_unit_is_below_the_one_that_its_table_names() -> None:
    """By the name of one that stands above it or is recorded, as a list of an office says it; the sheet has a kunci."""
    name, rows = told(
        "profil",
        "Nama Unit\tJenis\tAtasan\nSub Bagian Arsip\tSubbagian\tSEKRETARIAT KECAMATAN\n"
        "Seksi Baru\tSeksi\tCamat\nKelompok Arsip\tKelompok jabatan fungsional\tseksi  baru",
    )
    assert (name, cells(rows, "nama", "induk")) == (
        "UnitKerja",
        [("Sub Bagian Arsip", "sekretariat"), ("Seksi Baru", "camat"), ("Kelompok Arsip", "seksi-baru")],
    )
    result = preview(name, rows)
    assert (result.errors, result.tally.baru) == ([], 3)


def test_pk_of_units_are_pasted_by_the_names_of_unit_and_indikator_with_merged_cells() -> None:
    name, rows = told(
        "pk-berjenjang",
        "Unit kerja\tSasaran/Kegiatan\tIndikator Kinerja\tTarget\tMendukung indikator PK camat\n"
        "Sekretariat Kecamatan\tAdministrasi umum\tJumlah laporan\t12 laporan\tIKM\n\t\tKehadiran pegawai\t95 %\tIKM",
    )
    assert name == "PKUnitBaris"
    assert cells(rows, "unit", "kinerja", "ukuran", "target", "satuan", "kunci_indikator") == [
        ("sekretariat", "Administrasi umum", "Jumlah laporan", "12", "laporan", "ikm"),
        ("sekretariat", "Administrasi umum", "Kehadiran pegawai", "95", "%", "ikm"),
    ]
    result = preview(name, rows)
    assert (result.errors, result.tally.baru) == ([], 2)
    name, rows = told(
        "pk-berjenjang",
        "Unit\tTugas\tIndikator kinerja individu\tTarget\nSekretariat Kecamatan\tA\tHadir\t95%",
    )
    assert (name, cells(rows, "unit", "tugas", "ukuran", "target", "satuan")) == (
        "IKI",
        [("sekretariat", "A", "Hadir", "95", "%")],
    )


WIDE = """Indikator\tRealisasi Kecamatan\tKabupaten\t\tProvinsi\t\tSumber Data
\t\t2022\t2023\t2022\t2023\t
IKM\t85\t86,1\t86,5\t87\t88,25\tSurvei
"""


def test_areas_beside_each_other_are_rows_of_their_last_year() -> None:
    name, found = told("pembanding", WIDE)
    assert name == "Pembanding"
    assert cells(found, "lingkup", "nilai", "tahun", "sumber") == [
        ("kabupaten", "86,5", "2023", "Survei"),
        ("provinsi", "88,25", "2023", "Survei"),
    ]
    result = preview(name, found)
    # Of the kabupaten 86,34 is recorded, of the provinsi that there is none.
    assert (result.errors, result.tally.berubah) == ([], 2)
    without = told("pembanding", "Nama indikator\tNasional\tTahun nilai\nIKM\t80\t2022\n")[1]
    assert cells(without, "lingkup", "nilai", "tahun") == [("nasional", "80", "2022")]
    lines = told("pembanding", "Indikator\tLingkup\tNilai\tTahun nilai\nIKM\tProvinsi\t88\t2022\n")[1]
    assert cells(lines, "lingkup", "nilai", "tahun") == [("Provinsi", "88", "2022")]


MATRIX = """No.\tTujuan\tIndikator Tujuan\tSasaran\tIndikator Sasaran\tSatuan\tTarget pada Tahun\t\t\tStrategi
\t\t\t\t\t\t2024\t2025\t2026\t
1\tTertibnya arsip\tNilai arsip\tArsip tertata\tArsip yang tertata\t%\t70\t80\t90\tMenata ruang
\t\t\t\tArsip yang dimusnahkan\tberkas\t10\t20\t30\t
\t\t\tArsip terbaca\tArsip yang dipindai\t%\t5\t6\t7\t
\t\t\t\t\t\t\t\t\tMembeli pemindai
"""


def test_a_matrix_of_the_renstra_fills_tujuan_sasaran_indikator_and_targets_together() -> None:
    found = divided(rows_of(MATRIX), sheets_of_page("renstra"))
    readings = [r for one in found if (r := one.reading)]
    tables = told_tables(readings, RecordedBook(jombang(), 2023), {})
    tujuan, aim, sasaran, indikator, target = tables
    assert cells(tujuan, "kunci", "uraian") == [("tertibnya-arsip", "Tertibnya arsip")]
    assert cells(aim, "tujuan", "nomor", "nama", "satuan") == [("tertibnya-arsip", 1, "Nilai arsip", None)]
    assert cells(sasaran, "kunci", "tujuan", "strategi") == [
        ("arsip-tertata", "tertibnya-arsip", "Menata ruang"),
        ("arsip-terbaca", "tertibnya-arsip", None),
    ]
    assert sasaran.notes == ["Baris 6: Strategi tidak dibaca, karena Uraian kosong."]
    assert cells(indikator, "nama", "sasaran", "satuan") == [
        ("Arsip yang tertata", "arsip-tertata", "%"),
        ("Arsip yang dimusnahkan", "arsip-tertata", "berkas"),
        ("Arsip yang dipindai", "arsip-terbaca", "%"),
    ]
    assert cells(target, "kunci_indikator", "tahun", "target")[3:6] == [
        ("arsip-yang-dimusnahkan", "2024", "10"),
        ("arsip-yang-dimusnahkan", "2025", "20"),
        ("arsip-yang-dimusnahkan", "2026", "30"),
    ]
    assert not any(one.questions for one in tables)
    laid = {reading.sheet.nama: one.rows for reading, one in zip(readings, tables, strict=True)}
    book = overlaid(RecordedBook(jombang(), 2023), laid)
    result = TablesImport(tables=book, place=(jombang(), 2023), name="tempel").preview()
    assert (result.errors, result.tally.baru) == ([], 1 + 1 + 2 + 3 + 9)
    # A table that names only what is recorded stays one of targets.
    alone = divided(rows_of("Indikator\t2024\t2025\nIKM\t86\t87"), sheets_of_page("renstra"))
    assert [one.beside for one in alone] == [False]


def of_a_matrix(text: str) -> dict[str, Told]:
    readings = [r for one in divided(rows_of(text), sheets_of_page("renstra")) if (r := one.reading)]
    tables = told_tables(readings, RecordedBook(jombang(), 2023), {})
    return {reading.sheet.nama: one for reading, one in zip(readings, tables, strict=True)}


def test_one_column_for_the_indikator_of_tujuan_and_sasaran_is_told_by_what_the_row_names() -> None:
    """The official table of a Renstra (T-C.25, T-C.27): programs and what is of the end of the plan are no targets."""
    found = of_a_matrix(
        "Tabel T-C.27 Tujuan, Sasaran, Program\n"
        "Tujuan\tSasaran\tKode\tProgram dan Kegiatan\tIndikator Kinerja Tujuan, Sasaran, Program dan Kegiatan\t"
        "Data Capaian pada Tahun Awal Perencanaan\tTarget Kinerja Program dan Kerangka Pendanaan\t\t\t\t"
        "Kondisi Kinerja pada Akhir Periode Renstra\t\n"
        "\t\t\t\t\t\t2025\t\t2026\t\ttarget\tRp\n\t\t\t\t\t\ttarget\tRp\ttarget\tRp\t\t\n"
        "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\t(10)\t(17)\t(18)\n"
        "Tertibnya arsip\t\t\t\tNilai arsip\t60\t70\t\t80\t\t80\t\n\t\t\t\tSkor arsip\t6\t7\t\t8\t\t8\t\n"
        "\tArsip tertata\t\t\tArsip yang tertata\t50\t55\t\t60\t\t60\t\n"
        "\t\t7.01.01\tProgram Penunjang\tPersentase penunjang\t90\t91\t1.000.000\t92\t2.000.000\t92\t3.000.000\n"
    )
    assert cells(found["IndikatorTujuan"], "tujuan", "nomor", "nama") == [
        ("tertibnya-arsip", 1, "Nilai arsip"),
        ("tertibnya-arsip", 2, "Skor arsip"),
    ]
    assert cells(found["TargetTujuan"], "nomor", "tahun", "target") == [
        (1, "2025", "70"),
        (1, "2026", "80"),
        (2, "2025", "7"),
        (2, "2026", "8"),
    ]
    assert cells(found["Indikator"], "nama", "sasaran") == [("Arsip yang tertata", "arsip-tertata")]
    assert cells(found["TargetRenstra"], "kunci_indikator", "tahun", "target") == [
        ("arsip-yang-tertata", "2025", "55"),
        ("arsip-yang-tertata", "2026", "60"),
    ]
    assert found["TargetRenstra"].notes[0].startswith("1 baris program dan kegiatan tidak dibaca")


COUNTED = (
    "NO.\tTUJUAN\tSASARAN\tINDIKATOR TUJUAN/SASARAN\tTARGET KINERJA TUJUAN/SASARAN PADA TAHUN KE-\t\t\t{}\n"
    "\t\t\t\t1\t2\t3\t{}\n(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t{}\n"
    "1.\tTertibnya arsip\tArsip tertata\tArsip yang tertata\t70\t71\t72\t{}\n"
)


def test_years_that_are_counted_are_those_of_the_plan_where_it_has_as_many() -> None:
    counted = of_a_matrix(COUNTED.format("\t\t", "4\t5\t6", "(8)\t(9)\t(10)", "73\t74\t75"))["TargetRenstra"]
    assert cells(counted, "tahun", "target") == [
        *zip(map(str, range(2021, 2027)), map(str, range(70, 76)), strict=True)
    ]
    fewer = of_a_matrix(COUNTED.format("\t", "4\t5", "(8)\t(9)", "73\t74"))["TargetRenstra"]
    assert fewer.rows[0].broken == {
        "tahun": "Tidak pasti tahun mana ke-1 dari 5 itu. Tulis tahunnya di atas kolomnya."
    }
    assert not any("tahun" in row.cells for row in fewer.rows)


def test_a_year_that_stands_a_few_columns_too_far_right_and_numbers_of_columns_are_understood() -> None:
    """As the matrix of Umbulsari: the last year above the program, column numbers in the first row."""
    found = of_a_matrix(
        "No.\tTujuan\tSasaran\tIndikator Sasaran\tTarget Kinerja Sasaran Pada Tahun\t\t\tStrategi\tKebijakan\n"
        "\t\t\t\t2023\t2024\t2025\t\t\t2026\n\t\t\t\t6\t7\t8\t\t\t9\n"
        "1\t3 Tertibnya arsip\t4 Arsip tertata\t5 Arsip yang tertata\t70\t71\t72\t73\t10 Menata\t11 Membeli rak\n"
        "2\t\tArsip terbaca\tArsip yang dipindai\t5\t6\t7\t8\tMemindai\tMembeli pemindai\n"
    )
    assert cells(found["Tujuan"], "uraian") == [("Tertibnya arsip",)]
    assert cells(found["Sasaran"], "uraian", "strategi", "kebijakan") == [
        ("Arsip tertata", "Menata", "Membeli rak"),
        ("Arsip terbaca", "Memindai", "Membeli pemindai"),
    ]
    assert cells(found["TargetRenstra"], "kunci_indikator", "tahun", "target")[2:5] == [
        ("arsip-yang-tertata", "2025", "72"),
        ("arsip-yang-tertata", "2026", "73"),
        ("arsip-yang-dipindai", "2023", "5"),
    ]


def test_jumlah_before_what_is_measured_is_no_sum() -> None:
    """As in the plan of another office: three years, "Target" below each, a code in several columns."""
    found = of_a_matrix(
        "Tujuan\tSasaran\tIndikator Sasaran\tKode\t\tProgram/Kegiatan/Sub Kegiatan\tIndikator Program/Kegiatan\t"
        "Capaian Kinerja dan Kerangka Pendanaan\t\t\t\n"
        "\t\t\t\t\t\t\t2024\t\t2025\t\n\t\t\t\t\t\t\tTarget\tRp\tTarget\tRp\n"
        "Tertibnya arsip\tArsip tertata\tNilai arsip\t\t\t\t\tA\t\tA\t\n"
        "\t\tJumlah arsip yang tertata\t\t\t\t\t1\t\t2\t\n"
        "\t\t\t01\t2.01\tProgram Penunjang\tJumlah dokumen\t12 Dokumen\t60,535,000\t13 Dokumen\t80,500,000\n"
    )
    assert cells(found["Indikator"], "nama") == [("Nilai arsip",), ("Jumlah arsip yang tertata",)]
    assert cells(found["TargetRenstra"], "tahun", "target") == [
        ("2024", "A"),
        ("2025", "A"),
        ("2024", "1"),
        ("2025", "2"),
    ]
    name, rkt = told("rkt", "Sasaran\tIndikator\tTarget\nA\tJumlah dokumen\t12\n\tJumlah\t12")
    assert (name, cells(rkt, "indikator", "target")) == ("RKT", [("Jumlah dokumen", "12")])


def test_a_code_in_several_columns_is_one_and_a_nought_is_no_name() -> None:
    name, rows = told(
        "anggaran",
        "Kode\t\t\t\t\tUraian\tPagu Perubahan\tRealisasi\n7\t01\t01\t\t\tX\t300\t200\n"
        "7\t01\t01\t2.01\t\tX\t300\t200\n7\t01\t01\t2,01\t01\tX\t300\t200\n",
    )
    assert (name, cells(rows, "kode")) == ("Anggaran", [("7.01.01.2.01.01",)])
    found = of_a_matrix(
        "Tujuan\tSasaran\tIndikator Sasaran\t2024\t2025\nTertibnya arsip\tArsip tertata\tNilai arsip\t1\t2\n"
        "0\tArsip terbaca\tArsip yang dipindai\t3\t4\n"
    )
    assert cells(found["Tujuan"], "uraian") == [("Tertibnya arsip",)]
    assert cells(found["Sasaran"], "uraian", "tujuan")[1] == ("Arsip terbaca", "tertibnya-arsip")
