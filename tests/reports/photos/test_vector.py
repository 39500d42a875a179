"""SVG that others made: drawn as it looks, or refused in words; it never runs, reads or fetches anything."""

from __future__ import annotations

import socket
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from kecamatan.ground.pictures import PictureRefused
from reports.photos import vector
from reports.photos.vector import draw, safe

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RED = '<rect width="100" height="50" fill="#ff0000"/>'
GREEN, CLEAR = (0, 128, 0, 255), (0, 0, 0, 0)


def svg(content: str, root: str = 'viewBox="0 0 100 50"') -> bytes:
    return f"<svg {HEAD} {root}>{content}</svg>".encode()


def drawn(content: bytes, side: int = 200) -> Image.Image:
    return Image.open(BytesIO(draw(content, side=side))).convert("RGBA")


def test_a_drawing_is_as_large_as_asked_in_its_own_proportions() -> None:
    picture = drawn(svg(RED))
    assert picture.size == (200, 100)
    assert picture.getpixel((100, 50)) == (255, 0, 0, 255)


@pytest.mark.parametrize(
    "root",
    ['width="210mm" height="297mm"', 'width="793.7" height="1122.5px"', 'viewBox="0 0 793.7 1122.5"'],
    ids=["mm", "piksel", "viewBox"],
)
def test_an_emblem_in_the_middle_of_a_sheet_fills_the_picture(root: str) -> None:
    """Drawn anew at its own place, not enlarged: 100 × 200 of the sheet become 100 × 200 pixels."""
    picture = drawn(svg('<rect x="300" y="400" width="100" height="200" fill="green"/>', root))
    assert picture.size == (100, 200)
    assert picture.getpixel((50, 100)) == GREEN


def test_styles_gradients_and_repeated_parts_are_drawn() -> None:
    content = """
      <style>.daun { fill: green }</style>
      <defs><g id="daun"><rect class="daun" width="50" height="50"/></g>
      <linearGradient id="g"><stop stop-color="#00f"/></linearGradient></defs>
      <use xlink:href="#daun"/><use href="#daun" x="50" style="fill:url(#g)"/>
    """
    assert drawn(svg(content)).getpixel((150, 50)) == GREEN


@pytest.mark.parametrize(
    "silent",
    [
        "<script>alert(1)</script>",
        '<script xlink:href="https://contoh.id/x.js"/>',
        "<metadata><rdf xmlns='urn:rdf'/></metadata>",
        '<inkscape:path-effect xmlns:inkscape="urn:inkscape" id="p"/>',
        '<animate attributeName="fill" to="blue"/>',
        "<?xml-stylesheet href='https://contoh.id/x.css'?>",
        "<!-- catatan -->",
        '<style>@font-face { font-family: X; src: url("https://contoh.id/x.woff") }</style>',
    ],
)
def test_what_draws_nothing_is_left_out(silent: str) -> None:
    content = svg(
        f'{silent}<a xlink:href="javascript:alert(1)" onclick="alert(1)">{RED}</a>',
        'onload="x()" viewBox="0 0 100 50"',
    )
    left = etree.tostring(safe(content)).decode()
    for word in (
        "script",
        "onclick",
        "onload",
        "alert",
        "contoh.id",
        "inkscape",
        "animate",
        "catatan",
        "metadata",
    ):
        assert word not in left
    assert drawn(content).getpixel((100, 50)) == (255, 0, 0, 255)


LEADS_OUT = "merujuk ke luar berkasnya"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<image href="file:///etc/passwd"/>', "memuat gambar sematan"),
        ('<image xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>', "memuat gambar sematan"),
        ('<use href="https://contoh.id/lain.svg#a"/>', LEADS_OUT),
        ('<use xlink:href="lain.svg#a"/>', LEADS_OUT),
        ('<linearGradient id="g" xlink:href="file:///etc/passwd#g"/>', LEADS_OUT),
        ('<rect fill="url(https://contoh.id/x#y)" width="9" height="9"/>', LEADS_OUT),
        ('<rect style="fill:url( \'https://contoh.id/x\' )" width="9" height="9"/>', LEADS_OUT),
        ("<style>@import 'https://contoh.id/x.css';</style>", LEADS_OUT),
        ("<style>.a { fill: u\\72l(https://contoh.id) }</style>", LEADS_OUT),
        ("<style><![CDATA[.a { background: url(//contoh.id/x) }]]></style>", LEADS_OUT),
        (
            "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
            "bagian yang bukan SVG",
        ),
        ("<text>Jember</text>", "memuat tulisan (ubah menjadi kurva di penyuntingnya)"),
        ('<pattern id="p"/>', "memuat isian bermotif"),
        ("<switch/>", "memuat unsur <switch>"),
        ('<g filter="url(#f)"/>', "memakai efek (filter)"),
        ('<g style="filter:url(#f)"/>', "memakai efek (filter atau penanda)"),
        ("<rect", "bukan SVG yang utuh"),
        ("", "tidak menggambar apa pun"),
    ],
)
def test_what_would_be_missed_or_leads_out_is_refused_with_what_helps(content: str, said: str) -> None:
    with pytest.raises(PictureRefused) as refused:
        draw(svg(content), side=200)
    assert said in str(refused.value)
    assert "Ekspor lambang itu sebagai PNG" in str(refused.value)


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LAUGHS.encode() + svg("&b;"), "memuat deklarasi ENTITY"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("&x;"), "memuat deklarasi ENTITY"),
        (
            b'<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://contoh.id/x.dtd"> %x;]>' + svg(RED),
            "deklarasi ENTITY",
        ),
        (
            ('<?xml version="1.0" encoding="utf-16"?>' + LAUGHS + "<svg/>").encode("utf-16"),
            "bukan SVG yang utuh",
        ),
        (b'<svg viewBox="0 0 1 1"/>', "bukan SVG."),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', "bukan SVG."),
        (svg(RED, ""), "tidak menyebut ukurannya"),
        (svg(RED, 'width="100%" height="100%"'), "tidak menyebut ukurannya"),
        (svg(RED, 'viewBox="0 0 nan 5"'), "ukuran yang tidak mungkin"),
        (svg(RED, 'viewBox="0 0 -1 -1"'), "ukuran yang tidak mungkin"),
        (svg(RED, 'viewBox="0 0 1 1e30"'), "ukuran yang tidak mungkin"),
        (svg("<g>" * 70 + RED + "</g>" * 70), "bersarang lebih dari 64 tingkat"),
        (svg("<g/>" * 20_001), "lebih dari 20 ribu unsur"),
    ],
)
def test_a_hostile_file_is_refused_before_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch, content: bytes, said: str
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("digambar")

    monkeypatch.setattr(vector.subprocess, "run", forbidden)
    with pytest.raises(PictureRefused) as refused:
        draw(content, side=200)
    assert said in str(refused.value)


def test_a_document_type_without_entities_is_what_editors_write(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nobody goes where it points."""

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("jaringan dipakai")

    monkeypatch.setattr(socket, "create_connection", forbidden)
    head = (
        b'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert drawn(head + svg(RED)).size == (200, 100)


def test_a_drawing_that_asks_for_hours_is_given_up() -> None:
    """Ten to the eleventh rectangles in 3 KB: the process that draws may use two seconds of processor."""
    levels = "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
    content = svg(f'<defs><g id="a0">{RED}</g>{levels}</defs><use href="#a11"/>')
    with pytest.raises(PictureRefused, match="terlalu rumit untuk digambar"):
        draw(content, side=200)


def test_the_program_that_draws_knows_nothing_of_the_site() -> None:
    source = Path(vector.__file__).with_name("draw_svg.py").read_text()
    assert "RLIMIT_CPU" in source
    assert "django" not in source.replace("no Django", "")
