"""Allow-listed HTML of any shape, with the words that plain text could misread."""

from __future__ import annotations

from hypothesis import strategies as st

KATA = st.sampled_from(
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
BLOK = ("p", "ul", "ol", "li", "strong", "em")


def _wrap(isi: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    deret = st.lists(isi, max_size=3).map("".join)
    return st.tuples(st.sampled_from(BLOK), deret).map(lambda t: f"<{t[0]}>{t[1]}</{t[0]}>")


POTONGAN = st.recursive(KATA, _wrap, max_leaves=8)

_SEL = st.tuples(st.sampled_from(["td", "th"]), st.integers(1, 3), st.integers(1, 2), POTONGAN).map(
    lambda s: f'<{s[0]} colspan="{s[1]}" rowspan="{s[2]}">{s[3]}</{s[0]}>'
)
_BARIS = st.lists(_SEL, max_size=3).map(lambda sel: f"<tr>{''.join(sel)}</tr>")
_TABEL = st.tuples(KATA, st.lists(_BARIS, max_size=3)).map(
    lambda t: f"<table><caption>{t[0]}</caption>{''.join(t[1])}</table>"
)

HTML = st.lists(st.one_of(POTONGAN, POTONGAN, _TABEL), max_size=5).map("".join)
