"""Allow-listed HTML of any shape, with the words that plain text could misread."""

from __future__ import annotations

from hypothesis import strategies as st

WORD = st.sampled_from(
    [
        *(
            "kata",
            "dua kata ",
            " ",
            "*",
            "_",
            "**",
            "__",
            "\\",
            "- butir",
            "1. nomor",
            "2)",
            "|",
            "a | b",
            "\n",
            "\t",
        ),
        *(
            "{capaian: IKM}",
            "&nbsp;",
            "&lt;b&gt;",
            "&amp;",
            "[/]",
            "!",
            "---",
            "Tabel: judul",
            "[kolom 2] x",
            "• ya",
        ),
        *("nama_berkas_ini", "5 * 3", "<br>", "\u2028", "\x0b", "é", "\U0001f600"),
    ]
)
BLOCKS = ("p", "ul", "ol", "li", "strong", "em")


def _wrap(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    series = st.lists(content, max_size=3).map("".join)
    return st.tuples(st.sampled_from(BLOCKS), series).map(lambda t: f"<{t[0]}>{t[1]}</{t[0]}>")


PIECES = st.recursive(WORD, _wrap, max_leaves=8)

_CELL = st.tuples(st.sampled_from(["td", "th"]), st.integers(1, 3), st.integers(1, 2), PIECES).map(
    lambda s: f'<{s[0]} colspan="{s[1]}" rowspan="{s[2]}">{s[3]}</{s[0]}>'
)
_ROW = st.lists(_CELL, max_size=3).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
_TABLE = st.tuples(WORD, st.lists(_ROW, max_size=3)).map(
    lambda t: f"<table><caption>{t[0]}</caption>{''.join(t[1])}</table>"
)

HTML = st.lists(st.one_of(PIECES, PIECES, _TABLE), max_size=5).map("".join)
