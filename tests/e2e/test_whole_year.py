"""A year of a real kecamatan in an afternoon: from nothing to the LKIP of the contoh, by keyboard and by pasting tables
as they stand in the files of an office, or by having its LKIP read and pasting what that does not say. How many forms
that takes, and how many pages, is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Locator, Page, Request, expect

from reports.models import ImporBuku
from sakip.workbook.recorded import RecordedBook
from tests.e2e.jombang_year import (
    MERGED,
    PASTED,
    TAHUN,
    WholeYear,
    as_contoh,
    block,
    jombang,
    lkip,
    snapshot,
)
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


def pasted(
    page: Page, code: str, text: str, html: str = "", *, replaces: bool = False, look: bool = False
) -> None:
    """The tables of a page, from wherever their writer is: looked through, and stored."""
    to_content(page, code)
    follow(page, page.get_by_role("link", name="Tempel tabel", exact=True))
    paste(page, text, html)
    if replaces:
        tick(page, page.get_by_label("Ganti seluruh tabel"))
    follow(page, page.get_by_role("button", name="Periksa", exact=True))
    expect(page.get_by_text("Belum ada yang disimpan.")).to_be_visible()
    if look:
        assert defects_at_widths(page) == []
    follow(page, page.get_by_role("button", name="Terapkan semua perubahan"))
    expect(page.get_by_text("Tabel ditempel:")).to_be_visible()


def tick(page: Page, box: Locator) -> None:
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()


def narrated(page: Page, narasi: Mapping[str, str], *, look: bool = False) -> None:
    """All texts of the year, on the page that has them all."""
    to_content(page, "narasi")
    follow(page, page.get_by_role("link", name="Tulis semua di satu halaman"))
    for name, text in narasi.items():
        page.locator(f'[name="{name}"]').focus()
        page.keyboard.insert_text(text)
    if look:
        assert defects_at_widths(page) == []
    follow(page, page.get_by_role("button", name="Simpan semua"))
    expect(page.get_by_text(f"{len(narasi)} tulisan tersimpan.")).to_be_visible()


def is_the_contoh(contoh: WholeYear) -> None:
    """Every record of it, and its LKIP byte by byte."""
    for made, meant in ((snapshot(), contoh.snapshot), (lkip(), contoh.lkip)):
        same = made == meant  # not compared by pytest, which would look for the difference for minutes
        assert same


def test_a_whole_year_takes_few_forms_and_pages(bare_site: Site, tmp_path: Path) -> None:
    contoh = as_contoh(tmp_path)
    new_account(bare_site, "jombang", TAHUN)
    page = bare_site.sign_in("operator.jombang")
    counted = Counted(page)
    page.goto(YEAR)
    for code, text in contoh.blocks.items():
        pasted(page, code, text, contoh.merged if code == MERGED else "", look=code == "pk")
    narrated(page, contoh.narasi, look=True)
    print(f"\nJombang {TAHUN}: {counted.submits} formulir, {counted.loads} halaman")
    is_the_contoh(contoh)
    assert (counted.submits, counted.loads) == (21, 54)  # at most 45 and 60
    assert bare_site.complaint == []


#: Recorded before the paper is read: the keys by which it names things, and who works there.
FIRST = ("profil", "renstra")
#: What the paper says as well, in other words, of the sheets of these pages; and of IKU and PK, which it only sums up.
LEFT = [*(name for code in FIRST for name in PASTED[code]), "IKU", "PK"]


def test_a_year_read_from_its_paper_takes_few_corrections(
    bare_site: Site, worker: Callable[[], None], tmp_path: Path
) -> None:
    contoh = as_contoh(tmp_path, in_word=True)
    paper = tmp_path / "lkip.docx"
    paper.write_bytes(contoh.word)
    new_account(bare_site, "jombang", TAHUN)
    page = bare_site.sign_in("operator.jombang")
    counted = Counted(page)

    def corrected(code: str, *, replaces: bool) -> None:
        """What of a page is not as it should be."""
        now = RecordedBook(jombang(), TAHUN).content
        if wrong := [name for name in PASTED[code] if now[name] != contoh.recorded.content[name]]:
            pasted(page, code, block(contoh.recorded, wrong), replaces=replaces)

    page.goto(YEAR)
    for code in FIRST:
        corrected(code, replaces=False)
    follow(
        page,
        page.get_by_role("navigation", name="Dokumen tahun").get_by_role(
            "link", name="Ringkasan", exact=True
        ),
    )
    follow(page, page.get_by_role("main").get_by_role("link", name="Baca dokumen", exact=True))
    page.get_by_label("Dokumen", exact=True).set_input_files(paper)
    follow(page, page.get_by_role("button", name="Unggah dan baca"))
    worker()
    expect(page.get_by_role("heading", name="Perubahan menurut lembar")).to_be_visible()
    proposals = (ImporBuku.objects.get().hasil or {})["dokumen"]["usulan"]
    assert [one["ragu"] for one in proposals if "Realisasi (Rp): 8882000" in one["isi"]] == [[]]
    for name in LEFT:
        box = page.get_by_label(f"Tinggalkan semua usulan lembar {name}", exact=True)
        if box.count():
            unfolded = page.locator("details", has=box).locator("summary").first
            unfolded.focus()
            page.keyboard.press("Enter")
            tick(page, box)
    follow(page, page.get_by_role("button", name="Periksa lagi dengan pilihan ini"))
    worker()
    follow(page, page.get_by_role("button", name="Terapkan semua perubahan"))
    worker()
    expect(page.get_by_text("Sudah diterapkan")).to_be_visible()
    told = RecordedBook(jombang(), TAHUN).content
    right = {
        name: sum(row in contoh.recorded.content[name] for row in told[name])
        for name in ("Anggaran", "Realisasi")
    }
    assert (right["Anggaran"] >= 5, right["Realisasi"] >= 46) == (True, True)
    follow(page, page.get_by_role("link", name=f"Buka ringkasan tahun {TAHUN}"))
    for code in PASTED:
        corrected(code, replaces=True)
    narrated(page, contoh.narasi)
    print(f"\nJombang {TAHUN} dengan Baca dokumen: {counted.submits} formulir, {counted.loads} halaman")
    is_the_contoh(contoh)
    assert (counted.submits, counted.loads) == (
        24,
        63,
    )  # at most 25 forms; three pages opened anew by themselves
    assert bare_site.complaint == []
