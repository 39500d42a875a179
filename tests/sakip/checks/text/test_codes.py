"""Numbers of letters carry the own kode wilayah; NIP in a text are those recorded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.publish.naskah import Naskah
from sakip.checks.material import Area, Surroundings
from sakip.snapshot.types import Pejabat
from tests.reports.lkip.example_naskah import naskah_umbulsari
from tests.sakip.checks.text.passages import found_in

AROUND = Surroundings(neighbours=(Area(kode="35.09.22", nama="Arjasa"),))


@pytest.fixture(scope="module")
def umbulsari() -> Naskah:
    """Kecamatan Umbulsari, 35.09.05; its camat's NIP is 196501051986031018."""
    naskah = naskah_umbulsari()
    camat = Pejabat(
        nama="M. Yusuf", jabatan="Camat", nip="196501051986031018", pangkat="Pembina", golongan="IV/a"
    )
    return replace(naskah, snapshot=replace(naskah.snapshot, jabatan=(camat,)))


@pytest.mark.parametrize(
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


def test_an_impossible_nip_is_found(umbulsari: Naskah) -> None:
    (message,) = found_in(umbulsari, "nip-dalam-tulisan", "NIP 19651305 198603 1 018", around=AROUND)
    assert "tanggal lahir 05/13/1965 (angka 1–8) tidak ada" in message
