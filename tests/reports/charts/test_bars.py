"""Bars of capaian: as long as their values, and whatever is unknown in words."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    BatangCapaian,
    batang_capaian,
)
from tests.reports.charts.drawing import PANJANG, Gambar, check_page


def baris_2023() -> list[BatangCapaian]:
    return [
        BatangCapaian(PANJANG, Decimal(95)),
        BatangCapaian("Indeks Kepuasan Masyarakat (IKM)", Decimal(100)),
        BatangCapaian("Nilai SAKIP OPD", Decimal(100)),
        BatangCapaian("Persentase fasilitasi kegiatan pemberdayaan masyarakat", Decimal(85)),
    ]


def test_bars_are_as_long_as_their_values() -> None:
    gambar = Gambar(batang_capaian(baris_2023()))
    check_page(gambar)
    # The plot is 840 units wide, so one percent is 8.4; a bar begins and ends 2 units beyond its value.
    assert [k.kanan - k.x - 4 for k in gambar.kotak] == [798, 840, 840, 714]
    for nilai in ("95,00%", "100,00%", "85,00%", "0%", "20%", "80%", "100%", "target 100%"):
        assert nilai in [t.isi for t in gambar.tulisan]


def test_unknown_is_words_and_zero_is_a_stroke() -> None:
    kosong = batang_capaian([BatangCapaian("A", None)])
    assert "tidak dapat disimpulkan" in Gambar(kosong).kata
    assert "0,00%" not in Gambar(kosong).kata

    nol = Gambar(batang_capaian([BatangCapaian("A", Decimal(0))]))
    assert "0,00%" in nol.kata
    assert [k.kanan - k.x for k in nol.kotak] == [4]


def test_what_is_unknown_is_readable_wherever_zero_stands() -> None:
    baris = [BatangCapaian("A", None), BatangCapaian("B", Decimal(-9_000))]
    gambar = Gambar(batang_capaian(baris))
    check_page(gambar)
    assert "tidak dapat disimpulkan" in gambar.kata


def test_axis_reaches_below_zero_and_above_the_target() -> None:
    gambar = Gambar(batang_capaian([BatangCapaian("A", Decimal("107.81")), BatangCapaian("B", Decimal(-50))]))
    check_page(gambar)
    tanda = [t.isi for t in gambar.tulisan if re.fullmatch(r"-?\d+%", t.isi)]
    assert tanda == ["-60%", "-40%", "-20%", "0%", "20%", "40%", "60%", "80%", "100%", "120%"]
    atas, bawah = gambar.kotak
    assert bawah.kanan == atas.x + 2  # the bar below zero ends on the axis from which the other begins
    assert bawah.kanan - bawah.x == 233  # 50 of 180 percent on 840 units


def test_a_name_too_long_for_three_lines_is_cut() -> None:
    nama = f"{PANJANG} {PANJANG}"
    gambar = Gambar(batang_capaian([BatangCapaian(nama, Decimal(95))]))
    check_page(gambar)
    assert "…" in gambar.kata
    assert nama not in gambar.kata


@given(
    st.lists(
        st.builds(
            BatangCapaian,
            st.text(alphabet="abc W/", max_size=200),
            st.none() | st.decimals(min_value=-2000, max_value=100_000, places=2),
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=60)
def test_any_bars_fit(baris: list[BatangCapaian]) -> None:
    gambar = Gambar(batang_capaian(baris))
    check_page(gambar)
    assert sum(t.isi == "–" for t in gambar.tulisan) == sum(b.capaian is None for b in baris)


def test_bars_need_rows() -> None:
    with pytest.raises(ValueError, match="sekurang-kurangnya satu indikator"):
        batang_capaian([])
