"""Lists of a text with the sentence that leads to them, as items of a list or as paragraphs numbered by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sakip.checks.material import Passage, Shape
from sakip.text.reading.sentences import sentences

_LEADS: Final = re.compile(
    r"(?:[:;]|\b(?:yaitu|yakni|adalah|meliputi|mencakup|ialah|antara\s+lain|sebagai\s+berikut|berikut(?:\s+ini)?|rincian))\s*[.:]?\s*$",
    re.IGNORECASE,
)
_MARKED: Final = re.compile(
    r"\s*(?:(?P<number>\d{1,2})\s*[.)]|(?P<letter>[a-z])\s*[.)]|(?P<bullet>[-–•*]))\s+(?=\S)"
)
_LONGEST_LEAD: Final = 40
#: So far below its sentence a list is looked for to go on.
_FARTHEST: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A sentence that leads to a list, and the texts of its items. ``ended`` holds where no other list may go on with
    it further below; ``counts`` are how many items there were where other text stood between them, and at the end."""

    intro: Passage
    sentence: str
    items: tuple[str, ...]
    ended: bool
    counts: tuple[int, ...]


def lists_of(passages: Sequence[Passage]) -> Iterator[Listed]:
    """The lists of a report with their sentences."""
    for at, passage in enumerate(passages):
        if leads_to_list(passage):
            listed = _below(passage, passages[at + 1 : at + 1 + _FARTHEST])
            if listed is not None:
                yield listed


def leads_to_list(passage: Passage) -> bool:
    """Whether it ends as a sentence does that a list follows."""
    text = passage.text
    told = passage.shape in (Shape.PARAGRAPH, Shape.ITEM)
    return told and _LEADS.search(text, max(0, len(text) - _LONGEST_LEAD)) is not None


def _below(intro: Passage, following: Sequence[Passage]) -> Listed | None:
    below = list(_same_place(intro, following))
    said = sentences(intro.text)
    if not below or not said:
        return None
    first = below[0]
    if first.shape is Shape.ITEM:
        if intro.shape is Shape.ITEM and not (first.block == intro.block and first.depth == intro.depth + 1):
            return None
        return _items(intro, said[-1].text, below)
    if (
        intro.shape is Shape.PARAGRAPH
        and first.shape is Shape.PARAGRAPH
        and (marked := _MARKED.match(first.text))
    ):
        items, ended = _marked_items(marked, below)
        return Listed(intro=intro, sentence=said[-1].text, items=items, ended=ended, counts=(len(items),))
    return None


def _same_place(intro: Passage, following: Sequence[Passage]) -> Iterator[Passage]:
    for one in following:
        if one.place != intro.place:
            return
        yield one


def _items(intro: Passage, sentence: str, below: Sequence[Passage]) -> Listed:
    """The items of the list that begins there, and of those that go on with its numbers."""
    items: list[str] = []
    counts: list[int] = []
    first, block, ended = below[0], below[0].block, True
    for one in below:
        if one.shape is not Shape.ITEM:
            if leads_to_list(one):
                break
            continue
        if one.block != block:
            if not (one.number and one.number == len(items) + 1 and one.depth == first.depth):
                ended = first.number > 0  # bullets may go on with bullets
                break
            block = one.block
            counts.append(len(items))
        if one.depth < first.depth:
            break
        if one.depth == first.depth:
            items.append(one.text)
    return Listed(
        intro=intro, sentence=sentence, items=tuple(items), ended=ended, counts=(*counts, len(items))
    )


def _marked_items(marked: re.Match[str], below: Sequence[Passage]) -> tuple[tuple[str, ...], bool]:
    """The paragraphs that begin with a number, a letter or a dash like the first, and whether no others may go on with
    them."""
    items: list[str] = []
    for at, one in enumerate(below):
        found = _MARKED.match(one.text) if one.shape is Shape.PARAGRAPH else None
        if found is None:
            later = (_MARKED.match(other.text) for other in below[at + 1 :])
            return tuple(items), not any(other and other.lastgroup == marked.lastgroup for other in later)
        if found.lastgroup == marked.lastgroup:
            items.append(one.text[found.end() :])
    return tuple(items), len(below) < _FARTHEST
