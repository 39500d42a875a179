"""The HTML file that stands alone, in a browser: prints like the PDF, and reads well on a phone."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from reports.document.tree import Dokumen
from reports.html import embed, render_html
from reports.pdf import closer
from reports.pdf.render import render_pdf
from reports.publish.naskah import PageSettings
from tests.e2e.test_accessibility import violations
from tests.reports.document.example_dokumen import TITLE, contoh_dokumen, media


@pytest.fixture(scope="module")
def dokumen() -> Dokumen:
    """A draft with everything of which the made-up document has much more: a third of its pages print as surely."""
    whole = contoh_dokumen(many_foto=2)
    measuring, _, results, _ = whole.body
    results = replace(results, children=(*results.children[:2], results.children[-1]))
    return replace(whole, body=(measuring, results), lampiran=whole.lampiran[1:])


@pytest.fixture(scope="module")
def file(dokumen: Dokumen, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """It as a file that stands alone, its pictures inside."""
    html = tmp_path_factory.mktemp("cetak") / "lkip.html"
    html.write_text(render_html(dokumen, PageSettings(), address=embed(media(2))), encoding="utf-8")
    return html


def open_page(browser: Browser, file: Path, *, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    return page


def sizes(pdf: bytes) -> list[str]:
    """Each page's size in whole millimetres."""
    with pikepdf.open(BytesIO(pdf)) as dokumen:
        boxes = [[round(float(x) / 72 * 25.4) for x in h.mediabox[2:]] for h in dokumen.pages]
    return [f"{width} × {height}" for width, height in boxes]


def foot(pdf: bytes) -> list[str]:
    """The last line of each page: the mark of the draft and the page number."""
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    return [
        " ".join(h.split("\n")[-1].split()) for h in re.sub(r"\n+\f", "\f", text.decode()).split("\f")[:-1]
    ]


def test_it_prints_the_pages_of_the_pdf(
    browser: Browser, file: Path, dokumen: Dokumen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but those that closer lines do without: a browser does not know how full a last page will be."""
    monkeypatch.setattr(closer, "LITTLE", 0)
    page = open_page(browser, file, width=1280)
    cetak = page.pdf(prefer_css_page_size=True, print_background=True)
    page.close()
    pdf = render_pdf(render_html(dokumen, PageSettings()), title=TITLE, media=media(2)).content
    assert len(set(sizes(pdf))) == 2  # across as well
    assert sizes(cetak) == sizes(pdf)
    assert foot(cetak) == foot(pdf)
    assert all(row.startswith("KONSEP – belum ditandatangani") for row in foot(cetak))


def test_on_a_phone_tables_scroll_in_their_frames_and_the_page_does_not(browser: Browser, file: Path) -> None:
    page = open_page(browser, file, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    frame = page.locator(".bingkai")
    more = frame.evaluate_all("semua => semua.filter(b => b.scrollWidth > b.clientWidth).length")
    assert 0 < more <= frame.count()
    assert frame.evaluate_all("semua => semua.every(b => b.tabIndex === 0 && b.ariaLabel)")
    page.close()


#: Frames moved as far as they go, and the names of rows in them that are out of sight, or of which something shows
#: through what is read under them.
SWIPED = """semua => semua.filter(b => b.scrollWidth > b.clientWidth).flatMap(b => {
    b.scrollLeft = b.scrollWidth;
    const kiri = b.getBoundingClientRect().left;
    return [...b.querySelectorAll("tbody th:not([colspan])")].map(nama => ({
        kata: nama.innerText,
        tampak: Math.abs(nama.getBoundingClientRect().left - kiri) < 1,
        tembus: getComputedStyle(nama).backgroundColor === "rgba(0, 0, 0, 0)",
    }));
})"""


def test_on_a_phone_the_name_of_a_row_stays_when_its_table_is_swiped(browser: Browser, file: Path) -> None:
    page = open_page(browser, file, width=360)
    names = page.locator(".bingkai").evaluate_all(SWIPED)
    assert len(names) > 10
    assert [one["kata"] for one in names if not one["tampak"] or one["tembus"]] == []
    page.close()


def test_axe_finds_nothing(browser: Browser, file: Path) -> None:
    """On a desk; test_muatan_pertama looks at the same document in the site on a phone."""
    page = open_page(browser, file, width=1280)
    assert violations(page) == []
    page.close()
