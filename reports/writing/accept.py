"""The door that every new text comes through: browser, workbook and fixture alike.

What people write becomes tidy HTML, which is stored. What the blocks or one of the writers cannot hold is refused
with all that is wrong at once, never flattened. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reports.writing.blocks import Block, List, Paragraph, contents, words
from reports.writing.bounds import LONGEST, TextTooLarge, too_large, too_long
from reports.writing.characters import Refuse, opening
from reports.writing.html import read_html
from reports.writing.spelled import write_html
from reports.writing.text import read_text, write_text

#: Characters of one block as plain text: a cell of the workbook holds little more, and no block is parted.
LONGEST_BLOCK: Final = 30_000
#: Levels that a list has in Word.
DEEPEST_LIST: Final = 9
_MOST_MESSAGES: Final = 10


class WritingRefused(ValueError):
    """A text that cannot be stored as it was written; ``messages`` are all that is wrong with it."""

    def __init__(self, messages: list[str]) -> None:
        self.messages = list(dict.fromkeys(messages))[:_MOST_MESSAGES]
        super().__init__(" ".join(self.messages))


def accept_html(html: str) -> str:
    """The tidy HTML of what an editor sends. Raises :class:`WritingRefused`."""
    return _accept(html, read_html)


def accept_text(text: str) -> str:
    """The tidy HTML of plain text. Raises :class:`WritingRefused`."""
    return _accept(text, read_text)


def _accept(source: str, read: Callable[[str, Refuse], tuple[Block, ...]]) -> str:
    if len(source) > LONGEST:
        raise WritingRefused([too_long(len(source))])
    wrong: list[str] = []
    try:
        blocks = read(source, wrong.append)
    except TextTooLarge as large:
        raise WritingRefused([*wrong, str(large)]) from large
    _judge(blocks, wrong.append)
    html = write_html(blocks)
    if not wrong and (size := len(html.encode())) > LONGEST:
        wrong.append(too_large(size))
    if wrong:
        raise WritingRefused(wrong)
    return html


def _judge(blocks: tuple[Block, ...], refuse: Refuse) -> None:
    for block in blocks:
        if isinstance(block, List) and (depth := _depth(block)) > DEEPEST_LIST:
            refuse(
                f"Daftar “{opening(words(next(iter(contents([block])))))}” bertingkat {depth}; paling banyak "
                f"{DEEPEST_LIST} tingkat. Ratakan sebagian butirnya."
            )
        if (length := len(text := write_text([block]))) > LONGEST_BLOCK:
            kind = (
                "Alinea" if isinstance(block, Paragraph) else "Daftar" if isinstance(block, List) else "Tabel"
            )
            refuse(
                f"{kind} “{opening(text)}” berisi {length} karakter; paling banyak {LONGEST_BLOCK}. Bagi menjadi dua."
            )


def _depth(one: List) -> int:
    return 1 + max((_depth(below) for item in one.items for below in item.lists), default=0)
