"""Documents: every constraint from both sides."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from kecamatan.models import Pengguna
from reports.models import (
    Arsip,
    BerkasLaporan,
    CatatanReviu,
    Dokumentasi,
    FotoMasuk,
    ImporBuku,
    Laporan,
    Narasi,
    PengaturanDokumen,
    TandaTangan,
    TemuanDiakui,
)
from reports.publish.naskah import BAGIAN_NARASI
from sakip.models import Kegiatan, Program, SubKegiatan
from tests.constraints import (
    Kasus,
    check_all_have_cases,
    check_database,
    check_full_clean,
    check_name_and_message,
    check_valid,
    ganda,
    kosong,
    sidik,
    tahun,
)
from tests.factory import SAAT_DIAJUKAN, SIDIK, bangun, make, make_laporan

pytestmark = pytest.mark.django_db

PENGGANTI = {"versi": 2, "menggantikan": Laporan, "alasan_dibuka": "Realisasi keliru."}
DIAJUKAN = {"diajukan_oleh": Pengguna, "diajukan_pada": SAAT_DIAJUKAN}
SELESAI = {"status": "selesai", "berkas": "berkas/lkip.pdf", "halaman": 40, "ukuran": 300_000}

KASUS = [
    *tahun("tahun", Narasi, Dokumentasi, FotoMasuk, ImporBuku, Laporan, BerkasLaporan),
    *sidik(ImporBuku, "sha256"),
    *kosong("nama_berkas", ImporBuku),
    Kasus(aturan="kemajuan_wajar", model=ImporBuku, langgar={"kemajuan": 101}),
    *(
        Kasus(aturan="hasil_sesuai_status", model=ImporBuku, langgar={"status": status})
        for status in ("pratinjau", "ditolak", "antre_terap", "diterapkan", "selesai")
    ),
    ganda(Narasi, "bagian"),
    *kosong("bagian", Narasi),
    ganda(Dokumentasi, "foto"),
    *sidik(Dokumentasi, "sha256"),
    *(Kasus(aturan="berukuran", model=Dokumentasi, langgar={sisi: 0}) for sisi in ("lebar", "tinggi")),
    *kosong("keterangan", Dokumentasi, FotoMasuk),
    *(
        Kasus(
            aturan="sub_kegiatan_berkegiatan",
            model=model,
            langgar={"program": Program, "sub_kegiatan": SubKegiatan},
        )
        for model in (Dokumentasi, FotoMasuk)
    ),
    *(
        Kasus(aturan="kegiatan_berprogram", model=model, langgar={"kegiatan": Kegiatan})
        for model in (Dokumentasi, FotoMasuk)
    ),
    *(
        Kasus(aturan="hasil_sesuai_status", model=FotoMasuk, langgar=langgar)
        for langgar in (
            {"berkas": ""},
            {"pesan": "Sudah gagal."},
            {"status": "gagal", "berkas": ""},
            {"status": "gagal", "pesan": "Rusak."},
        )
    ),
    Kasus(
        aturan="satu_tanggal",
        model=Laporan,
        langgar={"tanggal": "2022-02-21", "tanggal_cetak": "Februari 2022"},
    ),
    ganda(Laporan, "versi"),
    *(
        Kasus(aturan="versi_pengganti", model=Laporan, ada={}, langgar=langgar)
        for langgar in (
            PENGGANTI | {"versi": 0, "menggantikan": None, "alasan_dibuka": ""},
            PENGGANTI | {"menggantikan": None},
            PENGGANTI | {"alasan_dibuka": ""},
        )
    ),
    Kasus(aturan="versi_pengganti", model=Laporan, langgar={"alasan_dibuka": "Realisasi keliru."}),
    *(
        Kasus(aturan="berpengaju", model=Laporan, langgar=langgar)
        for langgar in (
            {"status": "diajukan"},
            {"status": "ditandatangani", "diajukan_oleh": Pengguna},
            {"status": "diterima", "diajukan_pada": SAAT_DIAJUKAN},
        )
    ),
    *kosong("isi", CatatanReviu),
    ganda(TemuanDiakui, "temuan"),
    *kosong("aturan", TemuanDiakui),
    *kosong("alasan", TemuanDiakui),
    *(k for kolom in ("snapshot", "naskah", "versi_mesin", "html", "pdf") for k in kosong(kolom, Arsip)),
    *sidik(Arsip, "snapshot_sha256", "naskah_sha256", "html_sha256", "pdf_sha256"),
    *(Kasus(aturan="berhalaman", model=Arsip, langgar={kolom: 0}) for kolom in ("halaman", "ukuran")),
    ganda(TandaTangan, "satu_per_laporan"),
    *sidik(TandaTangan, "sidik"),
    ganda(PengaturanDokumen, "kabupaten"),
    *(
        Kasus(aturan=f"margin_{sisi}_wajar", model=PengaturanDokumen, langgar={f"margin_{sisi}": Decimal(mm)})
        for sisi in ("atas", "kanan", "bawah", "kiri")
        for mm in ("9.9", "60.1")
    ),
    *(
        Kasus(aturan="ukuran_wajar", model=PengaturanDokumen, langgar={"ukuran": Decimal(pt)})
        for pt in ("8.9", "14.1")
    ),
    *(
        Kasus(aturan="spasi_wajar", model=PengaturanDokumen, langgar={"spasi": Decimal(spasi)})
        for spasi in ("0.99", "2.01")
    ),
    ganda(BerkasLaporan, "isi"),
    *sidik(BerkasLaporan, "kunci_isi"),
    *(
        Kasus(aturan="hasil_sesuai_status", model=BerkasLaporan, langgar=langgar)
        for langgar in (
            {"berkas": "berkas/lkip.pdf"},
            {"status": "diproses", "pesan": "Kehabisan memori."},
            SELESAI | {"berkas": ""},
            SELESAI | {"halaman": None},
            SELESAI | {"ukuran": 0},
            SELESAI | {"pesan": "Kehabisan memori."},
            {"status": "gagal"},
            SELESAI | {"status": "gagal", "pesan": "Kehabisan memori."},
        )
    ),
]

SAH: list[tuple[type[Model], dict[str, Any]]] = [
    (Narasi, {"bagian": "pendorong", "kunci": "skm", "isi": ""}),
    (ImporBuku, {"status": "pratinjau", "hasil": {"galat": []}}),
    (ImporBuku, {"status": "gagal", "pesan": "Bukan buku kerja."}),
    (FotoMasuk, {"status": "gagal", "pesan": "bukan gambar.", "berkas": ""}),
    (FotoMasuk, {"program": Program, "kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan}),
    (Dokumentasi, {"program": Program, "kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan}),
    (Laporan, PENGGANTI),
    *((Laporan, {"status": status} | DIAJUKAN) for status in ("diajukan", "ditandatangani", "diterima")),
    (Laporan, {"status": "dikembalikan"}),
    (PengaturanDokumen, {"margin_atas": Decimal(10), "margin_bawah": Decimal(60), "spasi": Decimal(1)}),
    (BerkasLaporan, SELESAI),
    (BerkasLaporan, {"status": "gagal", "pesan": "Kehabisan memori."}),
    *((m, {}) for m in (CatatanReviu, TemuanDiakui, Arsip, TandaTangan)),
]


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.nama)
def test_full_clean_says_what_to_do(kasus: Kasus) -> None:
    check_full_clean(kasus)


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.nama)
def test_the_database_refuses(kasus: Kasus) -> None:
    check_database(kasus)


@pytest.mark.parametrize(("model", "change"), SAH)
def test_a_valid_row_passes_both(model: type[Model], change: dict[str, Any]) -> None:
    check_valid(model, change)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("reports", KASUS)


def test_names_and_messages() -> None:
    check_name_and_message("reports")


@pytest.mark.parametrize(
    ("model", "change", "pesan"),
    [
        (Arsip, {}, "Laporan ini sudah diarsipkan. Perbaiki melalui versi berikutnya."),
        (Laporan, PENGGANTI | {"versi": 3}, "Laporan itu sudah digantikan. Buka versi penggantinya."),
    ],
)
def test_a_report_has_one_archive_and_one_successor(
    model: type[Model], change: dict[str, Any], pesan: str
) -> None:
    make(model, **(PENGGANTI if model is Laporan else {}))
    kedua = bangun(model, **change)
    with pytest.raises(ValidationError) as galat:
        kedua.full_clean()
    assert galat.value.messages == [pesan]
    with pytest.raises(IntegrityError), transaction.atomic():
        type(kedua)._default_manager.bulk_create([kedua])


def test_narrative_goes_only_where_the_document_has_a_place() -> None:
    for bagian in BAGIAN_NARASI:
        bangun(Narasi, bagian=bagian).full_clean()
    with pytest.raises(ValidationError, match="bab-9"):
        bangun(Narasi, bagian="bab-9").full_clean()


def test_files_are_stored_by_their_content() -> None:
    foto = bangun(Dokumentasi)
    nama = Dokumentasi._meta.get_field("foto").generate_filename(foto, "Rapat Desa (1).JPG")
    assert nama == f"dokumentasi/ab/{SIDIK}.jpg"


def test_page_setting_starts_as_jember_prints() -> None:
    pengaturan = make(PengaturanDokumen)
    pengaturan.refresh_from_db()
    assert (pengaturan.kertas, pengaturan.huruf, pengaturan.ukuran, pengaturan.spasi) == (
        "F4",
        "Arial",
        Decimal("12.0"),
        Decimal("1.50"),
    )
    assert str(make_laporan()) == "LKIP Kecamatan Balung Tahun 2021 versi 1"
