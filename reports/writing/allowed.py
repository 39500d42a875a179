"""The one allow-list for text that people write: used when it is saved and again when it is printed.

What is not on the list loses its tag and keeps its words; scripts and styles lose their words too. There are no
links, images, classes or inline styles: the document has one look, and nothing in it leads outside.
"""

from __future__ import annotations

from typing import Final

import nh3

TAG: Final = frozenset(
    {"p", "br", "strong", "em", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td"}
)
_ATRIBUT: Final = {"td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}}


def bersihkan(isi: str) -> str:
    """Return the allow-listed HTML of ``isi``; the same text again when it is already clean."""
    return nh3.clean(isi, tags=set(TAG), attributes=_ATRIBUT, url_schemes=set(), link_rel=None)
