"""The budget through the workbook: rows on several levels are added up once, and the preview says what the whole is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import workbook_export, workbook_import
from reports.workbook.import_run import Preview
from sakip.models import Anggaran, Belanja
from sakip.records.anggaran.freeze import budget_totals
from tests.workbook_edits import Change, column_number, edited, without_base, write

#: Sums and checks over what an import stores; that it stores it on both engines, test_there_and_back tests.
pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

#: As every document prints it: each program and kegiatan with its sum. One kegiatan stops above its sub kegiatan.
AS_PRINTED = (
    ("7.01.02", 13_000_000_000, 12_000_000_000),
    ("7.01.02.2.01", 13_000_000_000, 12_000_000_000),
    ("7.01.02.2.01.01", 10_000_000_000, 9_500_000_000),
    ("7.01.02.2.01.02", 3_000_000_000, 2_500_000_000),
    ("7.01.03", 582_357_149, 500_000_000),
    ("7.01.03.2.01", 507_417_149, 430_000_000),
    ("7.01.03.2.01.01", 507_417_149, 430_000_000),
    ("7.01.03.2.02", 74_940_000, 70_000_000),
)


@pytest.fixture
def no_belanja(mini: Kecamatan) -> None:
    """The budget stands alone: belanja that says another sum would refuse it (tests/sakip/checks/test_doors.py)."""
    Belanja.objects.all().delete()


def write_anggaran(rows: Iterable[tuple[str, int | None, int | None]]) -> Change:
    """Type these rows, and no others, into the sheet."""

    def change(workbook: Workbook) -> None:
        sheet = workbook["Anggaran"]
        sheet.delete_rows(3, sheet.max_row)
        for nomor, content in enumerate(rows, start=3):
            for title, nilai in zip(("Kode", "Pagu murni (Rp)", "Realisasi (Rp)"), content, strict=True):
                sheet.cell(nomor, column_number(workbook, "Anggaran", title)).value = nilai

    return change


def import_book(content: bytes, **others: Any) -> Preview:
    return workbook_import(
        content=content, nama="uji.xlsx", **{"apply_changes": True, "kabupaten": True} | others
    )


def jumlah(preview: Preview) -> list[tuple[str, str, str]]:
    return [(b.judul, b.lama, b.baru) for b in preview.jumlah]


def test_a_budget_typed_as_printed_is_added_up_once(mini: Kecamatan, no_belanja: None, lean: bytes) -> None:
    content = edited(lean, write_anggaran(AS_PRINTED))
    preview = import_book(content, apply_changes=False)
    assert preview.errors == []
    assert jumlah(preview) == [
        ("Pagu", "Rp2.500.000", "Rp13.582.357.149"),
        ("Realisasi", "Rp2.400.000", "Rp12.500.000.000"),
    ]
    import_book(content)
    # Every row added up would be 40.672.131.447.
    assert sum(a.pagu_murni or 0 for a in Anggaran.objects.all()) == 40_672_131_447
    totals = budget_totals(mini, 2023)
    assert totals is not None
    assert (totals.pagu, totals.realisasi) == (13_582_357_149, 12_500_000_000)


def test_the_preview_names_the_row_whose_details_come_to_something_else(mini: Kecamatan, lean: bytes) -> None:
    differences = [(k, p + 250_000 if k == "7.01.02.2.01" else p, r) for k, p, r in AS_PRINTED]
    preview = import_book(edited(lean, write_anggaran(differences)), apply_changes=False)
    assert [str(g) for g in preview.warnings if "rinciannya" in g.pesan] == [
        'Lembar Anggaran, baris 4, kolom "Pagu murni (Rp)": Pagu murni Rp13.000.250.000 berbeda Rp250.000 dengan jumlah'
        " rinciannya Rp13.000.000.000. Lengkapi rinciannya, betulkan salah satunya, atau catat selisihnya sebagai sisa"
        " yang tidak dirinci."
    ]


def test_the_preview_finds_the_row_of_a_kelurahan(mini: Kecamatan, lean: bytes) -> None:
    rows = [("7.01.02.2.01", None, None), ("7.01.03.2.02.02", 10, 9), ("7.01.03.2.02.02", 10, 11)]
    content = edited(
        lean,
        write_anggaran(rows),
        write("Anggaran", 4, "Kelurahan atau unit", "Kelurahan A"),
        write("Anggaran", 5, "Kelurahan atau unit", "Kelurahan B"),
    )
    assert [
        (g.lembar, g.baris)
        for g in import_book(content, apply_changes=False).warnings
        if "melebihi" in g.pesan
    ] == [("Anggaran", 5)]


def test_a_sum_that_becomes_unknown_says_so(mini: Kecamatan, no_belanja: None, lean: bytes) -> None:
    content = edited(
        lean,
        write_anggaran(
            [("7.01.02.2.01", None, None), ("7.01.02.2.01.01", 100, 90), ("7.01.02.2.01.02", 50, None)]
        ),
    )
    assert jumlah(import_book(content, apply_changes=False)) == [
        ("Pagu", "Rp2.500.000", "Rp150"),
        ("Realisasi", "Rp2.400.000", "belum lengkap"),
    ]


def test_kelurahan_share_a_sub_kegiatan_with_their_own_keluaran(
    mini: Kecamatan, no_belanja: None, lean: bytes
) -> None:
    kode = "7.01.03.2.02.02"

    def two_kelurahan(workbook: Workbook) -> None:
        for nomor, (unit, pagu, realisasi) in enumerate(
            (("Kelurahan A", 200_000_000, 195_000_000), ("Kelurahan B", 150_000_000, 120_000_000)), start=4
        ):
            content: dict[str, dict[str, object]] = {
                "Anggaran": {"Kode": kode, "Pagu murni (Rp)": pagu, "Realisasi (Rp)": realisasi},
                "Keluaran": {"Kode": kode, "Uraian": f"Laporan {unit}"},
            }
            for sheet, cells in content.items():
                row = nomor + (sheet == "Keluaran")
                for title, nilai in (cells | {"Kelurahan atau unit": unit}).items():
                    workbook[sheet].cell(row, column_number(workbook, sheet, title)).value = nilai

    content = edited(lean, two_kelurahan)
    assert import_book(content).tally.baru == 4
    assert import_book(workbook_export(kecamatan=mini, tahun=2023)).tally.perubahan == 0
    rows = Anggaran.objects.exclude(unit="").order_by("unit")
    assert [(a.unit, a.pagu_murni, [k.uraian for k in a.keluaran.all()]) for a in rows] == [
        ("Kelurahan A", 200_000_000, ["Laporan Kelurahan A"]),
        ("Kelurahan B", 150_000_000, ["Laporan Kelurahan B"]),
    ]
    totals = budget_totals(mini, 2023)
    assert totals is not None
    assert totals.pagu == 352_500_000
    # The same kelurahan twice is one too many.
    double = edited(content, write("Anggaran", 5, "Kelurahan atau unit", "Kelurahan A"))
    assert [str(g) for g in import_book(double, apply_changes=False).errors if g.lembar == "Anggaran"] == [
        "Lembar Anggaran, baris 5: kode dan kelurahan atau unit sama dengan baris 4. Hapus salah satu, atau perbaiki."
    ]


def without_column(*titles: str) -> Change:
    """A workbook as it was before these columns came."""

    def change(workbook: Workbook) -> None:
        for sheet in ("Anggaran", "Keluaran", "Belanja"):
            for one in titles:
                if any(cell.value == one for cell in workbook[sheet][1]):
                    workbook[sheet].delete_cols(column_number(workbook, sheet, one))

    return change


def test_a_workbook_from_before_the_new_columns_changes_nothing(mini: Kecamatan, lean: bytes) -> None:
    columns = without_column("Kelurahan atau unit", "Di luar program")
    old = edited(lean, columns, whole=True)
    preview = import_book(old)
    assert (preview.tally.perubahan, preview.notes) == (0, [])


def test_a_workbook_from_before_the_new_columns_loses_nothing_that_is_in_them(
    mini: Kecamatan, lean: bytes
) -> None:
    content = lean
    newer = edited(content, without_column("Kelurahan atau unit", "Di luar program"))
    old = without_base(newer)
    Belanja.objects.filter(kode="operasi").update(di_luar_program=True)
    assert (
        import_book(newer).tally.perubahan == 0
    )  # it says what it was filled with, and so what it does not change
    assert Belanja.objects.get(kode="operasi").di_luar_program
    assert [str(g) for g in import_book(old, apply_changes=False).errors] == [
        'Lembar Belanja, baris 1: judul kolom "Di luar program" tidak ada. Kembalikan baris judul seperti dalam buku'
        " kerja yang diunduh."
    ]


def test_belanja_outside_the_programs_goes_there_and_back(mini: Kecamatan, lean: bytes) -> None:
    content = lean
    import_book(edited(content, write("Belanja", 3, "Di luar program", "Ya")))
    assert list(Belanja.objects.order_by("urut").values_list("kode", "di_luar_program")) == [
        ("operasi", True),
        ("barang-jasa", False),
    ]
    assert import_book(workbook_export(kecamatan=mini, tahun=2023)).tally.perubahan == 0


def test_without_a_budget_there_is_no_sum(mini: Kecamatan) -> None:
    empty = Kecamatan.objects.get(kode="35.09.11")
    content = workbook_export(kecamatan=empty, tahun=2026)
    assert jumlah(import_book(content, apply_changes=False)) == []


def test_only_a_sum_that_changes_is_shown(mini: Kecamatan, lean: bytes) -> None:
    elsewhere = edited(lean, write("Belanja", 3, "Di luar program", "Ya"))
    assert jumlah(import_book(elsewhere, apply_changes=False)) == []
    words = edited(lean, write("Anggaran", 3, "Keterangan", "Setelah pergeseran"))
    preview = import_book(words, apply_changes=False)
    assert preview.tally.berubah == 1
    assert jumlah(preview) == []
