"""Reads a part back as its readers do: sentences, tables as rows of words, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.document.tree import (
    Block,
    Bold,
    Inline,
    Italic,
    ItemList,
    LineBreak,
    Mark,
    Narrative,
    ParagraphBlock,
    Part,
    Pecahan,
    TableBlock,
)

#: What must never reach a reader: Python's None and nan, doubled marks and spaces, unfilled templates.
_DEFECT = re.compile(r"\bNone\b|\bnan\b|\bNaN\b|  |\.\.|,,|\{|\}|…|_{2,}|\bTODO\b|\(\)|“”| [.,;:)]|\( ")


def text(content: Inline) -> str:
    """The words of inline content."""
    if isinstance(content, str):
        return content
    results = []
    for pieces in content:
        match pieces:
            case str():
                results.append(pieces)
            case Bold(text=t) | Italic(text=t):
                results.append(t)
            case Mark(piece=piece):
                results.append(text((piece,)))
            case Pecahan():
                results.append(f"{pieces.pembilang} / {pieces.penyebut} {pieces.pengali}")
            case LineBreak():
                results.append("\n")
    return "".join(results)


def all_parts(part: Part) -> Iterator[Part]:
    yield part
    for child in part.children:
        yield from all_parts(child)


def part_of(part: Part, key: str) -> Part:
    return next(b for b in all_parts(part) if b.key == key)


def blocks_from(part: Part) -> Iterator[Block]:
    for b in all_parts(part):
        yield from b.content


def all_sentences(part: Part) -> list[str]:
    """Every paragraph and list item, in order; no tables, no headings, no text written by people."""
    results = []
    for block in blocks_from(part):
        if isinstance(block, ParagraphBlock):
            results.append(text(block.content))
        elif isinstance(block, ItemList):
            results += [text(b.content) for b in block.items]
    return results


def prose(part: Part) -> str:
    return "\n".join(all_sentences(part))


def narasi(part: Part) -> list[str]:
    """The paragraphs that people wrote."""
    return [
        text(p.content)
        for b in blocks_from(part)
        if isinstance(b, Narrative)
        for p in b.content
        if isinstance(p, ParagraphBlock)
    ]


def all_tables(part: Part) -> dict[str, TableBlock]:
    """Tables by kunci; a kunci used twice is an error of the document."""
    results: dict[str, TableBlock] = {}
    for block in blocks_from(part):
        if isinstance(block, TableBlock):
            assert block.key not in results, f"kunci tabel dipakai dua kali: {block.key}"
            results[block.key] = block
    return results


def table_rows(part: Part, key: str) -> list[list[str]]:
    """The body of a table as rows of words."""
    return [[text(cell.content) for cell in row.cells] for row in all_tables(part)[key].rows]


def table_heads(part: Part, key: str) -> list[list[str]]:
    return [[text(cell.content) for cell in rows] for rows in all_tables(part)[key].heads]


def defect(word: str) -> list[str]:
    """The blemishes found in a text; empty for one that can be signed."""
    return _DEFECT.findall(word)
