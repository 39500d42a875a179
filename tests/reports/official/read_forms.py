"""Reads forms back: every word of a part, whatever block it stands in, for tests that look for blemishes."""

from __future__ import annotations

from collections.abc import Iterator

from reports.document.tree import (
    Block,
    Figure,
    FormBlock,
    Inline,
    ItemList,
    Kop,
    ParagraphBlock,
    Part,
    SignatureBlock,
    TableBlock,
    Title,
)
from tests.reports.lkip.read_part import all_parts, blocks_from, text


def list_content(listing: ItemList) -> Iterator[str]:
    """The items of a list, each followed by those below it."""
    for item in listing.items:
        yield text(item.content)
        for child in item.children:
            yield from list_content(child)


def pairs(part: Part) -> dict[str, list[str]]:
    """Labels of a form ("Nama", "KESATU") with the lines behind each, in order; repeated labels add up."""
    results: dict[str, list[str]] = {}
    label = ""
    for block in blocks_from(part):
        for nama, content in block.pairs if isinstance(block, FormBlock) else ():
            label = nama or label
            results.setdefault(label, []).extend(_rows(content))
    return results


def all_texts(part: Part) -> list[str]:
    """Every text of a part in printed order: headings, sentences, items, cells, captions, forms, alt texts."""
    return [b.title for b in all_parts(part)] + [t for b in blocks_from(part) for t in _block_texts(b)]


def _rows(content: Inline | ItemList) -> list[str]:
    return list(list_content(content)) if isinstance(content, ItemList) else [text(content)]


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case ParagraphBlock():
            yield text(block.content)
        case ItemList():
            yield from list_content(block)
        case TableBlock():
            yield from (block.title, block.sumber)
            for rows in (*block.heads, *(b.cells for b in block.rows)):
                yield from (text(s.content) for s in rows)
        case Figure():
            yield from (block.title, block.alt)
        case FormBlock():
            for label, content in block.pairs:
                yield from (label, *_rows(content))
        case Title():
            yield from block.rows
        case Kop():
            yield from (block.pemerintah, block.instansi, *block.addresses)
        case SignatureBlock():
            for pihak in block.blocks:
                yield from (*pihak.heads, pihak.nama, *pihak.below)
