"""HTML that is well-formed, read by the parser of XML: it takes a tenth of the time of one that mends what is not.

What our own templates write is read so. Whatever HTML might understand otherwise is left to the engine's own parser, so
the tree is the same (``tests/reports/pdf/test_tree.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLParser

_SVG: Final = "http://www.w3.org/2000/svg"

_DOCTYPE: Final = re.compile(r"\s*<!DOCTYPE html>\s*", re.IGNORECASE)
#: White space that belongs to nothing before the head, and to the body behind it.
_BEGIN: Final = re.compile(r"(<html\b[^<>]*>)\s+")
_END: Final = re.compile(r"</body>(\s*)</html>(\s*)$")

_EMPTY: Final = re.compile(r'<((?:br|col|hr|img|meta)\b(?:[^<>"]|"[^"<]*")*?)/?>')
_ENTITY: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_OF_XML: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_DRAWING: Final = re.compile(r"<svg\b(?![^<>]*\sxmlns=)")

#: What XML reads in its own way: letters by number, values of several lines or in single quotes, declarations,
#: comments, names with a prefix, and an element that ends where it begins, which HTML knows of drawings alone.
_OTHERWISE: Final = re.compile(
    r'\r|&#(?!x27;|39;)|=\'|<[!?]|</?[a-z]+:|\s[a-z]+:[a-z]+=|="[^"<>]*[\n\t]'
    r"|<(?!(?:br|col|hr|img|meta|path|rect|line|circle|g|polyline|polygon|text)\b)[a-z0-9]+(?:\s[^<>]*)?/>"
)

_ROWS: Final = frozenset(("tr",))
#: What lies in these elements as it stands: the parser of HTML puts nothing between, and moves nothing out.
_WITHIN: Final = {
    "html": frozenset(("head", "body")),
    "head": frozenset(("meta", "title")),
    "table": frozenset(("caption", "colgroup", "thead", "tbody", "tfoot")),
    "colgroup": frozenset(("col",)),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "tr": frozenset(("th", "td")),
    "ol": frozenset(("li",)),
    "ul": frozenset(("li",)),
}
#: In what alone these may lie.
_PARTS: Final = {
    part: frozenset(name for name, parts in _WITHIN.items() if part in parts)
    for part in frozenset().union(*_WITHIN.values())
}
_BLOCKS: Final = frozenset(
    (
        *(
            "article",
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "header",
            "hr",
            "main",
            "nav",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "section", "table", "ul"),
    )
)
#: What one of these within itself ends, or what lies in it.
_ENDED: Final = {
    "p": _BLOCKS,
    "a": frozenset(("a",)),
    **{f"h{level}": frozenset(f"h{other}" for other in range(1, 7)) for level in range(1, 7)},
}
_WORDS: Final = frozenset(
    ("a", "b", "br", "cite", "code", "em", "i", "img", "small", "span", "strong", "sub", "sup", "u")
)
_HTML: Final = _BLOCKS | _WORDS | frozenset(_WITHIN) | frozenset(_PARTS)


def well_formed(html: str) -> Element | None:
    """The tree of the HTML; none where it is not well-formed, or may be another."""
    text = _DOCTYPE.sub("", html, count=1)
    if _OTHERWISE.search(text):
        return None
    text = _END.sub(r"\1\2</body></html>", _BEGIN.sub(r"\1", text, count=1))
    text = _ENTITY.sub(_letter, _EMPTY.sub(r"<\1/>", text))
    parser = XMLParser()  # noqa: S314 the report's own words, without a declaration of anything
    try:
        parser.feed(_DRAWING.sub(f'<svg xmlns="{_SVG}"', text))
        root: Element = parser.close()
    except (ParseError, UnicodeEncodeError):
        return None
    return root if root.tag == "html" and all(map(_stays, _of_html(root))) else None


def _letter(found: re.Match[str]) -> str:
    return found[0] if found[1] in _OF_XML else html5.get(f"{found[1]};", found[0])


def _of_html(element: Element) -> Iterator[Element]:
    """All elements but those of drawings, which are read alike."""
    yield element
    for child in element:
        if not child.tag.startswith("{"):
            yield from _of_html(child)


def _stays(element: Element) -> bool:
    """Whether HTML has the element as it stands, with what lies in it."""
    name = element.tag
    if name not in _HTML:
        return False
    parts = _WITHIN.get(name)
    if parts is not None:
        if not all(child.tag in parts for child in element):
            return False
        if name not in ("ol", "ul") and any(
            map(_is_said, (element.text, *(child.tail for child in element)))
        ):
            return False
    elif any(name not in _PARTS[child.tag] for child in element if child.tag in _PARTS):
        return False
    ended = _ENDED.get(name)
    return ended is None or not any(below.tag in ended for below in element.iter() if below is not element)


def _is_said(text: str | None) -> bool:
    return bool(text and text.strip())
