"""Accounts in a browser: a person added, invited and signed in; a first password; a second step; nothing for axe."""

import re
from base64 import b32decode
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kecamatan.accounts.demo import demo_account_create
from kecamatan.accounts.passwords import invitation_create
from kecamatan.models import Kecamatan, Pengguna, UnitKerja
from reports.models import IkhtisarKabupaten, IsiPaket, PaketLaporan
from sakip.snapshot.codec import write
from tests.e2e.site import Site
from tests.e2e.test_accessibility import defect, defects_at_widths
from tests.factory import make, make_kecamatan
from tests.plain_browser import PlainBrowser, enter, name_of, words
from tests.reports.overview.example_overview import FOUR

PASSWORD = "empat kata tak berhubungan"


@pytest.fixture
def office(live_server: LiveServer, browser: Browser) -> Iterator[Site]:
    """One kecamatan with its accounts and a unit kerja: accounts need no records."""
    jombang = make_kecamatan(nama="Jombang", slug="jombang")
    make(UnitKerja, kecamatan=jombang, nama="Camat")
    accounts = demo_account_create(kecamatan=[(jombang, 2023)])
    site = Site(live_server.url, {a.pengguna.username: a.sandi or "" for a in accounts}, browser)
    yield site
    site.closed()


def add(page: Page, nama_pengguna: str) -> None:
    """Add Siti as an operator of Jombang, for the whole of it."""
    page.goto("/pengguna/")
    page.get_by_role("link", name="Tambah orang").click()
    page.get_by_label("Nama lengkap").fill("Siti Aminah")
    page.get_by_label("Nama pengguna").fill(nama_pengguna)
    page.get_by_label("Peran").select_option(label="Operator kecamatan")
    page.get_by_label("Wilayah").select_option(label="Kecamatan Jombang")
    page.get_by_role("button", name="Buat akun").click()
    page.get_by_role("link", name="Lewati").click()


def fill_new_password(page: Page) -> None:
    page.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
    page.get_by_label("Ulangi kata sandi baru").fill(PASSWORD)
    page.get_by_role("button", name="Simpan kata sandi").click()


def sign_in(page: Page, nama: str, password: str) -> None:
    page.get_by_label("Nama pengguna").fill(nama)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk").click()


def test_a_new_operator_comes_in_with_a_link(office: Site) -> None:
    bagor = office.sign_in("organisasi")
    add(bagor, "siti.aminah")
    bagor.get_by_role("link", name="Buat tautan sekali pakai").click()
    bagor.get_by_role("button", name="Buat tautan").click()
    expect(bagor.get_by_role("button", name="Cetak")).to_have_count(1)
    link = bagor.locator("[data-salin]").inner_text()
    siti = office.open_page(width=360)
    siti.goto(link)
    fill_new_password(siti)
    expect(siti.get_by_text("Kata sandi Anda tersimpan. Silakan masuk.")).to_be_visible()
    sign_in(siti, "siti.aminah", PASSWORD)
    expect(siti.get_by_text("Siti Aminah")).to_be_visible()
    siti.goto("/kecamatan/jombang/2023/")
    expect(siti.get_by_role("heading", level=1)).to_be_visible()
    siti.context.clear_cookies()
    siti.goto(link)
    expect(siti.get_by_role("heading", level=1)).to_have_text("Tautan tidak berlaku")
    assert [k for k in office.complaint if "410 (Gone)" not in k] == []


def test_a_new_operator_comes_in_with_a_link_without_a_script(office: Site) -> None:
    bagor = PlainBrowser("organisasi")
    bagor.goto("/pengguna/")
    bagor.follow("Tambah orang")
    bagor.fill({"Nama lengkap": "Siti Aminah", "Nama pengguna": "siti.aminah"})
    bagor.fill({"Peran": "Operator kecamatan", "Wilayah": "Kecamatan Jombang"})
    bagor.send("Buat akun")
    bagor.follow("Lewati")
    bagor.follow("Buat tautan sekali pakai")
    bagor.send("Buat tautan")
    (printing,) = (one for one in bagor.main.iter("button") if name_of(one) == "Cetak")
    assert "hidden" in printing.attrib
    (link,) = bagor.main.xpath(".//*[@data-salin]")
    siti = PlainBrowser()
    siti.goto(urlsplit(words(link)).path)
    for field in ("Kata sandi baru", "Ulangi kata sandi baru"):
        enter(siti.field(field), PASSWORD)
    siti.send("Simpan kata sandi")
    assert "Kata sandi Anda tersimpan. Silakan masuk." in words(siti.page)
    enter(siti.field("Nama pengguna"), "siti.aminah")
    enter(siti.field("Kata sandi"), PASSWORD)
    siti.send("Masuk")
    assert "Siti Aminah" in words(siti.page)
    siti.goto("/kecamatan/jombang/2023/")
    assert siti.headings()[0] == "Ringkasan tahun 2023"


def test_a_first_password_prints_on_one_sheet_and_must_be_changed(office: Site) -> None:
    bagor = office.sign_in("organisasi")
    add(bagor, "siti.aminah")
    bagor.get_by_role("link", name="Cetak kata sandi pertama").click()
    bagor.get_by_role("button", name="Buat kata sandi pertama").click()
    password = bagor.locator(".lembar code").nth(2).inner_text()
    bagor.emulate_media(media="print")
    expect(bagor.get_by_text("Musnahkan lembar ini.")).to_be_visible()
    for not_for_paper in (
        bagor.get_by_text("Cetak sekarang"),
        bagor.get_by_role("button", name="Cetak"),
    ):
        expect(not_for_paper).to_be_hidden()
    siti = office.open_page(width=360)
    siti.goto("/masuk/")
    sign_in(siti, "siti.aminah", password)
    expect(siti.get_by_role("heading", level=1)).to_have_text("Ganti kata sandi")
    siti.get_by_label("Kata sandi sekarang").fill(password)
    fill_new_password(siti)
    expect(siti.get_by_text("Kata sandi Anda sudah diganti.")).to_be_visible()
    assert office.complaint == []


def test_a_second_step_is_set_up_and_a_spare_code_opens(office: Site) -> None:
    camat = office.sign_in("camat.jombang", width=360)
    camat.goto("/")
    camat.get_by_role("link", name="Akun").click()
    camat.get_by_role("link", name="Pasang langkah kedua").click()
    camat.get_by_label("Kata sandi sekarang").fill(office.passwords["camat.jombang"])
    camat.get_by_role("button", name="Lanjutkan").click()
    expect(camat.get_by_role("img", name="Kode QR")).to_be_visible()
    assert defect(camat) == []
    key = b32decode(camat.locator(".kunci-ketik").inner_text().replace(" ", ""))
    camat.get_by_label("Kode enam angka").fill(f"{totp(key):06d}")
    camat.get_by_role("button", name="Pasang").click()
    recovery = camat.locator(".daftar-kode code").first.inner_text()
    assert re.fullmatch(r"\w{4}-\w{4}", recovery)
    assert defect(camat) == []
    camat.get_by_role("link", name="Sudah saya simpan, lanjutkan").click()
    camat.get_by_role("button", name="Keluar").click()
    sign_in(camat, "camat.jombang", office.passwords["camat.jombang"])
    expect(camat.get_by_role("heading", level=1)).to_have_text("Langkah kedua")
    assert defect(camat) == []
    camat.get_by_role("link", name="Pakai kode cadangan").click()
    camat.get_by_label("Kode cadangan").fill(recovery)
    with camat.expect_navigation():
        camat.get_by_role("button", name="Lanjutkan").click()
    camat.goto("/akun/")
    expect(camat.get_by_text("Kode cadangan yang belum dipakai: 9.")).to_be_visible()
    for address in ("/akun/", "/akun/langkah-kedua/lepas/", "/akun/kode-cadangan/"):
        camat.goto(address)
        assert defect(camat) == [], address
    assert office.complaint == []


def test_no_page_of_accounts_has_a_defect(office: Site, blind_browser: Browser) -> None:
    office.browser = blind_browser
    temuan: dict[str, list[str]] = {}
    page = office.sign_in("organisasi")
    operator = Pengguna.objects.get(username="operator.jombang")
    member = operator.keanggotaan.get()
    pk = f"/pengguna/{operator.pk}/"
    jombang = Kecamatan.objects.get(slug="jombang")
    package = make(
        PaketLaporan,
        kabupaten=jombang.kabupaten,
        jenis="ikhtisar",
        status="selesai",
        pengguna=operator,
        ikhtisar=make(IkhtisarKabupaten, kabupaten=jombang.kabupaten, naskah=write(FOUR)),
    )
    make(IsiPaket, paket=package, kecamatan=jombang, status="gagal", pesan="Gambar rusak.")
    for address in (
        "/akun/",
        "/akun/sandi/",
        "/akun/langkah-kedua/",
        "/pengguna/",
        "/pengguna/?cari=tidak-ada",
        "/cadangan/",
        "/pekerjaan/",
        "/paket/",
        f"/paket/{package.pk}/",
        f"/paket/{package.pk}/ikhtisar/",
        "/pengguna/baru/",
        f"/pengguna/{Pengguna.objects.get(username='organisasi').pk}/",
        pk,
        *(f"{pk}{end}/" for end in ("ubah", "undang", "sandi-pertama", "nonaktifkan", "aktifkan")),
        f"{pk}langkah-kedua/",
        f"{pk}peran/baru/",
        f"{pk}peran/{member.pk}/",
        f"{pk}peran/{member.pk}/cabut/",
    ):
        page.goto(address)
        if bad := defects_at_widths(page):
            temuan[address] = bad
    for address, button in (
        ("/akun/sandi/", "Simpan kata sandi"),
        ("/akun/langkah-kedua/", "Lanjutkan"),
        ("/pengguna/baru/", "Buat akun"),
        (f"{pk}peran/{member.pk}/cabut/", "Cabut peran"),
        (f"{pk}undang/", "Buat tautan"),
        (f"{pk}sandi-pertama/", "Buat kata sandi pertama"),
    ):
        page.goto(address)
        with page.expect_navigation():
            page.get_by_role("button", name=button).dispatch_event("click")
        if bad := defects_at_widths(page):
            temuan[f"{address} {button}"] = bad
    assert temuan == {}
    assert office.complaint == []


def test_the_pages_of_a_link_have_no_defect(office: Site, blind_browser: Browser) -> None:
    office.browser = blind_browser
    token = invitation_create(pengguna=Pengguna.objects.get(username="operator.jombang"), by=None).token
    page = office.open_page()
    page.goto(f"/undangan/{token}/")
    assert defects_at_widths(page) == []
    page.get_by_role("button", name="Simpan kata sandi").dispatch_event("click")
    expect(page).to_have_title("Kesalahan: Pilih kata sandi – SAKIP Kecamatan")
    assert defects_at_widths(page) == []
    page.goto("/undangan/asing/")
    assert defects_at_widths(page) == []
