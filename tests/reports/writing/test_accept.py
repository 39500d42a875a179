"""What cannot be stored as it was written is refused with value, place and remedy, and all of it at once."""

from __future__ import annotations

import pytest

from reports.writing.accept import WritingRefused, accept_html, accept_text
from reports.writing.bounds import LONGEST
from reports.writing.html import tidy_html


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (
            "<table><tr><td>Isi<ul><li>satu</li><li>dua</li></ul></td></tr></table>",
            "Daftar “satu dua” berada di dalam sel tabel. Tulis sebagai baris biasa",
        ),
        (
            "<ul><li>butir<table><tr><td>12</td></tr></table></li></ul>",
            "Tabel “12” berada di dalam butir daftar. Pindahkan ke luar",
        ),
        (
            "<table><tr><td><table><tr><td>12</td></tr></table></td></tr></table>",
            "Tabel “12” berada di dalam sel tabel.",
        ),
        (
            '<ol start="2021"><li>satu</li></ol>',
            "dimulai dari 2021 tidak dapat disimpan: nomor paling besar 999.",
        ),
        ("<ul><li>a" * 10, "Daftar “a” bertingkat 10; paling banyak 9 tingkat."),
        (f"<p>{'kata ' * 6001}</p>", "berisi 30004 karakter; paling banyak 30000. Bagi menjadi dua."),
        ("a" * (LONGEST + 1), "Tulisan ini berisi 100001 karakter; paling banyak 100000."),
    ],
    ids=[
        "list in a cell",
        "table in an item",
        "table in a cell",
        "first number",
        "levels",
        "paragraph",
        "text",
    ],
)
def test_html_is_refused_rather_than_flattened(html: str, message: str) -> None:
    with pytest.raises(WritingRefused) as refused:
        accept_html(html)
    assert message in str(refused.value)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(WritingRefused) as refused:
        accept_text("baik \uf04a\n\n" + "\n".join(f"{'  ' * level}- butir" for level in range(10)))
    assert [message[:14] for message in refused.value.messages] == ["Tanda U+F04A p", "Daftar “butir”"]


def test_what_is_stored_already_is_shown_whatever_it_is() -> None:
    stored = "<table><tr><td>Isi<ul><li>satu</li><li>dua</li></ul></td></tr></table>"
    assert "<td>Isi<br>satu<br>dua</td>" in tidy_html(stored)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("5. Kelima\n6. Keenam", '<ol start="5"><li>Kelima</li><li>Keenam</li></ol>'),
        (
            "1. Pembinaan\n\nSetiap bulan.\n\n2. Monitoring",
            '<ol><li>Pembinaan</li></ol><p>Setiap bulan.</p><ol start="2"><li>Monitoring</li></ol>',
        ),
        ("1. satu\n3. tiga", '<ol><li>satu</li></ol><ol start="3"><li>tiga</li></ol>'),
        (
            "1. satu\n  4. anak\n  5. anak\n2. dua",
            '<ol><li>satu<ol start="4"><li>anak</li><li>anak</li></ol></li><li>dua</li></ol>',
        ),
        ("0. nol", '<ol start="0"><li>nol</li></ol>'),
        ("1 Januari 2021", "<p>1 Januari 2021</p>"),
        ("2021. Tahun peralihan", "<p>2021. Tahun peralihan</p>"),
    ],
)
def test_items_keep_the_numbers_that_they_are_written_with(text: str, html: str) -> None:
    assert accept_text(text) == html


@pytest.mark.parametrize(
    ("html", "tidy"),
    [
        ('<ol start="5"><li>a</li></ol>', None),
        ('<ol start="1"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ('<ol start="x"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ('<ul start="5"><li>a</li></ul>', "<ul><li>a</li></ul>"),
        (
            '<ol><li>a</li><li value="7">b</li><li>c</li></ol>',
            '<ol><li>a</li></ol><ol start="7"><li>b</li><li>c</li></ol>',
        ),
        ('<ol><li>a</li><li value="2">b</li></ol>', "<ol><li>a</li><li>b</li></ol>"),
    ],
)
def test_html_keeps_the_numbers_that_it_says(html: str, tidy: str | None) -> None:
    assert accept_html(html) == (html if tidy is None else tidy)


def test_a_list_longer_than_numbers_go_keeps_all_its_items() -> None:
    html = f"<ol>{''.join(f'<li>b{n}</li>' for n in range(1200))}</ol>"
    assert accept_html(html) == html
