"""What is kept with a style instead of being asked again: the same bytes as without, also where styles are unusual."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

import pydyf  # type: ignore[import-untyped]
import pytest
from tinyhtml5 import inputstream  # type: ignore[import-untyped]
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.color import get_color
from weasyprint.formatting_structure import boxes
from weasyprint.layout.background import layout_box_backgrounds
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.percent import resolve_percentages
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.svg.text import Style, TextBox
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout, _font_style_cache_key, split_first_line, strut

from reports.pdf import lean, styles, texts
from reports.pdf.engine import at_work, draw

UNUSUAL = """<!DOCTYPE html><html lang="id"><head><title>T</title><style media="print">
@page { size: A5; margin: 10% 5%; @top-center { content: "kepala"; width: 50% } }
@page :first { counter-reset: page 4; @bottom-center { content: counter(page) } }
.persen { width: 60%; min-width: 10%; max-width: 90%; margin: 2% 3%; padding: 1% 2% }
.hitung { width: calc(50% - 1cm); min-height: calc(1cm + 2mm); margin-left: min(1cm, 5%) }
.tinggi { height: 6cm } .tinggi > div { height: 50%; max-height: 40%; border: 1px solid }
.kotak { box-sizing: border-box; width: 5cm; padding: 5mm; border: 2mm solid currentcolor; color: #a00 }
.lapik { box-sizing: padding-box; width: 5cm; padding: 5mm; border-top: 1mm solid }
.halaman { width: 40vw; border: 1px solid }
table { border-collapse: collapse; width: 80% } td { border: 1px solid; padding: 1mm; width: 30% }
table.lepas { border-collapse: separate } .lepas td { border-color: blue }
u { text-decoration: underline } .garis { text-decoration: line-through; text-decoration-color: currentcolor }
.kecil { font-variant-caps: small-caps } .kerning { font-kerning: none } .ligatur { font-feature-settings: "liga" 0 }
.pra { white-space: pre } .potong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; width: 3cm }
.sempit { width: 1.5cm; overflow-wrap: anywhere } .sendiri { hyphens: manual; width: 2cm }
.kiri { float: left; width: 2cm } .atas { position: relative } .atas > i { position: absolute; top: 0; right: 0 }
.latar { background: #eee; border-radius: 2mm } .bundar { border-radius: 1mm 0 10% 0; border: 1px solid }
.bayang { background: linear-gradient(#fff, #ccc); visibility: hidden }
.kanan { direction: rtl } .huruf { letter-spacing: 1mm; word-spacing: 2mm } .rata { text-align: justify; hyphens: auto }
</style></head><body style="color: #333">
<p class="persen">Persen dari lebar halaman.</p><p class="hitung">Lebar yang dihitung.</p>
<div class="tinggi"><div>Setengah dari tingginya.</div></div>
<p class="kotak">Ukuran dengan bingkai.</p><p class="lapik">Ukuran dengan lapik.</p>
<p class="halaman">Lebar halaman.</p>
<table><tr><td>satu</td><td rowspan="2">dua</td></tr><tr><td class="persen">tiga</td></tr></table>
<table class="lepas"><tr><td>satu</td><td style="padding: 3mm">dua</td></tr></table>
<p>Teks <u>bergaris</u>, <span class="garis">dicoret</span>, <span class="kecil">kapital kecil</span>,
<span class="kerning">AVATAR</span> <span class="ligatur">fi</span> <span class="huruf">jarang</span>,
<span lang="en">other words</span>, <span lang="">tanpa bahasa</span>, <b>tebal</b>
<i style="font-size: 9pt">miring</i>.</p>
<p class="rata">Penyelenggaraan pemerintahan kecamatan dipertanggungjawabkan sebagaimana ditetapkan peraturan.</p>
<ol style="margin-left: 10%"><li>butir</li><li style="width: 50%">butir kedua</li></ol><p class="kanan">Kanan.</p>
<div class="kiri latar">Di kiri <b class="latar">tebal</b></div><p class="atas">Di sebelahnya <i>di atas</i> lagi.</p>
<p class="bundar">Bundar <span class="latar">berlatar</span></p><p class="latar">Di atas latar.</p>
<p class="bayang">Tidak tampak</p>
<table><tr><td>Persentase desa</td><td>Persentase desa</td></tr><tr><td>Persentase desa</td><td>12,5 %</td></tr></table>
<p class="pra">satu
dua	 tiga</p><p class="potong">Teks yang terlalu panjang untuk tempatnya.</p><p class="sempit">pertanggungjawaban</p>
<p class="sempit"><i></i>pertanggungjawaban</p>
<p class="sendiri">pertang\u00adgung\u00adjawaban</p>
<p>Persentase desa</p><p style="font-size: 9pt">Persentase desa</p>
<p>q\u0323\u0303\u0303</p><p style="background: #eee">x\u0301\u0323 e\u0301 \u05d0\u05d1\u05d2 AVATAR \U00012000 fi</p>
<p class="rata">Persentase desa yang menyusun dokumen perencanaan, penganggaran, dan pertanggungjawaban tepat
waktu serta sesuai dengan ketentuan peraturan perundang-undangan yang berlaku bagi seluruh desa di wilayahnya.</p>
</body></html>"""

#: A word is asked for its least width, of which its breaks are no part, and then is to fit where there is none at all.
NARROW = """<!DOCTYPE html><html lang="id"><head><title>T</title><style media="print">
@page { margin: 0 } body { margin: 0; overflow-wrap: break-word } span { display: inline-block } p { width: 0 }
</style></head><body><span>akuntabilitas</span><p>akuntabilitas</p></body></html>"""

OWN = (
    (lean._check_math, check_math),
    (lean._resolve_percentages, resolve_percentages),
    (lean._get_color, get_color),
    (lean._font_name, _font_style_cache_key),
    (lean._strut, strut),
    (lean._avoid_collisions, avoid_collisions),
    (lean._layout_box_backgrounds, layout_box_backgrounds),
    (texts.split_first_line, texts._engine_split),
    (texts.draw_first_line, texts._engine_draw),
)


@pytest.fixture
def engine_s_own_way(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The engine asks as it always did, and shares no style with what was printed before."""
    monkeypatch.setattr(Layout, "setup", lean._engine_setup)
    monkeypatch.setattr(boxes.Box, "is_in_normal_flow", lean._engine_flow)
    monkeypatch.setattr(Layout, "deactivate", texts._engine_deactivate)
    monkeypatch.setattr(Layout, "reactivate", texts._engine_reactivate)
    monkeypatch.setattr(inputstream, "characters_until_regex", {})
    monkeypatch.setattr(styles, "_Styles", styles.StyleFor)
    for own, engine in OWN:
        lean._instead(engine, own)
    yield
    for own, engine in OWN:
        lean._instead(own, engine)


def printed(html: str) -> bytes:
    return draw(html, {}).write()


@pytest.fixture(scope="module")
def lean_ones() -> list[bytes]:
    """Of a page whose lengths depend on it, of one whose styles may be kept, of a narrow one: each twice, the others
    between, as parts of one document, so that the lines of the first are those of the second."""
    every = UNUSUAL, without_page_lengths(), NARROW
    with at_work():
        return [printed(html) for html in (*every, *every)]


def without_page_lengths() -> str:
    html = UNUSUAL.replace("40vw", "40%")
    assert not re.search(r"\dv[wh]", html)
    return html


def test_what_is_kept_prints_what_the_engine_prints(lean_ones: list[bytes], engine_s_own_way: None) -> None:
    own = [printed(UNUSUAL), printed(without_page_lengths()), printed(NARROW)]
    assert own[0] != own[1]
    assert lean_ones == [*own, *own]


@pytest.mark.parametrize("separator", ["\n", "\r", "\u2029"])
def test_a_line_is_drawn_to_its_end_whatever_would_end_a_paragraph_in_it(separator: str) -> None:
    """No line that the engine breaks holds one; whoever hands one in gets what the engine draws."""
    style = Style(INITIAL_VALUES)
    style.font_config = FontConfiguration()
    layout = texts.with_text(split_first_line("Satu", style, None, inf, 0)[0], f"Satu{separator}dua")
    drawn = []
    for draws in (texts.draw_first_line, texts._engine_draw):
        stream = Stream({}, (0, 0, 1, 1), pydyf.Dictionary({"ExtGState": {}}), {}, None, {}, None)
        layout.reactivate(style)
        draws(stream, TextBox(layout, style), "clip", "none", Matrix())
        layout.deactivate()
        drawn.append(stream.stream)
    assert drawn[0] == drawn[1]
    assert len(re.findall(rb"[0-9a-f]{4}", drawn[0][-1])) > len("Satu")


def test_a_length_of_the_page_is_that_of_its_own_first_page() -> None:
    """The same box in the same styles, four tenths of the page wide, whatever was printed before on a smaller one."""
    head = (
        '<html lang="id"><head><title>T</title><style media="print">@page kecil { size: A6 } '
        ".kecil { page: kecil } .halaman { width: 40vw; border: 1px solid }</style></head><body>"
    )
    small = head + '<div class="kecil">Awal</div><p class="halaman">Isi</p></body></html>'
    large = head + '<p class="halaman">Isi</p></body></html>'
    styles._every_style.cache_clear()
    alone = printed(large)
    styles._every_style.cache_clear()
    printed(small)
    assert printed(large) == alone


def test_reports_of_different_names_share_the_styles_of_their_elements() -> None:
    """The name of a report stands in its rules of pages, which are read apart."""
    page = (
        '<html lang="id"><head><title>T</title><style media="print">@page {{ @top-left {{ content: "{}" }} }} '
        "p {{ color: #a00 }}</style></head><body><p>Isi</p></body></html>"
    )
    styles._every_style.cache_clear()
    made = [printed(page.format(name)) for name in ("Jombang", "Balung")]
    assert made[0] != made[1]
    coloured = {id(style) for style in styles._every_style()[0].values() if "color" in style.cascaded}
    assert len(coloured) == 1


def test_the_parser_finds_its_patterns_again() -> None:
    """It means to keep them and looks for them under another key."""
    printed("<p class='satu'>Satu &amp; dua</p>")
    before = len(inputstream.characters_until_regex)
    assert before
    printed("<p class='tiga'>Tiga &lt; empat</p>")
    assert len(inputstream.characters_until_regex) == before
    asked = next(iter(inputstream.characters_until_regex))
    assert inputstream.characters_until_regex[asked] is inputstream.characters_until_regex[asked]


def test_no_more_lines_are_kept_than_a_document_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest, which are those of whoever has just changed a word."""
    monkeypatch.setattr(texts, "_LINES", 3)
    with at_work():
        printed("<p>Satu</p><p>Dua</p><p>Tiga</p><p>Empat</p><p>Lima</p>")
        assert len(texts._lines) > 3
    assert [asked[0] for asked in texts._lines] == ["Tiga", "Empat", "Lima"]


def test_a_line_of_the_document_before_is_drawn_as_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    html = UNUSUAL.replace("Persentase", "Proporsi")
    monkeypatch.setattr(texts, "_lines", {})
    with at_work():
        fresh = printed(html)
    kept = len(texts._lines)
    with at_work():
        assert printed(html) == fresh
    assert len(texts._lines) == kept
