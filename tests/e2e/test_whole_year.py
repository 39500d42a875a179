"""A year of a real kecamatan in an afternoon: from nothing to the LKIP of the contoh, by keyboard and by pasting tables
as they stand in the files of an office. How many forms that takes, and how many pages, is counted.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, Request, expect

from tests.e2e.jombang_year import MERGED, TAHUN, as_contoh, lkip, snapshot
from tests.e2e.site import Site
from tests.e2e.steps import new_account
from tests.e2e.test_accessibility import defects_at_widths

YEAR = f"/kecamatan/jombang/{TAHUN}/"
#: What is pasted where, as the pages call it.
NAMES = {
    "profil": "Profil dan SDM",
    "renstra": "Renstra",
    "rkt": "RKT",
    "pk": "PK",
    "iku": "IKU",
    "rencana-aksi": "Rencana Aksi",
    "realisasi": "Realisasi",
    "anggaran": "Anggaran",
    "narasi": "Narasi",
}


class Counted:
    """How often the page was loaded, and how often a form was sent."""

    def __init__(self, page: Page) -> None:
        self.loads = self.submits = 0
        page.on("domcontentloaded", self._loaded)
        page.on("request", self._sent)

    def _loaded(self, page: Page) -> None:
        self.loads += 1

    def _sent(self, request: Request) -> None:
        self.submits += request.method == "POST" and request.is_navigation_request()


def follow(page: Page, goal: Locator) -> None:
    """Go where a link leads, or send a form, by the keyboard."""
    goal.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def to_content(page: Page, code: str) -> None:
    """To the page on which a document is filled, from wherever its writer is."""
    main, navigation = page.get_by_role("main"), page.get_by_role("navigation", name="Dokumen tahun")
    if code == "pembanding":  # of the realisasi, on whose page its writer is
        follow(page, main.get_by_role("link", name="Isi pembanding"))
    elif code == "lintas-sektor":
        follow(page, navigation.get_by_role("link", name="Ringkasan", exact=True))
        follow(page, main.get_by_role("link", name="Dukungan lintas sektor", exact=True))
    else:
        follow(page, navigation.get_by_role("link", name=NAMES[code], exact=True))
        follow(page, main.get_by_role("link", name=f"Isi {NAMES[code]}", exact=True).first)


def paste(page: Page, text: str, html: str = "") -> None:
    """A block into the box, as the clipboard gives it."""
    box = page.get_by_role("textbox", name="Tempelan")
    box.focus()
    if not html:
        page.keyboard.insert_text(text)
        return
    box.evaluate(
        """(box, [text, html]) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          data.setData("text/html", html);
          box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        [text, html],
    )


def test_a_whole_year_takes_few_forms_and_pages(bare_site: Site, tmp_path: Path) -> None:
    contoh = as_contoh(tmp_path)
    new_account(bare_site, "jombang", TAHUN)
    page = bare_site.sign_in("operator.jombang")
    counted = Counted(page)
    page.goto(YEAR)
    for code, text in contoh.blocks.items():
        to_content(page, code)
        follow(page, page.get_by_role("link", name="Tempel tabel", exact=True))
        paste(page, text, contoh.merged if code == MERGED else "")
        follow(page, page.get_by_role("button", name="Periksa", exact=True))
        expect(page.get_by_text("Belum ada yang disimpan.")).to_be_visible()
        if code == "pk":
            assert defects_at_widths(page) == []
        follow(page, page.get_by_role("button", name="Terapkan semua perubahan"))
        expect(page.get_by_text("Tabel ditempel:")).to_be_visible()
    to_content(page, "narasi")
    follow(page, page.get_by_role("link", name="Tulis semua di satu halaman"))
    for name, text in contoh.narasi.items():
        page.locator(f'[name="{name}"]').focus()
        page.keyboard.insert_text(text)
    assert defects_at_widths(page) == []
    follow(page, page.get_by_role("button", name="Simpan semua"))
    expect(page.get_by_text(f"{len(contoh.narasi)} tulisan tersimpan.")).to_be_visible()
    print(f"\nJombang {TAHUN}: {counted.submits} formulir, {counted.loads} halaman")
    for made, meant in ((snapshot(), contoh.snapshot), (lkip(), contoh.lkip)):
        same = made == meant  # not compared by pytest, which would look for the difference for minutes
        assert same
    assert (counted.submits, counted.loads) == (21, 54)  # at most 45 and 60
    assert bare_site.complaint == []
