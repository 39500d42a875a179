"""The dots that lead to a page number, as one text: the engine makes one of every four, each with a tag of its own.

Where there is room for none, an empty text stands in their place: a line has the same tags whatever its number is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import weasyprint
from weasyprint.layout import inline as engine_inline
from weasyprint.layout.leader import handle_leader, leader_index

from reports.pdf.texts import with_text

#: How an element begins that ends in a leader (halaman.css).
LEADING: Final = '<span class="tautan-'


def leaders_in_one(document: weasyprint.Document) -> None:
    """Put the pieces of every leader together, in place."""
    for page in document.pages:
        for leader in _leaders(page._page_box):
            if len(leader.children) > 1:
                leader.children = (_together(leader.children),)


def none_is_a_text() -> None:
    """Have the engine put an empty text where there is no room for dots, in this process."""
    engine_inline.handle_leader = _handle_leader


def _handle_leader(context: Any, line: Any, containing_block: Any) -> None:
    _, leader = leader_index(line)
    before = leader.children if leader else ()
    handle_leader(context, line, containing_block)
    if before and not leader.children:
        leader.children = (_none_of(before[0]),)


def _none_of(dots: Any) -> Any:
    none = dots.copy()
    none.text, none.width = "", 0
    return none


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
