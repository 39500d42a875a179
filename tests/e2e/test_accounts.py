"""Accounts in a browser: a person added, invited and signed in; a first password; a second step; nothing for axe."""

import re
from base64 import b32decode
from collections.abc import Iterator

import pytest
from django_otp.oath import totp
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from kecamatan.accounts.demo import demo_account_create
from kecamatan.accounts.passwords import invitation_create
from kecamatan.models import Pengguna, UnitKerja
from tests.e2e.site import Situs
from tests.e2e.test_accessibility import cacat, cacat_selebar
from tests.factory import make, make_kecamatan

SANDI = "empat kata tak berhubungan"


@pytest.fixture
def kantor(live_server: LiveServer, peramban: Browser) -> Iterator[Situs]:
    """One kecamatan with its accounts and a unit kerja: accounts need no records."""
    jombang = make_kecamatan(nama="Jombang", slug="jombang")
    make(UnitKerja, kecamatan=jombang, nama="Camat")
    akun = demo_account_create(kecamatan=[(jombang, 2023)])
    situs = Situs(live_server.url, {a.pengguna.username: a.sandi or "" for a in akun}, peramban)
    yield situs
    situs.tutup()


def add(halaman: Page, nama_pengguna: str) -> None:
    """Add Siti as an operator of Jombang, for the whole of it."""
    halaman.goto("/pengguna/")
    halaman.get_by_role("link", name="Tambah orang").click()
    halaman.get_by_label("Nama lengkap").fill("Siti Aminah")
    halaman.get_by_label("Nama pengguna").fill(nama_pengguna)
    halaman.get_by_label("Peran").select_option(label="Operator kecamatan")
    halaman.get_by_label("Wilayah").select_option(label="Kecamatan Jombang")
    halaman.get_by_role("button", name="Buat akun").click()
    halaman.get_by_role("link", name="Lewati").click()


def fill_new_password(halaman: Page) -> None:
    halaman.get_by_label("Kata sandi baru", exact=True).fill(SANDI)
    halaman.get_by_label("Ulangi kata sandi baru").fill(SANDI)
    halaman.get_by_role("button", name="Simpan kata sandi").click()


def masuk(halaman: Page, nama: str, sandi: str) -> None:
    halaman.get_by_label("Nama pengguna").fill(nama)
    halaman.get_by_label("Kata sandi").fill(sandi)
    halaman.get_by_role("button", name="Masuk").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_a_new_operator_comes_in_with_a_link(kantor: Situs, javascript: bool) -> None:
    bagor = kantor.masuk("organisasi", javascript=javascript)
    add(bagor, "siti.aminah")
    bagor.get_by_role("link", name="Buat tautan sekali pakai").click()
    bagor.get_by_role("button", name="Buat tautan").click()
    expect(bagor.get_by_role("button", name="Cetak")).to_have_count(1 if javascript else 0)
    tautan = bagor.locator("[data-salin]").inner_text()
    siti = kantor.open_page(lebar=360, javascript=javascript)
    siti.goto(tautan)
    fill_new_password(siti)
    expect(siti.get_by_text("Kata sandi Anda tersimpan. Silakan masuk.")).to_be_visible()
    masuk(siti, "siti.aminah", SANDI)
    expect(siti.get_by_text("Siti Aminah")).to_be_visible()
    siti.goto("/kecamatan/jombang/2023/")
    expect(siti.get_by_role("heading", level=1)).to_be_visible()
    siti.context.clear_cookies()
    siti.goto(tautan)
    expect(siti.get_by_role("heading", level=1)).to_have_text("Tautan tidak berlaku")
    assert [k for k in kantor.keluhan if "410 (Gone)" not in k] == []


def test_a_first_password_prints_on_one_sheet_and_must_be_changed(kantor: Situs) -> None:
    bagor = kantor.masuk("organisasi")
    add(bagor, "siti.aminah")
    bagor.get_by_role("link", name="Cetak kata sandi pertama").click()
    bagor.get_by_role("button", name="Buat kata sandi pertama").click()
    sandi = bagor.locator(".lembar code").nth(2).inner_text()
    bagor.emulate_media(media="print")
    expect(bagor.get_by_text("Musnahkan lembar ini.")).to_be_visible()
    for bukan_untuk_kertas in (
        bagor.get_by_text("Cetak sekarang"),
        bagor.get_by_role("button", name="Cetak"),
    ):
        expect(bukan_untuk_kertas).to_be_hidden()
    siti = kantor.open_page(lebar=360)
    siti.goto("/masuk/")
    masuk(siti, "siti.aminah", sandi)
    expect(siti.get_by_role("heading", level=1)).to_have_text("Ganti kata sandi")
    siti.get_by_label("Kata sandi sekarang").fill(sandi)
    fill_new_password(siti)
    expect(siti.get_by_text("Kata sandi Anda sudah diganti.")).to_be_visible()
    assert kantor.keluhan == []


def test_a_second_step_is_set_up_and_a_spare_code_opens(kantor: Situs) -> None:
    camat = kantor.masuk("camat.jombang", lebar=360)
    camat.get_by_role("link", name="Akun").click()
    camat.get_by_role("link", name="Pasang langkah kedua").click()
    expect(camat.get_by_role("img", name="Kode QR")).to_be_visible()
    kunci = b32decode(camat.locator(".kunci-ketik").inner_text().replace(" ", ""))
    camat.get_by_label("Kode enam angka").fill(f"{totp(kunci):06d}")
    camat.get_by_role("button", name="Pasang").click()
    cadangan = camat.locator(".daftar-kode code").first.inner_text()
    assert re.fullmatch(r"\w{4}-\w{4}", cadangan)
    assert cacat(camat) == []
    camat.get_by_role("link", name="Sudah saya simpan, lanjutkan").click()
    camat.get_by_role("button", name="Keluar").click()
    masuk(camat, "camat.jombang", kantor.sandi["camat.jombang"])
    expect(camat.get_by_role("heading", level=1)).to_have_text("Langkah kedua")
    assert cacat(camat) == []
    camat.get_by_role("link", name="Pakai kode cadangan").click()
    camat.get_by_label("Kode cadangan").fill(cadangan)
    with camat.expect_navigation():
        camat.get_by_role("button", name="Lanjutkan").click()
    camat.goto("/akun/")
    expect(camat.get_by_text("Kode cadangan yang belum dipakai: 9.")).to_be_visible()
    for alamat in ("/akun/", "/akun/langkah-kedua/lepas/", "/akun/kode-cadangan/"):
        camat.goto(alamat)
        assert cacat(camat) == [], alamat
    assert kantor.keluhan == []


def test_no_page_of_accounts_has_a_defect(kantor: Situs) -> None:
    temuan: dict[str, list[str]] = {}
    halaman = kantor.masuk("organisasi")
    operator = Pengguna.objects.get(username="operator.jombang")
    anggota = operator.keanggotaan.get()
    pk = f"/pengguna/{operator.pk}/"
    for alamat in (
        "/akun/",
        "/akun/sandi/",
        "/akun/langkah-kedua/",
        "/pengguna/",
        "/pengguna/?cari=tidak-ada",
        "/pengguna/baru/",
        f"/pengguna/{Pengguna.objects.get(username='organisasi').pk}/",
        pk,
        *(f"{pk}{akhir}/" for akhir in ("ubah", "undang", "sandi-pertama", "nonaktifkan", "aktifkan")),
        f"{pk}langkah-kedua/",
        f"{pk}peran/baru/",
        f"{pk}peran/{anggota.pk}/",
        f"{pk}peran/{anggota.pk}/cabut/",
    ):
        halaman.goto(alamat)
        if buruk := cacat_selebar(halaman):
            temuan[alamat] = buruk
    for alamat, tombol in (
        ("/akun/sandi/", "Simpan kata sandi"),
        ("/akun/langkah-kedua/", "Pasang"),
        ("/pengguna/baru/", "Buat akun"),
        (f"{pk}peran/{anggota.pk}/cabut/", "Cabut peran"),
        (f"{pk}undang/", "Buat tautan"),
        (f"{pk}sandi-pertama/", "Buat kata sandi pertama"),
    ):
        halaman.goto(alamat)
        with halaman.expect_navigation():
            halaman.get_by_role("button", name=tombol).click()
        if buruk := cacat_selebar(halaman):
            temuan[f"{alamat} {tombol}"] = buruk
    assert temuan == {}
    assert kantor.keluhan == []


def test_the_pages_of_a_link_have_no_defect(kantor: Situs) -> None:
    token = invitation_create(pengguna=Pengguna.objects.get(username="operator.jombang"), oleh=None).token
    halaman = kantor.open_page()
    halaman.goto(f"/undangan/{token}/")
    assert cacat_selebar(halaman) == []
    halaman.get_by_role("button", name="Simpan kata sandi").click()
    expect(halaman).to_have_title("Kesalahan: Pilih kata sandi – SAKIP Kecamatan")
    assert cacat_selebar(halaman) == []
    halaman.goto("/undangan/asing/")
    assert cacat_selebar(halaman) == []
