"""The plain text of a page without JavaScript: what it looks like, and that nothing is lost on the way and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.writing.html import read_html, tidy_html
from reports.writing.spelled import write_html
from reports.writing.text import read_text, write_text
from tests.reports.writing.random_html import HTML


def html_from_text(text: str) -> str:
    return write_html(read_text(text))


def text_from_html(html: str) -> str:
    return write_text(read_html(html))


COMPLETE = """Alinea *tebal* dan _miring_ dengan nama_berkas_ini dan 5 * 3.
Baris kedua.

- satu
- dua
  1. anak
  2. anak lain
- tiga
  lanjutan

Tabel: Rekap surat
| Uraian | Jumlah |
| --- | --- |
| ! Surat masuk | 12 |
| [kolom 2] Catatan [/] dua baris |"""

COMPLETE_HTML = (
    "<p>Alinea <strong>tebal</strong> dan <em>miring</em> dengan nama_berkas_ini dan 5 * 3.<br>Baris kedua.</p>"
    "<ul><li>satu</li><li>dua<ol><li>anak</li><li>anak lain</li></ol></li><li>tiga<br>lanjutan</li></ul>"
    "<table><caption>Rekap surat</caption>"
    '<thead><tr><th scope="col">Uraian</th><th scope="col">Jumlah</th></tr></thead>'
    '<tbody><tr><th scope="row">Surat masuk</th><td>12</td></tr>'
    '<tr><td colspan="2">Catatan<br>dua baris</td></tr></tbody></table>'
)


def test_everything_that_a_text_may_hold_has_a_plain_spelling() -> None:
    assert html_from_text(COMPLETE) == COMPLETE_HTML
    assert text_from_html(COMPLETE_HTML) == COMPLETE


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Langkah:\n- satu\n- dua", "<p>Langkah:</p><ul><li>satu</li><li>dua</li></ul>"),
        ("• satu\n• dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("·\xa0\xa0satu dari Word", "<ul><li>satu dari Word</li></ul>"),
        ("1) satu\n2) dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("Uraian\tJumlah\nSurat\t12", None),
        ("satu\r\n\r\ndua", "<p>satu</p><p>dua</p>"),
        ("<b>bukan HTML</b> & <script>", "<p>&lt;b&gt;bukan HTML&lt;/b&gt; &amp; &lt;script&gt;</p>"),
        (r"\- bukan butir", "<p>- bukan butir</p>"),
        ("**te**bal", "<p><strong>te</strong>bal</p>"),
        ("tinggal *satu bintang", "<p>tinggal *satu bintang</p>"),
        ("   \n\n\t\n", ""),
    ],
)
def test_what_people_type_reads_as_they_mean_it(text: str, content: str | None) -> None:
    table = "<table><tbody><tr><td>Uraian</td><td>Jumlah</td></tr><tr><td>Surat</td><td>12</td></tr></tbody></table>"
    assert html_from_text(text) == (table if content is None else content)


@given(HTML)
def test_opening_and_saving_without_javascript_changes_nothing(origin: str) -> None:
    stored = tidy_html(origin)
    assert html_from_text(text_from_html(stored)) == stored


@given(st.text(alphabet="ab *_\\-|1.\n\t!{}[]/<>&:\xa0•", max_size=80))
def test_any_text_reads_as_tidy_html_and_stays_the_same(text: str) -> None:
    content = html_from_text(text)
    assert tidy_html(content) == content
    assert html_from_text(text_from_html(content)) == content
