"""Who and where: every constraint from both sides, scope, and terms of office."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils import timezone

from kecamatan.ground.constraints import daftar_teks
from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    DesaKelurahan,
    FaktaProfil,
    Jejak,
    Kabupaten,
    Keanggotaan,
    Kecamatan,
    KomposisiSDM,
    KunciSistem,
    MasaJabatan,
    Pangkat,
    Pejabat,
    Pengguna,
    Peraturan,
    ProfilKecamatan,
    Provinsi,
    Submission,
    Undangan,
    UnitKerja,
)
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
from tests.factory import FINGERPRINT, build, make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

BUPATI: dict[str, object] = {"jabatan": "bupati", "kecamatan": None, "kabupaten": Kabupaten}
PERBUP = {"kabupaten": Kabupaten, "jenis": "Perbup", "nomor": "1", "tahun": 2020}
SEKSI = {"kunci": "seksi-a", "nama": "Seksi A", "jenis": "seksi"}

LAMBANG = {"lambang": "l.png", "lambang_sha256": FINGERPRINT, "lambang_lebar": 400, "lambang_tinggi": 500}

CASE = [
    double(Kabupaten, "kode"),
    *empty("sebutan_desa", Kabupaten),
    *empty("sebutan_kelurahan", Kabupaten),
    *empty("sebutan", Kecamatan),
    *empty("sebutan_camat", Kecamatan),
    Case(rules="kode_lengkap", model=Kabupaten, violate={"kode": "3509"}),
    *(
        Case(rules="lambang_sha256_lengkap", model=owner, violate=LAMBANG | {"lambang_sha256": "a" * 63})
        for owner in (Kabupaten, Kecamatan)
    ),
    *(
        Case(rules="lambang_terukur", model=owner, violate=violate)
        for owner in (Kabupaten, Kecamatan)
        for violate in (
            {"lambang": "lambang/jember.png"},
            {"lambang_lebar": 10},
            LAMBANG | {"lambang_lebar": None},
            LAMBANG | {"lambang_tinggi": None},
            LAMBANG | {"lambang_lebar": 0},
        )
    ),
    double(Kecamatan, "kode", nama="Lain", slug="lain"),
    double(Kecamatan, "slug", nama="Lain", kode="35.09.11"),
    double(Kecamatan, "nama", slug="lain", kode="35.09.11"),
    Case(rules="kode_lengkap", model=Kecamatan, violate={"kode": "35.09.1"}),
    double(DesaKelurahan, "nama"),
    double(UnitKerja, "kunci", jenis="seksi", induk=UnitKerja),
    double(UnitKerja, "satu_camat", kunci="camat-2"),
    Case(rules="berinduk", model=UnitKerja, violate=SEKSI),
    Case(
        rules="berinduk",
        model=UnitKerja,
        present={},
        violate={"kunci": "kepala", "induk": UnitKerja}
        | {"jenis": "camat", "kecamatan": lambda: make_kecamatan(kode="35.09.11")},
    ),
    double(Pangkat, "golongan", urut=14),
    double(Pangkat, "urut", golongan="IV/b"),
    *empty("nama", Pejabat),
    Case(
        rules="nip_lengkap",
        model=Pejabat,
        violate={"nip": "19700101"},
        message='"19700101" bukan NIP: 8 angka, seharusnya 18. Periksa pada SK atau kartu pegawai.',
    ),
    double(Pejabat, "nip", nama="ORANG LAIN"),
    Case(rules="nama_tanpa_nip", model=Pejabat, present={"nip": ""}, violate={"nip": ""}),
    double(MasaJabatan, "mulai"),
    Case(rules="sampai_sesudah_mulai", model=MasaJabatan, violate={"sampai": date(2019, 12, 31)}),
    Case(rules="wilayah_jabatan", model=MasaJabatan, violate={"kabupaten": Kabupaten}),
    Case(rules="wilayah_jabatan", model=MasaJabatan, violate={"kecamatan": None}),
    Case(rules="wilayah_jabatan", model=MasaJabatan, violate={"jabatan": "bupati"}),
    Case(
        rules="status_dikenal",
        model=MasaJabatan,
        violate={"status": "pls"},
        message="Nilai 'pls' bukan pilihan yang valid.",  # the column's choices speak first
    ),
    Case(rules="jabatan_sendiri_atas_nama", model=MasaJabatan, violate={"status": "an"}),
    Case(
        rules="jabatan_sendiri_atas_nama",
        model=MasaJabatan,
        violate={"status": "plt", "jabatan_sendiri": "Sekretaris"},
    ),
    *tahun("tahun", KomposisiSDM, ProfilKecamatan),
    *empty("uraian", KomposisiSDM, ButirProfil, FaktaProfil),
    double(Peraturan, "kode"),
    Case(
        rules="nomor",
        model=Peraturan,
        present=PERBUP,
        violate=PERBUP | {"kode": "lain"},
    ),
    *empty("sebutan", Peraturan),
    Case(rules="masa_berlaku", model=Peraturan, violate={"berlaku_mulai": 2014, "berlaku_sampai": 2013}),
    double(ProfilKecamatan, "tahun"),
    Case(rules="luas_positif", model=ProfilKecamatan, violate={"luas_km2": Decimal(0)}),
    double(DasarHukumProfil, "peraturan"),
    Case(rules="bernilai", model=FaktaProfil, violate={"nilai": None}),
    double(Pengguna, "username_tanpa_besar_kecil", username="Operator.Balung"),
    *(
        Case(rules="wilayah_peran", model=Keanggotaan, violate={"peran": peran} | wilayah)
        for peran, wilayah in (
            ("operator", {"kecamatan": None}),
            ("camat", {"kecamatan": None, "kabupaten": Kabupaten}),
            ("operator", {"kabupaten": Kabupaten}),
            ("organisasi", {}),
            ("pengawas", {"kecamatan": None}),
            ("bupati", {}),
            ("admin", {}),
            ("admin", {"kecamatan": None, "provinsi": Provinsi}),
            ("operator", {"provinsi": Provinsi}),
            ("pengawas", {"kecamatan": None, "kabupaten": Kabupaten, "provinsi": Provinsi}),
            ("provinsi", {"kecamatan": None}),
            ("provinsi", {"kecamatan": None, "kabupaten": Kabupaten, "provinsi": Provinsi}),
            ("pusat", {}),
            ("pusat", {"kecamatan": None, "provinsi": Provinsi}),
        )
    ),
    double(Keanggotaan, "peran_kecamatan"),
    Case(
        rules="peran_kabupaten",
        model=Keanggotaan,
        present={"peran": "organisasi", "kecamatan": None, "kabupaten": Kabupaten},
        violate={"peran": "organisasi", "kecamatan": None, "kabupaten": Kabupaten},
    ),
    Case(
        rules="peran_provinsi",
        model=Keanggotaan,
        present={"peran": "provinsi", "kecamatan": None, "provinsi": Provinsi},
        violate={"peran": "provinsi", "kecamatan": None, "provinsi": Provinsi},
    ),
    double(Provinsi, "kode"),
    Case(rules="kode_lengkap", model=Provinsi, violate={"kode": "3"}),
    Case(
        rules="peran_umum",
        model=Keanggotaan,
        present={"peran": "admin", "kecamatan": None},
        violate={"peran": "admin", "kecamatan": None},
    ),
    *fingerprint(Undangan, "token_sha256"),
    *fingerprint(KunciSistem, "token_sha256"),
    *empty("nama", KunciSistem),
    double(KunciSistem, "token"),
    *fingerprint(Submission, "key"),
    double(Undangan, "token", dicabut_pada=timezone.now()),
    double(Undangan, "satu_terbuka", token_sha256="cd" * 32),
    *empty("tindakan", Jejak),
    *empty("objek_jenis", Jejak),
]

VALID: list[tuple[type[Model], dict[str, object]]] = [
    (Kabupaten, LAMBANG),
    (Kecamatan, LAMBANG),
    (UnitKerja, SEKSI | {"induk": UnitKerja}),
    (Pejabat, {"nip": ""}),
    (MasaJabatan, BUPATI),
    (MasaJabatan, {"status": "plt", "sampai": date(2020, 1, 1)}),
    (MasaJabatan, {"status": "an", "jabatan_sendiri": "Sekretaris Kecamatan"}),
    (FaktaProfil, {"nilai": None, "teks": "Berada di dataran rendah."}),
    (Keanggotaan, {"peran": "pengawas", "kecamatan": None, "kabupaten": Kabupaten}),
    (Keanggotaan, {"peran": "bupati", "kecamatan": None, "kabupaten": Kabupaten}),
    (Keanggotaan, {"peran": "admin", "kecamatan": None}),
    (Keanggotaan, {"peran": "pusat", "kecamatan": None}),
    (Keanggotaan, {"peran": "provinsi", "kecamatan": None, "provinsi": Provinsi}),
    (Keanggotaan, {"peran": "admin", "kecamatan": None, "kabupaten": Kabupaten}),
    *(
        (m, {})
        for m in (Kecamatan, DesaKelurahan, Pangkat, KomposisiSDM, Peraturan, ProfilKecamatan, Pengguna)
    ),
    *((m, {}) for m in (DasarHukumProfil, ButirProfil, Jejak)),
]


@pytest.mark.one_engine
def test_full_clean_says_what_to_do() -> None:
    check_full_clean(CASE)


def test_the_database_refuses() -> None:
    check_database(CASE)


def test_a_valid_row_passes_both() -> None:
    check_valid(VALID)


def test_every_constraint_has_a_case() -> None:
    check_all_have_cases("kecamatan", CASE)


def test_names_and_messages() -> None:
    check_name_and_message("kecamatan")


def test_nip_is_stored_without_spaces() -> None:
    with pytest.raises(ValidationError, match="Tulis NIP tanpa spasi: 197001011990012001"):
        build(Pejabat, nip="19700101 199001 2 001").clean_fields()


@pytest.mark.parametrize(
    ("nilai", "message"),
    [
        ("satu", "Isi daftar teks, satu butir per baris."),
        ({"a": "b"}, "Isi daftar teks, satu butir per baris."),
        (["baik", " "], 'Butir 2 (" ") bukan teks. Isi teks atau hapus butir itu.'),
        ([3], "Butir 1 (3) bukan teks. Isi teks atau hapus butir itu."),
    ],
)
def test_daftar_teks_holds_texts_only(nilai: object, message: str) -> None:
    with pytest.raises(ValidationError) as error:
        daftar_teks(nilai)
    assert error.value.messages == [message]


def test_daftar_teks_may_be_empty() -> None:
    daftar_teks([])
    daftar_teks(["Meningkatkan koordinasi"])


def test_terms_of_office_include_their_first_and_last_day() -> None:
    old = make(MasaJabatan, mulai=date(2019, 1, 1), sampai=date(2020, 6, 30))
    new = make(MasaJabatan, mulai=date(2020, 7, 1))
    for tanggal, in_office in (
        (date(2018, 12, 31), []),
        (date(2019, 1, 1), [old]),
        (date(2020, 6, 30), [old]),
        (date(2020, 7, 1), [new]),
        (date(2030, 1, 1), [new]),
    ):
        assert list(MasaJabatan.objects.on(tanggal)) == in_office


@pytest.mark.parametrize(
    ("change", "sebutan"),
    [
        ({}, "Camat Balung"),
        ({"status": "plt"}, "Plt. Camat Balung"),
        ({"status": "plh"}, "Plh. Camat Balung"),
        (
            {"status": "an", "jabatan_sendiri": "Sekretaris Kecamatan"},
            "Sekretaris Kecamatan a.n. Camat Balung",
        ),
        ({"jabatan": "sekretaris"}, "Sekretaris Camat Balung"),
        (BUPATI, "Bupati Jember"),
        (BUPATI | {"status": "pjs"}, "Pjs. Bupati Jember"),
        (BUPATI | {"status": "pj"}, "Pj. Bupati Jember"),
        (
            BUPATI | {"status": "an", "jabatan_sendiri": "Sekretaris Daerah"},
            "Sekretaris Daerah a.n. Bupati Jember",
        ),
    ],
)
def test_sebutan_of_an_office(change: dict[str, object], sebutan: str) -> None:
    assert make(MasaJabatan, **change).sebutan == sebutan


def test_kepala_daerah_of_a_kota_is_called_as_the_kabupaten_says() -> None:
    kota = make_kabupaten(nama="Malang", sebutan="Kota", sebutan_kepala_daerah="Wali Kota")
    assert make(MasaJabatan, jabatan="bupati", kecamatan=None, kabupaten=kota).sebutan == "Wali Kota Malang"
    assert str(kota) == "Kota Malang"


def test_pengguna_has_one_name() -> None:
    pengguna = make_pengguna(nama="Sukarno")
    assert (pengguna.get_full_name(), pengguna.get_short_name(), str(pengguna)) == ("Sukarno",) * 3
    assert {"first_name", "last_name"}.isdisjoint(f.name for f in Pengguna._meta.get_fields())
