"""Numbers of letters carry the own kode wilayah; NIP in a text are those recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Area, Surroundings
from sakip.snapshot.types import Pejabat
from tests.reports.lkip.example_naskah import naskah_umbulsari
from tests.sakip.checks.report.material import found as of_year
from tests.sakip.checks.report.material import iku, year
from tests.sakip.checks.text.passages import found_in
from tests.table_tests import each_row

AROUND = Surroundings(neighbours=(Area(kode="35.09.22", nama="Arjasa"),))


@pytest.fixture(scope="module")
def umbulsari() -> Naskah:
    """Kecamatan Umbulsari, 35.09.05; its camat's NIP is 196501051986031018."""
    naskah = naskah_umbulsari()
    camat = Pejabat(
        nama="M. Yusuf", jabatan="Camat", nip="196501051986031018", pangkat="Pembina", golongan="IV/a"
    )
    return replace(naskah, snapshot=replace(naskah.snapshot, jabatan=(camat,)))


@each_row(
    ("code", "text", "messages"),
    [
        (
            "kode-wilayah-nomor",
            "Keputusan Nomor 900/12/35.09.22/2021",
            ["Kode 35.09.22 milik Kecamatan Arjasa. Kode Kecamatan Umbulsari 35.09.05."],
        ),
        (
            "kode-wilayah-nomor",
            "Keputusan Nomor 900/12/35.09.40/2021",
            ["Kode 35.09.40 bukan milik kecamatan ini. Kode Kecamatan Umbulsari 35.09.05."],
        ),
        ("kode-wilayah-nomor", "Keputusan Nomor 900/12/35.09.05/2021 dan kode 7.01.02.2.01", []),
        ("kode-wilayah-nomor", "Telepon 0331.35.09.22.11", []),
        (
            "kode-wilayah-nomor",
            "Keputusan Nomor 900/12/350922/2021",
            ["Kode 35.09.22 milik Kecamatan Arjasa. Kode Kecamatan Umbulsari 35.09.05."],
        ),
        ("kode-wilayah-nomor", "Keputusan Nomor 900/12/350905/2021 dan 900/350922", []),
        (
            "nip-dalam-tulisan",
            "NIP. 19650705-198603 1 018",
            ["NIP 19650705-198603 1 018; tercatat M. Yusuf 19650105 198603 1 018."],
        ),
        ("nip-dalam-tulisan", "NIP. 19650105 198603 1 018", []),
        ("nip-dalam-tulisan", "NIP 19820626 200212 1 001", []),
    ],
)
def test_numbers_that_name(umbulsari: Naskah, code: str, text: str, messages: list[str]) -> None:
    assert found_in(umbulsari, code, text, around=AROUND) == messages


@each_row(
    ("nomor", "whole"),
    [
        *((nomor, True) for nomor in ("065/1/35.09.01/2023", "065/X/XII/2023", "065/25/35.09.01/2023")),
        *((nomor, False) for nomor in ("", "065/XX/35.09.01/2023", "065/-/35.09.01/2023", "065/../2023")),
    ],
)
def test_the_number_of_a_decree_has_every_part(nomor: str, whole: bool) -> None:
    assert bool(of_year("nomor-lengkap", year(iku=replace(iku(), nomor=nomor)))) is not whole


def test_the_number_of_a_decree_bears_the_year_of_its_date() -> None:
    decided = replace(iku(tanggal=date(2023, 4, 5)), nomor="065/1/35.09.01/2019")
    assert of_year("nomor-setahun", year(iku=decided)) == [
        "SK IKU: Nomor “065/1/35.09.01/2019” bertahun 2019, keputusannya bertanggal tahun 2023. Perbaiki salah"
        " satunya."
    ]
    assert of_year("nomor-setahun", year(iku=replace(decided, nomor="065/1/35.09.01/2023"))) == []
    # Decided the year before, and counting from this one on: without a date nobody can tell.
    assert of_year("nomor-setahun", year(iku=replace(decided, tanggal=None))) == []


def test_an_impossible_nip_is_found(umbulsari: Naskah) -> None:
    (message,) = found_in(umbulsari, "nip-dalam-tulisan", "NIP 19651305 198603 1 018", around=AROUND)
    assert "tanggal lahir 05/13/1965 (angka 1–8) tidak ada" in message
