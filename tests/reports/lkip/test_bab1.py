"""BAB I: the organisation, its people and its area, in sentences that say exactly what is recorded."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.document.tree import Bagian, Daftar, Gambar
from reports.lkip.bab1 import bab1
from reports.publish.naskah import Narasi
from sakip.snapshot.types import Desa, UnitKerja
from tests.reports.lkip.example_kecamatan import KECAMATAN, PROFIL, sdm
from tests.reports.lkip.example_naskah import naskah_kosong
from tests.reports.lkip.example_plan import naskah_rencana, snapshot_rencana
from tests.reports.lkip.naskah_material import naskah
from tests.reports.lkip.read_part import (
    bagian_dari,
    baris_tabel,
    blok_dari,
    kepala_tabel,
    narasi,
    prosa,
    semua_kalimat,
    semua_tabel,
)
from tests.reports.official.read_forms import isi_daftar


def bagian(kunci: str, **isi: object) -> Bagian:
    return bagian_dari(bab1(naskah_rencana(**isi)), kunci)


def test_parts_stand_in_the_order_of_jember() -> None:
    bab = bab1(naskah_rencana())
    assert (bab.nomor, bab.judul) == ("BAB I", "Pendahuluan")
    assert [(b.nomor, b.judul) for b in bab.anak] == [
        ("A.", "Latar Belakang"),
        ("B.", "Maksud dan Tujuan"),
        ("C.", "Kedudukan, Tugas, Fungsi, dan Susunan Organisasi"),
        ("D.", "Sumber Daya Manusia"),
        ("E.", "Profil Kecamatan"),
        ("F.", "Isu Strategis"),
    ]


def test_what_people_add_to_the_background_follows_the_duty() -> None:
    tambahan = (Narasi(bagian="latar-belakang", kunci="", isi="<p>Tahun peralihan.</p>"),)
    latar = bagian_dari(bab1(naskah(snapshot_rencana(), narasi=tambahan)), "latar-belakang")
    assert narasi(latar) == ["Tahun peralihan."]
    assert "Peraturan Presiden Nomor 29 Tahun 2014" in prosa(latar)
    assert "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara" in prosa(latar)


def test_purposes_are_one_sentence_over_three_items() -> None:
    pembuka, *butir = semua_kalimat(bagian("maksud-tujuan"))[1:]
    assert pembuka == "Tujuan penyusunan laporan ini adalah:"
    assert [b.split()[-1] for b in butir] == ["diperjanjikan;", "dan", "berikutnya."]
    assert all(b[0].islower() for b in butir)


def test_position_duties_and_functions_join_into_sentences() -> None:
    kata = semua_kalimat(bagian("kedudukan"))
    assert kata[0] == (
        "Kedudukan, tugas, fungsi, dan susunan organisasi Kecamatan Jombang diatur dalam Peraturan Bupati Jember "
        "Nomor 29 Tahun 2021. Kecamatan Jombang merupakan perangkat daerah. Kecamatan Jombang dipimpin oleh Camat."
    )
    assert kata[1:6] == [
        "Tugas Kecamatan Jombang meliputi:",
        "menyelenggarakan urusan pemerintahan umum;",
        "Camat membina desa; dan",
        "melaksanakan tugas lain.",
        "Dalam melaksanakan tugasnya, Kecamatan Jombang menyelenggarakan fungsi melaksanakan pelayanan publik.",
    ]


def test_a_profile_without_duties_says_so() -> None:
    kosong = replace(PROFIL, kedudukan=(), tugas=(), fungsi=())
    assert semua_kalimat(bagian("kedudukan", profil=kosong))[0] == (
        "Kedudukan, tugas, dan fungsi Kecamatan Jombang belum dicatat untuk tahun ini."
    )


def test_the_organisation_is_listed_with_those_below() -> None:
    (daftar,) = [b for b in blok_dari(bagian("kedudukan")) if isinstance(b, Daftar)][1:]
    assert list(isi_daftar(daftar)) == [
        "Camat;",
        "Sekretariat Kecamatan, terdiri atas:",
        "Subbagian Perencanaan dan Keuangan; dan",
        "Subbagian Umum dan Kepegawaian.",
        "Seksi Pemerintahan;",
        "Seksi Pelayanan Umum; dan",
        "Kelompok Jabatan Fungsional.",
    ]


def test_the_chart_tells_the_whole_organisation_to_those_who_do_not_see_it() -> None:
    (gambar,) = [b for b in blok_dari(bagian("kedudukan")) if isinstance(b, Gambar)]
    assert gambar.judul == "Bagan Susunan Organisasi Kecamatan Jombang"
    assert gambar.alt == (
        "Bagan Susunan Organisasi Kecamatan Jombang. Camat membawahkan Sekretariat Kecamatan, Seksi Pemerintahan, "
        "Seksi Pelayanan Umum, dan Kelompok Jabatan Fungsional. Sekretariat Kecamatan membawahkan Subbagian "
        "Perencanaan dan Keuangan dan Subbagian Umum dan Kepegawaian."
    )
    assert "Seksi Pelayanan" in gambar.svg


def test_a_camat_alone_is_a_chart_of_one_box() -> None:
    camat = (UnitKerja(kunci="1.camat", nama="Camat", jenis="camat", induk=""),)
    (gambar,) = [
        b
        for b in blok_dari(bagian("kedudukan", kecamatan=replace(KECAMATAN, unit_kerja=camat)))
        if isinstance(b, Gambar)
    ]
    assert gambar.alt == "Bagan Susunan Organisasi Kecamatan Jombang. Camat."
    assert gambar.svg.startswith("<svg")


def test_people_are_counted_from_the_fullest_table() -> None:
    # Pendidikan: 4 + 7 + 1 = 12 ASN, 9 + 6 = 15 non-ASN; golongan counts only 4 ASN.
    assert semua_kalimat(bagian("sdm")) == [
        "Pelaksanaan tugas Kecamatan Jombang pada tahun 2023 didukung oleh 12 (dua belas) ASN dan 15 (lima belas) "
        "pegawai non-ASN. Komposisinya disajikan dalam tabel berikut."
    ]


def test_a_table_without_counts_never_counts_zero_people() -> None:
    hanya = (sdm("pendidikan", "S1", None), sdm("golongan", "Pembina", 1, golongan="IV/a"))
    assert "didukung oleh 1 (satu) ASN." in prosa(bagian("sdm", sdm=hanya))
    kosong = bagian("sdm", sdm=(sdm("jabatan", "Camat", None),))
    assert semua_kalimat(kosong) == [
        "Komposisi pegawai Kecamatan Jombang tahun 2023 disajikan dalam tabel berikut; jumlahnya belum dicatat."
    ]
    assert baris_tabel(kosong, "tabel-sdm-jabatan") == [["1", "Camat", "–"], ["Jumlah", "–"]]


def test_tables_of_people() -> None:
    isi = bagian("sdm")
    assert baris_tabel(isi, "tabel-sdm-jabatan") == [
        ["1", "Camat", "1", "ada"],
        ["2", "Kelompok Jabatan Fungsional", "–", "–"],
        ["Jumlah", "1", ""],
    ]
    assert baris_tabel(isi, "tabel-sdm-golongan") == [
        ["1", "Pembina", "IV/a", "1"],
        ["2", "Penata Tingkat I", "III/d", "3"],
        ["Jumlah", "4"],
    ]
    assert kepala_tabel(isi, "tabel-sdm-pendidikan") == [["No.", "Pendidikan", "ASN", "Non-ASN", "Jumlah"]]
    assert baris_tabel(isi, "tabel-sdm-pendidikan") == [
        ["1", "SMA/STM", "4", "9", "13"],
        ["2", "S1", "7", "6", "13"],
        ["3", "S2", "1", "–", "1"],
        ["Jumlah", "12", "15", "27"],
    ]


def test_a_table_of_golongan_may_count_non_asn_too() -> None:
    isi = bagian("sdm", sdm=(sdm("golongan", "IX", 2, 3, golongan="IX"),))
    assert baris_tabel(isi, "tabel-sdm-golongan")[-1] == ["Jumlah", "2", "3", "5"]


def test_the_area_in_sentences() -> None:
    assert semua_kalimat(bagian("profil")) == [
        "Kecamatan Jombang terletak di Kabupaten Jember dengan luas wilayah 50,05 km². Wilayahnya berbatasan di "
        "sebelah utara dengan Kecamatan Sumberbaru, di sebelah timur dengan Kecamatan Umbulsari, di sebelah selatan "
        "dengan Kecamatan Kencong, dan di sebelah barat dengan Kecamatan Yosowilangun Kabupaten Lumajang. Jumlah "
        "penduduk kecamatan ini 56.439 jiwa, terdiri atas 28.344 laki-laki dan 28.095 perempuan. Secara "
        "administratif, Kecamatan Jombang terdiri atas 3 (tiga) desa."
    ]


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (
            {"luas_km2": None, "batas_timur": "", "batas_selatan": "", "batas_barat": "", "penduduk": None},
            "Wilayah Kecamatan Jombang berbatasan di sebelah utara dengan Kecamatan Sumberbaru. Secara",
        ),
        (
            {"batas_utara": "", "batas_timur": "", "batas_selatan": "", "batas_barat": " ", "penduduk": None},
            "Kecamatan Jombang terletak di Kabupaten Jember dengan luas wilayah 50,05 km². Secara",
        ),
        (
            {"luas_km2": None, "batas_utara": "", "batas_timur": "", "batas_selatan": "", "batas_barat": "",
             "penduduk": 2_300, "penduduk_perempuan": None},
            "Jumlah penduduk kecamatan ini 2.300 jiwa. Secara",
        ),
    ],
)  # fmt: skip
def test_the_area_says_only_what_is_known(isi: dict[str, object], kalimat: str) -> None:
    (teks,) = semua_kalimat(bagian("profil", profil=replace(PROFIL, **isi)))  # type: ignore[arg-type]
    assert teks.startswith(kalimat)


def test_desa_and_kelurahan_are_counted_apart() -> None:
    desa = (*KECAMATAN.desa, Desa(nama="Sumbersari", jenis="kelurahan", status=""))
    isi = bagian("profil", kecamatan=replace(KECAMATAN, desa=desa))
    assert "terdiri atas 3 (tiga) desa dan 1 (satu) kelurahan." in prosa(isi)
    assert semua_tabel(isi)["tabel-desa"].judul == "Desa dan Kelurahan di Kecamatan Jombang"
    assert baris_tabel(isi, "tabel-desa")[1:] == [
        ["2", "Keting", "Maju"],
        ["3", "Ngampelrejo", "tidak tersedia"],
        ["4", "Sumbersari", "tidak tersedia"],
    ]


def test_figures_of_the_profile_carry_their_units() -> None:
    isi = bagian("profil")
    assert [baris[1:] for baris in baris_tabel(isi, "tabel-profil")] == [
        ["Puskesmas", "1 unit"],
        ["Perolehan PBB", "49,85%"],
        ["Letak", "Bagian barat"],
        ["Curah hujan", "tidak tersedia"],
    ]
    assert semua_tabel(isi)["tabel-profil"].sumber == "Profil Desa"
    tanpa = replace(PROFIL, fakta=(replace(PROFIL.fakta[1], nilai=Decimal("0")),))
    isi = bagian("profil", profil=tanpa)
    assert baris_tabel(isi, "tabel-profil") == [["1", "Perolehan PBB", "0%"]]
    assert semua_tabel(isi)["tabel-profil"].sumber == "Data Kecamatan Jombang"


def test_issues_are_sentences_and_named_once() -> None:
    dobel = replace(PROFIL, isu_strategis=(*PROFIL.isu_strategis, " Petugas layanan  masih terbatas."))
    assert semua_kalimat(bagian("isu-strategis", profil=dobel))[1:] == [
        "Petugas layanan masih terbatas.",
        "Kesadaran hukum warga perlu diperkuat.",
    ]


def test_without_records_every_part_is_one_sentence() -> None:
    bab = bab1(naskah_kosong())
    assert semua_kalimat(bagian_dari(bab, "kedudukan")) == [
        "Kedudukan, tugas, dan fungsi Kecamatan Jelbuk belum dicatat untuk tahun ini.",
        "Susunan organisasi Kecamatan Jelbuk belum dicatat untuk tahun ini.",
    ]
    assert semua_kalimat(bagian_dari(bab, "sdm")) == [
        "Data pegawai Kecamatan Jelbuk tahun 2024 tidak tersedia."
    ]
    assert semua_kalimat(bagian_dari(bab, "profil")) == ["Profil Kecamatan Jelbuk tahun 2024 belum dicatat."]
    assert semua_kalimat(bagian_dari(bab, "isu-strategis")) == [
        "Isu strategis Kecamatan Jelbuk tahun 2024 belum dicatat."
    ]
    assert not semua_tabel(bab)
