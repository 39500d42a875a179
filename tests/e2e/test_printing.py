"""The HTML file that stands alone, in a browser: prints like the PDF, and reads well on a phone."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from reports.html import render_html, sematkan
from reports.pdf.render import HasilPDF
from reports.publish.naskah import Pengaturan
from tests.e2e.test_accessibility import pelanggaran
from tests.reports.document.example_dokumen import contoh_dokumen, media


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft with everything in it, its pictures inside."""
    html = tmp_path_factory.mktemp("cetak") / "lkip.html"
    html.write_text(render_html(contoh_dokumen(), Pengaturan(), alamat=sematkan(media())), encoding="utf-8")
    return html


def open_page(peramban: Browser, berkas: Path, *, lebar: int) -> Page:
    halaman = peramban.new_page(viewport={"width": lebar, "height": 800})
    halaman.goto(berkas.as_uri())
    return halaman


def ukuran(pdf: bytes) -> list[str]:
    """Each page's size in whole millimetres."""
    with pikepdf.open(BytesIO(pdf)) as dokumen:
        kotak = [[round(float(x) / 72 * 25.4) for x in h.mediabox[2:]] for h in dokumen.pages]
    return [f"{lebar} × {tinggi}" for lebar, tinggi in kotak]


def kaki(pdf: bytes) -> list[str]:
    """The last line of each page: the mark of the draft and the page number."""
    teks = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    return [
        " ".join(h.split("\n")[-1].split()) for h in re.sub(r"\n+\f", "\f", teks.decode()).split("\f")[:-1]
    ]


def test_it_prints_the_pages_of_the_pdf(peramban: Browser, berkas: Path, hasil_contoh: HasilPDF) -> None:
    halaman = open_page(peramban, berkas, lebar=1280)
    cetak = halaman.pdf(prefer_css_page_size=True, print_background=True)
    halaman.close()
    pdf = hasil_contoh.isi
    assert ukuran(cetak) == ukuran(pdf)
    assert kaki(cetak) == kaki(pdf)
    assert all(baris.startswith("KONSEP – belum ditandatangani") for baris in kaki(cetak))


def test_on_a_phone_tables_scroll_in_their_frames_and_the_page_does_not(
    peramban: Browser, berkas: Path
) -> None:
    halaman = open_page(peramban, berkas, lebar=390)
    assert halaman.evaluate("document.documentElement.scrollWidth") == 390
    bingkai = halaman.locator(".bingkai")
    lebih = bingkai.evaluate_all("semua => semua.filter(b => b.scrollWidth > b.clientWidth).length")
    assert 0 < lebih <= bingkai.count()
    assert bingkai.evaluate_all("semua => semua.every(b => b.tabIndex === 0 && b.ariaLabel)")
    halaman.close()


def test_axe_finds_nothing(peramban: Browser, berkas: Path) -> None:
    """On a desk; test_muatan_pertama looks at the same document in the site on a phone."""
    halaman = open_page(peramban, berkas, lebar=1280)
    assert pelanggaran(halaman) == []
    halaman.close()
