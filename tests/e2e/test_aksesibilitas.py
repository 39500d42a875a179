"""What a page may not have, and the sign-in, which everybody passes; test_muatan_pertama goes over all other pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.situs import Situs


def pelanggaran(halaman: Page) -> list[str]:
    """What axe finds on the page that is open."""
    temuan = Axe().run(halaman).response["violations"]
    return [f"{v['id']}: {v['help']} ({v['nodes'][0]['html'][:120]})" for v in temuan]


def luapan(halaman: Page) -> list[str]:
    """Whether the page itself scrolls sideways."""
    lebih = halaman.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    return [f"meluap {lebih} piksel"] if lebih > 0 else []


def cacat(halaman: Page) -> list[str]:
    """What is wrong with the page that is open, or that is just about to be."""
    halaman.wait_for_load_state()
    return [*pelanggaran(halaman), *luapan(halaman)]


@pytest.mark.parametrize("lebar", [1280, 360], ids=["desk", "phone"])
def test_the_sign_in_has_no_defect_with_and_without_errors(situs: Situs, lebar: int) -> None:
    halaman = situs.buka(lebar=lebar)
    halaman.goto("/masuk/")
    assert cacat(halaman) == []
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman).to_have_title("Kesalahan: Masuk – SAKIP Kecamatan")
    assert cacat(halaman) == []
    halaman.get_by_role("link", name="Isi kata sandi.").click()
    expect(halaman.locator("#id_password")).to_be_focused()
    assert situs.keluhan == []
