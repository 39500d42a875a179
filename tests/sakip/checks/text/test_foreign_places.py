"""Names that no record knows: of the office, and of desa that a text gives to the kecamatan."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Area, Surroundings
from sakip.snapshot.types import Desa
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import found_in, listing
from tests.table_tests import each_row

AROUND: Final = Surroundings(neighbours=(Area(kode="35.09.22", nama="Arjasa", desa=("Biting",)),))
OWN: Final = ("Jombang", "Keting", "Ngampelrejo", "Wringinagung", "Padomasan", "Sarimulyo")


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Jombang with all its six desa."""
    naskah = naskah_jombang()
    villages = tuple(Desa(nama=nama, jenis="desa", status="") for nama in OWN)
    kecamatan = replace(naskah.snapshot.kecamatan, desa=villages, jumlah_desa=6, jumlah_kelurahan=0)
    return replace(naskah, snapshot=replace(naskah.snapshot, kecamatan=kecamatan))


@each_row(
    ("text", "said"),
    [
        ("Renstra Kecamatan Sukamaju menjadi acuan.", "Renstra Kecamatan Sukamaju"),
        ("Laporan Kinerja OPD Kecamatan Tanjungsari disusun.", "Laporan Kinerja OPD Kecamatan Tanjungsari"),
        ("Camat Kecamatan Sukamaju", "Camat Kecamatan Sukamaju"),
        ("Kecamatan Sukamaju terdiri dari 8 desa.", "Kecamatan Sukamaju terdiri"),
        ("PERJANJIAN KINERJA KECAMATAN SUKAMAJU TAHUN 2023", "PERJANJIAN KINERJA KECAMATAN SUKAMAJU TAHUN"),
        ("Aparatur di lingkungan Kec. Sukamaju dibina.", "lingkungan Kec. Sukamaju"),
        (
            "Secara administratif, Kecamatan Sukamaju membawahi 6 desa.",
            "Secara administratif, Kecamatan Sukamaju",
        ),
        (
            "Untuk mencapai hal itu, Kecamatan Sukamaju selaku unsur pembantu pimpinan berbenah.",
            "Kecamatan Sukamaju selaku unsur",
        ),
    ],
)
def test_the_office_of_an_unknown_kecamatan_is_found(jombang: Naskah, text: str, said: str) -> None:
    message = f"“{said}” bukan kecamatan ini. Seharusnya Kecamatan Jombang?"
    assert found_in(jombang, "kecamatan-tidak-dikenal", text, around=AROUND) == [message]


@each_row(
    "text",
    [
        "Renstra Kecamatan Jombang menjadi acuan.",
        "LAPORAN KINERJA KECAMATAN JOMBANG TAHUN 2023",
        "Kecamatan Jombang Kabupaten Jember memiliki 6 desa.",
        "Renstra Kecamatan Arjasa dipelajari.",  # a neighbour: told by another check
        "Sebelah Barat Kecamatan Yosowilangun Kabupaten Lumajang.",
        "Studi tiru ke Kantor Kecamatan Sukamaju.",
        "Warga Kecamatan Sukamaju berbelanja di pasar.",
        "Camat dan Sekretaris Kecamatan Dalam Rangka Pembinaan.",
        "Indikator Kinerja Utama Kecamatan Tahun 2023.",
        "Peran Kecamatan sebagai Garda Terdepan.",
        "Tujuan Kecamatan Sehat tercapai.",
        "tugas pokok kecamatan adalah pelayanan.",
    ],
)
def test_own_names_borders_and_words_are_no_other_office(jombang: Naskah, text: str) -> None:
    assert found_in(jombang, "kecamatan-tidak-dikenal", text, around=AROUND) == []


@each_row(
    ("text", "message"),
    [
        # Jombang 2023, L853.
        (
            "Dilaksanakan di tujuh Desa yang ada di Kecamatan Jombang yakni Desa Pontang, Andongsari, Sabrang, "
            "Sumberejo, Tegalsari, Ambulu dan Karanganyar",
            "Ambulu, Andongsari, Karanganyar, Pontang, Sabrang, Sumberejo, Tegalsari: tidak tercatat sebagai desa "
            "Kecamatan Jombang. Periksa nama desanya.",
        ),
        (
            "Pembinaan dilaksanakan di Desa Sumberejo pada bulan Juni.",
            "Sumberejo: tidak tercatat sebagai desa Kecamatan Jombang. Periksa nama desanya.",
        ),
        (
            "Monitoring di Desa Keting, Sabrang dan Padomasan berjalan baik.",
            "Sabrang: tidak tercatat sebagai desa Kecamatan Jombang. Periksa nama desanya.",
        ),
        (
            "Bantuan diterima warga Desa Ngampelredjo.",
            "Ngampelredjo: tidak tercatat sebagai desa Kecamatan Jombang. Maksudnya Ngampelrejo?",
        ),
        (
            "Posyandu Desa Sumberejo Kecamatan Jombang dibina.",
            "Sumberejo: tidak tercatat sebagai desa Kecamatan Jombang. Periksa nama desanya.",
        ),
    ],
)
def test_desa_that_a_text_gives_to_the_kecamatan_are_recorded(
    jombang: Naskah, text: str, message: str
) -> None:
    assert found_in(jombang, "desa-tidak-tercatat", text, around=AROUND) == [message]


@each_row(
    "text",
    [
        "Pembinaan dilaksanakan di Desa Keting, Padomasan, dan Sarimulyo.",
        "Pembinaan dilaksanakan di Desa Ngampel Rejo.",
        "Desa Keting berbatasan dengan Desa Kraton.",
        "Studi tiru ke Desa Panggungharjo, Kabupaten Bantul.",
        "Pembinaan di Desa Biting.",  # a neighbour's: told by another check
        "Program Pembinaan Dan Pengawasan Pemerintahan Desa Berbasis Aplikasi",
        "Penghargaan Desa Mandiri diberikan kepada Pemerintah Desa Keting.",
        "Kepala Desa Terpilih dilantik.",
        "Bimbingan bagi perangkat Desa Se-Kecamatan Jombang.",
        "Potensi desa di Kecamatan Jombang memiliki segala sumber daya.",
        "Kepala Desa Antar Waktu dipilih di Balai Desa Wringinagung.",
    ],
)
def test_own_desa_borders_and_words_are_let_be(jombang: Naskah, text: str) -> None:
    assert found_in(jombang, "desa-tidak-tercatat", text, around=AROUND) == []


def test_the_list_of_desa_below_a_sentence_is_the_recorded_one(jombang: Naskah) -> None:
    intro = "Secara administratif, Kecamatan Jombang membawahi 6 (Enam) Desa yaitu:"
    assert found_in(jombang, "desa-tidak-tercatat", *listing(intro, *(f"Desa {one}" for one in OWN))) == []
    others = ("Desa Keting", "Sabrang", "Desa Ambulu;")
    assert found_in(jombang, "desa-tidak-tercatat", *listing(intro, *others)) == [
        "Sabrang, Ambulu: tidak tercatat sebagai desa Kecamatan Jombang. Periksa nama desanya."
    ]


def test_desa_are_not_judged_while_some_are_not_recorded(jombang: Naskah) -> None:
    kecamatan = replace(jombang.snapshot.kecamatan, jumlah_desa=7)
    partly = replace(jombang, snapshot=replace(jombang.snapshot, kecamatan=kecamatan))
    assert found_in(partly, "desa-tidak-tercatat", "Pembinaan dilaksanakan di Desa Sumberejo.") == []
