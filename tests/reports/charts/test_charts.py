"""All drawings: labelled, texts of users only ever text, the same bytes each time."""

import re
from decimal import Decimal

import pytest

from reports.charts import (
    BatangCapaian,
    ChartNode,
    SimpulKinerja,
    bagan_organisasi,
    batang_capaian,
    pohon_kinerja,
)
from tests.reports.charts.drawing import SEKRETARIS, SVG, Gambar


def semua_gambar(id: str = "g", judul: str = "Judul", teks: str = "Teks") -> list[str]:
    return [
        batang_capaian([BatangCapaian(teks, Decimal(95))], id=id, judul=judul),
        bagan_organisasi(ChartNode(teks, (SEKRETARIS, ChartNode(teks))), id=id, judul=judul),
        *pohon_kinerja([SimpulKinerja(teks, (SimpulKinerja(teks),))], id=id, judul=judul),
    ]


def test_drawings_are_labelled_by_their_title_and_description() -> None:
    for svg in semua_gambar():
        akar = Gambar(svg).akar
        dikenal = {u.attrib["id"]: u for u in akar.iter() if "id" in u.attrib}
        assert akar.attrib["role"] == "img"
        judul, uraian = akar.attrib["aria-labelledby"].split()
        assert dikenal[judul].text == "Judul"
        assert dikenal[uraian].text
        assert len(dikenal) == 3


def test_text_of_users_is_only_ever_text() -> None:
    jahat = "<script>alert('x')</script> & \"A\""
    for svg in semua_gambar(judul=jahat, teks=jahat):
        gambar = Gambar(svg)
        assert gambar.judul == jahat
        assert {u.tag.removeprefix(SVG) for u in gambar.akar.iter()} <= {
            "svg",
            "title",
            "desc",
            "rect",
            "path",
            "text",
        }


@pytest.mark.parametrize("id_", ["", "1a", 'a" onload="x', "a b", "é"])
def test_ids_that_are_no_identifiers_are_refused(id_: str) -> None:
    with pytest.raises(ValueError, match="id grafik tidak sah"):
        batang_capaian([BatangCapaian("A", None)], id=id_, judul="J")
    with pytest.raises(ValueError, match="id grafik tidak sah"):
        bagan_organisasi(ChartNode("A"), id=id_, judul="J")
    with pytest.raises(ValueError, match="id grafik tidak sah"):
        pohon_kinerja([SimpulKinerja("A")], id=id_, judul="J")


def test_same_input_same_bytes_and_no_style_that_a_strict_policy_blocks() -> None:
    assert semua_gambar() == semua_gambar()
    for svg in semua_gambar():
        assert "style" not in re.sub(r'font-style="\w+"', "", svg)
        assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
