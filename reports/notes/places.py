"""The places of a document on which a note may stand. Pure.

A place is named by its key, the anchor that every document has as an id: of a part, a table or a figure. A paragraph
has none; it is named by the key of its part and the words that are meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.document.numbering import number_all, traverse
from reports.document.plain_text import plain_text
from reports.document.tree import (
    Block,
    Dokumen,
    Figure,
    FormBlock,
    FotoBlock,
    Inline,
    ItemList,
    Narrative,
    ParagraphBlock,
    TableBlock,
)
from sakip.snapshot.reads import MOST_PARTS, kept_for


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePlace:
    """A place: its key, what it is called in the document ("A. Capaian Kinerja", "Tabel 3.1 Target"), and its text as
    one line, that of a part without what stands in the parts below it."""

    key: str
    label: str
    text: str

    def says(self, quoted: str) -> bool:
        """Whether these words stand there, however they are broken into lines."""
        return one_line(quoted) in self.text


def one_line(text: str) -> str:
    """The words with one blank between them."""
    return " ".join(text.split())


def places_of(dokumen: Dokumen) -> dict[str, NotePlace]:
    """Every place of a document by its key, in printed order."""
    nomor = number_all(dokumen).nomor
    places = {}
    for main in (*dokumen.front, *dokumen.body, *dokumen.lampiran):
        for part in traverse(main):
            for key, label, text in ((part.key, part.label, _text_of(part.content)), *_inside(part.content)):
                named = f"{nomor.get(key, '')} {label}".strip()
                places[key] = NotePlace(key=key, label=named, text=text)
    return places


@kept_for(MOST_PARTS)
def _text_of(content: tuple[Block, ...]) -> str:
    return one_line(" ".join(_texts(content)))


@kept_for(MOST_PARTS)
def _inside(content: tuple[Block, ...]) -> tuple[tuple[str, str, str], ...]:
    """The tables and drawings of a part."""
    return tuple(
        (
            block.key,
            block.title,
            one_line(block.alt) if isinstance(block, Figure) else one_line(" ".join(_texts([block]))),
        )
        for block in content
        if isinstance(block, Figure | TableBlock)
    )


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case ParagraphBlock():
                yield _said(block.content)
            case ItemList():
                yield from _items(block)
            case Narrative():
                yield from _texts(block.content)
            case TableBlock():
                rows = (*block.heads, *(row.cells for row in block.rows))
                yield from (_said(cell.content) for cells in rows for cell in cells)
            case FormBlock():
                for label, content in block.pairs:
                    yield label
                    yield from _items(content) if isinstance(content, ItemList) else [_said(content)]
            case FotoBlock():
                yield block.keterangan


def _items(listing: ItemList) -> Iterator[str]:
    for item in listing.items:
        yield _said(item.content)
        for below in item.children:
            yield from _items(below)


def _said(content: Inline) -> str:
    return plain_text(content).replace("\n", " ")
