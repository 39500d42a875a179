"""Blocks of any shape, as a text can hold them: tidy, with the words that a spelling could misread."""

from __future__ import annotations

from hypothesis import strategies as st

from reports.writing.blocks import (
    LAST_NUMBER,
    Block,
    Cell,
    Inline,
    Item,
    List,
    Paragraph,
    Piece,
    Table,
    inline,
    join_lists,
    make_table,
)

WORDS = st.sampled_from(
    [
        *(
            "kata",
            "dua kata",
            " ",
            "\n",
            "*",
            "_",
            "**",
            "\\",
            "- butir",
            "1. nomor",
            "12)",
            "|",
            "a | b",
            "—",
        ),
        *(
            "{capaian: IKM}",
            "\xa0",
            "<b>",
            "&",
            "&amp;",
            "[/]",
            "!",
            "---",
            "Tabel: judul",
            "[kolom 2] x",
            "é",
        ),
        *(
            "o\xa0huruf",
            "§\xa0dua",
            "nama_berkas_ini",
            "5 * 3",
            "_x0041_",
            "\U0001f600",
            "Rp1.000,00",
            "999.",
        ),
    ]
)
_PIECE = st.builds(Piece, WORDS, st.booleans(), st.booleans())
CONTENT: st.SearchStrategy[Inline] = st.lists(_PIECE, min_size=1, max_size=4).map(inline).filter(bool)


def _list(items: list[Item], *, numbered: bool, start: int) -> List:
    return List(numbered, tuple(items), start if numbered else 1)


def _lists(item: st.SearchStrategy[Item]) -> st.SearchStrategy[List]:
    start = st.one_of(st.integers(0, 12), st.integers(LAST_NUMBER - 2, LAST_NUMBER))
    return st.builds(_list, st.lists(item, min_size=1, max_size=3), numbered=st.booleans(), start=start)


_ITEM: st.SearchStrategy[Item] = st.recursive(
    st.builds(Item, CONTENT),
    lambda below: st.builds(Item, CONTENT, st.lists(_lists(below), max_size=2).map(join_lists)),
    max_leaves=6,
)
LIST: st.SearchStrategy[List] = _lists(_ITEM)

_CELL = st.builds(Cell, st.one_of(st.just(()), CONTENT), st.booleans(), st.integers(1, 3), st.integers(1, 3))
_TITLE = CONTENT.map(lambda content: " ".join("".join(piece.text for piece in content).split("\n")))
TABLE: st.SearchStrategy[Table] = st.builds(
    make_table,
    st.one_of(st.just(""), _TITLE),
    st.lists(st.lists(_CELL, min_size=1, max_size=3), min_size=1, max_size=3),
).filter(lambda table: any(cell.content for row in table.rows for cell in row))

BLOCKS: st.SearchStrategy[tuple[Block, ...]] = st.lists(
    st.one_of(st.builds(Paragraph, CONTENT), LIST, TABLE), max_size=4
).map(tuple)
