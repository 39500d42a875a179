from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.writing.allow_list import clean


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("<p>Warga <strong>aktif</strong> dan <em>tertib</em>.</p>", None),
        ("<ul><li>satu</li></ul><ol><li>dua<br>tiga</li></ol>", None),
        ('<table><tbody><tr><th scope="row">A</th><td colspan="2">1</td></tr></tbody></table>', None),
        ("<script>alert(1)</script><p>isi</p>", "<p>isi</p>"),
        ("<style>p{display:none}</style>isi", "isi"),
        ('<p onclick="x()" style="color:red" class="judul-1" id="bab-1">isi</p>', "<p>isi</p>"),
        ('<a href="http://contoh.id">tautan</a>', "tautan"),
        ('<img src="x" onerror="x()">isi', "isi"),
        ("<h1>Judul</h1>", "Judul"),
        ('<svg><a href="javascript:x()">isi</a></svg>', "isi"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("<p>tidak ditutup", "<p>tidak ditutup</p>"),
    ],
)
def test_only_the_listed_tags_remain(dirty: str, cleaned: str | None) -> None:
    assert clean(dirty) == (dirty if cleaned is None else cleaned)


@given(st.text(alphabet="<>/=\"' abcdpstrong&;!-", max_size=60))
def test_cleaning_twice_changes_nothing(dirty: str) -> None:
    once = clean(dirty)
    assert clean(once) == once
