"""The one allow-list for the HTML of what people write.

What is not on the list loses its tag and keeps its words; scripts and styles lose their words too. There are no
links, images, classes or inline styles: the document has one look, and nothing in it leads outside.
"""

from __future__ import annotations

import re
from typing import Final

import nh3

TAGS: Final = frozenset(
    {"p", "br", "strong", "em", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td"}
)
_ATTRIBUTES: Final = {
    "li": {"value"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
#: What HTML repeats in every paragraph until it is closed, once for each set of attributes.
_REPEATED: Final = frozenset({"a", "big", "code", "font", "nobr", "s", "small", "strike", "tt", "u"})
_LOOKS: Final = frozenset({"b", "em", "i", "strong"})
#: Elements that never stand open inside their like, or have no end.
_SHALLOW: Final = frozenset(
    {
        "p",
        "li",
        "dd",
        "dt",
        "td",
        "th",
        "tr",
        "tbody",
        "thead",
        "tfoot",
        "caption",
        "option",
        "area",
        "base",
        "br",
    }
    | {"col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
#: Elements that stand open inside one another, beyond which a start loses its tag.
_DEEPEST: Final = 100

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG: Final = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)[^>]*>")


def clean(html: str) -> str:
    """Return the allow-listed HTML; the same text again when it is already clean."""
    html = _outlined(html)
    return nh3.clean(html, tags=set(TAGS), attributes=_ATTRIBUTES, url_schemes=set(), link_rel=None)


def _outlined(html: str) -> str:
    """The HTML without what makes a reader of HTML work for hours: 60 KB of ``<em 1><p><em 2><p>`` and as many ends are
    55 MB when each paragraph has repeated all that is open, and depth costs its square."""
    before, end, after = html.rpartition("-->")
    html = f"{_COMMENT.sub('', before + end)}{after}"
    opened = 0

    def outlined(tag: re.Match[str]) -> str:
        nonlocal opened
        name = tag["name"].lower()
        if name in _REPEATED:
            return ""
        if name in _SHALLOW:
            return tag[0]
        if tag["end"]:
            opened = max(opened - 1, 0)
        elif opened >= _DEEPEST:
            return " "
        else:
            opened += 1
        return f"<{tag['end']}{name}>" if name in _LOOKS else tag[0]

    # Up to the last end of a tag, so that each look for one finds it: what is behind it is no tag.
    before, end, after = html.rpartition(">")
    return f"{_TAG.sub(outlined, before + end)}{after}"
