"""A paper as the checks of the review read texts: every paragraph, item and row with its place. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reports.papers.headed import headed
from reports.papers.paper import Block, Paper, Spot, Table, Text
from sakip.checks.material import Passage, Place, Shape

#: Between the cells of a row in its text.
CELL_BREAK: Final = " | "
#: The number or the mark with which an item begins.
_ITEM: Final = re.compile(
    r"(?:[-–•➤➢*]\s*)?(?:\(?(?P<number>\d{1,2})[.)]|\(?(?P<letter>[a-z])[.)])\s*(?=\D)|(?P<mark>[-–•➤➢*])\s+(?=\S)"
)
#: "BAB III", "A. LATAR BELAKANG", "KATA PENGANTAR": what a part of the paper begins with, in capitals.
_HEADING: Final = re.compile(r"(?:BAB\s+[IVX]+|[A-H]\.|[A-H]\.\d+)?\s*[A-Z][A-Z\s,./()&\d-]{5,90}")
#: What the words of an amount stand behind, on a line of their own.
_ENDS_IN_NUMBER: Final = re.compile(r"\bRp\.?\s*\d[\d.]*\s*$", re.IGNORECASE)
_CANNOT_END: Final = re.compile(
    r"\b(?:dan|atau|serta|dengan|yang|untuk|dari|di|ke|pada|oleh|terhadap|tentang|bagi)$"
)


@dataclass(slots=True)
class _List:
    """The list that is being read: the last number on each of its depths, by the kind of its marks."""

    block: int = -1
    kinds: list[str] = field(default_factory=list)
    last: list[int] = field(default_factory=list)


def passages_of(paper: Paper) -> tuple[Passage, ...]:
    """Every text of the paper in its order, tables of contents left out.

    The place of a passage says the section it stands in, by which checks group what is below one heading; its ``pk`` is
    the number of the passage, by which :func:`spots_of` finds where in the paper it is.
    """
    return tuple(one for one, _ in _with_spots(paper))


def spots_of(paper: Paper) -> tuple[Spot, ...]:
    """Where each of :func:`passages_of` stands."""
    return tuple(at for _, at in _with_spots(paper))


def _with_spots(paper: Paper) -> Iterator[tuple[Passage, Spot]]:
    section, listed = 0, _List()
    count = 0
    for number, block in enumerate(_whole(paper.blocks)):
        if isinstance(block, Text):
            if block.contents:
                continue
            if _HEADING.fullmatch(block.text):
                section, listed = section + 1, _List()
            found = [_of_text(block, number, listed)]
        else:
            listed = _List()
            found = list(_of_table(block, number))
        for passage, at in found:
            yield _placed(passage, at, section, count), at
            count += 1


def _whole(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, texts that go on behind a page break or an empty line made one: a sentence that cannot end there, an
    amount with its words on the next line."""
    kept: Text | None = None
    for block in blocks:
        if kept and isinstance(block, Text) and not block.contents and _goes_on(kept.text, block.text):
            kept = replace(kept, text=f"{kept.text} {block.text}")
            continue
        if kept:
            yield kept
        kept = block if isinstance(block, Text) else None
        if kept is None:
            yield block
    if kept:
        yield kept


def _goes_on(text: str, below: str) -> bool:
    if below.startswith("("):
        return bool(_ENDS_IN_NUMBER.search(text))
    new = _ITEM.match(below) or _HEADING.fullmatch(below)
    return bool(_CANNOT_END.search(text)) and not new and below[:1].isalpha()


def _placed(passage: dict[str, object], at: Spot, section: int, number: int) -> Passage:
    place = Place(
        kind="narasi",
        key=(("bagian", "berkas"), ("kunci", str(section))),
        column="isi",
        words=at.words,
        pk=number,
    )
    return Passage(place=place, **passage)  # type: ignore[arg-type]


def _of_text(block: Text, number: int, listed: _List) -> tuple[dict[str, object], Spot]:
    found = _ITEM.match(block.text)
    if found is None:
        listed.block, listed.kinds, listed.last = -1, [], []
        return {"text": block.text, "shape": Shape.PARAGRAPH, "block": number}, block.at
    kind = "number" if found["number"] else "letter" if found["letter"] else "mark"
    at = int(found["number"]) if found["number"] else _letter(found["letter"])
    depth = _depth(listed, kind, at, number)
    said: dict[str, object] = {
        "text": block.text[found.end() :],
        "shape": Shape.ITEM,
        "block": listed.block,
        "depth": depth,
        "number": at if kind != "mark" else 0,
    }
    return said, block.at


def _letter(letter: str | None) -> int:
    return ord(letter) - ord("a") + 1 if letter else 0


def _depth(listed: _List, kind: str, at: int, number: int) -> int:
    """How deep an item stands; a number that begins anew on the outermost depth begins another list."""
    if kind in listed.kinds:
        depth = listed.kinds.index(kind)
        del listed.kinds[depth + 1 :], listed.last[depth + 1 :]
        if depth == 0 and kind != "mark" and at == 1:
            listed.block = number
        listed.last[depth] = at
        return depth
    if listed.block < 0:
        listed.block = number
    listed.kinds.append(kind)
    listed.last.append(at)
    return len(listed.kinds) - 1


def _of_table(block: Table, number: int) -> Iterator[tuple[dict[str, object], Spot]]:
    table = headed(block)
    heads = tuple(head.text for head in table.heads)
    if any(heads):
        text = CELL_BREAK.join(filter(None, heads))
        yield {"text": text, "shape": Shape.HEAD, "cells": heads, "block": number}, block.at
    for row in table.rows:
        if not row.filled:
            continue
        cells = row.cells
        said: dict[str, object] = {
            "text": CELL_BREAK.join(cells),
            "shape": Shape.ROW,
            "heads": tuple(heads[x] if x < len(heads) else "" for x in range(len(cells))),
            "cells": cells,
            "columns": tuple(range(len(cells))),
            "block": number,
        }
        yield said, row.at
