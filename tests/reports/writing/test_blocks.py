"""One tidy form of a text: what it keeps, what it straightens, and that it is final."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given

from reports.writing.allow_list import clean
from reports.writing.blocks import Table
from reports.writing.html import read_html, tidy_html
from tests.reports.writing.random_html import HTML


@pytest.mark.parametrize(
    ("origin", "tidy"),
    [
        ("<p>Warga <strong>aktif</strong> dan <em>tertib</em>.</p>", None),
        ("<ul><li>satu<ol><li>anak</li></ol></li><li>dua<br>lanjut</li></ul>", None),
        ("tanpa alinea", "<p>tanpa alinea</p>"),
        ("<p>satu<br><br>dua</p>", "<p>satu</p><p>dua</p>"),
        ("<p>  banyak \n spasi  </p><p></p><p>&nbsp;</p><p><br></p>", "<p>banyak spasi</p>"),
        (
            "<ul><li><p>satu</p></li><li><p>dua</p><p>tiga</p></li></ul>",
            "<ul><li>satu</li><li>dua<br>tiga</li></ul>",
        ),
        ("<ul><li>satu</li><ul><li>anak</li></ul></ul>", "<ul><li>satu<ul><li>anak</li></ul></li></ul>"),
        ("<p>a <strong>b </strong><strong> c</strong></p>", "<p>a <strong>b c</strong></p>"),
        ("<strong><p>satu</p><p>dua</p></strong>", "<p><strong>satu</strong></p><p><strong>dua</strong></p>"),
        ("<p>{capaian: <strong>IKM</strong>}</p>", "<p>{capaian: IKM}</p>"),
        ("<p>a\x00b\x0bc\ufeff</p>", "<p>ab<br>c</p>"),
        ("<p>12 km<sup>2</sup>, CO<SUB>2</SUB>, 10<sup>-3</sup></p>", "<p>12 km², CO₂, 10⁻³</p>"),
        ("<h2 id=x>Kendala</h2><p>Isi.</p>", "<p><strong>Kendala</strong></p><p>Isi.</p>"),
        ("<li>lepas</li>", "<ul><li>lepas</li></ul>"),
    ],
)
def test_texts_take_their_tidy_form(origin: str, tidy: str | None) -> None:
    assert tidy_html(origin) == (origin if tidy is None else tidy)


def test_a_table_fills_its_grid_and_leading_header_rows_become_its_head() -> None:
    origin = (
        "<table><caption>Rekap</caption><tr><th>Uraian</th><th><p>Jumlah</p></th></tr>"
        '<tr><th>Surat</th><td>12</td></tr><tr><td colspan="9">Catatan</td></tr></table>'
    )
    result = tidy_html(origin)
    assert result.startswith(
        '<table><caption>Rekap</caption><thead><tr><th scope="col">Uraian</th><th scope="col">Jumlah</th>'
    )
    assert '<tbody><tr><th scope="row">Surat</th><td>12</td>' in result
    assert tidy_html(result) == result
    (table,) = read_html(result)
    assert isinstance(table, Table)
    assert (table.title, table.head) == ("Rekap", 1)


def test_a_list_in_a_cell_keeps_its_words_as_lines() -> None:
    result = tidy_html("<table><tr><td>Isi<ul><li>satu</li><li>dua</li></ul></td></tr></table>")
    assert "<td>Isi<br>satu<br>dua</td>" in result


def test_nothing_is_drawn_for_a_table_without_a_word() -> None:
    assert tidy_html("<table><tr><td></td><td>&nbsp;</td></tr></table>") == ""
    assert tidy_html("<table><caption>Judul saja</caption></table>") == "<p>Judul saja</p>"


@pytest.mark.parametrize("bom", ["<ul>" * 5000 + "x", "<em>" * 20_000 + "x", "<table><tr><td>" * 500 + "x"])
def test_deep_nesting_costs_nothing(bom: str) -> None:
    result = tidy_html(bom)
    assert "x" in result
    assert result.count("<") < 200
    assert read_html(result)


@given(HTML)
def test_the_tidy_form_is_final_and_allow_listed(origin: str) -> None:
    result = tidy_html(origin)
    assert tidy_html(result) == result
    assert clean(result) == result


@given(HTML)
def test_no_word_is_lost_or_added(origin: str) -> None:
    def word(content: str) -> str:
        return re.sub(r"[\s\x0b•]+", "", html.unescape(re.sub(r"<[^>]*>", "", content)))

    assert word(tidy_html(origin)) == word(clean(origin))
