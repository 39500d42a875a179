"""What a text comes to is bounded before it is built: refused where it is written, cut short where it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from reports.writing import accept, bounds
from reports.writing.accept import WritingRefused, accept_html, accept_text
from reports.writing.allow_list import clean
from reports.writing.blocks import Block, Cell, List, Paragraph, Table, contents, words
from reports.writing.bounds import CUT_SHORT, LONGEST, LONGEST_READ, MOST_COLUMNS, MOST_LINES, MOST_READ_LINES
from reports.writing.html import read_html, tidy_html
from reports.writing.spelled import write_html
from reports.writing.text import plain_text, read_text
from reports.writing.workbook import respelled
from tests.reports.writing.worst_texts import WORST_HTML, WORST_TEXT, worst_html, worst_text

WIDEST = f"<tr>{'<td>b</td>' * 50}</tr>"
NOTE = f"<p><em>{CUT_SHORT}</em></p>"


def grid(table: Table) -> tuple[int, int]:
    """Rows and columns."""
    return len(table.rows), sum(cell.columns for cell in table.rows[0])


def size(blocks: Iterable[Block]) -> tuple[int, int]:
    """Lines and cells that are printed, but for the word that something is missing."""
    given = [b for b in blocks if not (isinstance(b, Paragraph) and words(b.content) == CUT_SHORT)]
    tables = [b for b in given if isinstance(b, Table)]
    lines = sum(1 + words(c).count("\n") for b in given if not isinstance(b, Table) for c in contents([b]))
    rows = sum(len(t.rows) for t in tables)
    return lines + rows, sum(rows * columns for rows, columns in map(grid, tables))


#: How many times less than it is may be read, written and printed of a text in the tests of all the worst ones.
PART = 5


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that are so many times less; that of columns is that of a page."""
    for name in ("LONGEST", "LONGEST_READ", "MOST_LINES", "MOST_READ_LINES", "MOST_CELLS"):
        monkeypatch.setattr(bounds, name, getattr(bounds, name) // PART)
    monkeypatch.setattr(accept, "LONGEST", LONGEST // PART)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("name", WORST_HTML)
def test_html_that_comes_to_too_much_is_refused_and_stored_it_is_shown_in_part(name: str) -> None:
    html = worst_html(PART)[name]
    assert len(html) <= bounds.LONGEST
    assert len(clean(html)) <= 12 * len(html)
    _is_bounded(read_html(html))
    assert max(map(len, _stored_or_refused(accept_html, html))) <= bounds.LONGEST


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("name", WORST_TEXT)
def test_so_is_plain_text(name: str) -> None:
    text = worst_text(PART)[name]
    assert len(text) <= bounds.LONGEST
    _is_bounded(read_text(text))
    assert max(map(len, _stored_or_refused(accept_text, text))) <= bounds.LONGEST


@pytest.mark.parametrize("texts", [WORST_HTML, WORST_TEXT], ids=["html", "text"])
def test_the_worst_are_as_long_as_one_text_may_be(texts: dict[str, str]) -> None:
    assert max(map(len, texts.values())) <= LONGEST


def test_rows_of_their_real_number_are_bounded_as_well() -> None:
    """As all of the above, with the bounds as they are; three of HTML are shown below."""
    text = WORST_TEXT["rows"]
    _is_bounded(read_text(text))
    assert max(map(len, _stored_or_refused(accept_text, text))) <= LONGEST


def _stored_or_refused(accept: Callable[[str], str], source: str) -> list[str]:
    try:
        return [accept(source)]
    except WritingRefused as refused:
        return refused.messages


def _is_bounded(blocks: tuple[Block, ...]) -> None:
    lines, cells = size(blocks)
    assert lines <= bounds.MOST_LINES
    assert cells <= bounds.MOST_CELLS
    assert all(grid(b)[1] <= MOST_COLUMNS for b in blocks if isinstance(b, Table))
    assert len(write_html(blocks)) <= bounds.LONGEST_READ + 1000


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (
            f"<table><tr>{'<td>Pindah</td>' * 51}</tr></table>",
            "Tabel “Pindah Pindah Pindah Pindah Pindah Pind…” berisi lebih dari 50 kolom, dan tidak ada halaman yang "
            "memuatnya. Hapus kolom",
        ),
        (
            # The second row begins behind the column that covers it: 1 + 50.
            f'<table><caption>Surat</caption><tr><td rowspan="2">a</td></tr><tr>{"<td>b</td>" * 50}</tr></table>',
            "Tabel “Surat” berisi lebih dari 50 kolom",
        ),
        (
            f"<table>{WIDEST * 101}</table>",
            "sel, termasuk sel gabungan dan sel kosong. Hapus baris dan kolom",
        ),
        (
            # 99 rows of one cell and one of 50: the grid is 100 × 50, and the second table has one more.
            f'<table><tr><td colspan="50">a</td></tr>{"<tr><td>b</td></tr>" * 99}</table>'
            "<table><tr><td>c</td></tr></table>",
            "Dengan tabel “c” tulisan ini berisi lebih dari 5.000 sel",
        ),
        (
            "<p>a</p>" * 3001,
            "Tulisan ini berisi lebih dari 3.000 baris (alinea, baris baru, butir daftar, dan baris tabel); paling "
            "banyak 3.000. Ringkaslah, atau pindahkan sebagian ke bagian lain.",
        ),
        (f"<p>{'a<br>' * 3000}b</p>", "lebih dari 3.000 baris"),
        (f"<p>a</p><table>{'<tr><td>b</td></tr>' * 3000}</table>", "lebih dari 3.000 baris"),
        (f"<ol>{'<li>a</li>' * 3001}</ol>", "lebih dari 3.000 baris"),
        (
            f"<p>{'&' * 20_001}</p>",
            "menjadi 101 KB bersama tanda alinea, daftar, tabel, dan hurufnya; paling banyak 100 KB",
        ),
    ],
    ids=["columns", "covered", "cells", "two tables", "paragraphs", "breaks", "rows", "items", "bytes"],
)
def test_a_text_just_above_a_bound_is_refused_with_what_is_too_much(html: str, message: str) -> None:
    with pytest.raises(WritingRefused) as refused:
        accept_html(html)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    "html",
    [
        f"<table><tbody>{WIDEST}</tbody></table>",
        f"<table><tbody>{WIDEST * 100}</tbody></table>",
        "<p>a</p>" * 3000,
        f"<ol>{'<li>a</li>' * 3000}</ol>",
        f"<p>{'&amp;' * 19_990}</p>",
    ],
    ids=["columns", "cells", "paragraphs", "items", "bytes"],
)
def test_a_text_at_its_bounds_is_stored_as_it_is(html: str) -> None:
    assert accept_html(html) == html


def test_what_is_too_large_and_stored_already_is_shown_with_a_word_that_says_so() -> None:
    stored = (
        "<p>Pengantar.</p>"
        + f"<table><tbody>{'<tr><td>Surat</td><td>12</td></tr>' * 4000}</tbody></table><p>Ekor.</p>"
    )
    first, table, last, note = read_html(stored)
    assert write_html([first, last]) == "<p>Pengantar.</p><p>Ekor.</p>"
    assert isinstance(table, Table)
    assert grid(table) == (2500, 2)
    assert table.rows[-1] == (Cell(table.rows[0][0].content), Cell(table.rows[0][1].content))
    assert write_html([note]) == NOTE


def test_a_tag_that_is_cut_in_two_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST_READ", 36)  # "<p>" and six "&amp;" are 33 of them
    first, note = read_html("<p>&&&&&&<b>a</b></p>")
    assert write_html([first, note]) == f"<p>&amp;&amp;&amp;&amp;&amp;&amp;</p>{NOTE}"


def test_rows_that_are_left_out_leave_the_spans_of_the_others_in_the_grid() -> None:
    (table, _note) = read_html("<table>" + f'<tr><td rowspan="9">a</td>{"<td>b</td>" * 49}</tr>' * 200)
    assert isinstance(table, Table)
    assert table.rows[-1][-1].rows == 1
    assert grid(table)[1] <= MOST_COLUMNS


@pytest.mark.parametrize("name", ["many cells", "paragraphs", "items"])
def test_what_is_shown_of_it_reads_back_as_the_same_through_the_workbook(name: str) -> None:
    html = WORST_HTML[name]
    shown = tidy_html(html)
    assert shown.endswith(NOTE)
    _is_bounded(read_html(shown))
    assert tidy_html(shown) == shown
    assert write_html(read_text(plain_text(html))) == shown


def test_a_list_is_no_deeper_than_html_can_hold_and_is_refused_for_it() -> None:
    (one,) = read_text(WORST_TEXT["levels"])[:1]
    assert isinstance(one, List)
    with pytest.raises(WritingRefused, match="bertingkat 20; paling banyak 9 tingkat"):
        accept_text(WORST_TEXT["levels"])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a" * (LONGEST_READ + 1), "berisi 300001 karakter"),
        (WORST_HTML["spans"], "lebih dari 50 kolom"),
        ("<p>a</p>" * 4000, "lebih dari 3.000 baris"),
    ],
)
def test_a_text_of_a_workbook_of_before_is_refused_as_well(text: str, message: str) -> None:
    with pytest.raises(WritingRefused, match=message):
        respelled(text)


def test_lines_of_plain_text_are_not_read_for_ever() -> None:
    assert size(read_text("a\n\n" * (MOST_READ_LINES + 1)))[0] == MOST_LINES
    with pytest.raises(WritingRefused, match=r"lebih dari 12\.000 baris .*; paling banyak 3\.000"):
        accept_text("\n" * (MOST_READ_LINES + 1))
