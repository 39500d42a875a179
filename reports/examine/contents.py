"""The lists in front of a paper told from its text, whatever leads to their page numbers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reports.papers.paper import Block, Paper, Text

_LIST: Final = re.compile(r"daftar\s+(?:isi|tabel|gambar|grafik|lampiran)\s*:?", re.IGNORECASE)
_PAGE: Final = re.compile(r"^(?P<title>.*\S)\s+(?:\d{1,3}|[ivxl]{1,6})$")
#: So many texts that are no line of a list end it.
_LAST: Final = 3


def with_contents(paper: Paper) -> Paper:
    """The paper with every line of its lists marked as one: those below "DAFTAR ISI" that end in a page number."""
    return replace(paper, blocks=tuple(_marked(paper.blocks)))


def _marked(blocks: tuple[Block, ...]) -> Iterator[Block]:
    others = _LAST
    for block in blocks:
        if not isinstance(block, Text):
            others = _LAST
        elif _LIST.fullmatch(block.text):
            others = 0
        elif block.contents:
            others = 0 if others < _LAST else others
        elif others < _LAST:
            if found := _PAGE.match(block.text):
                yield replace(block, text=found["title"].rstrip(" .…"), contents=True)
                continue
            others += 1
        yield block
