"""HTML read by the parser of XML: the same tree as the engine's own parser makes, or none."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
import tinyhtml5  # type: ignore[import-untyped]

from reports.html import render_html
from reports.pdf.cut import cut
from reports.pdf.styles import without_sheets
from reports.pdf.tree import well_formed
from reports.publish.naskah import PageSettings
from tests.reports.document.example_dokumen import contoh_dokumen

#: The report has every block there is.
PIECES = cut(render_html(contoh_dokumen(), PageSettings())).pieces

#: That a drawing is one its name says, too.
_SAID = "{http://www.w3.org/2000/xmlns/}xmlns"


def _told(root: Element) -> list[tuple[str, dict[str, str], str | None, str | None]]:
    return [
        (one.tag, {name: value for name, value in one.attrib.items() if name != _SAID}, one.text, one.tail)
        for one in root.iter()
    ]


def _by_the_engine(html: str) -> list[tuple[str, dict[str, str], str | None, str | None]]:
    return _told(tinyhtml5.parse(html, namespace_html_elements=False))


@pytest.mark.parametrize("at", range(len(PIECES)))
def test_every_piece_of_a_report_is_well_formed(at: int) -> None:
    piece = PIECES[at]
    runs = [piece.run.html(1, len(piece.run.blocks))] if piece.run else []
    for html in map(without_sheets, (piece.html, *runs)):
        tree = well_formed(html)
        assert tree is not None
        assert _told(tree) == _by_the_engine(html)


def _page(body: str) -> str:
    return f'<!DOCTYPE html>\n<html lang="id">\n <head></head>\n <body>{body}</body>\n</html>\n'


@pytest.mark.parametrize(
    "body",
    [
        "<p>Bappeda &amp; Kecamatan&nbsp;Balung &lt; 5 &quot;A&quot; &#x27;b&#x27;</p>",
        '<p class="a > b">satu<br>dua<br/>tiga</p><hr>',
        '<p><img src="a.png" alt="Musyawarah"> dan <img src="b.png" alt=""/></p>',
        '<ul>\n <li>satu<ol start="3"><li>dua</li></ol></li>\n</ul>',
        '<svg width="9" height="9"><title>Grafik</title><path d="M0 0h9"/><text x="1">A &amp; B</text></svg>',
        '<table><caption>T</caption><colgroup><col style="width: 5%"><col></colgroup>\n<tbody><tr><th>A</th>\n'
        "<td>1</td></tr></tbody></table>",
    ],
)
def test_it_is_read_as_html_has_it(body: str) -> None:
    html = _page(body)
    tree = well_formed(html)
    assert tree is not None
    assert _told(tree) == _by_the_engine(html)


@pytest.mark.parametrize(
    "body",
    [
        "<p>satu<p>dua",
        "<p>satu</p></div>",
        "<b>tebal<i>dan</b> miring</i>",
        "<p>satu <div>dalam</div> dua</p>",
        "<p>satu <span>dua <ul><li>tiga</li></ul></span></p>",
        '<a href="#a">satu <a href="#b">dua</a></a>',
        "<h2>satu <h3>dua</h3></h2>",
        "<div/>sesudahnya",
        '<div class="a"/>sesudahnya',
        "<table><tr><td>tanpa tbody</td></tr></table>",
        "<table><tbody>kata<tr><td>1</td></tr></tbody></table>",
        "<table><tbody><tr><td>1</td>kata</tr></tbody></table>",
        "<table><col><tbody><tr><td>1</td></tr></tbody></table>",
        "<div><td>di luar tabel</td></div>",
        "<ul><p>bukan butir</p></ul>",
        "<div><li>di luar daftar</li></div>",
        "<p title='baris\nkedua'>kutipan tunggal</p>",
        '<p title="baris\nkedua">nilai dua baris</p>',
        "<p>baris\r\nkedua</p>",
        "<p hidden>tanpa nilai</p>",
        "<p class=a>tanpa kutipan</p>",
        "<p>&#150; &#0; &tidakada; & saja</p>",
        "<P>huruf besar</P>",
        "<pre>\nbaris pertama</pre>",
        "<textarea>\n<b>teks</b></textarea><select><option>1<option>2</select>",
        "<!-- komentar --><p>satu</p>",
        "<p><![CDATA[satu]]></p>",
        '<svg><foreignObject><p>x</p></foreignObject><use xlink:href="#a"/></svg>',
        "<style>p { color: red }</style><p>satu</p>",
        "<p>\x01</p>",
        "<p>\ud800</p>",
        "<form><button>a<button>b</button></button></form>",
        "<base href='http://example.test/'><p>satu</p>",
    ],
)
def test_what_html_may_have_otherwise_is_left_to_its_parser(body: str) -> None:
    html = _page(body)
    tree = well_formed(html)
    assert tree is None or _told(tree) == _by_the_engine(html)


def test_a_piece_without_a_document_around_it_is_left_to_its_parser() -> None:
    assert well_formed("<p>Aa1</p>") is None
    assert well_formed("") is None
