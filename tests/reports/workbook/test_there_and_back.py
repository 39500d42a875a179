"""The workbook there and back: nothing changes on its own, an empty installation becomes the same, all or nothing."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kecamatan.ground.trail import record_history
from kecamatan.models import Jejak, Kecamatan
from reports.models import Narasi
from reports.workbook.exchange import WorkbookChanged, WorkbookRefused, buku_ekspor
from sakip.models import (
    BarisPK,
    Belanja,
    Indikator,
    PerjanjianKinerja,
    Realisasi,
)
from tests.factory import make_pengguna, make_realisasi, satu
from tests.workbook_edits import (
    baris_dengan,
    delete_row,
    diubah,
    export_year,
    import_book,
    keadaan,
    kolom,
    write,
)

pytestmark = pytest.mark.django_db


# -- there and back --------------------------------------------------------------------------------


def test_the_second_import_changes_nothing(mini: Kecamatan, buku_mini: bytes) -> None:
    isi = buku_mini
    baris = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    isi = diubah(isi, write("Realisasi", baris, "Realisasi", "77,25"))
    assert import_book(isi).hitungan.perubahan == 1
    assert import_book(isi).hitungan.perubahan == 0


@pytest.mark.satu_mesin
def test_an_empty_year_can_be_exported_and_filled(mini: Kecamatan) -> None:
    wuluhan = Kecamatan.objects.get(kode="35.09.11")
    isi = buku_ekspor(kecamatan=wuluhan, tahun=2026)
    assert import_book(isi).hitungan.perubahan == 0

    def isian(buku: Workbook) -> None:
        semua: dict[str, dict[str, Any]] = {
            "Desa": {"Jenis": "Desa", "Nama": "Balung Kidul"},
            "Renstra": {"Tahun awal": 2025, "Tahun akhir": 2029},
            "Tujuan": {"Kunci": "t1", "Uraian": "Meningkatkan layanan"},
            "Sasaran": {"Kunci tujuan": "t1", "Kunci": "s1", "Uraian": "Warga puas"},
            "Indikator": {"Kunci sasaran": "s1", "Kunci": "skm", "Nama indikator": "SKM"},
            "Realisasi": {"Kunci indikator": "skm", "Triwulan": "Triwulan I", "Realisasi": "80,5"},
        }
        for lembar, nilai in semua.items():
            for judul, satu_nilai in nilai.items():
                write(lembar, 3, judul, satu_nilai)(buku)

    assert import_book(diubah(isi, isian)).hitungan.baru == 6
    realisasi = Realisasi.objects.for_kecamatan(wuluhan).get()
    assert (str(realisasi.angka), realisasi.triwulan, realisasi.tahun) == ("80.5000", 1, 2026)
    assert Indikator.objects.for_kecamatan(wuluhan).get().rumus == "positif"


# -- what changes ----------------------------------------------------------------------------------


def test_the_preview_names_every_change_and_writes_nothing(mini: Kecamatan, buku_mini: bytes) -> None:
    isi = buku_mini
    baris = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    isi = diubah(
        isi,
        write("Realisasi", baris, "Realisasi", 77.25),
        write("Desa", 3, "Tingkat kemandirian", "Mandiri"),
        delete_row("Pembanding", 3),
    )
    tinjauan = import_book(isi, apply_changes=False)
    assert [
        (u.lembar, u.baris, u.jenis, [(b.judul, b.lama, b.baru) for b in u.kolom]) for u in tinjauan.ubahan
    ][:2] == [
        ("Desa", 3, "berubah", [("tingkat kemandirian", "Maju", "Mandiri")]),
        ("Realisasi", baris, "berubah", [("nilai (angka)", "76,5", "77,25")]),
    ]
    remove = tinjauan.ubahan[2]
    assert (remove.lembar, remove.baris, remove.jenis) == ("Pembanding", None, "dihapus")
    assert ("nilai (angka)", "86,34", "") in [(b.judul, b.lama, b.baru) for b in remove.kolom]
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == 76.5
    assert mini.desa.get().status == "Maju"
    assert not Jejak.objects.filter(tindakan__startswith="impor.").exists()


def test_every_changed_row_gets_its_line_in_the_trail(mini: Kecamatan, buku_mini: bytes) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    isi = buku_mini
    baris = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    isi = diubah(
        isi,
        write("Realisasi", baris, "Realisasi", "77"),
        delete_row("Pembanding", 3),
        write("Desa", 4, "Jenis", "Kelurahan"),
        write("Desa", 4, "Nama", "Balung Kulon"),
    )
    tinjauan = import_book(isi, oleh=operator, kabupaten=False)
    jejak = {j.tindakan: j for j in Jejak.objects.filter(tindakan__startswith="impor.")}
    assert len(jejak) == tinjauan.hitungan.perubahan == 3
    realisasi = Realisasi.objects.get(indikator__kunci="skm", tahun=2023)
    diubah_ = jejak["impor.diubah"]
    assert (diubah_.objek_jenis, diubah_.objek_pk) == ("sakip.realisasi", realisasi.pk)
    assert (diubah_.sebelum, diubah_.sesudah) == ({"nilai (angka)": "76,5"}, {"nilai (angka)": "77"})
    assert record_history(realisasi).first() == diubah_
    assert {j.alasan for j in jejak.values()} == {"Impor buku kerja uji.xlsx"}
    assert {(j.pengguna, j.kecamatan, j.tahun) for j in jejak.values()} == {(operator, mini, 2023)}
    remove, baru = jejak["impor.dihapus"], jejak["impor.dibuat"]
    assert remove.sebelum
    assert (remove.sebelum["lingkup"], remove.sesudah) == ("Kabupaten", None)
    assert baru.sesudah
    assert (baru.sesudah["nama"], baru.sebelum) == ("Balung Kulon", None)


def test_what_is_deleted_with_a_row_is_named_too(mini: Kecamatan, buku_mini: bytes) -> None:
    tinjauan = import_book(
        diubah(buku_mini, delete_row("RencanaAksi", 3), delete_row("RencanaAksiKegiatan", 3))
    )
    assert {u.macam for u in tinjauan.ubahan} == {
        "baris rencana aksi",
        "target triwulan",
        "kegiatan rencana aksi",
    }
    assert {u.jenis for u in tinjauan.ubahan} == {"dihapus"}


def test_rows_deleted_together_with_the_row_above_them_are_told_once(
    mini: Kecamatan, buku_mini: bytes
) -> None:
    """Belanja has two levels, and whoever empties the sheet deletes both."""
    tinjauan = import_book(diubah(buku_mini, lambda buku: buku["Belanja"].delete_rows(3, 2)))
    assert tinjauan.hitungan.dihapus == 2
    assert sorted(u.sebutan for u in tinjauan.ubahan) == [
        "Belanja Barang dan Jasa (2023)",
        "Belanja Operasi (2023)",
    ]
    assert not Belanja.objects.exists()


@pytest.mark.satu_mesin
def test_a_missing_sheet_leaves_its_records_alone(mini: Kecamatan, buku_mini: bytes) -> None:
    def tanpa(buku: Workbook) -> None:
        del buku["Realisasi"], buku["Indikator"], buku["Renstra"]

    sebelum = keadaan("35.09.10", 2023)
    tinjauan = import_book(diubah(buku_mini, tanpa))
    assert tinjauan.hitungan.perubahan == 0
    assert tinjauan.catatan == [
        "Lembar yang tidak ada dalam berkas dibiarkan seperti adanya di situs: Renstra, Indikator, Realisasi."
    ]
    assert keadaan("35.09.10", 2023) == sebelum


@pytest.mark.satu_mesin
def test_a_recorded_value_that_is_refused_today_stops_no_workbook_without_its_sheet(
    mini: Kecamatan, buku_mini: bytes
) -> None:
    def without(buku: Workbook) -> None:
        del buku["Profil"]

    Kecamatan.objects.filter(kode="35.09.10").update(surel="kantor camat")
    assert import_book(diubah(buku_mini, without)).hitungan.perubahan == 0
    assert Kecamatan.objects.get(kode="35.09.10").surel == "kantor camat"


@pytest.mark.satu_mesin
def test_an_extra_sheet_is_ignored_and_said(mini: Kecamatan, buku_mini: bytes) -> None:
    tinjauan = import_book(diubah(buku_mini, lambda buku: buku.create_sheet("Coretan")))
    assert tinjauan.catatan == ["Lembar tambahan tidak dibaca: Coretan."]


@pytest.mark.satu_mesin
def test_blank_rows_and_moved_columns_change_nothing(mini: Kecamatan, buku_mini: bytes) -> None:
    def geser(buku: Workbook) -> None:
        buku["Belanja"].insert_rows(4, 3)
        buku["Desa"].move_range("C1:C3", cols=4)
        buku["Desa"].move_range("A1:B3", cols=1)

    assert import_book(diubah(buku_mini, geser)).hitungan.perubahan == 0


def test_inserting_a_row_does_not_rewrite_the_others(mini: Kecamatan, buku_mini: bytes) -> None:
    """Rows that only move keep their number, so that their history stays theirs."""
    pk = {b.indikator: b.pk for b in BarisPK.objects.filter(perjanjian__tahun=2023)}

    def insert(buku: Workbook) -> None:
        lembar = buku["PK"]
        lembar.insert_rows(baris)
        for judul, nilai in (("Sasaran", "Tata kelola"), ("Indikator", "Nilai baru"), ("Target", 5)):
            write("PK", baris, judul, nilai)(buku)

    isi = buku_mini
    baris = baris_dengan(isi, "PK", Tahun=2023, Indikator="SKM")
    tinjauan = import_book(diubah(isi, insert))
    assert (tinjauan.hitungan.baru, tinjauan.hitungan.dihapus) == (1, 0)
    assert all(u.move for u in tinjauan.ubahan if u.jenis == "berubah")
    sekarang = {b.indikator: b.pk for b in BarisPK.objects.filter(perjanjian__tahun=2023)}
    assert {k: v for k, v in sekarang.items() if k in pk} == pk


# -- all or nothing --------------------------------------------------------------------------------


def test_applying_what_is_not_what_was_shown_is_refused(mini: Kecamatan, buku_mini: bytes) -> None:
    isi = buku_mini
    baris = baris_dengan(isi, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    isi = diubah(isi, write("Realisasi", baris, "Realisasi", 80))
    pratinjau = import_book(isi, apply_changes=False)
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(angka=60)
    with pytest.raises(WorkbookChanged) as galat:
        import_book(isi, sidik=pratinjau.sidik)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == 60
    assert "berbeda dengan keadaan saat buku kerja ini diunduh" in " ".join(galat.value.tinjauan.catatan)
    assert import_book(isi, sidik=galat.value.tinjauan.sidik).hitungan.berubah == 1


def test_an_error_on_one_sheet_keeps_the_others_out_too(mini: Kecamatan, buku_mini: bytes) -> None:
    isi = diubah(
        buku_mini,
        write("Desa", 3, "Tingkat kemandirian", "Mandiri"),
        write("Belanja", 3, "Pagu (Rp)", "dua juta"),
    )
    with pytest.raises(WorkbookRefused):
        import_book(isi)
    assert mini.desa.get().status == "Maju"


@pytest.mark.satu_mesin
def test_a_row_that_other_years_use_is_named_where_it_is_missing(mini: Kecamatan) -> None:
    make_realisasi(indikator=Indikator.objects.get(kunci="sakip"), tahun=2024, angka=None, huruf="B")

    def tanpa_sakip(buku: Workbook) -> None:
        for nama in (
            "Indikator",
            "TargetRenstra",
            "PK",
            "Realisasi",
            "Pembanding",
            "RKT",
            "IKU",
            "RencanaAksi",
        ):
            judul = "Kunci" if nama == "Indikator" else "Kunci indikator"
            letak = kolom(buku, nama, judul)
            for nomor in range(buku[nama].max_row, 2, -1):
                if buku[nama].cell(nomor, letak).value == "sakip":
                    buku[nama].delete_rows(nomor)

    with pytest.raises(WorkbookRefused, match='indikator "Nilai SAKIP" tidak ada lagi dalam berkas'):
        import_book(diubah(export_year(), tanpa_sakip))
    assert PerjanjianKinerja.objects.get(tahun=2023).baris.count() == 2


@pytest.mark.satu_mesin
def test_a_long_narrative_is_continued_on_the_next_row(mini: Kecamatan) -> None:
    panjang = "".join(f"<p>Paragraf {n} tentang pelayanan.</p>" for n in range(2500))
    Narasi.objects.update(isi=panjang)
    isi = export_year()
    assert load_workbook(io.BytesIO(isi))["Narasi"].max_row > 3
    assert import_book(isi).hitungan.perubahan == 0
    Narasi.objects.all().delete()
    assert import_book(isi).hitungan.baru == 1
    assert satu(Narasi).isi == panjang
