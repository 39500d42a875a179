"""The way of an operator: sign in, read every page, read the LKIP, have a PDF made, fetch it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from kecamatan.models import Kecamatan
from reports.pages import SCREEN_PAGES
from sakip.models import PerjanjianKinerja
from tests.e2e.site import Site
from tests.factory import make
from tests.plain_browser import PlainBrowser, enter, name_of, words


def store(page: Page, location: Path) -> str:
    """Fetch the finished PDF and return its words."""
    link = page.get_by_role("link", name="Unduh PK-Perubahan-Jombang-2023.pdf")
    expect(link).to_be_visible()
    expect(page.get_by_text(re.compile(r"PDF, \d+ halaman, [\d,.]+\s[KM]B\."))).to_be_visible()
    with page.expect_download() as download:
        link.click()
    assert download.value.suggested_filename == "PK-Perubahan-Jombang-2023.pdf"
    file = location / "pk.pdf"
    download.value.save_as(file)
    return subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True
    ).stdout


def records(page: Page) -> Locator:
    """The table of kecamatan and years on the first page."""
    return page.get_by_role("region", name=re.compile("kecamatan-tahun"))


def test_an_operator_reads_the_records_and_fetches_a_document(
    site: Site, worker: Callable[[], None], tmp_path: Path
) -> None:
    page = site.sign_in_oneself("operator.jombang")
    assert set(records(page).get_by_role("rowheader").all_inner_texts()) == {"Jombang"}

    page.get_by_role("link", name="Kecamatan Jombang 2023", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ringkasan tahun 2023")
    expect(page.locator(".angka-besar").first).to_have_text("95,00%")
    plain = PlainBrowser("operator.jombang")
    plain.goto("/kecamatan/jombang/2023/")
    for one in SCREEN_PAGES.values():
        plain.navigate(one.nama)
        assert [words(title) for title in plain.page.iter("h1")] == [one.title]
        assert plain.page.find_class("kosong") == []

    navigation = page.get_by_role("navigation", name="Dokumen tahun 2023")
    navigation.get_by_role("link", name="Realisasi").click()
    details = page.locator("details.rincian").first
    details.locator("summary").click()
    expect(details.get_by_text("realisasi 95 ÷ target 100 × 100 = 95,00")).to_be_visible()

    navigation.get_by_role("link", name="LKIP").click()
    sheet = page.locator("article.dokumen")
    expect(sheet).to_contain_text("KONSEP – belum ditandatangani")
    for word in ("95,00%", "Sangat Memuaskan", "3.239.088.691", "94,50%"):
        expect(sheet).to_contain_text(word)
    page.get_by_role("navigation", name="Bagian dokumen").get_by_role(
        "link", name="BAB III Akuntabilitas Kinerja"
    ).click()
    expect(page.locator("#bab-3")).to_be_in_viewport()

    # The PDF of the whole LKIP is fetched on the way of an empty kecamatan, the signed one on that of a report.
    page.goto("/kecamatan/jombang/2023/dokumen/pk-perubahan/")
    page.get_by_role("button", name="Unduh PDF").click()
    expect(page.get_by_text("Menunggu giliran")).to_be_visible()
    page.reload()  # what was asked for survives it
    expect(page.get_by_text("Menunggu giliran")).to_be_visible()
    worker()
    pdf_words = store(page, tmp_path)  # the page found out by itself
    for word in ("PERJANJIAN KINERJA", "Nilai Sakip", "KONSEP"):
        assert word in pdf_words
    assert site.complaint == []


def test_bagian_organisasi_goes_from_kecamatan_to_kecamatan(site: Site) -> None:
    page = PlainBrowser("organisasi")
    page.goto("/")
    (listed,) = (
        one for one in page.main.iter("form") if name_of(one) == "Saring daftar"
    )  # the matrix has its own
    enter(page.field("Tahun", inside=listed), "2020")
    page.send("Saring", inside=listed)
    (region,) = (one for one in page.main.xpath(".//*[@role='region']") if "kecamatan-tahun" in name_of(one))
    assert [words(one) for one in region.xpath(".//tbody//th")] == ["Balung"]
    page.follow("PK Balung 2020: berisi")
    assert page.headings()[0] == "Perjanjian Kinerja"
    enter(page.field("Kecamatan", inside=page.page), "Umbulsari")
    page.send("Pindah", inside=page.page)
    # The same page and year of the neighbour, who has recorded nothing in it; another year is one step away.
    assert page.address == "/kecamatan/umbulsari/2020/pk/"
    page.navigate("Tahun 2021", within="Pilih tahun")
    assert page.address == "/kecamatan/umbulsari/2021/pk/"
    make(PerjanjianKinerja, kecamatan=Kecamatan.objects.get(slug="jombang"), tahun=2024)
    page.goto("/kecamatan/jombang/2023/pk/")
    page.navigate("Tahun 2024", within="Pilih tahun")
    assert page.address == "/kecamatan/jombang/2024/pk/"


def test_the_keyboard_alone_is_enough(site: Site) -> None:
    page = site.open_page()
    page.goto("/masuk/")
    expect(page.get_by_label("Nama pengguna")).to_be_focused()
    page.keyboard.type("operator.balung")
    page.keyboard.press("Tab")
    page.keyboard.type(site.passwords["operator.balung"])
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Kecamatan dan tahun").wait_for()
    page.goto("/kecamatan/balung/2020/realisasi/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#isi")).to_be_focused()
    summary = page.locator("details.rincian summary").first
    for _ in range(60):
        if summary.evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(summary).to_be_focused()
    assert summary.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    expect(page.locator("details.rincian[open]")).to_have_count(1)


def test_a_session_that_ended_leads_to_the_sign_in(site: Site) -> None:
    page, plain = site.sign_in("operator.jombang"), PlainBrowser("operator.jombang")
    page.goto("/kecamatan/jombang/2023/dokumen/sk-iku/")
    page.get_by_role("button", name="Unduh PDF").click()
    expect(page.get_by_text("Menunggu giliran")).to_be_visible()
    plain.goto(page.url.removeprefix(site.address))
    page.context.clear_cookies()
    expect(page.get_by_role("heading", level=1)).to_have_text("Masuk")
    assert "/masuk/?next=/berkas/" in page.url
    plain.sign_out()
    plain.follow("Periksa sekarang")
    assert plain.headings() == ["Masuk"]
    assert plain.address.startswith("/masuk/?next=%2Fberkas%2F")


def test_the_lkip_prints_from_the_browser_like_the_pdf(site: Site, tmp_path: Path) -> None:
    page = site.sign_in("operator.jombang")
    page.goto("/kecamatan/jombang/2023/dokumen/lkip/")
    file = tmp_path / "cetak.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    subprocess.run(
        ["pdftoppm", "-r", "20", "-png", "-f", "2", "-l", "2", str(file), str(tmp_path / "hal")], check=True
    )
    (figure,) = tmp_path.glob("hal-*.png")
    with Image.open(figure) as cetak:
        colours = {colour: many for many, colour in cetak.convert("RGB").getcolors(1_000_000) or []}
    assert colours[(236, 238, 241)] > 1000  # the word KONSEP, right across the page
    text = subprocess.run(
        ["pdftotext", "-l", "2", str(file), "-"], check=True, capture_output=True, text=True
    )
    assert "KATA PENGANTAR" in text.stdout
    for no_document in ("Unduh PDF", "Keluar", "Langsung ke isi", "Beranda"):
        assert no_document not in text.stdout
