"""Drawings that put kecamatan beside each other: everything is written, inside the page, and can be read."""

import re
from decimal import Decimal

import pytest

from reports.charts import (
    MOST_COLUMNS,
    NARROW,
    Count,
    HeatCell,
    HeatRow,
    Pair,
    Series,
    SharedRow,
    Trend,
    count_bars,
    heat_map,
    pair_bars,
    share_bars,
    small_trends,
    year_lines,
)
from reports.charts.heat import luminance
from tests.reports.charts.drawing import LENGTH, Figure

SCALE = ("AA (Sangat Memuaskan)", "A (Memuaskan)", "BB", "B", "CC", "C", "D (Sangat Kurang)")


def inside(figure: Figure) -> bool:
    return all(figure.page.fits(one) for one in (*figure.boxes, *figure.writing))


def test_a_heat_map_of_most_columns_keeps_within_the_page() -> None:
    rows = [HeatRow(f"Kecamatan {n}", (HeatCell("100,00%", n % 7),) * MOST_COLUMNS) for n in range(31)]
    figure = Figure(heat_map([LENGTH] * MOST_COLUMNS, rows, SCALE))
    assert inside(figure)
    assert figure.word.count("100,00%") == 31 * MOST_COLUMNS
    with pytest.raises(ValueError, match="1 sampai 7 kolom"):
        heat_map([LENGTH] * (MOST_COLUMNS + 1), [], SCALE)


@pytest.mark.parametrize("levels", range(2, 11))
def test_what_is_written_on_any_shade_can_be_read(levels: int) -> None:
    """4,5 : 1 on every shade of a scale (WCAG 2.2, 1.4.3), whose shades all differ."""
    scale = [str(n) for n in range(levels)]
    svg = heat_map(["A"], [HeatRow("x", (HeatCell("95%", n),)) for n in range(levels)], scale)
    pairs = re.findall(r'<rect[^>]*fill="#(\w{6})"[^>]*/>\n<text[^>]*fill="#(\w{3})" font-weight', svg)
    assert len({fill for fill, _ in pairs}) == levels
    for fill, ink in pairs:
        light = luminance([int(fill[n : n + 2], 16) for n in (0, 2, 4)])
        written = 1 if ink == "fff" else 0
        lighter, darker = max(light, written), min(light, written)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (fill, ink)


def test_a_cell_without_a_predikat_is_words_in_a_dashed_border_and_one_without_words_is_empty() -> None:
    svg = heat_map(["A", "B"], [HeatRow("x<y", (HeatCell("tidak tersedia"), HeatCell("")))], SCALE)
    assert svg.count("stroke-dasharray") == 1
    assert "tidak tersedia" in Figure(svg).word
    assert "x&lt;y" in svg


def test_pairs_are_as_long_as_their_values_and_the_unknown_has_no_bar() -> None:
    rows = [
        Pair("Ajung", (Decimal(100), Decimal(50)), ("100,00%", "50,00%")),
        Pair("Balung", (None, Decimal(0)), ("belum diisi", "0,00%")),
    ]
    figure = Figure(pair_bars(rows, ("Capaian", "Serapan")))
    assert inside(figure)
    _, _, *bars = figure.boxes  # two of the legend
    # The plot is 930 units wide; a hollow bar is a unit narrower on each side.
    assert [one.right - one.x for one in bars] == [930, 463, 1]
    assert "belum diisi" in figure.word


def test_a_line_is_broken_where_a_year_has_no_value() -> None:
    one = Series("Median", (Decimal(80), None, Decimal(90), Decimal(100)), ("80%", "", "90%", "100%"))
    svg = year_lines((2020, 2021, 2022, 2023), [one])
    figure = Figure(svg)
    assert inside(figure)
    assert len(re.findall(r'stroke-width="6"', svg)) == 2  # the legend's and that between 2022 and 2023
    assert all(str(year) in figure.word for year in (2020, 2021, 2022, 2023))


def test_values_that_are_alike_are_written_apart() -> None:
    same = [Series(name, (Decimal(80),), ("80%",)) for name in "ABC"]
    labels = [
        one for one in Figure(year_lines((2023,), same)).writing if one.content == "80%" and one.x > 200
    ]
    assert len(labels) == 3
    assert not any(a.overwrites(b) for n, a in enumerate(labels) for b in labels[n + 1 :])


def test_counts_say_their_number_and_none_has_no_bar() -> None:
    figure = Figure(
        count_bars([Count("Baik", 10), Count("Cukup", 0), Count("Tanpa capaian", 5, known=False)])
    )
    assert inside(figure)
    assert [one.right - one.x for one in figure.boxes] == [920, 458]
    assert [t.content for t in figure.writing] == ["Baik", "10", "Cukup", "0", "Tanpa capaian", "5"]


def test_shares_are_as_long_as_they_are_large_and_none_is_hollow() -> None:
    """A bar of 1176 units: 3 of 4 are 882, 1 of 4 is 294; half and half 588. Of one of a thousand there is no room for
    the number, and of nobody there is no bar."""
    rows = [
        SharedRow("Jember", (3, 0), 1),
        SharedRow("Banyuwangi", (0, 2), 2),
        SharedRow("Jawa Timur", (1, 1999), 0),
        SharedRow("Sleman", (0, 0), 0),
    ]
    figure = Figure(share_bars(rows, ("Baik", "Cukup")))
    assert inside(figure)
    legend, bars = figure.boxes[:2], figure.boxes[2:]
    assert len(legend) == 2
    assert [one.right - one.x for one in bars] == [882, 588, 1176]
    said = [t.content for t in figure.writing]
    assert said == [
        "Baik",
        "Cukup",
        "Jember",
        "3",
        "1",
        "Banyuwangi",
        "2",
        "2",
        "Jawa Timur",
        "1.999",
        "Sleman",
    ]


def test_small_drawings_of_values_alike_have_one_axis_and_no_legend_of_targets_that_are_not_there() -> None:
    none = (None, None)
    course = (
        Trend("Sasaran 1", (Decimal(90), Decimal(100)), none, ("90,00", "100,00")),
        Trend("Sasaran 2", (Decimal(100), Decimal(100)), none, ("100,00", "100,00")),
    )

    def heights(svg: str) -> set[str]:
        return set(re.findall(r'<text[^>]* y="(\d+)"[^>]*>100,00<', svg))

    together = small_trends((2022, 2023), course, name="Capaian", alike=True)
    assert len(heights(together)) == 1
    assert len(heights(small_trends((2022, 2023), course))) == 2
    assert inside(Figure(together))
    assert "Capaian" in Figure(together).word
    assert "Target" not in Figure(together).word


@pytest.mark.parametrize("target", range(101))
def test_no_value_is_written_over_a_target(target: int) -> None:
    """A value of 50 between 0 and 100, with its target anywhere: a word of 26 stands 20 above its line and 5 below."""
    course = Trend(
        "Konflik",
        (Decimal(0), Decimal(50), Decimal(100)),
        (None, Decimal(target), None),
        ("0", "50 kg", "100"),
    )
    drawn = small_trends((2021, 2022, 2023), [course])
    (word,) = (int(n) for n in re.findall(r'<text[^>]* y="(\d+)"[^>]*>50 kg<', drawn))
    bars = [
        (int(y), int(y) + int(h))
        for y, h in re.findall(r'<rect[^>]* y="(\d+)" width="60" height="(\d+)"', drawn)
    ]
    assert len(bars) == 2, "that of the legend and the target's"
    top, bottom = bars[1]
    assert bottom < word - 20 or top > word + 5
    assert inside(Figure(drawn))


def test_steps_of_a_scale_among_values_alike_have_an_axis_of_their_own() -> None:
    none = (None, None)
    steps = Trend("Nilai SAKIP", (Decimal(3), Decimal(4)), none, ("CC", "B"), apart=True)
    course = (
        Trend("Sasaran 1", (Decimal(90), Decimal(100)), none, ("90,00", "100,00")),
        steps,
        Trend("Sasaran 2", (Decimal(100), Decimal(100)), none, ("100,00", "100,00")),
    )
    drawn = small_trends((2022, 2023), course, alike=True)

    def height(said: str) -> set[str]:
        return set(re.findall(rf'<text[^>]* y="(\d+)"[^>]*>{said}<', drawn))

    # The lowest of each axis and the highest of each are equally high: 3 is not far below 90.
    assert height("CC") == height("90,00")
    assert height("B") == height("100,00")
    assert inside(Figure(drawn))


def test_what_is_drawn_for_a_phone_has_as_large_words_in_less_than_half_the_width() -> None:
    pairs = [
        Pair("Sasaran 1", (Decimal(95), Decimal(100)), ("95,00%", "100,00%")),
        Pair("Kecamatan", (None, Decimal(90)), ("belum diisi", "90,00%")),
    ]
    trends = [
        Trend(
            "Persentase Penyelesaian Laporan", (Decimal(90), Decimal(95)), (Decimal(100),) * 2, ("90%", "95%")
        ),
        Trend("IKM", (Decimal(80), Decimal(85)), (None, Decimal(85)), ("80", "85")),
    ]
    serapan = Series("Serapan anggaran", (Decimal("94.45"), Decimal("94.5")), ("94,45%", "94,50%"))
    for wide, narrow in (
        (pair_bars(pairs, ("Capaian", "Serapan")), pair_bars(pairs, ("Capaian", "Serapan"), narrow=True)),
        (small_trends((2022, 2023), trends), small_trends((2022, 2023), trends, beside=1, room=NARROW)),
        (year_lines((2022, 2023), [serapan]), year_lines((2022, 2023), [serapan], narrow=True)),
    ):
        assert inside(Figure(narrow))
        assert f'viewBox="0 0 {NARROW} ' in narrow
        assert set(re.findall(r'font-size="(\d+)"', narrow)) == set(re.findall(r'font-size="(\d+)"', wide))
        assert set(Figure(narrow).word) == set(Figure(wide).word)
