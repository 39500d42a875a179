"""Styles that are found once for all elements of a kind: those that the engine finds for each."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint.css.targets import TargetCollector

from reports.pdf import styles
from reports.pdf.engine import _huruf_configuration, at_work
from reports.pdf.fetch import OwnFetcher
from reports.pdf.styles import Source

STYLES = """
p { margin: 1mm; font-size: 10pt } .sesudah + p { margin: 2mm } p ~ .akhir { color: #111 } p:first-child { color: #222 }
td:nth-child(2) { color: #333 } li:last-child { color: #444 } p:has(+ ul) { margin: 3mm } [data-arti] { color: #555 }
p[title="judul"] { color: #666 } .dalam p { color: #777 } .dalam > p { margin: 4mm } p:not(.biasa) { padding: 1mm }
:is(th[scope="row"], th[colspan]) { color: #888 } .kutip::before { content: "“"; color: #999 } p:only-child { top: 1mm }
.kutip + .kutip::before { color: #aaa } p:empty { color: #bbb } :lang(en) { color: #ccc }
table { border-collapse: collapse }
td { padding: 2mm } #satu { color: #ddd } a { anchor: attr(id); link: attr(href) }
"""
BODIES = (
    '<p>a</p><p>b</p><p class="sesudah">c</p><p>d</p><p class="akhir">e</p>',
    '<p class="sesudah">a</p><p>b</p><ul><li>satu</li><li>dua</li></ul><p data-arti="x">c</p><p title="judul">d</p>',
    '<div><p>a</p><p class="biasa">b</p></div><div class="dalam"><p>a</p><div><p>b</p></div><p></p></div>',
    '<div style="color: red"><p>a</p><p class="kutip">b</p></div><div><p class="kutip">b</p><p class="kutip">c</p>'
    "</div>",
    '<table><tbody><tr><th scope="row">a</th><td>b</td><td>c</td></tr></tbody></table><p id="satu">d</p><p>e</p>',
    '<p lang="en">a</p><div lang="en"><p>b</p></div><p>c <a id="x" href="#y">d</a> <a href="#x">e</a></p>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg><p>a</p>',
)
LOOKS = (
    *(
        "color",
        "margin_top",
        "padding_top",
        "top",
        "font_size",
        "content",
        "anchor",
        "link",
        "lang",
        "border_collapse",
    ),
)

SAID = ("anchor", "link", "lang")

Told = list[tuple[str, str | None, dict[str, Any]]]


def _look(style: Any) -> dict[str, Any]:
    """Of what most have not, none is told where it is not said."""
    return {name: style[name] if name not in SAID or name in style else None for name in LOOKS}


def _source(body: str) -> Source:
    html = f'<html lang="id"><head><style>{STYLES}</style></head><body>{body}</body></html>'
    return Source(html, "uji:", OwnFetcher({}))


def _told(source: Source, *, own: bool) -> Told:
    """How every element looks, and what is before and after it."""
    fonts = _huruf_configuration()
    sheets = [(sheet, "author", None) for sheet in source._sheets]
    maker = styles._Styles if own else styles.StyleFor
    style = maker(
        source, [(styles._default_style(), "user agent", None), *sheets], False, fonts, TargetCollector()
    )
    computed = style.get_computed_styles()
    return [
        (element.tag, pseudo, _look(computed[element, pseudo]))
        for element in source.etree_element.iter()
        for pseudo in (None, "before", "after")
        if (element, pseudo) in computed
    ]


@pytest.mark.parametrize("at", range(len(BODIES)))
def test_every_element_looks_as_the_engine_has_it(at: int) -> None:
    """Whatever was printed before: each body after all the others, and before them."""
    styles._every_style.cache_clear()
    with at_work():
        told = [_told(_source(body), own=True) for body in (*BODIES[at:], *BODIES[:at], *BODIES)]
        engine = [_told(_source(body), own=False) for body in (*BODIES[at:], *BODIES[:at], *BODIES)]
    assert told == engine


def test_no_more_kinds_are_kept_than_some_reports_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawings have none: each of their elements is unlike all others."""
    styles._every_style.cache_clear()
    for n in range(5):
        _told(
            _source(f'<p class="a{n}">a</p><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 {n}"/></svg>'),
            own=True,
        )
    (top,) = styles._every_style()[1].values()
    assert top.below == 3 + 5  # html, head and body, and five kinds of paragraphs
    monkeypatch.setattr(styles, "_KINDS", 7)
    _told(_source("<p>a</p>"), own=True)
    (top,) = styles._every_style()[1].values()
    assert top.below == 3 + 1


def test_what_is_known_is_not_matched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "<div><p>a</p><p>b</p></div>"
    styles._every_style.cache_clear()
    _told(_source(body), own=True)
    source = _source(body)
    asked: list[str] = []
    for sheet in (*source._sheets, styles._default_style()):
        match = sheet.matcher.match

        def matched(element: Any, match: Any = match) -> Any:
            asked.append(element.local_name)
            return match(element)

        monkeypatch.setattr(sheet.matcher, "match", matched)
    _told(source, own=True)
    # The first paragraph of all is told apart; the root says its language.
    assert set(asked) == {"html", "p"}
    assert asked.count("p") == asked.count("html")
