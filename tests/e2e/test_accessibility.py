"""What a page may not have, and the sign-in, which everybody passes; test_muatan_pertama goes over all other pages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sakip.models import Anggaran
from tests.e2e.site import Situs

AXE = Axe().axe_script

#: A desk, the same zoomed to 200 %, a phone.
LEBAR = (1280, 640, 360)


def pelanggaran(halaman: Page) -> list[str]:
    """What axe finds on the page that is open. Only that is fetched: what is in order fills megabytes."""
    halaman.evaluate(AXE)
    temuan = halaman.evaluate("axe.run({resultTypes: ['violations']}).then((hasil) => hasil.violations)")
    return [f"{v['id']}: {v['help']} ({v['nodes'][0]['html'][:120]})" for v in temuan]


def luapan(halaman: Page) -> list[str]:
    """Whether the page itself scrolls sideways."""
    lebih = halaman.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
    return [f"meluap {lebih} piksel"] if lebih > 0 else []


def cacat_selebar(halaman: Page) -> list[str]:
    """What is wrong with the page that is open at any width, a desk's in the end; axe looks at it on a phone, where
    room is scarce."""
    halaman.wait_for_load_state()
    temuan = []
    for lebar in LEBAR:
        halaman.set_viewport_size({"width": lebar, "height": 800})
        temuan += [f"{lebar}: {kata}" for kata in luapan(halaman)]
    temuan += pelanggaran(halaman)
    halaman.set_viewport_size({"width": LEBAR[0], "height": 800})
    return temuan


def cacat(halaman: Page) -> list[str]:
    """What is wrong with the page that is open, once it is loaded."""
    halaman.wait_for_load_state()
    return [*pelanggaran(halaman), *luapan(halaman)]


@pytest.mark.parametrize("lebar", [1280, 360], ids=["desk", "phone"])
def test_the_sign_in_has_no_defect_with_and_without_errors(situs: Situs, lebar: int) -> None:
    halaman = situs.open_page(lebar=lebar)
    halaman.goto("/masuk/")
    assert cacat(halaman) == []
    halaman.get_by_role("button", name="Masuk").click()
    expect(halaman).to_have_title("Kesalahan: Masuk – SAKIP Kecamatan")
    assert cacat(halaman) == []
    halaman.get_by_role("link", name="Isi kata sandi.").click()
    expect(halaman.locator("#id_password")).to_be_focused()
    assert situs.keluhan == []


def test_findings_above_their_tables_have_no_defect_and_are_led_to(situs: Situs) -> None:
    Anggaran.objects.for_tahun(2023).exclude(realisasi=None).update(realisasi=10**10)
    halaman = situs.masuk("operator.jombang")
    for alamat in ("/kecamatan/jombang/2023/anggaran/isi/", "/kecamatan/jombang/2023/anggaran/"):
        halaman.goto(alamat)
        halaman.get_by_role("link", name="lihat yang pertama").click()
        expect(halaman.locator(":target")).to_contain_text("Pemeriksaan bagian ini: 1 kesalahan")
        assert cacat_selebar(halaman) == []
    assert situs.keluhan == []
