"""All drawings: unnamed, texts of users only ever text, the same bytes each time."""

import re
from decimal import Decimal

from reports.charts import (
    BatangCapaian,
    ChartNode,
    SimpulKinerja,
    bagan_organisasi,
    batang_capaian,
    pohon_kinerja,
)
from tests.reports.charts.drawing import SEKRETARIS, SVG, Gambar


def semua_gambar(teks: str = "Teks") -> list[str]:
    return [
        batang_capaian([BatangCapaian(teks, Decimal(95))]),
        bagan_organisasi(ChartNode(teks, (SEKRETARIS, ChartNode(teks)))),
        *pohon_kinerja(SimpulKinerja(teks, (SimpulKinerja(teks),)), tinggi_maks=105),
    ]


def test_drawings_leave_their_name_to_the_document() -> None:
    for svg in semua_gambar():
        akar = Gambar(svg).akar
        assert not {"id", "role", "aria-labelledby"} & {nama for u in akar.iter() for nama in u.attrib}


def test_text_of_users_is_only_ever_text() -> None:
    jahat = "<script>alert('x')</script> & \"A\""
    for svg in semua_gambar(teks=jahat):
        gambar = Gambar(svg)
        assert "<script>alert('x')</script>" in gambar.kata
        assert {u.tag.removeprefix(SVG) for u in gambar.akar.iter()} == {"svg", "rect", "path", "text"}


def test_same_input_same_bytes_and_no_style_that_a_strict_policy_blocks() -> None:
    assert semua_gambar() == semua_gambar()
    for svg in semua_gambar():
        assert "style" not in re.sub(r'font-style="\w+"', "", svg)
        assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
