"""Marks on what was only copied: highlighted, with a word that says so, wherever a draft prints it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from reports.document.builders import ITEM_END
from reports.document.tree import (
    Block,
    Bold,
    FormBlock,
    Inline,
    Italic,
    Item,
    ItemList,
    Mark,
    ParagraphBlock,
    Piece,
)

UNREAD: Final = Mark(Bold("[belum ditinjau]"))

#: Stands before what nobody has confirmed as a whole.
UNREAD_LINE: Final = ParagraphBlock(
    content=(Mark(Bold("Belum ditinjau: salinan atau konsep yang belum dinyatakan benar.")),), style="catatan"
)


def settled(content: Inline, *, read: bool) -> Inline:
    """The content as it is, of a copied row that nobody confirmed marked."""
    if read or not content:
        return content
    pieces = (content,) if isinstance(content, str) else content
    return (*map(_marked, pieces), " ", UNREAD)


def mark_texts(blocks: Iterable[Block], unread: Collection[str]) -> tuple[Block, ...]:
    """The blocks with every paragraph marked in which one of these texts stands, and every item that is one of them.

    A sentence around a text, its small first letter and what ends it say nothing about whether it was read.
    """
    sought = frozenset(map(_comparable, unread)) - {""}
    return tuple(_block(block, sought) for block in blocks) if sought else tuple(blocks)


def _block(block: Block, sought: frozenset[str]) -> Block:
    match block:
        case ParagraphBlock():
            return replace(block, content=_content(block.content, sought))
        case ItemList():
            return _list(block, sought)
        case FormBlock():
            return replace(
                block,
                pairs=tuple(
                    (label, _list(said, sought) if isinstance(said, ItemList) else _content(said, sought))
                    for label, said in block.pairs
                ),
            )
        case _:
            return block


def _list(listing: ItemList, sought: frozenset[str]) -> ItemList:
    return replace(
        listing,
        items=tuple(
            Item(
                content=settled(item.content, read=_said(item.content) not in sought),
                children=tuple(_list(child, sought) for child in item.children),
            )
            for item in listing.items
        ),
    )


def _content(content: Inline, sought: frozenset[str]) -> Inline:
    said = _said(content)
    return settled(content, read=not any(text in said for text in sought))


def _said(content: Inline) -> str:
    pieces = (content,) if isinstance(content, str) else content
    return _comparable(" ".join(piece for piece in pieces if isinstance(piece, str)))


def _comparable(text: str) -> str:
    return ITEM_END.sub("", " ".join(text.split())).strip(" ;.,:").casefold()


def _marked(piece: Piece) -> Piece:
    return Mark(piece) if isinstance(piece, str | Bold | Italic) else piece
