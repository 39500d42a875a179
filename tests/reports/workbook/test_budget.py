"""The budget through the workbook: rows on several levels are added up once, and the preview says what the whole is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from openpyxl import Workbook

from kecamatan.models import Kecamatan
from reports.workbook.exchange import Preview, buku_ekspor, buku_impor
from sakip.models import Anggaran, Belanja
from sakip.records.anggaran.freeze import budget_totals
from tests.workbook_edits import Ubah, diubah, kolom, write

#: Sums and checks over what an import stores; that it stores it on both engines, test_there_and_back tests.
pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

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


def write_anggaran(baris: Iterable[tuple[str, int | None, int | None]]) -> Ubah:
    """Type these rows, and no others, into the sheet."""

    def change(buku: Workbook) -> None:
        lembar = buku["Anggaran"]
        lembar.delete_rows(3, lembar.max_row)
        for nomor, isi in enumerate(baris, start=3):
            for judul, nilai in zip(("Kode", "Pagu murni (Rp)", "Realisasi (Rp)"), isi, strict=True):
                lembar.cell(nomor, kolom(buku, "Anggaran", judul)).value = nilai

    return change


def impor(isi: bytes, **lain: Any) -> Preview:
    return buku_impor(isi=isi, nama="uji.xlsx", **{"apply_changes": True, "kabupaten": True} | lain)


def jumlah(tinjauan: Preview) -> list[tuple[str, str, str]]:
    return [(b.judul, b.lama, b.baru) for b in tinjauan.jumlah]


def test_a_budget_typed_as_printed_is_added_up_once(mini: Kecamatan, no_belanja: None) -> None:
    isi = diubah(buku_ekspor(kecamatan=mini, tahun=2023), write_anggaran(AS_PRINTED))
    pratinjau = impor(isi, apply_changes=False)
    assert pratinjau.galat == []
    assert jumlah(pratinjau) == [
        ("Pagu", "Rp2.500.000", "Rp13.582.357.149"),
        ("Realisasi", "Rp2.400.000", "Rp12.500.000.000"),
    ]
    impor(isi)
    # Every row added up would be 40.672.131.447.
    assert sum(a.pagu_murni or 0 for a in Anggaran.objects.all()) == 40_672_131_447
    totals = budget_totals(mini, 2023)
    assert totals is not None
    assert (totals.pagu, totals.realisasi) == (13_582_357_149, 12_500_000_000)


def test_the_preview_names_the_row_whose_details_come_to_something_else(
    mini: Kecamatan, buku_mini: bytes
) -> None:
    beda = [(k, p + 250_000 if k == "7.01.02.2.01" else p, r) for k, p, r in AS_PRINTED]
    tinjauan = impor(diubah(buku_mini, write_anggaran(beda)), apply_changes=False)
    assert [str(g) for g in tinjauan.peringatan if "rinciannya" in g.pesan] == [
        'Lembar Anggaran, baris 4, kolom "Pagu murni (Rp)": Pagu murni Rp13.000.250.000 berbeda Rp250.000 dengan jumlah'
        " rinciannya Rp13.000.000.000. Lengkapi rinciannya, betulkan salah satunya, atau catat selisihnya sebagai sisa"
        " yang tidak dirinci."
    ]


def test_the_preview_finds_the_row_of_a_kelurahan(mini: Kecamatan, buku_mini: bytes) -> None:
    baris = [("7.01.02.2.01", None, None), ("7.01.03.2.02.02", 10, 9), ("7.01.03.2.02.02", 10, 11)]
    isi = diubah(
        buku_mini,
        write_anggaran(baris),
        write("Anggaran", 4, "Kelurahan atau unit", "Kelurahan A"),
        write("Anggaran", 5, "Kelurahan atau unit", "Kelurahan B"),
    )
    assert [
        (g.lembar, g.baris) for g in impor(isi, apply_changes=False).peringatan if "melebihi" in g.pesan
    ] == [("Anggaran", 5)]


def test_a_sum_that_becomes_unknown_says_so(mini: Kecamatan, no_belanja: None) -> None:
    isi = diubah(
        buku_ekspor(kecamatan=mini, tahun=2023),
        write_anggaran(
            [("7.01.02.2.01", None, None), ("7.01.02.2.01.01", 100, 90), ("7.01.02.2.01.02", 50, None)]
        ),
    )
    assert jumlah(impor(isi, apply_changes=False)) == [
        ("Pagu", "Rp2.500.000", "Rp150"),
        ("Realisasi", "Rp2.400.000", "belum lengkap"),
    ]


def test_kelurahan_share_a_sub_kegiatan_with_their_own_keluaran(mini: Kecamatan, no_belanja: None) -> None:
    kode = "7.01.03.2.02.02"

    def dua_kelurahan(buku: Workbook) -> None:
        for nomor, (unit, pagu, realisasi) in enumerate(
            (("Kelurahan A", 200_000_000, 195_000_000), ("Kelurahan B", 150_000_000, 120_000_000)), start=4
        ):
            isi: dict[str, dict[str, object]] = {
                "Anggaran": {"Kode": kode, "Pagu murni (Rp)": pagu, "Realisasi (Rp)": realisasi},
                "Keluaran": {"Kode": kode, "Uraian": f"Laporan {unit}"},
            }
            for lembar, sel in isi.items():
                baris = nomor + (lembar == "Keluaran")
                for judul, nilai in (sel | {"Kelurahan atau unit": unit}).items():
                    buku[lembar].cell(baris, kolom(buku, lembar, judul)).value = nilai

    isi = diubah(buku_ekspor(kecamatan=mini, tahun=2023), dua_kelurahan)
    assert impor(isi).hitungan.baru == 4
    assert impor(isi).hitungan.perubahan == 0
    assert impor(buku_ekspor(kecamatan=mini, tahun=2023)).hitungan.perubahan == 0
    semua = Anggaran.objects.exclude(unit="").order_by("unit")
    assert [(a.unit, a.pagu_murni, [k.uraian for k in a.keluaran.all()]) for a in semua] == [
        ("Kelurahan A", 200_000_000, ["Laporan Kelurahan A"]),
        ("Kelurahan B", 150_000_000, ["Laporan Kelurahan B"]),
    ]
    totals = budget_totals(mini, 2023)
    assert totals is not None
    assert totals.pagu == 352_500_000
    # The same kelurahan twice is one too many.
    dobel = diubah(isi, write("Anggaran", 5, "Kelurahan atau unit", "Kelurahan A"))
    assert [str(g) for g in impor(dobel, apply_changes=False).galat if g.lembar == "Anggaran"] == [
        "Lembar Anggaran, baris 5: kode dan kelurahan atau unit sama dengan baris 4. Hapus salah satu, atau perbaiki."
    ]


def tanpa_kolom(*judul: str) -> Ubah:
    """A workbook as it was before these columns came."""

    def change(buku: Workbook) -> None:
        for lembar in ("Anggaran", "Keluaran", "Belanja"):
            for satu in judul:
                if any(sel.value == satu for sel in buku[lembar][1]):
                    buku[lembar].delete_cols(kolom(buku, lembar, satu))

    return change


def test_a_workbook_from_before_the_new_columns_changes_nothing(mini: Kecamatan, buku_mini: bytes) -> None:
    lama = diubah(buku_mini, tanpa_kolom("Kelurahan atau unit", "Di luar program"))
    tinjauan = impor(lama)
    assert (tinjauan.hitungan.perubahan, tinjauan.catatan) == (0, [])


def test_a_workbook_from_before_the_new_columns_loses_nothing_that_is_in_them(
    mini: Kecamatan, buku_mini: bytes
) -> None:
    isi = buku_mini
    lama = diubah(isi, tanpa_kolom("Kelurahan atau unit", "Di luar program"))
    Belanja.objects.filter(kode="operasi").update(di_luar_program=True)
    assert [str(g) for g in impor(lama, apply_changes=False).galat] == [
        'Lembar Belanja, baris 1: judul kolom "Di luar program" tidak ada. Kembalikan baris judul seperti dalam buku'
        " kerja yang diunduh."
    ]


def test_belanja_outside_the_programs_goes_there_and_back(mini: Kecamatan, buku_mini: bytes) -> None:
    isi = buku_mini
    impor(diubah(isi, write("Belanja", 3, "Di luar program", "Ya")))
    assert list(Belanja.objects.order_by("urut").values_list("kode", "di_luar_program")) == [
        ("operasi", True),
        ("barang-jasa", False),
    ]
    assert impor(buku_ekspor(kecamatan=mini, tahun=2023)).hitungan.perubahan == 0


def test_without_a_budget_there_is_no_sum(mini: Kecamatan) -> None:
    kosong = Kecamatan.objects.get(kode="35.09.11")
    isi = buku_ekspor(kecamatan=kosong, tahun=2026)
    assert jumlah(impor(isi, apply_changes=False)) == []


def test_only_a_sum_that_changes_is_shown(mini: Kecamatan, buku_mini: bytes) -> None:
    assert jumlah(impor(buku_mini, apply_changes=False)) == []
    elsewhere = diubah(buku_mini, write("Belanja", 3, "Di luar program", "Ya"))
    assert jumlah(impor(elsewhere, apply_changes=False)) == []
    words = diubah(buku_mini, write("Anggaran", 3, "Keterangan", "Setelah pergeseran"))
    preview = impor(words, apply_changes=False)
    assert preview.hitungan.berubah == 1
    assert jumlah(preview) == []
