"""A line that drops while a form is sent: what was typed is still there, or there again, and is sent once."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from kecamatan.models import DesaKelurahan
from tests.e2e.site import Site
from tests.e2e.test_accessibility import violations

PAGE = "/kecamatan/jombang/2023/isi/desa/baru/"


def typed(site: Site) -> Page:
    page = site.sign_in("operator.jombang")
    page.goto("/kecamatan/jombang/2023/profil/isi/")
    page.goto(PAGE)
    page.get_by_label("Nama", exact=True).fill("Sukamaju")
    page.get_by_label("Jenis", exact=True).select_option(label="Desa")
    return page


def stored() -> int:
    return DesaKelurahan.objects.filter(nama="Sukamaju").count()


def send(page: Page) -> None:
    page.get_by_role("button", name="Simpan", exact=True).click()


def test_without_a_line_nothing_is_sent_and_all_stays(site: Site) -> None:
    page = typed(site)
    page.context.set_offline(True)
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Jaringan terputus")
    expect(page.get_by_label("Nama", exact=True)).to_have_value("Sukamaju")
    assert (stored(), violations(page)) == (0, [])
    page.context.set_offline(False)
    send(page)
    expect(page.get_by_text("tersimpan")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert stored() == 1


def test_what_was_sent_and_not_answered_stands_in_its_form_again(site: Site) -> None:
    page = typed(site)
    page.route(
        "**/desa/baru/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    send(page)
    expect(page).not_to_have_title(re.compile("SAKIP"))  # the browser's own page
    page.unroute("**/desa/baru/")
    page.goto("/kecamatan/jombang/2023/profil/isi/")  # where Back leads
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("Ada isian yang mungkin belum tersimpan")
    notice.get_by_role("link", name=re.compile("^Buka Tambah")).click()
    expect(page.get_by_role("alert")).to_contain_text("Yang Anda ketik mungkin belum tersimpan")
    expect(page.get_by_label("Nama", exact=True)).to_have_value("Sukamaju")
    expect(page.get_by_label("Jenis", exact=True)).to_have_value("desa")
    assert (stored(), violations(page)) == (0, [])
    send(page)
    expect(page.get_by_text("tersimpan")).to_be_visible()
    page.goto("/kecamatan/jombang/2023/")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert stored() == 1


def test_what_is_not_wanted_any_more_is_thrown_away(site: Site) -> None:
    page = typed(site)
    page.route(
        "**/desa/baru/", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    send(page)
    page.unroute("**/desa/baru/")
    page.goto(PAGE)
    page.get_by_role("button", name="Buang").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_label("Nama", exact=True)).to_have_value("")


def test_what_was_stored_since_the_page_was_opened_is_not_written_over(site: Site) -> None:
    desa = DesaKelurahan.objects.filter(kecamatan__slug="jombang").first()
    assert desa
    page = site.sign_in("operator.jombang")
    address = f"/kecamatan/jombang/2023/isi/desa/{desa.pk}/"
    page.goto(address)
    page.get_by_label("Nama", exact=True).fill("Sukamaju")
    page.route(
        f"**{address}", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    send(page)
    expect(page).not_to_have_title(re.compile("SAKIP"))
    page.unroute(f"**{address}")
    DesaKelurahan.objects.filter(pk=desa.pk).update(nama="Sukamakmur")
    page.goto(address)
    expect(page.get_by_label("Nama", exact=True)).to_have_value("Sukamaju")
    send(page)
    expect(page.get_by_text("Sukamakmur").first).to_be_visible()  # what is stored, beside what was typed
    assert stored() == 0


def test_a_browser_that_takes_a_site_on_its_own_machine_for_out_of_reach_sends_all_the_same(
    site: Site,
) -> None:
    page = site.sign_in("operator.jombang")
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })")
    with page.expect_response("**/akun/aktif/"):
        page.goto(PAGE)
    page.get_by_label("Nama", exact=True).fill("Sukamaju")
    page.get_by_label("Jenis", exact=True).select_option(label="Desa")
    send(page)
    expect(page.get_by_text("tersimpan")).to_be_visible()
    assert stored() == 1


def test_an_older_browser_knows_its_form_was_answered_too(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.add_init_script("performance.getEntriesByType = () => []")  # Safari until 14
    page.goto(PAGE)
    page.get_by_label("Nama", exact=True).fill("Sukamaju")
    page.get_by_label("Jenis", exact=True).select_option(label="Desa")
    send(page)
    expect(page.get_by_text("tersimpan")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
