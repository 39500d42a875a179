"""The work of a day by keyboard alone: sign in, jump to the content, enter a value, write a row, take a deletion back.

After every key that does something, something visible has the keyboard.
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from sakip.models import BarisPK, Realisasi
from tests.e2e.site import Situs
from tests.e2e.steps import fokus
from tests.e2e.test_accessibility import cacat

#: More presses of Tab than any page has places to stop at before its content.
TERJAUH = 150


def tekan(halaman: Page, *tombol: str) -> None:
    """Press keys; whatever then has the keyboard can be seen."""
    for satu in tombol:
        halaman.keyboard.press(satu)
        check_focus(halaman, satu)


def check_focus(halaman: Page, setelah: str) -> None:
    halaman.wait_for_load_state()
    kini = fokus(halaman)
    assert kini["tag"] not in ("body", "html"), f"fokus hilang setelah {setelah}: {halaman.url}"
    # The skip link leads to <main>, which holds everything: it needs no outline of its own.
    assert kini["terlihat"] or kini["tag"] == "main", f"fokus tidak terlihat setelah {setelah}: {kini}"


def tab_ke(halaman: Page, tujuan: Locator) -> None:
    """Tab until this has the keyboard; everything on the way shows that it has it."""
    for _ in range(TERJAUH):
        halaman.keyboard.press("Tab")
        kini = fokus(halaman)
        if kini["tag"] not in ("body", "html"):
            assert kini["terlihat"], f"fokus tidak terlihat: {kini} pada {halaman.url}"
        if tujuan.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"tidak tercapai dengan Tab: {tujuan}")


def open_page(halaman: Page, tujuan: Locator, alamat: re.Pattern[str]) -> None:
    """Follow a link, or press a button that leads to another page."""
    tab_ke(halaman, tujuan)
    halaman.keyboard.press("Enter")
    halaman.wait_for_url(alamat)


def lompat_ke_isi(halaman: Page) -> None:
    """The first Tab of a page offers to skip its head."""
    halaman.keyboard.press("Tab")
    lompat = halaman.get_by_role("link", name="Langsung ke isi")
    expect(lompat).to_be_focused()
    expect(lompat).to_be_in_viewport()
    tekan(halaman, "Enter")
    assert fokus(halaman)["id"] == "isi"


def test_a_day_by_keyboard(situs: Situs) -> None:
    halaman = situs.open_page()
    halaman.goto("/masuk/")
    check_focus(halaman, "membuka halaman")
    halaman.keyboard.type("operator.jombang")
    tekan(halaman, "Tab")
    halaman.keyboard.type(situs.sandi["operator.jombang"])
    halaman.keyboard.press("Enter")
    halaman.get_by_role("heading", name="Kecamatan dan tahun").wait_for()

    lompat_ke_isi(halaman)
    open_page(
        halaman, halaman.get_by_role("link", name="Kecamatan Jombang 2023"), re.compile(r"/jombang/2023/$")
    )
    navigasi = halaman.get_by_role("navigation", name="Dokumen tahun 2023")
    open_page(halaman, navigasi.get_by_role("link", name="Realisasi"), re.compile(r"/realisasi/$"))
    lompat_ke_isi(halaman)
    open_page(halaman, halaman.get_by_role("link", name="Isi Realisasi"), re.compile(r"/realisasi/isi/$"))
    fill_cell(halaman)

    open_page(halaman, navigasi.get_by_role("link", name="PK", exact=True), re.compile(r"/pk/$"))
    lompat_ke_isi(halaman)
    open_page(halaman, halaman.get_by_role("link", name="Isi PK"), re.compile(r"/pk/isi/$"))
    lompat_ke_isi(halaman)
    change_row(halaman)
    delete_and_undo(halaman)
    # The browser itself reports the answer 422 to the mistake; nothing else is wrong.
    assert [k for k in situs.keluhan if "422 (Unprocessable" not in k] == []


def fill_cell(halaman: Page) -> None:
    """A value in the grid, and the next cells by the arrows."""
    lompat_ke_isi(halaman)
    sel = halaman.get_by_role("textbox", name=re.compile("^Setahun IKM"))
    tab_ke(halaman, sel)
    halaman.keyboard.press("Control+a")
    halaman.keyboard.type("68")
    tekan(halaman, "Enter")
    expect(halaman.get_by_role("cell").filter(has=sel)).to_contain_text("tersimpan")
    tekan(halaman, "ArrowUp")
    expect(sel).to_be_focused()
    assert Realisasi.objects.get(indikator__nama="IKM", tahun=2023, triwulan=0).angka == 68


def change_row(halaman: Page) -> None:
    """Open a row's form, make a mistake, follow the link to it, mend it, save with Enter."""
    open_page(halaman, halaman.get_by_role("link", name="Ubah IKM"), re.compile(r"/isi/baris-pk/[0-9]+/$"))
    lompat_ke_isi(halaman)
    target = halaman.get_by_label("Target", exact=True)
    tab_ke(halaman, target)
    halaman.keyboard.press("Control+a")
    halaman.keyboard.type("98.5")
    halaman.keyboard.press("Enter")
    expect(halaman).to_have_title(re.compile("^Kesalahan: "))
    assert cacat(halaman) == []
    tab_ke(halaman, halaman.get_by_role("alert").get_by_role("link").first)
    tekan(halaman, "Enter")
    expect(target).to_be_focused()
    expect(target).to_have_value("98.5")
    halaman.keyboard.press("Control+a")
    halaman.keyboard.type("90")
    tab_ke(halaman, halaman.get_by_label(re.compile("^Target seperti tercetak")))
    halaman.keyboard.press("Control+a")
    halaman.keyboard.press("Delete")
    halaman.keyboard.press("Enter")
    halaman.wait_for_url(re.compile(r"/pk/isi/#baris-pk-"))
    expect(halaman.get_by_text("tersimpan.")).to_be_visible()
    assert BarisPK.objects.filter(indikator="IKM", angka=90).exists()


def delete_and_undo(halaman: Page) -> None:
    """Delete the row on a page of its own, then take it back with the button of the message."""
    open_page(halaman, halaman.get_by_role("link", name="Hapus IKM"), re.compile(r"/hapus/$"))
    lompat_ke_isi(halaman)
    tab_ke(halaman, halaman.get_by_role("button", name="Hapus", exact=True))
    halaman.keyboard.press("Enter")
    halaman.get_by_role("button", name="Urungkan").wait_for()
    assert cacat(halaman) == []
    assert not BarisPK.objects.filter(indikator="IKM", angka=90).exists()
    tab_ke(halaman, halaman.get_by_role("button", name="Urungkan"))
    halaman.keyboard.press("Enter")
    expect(halaman.get_by_text("dipulihkan.")).to_be_visible()
    assert BarisPK.objects.filter(indikator="IKM", angka=90).exists()
