"""The workbook there and back: nothing changes on its own, an empty installation becomes the same, all or nothing."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kecamatan.ground.trail import record_history
from kecamatan.models import Jejak, Kecamatan
from reports.models import Narasi
from reports.workbook.exchange import WorkbookChanged, WorkbookRefused, workbook_export
from sakip.models import (
    BarisPK,
    Belanja,
    Indikator,
    PerjanjianKinerja,
    Realisasi,
)
from tests.factory import make_pengguna, make_realisasi, one
from tests.workbook_edits import (
    column_number,
    delete_row,
    edited,
    export_year,
    import_book,
    row_with,
    state,
    without_base,
    write,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


# -- there and back --------------------------------------------------------------------------------


def test_an_empty_year_can_be_exported_and_filled(mini: Kecamatan) -> None:
    wuluhan = Kecamatan.objects.get(kode="35.09.11")
    content = workbook_export(kecamatan=wuluhan, tahun=2026)
    assert import_book(content).tally.perubahan == 0

    def entry(workbook: Workbook) -> None:
        everything: dict[str, dict[str, Any]] = {
            "Desa": {"Jenis": "Desa", "Nama": "Balung Kidul"},
            "Renstra": {"Tahun awal": 2025, "Tahun akhir": 2029},
            "Tujuan": {"Kunci": "t1", "Uraian": "Meningkatkan layanan"},
            "Sasaran": {"Kunci tujuan": "t1", "Kunci": "s1", "Uraian": "Warga puas"},
            "Indikator": {"Kunci sasaran": "s1", "Kunci": "skm", "Nama indikator": "SKM"},
            "Realisasi": {"Kunci indikator": "skm", "Triwulan": "Triwulan I", "Realisasi": "80,5"},
        }
        for sheet, nilai in everything.items():
            for title, one_nilai in nilai.items():
                write(sheet, 3, title, one_nilai)(workbook)

    assert import_book(edited(content, entry)).tally.baru == 6
    realisasi = Realisasi.objects.for_kecamatan(wuluhan).get()
    assert (str(realisasi.angka), realisasi.triwulan, realisasi.tahun) == ("80.5000", 1, 2026)
    assert Indikator.objects.for_kecamatan(wuluhan).get().rumus == "positif"


# -- what changes ----------------------------------------------------------------------------------


def test_the_preview_names_every_change_and_writes_nothing(mini: Kecamatan, lean: bytes) -> None:
    content = lean
    row = row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    content = edited(
        content,
        write("Realisasi", row, "Realisasi", 77.25),
        write("Desa", 3, "Tingkat kemandirian", "Mandiri"),
        delete_row("Pembanding", 3),
    )
    preview = import_book(content, apply_changes=False)
    assert [
        (u.lembar, u.baris, u.jenis, [(b.judul, b.lama, b.baru) for b in u.kolom]) for u in preview.changes
    ][:2] == [
        ("Desa", 3, "berubah", [("tingkat kemandirian", "Maju", "Mandiri")]),
        ("Realisasi", row, "berubah", [("nilai (angka)", "76,5", "77,25")]),
    ]
    remove = preview.changes[2]
    assert (remove.lembar, remove.baris, remove.jenis) == ("Pembanding", None, "dihapus")
    assert ("nilai (angka)", "86,34", "") in [(b.judul, b.lama, b.baru) for b in remove.kolom]
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == 76.5
    assert mini.desa.get().status == "Maju"
    assert not Jejak.objects.filter(tindakan__startswith="impor.").exists()


def test_every_changed_row_gets_its_line_in_the_trail(mini: Kecamatan, lean: bytes) -> None:
    operator = make_pengguna("operator", kecamatan=mini)
    content = lean
    row = row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    content = edited(
        content,
        write("Realisasi", row, "Realisasi", "77"),
        delete_row("Pembanding", 3),
        write("Desa", 4, "Jenis", "Kelurahan"),
        write("Desa", 4, "Nama", "Balung Kulon"),
    )
    preview = import_book(content, by=operator, kabupaten=False)
    jejak = {j.tindakan: j for j in Jejak.objects.filter(tindakan__startswith="impor.")}
    assert len(jejak) == preview.tally.perubahan == 3
    realisasi = Realisasi.objects.get(indikator__kunci="skm", tahun=2023)
    changed_ = jejak["impor.diubah"]
    assert (changed_.objek_jenis, changed_.objek_pk) == ("sakip.realisasi", realisasi.pk)
    assert (changed_.sebelum, changed_.sesudah) == ({"nilai (angka)": "76,5"}, {"nilai (angka)": "77"})
    assert record_history(realisasi).first() == changed_
    assert {j.alasan for j in jejak.values()} == {"Impor buku kerja uji.xlsx"}
    assert {(j.pengguna, j.kecamatan, j.tahun) for j in jejak.values()} == {(operator, mini, 2023)}
    remove, new = jejak["impor.dihapus"], jejak["impor.dibuat"]
    assert remove.sebelum
    assert (remove.sebelum["lingkup"], remove.sesudah) == ("Kabupaten", None)
    assert new.sesudah
    assert (new.sesudah["nama"], new.sebelum) == ("Balung Kulon", None)


def test_what_is_deleted_with_a_row_is_named_too(mini: Kecamatan, lean: bytes) -> None:
    preview = import_book(edited(lean, delete_row("RencanaAksi", 3), delete_row("RencanaAksiKegiatan", 3)))
    assert {u.macam for u in preview.changes} == {
        "baris rencana aksi",
        "target triwulan",
        "kegiatan rencana aksi",
    }
    assert {u.jenis for u in preview.changes} == {"dihapus"}
    # One line in the file, and what the preview says of it counts all that it lists.
    assert preview.tally.dihapus == len(preview.changes)


@pytest.mark.both_engines
def test_rows_deleted_together_with_the_row_above_them_are_told_once(mini: Kecamatan, lean: bytes) -> None:
    """Belanja has two levels, and whoever empties the sheet deletes both."""
    preview = import_book(edited(lean, lambda workbook: workbook["Belanja"].delete_rows(3, 2)))
    assert preview.tally.dihapus == 2
    assert sorted(u.sebutan for u in preview.changes) == [
        "Belanja Barang dan Jasa (2023)",
        "Belanja Operasi (2023)",
    ]
    assert not Belanja.objects.exists()


@pytest.mark.one_engine
def test_a_missing_sheet_leaves_its_records_alone(mini: Kecamatan, lean: bytes) -> None:
    def without(workbook: Workbook) -> None:
        del workbook["Realisasi"], workbook["Indikator"], workbook["Renstra"]

    before = state("35.09.10", 2023)
    preview = import_book(edited(lean, without))
    assert preview.tally.perubahan == 0
    assert preview.notes == [
        "Lembar yang tidak ada dalam berkas dibiarkan seperti adanya di situs: Renstra, Indikator, Realisasi."
    ]
    assert state("35.09.10", 2023) == before


@pytest.mark.one_engine
def test_a_recorded_value_that_is_refused_today_stops_no_workbook_without_its_sheet(
    mini: Kecamatan, lean: bytes
) -> None:
    def without(workbook: Workbook) -> None:
        del workbook["Profil"]

    Kecamatan.objects.filter(kode="35.09.10").update(surel="kantor camat")
    assert import_book(edited(lean, without)).tally.perubahan == 0
    assert Kecamatan.objects.get(kode="35.09.10").surel == "kantor camat"


@pytest.mark.one_engine
def test_an_extra_sheet_is_ignored_and_said(mini: Kecamatan, lean: bytes) -> None:
    preview = import_book(edited(lean, lambda workbook: workbook.create_sheet("Coretan")))
    assert preview.notes == ["Lembar tambahan tidak dibaca: Coretan."]


@pytest.mark.one_engine
def test_blank_rows_and_moved_columns_change_nothing(mini: Kecamatan, lean: bytes) -> None:
    def shift(workbook: Workbook) -> None:
        workbook["Belanja"].insert_rows(4, 3)
        workbook["Desa"].move_range("C1:C3", cols=4)
        workbook["Desa"].move_range("A1:B3", cols=1)

    assert import_book(edited(lean, shift)).tally.perubahan == 0


def test_inserting_a_row_does_not_rewrite_the_others(mini: Kecamatan, lean: bytes) -> None:
    """Rows that only move keep their number, so that their history stays theirs."""
    pk = {b.indikator: b.pk for b in BarisPK.objects.filter(perjanjian__tahun=2023)}

    def insert(workbook: Workbook) -> None:
        sheet = workbook["PK"]
        sheet.insert_rows(row)
        for title, nilai in (("Sasaran", "Tata kelola"), ("Indikator", "Nilai baru"), ("Target", 5)):
            write("PK", row, title, nilai)(workbook)

    content = lean
    row = row_with(content, "PK", Tahun=2023, Indikator="SKM")
    preview = import_book(edited(content, insert))
    assert (preview.tally.baru, preview.tally.dihapus) == (1, 0)
    assert all(u.move for u in preview.changes if u.jenis == "berubah")
    now = {b.indikator: b.pk for b in BarisPK.objects.filter(perjanjian__tahun=2023)}
    assert {k: v for k, v in now.items() if k in pk} == pk


# -- all or nothing --------------------------------------------------------------------------------


def test_applying_what_is_not_what_was_shown_is_refused(mini: Kecamatan, lean: bytes) -> None:
    content = without_base(lean)
    row = row_with(content, "Realisasi", Kunci_indikator="skm", Tahun=2023, Triwulan="Setahun")
    content = edited(content, write("Realisasi", row, "Realisasi", 80))
    preview = import_book(content, apply_changes=False)
    Realisasi.objects.filter(indikator__kunci="skm", tahun=2023).update(angka=60)
    with pytest.raises(WorkbookChanged) as error:
        import_book(content, fingerprint=preview.fingerprint)
    assert Realisasi.objects.get(indikator__kunci="skm", tahun=2023).angka == 60
    assert "berbeda dengan keadaan saat buku kerja ini diunduh" in " ".join(error.value.preview.notes)
    assert import_book(content, fingerprint=error.value.preview.fingerprint).tally.berubah == 1


@pytest.mark.both_engines
def test_an_error_on_one_sheet_keeps_the_others_out_too(mini: Kecamatan, lean: bytes) -> None:
    content = edited(
        lean,
        write("Desa", 3, "Tingkat kemandirian", "Mandiri"),
        write("Belanja", 3, "Pagu (Rp)", "dua juta"),
    )
    with pytest.raises(WorkbookRefused):
        import_book(content)
    assert mini.desa.get().status == "Maju"


def test_a_row_that_other_years_use_is_named_where_it_is_missing(mini: Kecamatan, lean: bytes) -> None:
    make_realisasi(indikator=Indikator.objects.get(kunci="sakip"), tahun=2024, angka=None, huruf="B")

    def without_sakip(workbook: Workbook) -> None:
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
            title = "Kunci" if nama == "Indikator" else "Kunci indikator"
            location = column_number(workbook, nama, title)
            for nomor in range(workbook[nama].max_row, 2, -1):
                if workbook[nama].cell(nomor, location).value == "sakip":
                    workbook[nama].delete_rows(nomor)

    with pytest.raises(WorkbookRefused, match='indikator "Nilai SAKIP" tidak ada lagi dalam berkas'):
        import_book(edited(lean, without_sakip))
    assert PerjanjianKinerja.objects.get(tahun=2023).baris.count() == 2


@pytest.mark.one_engine
def test_a_long_narrative_is_continued_on_the_next_row(mini: Kecamatan) -> None:
    length = "".join(f"<p>Paragraf {n} tentang pelayanan.</p>" for n in range(1100))
    Narasi.objects.update(isi=length)
    content = export_year()
    assert load_workbook(io.BytesIO(content), read_only=True)["Narasi"].max_row > 3
    assert import_book(content).tally.perubahan == 0
    Narasi.objects.all().delete()
    assert import_book(content).tally.baru == 0  # what went since the download stays away
    assert import_book(without_base(content)).tally.baru == 1
    assert one(Narasi).isi == length
