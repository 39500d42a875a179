"""All drawings: unnamed, texts of users only ever text, the same bytes each time."""

import re
from decimal import Decimal

from reports.charts import (
    CapaianBar,
    ChartNode,
    KinerjaNode,
    capaian_bar,
    kinerja_tree,
    organisasi_chart,
)
from tests.reports.charts.drawing import SEKRETARIS, SVG, Figure


def all_figures(text: str = "Teks") -> list[str]:
    return [
        capaian_bar([CapaianBar(text, Decimal(95))]),
        organisasi_chart(ChartNode(text, (SEKRETARIS, ChartNode(text)))),
        *kinerja_tree(KinerjaNode(text, (KinerjaNode(text),)), max_height=105),
    ]


def test_drawings_leave_their_name_to_the_document() -> None:
    for svg in all_figures():
        root = Figure(svg).root
        assert not {"id", "role", "aria-labelledby"} & {nama for u in root.iter() for nama in u.attrib}


def test_text_of_users_is_only_ever_text() -> None:
    evil = "<script>alert('x')</script> & \"A\""
    for svg in all_figures(text=evil):
        figure = Figure(svg)
        assert "<script>alert('x')</script>" in figure.word
        assert {u.tag.removeprefix(SVG) for u in figure.root.iter()} == {"svg", "rect", "path", "text"}


def test_same_input_same_bytes_and_no_style_that_a_strict_policy_blocks() -> None:
    assert all_figures() == all_figures()
    for svg in all_figures():
        assert "style" not in re.sub(r'font-style="\w+"', "", svg)
        assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
