"""Boxes of a run that is read as it is laid out: what comes next is put behind what is there."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from reports.pdf.taken import place_of


def let_go(root: Any, place: int) -> None:
    """Take away the last block, with what lies around it alone: it was read for the sake of the one before it."""
    path = _path(root, place)
    for around, last in reversed(list(pairwise(path))):
        around.children = [child for child in around.children if child is not last]
        if around.children:
            break


def put_behind(root: Any, more: Any, place: int) -> None:
    """Put what ``more`` has behind the block at a place, the last of ``root``, behind it there too."""
    ours, theirs = _path(root, place), _path(more, place)
    for (our, _), (their, own) in zip(pairwise(ours), pairwise(theirs), strict=True):
        at = next(n for n, child in enumerate(their.children) if child is own)
        our.children = [*our.children, *their.children[at + 1 :]]


def _path(box: Any, place: int) -> list[Any]:
    """The boxes from this one down to the block at a place; none where it is not there."""
    own = place_of(box)
    if own is not None:
        return [box] if own == place else []
    for child in reversed(getattr(box, "children", ())):
        if below := _path(child, place):
            return [box, *below]
    return []
