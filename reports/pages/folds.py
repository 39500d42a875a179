"""What is said of the parts of a page too long to be overseen, each folded away, and which of them wait for a reader.
Pure."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.marks import UNREAD_LINE
from reports.document.tree import Block, Figure, FotoBlock, Narrative, Part, TableBlock


def glance_of_texts(one: Part) -> tuple[str, bool]:
    """How many texts, or photos, a part of the page holds and how many texts nobody has reviewed; whether there are."""
    if photos := sum(isinstance(block, FotoBlock) for block in one.content):
        return f"{photos} foto", False
    waiting = [_is_unread(text) for text in _texts(one)]
    unread = sum(waiting)
    return f"{len(waiting)} tulisan" + (f"; {unread} belum ditinjau" if unread else ""), unread > 0


def glance_of_records(one: Part) -> tuple[str, bool]:
    """How many tables and drawings a part holds, or that it is told in words, and how many texts nobody has reviewed;
    whether there are."""
    blocks = list(_blocks(one))
    tables = [block for block in blocks if isinstance(block, TableBlock)]
    drawings = sum(isinstance(block, Figure) for block in blocks)
    unread = sum(map(_is_unread, _texts(one)))
    said = []
    if len(tables) + drawings < len(blocks):
        said.append("uraian")
    if tables:
        said.append(f"{len(tables)} tabel dengan {sum(len(table.rows) for table in tables)} baris")
    if drawings:
        said.append(f"{drawings} gambar")
    if unread:
        said.append(f"{unread} belum ditinjau")
    return "; ".join(said), unread > 0


def _is_unread(text: list[Narrative]) -> bool:
    return any(UNREAD_LINE in block.content for block in text)


def _blocks(one: Part) -> Iterator[Block]:
    yield from one.content
    for child in one.children:
        yield from _blocks(child)


def _texts(one: Part) -> Iterator[list[Narrative]]:
    """The texts of a part, each with its heading a part of its own."""
    if own := [block for block in one.content if isinstance(block, Narrative)]:
        yield own
    for child in one.children:
        yield from _texts(child)
