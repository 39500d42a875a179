"""The work of a day by keyboard alone: sign in, jump to the content, enter a value, write a row, take a deletion back.

After every key that does something, something visible has the keyboard.
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from sakip.models import BarisPK, Realisasi
from tests.e2e.site import Site
from tests.e2e.steps import AGREE, focus
from tests.e2e.test_accessibility import defect

#: More presses of Tab than any page has places to stop at before its content.
FARTHEST = 150


def press(page: Page, *button: str) -> None:
    """Press keys; whatever then has the keyboard can be seen."""
    for one in button:
        page.keyboard.press(one)
        check_focus(page, one)


def check_focus(page: Page, after: str) -> None:
    page.wait_for_load_state()
    # A page that opens gives its first field the keyboard when it is drawn, which may be after it has been loaded. Not
    # awaited by a function: asked a second time, it is run by `eval`, which the site's policy forbids its pages.
    expect(page.locator(":focus"), f"fokus hilang setelah {after}: {page.url}").to_have_count(1)
    current = focus(page)
    # The skip link leads to <main>, which holds everything: it needs no outline of its own.
    assert current["terlihat"] or current["tag"] == "main", f"fokus tidak terlihat setelah {after}: {current}"


def tab_to(page: Page, goal: Locator) -> None:
    """Tab until this has the keyboard; everything on the way shows that it has it."""
    one = goal.element_handle()
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        current = focus(page, one)
        if current["tag"] not in ("body", "html"):
            assert current["terlihat"], f"fokus tidak terlihat: {current} pada {page.url}"
        if current["sampai"]:
            return
    raise AssertionError(f"tidak tercapai dengan Tab: {goal}")


def open_page(page: Page, goal: Locator, address: re.Pattern[str]) -> None:
    """Follow a link, or press a button that leads to another page."""
    tab_to(page, goal)
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def skip_to_content(page: Page) -> None:
    """The first Tab of a page offers to skip its head."""
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    press(page, "Enter")
    assert focus(page)["id"] == "isi"


def test_a_day_by_keyboard(site: Site) -> None:
    page = site.open_page()
    page.goto("/masuk/")
    check_focus(page, "membuka halaman")
    page.keyboard.type("operator.jombang")
    press(page, "Tab")
    page.keyboard.type(site.passwords["operator.jombang"])
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Kecamatan dan tahun").wait_for()

    skip_to_content(page)
    open_page(
        page,
        page.get_by_role("link", name="Kecamatan Jombang 2023", exact=True),
        re.compile(r"/jombang/2023/$"),
    )
    navigation = page.get_by_role("navigation", name="Dokumen tahun 2023")
    open_page(page, navigation.get_by_role("link", name="Realisasi"), re.compile(r"/realisasi/$"))
    skip_to_content(page)
    open_page(page, page.get_by_role("link", name="Isi Realisasi"), re.compile(r"/realisasi/isi/$"))
    fill_cell(page)

    open_page(page, navigation.get_by_role("link", name="PK", exact=True), re.compile(r"/pk/$"))
    skip_to_content(page)
    open_page(page, page.get_by_role("link", name="Isi PK"), re.compile(r"/pk/isi/$"))
    skip_to_content(page)
    change_row(page)
    delete_and_undo(page)
    # The browser itself reports the answers 422 to the mistake and 409 to the question; nothing else is wrong.
    assert [k for k in site.complaint if not re.search("422 \\(Unprocessable|409 \\(Conflict", k)] == []


def fill_cell(page: Page) -> None:
    """A value in the grid, and the next cells by the arrows."""
    skip_to_content(page)
    cell = page.get_by_role("textbox", name=re.compile("^Setahun IKM"))
    tab_to(page, cell)
    page.keyboard.press("Control+a")
    page.keyboard.type("68")
    press(page, "Enter")
    expect(page.get_by_role("cell").filter(has=cell)).to_contain_text("tersimpan")
    press(page, "ArrowUp")
    expect(cell).to_be_focused()
    assert Realisasi.objects.get(indikator__nama="IKM", tahun=2023, triwulan=0).angka == 68


def change_row(page: Page) -> None:
    """Open a row's form, make a mistake, follow the link to it, mend it, save with Enter."""
    open_page(page, page.get_by_role("link", name="Ubah IKM"), re.compile(r"/isi/baris-pk/[0-9]+/$"))
    skip_to_content(page)
    target = page.get_by_label("Target", exact=True)
    tab_to(page, target)
    page.keyboard.press("Control+a")
    page.keyboard.type("98.5")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^Kesalahan: "))
    assert defect(page) == []
    tab_to(page, page.get_by_role("alert").get_by_role("link").first)
    press(page, "Enter")
    expect(target).to_be_focused()
    expect(target).to_have_value("98.5")
    page.keyboard.press("Control+a")
    page.keyboard.type("90")
    tab_to(page, page.get_by_label(re.compile("^Target seperti tercetak")))
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Capaian yang sudah terukur akan berubah")).to_be_visible()
    tab_to(page, page.get_by_role("button", name=AGREE).first)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/pk/isi/#baris-pk-"))
    expect(page.get_by_text("tersimpan.")).to_be_visible()
    assert BarisPK.objects.filter(indikator="IKM", angka=90).exists()


def delete_and_undo(page: Page) -> None:
    """Delete the row on a page of its own, knowing what that does to its capaian, then take it back with the button of
    the message."""
    open_page(page, page.get_by_role("link", name="Hapus IKM"), re.compile(r"/hapus/$"))
    skip_to_content(page)
    tab_to(page, page.get_by_role("button", name="Hapus", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Capaian yang sudah terukur akan berubah")).to_be_visible()
    tab_to(page, page.get_by_role("button", name="Hapus dengan akibat ini"))
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Urungkan").wait_for()
    assert defect(page) == []
    assert not BarisPK.objects.filter(indikator="IKM", angka=90).exists()
    tab_to(page, page.get_by_role("button", name="Urungkan"))
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Pulihkan dengan akibat ini").wait_for()
    tab_to(page, page.get_by_role("button", name="Pulihkan dengan akibat ini"))
    page.keyboard.press("Enter")
    expect(page.get_by_text(re.compile(r"(?<!belum )dipulihkan\."))).to_be_visible()
    assert BarisPK.objects.filter(indikator="IKM", angka=90).exists()
