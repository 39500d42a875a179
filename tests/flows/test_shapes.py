"""Every document as Word and as a page of its own: the same cells as in print, and nothing fetched from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import docx
import pytest
from lxml import html

from reports.models import BerkasLaporan
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import Assembled, NoDokumen, arrange
from reports.publish.files import SHAPES, publish
from reports.publish.naskah import Naskah

pytestmark = pytest.mark.one_engine

_TEXT = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
)
#: A fraction is drawn by each in its own means.
_FRACTION = "×"


def documents(naskah: dict[str, Naskah], kind: str) -> Iterator[Assembled]:
    for one in naskah.values():
        try:
            yield arrange(one, kind)
        except NoDokumen:
            continue


#: No contoh holds one: tests/sakip/records/test_pk_berjenjang.py prints them.
_OF_NO_CONTOH = ("pk-berjenjang", "pk-unit-perubahan")


@pytest.mark.parametrize(
    "kind", [k for k, about in DOKUMEN_KINDS.items() if not about.reviewed and k not in _OF_NO_CONTOH]
)
def test_word_and_page_hold_the_same_tables(naskah_contoh: dict[str, Naskah], kind: str) -> None:
    made = list(documents(naskah_contoh, kind))
    assert made, "tidak ada contoh yang memuat dokumen ini"
    for assembled in made:
        page = html.fromstring(publish(assembled, "html").content)
        cells = {_bare(cell.text_content()) for cell in page.iter("td", "th")}
        word = docx.Document(BytesIO(publish(assembled, "docx").content))
        written = _bare("".join(t.text or "" for t in word.element.body.iter(*_TEXT)))
        assert cells
        assert [c for c in cells if c not in written and _FRACTION not in c] == []


@pytest.mark.parametrize("kind", DOKUMEN_KINDS)
def test_a_page_of_its_own_asks_for_nothing(naskah_contoh: dict[str, Naskah], kind: str) -> None:
    """It is opened from a disk, perhaps without a network, and tells nobody that it was."""
    for assembled in documents(naskah_contoh, kind):
        content = publish(assembled, "html").content
        page = html.fromstring(content)
        addresses = {
            value
            for element in page.iter()
            for name, value in element.attrib.items()
            if name in ("src", "href", "srcset", "action", "data", "poster")
        }
        assert [a for a in addresses if not a.startswith(("#", "data:"))] == []
        assert not page.xpath("//script | //link | //iframe | //base")
        styles = "".join(style.text_content() for style in page.iter("style"))
        assert "@import" not in styles
        assert not re.search(r"url\((?!\"?data:)", styles)
        assert page.xpath("//meta[@charset='utf-8']")


def test_there_is_a_maker_for_every_shape() -> None:
    assert set(SHAPES) == set(BerkasLaporan.Bentuk.values)


def _bare(text: str) -> str:
    return "".join(text.split())
