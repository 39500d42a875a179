"""A session that ends while somebody types: sign in, and the same form stands there with everything in it."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Page, expect

from kecamatan.models import ProfilKecamatan
from sakip.models import KomentarRealisasi
from tests.e2e.site import Site

PLACE = "/kecamatan/jombang/2023"


def sign_in_again(page: Page, site: Site) -> None:
    expect(page.get_by_text("Yang Anda ketik tidak hilang")).to_be_visible()
    page.get_by_label("Nama pengguna").fill("operator.jombang")
    page.get_by_label("Kata sandi").fill(site.passwords["operator.jombang"])
    page.get_by_role("button", name="Masuk").click()


def test_a_comment_typed_in_the_panel_comes_back_on_its_page(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(f"{PLACE}/realisasi/isi/")
    page.get_by_role("link", name="Rincian IKM").click()
    panel = page.get_by_role("dialog", name="Rincian indikator")
    panel.get_by_role("textbox", name="Isi komentar").fill("Mengapa turun?")
    Session.objects.all().delete()
    panel.get_by_role("button", name="Kirim komentar").click()
    sign_in_again(page, site)
    expect(page.get_by_role("textbox", name="Isi komentar")).to_have_value("Mengapa turun?")
    page.get_by_role("button", name="Kirim komentar").click()
    expect(page.get_by_text("Komentar tersimpan.")).to_be_visible()
    assert KomentarRealisasi.objects.get().isi == "Mengapa turun?"


def test_a_button_that_came_too_late_leads_to_its_page(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(f"{PLACE}/dokumen/sk-iku/")
    Session.objects.all().delete()
    page.get_by_role("button", name="Unduh PDF").click()
    sign_in_again(page, site)
    expect(page.get_by_text("Tekan tombolnya sekali lagi.")).to_be_visible()
    expect(page.get_by_role("button", name="Unduh PDF")).to_be_visible()


def test_typing_keeps_the_session_alive(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    profil = ProfilKecamatan.objects.get(kecamatan__slug="jombang", tahun=2023)
    page.clock.install()
    page.goto(f"{PLACE}/isi/fakta-profil/baru/?induk={profil.pk}")
    soon = timezone.now() + timedelta(minutes=2)
    Session.objects.update(expire_date=soon)
    uraian = page.get_by_label("Uraian", exact=True)
    uraian.press_sequentially("Ke")  # somebody who has just come need not be told of
    page.clock.fast_forward("05:00")
    with page.expect_response("**/akun/aktif/") as answer:
        uraian.press_sequentially("tinggian")
    assert answer.value.status == 204
    assert Session.objects.get().expire_date > soon + timedelta(minutes=20)
    assert site.complaint == []


def brought_back(page: Page) -> None:
    """As by the Back button of a browser that kept the page as it was."""
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")


def test_a_page_that_comes_back_after_signing_out_is_not_shown(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(f"{PLACE}/dokumen/sk-iku/")
    with page.expect_response("**/akun/aktif/?*") as answer:
        brought_back(page)
    assert answer.value.status == 204
    expect(page.get_by_role("button", name="Unduh PDF")).to_be_visible()
    Session.objects.all().delete()
    brought_back(page)
    expect(page.get_by_role("button", name="Masuk")).to_be_visible()


def test_a_page_that_comes_back_while_the_server_has_trouble_keeps_what_was_typed(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    profil = ProfilKecamatan.objects.get(kecamatan__slug="jombang", tahun=2023)
    page.goto(f"{PLACE}/isi/fakta-profil/baru/?induk={profil.pk}")
    page.get_by_label("Uraian", exact=True).fill("Ketinggian")
    page.route("**/akun/aktif/?*", lambda route: route.fulfill(status=503))
    with page.expect_response("**/akun/aktif/?*"):
        brought_back(page)
    expect(page.get_by_label("Uraian", exact=True)).to_be_visible()
    expect(page.get_by_label("Uraian", exact=True)).to_have_value("Ketinggian")
