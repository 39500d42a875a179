"""How parts of the printed document become parts of a page: without their numbers, at the page's own levels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reports.document.tree import Block, Part

#: Level of the highest heading inside a page; the page's own title is level 1.
LEVEL = 2


def part(key: str, title: str, *content: Block) -> Part:
    """A part of the page with its heading."""
    return Part(key=key, title=title, level=LEVEL, content=content)


def redirect(origin: Part, level: int = LEVEL) -> Part:
    """A printed part at another level. "C." and "BAB II" count within the document and mean nothing on a page."""
    return replace(
        origin, nomor="", level=level, children=tuple(redirect(child, level + 1) for child in origin.children)
    )


def redirect_all(origin: Iterable[Part]) -> tuple[Part, ...]:
    """Several printed parts side by side."""
    return tuple(redirect(b) for b in origin)
