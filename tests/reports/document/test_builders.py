"""The small builders: groups, lists that finish a sentence, cells of several lines."""

import pytest

from reports.document.builders import (
    baris_baris,
    berkelompok,
    bernomor,
    group_count,
    kolom,
    rincian,
    share_width,
)
from reports.document.tree import Baris, Kolom


@pytest.mark.parametrize(
    ("butir", "hasil"),
    [
        ((), ()),
        (("Satu",), ("satu.",)),
        (("Satu;", "Dua; dan", "Tiga."), ("satu;", "dua; dan", "tiga.")),
        (("Satu ", " dua dan"), ("satu; dan", "dua.")),
        (("", "  ", ";", "Satu"), ("satu.",)),
        (
            ("SKM dinilai", "Camat hadir", "Pemerintah desa"),
            ("SKM dinilai;", "Camat hadir; dan", "Pemerintah desa."),
        ),
    ],
)
def test_items_finish_the_sentence_before_them(butir: tuple[str, ...], hasil: tuple[str, ...]) -> None:
    assert rincian(butir) == hasil


def test_names_keep_their_capitals() -> None:
    assert rincian(("Seksi Pemerintahan;", "Kelompok Jabatan"), nama=True) == (
        "Seksi Pemerintahan; dan",
        "Kelompok Jabatan.",
    )


def test_groups_stand_in_order_of_first_appearance() -> None:
    baris = [("a", 1), ("b", 2), (" A. ", 3)]
    assert list(berkelompok(baris, lambda b: b[0])) == [
        (1, True, ("a", 1)),
        (1, False, (" A. ", 3)),
        (2, True, ("b", 2)),
    ]
    assert group_count(baris, lambda b: b[0]) == 2
    assert group_count([], str) == 0


def test_lines_of_a_cell_are_numbered_only_when_there_are_several() -> None:
    assert bernomor(()) == ""
    assert bernomor(("satu",)) == "satu"
    assert bernomor(("satu", "dua")) == ("1. satu", Baris(), "2. dua")
    assert baris_baris(["satu"]) == "satu"


@pytest.mark.parametrize(
    ("lebar", "banyak", "hasil"), [(100, 3, [34, 33, 33]), (48, 2, [24, 24]), (5, 6, [1] * 5 + [0])]
)
def test_a_width_is_shared_out_whole(lebar: int, banyak: int, hasil: list[int]) -> None:
    assert share_width(lebar, banyak) == hasil


def test_columns_must_fill_the_table() -> None:
    assert kolom((40, "kanan"), 60) == (Kolom(lebar=40, rata="kanan"), Kolom(lebar=60))
    with pytest.raises(ValueError, match="berjumlah 99, seharusnya 100"):
        kolom(40, 59)
