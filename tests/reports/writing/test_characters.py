"""What no page can show never gets there: signs of Word become ordinary, control characters go, the rest is told."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.writing.accept import WritingRefused, accept_html, accept_text
from reports.writing.characters import printable
from reports.writing.html import tidy_html
from reports.writing.spelled import write_html
from reports.writing.text import read_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("biasa – “kutip” é 😀", "biasa – “kutip” é 😀"),
        ("satu\x0bdua", "satu\ndua"),
        ("satu_x000B_dua_x000b_tiga", "satu\ndua\ntiga"),
        ("satu\u2028dua\x85tiga", "satu\ndua\ntiga"),
        ("a\x00b\x07c_x0007_d\ufeffe\ufffef\uffffg_xFFFE_h", "abcdefgh"),
        ("anti\x1ekorupsi dan ke\x1fadaan", "anti-korupsi dan keadaan"),
        ("\x80\x9fC1", "C1"),
        ("_x0041_ tetap", "_x0041_ tetap"),
        ("A \uf0e0 B, \uf0b3 80", "A → B, ≥ 80"),
        ("\uf0b7 satu\n\uf0e8\tdua", "• satu\n•\tdua"),
        ("\ud800x", "x"),
    ],
)
def test_characters_become_what_a_page_shows(text: str, shown: str) -> None:
    told: list[str] = []
    assert printable(text, told.append) == shown
    assert told == []


def test_a_sign_that_has_no_ordinary_one_is_told_with_its_surroundings() -> None:
    told: list[str] = []
    assert printable("Nilai \uf04a baik", told.append) == "Nilai  baik"
    assert told == [
        "Tanda U+F04A pada “Nilai □ baik” berasal dari huruf simbol Word dan tidak dapat dicetak. Hapus, atau ganti "
        "dengan huruf atau tanda biasa."
    ]


@pytest.mark.parametrize("accept", [accept_html, accept_text])
def test_both_doors_refuse_it_and_an_old_text_prints_without_it(accept: object) -> None:
    with pytest.raises(WritingRefused, match=r"U\+F04A pada “baik □”"):
        accept("baik \uf04a")  # type: ignore[operator]
    assert tidy_html("<p>baik \uf04a</p>") == "<p>baik</p>"


@pytest.mark.parametrize("sign", [*"•·▪■●○◦➢❖✓", "\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "\uf076", "\uf0a8"])
@pytest.mark.parametrize("blank", [" ", "\t", "\xa0\xa0 "])
def test_word_s_signs_are_items_at_every_door(sign: str, blank: str) -> None:
    items = "<ul><li>Pembinaan</li><li>Monitoring</li></ul>"
    text = f"{sign}{blank}Pembinaan\n{sign}{blank}Monitoring"
    assert write_html(read_text(text)) == items
    assert tidy_html(f"<p>{sign}{blank}Pembinaan</p><p>{sign}{blank}Monitoring</p>") == items
    assert tidy_html(f"<p>Langkah:<br>{text.replace(chr(10), '<br>')}</p>") == f"<p>Langkah:</p>{items}"
    assert tidy_html(f"<ul><li>{sign}{blank}Pembinaan</li><li>Monitoring</li></ul>") == items


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("•\tsatu\n\to\tanak\n•\tdua", "<ul><li>satu<ul><li>anak</li></ul></li><li>dua</li></ul>"),
        ("1.\tsatu\n2.\tdua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("§\xa0\xa0satu", "<ul><li>satu</li></ul>"),
        ("o bukan butir", "<p>o bukan butir</p>"),
        (
            "No.\tUraian\n1.\tSurat",
            "<table><tbody><tr><td>No.</td><td>Uraian</td></tr><tr><td>1.</td><td>Surat</td></tr></tbody></table>",
        ),
    ],
)
def test_what_word_and_excel_put_on_the_clipboard(text: str, html: str) -> None:
    assert accept_text(text) == html


def unprintable(char: str) -> bool:
    """Control characters, half pairs, Word's private signs and what is no character."""
    return (
        unicodedata.category(char) in {"Cc", "Cs"}
        or "\ue000" <= char <= "\uf8ff"
        or ord(char) & 0xFFFE == 0xFFFE
    )


@given(st.text(max_size=60))
def test_whatever_is_written_nothing_unprintable_is_stored(text: str) -> None:
    for html in (write_html(read_text(text)), tidy_html(text)):
        assert printable(html) == html
        assert tidy_html(html) == html
        assert not [c for c in html if unprintable(c)]
