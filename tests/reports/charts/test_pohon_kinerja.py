"""The pohon kinerja: small ones without repetition, large ones in several drawings."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.charts import (
    KinerjaNode,
    kinerja_tree,
)
from tests.reports.charts.drawing import LENGTH, Figure, check_box, check_page, height_mm

COLUMNS = ("Sasaran", "Program", "Kegiatan")


def cascade(program: int, kegiatan: int) -> KinerjaNode:
    return KinerjaNode(
        "Meningkatnya kualitas pelayanan publik",
        (
            KinerjaNode(
                "Meningkatnya akuntabilitas kinerja kecamatan",
                tuple(
                    KinerjaNode(
                        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
                        tuple(
                            KinerjaNode(
                                "Administrasi Keuangan Perangkat Daerah",
                                penanggung_jawab="Subbagian Perencanaan dan Keuangan",
                                kode=f"7.01.{p:02}.2.{k:02}",
                                indikator=("Persentase administrasi keuangan: 100%",),
                            )
                            for k in range(1, kegiatan + 1)
                        ),
                        kode=f"7.01.{p:02}",
                        penanggung_jawab="Sekretaris Kecamatan",
                    )
                    for p in range(1, program + 1)
                ),
                indikator=("Nilai SAKIP: A",),
            ),
        ),
    )


def test_small_cascade_is_one_drawing_without_repetition() -> None:
    (svg,) = kinerja_tree(cascade(1, 2), max_height=128)
    figure = Figure(svg)
    check_page(figure)
    check_box(figure, column_titles=COLUMNS)
    assert len(figure.boxes) == 1 + 1 + 1 + 2
    assert "(lanjutan)" not in figure.word
    assert [t.content for t in figure.writing if t.content in COLUMNS] == list(COLUMNS)
    for word in ("7.01.01.2.02 – Subbagian Perencanaan dan Keuangan", "• Nilai SAKIP: A", "keuangan: 100%"):
        assert word in figure.word


def test_no_letter_is_smaller_than_eight_points() -> None:
    # 8 points are 2,82 mm, of which a unit of the drawing is a tenth.
    (svg,) = kinerja_tree(cascade(1, 2), max_height=128)
    assert min(float(size) for size in re.findall(r'font-size="([0-9.]+)"', svg)) >= 28.2


def printed_points(svg: str) -> float:
    """The size of the smallest letters in points, as printed 240 mm wide."""
    wide = float(re.findall(r'viewBox="0 0 (\d+) ', svg)[0])
    return min(float(size) for size in re.findall(r'font-size="([0-9.]+)"', svg)) * 240 / wide * 72 / 25.4


def test_a_cascade_that_leaves_room_is_drawn_larger() -> None:
    """Two kegiatan are a third of a page at 8 points: they are drawn at 11,5; what fills the page at 8 stays so."""
    (small,) = kinerja_tree(cascade(1, 2), max_height=128, grow=True)
    (full,) = kinerja_tree(cascade(1, 6), max_height=82, grow=True)
    assert round(printed_points(small), 1) == 11.5
    assert round(printed_points(full), 1) == 8.2
    for svg, most in ((small, 128), (full, 90)):
        figure = Figure(svg)
        assert figure.root.attrib["width"] == "240mm"
        assert height_mm(figure) <= most
        check_page(figure)


def test_large_cascade_continues_and_repeats_what_stands_above() -> None:
    parts = [Figure(svg) for svg in kinerja_tree(cascade(3, 12), max_height=128)]
    assert len(parts) > 2
    for nomor, figure in enumerate(parts, start=1):
        check_page(figure)
        check_box(figure, column_titles=COLUMNS)
        assert height_mm(figure) <= 128
        assert "Tujuan: Meningkatnya kualitas pelayanan publik" in figure.word
        assert ("(lanjutan)" in figure.word) == (nomor > 1)
    kegiatan = re.compile(r"7\.01\.\d\d\.2\.\d\d(?= )")
    drawn = [m[0] for figure in parts for t in figure.writing if (m := kegiatan.match(t.content))]
    assert drawn == [f"7.01.{p:02}.2.{k:02}" for p in (1, 2, 3) for k in range(1, 13)]


def test_equal_elements_stay_apart() -> None:
    twin = KinerjaNode("Program")
    (svg,) = kinerja_tree(KinerjaNode("T", (KinerjaNode("S", (twin, twin)),)), max_height=105)
    figure = Figure(svg)
    assert len(figure.boxes) == 4
    assert "(lanjutan)" not in figure.word


def test_a_text_beyond_all_measure_still_fits_the_page() -> None:
    giant = " ".join([LENGTH] * 40)
    node = KinerjaNode(giant, penanggung_jawab=giant, kode=giant, indikator=(giant, giant))
    for level in range(3):
        node = KinerjaNode(giant, (node,), penanggung_jawab=giant, kode=f"{level}")
    (figure,) = (Figure(svg) for svg in kinerja_tree(node, max_height=80))
    check_page(figure)
    check_box(figure, column_titles=COLUMNS)
    assert height_mm(figure) <= 80


@given(
    st.lists(
        st.lists(st.integers(min_value=0, max_value=5), max_size=4),
        min_size=1,
        max_size=3,
    ),
    st.integers(min_value=80, max_value=250),
)
@settings(max_examples=40)
def test_any_cascade_fits_and_every_leaf_is_drawn_once(shape: list[list[int]], max_height: int) -> None:
    sasaran = tuple(
        KinerjaNode(
            LENGTH,
            tuple(
                KinerjaNode(LENGTH, tuple(KinerjaNode("Kegiatan", kode="K") for _ in range(kegiatan)))
                for kegiatan in one
            ),
        )
        for one in shape
    )
    parts = [Figure(svg) for svg in kinerja_tree(KinerjaNode("T", sasaran), max_height=max_height)]
    for figure in parts:
        check_page(figure)
        check_box(figure, column_titles=COLUMNS)
        assert height_mm(figure) <= max_height
        assert figure.root.attrib["width"] == "240mm"
    drawn = sum(t.content == "K" for figure in parts for t in figure.writing)
    assert drawn == sum(kegiatan for one in shape for kegiatan in one)


def test_a_fifth_level_is_refused() -> None:
    inside = KinerjaNode("lima")
    for text in ("empat", "tiga", "dua", "satu"):
        inside = KinerjaNode(text, (inside,))
    with pytest.raises(ValueError, match="paling banyak 4 tingkat: 'lima'"):
        kinerja_tree(inside, max_height=105)
