"""The way of an operator: sign in, read every page, read the LKIP, have the PDF made, fetch it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from kecamatan.models import Kecamatan
from reports.pages import HALAMAN
from sakip.models import PerjanjianKinerja
from tests.e2e.site import Situs
from tests.factory import make


def store(halaman: Page, letak: Path) -> str:
    """Fetch the finished PDF and return its words."""
    tautan = halaman.get_by_role("link", name="Unduh LKIP-Jombang-2023.pdf")
    expect(tautan).to_be_visible()
    expect(halaman.get_by_text(re.compile(r"PDF, \d+ halaman, [\d,.]+\s[KM]B\."))).to_be_visible()
    with halaman.expect_download() as unduhan:
        tautan.click()
    assert unduhan.value.suggested_filename == "LKIP-Jombang-2023.pdf"
    berkas = letak / "lkip.pdf"
    unduhan.value.save_as(berkas)
    return subprocess.run(
        ["pdftotext", "-layout", str(berkas), "-"], check=True, capture_output=True, text=True
    ).stdout


def test_an_operator_reads_the_records_and_fetches_the_lkip(
    situs: Situs, pekerja: Callable[[], None], tmp_path: Path
) -> None:
    halaman = situs.sign_in_sendiri("operator.jombang")
    baris = halaman.get_by_role("row").filter(has=halaman.get_by_role("rowheader"))
    assert {b.get_by_role("rowheader").inner_text() for b in baris.all()} == {"Jombang"}

    halaman.get_by_role("link", name="Kecamatan Jombang 2023", exact=True).click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Ringkasan tahun 2023")
    expect(halaman.get_by_text("95,00%")).to_be_visible()
    navigasi = halaman.get_by_role("navigation", name="Dokumen tahun 2023")
    for satu in HALAMAN.values():
        navigasi.get_by_role("link", name=satu.nama, exact=True).click()
        expect(halaman.get_by_role("heading", level=1)).to_have_text(satu.judul)
        expect(halaman.locator(".kosong")).to_have_count(0)

    navigasi.get_by_role("link", name="Realisasi").click()
    rincian = halaman.locator("details").first
    rincian.locator("summary").click()
    expect(rincian.get_by_text("realisasi 95 ÷ target 100 × 100 = 95,00")).to_be_visible()

    navigasi.get_by_role("link", name="LKIP").click()
    lembar = halaman.locator("article.dokumen")
    expect(lembar).to_contain_text("KONSEP – belum ditandatangani")
    for kata in ("95,00%", "Sangat Memuaskan", "3.239.088.691", "94,50%"):
        expect(lembar).to_contain_text(kata)
    halaman.get_by_role("navigation", name="Bagian dokumen").get_by_role(
        "link", name="BAB III Akuntabilitas Kinerja"
    ).click()
    expect(halaman.locator("#bab-3")).to_be_in_viewport()

    halaman.get_by_role("button", name="Unduh PDF").click()
    expect(halaman.get_by_text("Menunggu giliran")).to_be_visible()
    halaman.reload()  # what was asked for survives it
    expect(halaman.get_by_text("Menunggu giliran")).to_be_visible()
    pekerja()
    kata_pdf = store(halaman, tmp_path)  # the page found out by itself
    for kata in ("95,00%", "Sangat Memuaskan", "3.239.088.691", "94,50%", "KONSEP"):
        assert kata in kata_pdf
    assert situs.keluhan == []


def test_bagian_organisasi_goes_from_kecamatan_to_kecamatan(situs: Situs) -> None:
    halaman = situs.masuk("organisasi")
    halaman.get_by_label("Tahun", exact=True).select_option("2020")
    halaman.get_by_role("button", name="Saring").click()
    expect(halaman.get_by_role("rowheader")).to_have_text(["Balung"])
    halaman.get_by_role("link", name="PK Balung 2020: ada").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Perjanjian Kinerja")
    halaman.get_by_label("Kecamatan", exact=True).select_option(label="Umbulsari")
    halaman.get_by_role("button", name="Pindah").click()
    # The same page and year of the neighbour, who has recorded nothing in it; another year is one step away.
    expect(halaman).to_have_url(re.compile(r"/kecamatan/umbulsari/2020/pk/$"))
    halaman.get_by_role("navigation", name="Pilih tahun").get_by_role("link", name="2021").click()
    expect(halaman).to_have_url(re.compile(r"/kecamatan/umbulsari/2021/pk/$"))
    make(PerjanjianKinerja, kecamatan=Kecamatan.objects.get(slug="jombang"), tahun=2024)
    halaman.goto("/kecamatan/jombang/2023/pk/")
    halaman.get_by_role("navigation", name="Pilih tahun").get_by_role("link", name="2024").click()
    expect(halaman).to_have_url(re.compile(r"/kecamatan/jombang/2024/pk/$"))
    assert situs.keluhan == []


def test_the_keyboard_alone_is_enough(situs: Situs) -> None:
    halaman = situs.open_page()
    halaman.goto("/masuk/")
    expect(halaman.get_by_label("Nama pengguna")).to_be_focused()
    halaman.keyboard.type("operator.balung")
    halaman.keyboard.press("Tab")
    halaman.keyboard.type(situs.sandi["operator.balung"])
    halaman.keyboard.press("Enter")
    halaman.get_by_role("heading", name="Kecamatan dan tahun").wait_for()
    halaman.goto("/kecamatan/balung/2020/realisasi/")
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    expect(halaman.get_by_role("link", name="Langsung ke isi")).to_be_in_viewport()
    halaman.keyboard.press("Enter")
    expect(halaman.locator("#isi")).to_be_focused()
    summary = halaman.locator("summary").first
    for _ in range(60):
        if summary.evaluate("e => e === document.activeElement"):
            break
        halaman.keyboard.press("Tab")
    expect(summary).to_be_focused()
    assert summary.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    halaman.keyboard.press("Enter")
    expect(halaman.locator("details[open]")).to_have_count(1)


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_a_session_that_ended_leads_to_the_sign_in(situs: Situs, javascript: bool) -> None:
    halaman = situs.masuk("operator.jombang", javascript=javascript)
    halaman.goto("/kecamatan/jombang/2023/dokumen/sk-iku/")
    halaman.get_by_role("button", name="Unduh PDF").click()
    expect(halaman.get_by_text("Menunggu giliran")).to_be_visible()
    halaman.context.clear_cookies()
    if not javascript:
        halaman.get_by_role("link", name="Periksa sekarang").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Masuk")
    assert "/masuk/?next=/berkas/" in halaman.url


def test_the_lkip_prints_from_the_browser_like_the_pdf(situs: Situs, tmp_path: Path) -> None:
    halaman = situs.sign_in_sendiri("operator.jombang")
    halaman.goto("/kecamatan/jombang/2023/dokumen/lkip/")
    berkas = tmp_path / "cetak.pdf"
    halaman.pdf(path=berkas, prefer_css_page_size=True)
    subprocess.run(
        ["pdftoppm", "-r", "20", "-png", "-f", "2", "-l", "2", str(berkas), str(tmp_path / "hal")], check=True
    )
    (gambar,) = tmp_path.glob("hal-*.png")
    with Image.open(gambar) as cetak:
        warna = {warna: banyak for banyak, warna in cetak.convert("RGB").getcolors(1_000_000) or []}
    assert warna[(236, 238, 241)] > 1000  # the word KONSEP, right across the page
    teks = subprocess.run(
        ["pdftotext", "-l", "2", str(berkas), "-"], check=True, capture_output=True, text=True
    )
    assert "KATA PENGANTAR" in teks.stdout
    for bukan_dokumen in ("Unduh PDF", "Keluar", "Langsung ke isi", "Beranda"):
        assert bukan_dokumen not in teks.stdout
