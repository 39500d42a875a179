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
    IkhtisarKabupaten,
    ImporBuku,
    IsiPaket,
    KunciTandaTangan,
    Laporan,
    LastLook,
    Narasi,
    OtoritasSertifikat,
    PaketLaporan,
    Pantauan,
    Penandatanganan,
    PengaturanDokumen,
    Pengingat,
    PeriksaBerkas,
    Permintaan,
    SalinanPublik,
    Singkatan,
    SusunanLaporan,
    TandaTangan,
    TeksBaku,
    TemuanDiakui,
)
from reports.publish.naskah import BAGIAN_NARASI
from sakip.models import Kegiatan, Penetapan, Program, SubKegiatan
from tests.constraints import (
    Case,
    check_all_have_cases,
    check_database,
    check_full_clean,
    check_name_and_message,
    check_valid,
    double,
    empty,
    fingerprint,
    tahun,
)
from tests.factory import FINGERPRINT, WHEN_SUBMITTED, build, make, make_laporan

pytestmark = pytest.mark.django_db

SUBSTITUTE = {"versi": 2, "menggantikan": Laporan, "alasan_dibuka": "Realisasi keliru."}
DIAJUKAN = {"diajukan_oleh": Pengguna, "diajukan_pada": WHEN_SUBMITTED}
SELESAI = {"status": "selesai", "berkas": "berkas/lkip.pdf", "halaman": 40, "ukuran": 300_000}

AGREED = {"jenis": "pk-murni", "laporan": None, "penetapan": Penetapan}

CASE = [
    *tahun(
        "tahun",
        Narasi,
        Dokumentasi,
        FotoMasuk,
        ImporBuku,
        Permintaan,
        Laporan,
        LastLook,
        BerkasLaporan,
        IkhtisarKabupaten,
        PaketLaporan,
        Pantauan,
        PeriksaBerkas,
        SalinanPublik,
    ),
    *fingerprint(ImporBuku, "sha256"),
    *fingerprint(PeriksaBerkas, "sha256"),
    *empty("nama_berkas", ImporBuku, PeriksaBerkas),
    *(
        Case(rules="kemajuan_wajar", model=model, violate={"kemajuan": 101})
        for model in (ImporBuku, PeriksaBerkas)
    ),
    *(
        Case(rules="hasil_sesuai_status", model=PeriksaBerkas, violate=violate)
        for violate in (
            {"pesan": "Rusak."},
            {"status": "gagal"},
            {"status": "selesai"},
            {"status": "selesai", "hasil": {}, "berkas": "periksa/1.bin"},
        )
    ),
    *(
        Case(rules="hasil_sesuai_status", model=ImporBuku, violate={"status": status})
        for status in ("pratinjau", "ditolak", "antre_terap", "diterapkan", "selesai")
    ),
    double(Narasi, "bagian"),
    *empty("bagian", Narasi, TeksBaku),
    *empty("isi", TeksBaku),
    double(TeksBaku, "bagian"),
    *empty("bagian", SusunanLaporan),
    double(SusunanLaporan, "kabupaten"),
    *empty("singkatan", Singkatan),
    *empty("kepanjangan", Singkatan),
    double(Singkatan, "singkatan"),
    *tahun("tahun_awal", TeksBaku, SusunanLaporan),
    *(
        Case(rules="tahun_akhir_wajar", model=model, violate={"tahun_akhir": 2101})
        for model in (TeksBaku, SusunanLaporan)
    ),
    *(
        Case(rules="tahun_urut", model=model, violate={"tahun_awal": 2021, "tahun_akhir": 2020})
        for model in (TeksBaku, SusunanLaporan)
    ),
    double(Dokumentasi, "foto"),
    *fingerprint(Dokumentasi, "sha256"),
    *(Case(rules="berukuran", model=Dokumentasi, violate={side: 0}) for side in ("lebar", "tinggi")),
    *empty("keterangan", Dokumentasi, FotoMasuk),
    *(
        Case(
            rules="sub_kegiatan_berkegiatan",
            model=model,
            violate={"program": Program, "sub_kegiatan": SubKegiatan},
        )
        for model in (Dokumentasi, FotoMasuk)
    ),
    *(
        Case(rules="kegiatan_berprogram", model=model, violate={"kegiatan": Kegiatan})
        for model in (Dokumentasi, FotoMasuk)
    ),
    *(
        Case(rules="hasil_sesuai_status", model=FotoMasuk, violate=violate)
        for violate in (
            {"berkas": ""},
            {"pesan": "Sudah gagal."},
            {"status": "gagal", "berkas": ""},
            {"status": "gagal", "pesan": "Rusak."},
        )
    ),
    Case(
        rules="satu_tanggal",
        model=Laporan,
        violate={"tanggal": "2022-02-21", "tanggal_cetak": "Februari 2022"},
    ),
    double(Laporan, "versi"),
    *(
        Case(rules="versi_pengganti", model=Laporan, present={}, violate=violate)
        for violate in (
            SUBSTITUTE | {"versi": 0, "menggantikan": None, "alasan_dibuka": ""},
            SUBSTITUTE | {"menggantikan": None},
            SUBSTITUTE | {"alasan_dibuka": ""},
        )
    ),
    Case(rules="versi_pengganti", model=Laporan, violate={"alasan_dibuka": "Realisasi keliru."}),
    *(
        Case(rules="berpengaju", model=Laporan, violate=violate)
        for violate in (
            {"status": "diajukan"},
            {"status": "ditandatangani", "diajukan_oleh": Pengguna},
            {"status": "diterima", "diajukan_pada": WHEN_SUBMITTED},
        )
    ),
    double(LastLook, "sekali"),
    double(Pantauan, "sekali"),
    Case(rules="kelengkapan_wajar", model=Pantauan, violate={"kelengkapan": 101}),
    double(Pengingat, "sekali"),
    double(IsiPaket, "sekali"),
    double(IkhtisarKabupaten, "sekali"),
    *fingerprint(IkhtisarKabupaten, "kunci_isi"),
    *(
        Case(rules="hasil_sesuai_status", model=SalinanPublik, violate=violate)
        for violate in (
            {"pesan": "Rusak."},
            {"status": "gagal"},
            {"status": "selesai", "html": "publik/html/1.html"},
            {"status": "selesai", "pdf": "publik/pdf/1.pdf"},
        )
    ),
    *(
        Case(rules="hasil_sesuai_status", model=IsiPaket, violate=violate)
        for violate in ({"pesan": "Rusak."}, {"status": "ada"}, {"status": "gagal"}, {"status": "tidak_ada"})
    ),
    *(
        Case(rules="hasil_sesuai_status", model=PaketLaporan, violate=violate)
        for violate in (
            {"pesan": "Rusak."},
            {"berkas": "paket/1.zip"},
            {"status": "gagal"},
            {"status": "selesai", "berkas": "paket/1.zip"},
            {"status": "selesai", "berkas": "paket/1.zip", "ukuran": 0},
            {"status": "selesai", "ukuran": 1},
            {"status": "selesai", "jenis": "ikhtisar"},
        )
    ),
    *empty("isi", CatatanReviu),
    *(
        Case(rules="jawaban_polos", model=CatatanReviu, violate={"menjawab": CatatanReviu} | violate)
        for violate in (
            {"bagian": "kendala"},
            {"letak": "B. Kendala"},
            {"kutipan": "Jaringan"},
            {"selesai": True},
        )
    ),
    *empty("dokumen", Permintaan),
    *empty("isi", Permintaan),
    Case(rules="penjawab", model=Permintaan, violate={"jawaban": "Sudah."}),
    Case(rules="dijawab", model=Permintaan, violate={"keadaan": "dijawab"}),
    double(TemuanDiakui, "temuan"),
    *empty("aturan", TemuanDiakui),
    *empty("alasan", TemuanDiakui),
    *(
        k
        for column in ("snapshot", "naskah", "versi_mesin", "html", "pdf", "docx")
        for k in empty(column, Arsip)
    ),
    *fingerprint(
        Arsip, "snapshot_sha256", "naskah_sha256", "html_sha256", "pdf_sha256", "docx_sha256", "sidik"
    ),
    *(
        Case(rules="sambung", model=Arsip, violate=violate)
        for violate in ({"urut": 2}, {"sidik_sebelum": FINGERPRINT}, {"urut": 0})
    ),
    Case(rules="berberkas", model=Penandatanganan, violate={"status": "siap"}),
    *(Case(rules="berhalaman", model=Arsip, violate={column: 0}) for column in ("halaman", "ukuran")),
    *(
        Case(rules="satu_dokumen", model=model, violate=violate)
        for model in (Arsip, Penandatanganan)
        for violate in (
            {"laporan": None},
            {"perubahan": 1},
            {"penetapan": Penetapan},
            {"jenis": "pk-murni"},
            {"jenis": "rkt", "laporan": None, "penetapan": Penetapan},
        )
    ),
    *(
        Case(rules="pihak_dikenal", model=model, violate=violate)
        for model in (Arsip, Penandatanganan)
        for violate in ({"pihak": 2}, {"pihak": 3})
    ),
    Case(rules="pihak", model=Arsip, present=AGREED, violate=AGREED),
    *fingerprint(TandaTangan, "sidik", "sertifikat"),
    double(KunciTandaTangan, "satu_berlaku"),
    *(
        Case(rules="bersertifikat", model=KunciTandaTangan, violate=violate)
        for violate in ({"nomor_seri": "1f"}, {"otoritas": OtoritasSertifikat, "nomor_seri": "1f"})
    ),
    double(PengaturanDokumen, "kabupaten"),
    *(
        Case(rules=f"margin_{side}_wajar", model=PengaturanDokumen, violate={f"margin_{side}": Decimal(mm)})
        for side in ("atas", "kanan", "bawah", "kiri")
        for mm in ("9.9", "60.1")
    ),
    *(
        Case(rules="ukuran_wajar", model=PengaturanDokumen, violate={"ukuran": Decimal(pt)})
        for pt in ("8.9", "14.1")
    ),
    *(
        Case(rules="spasi_wajar", model=PengaturanDokumen, violate={"spasi": Decimal(spacing)})
        for spacing in ("0.99", "2.01")
    ),
    double(BerkasLaporan, "isi"),
    *fingerprint(BerkasLaporan, "kunci_isi"),
    *(
        Case(rules="hasil_sesuai_status", model=BerkasLaporan, violate=violate)
        for violate in (
            {"berkas": "berkas/lkip.pdf"},
            {"status": "diproses", "pesan": "Kehabisan memori."},
            SELESAI | {"berkas": ""},
            SELESAI | {"halaman": None},
            SELESAI | {"bentuk": "docx"},
            SELESAI | {"ukuran": 0},
            SELESAI | {"pesan": "Kehabisan memori."},
            {"status": "gagal"},
            SELESAI | {"status": "gagal", "pesan": "Kehabisan memori."},
        )
    ),
]

VALID: list[tuple[type[Model], dict[str, Any]]] = [
    (Narasi, {"bagian": "pendorong", "kunci": "skm", "isi": ""}),
    (ImporBuku, {"status": "pratinjau", "hasil": {"galat": []}}),
    (ImporBuku, {"status": "gagal", "pesan": "Bukan buku kerja."}),
    (FotoMasuk, {"status": "gagal", "pesan": "bukan gambar.", "berkas": ""}),
    (FotoMasuk, {"program": Program, "kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan}),
    (Dokumentasi, {"program": Program, "kegiatan": Kegiatan, "sub_kegiatan": SubKegiatan}),
    (Laporan, SUBSTITUTE),
    *((Laporan, {"status": status} | DIAJUKAN) for status in ("diajukan", "ditandatangani", "diterima")),
    (Laporan, {"status": "dikembalikan"}),
    (PengaturanDokumen, {"margin_atas": Decimal(10), "margin_bawah": Decimal(60), "spasi": Decimal(1)}),
    (BerkasLaporan, SELESAI),
    *((BerkasLaporan, SELESAI | {"bentuk": shape, "halaman": None}) for shape in ("docx", "html")),
    (BerkasLaporan, {"status": "gagal", "pesan": "Kehabisan memori."}),
    (IsiPaket, {"status": "ada", "hasil": {"files": []}}),
    (IsiPaket, {"status": "tidak_ada", "pesan": "Belum ada catatan tahun 2021."}),
    (PaketLaporan, {"status": "selesai", "berkas": "paket/1.zip", "ukuran": 1}),
    (PaketLaporan, {"status": "selesai", "jenis": "ikhtisar", "ikhtisar": IkhtisarKabupaten}),
    (PaketLaporan, {"status": "gagal", "pesan": "Penyimpanan penuh."}),
    (PeriksaBerkas, {"status": "selesai", "hasil": {"temuan": []}}),
    (PeriksaBerkas, {"status": "gagal", "pesan": "Hasil pindaian."}),
    (CatatanReviu, {"menjawab": CatatanReviu, "isi": "Sudah."}),
    (
        Permintaan,
        {"keadaan": "dijawab", "jawaban": "Sudah.", "dijawab_oleh": Pengguna, "dijawab_pada": WHEN_SUBMITTED},
    ),
    *((m, {}) for m in (Permintaan, CatatanReviu, TemuanDiakui, Arsip, TandaTangan)),
]


@pytest.mark.one_engine
def test_full_clean_says_what_to_do() -> None:
    check_full_clean(CASE)


def test_the_database_refuses() -> None:
    check_database(CASE)


def test_a_valid_row_passes_both() -> None:
    check_valid(VALID)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("reports", CASE)


def test_names_and_messages() -> None:
    check_name_and_message("reports")


@pytest.mark.parametrize(
    ("model", "change", "message"),
    [
        (Arsip, {}, "Laporan ini sudah diarsipkan. Perbaiki melalui versi berikutnya."),
        (Laporan, SUBSTITUTE | {"versi": 3}, "Laporan itu sudah digantikan. Buka versi penggantinya."),
    ],
)
def test_a_report_has_one_archive_and_one_successor(
    model: type[Model], change: dict[str, Any], message: str
) -> None:
    make(model, **(SUBSTITUTE if model is Laporan else {}))
    second = build(model, **change)
    with pytest.raises(ValidationError) as error:
        second.full_clean()
    assert error.value.messages == [message]
    with pytest.raises(IntegrityError), transaction.atomic():
        type(second)._default_manager.bulk_create([second])


def test_narrative_goes_only_where_the_document_has_a_place() -> None:
    for bagian in BAGIAN_NARASI:
        build(Narasi, bagian=bagian).full_clean()
    with pytest.raises(ValidationError, match="bab-9"):
        build(Narasi, bagian="bab-9").full_clean()


def test_files_are_stored_by_their_content() -> None:
    foto = build(Dokumentasi)
    nama = Dokumentasi._meta.get_field("foto").generate_filename(foto, "Rapat Desa (1).JPG")
    assert nama == f"dokumentasi/ab/{FINGERPRINT}.jpg"


def test_page_setting_starts_as_jember_prints() -> None:
    settings = make(PengaturanDokumen)
    settings.refresh_from_db()
    assert (settings.kertas, settings.huruf, settings.ukuran, settings.spasi) == (
        "F4",
        "Arial",
        Decimal("12.0"),
        Decimal("1.50"),
    )
    assert str(make_laporan()) == "LKIP Kecamatan Balung Tahun 2021 versi 1"
