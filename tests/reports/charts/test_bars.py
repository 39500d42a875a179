"""Bars of capaian: as long as their values, and whatever is unknown in words."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    CapaianBar,
    capaian_bar,
)
from tests.reports.charts.drawing import LENGTH, Figure, check_page


def rows_2023() -> list[CapaianBar]:
    return [
        CapaianBar(LENGTH, Decimal(95)),
        CapaianBar("Indeks Kepuasan Masyarakat (IKM)", Decimal(100)),
        CapaianBar("Nilai SAKIP OPD", Decimal(100)),
        CapaianBar("Persentase fasilitasi kegiatan pemberdayaan masyarakat", Decimal(85)),
    ]


def test_bars_are_as_long_as_their_values() -> None:
    figure = Figure(capaian_bar(rows_2023()))
    check_page(figure)
    # The plot is 840 units wide, so one percent is 8.4; a bar begins and ends 2 units beyond its value.
    assert [k.right - k.x - 4 for k in figure.boxes] == [798, 840, 840, 714]
    for nilai in ("95,00%", "100,00%", "85,00%", "0%", "20%", "80%", "100%", "target 100%"):
        assert nilai in [t.content for t in figure.writing]


def test_a_bar_says_what_its_table_says() -> None:
    figure = Figure(capaian_bar([CapaianBar("A", Decimal("100.7"), said="100,7%")]))
    assert "100,7%" in figure.word
    assert "100,70%" not in figure.word


def test_unknown_is_words_and_zero_is_a_stroke() -> None:
    empty = capaian_bar([CapaianBar("A", None)])
    assert "tidak dapat disimpulkan" in Figure(empty).word
    assert "0,00%" not in Figure(empty).word

    zero = Figure(capaian_bar([CapaianBar("A", Decimal(0))]))
    assert "0,00%" in zero.word
    assert [k.right - k.x for k in zero.boxes] == [4]


def test_what_is_unknown_is_readable_wherever_zero_stands() -> None:
    rows = [CapaianBar("A", None), CapaianBar("B", Decimal(-9_000))]
    figure = Figure(capaian_bar(rows))
    check_page(figure)
    assert "tidak dapat disimpulkan" in figure.word


def test_axis_reaches_below_zero_and_above_the_target() -> None:
    figure = Figure(capaian_bar([CapaianBar("A", Decimal("107.81")), CapaianBar("B", Decimal(-50))]))
    check_page(figure)
    marks = [t.content for t in figure.writing if re.fullmatch(r"−?\d+%", t.content)]
    assert marks == ["−60%", "−40%", "−20%", "0%", "20%", "40%", "60%", "80%", "100%", "120%"]
    above, below = figure.boxes
    assert below.right == above.x + 2  # the bar below zero ends on the axis from which the other begins
    assert below.right - below.x == 233  # 50 of 180 percent on 840 units


def test_a_name_too_long_for_three_lines_is_cut() -> None:
    nama = f"{LENGTH} {LENGTH}"
    figure = Figure(capaian_bar([CapaianBar(nama, Decimal(95))]))
    check_page(figure)
    assert "…" in figure.word
    assert nama not in figure.word


@given(
    st.lists(
        st.builds(
            CapaianBar,
            st.text(alphabet="abc W/", max_size=200),
            st.none() | st.decimals(min_value=-2000, max_value=100_000, places=2),
        ),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=60)
def test_any_bars_fit(row: list[CapaianBar]) -> None:
    figure = Figure(capaian_bar(row))
    check_page(figure)
    assert sum(t.content == "–" for t in figure.writing) == sum(b.capaian is None for b in row)


def test_bars_need_rows() -> None:
    with pytest.raises(ValueError, match="sekurang-kurangnya satu indikator"):
        capaian_bar([])
