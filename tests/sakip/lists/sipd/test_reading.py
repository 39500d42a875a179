"""Files of the budget system: whatever their layout, one amount for each sub kegiatan and unit, and nothing guessed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kecamatan.ground.texts import Refused
from sakip.lists.sipd.amounts import read_amount
from sakip.lists.sipd.columns import Role, Table, known, mapped, recognise
from sakip.lists.sipd.file_rows import ReadFile, Wanted
from sakip.lists.sipd.kode import read_kode
from sakip.lists.sipd.rows import read_rows
from sakip.workbook.grid import DASH, read_grids
from sakip.workbook.safety import WorkbookUnsafe
from tests.sakip.lists.list_files import xlsx
from tests.sakip.lists.sipd.budget_files import (
    RECAP_CSV,
    lra_per_program,
    per_document,
)
from tests.table_tests import each_row

pytestmark = pytest.mark.one_engine

HEADINGS = ("Kode", "Nama Sub Kegiatan", "Pagu", "Realisasi")
FIRST = "7.01.01.2.01.0001"


def table_of(content: bytes) -> Table:
    return recognise(read_grids(content, remedy=""))


def read(content: bytes | Table, **wanted: Any) -> ReadFile:
    table = content if isinstance(content, Table) else table_of(content)
    assert table.problems == []
    given: dict[str, Any] = {"tahun": 2021, "nama": "Balung"} | wanted
    return read_rows(table, Wanted(**given))


def amounts(found: ReadFile) -> list[tuple[str, str, dict[str, int]]]:
    return [
        (row.kode.text if row.kode else row.said, row.unit, {k: int(v) for k, v in row.amounts.items()})
        for row in found.rows
    ]


@each_row(
    ("text", "kode", "name"),
    [
        ("7.01.01.2.01.0001", "7.01.01.2.01.0001", ""),
        ("7 01 01 2.01 01", "7.01.01.2.01.01", ""),
        ("X.XX.01.2.01.0001 Penyusunan", "7.01.01.2.01.0001", "Penyusunan"),
        ("7.01.01.2.01. - Perencanaan", "7.01.01.2.01", "Perencanaan"),
        ("7.01.01.2.01 12 Dokumen", "7.01.01.2.01", "12 Dokumen"),
    ],
)
def test_a_code_is_read_as_files_write_it(text: str, kode: str, name: str) -> None:
    found = read_kode(text)
    assert found is not None
    assert (found.text, found.name) == (kode, name)


@each_row("text", ["5.1.02.01.01.0024", "7.01.0.00.0.00.06.0006 Kelurahan", "2.500.000", "12", "2 Dokumen"])
def test_what_is_no_code_of_a_level_is_none(text: str) -> None:
    assert read_kode(text) is None


def test_documents_of_a_sub_kegiatan_are_added_up_for_each_unit_and_what_came_back_is_taken_off() -> None:
    found = read(per_document())
    # 1000 + 2000 - 500; the kelurahan belongs to the kecamatan by the code of its SKPD.
    assert amounts(found) == [
        (FIRST, "", {"realisasi": 2500}),
        (FIRST, "Kelurahan Karangduren", {"realisasi": 700}),
    ]
    assert found.aside == {"Kecamatan Ambulu": 1}


def test_of_levels_below_one_another_the_sub_kegiatan_is_taken_and_the_others_are_compared() -> None:
    found = read(lra_per_program())
    assert amounts(found) == [(FIRST, "", {"pagu": 300, "realisasi": 200})]
    # Program, kegiatan and the rekening of the sub kegiatan (200 + 100; 150 + 50) all say the same.
    assert [(one.name, one.kind, int(one.printed), one.same) for one in found.controls] == [
        (FIRST, "pagu", 300, True),
        (FIRST, "realisasi", 200, True),
        ("Program 7.01.01", "pagu", 300, True),
        ("Program 7.01.01", "realisasi", 200, True),
        ("Kegiatan 7.01.01.2.01", "pagu", 300, True),
        ("Kegiatan 7.01.01.2.01", "realisasi", 200, True),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_recap_that_excel_saved_as_csv_is_read_with_its_accounting_formats(encoding: str) -> None:
    found = read(RECAP_CSV.encode(encoding))
    assert amounts(found) == [
        ("7.01.01.2.01.01", "", {"pagu_murni": 1_000_000, "realisasi": 1_250_500}),
        ("7.01.01.2.01.02", "", {"pagu_murni": 2_000_000, "realisasi": 0}),
    ]
    assert [one.same for one in found.controls] == [True] * 4  # the program and the Jumlah


def test_a_total_that_is_not_the_sum_of_its_parts_is_told_and_not_taken() -> None:
    found = read(
        xlsx(
            HEADINGS,
            ("7.01.01.2.01", "Perencanaan", 400, 90),
            (FIRST, "Sub 1", 100, 60),
            ("7.01.01.2.01.0002", "Sub 2", 200, 30),
            ("Jumlah", None, 300, 100),
        )
    )
    assert [
        (one.name, one.number, one.kind, int(one.difference)) for one in found.controls if not one.same
    ] == [
        ("Kegiatan 7.01.01.2.01", 2, "pagu", 100),
        ("Jumlah", 5, "realisasi", 10),
    ]
    assert [row.amounts["pagu"] for row in found.rows] == [100, 200]


def test_rekening_below_a_sub_kegiatan_without_an_amount_are_added_up_at_their_deepest() -> None:
    found = read(
        xlsx(
            ("Kode Rekening", "Uraian", "Anggaran", "Realisasi"),
            (FIRST, "Penyusunan", None, None),
            ("5.1.02", "Barang dan jasa", 300, 200),
            ("5.1.02.01", "Barang", 100, 80),
            ("5.1.02.02", "Jasa", 200, 120),
        )
    )
    assert amounts(found) == [(FIRST, "", {"pagu": 300, "realisasi": 200})]
    assert found.rows[0].nama == "Penyusunan"


def test_a_code_over_five_columns_is_put_together_and_a_zero_that_excel_dropped_is_not_guessed() -> None:
    found = read(
        xlsx(
            ("Kode", None, None, None, None, "Uraian", "Pagu", "Realisasi"),
            ("Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan"),
            (7, "01", "01", "2.01", "0001", "Sub 1", 10, 5),
            (None, None, None, None, "0002", "Sub 2", 20, 15),
            (7, "01", "01", 2.1, "0001", "Sub lain", 1, 1),
        )
    )
    assert amounts(found) == [
        (FIRST, "", {"pagu": 10, "realisasi": 5}),
        ("7.01.01.2.01.0002", "", {"pagu": 20, "realisasi": 15}),
        (
            "2.1 (sel D5 tersimpan sebagai bilangan: 2.01 atau 2.10)",
            "",
            {"pagu": 1, "realisasi": 1},
        ),
    ]


def test_names_of_three_levels_beside_one_another_and_merged_are_understood() -> None:
    found = read(
        xlsx(
            (
                "Program",
                "Kegiatan",
                "Sub Kegiatan",
                "Pagu Perubahan",
                "Realisasi (Rp)",
                "Realisasi Fisik (%)",
            ),
            ("7.01.01 Penunjang", "7.01.01.2.01 Perencanaan", f"{FIRST} Penyusunan", 10, 5, 50),
            (None, None, "7.01.01.2.01.0002 RKA", 20, 15, 75),
        )
    )
    assert amounts(found) == [
        (FIRST, "", {"pagu_perubahan": 10, "realisasi": 5}),
        ("7.01.01.2.01.0002", "", {"pagu_perubahan": 20, "realisasi": 15}),
    ]
    assert found.rows[1].nama == "RKA"


@each_row(
    ("cell", "said"),
    [
        ("1,500", 'C2: "1,500" lebih rinci daripada sen. Maksud Anda Rp1.500 atau Rp1,50?'),
        (
            "1.5",
            'C2: "1.5" meragukan: titik hanya memisahkan ribuan, koma memisahkan desimal. Maksud Anda 1,5 atau 15?',
        ),
        ("-", 'C2: "-" bukan angka. Kosongkan bila belum ada, atau tulis 0 bila nihil.'),
        ("=B2", "C2: berisi rumus. Salin selnya, lalu tempel sebagai nilai (Tempel Khusus, Nilai)."),
        (-5, 'C2: "-5" negatif. Tulis jumlah rupiah nol atau lebih.'),
    ],
)
def test_an_amount_with_two_readings_is_an_error_at_its_cell(cell: object, said: str) -> None:
    assert read(xlsx(HEADINGS, (FIRST, "Sub 1", cell, 1))).errors == [said]


@each_row(
    ("cell", "angka", "amount"),
    [
        ("1,234,567.50", "en", "1234567.50"),
        ("1,500", "en", "1500"),
        ("Rp1.234.567,-", "id", "1234567"),
        ("Rp -", "id", "0"),
        (DASH, "id", "0"),
        (1234567.5, "id", "1234567.5"),
        (None, "id", None),
    ],
)
def test_numbers_are_read_as_somebody_said_they_are_written(
    cell: Any, angka: Any, amount: str | None
) -> None:
    assert read_amount(cell, angka) == (None if amount is None else Decimal(amount))


def test_an_english_number_is_refused_until_somebody_says_that_it_is_one() -> None:
    with pytest.raises(Refused, match=r"Maksud Anda 1\.234\.567,50\?|Maksud Anda 1234567"):
        read_amount("1,234,567.50", "id")


def test_the_same_code_twice_without_details_is_an_error() -> None:
    found = read(xlsx(HEADINGS, (FIRST, "Sub 1", 1, 1), (FIRST, "Sub 1", 2, 2)))
    assert found.errors == [
        f"{FIRST} ada pada beberapa baris (2, 3). Bila baris-baris itu memang rinciannya, petakan kolom yang"
        " membedakannya sebagai rincian; bila tidak, hapus yang berlebih."
    ]


def test_a_file_of_another_year_is_refused() -> None:
    found = read(xlsx(("Realisasi Tahun Anggaran 2020",), HEADINGS, (FIRST, "Sub 1", 1, 1)))
    assert found.errors == [
        "Berkas ini dari tahun 2020 (“Realisasi Tahun Anggaran 2020”), bukan 2021. Buka anggaran tahun 2020, atau pilih"
        " berkas tahun 2021."
    ]


def test_a_file_of_units_of_which_none_is_known_asks_whose_they_are() -> None:
    content = xlsx(
        ("Unit", *HEADINGS), ("Kec. Blg", FIRST, "Sub 1", 1, 1), ("Kec. Amb", FIRST, "Sub 1", 2, 2)
    )
    assert read(content).unclear
    found = read(content, units=("Kec. Blg",))
    assert amounts(found) == [(FIRST, "", {"pagu": 1, "realisasi": 1})]


def test_two_columns_that_may_be_the_same_are_left_to_be_mapped_and_added_up_where_both_are() -> None:
    table = table_of(
        xlsx(("Kode", "Nama", "Realisasi Triwulan I", "Realisasi Triwulan II"), (FIRST, "Sub 1", 1, 2))
    )
    assert table.problems == [
        'Ada 2 kolom realisasi: C "Realisasi Triwulan I", D "Realisasi Triwulan II". Pilih yang dipakai.',
        "Kolom pagu atau realisasi belum dikenali.",
    ]
    both = mapped(table, {0: Role.KODE, 1: Role.NAMA, 2: Role.REALISASI, 3: Role.REALISASI})
    assert amounts(read(both)) == [(FIRST, "", {"realisasi": 3})]


def test_a_layout_is_known_again_next_month_below_another_title() -> None:
    may = table_of(xlsx(("Mei",), ("Kd", "Terpakai s.d. Mei 2021"), (FIRST, 1)))
    june = read_grids(
        xlsx(("Rekap",), ("bulan Juni",), ("Kd", "Terpakai s.d. Juni 2021"), (FIRST, 2)), remedy=""
    )
    found = known(june, {may.signature})
    assert found is not None
    assert found.columns[1].heading == "Terpakai s.d. Juni 2021"
    assert known(june, {"0" * 64}) is None


def test_a_file_that_is_neither_is_refused_with_the_remedy() -> None:
    with pytest.raises(WorkbookUnsafe, match=r"Berkas ini Excel lama \(\.xls\)"):
        read_grids(b"\xd0\xcf\x11\xe0" + b"\0" * 100, remedy="Unduh lagi.")
    with pytest.raises(WorkbookUnsafe, match=r"Berkas kosong\. Unduh lagi\."):
        read_grids(b"", remedy="Unduh lagi.")


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("", ("Kode", "Nama Sub Kegiatan", "Pagu (dalam ribuan)", "Realisasi (Rp ribu)")),
        ("LAPORAN REALISASI (dalam ribuan rupiah)", HEADINGS),
    ],
)
def test_amounts_in_thousands_are_refused_and_not_read_as_rupiah(
    title: str, headings: tuple[str, ...]
) -> None:
    rows = [(title,)] if title else []
    table = table_of(xlsx(*rows, headings, (FIRST, "Penyusunan", 1_731_468, 1_566_177)))
    assert not table.of(Role.PAGU, Role.REALISASI)
    assert table.problems[0] == (
        f'Kolom C "{headings[2]}" dalam ribuan rupiah, sedangkan yang dicatat rupiah penuh. Unggah berkas dengan rupiah'
        " penuh."
    )
