"""Names, letterheads and signatures."""

from dataclasses import replace
from datetime import date

import pytest

from reports.official.signatures import (
    block,
    full_name,
    jabatan_kepala_daerah,
    kop,
    place_and_date,
    tanda_tangan_camat,
)
from tests.reports.lkip.example_kecamatan import KECAMATAN
from tests.reports.lkip.example_plan import BUPATI, naskah_rencana, snapshot_rencana
from tests.reports.lkip.naskah_material import CAMAT, KABUPATEN


def test_a_kota_is_called_a_kota() -> None:
    kota = replace(KABUPATEN, sebutan="Kota", nama="Malang", sebutan_kepala_daerah="Wali Kota")
    s = snapshot_rencana()
    s = replace(s, kecamatan=replace(KECAMATAN, nama="Lowokwaru", kabupaten=kota))
    assert full_name(s) == "Kecamatan Lowokwaru Kota Malang"
    assert jabatan_kepala_daerah(s) == "Wali Kota Malang"


@pytest.mark.parametrize(
    ("content", "address"),
    [
        ({}, ("Jl. Ahmad Yani No. 104, Telepon (0336) 322155", "Jombang – Kode Pos 68168")),
        (
            {"telepon": "", "surel": "kec.jombang@jemberkab.go.id"},
            ("Jl. Ahmad Yani No. 104", "Jombang – Kode Pos 68168 – Surel kec.jombang@jemberkab.go.id"),
        ),
        ({"alamat": "", "telepon": "", "kode_pos": "", "ibu_kota": ""}, ()),
    ],
)
def test_the_letterhead_leaves_out_what_is_not_recorded(
    content: dict[str, str], address: tuple[str, ...]
) -> None:
    s = replace(snapshot_rencana(), kecamatan=replace(KECAMATAN, **content))  # type: ignore[arg-type]
    assert kop(s).addresses == address


@pytest.mark.parametrize(
    ("place", "tanggal", "cetak", "result"),
    [
        ("Jember", date(2023, 11, 1), "", "Jember, 1 November 2023"),
        ("Jember", None, "Januari 2023", "Jember, Januari 2023"),
        ("Jember", date(2023, 11, 1), "Januari 2023", "Jember, 1 November 2023"),
        (" ", None, "Januari 2023 ", "Januari 2023"),
        ("Jember", None, "", "Jember"),
        ("", None, "", ""),
    ],
)
def test_place_and_date_as_far_as_recorded(place: str, tanggal: date | None, cetak: str, result: str) -> None:
    assert place_and_date(place, tanggal, cetak) == result


def test_a_bupati_has_neither_pangkat_nor_nip() -> None:
    assert block(BUPATI, "Bupati Jember").below == ()
    assert block(CAMAT, "Camat Jombang").below == ("Penata Tingkat I", "NIP 19801124 200112 1 003")


def test_the_office_stands_where_no_person_is_recorded() -> None:
    n = replace(naskah_rencana(camat=None), tempat="", tanggal=None)
    (camat,) = tanda_tangan_camat(n).blocks
    assert (camat.heads, camat.nama, camat.below) == (("Camat Jombang,",), "", ())


def test_the_office_held_is_the_one_recorded() -> None:
    (camat,) = tanda_tangan_camat(naskah_rencana(camat=replace(CAMAT, jabatan="Plt. Camat Jombang"))).blocks
    assert camat.heads == ("Jember, 21 Februari 2024", "Plt. Camat Jombang,")


def test_who_signs_on_behalf_puts_the_office_signed_for_above_the_own_one() -> None:
    sekda = replace(
        BUPATI, nama="Ir. MIRFANO", jabatan="Sekretaris Daerah a.n. Bupati Jember", atas_nama="Bupati Jember"
    )
    assert block(sekda, "Bupati Jember", "Pihak Kedua,").heads == (
        "Pihak Kedua,",
        "a.n. Bupati Jember",
        "Sekretaris Daerah,",
    )
