"""The dots that lead to a page number, as one text: the engine makes one of every four, each with a tag of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import weasyprint

from reports.pdf.texts import with_text

#: How an element begins that ends in a leader (halaman.css).
LEADING: Final = '<span class="tautan-'


def leaders_in_one(document: weasyprint.Document) -> None:
    """Put the pieces of every leader together, in place."""
    for page in document.pages:
        for leader in _leaders(page._page_box):
            if len(leader.children) > 1:
                leader.children = (_together(leader.children),)


def _leaders(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if child.is_leader:
            yield child
        else:
            yield from _leaders(child)


def _together(pieces: Any) -> Any:
    """The pieces touch each other, and say the same."""
    one = min(pieces, key=lambda piece: piece.position_x).copy()
    one.text *= len(pieces)
    one.width *= len(pieces)
    one.pango_layout = with_text(one.pango_layout, one.text)
    return one
