"""A pangkat is named with its own golongan, however both are written."""

from __future__ import annotations

import pytest

from sakip.checks.material import Surroundings
from sakip.snapshot.types import SDMRow
from tests.sakip.checks.text.passages import found
from tests.table_tests import each_row

AROUND = Surroundings(
    grades=(
        ("Pembina Tingkat I", "IV/b"),
        ("Pembina", "IV/a"),
        ("Penata Tingkat I", "III/d"),
        ("Penata", "III/c"),
        ("Penata Muda Tingkat I", "III/b"),
        ("Penata Muda", "III/a"),
    )
)
CODE = "pangkat-sesuai-golongan"


@pytest.mark.parametrize(
    ("text", "written", "right"),
    [
        ("Camat berpangkat Penata Tk. I (III/c).", "Penata Tk. I (III/c)", "Penata Tingkat I adalah III/d"),
        ("Pembina Tingkat 1, IVa", "Pembina Tingkat 1, IVa", "Pembina Tingkat I adalah IV/b"),
        ("PENATA MUDA, gol. ruang III/b", "PENATA MUDA, gol. ruang III/b", "Penata Muda adalah III/a"),
        ("Pembina / Gol. III/d", "Pembina / Gol. III/d", "Pembina adalah IV/a"),
    ],
)
def test_a_golongan_of_another_pangkat_is_found(text: str, written: str, right: str) -> None:
    assert found(CODE, text, around=AROUND) == [f"“{written}”: golongan {right}. Perbaiki salah satunya."]


@each_row(
    "text",
    [
        "Penata Tk.I (III/d)",
        "Pembina Tk I - 4b",
        "Penata Muda Tingkat I (III/b) dan Penata (III/c)",
        "Penata dengan masa kerja 4 bulan",
        "Pembina (Camat)",
        "Penata III.c",
        "Tabel III/d memuat penata usaha.",
    ],
)
def test_what_fits_or_names_no_golongan_stays_silent(text: str) -> None:
    assert found(CODE, text, around=AROUND) == []
    assert found(CODE, "Penata Tk. I (III/c)") == []  # no pangkat is known


def staff(uraian: str, golongan: str) -> SDMRow:
    return SDMRow(kelompok="golongan", uraian=uraian, golongan=golongan, asn=1, non_asn=None, keterangan="")


def test_a_row_of_the_table_of_people_is_read_as_well() -> None:
    rows = (
        staff("Penata Tingkat I", "III/c"),
        staff("Penata", "III/c"),
        staff("Pembina", ""),
        staff("PPPK", "IX"),
    )
    assert found(CODE, around=AROUND, sdm=rows) == [
        "“Penata Tingkat I III/c”: golongan Penata Tingkat I adalah III/d. Perbaiki salah satunya."
    ]
