"""Who and where: every constraint from both sides, scope, and terms of office."""

from datetime import date
from decimal import Decimal
from typing import Any

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
    MasaJabatan,
    Pangkat,
    Pejabat,
    Pengguna,
    Peraturan,
    ProfilKecamatan,
    Undangan,
    UnitKerja,
)
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
from tests.factory import SIDIK, bangun, make, make_kabupaten, make_kecamatan, make_pengguna

pytestmark = pytest.mark.django_db

SEKSI = {"kunci": "seksi-a", "nama": "Seksi A", "jenis": "seksi"}

LAMBANG = {"lambang": "l.png", "lambang_sha256": SIDIK, "lambang_lebar": 400, "lambang_tinggi": 500}

KASUS = [
    ganda(Kabupaten, "kode"),
    Kasus(aturan="kode_lengkap", model=Kabupaten, langgar={"kode": "3509"}),
    Kasus(aturan="lambang_sha256_lengkap", model=Kabupaten, langgar=LAMBANG | {"lambang_sha256": "a" * 63}),
    Kasus(aturan="lambang_terukur", model=Kabupaten, langgar={"lambang": "lambang/jember.png"}),
    Kasus(aturan="lambang_terukur", model=Kabupaten, langgar={"lambang_lebar": 10}),
    *(
        Kasus(aturan="lambang_terukur", model=Kabupaten, langgar=LAMBANG | {f"lambang_{s}": None})
        for s in ("lebar", "tinggi")
    ),
    Kasus(
        aturan="lambang_terukur",
        model=Kabupaten,
        langgar=LAMBANG | {"lambang_lebar": 0},
    ),
    ganda(Kecamatan, "kode", nama="Lain", slug="lain"),
    ganda(Kecamatan, "slug", nama="Lain", kode="35.09.11"),
    ganda(Kecamatan, "nama", slug="lain", kode="35.09.11"),
    Kasus(aturan="kode_lengkap", model=Kecamatan, langgar={"kode": "35.09.1"}),
    ganda(DesaKelurahan, "nama"),
    ganda(UnitKerja, "kunci", jenis="seksi", induk=UnitKerja),
    ganda(UnitKerja, "satu_camat", kunci="camat-2"),
    Kasus(aturan="berinduk", model=UnitKerja, langgar=SEKSI),
    Kasus(
        aturan="berinduk",
        model=UnitKerja,
        ada={},
        langgar={"kunci": "kepala", "induk": UnitKerja}
        | {"jenis": "camat", "kecamatan": lambda: make_kecamatan(kode="35.09.11")},
    ),
    ganda(Pangkat, "golongan", urut=14),
    ganda(Pangkat, "urut", golongan="IV/b"),
    *kosong("nama", Pejabat),
    Kasus(
        aturan="nip_lengkap",
        model=Pejabat,
        langgar={"nip": "19700101"},
        pesan='"19700101" bukan NIP: 8 angka, seharusnya 18. Periksa pada SK atau kartu pegawai.',
    ),
    ganda(Pejabat, "nip", nama="ORANG LAIN"),
    Kasus(aturan="nama_tanpa_nip", model=Pejabat, ada={"nip": ""}, langgar={"nip": ""}),
    ganda(MasaJabatan, "mulai"),
    Kasus(aturan="sampai_sesudah_mulai", model=MasaJabatan, langgar={"sampai": date(2019, 12, 31)}),
    Kasus(aturan="wilayah_jabatan", model=MasaJabatan, langgar={"kabupaten": Kabupaten}),
    Kasus(aturan="wilayah_jabatan", model=MasaJabatan, langgar={"kecamatan": None}),
    Kasus(aturan="wilayah_jabatan", model=MasaJabatan, langgar={"jabatan": "bupati"}),
    *tahun("tahun", KomposisiSDM, ProfilKecamatan),
    *kosong("uraian", KomposisiSDM, ButirProfil, FaktaProfil),
    ganda(Peraturan, "kode"),
    *kosong("sebutan", Peraturan),
    Kasus(aturan="masa_berlaku", model=Peraturan, langgar={"berlaku_mulai": 2014, "berlaku_sampai": 2013}),
    ganda(ProfilKecamatan, "tahun"),
    Kasus(aturan="luas_positif", model=ProfilKecamatan, langgar={"luas_km2": Decimal(0)}),
    ganda(DasarHukumProfil, "peraturan"),
    Kasus(aturan="bernilai", model=FaktaProfil, langgar={"nilai": None}),
    ganda(Pengguna, "username_tanpa_besar_kecil", username="Operator.Balung"),
    *(
        Kasus(aturan="wilayah_peran", model=Keanggotaan, langgar={"peran": peran} | wilayah)
        for peran, wilayah in (
            ("operator", {"kecamatan": None}),
            ("camat", {"kecamatan": None, "kabupaten": Kabupaten}),
            ("operator", {"kabupaten": Kabupaten}),
            ("organisasi", {}),
            ("pengawas", {"kecamatan": None}),
            ("admin", {}),
        )
    ),
    ganda(Keanggotaan, "peran_kecamatan"),
    Kasus(
        aturan="peran_kabupaten",
        model=Keanggotaan,
        ada={"peran": "organisasi", "kecamatan": None, "kabupaten": Kabupaten},
        langgar={"peran": "organisasi", "kecamatan": None, "kabupaten": Kabupaten},
    ),
    Kasus(
        aturan="peran_umum",
        model=Keanggotaan,
        ada={"peran": "admin", "kecamatan": None},
        langgar={"peran": "admin", "kecamatan": None},
    ),
    *sidik(Undangan, "token_sha256"),
    ganda(Undangan, "token", dicabut_pada=timezone.now()),
    ganda(Undangan, "satu_terbuka", token_sha256="cd" * 32),
    *kosong("tindakan", Jejak),
    *kosong("objek_jenis", Jejak),
]

SAH: list[tuple[type[Model], dict[str, object]]] = [
    (Kabupaten, LAMBANG),
    (UnitKerja, SEKSI | {"induk": UnitKerja}),
    (Pejabat, {"nip": ""}),
    (MasaJabatan, {"jabatan": "bupati", "kecamatan": None, "kabupaten": Kabupaten}),
    (MasaJabatan, {"jabatan": "plt-camat", "sampai": date(2020, 1, 1)}),
    (FaktaProfil, {"nilai": None, "teks": "Berada di dataran rendah."}),
    (Keanggotaan, {"peran": "pengawas", "kecamatan": None, "kabupaten": Kabupaten}),
    (Keanggotaan, {"peran": "admin", "kecamatan": None}),
    (Keanggotaan, {"peran": "admin", "kecamatan": None, "kabupaten": Kabupaten}),
    *(
        (m, {})
        for m in (Kecamatan, DesaKelurahan, Pangkat, KomposisiSDM, Peraturan, ProfilKecamatan, Pengguna)
    ),
    *((m, {}) for m in (DasarHukumProfil, ButirProfil, Jejak)),
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
    check_all_have_cases("kecamatan", KASUS)


def test_names_and_messages() -> None:
    check_name_and_message("kecamatan")


def test_nip_is_stored_without_spaces() -> None:
    with pytest.raises(ValidationError, match="Tulis NIP tanpa spasi: 197001011990012001"):
        bangun(Pejabat, nip="19700101 199001 2 001").clean_fields()


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        ("satu", "Isi daftar teks, satu butir per baris."),
        ({"a": "b"}, "Isi daftar teks, satu butir per baris."),
        (["baik", " "], 'Butir 2 (" ") bukan teks. Isi teks atau hapus butir itu.'),
        ([3], "Butir 1 (3) bukan teks. Isi teks atau hapus butir itu."),
    ],
)
def test_daftar_teks_holds_texts_only(nilai: object, pesan: str) -> None:
    with pytest.raises(ValidationError) as galat:
        daftar_teks(nilai)
    assert galat.value.messages == [pesan]


def test_daftar_teks_may_be_empty() -> None:
    daftar_teks([])
    daftar_teks(["Meningkatkan koordinasi"])


def test_terms_of_office_include_their_first_and_last_day() -> None:
    lama = make(MasaJabatan, mulai=date(2019, 1, 1), sampai=date(2020, 6, 30))
    baru = make(MasaJabatan, mulai=date(2020, 7, 1))
    for tanggal, menjabat in (
        (date(2018, 12, 31), []),
        (date(2019, 1, 1), [lama]),
        (date(2020, 6, 30), [lama]),
        (date(2020, 7, 1), [baru]),
        (date(2030, 1, 1), [baru]),
    ):
        assert list(MasaJabatan.objects.pada(tanggal)) == menjabat


@pytest.mark.parametrize(
    ("change", "sebutan"),
    [
        ({}, "Camat Balung"),
        ({"jabatan": "plt-camat"}, "Plt. Camat Balung"),
        ({"jabatan": "sekretaris"}, "Sekretaris Camat Balung"),
        ({"jabatan": "bupati", "kecamatan": None, "kabupaten": Kabupaten}, "Bupati Jember"),
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
