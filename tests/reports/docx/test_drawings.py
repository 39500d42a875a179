"""Drawings and photos of the Word file."""

from __future__ import annotations

from decimal import Decimal

import pytest
from docx.oxml import parse_xml

from reports.charts import CapaianBar, ChartNode, KinerjaNode, capaian_bar, kinerja_tree, organisasi_chart
from reports.document.tree import Figure, FotoBlock
from reports.docx import DocxError
from sakip.snapshot.types import Berkas
from tests.reports.docx.blocks import png
from tests.reports.docx.read_docx import WP, WPS, A, W, docx_body, docx_file, open_page, paragraphs, text


def graphic() -> list[str]:
    """One drawing of each kind that the report has."""
    bars = [
        CapaianBar(nama="Indeks & survei", capaian=Decimal("98.5")),
        CapaianBar(nama="Lain", capaian=None),
    ]
    node = KinerjaNode("Tujuan", (KinerjaNode("Sasaran", (KinerjaNode("Program", kode="7.01"),)),))
    return [
        capaian_bar(bars),
        organisasi_chart(ChartNode("Camat", (ChartNode("Seksi Satu"), ChartNode("Seksi Dua")))),
        *kinerja_tree(node, max_height=105),
    ]


@pytest.mark.parametrize("order", range(3), ids=["batang", "bagan", "pohon"])
def test_our_drawings_become_shapes_stroke_by_stroke(order: int) -> None:
    svg = graphic()[order]
    root = parse_xml(svg)
    space = "{http://www.w3.org/2000/svg}"
    content = docx_body(docx_file(Figure(key="g", title="Judul", svg=svg, alt="Uraian & gambar")))
    (frame,) = content.iter(f"{WP}inline")
    assert frame.find(f"{WP}docPr").get("descr") == "Uraian & gambar"
    writing = [t.text for t in root.iter(f"{space}text")]
    assert [text(t) for t in frame.iter(f"{WPS}txbx")] == writing
    line = sum(j.get("d").count("L") for j in root.iter(f"{space}path"))
    assert [g.get("prst") for g in frame.iter(f"{A}prstGeom")].count("line") == line
    rectangle = len(list(root.iter(f"{space}rect")))
    assert len(list(frame.iter(f"{WPS}wsp"))) == len(writing) + line + rectangle
    # As wide as the text of the page: 160 mm of F4 between margins of 30 and 25.
    assert int(frame.find(f"{WP}extent").get("cx")) == pytest.approx(160 * 36_000, abs=635)
    # A program without shapes reads what it shows.
    (recovery,) = content.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    assert text(recovery) == "Uraian & gambar"


def test_shapes_lie_where_the_drawing_has_them() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 1000 500">'
        '<rect x="100" y="200" width="300" height="40" fill="#1b4f72"/>'
        '<path d="M10 400L210 300" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="4 2"/></svg>'
    )
    content = docx_body(docx_file(Figure(key="g", title="J", svg=svg, alt="U")))
    rectangle, line = (b.find(f"{WPS}spPr/{A}xfrm") for b in content.iter(f"{WPS}wsp"))
    # A unit is 0,1 mm or 3600 EMU.
    assert [dict(u.attrib) for u in rectangle] == [
        {"x": "360000", "y": "720000"},
        {"cx": "1080000", "cy": "144000"},
    ]
    assert line.get("flipV") == "1"  # it rises to the right
    assert [dict(u.attrib) for u in line] == [
        {"x": "36000", "y": "1080000"},
        {"cx": "720000", "cy": "360000"},
    ]
    assert [w.get("val") for w in content.iter(f"{A}srgbClr")] == ["1B4F72", "000000"]
    assert [d.get("val") for d in content.iter(f"{A}prstDash")] == ["dash"]


def test_the_mark_of_a_point_is_an_area_of_its_colour() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="50mm" viewBox="0 0 1000 500">'
        '<path d="M100 200L120 240L80 240Z" fill="#1b4f72" stroke="#fff" stroke-width="2"/></svg>'
    )
    (mark,) = docx_body(docx_file(Figure(key="g", title="J", svg=svg, alt="U"))).iter(f"{WPS}wsp")
    # A unit is 3600 EMU: the triangle lies from 80 to 120 and from 200 to 240.
    assert [dict(u.attrib) for u in mark.find(f"{WPS}spPr/{A}xfrm")] == [
        {"x": "288000", "y": "720000"},
        {"cx": "144000", "cy": "144000"},
    ]
    corners = [(p.get("x"), p.get("y")) for p in mark.iter(f"{A}pt")]
    assert corners == [("72000", "0"), ("144000", "144000"), ("0", "144000")]
    assert [w.get("val") for w in mark.iter(f"{A}srgbClr")] == ["1B4F72", "FFFFFF"]


@pytest.mark.parametrize(
    "unsur",
    [
        '<circle cx="1" cy="1" r="1"/>',
        '<rect x="0" y="0" width="1" height="1" transform="rotate(3)"/>',
        '<path d="M0 0C1 1 2 2 3 3" fill="none"/>',
        '<path d="M0 0L1 1" fill="#000"/>',
        '<rect x="0" y="0" width="1" height="1" fill="red"/>',
        '<text x="0" y="0" font-size="9">a<tspan>b</tspan></text>',
    ],
    ids=["circle", "transform", "curve", "filled path", "colour name", "tspan"],
)
def test_a_stroke_that_word_would_lose_is_refused(unsur: str) -> None:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1mm" height="1mm" viewBox="0 0 10 10">{unsur}</svg>'
    )
    with pytest.raises(ValueError, match="gambar 'g'"):
        docx_file(Figure(key="g", title="J", svg=svg, alt="U"))


def foto(nama: str = "foto/1.png") -> FotoBlock:
    return FotoBlock(file=Berkas(nama=nama, sha256="0" * 64, lebar=40, tinggi=20), keterangan="Rapat")


@pytest.mark.parametrize(
    ("pixel", "mm"), [((40, 20), (110, 55)), ((20, 40), ("47.5", 95))], ids=["wide", "high"]
)
def test_a_photo_keeps_its_shape_within_its_frame(pixel: tuple[int, int], mm: tuple[str | int, int]) -> None:
    content = docx_file(foto(), media={"foto/1.png": png(*pixel)})
    (shape,) = open_page(content).inline_shapes
    assert (shape.width, shape.height) == tuple(int(Decimal(n) * 36_000) for n in mm)
    assert [text(p) for p in paragraphs(docx_body(content), "KeteranganFoto")] == ["Rapat"]


def test_photos_stand_beside_each_other_as_in_print() -> None:
    """Three: two in the first row, each within half of the 160 mm, and one in the second."""
    media = {f"foto/{n}.png": png(40, 20) for n in (1, 2, 3)}
    body = docx_body(docx_file(*(foto(nama) for nama in media), media=media))
    (grid,) = body.iter(f"{W}tbl")
    rows = [[len(list(cell.iter(f"{A}blip"))) for cell in row.iter(f"{W}tc")] for row in grid.iter(f"{W}tr")]
    assert rows == [[1, 1], [1, 0]]
    assert [text(p) for p in paragraphs(body, "KeteranganFoto")] == ["Rapat"] * 3
    assert all(int(one.get("cx")) <= 80 * 36_000 for one in grid.iter(f"{WP}extent"))


@pytest.mark.parametrize(
    ("media", "message"),
    [
        ({}, 'Gambar "foto/1.png" tidak ada dalam laporan ini. Unggah ulang gambarnya.'),
        (
            {"foto/1.png": b"GIF89a"},
            'Berkas "foto/1.png" bukan gambar JPEG atau PNG. Unggah ulang gambarnya.',
        ),
        ({"foto/1.png": b"\x89PNG\r\n\x1a\n"}, 'Gambar "foto/1.png" rusak. Unggah ulang gambarnya.'),
        ({"foto/1.png": b"\xff\xd8\xff\xe0"}, 'Gambar "foto/1.png" rusak. Unggah ulang gambarnya.'),
    ],
    ids=["missing", "another kind", "cut PNG", "cut JPEG"],
)
def test_a_photo_that_cannot_be_shown_is_named(media: dict[str, bytes], message: str) -> None:
    with pytest.raises(DocxError) as error:
        docx_file(foto(), media=media)
    assert str(error.value) == message
