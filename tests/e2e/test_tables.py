"""Documents filled as tables in a real browser: by keyboard from cell to cell, pasted, and contested in two tabs."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from sakip.models import Anggaran, Indikator, SasaranRKT
from tests.e2e.site import Site
from tests.e2e.steps import new_account, other_operator
from tests.e2e.test_accessibility import defects_at_widths
from tests.e2e.test_grid import paste

YEAR = "/kecamatan/jombang/2023/"


def cell(page: Page, name: str) -> Locator:
    return page.locator(f'[data-sel="{name}"] .kisi-isian')


def state(page: Page, name: str) -> Locator:
    """The words below a cell."""
    return page.locator(f'[data-sel="{name}"] .kisi-keadaan')


def ikm() -> Indikator:
    return Indikator.objects.filter(renstra__kecamatan__slug="jombang", nama="IKM").latest("renstra__versi")


def targets(indikator: Indikator) -> dict[int, int]:
    return {t.tahun: int(t.angka or 0) for t in indikator.target.filter(tahun__gte=2024)}


def test_targets_and_amounts_are_typed_by_keyboard(site: Site) -> None:
    page, indikator = site.sign_in("operator.jombang"), ikm()
    page.goto(f"{YEAR}renstra/isi/")
    page.get_by_role("link", name="Isi sebagai tabel").click()
    page.wait_for_load_state()  # the arrows are the script's
    at = {year: f"indikator.{indikator.pk}.target_{year}" for year in (2024, 2025, 2026)}
    cell(page, at[2024]).focus()
    page.keyboard.type("86")
    page.keyboard.press("ArrowRight")
    expect(cell(page, at[2025])).to_be_focused()
    page.keyboard.type("delapan")
    page.keyboard.press("Enter")
    expect(state(page, at[2024])).to_have_text("tersimpan")
    expect(state(page, at[2025])).to_contain_text("tidak sah")
    # What is measured against the end of the Renstra changes with its last target: its writer is asked.
    paste(cell(page, at[2025]), "87\t88")
    expect(state(page, at[2026])).to_contain_text("Capaian yang sudah terukur berubah: IKM tahun 2023")
    assert targets(indikator) == {2024: 86, 2025: 87, 2026: 100}
    state(page, at[2026]).get_by_role("button", name="Setujui dan simpan").click()
    for year in (2025, 2026):
        expect(state(page, at[year])).to_have_text("tersimpan")
    assert targets(indikator) == {2024: 86, 2025: 87, 2026: 88}
    assert defects_at_widths(page) == []

    page.goto(f"{YEAR}anggaran/tabel/")
    row = Anggaran.objects.filter(kecamatan__slug="jombang", tahun=2023, pagu_perubahan=258_000).get()
    name = f"anggaran.{row.pk}.realisasi"
    total = page.locator("#realisasi-semua")
    before = int(total.inner_text().replace(".", ""))
    cell(page, name).fill("200.000")  # 250.000 before
    page.keyboard.press("Enter")
    expect(total).to_have_text(f"{before - 50_000:,}".replace(",", "."))
    expect(page.locator(f"#serapan-{row.pk}")).to_have_text("77,52%")  # 200.000 of 258.000
    # A new line is typed in sight of its button, stored by Enter, and the next is ready below the same row.
    page.set_viewport_size({"width": 1024, "height": 800})
    line = page.locator("details.kisi-baru", has=page.get_by_label("Jenis"))
    line.get_by_label("Program, kegiatan, atau sub kegiatan").select_option(str(row.pk))
    line.get_by_label("Jenis").select_option("output")
    line.get_by_label("Uraian").fill("Berkas keluaran")
    expect(line.get_by_role("button", name="Tambah baris")).to_be_in_viewport()
    line.get_by_label("Target").focus()
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(line.get_by_label("Program, kegiatan, atau sub kegiatan")).to_be_focused()
    expect(line.get_by_label("Program, kegiatan, atau sub kegiatan")).to_have_value(str(row.pk))
    expect(line.get_by_role("button", name="Tambah baris")).to_be_in_viewport()
    assert row.keluaran.get(uraian="Berkas keluaran").target == 12
    assert defects_at_widths(page) == []
    assert [word for word in site.complaint if "422" not in word] == []


def test_two_values_for_one_cell_are_put_side_by_side(site: Site) -> None:
    other_operator(site, "budi.santoso", "Budi Santoso", "jombang")
    indikator = ikm()
    name = f"indikator.{indikator.pk}.target_2025"
    one, two = site.sign_in("operator.jombang"), site.sign_in("budi.santoso")
    for page in (one, two):
        page.goto(f"{YEAR}renstra/tabel/")
    cell(two, name).fill("97")
    two.keyboard.press("Tab")
    expect(state(two, name)).to_contain_text("tersimpan")
    cell(one, name).fill("96")
    one.keyboard.press("Tab")
    dialog = one.get_by_role("dialog", name="Dua nilai untuk sel ini")
    for word in ("IKM, target 2025", "96", "97", "Budi Santoso"):
        expect(dialog).to_contain_text(word)
    dialog.get_by_role("button", name="Pakai nilai tersimpan").click()
    expect(cell(one, name)).to_have_value("97")
    expect(state(one, name)).to_have_text("tersimpan")
    assert [word for word in site.complaint if "409" not in word] == []


def test_what_comes_below_a_new_row_can_be_typed_at_once(site: Site) -> None:
    """A Renstra is added once: after it the line of its first tujuan is ready."""
    new_account(site, "ajung", 2023)
    page = site.sign_in("operator.ajung")
    page.goto("/kecamatan/ajung/2023/renstra/tabel/")
    page.wait_for_load_state()
    page.get_by_label("Tahun awal").fill("2021")
    page.get_by_label("Tahun akhir").fill("2026")
    page.keyboard.press("Enter")
    expect(page.locator("details[data-baris-baru=tujuan]").get_by_label("Uraian")).to_be_focused()
    assert site.complaint == []


def test_a_new_line_outlives_a_dropped_connection(site: Site) -> None:
    page = site.sign_in("operator.jombang")
    page.goto(f"{YEAR}rkt/tabel/")
    page.wait_for_load_state()
    line = page.locator("details.kisi-baru").first
    add = line.get_by_role("button", name="Tambah baris")
    for label, text in (("Sasaran", "Tertib"), ("Indikator", "Laporan warga"), ("Satuan", "laporan")):
        line.get_by_label(label, exact=True).fill(text)
    page.context.set_offline(True)
    add.click()
    expect(page.locator("#kabar")).to_contain_text("Baris baru belum dikirim")
    page.context.set_offline(False)
    page.route("**/rkt/tabel/", lambda route: route.abort())
    add.click()
    page.wait_for_url("chrome-error://**")
    page.unroute("**/rkt/tabel/")
    written = SasaranRKT.objects.filter(rkt__kecamatan__slug="jombang", rkt__tahun=2023, angka__isnull=False)[
        0
    ]
    SasaranRKT.objects.filter(pk=written.pk).update(angka=(written.angka or 0) + 1)
    page.goto(f"{YEAR}rkt/tabel/")
    expect(line.get_by_label("Indikator", exact=True)).to_have_value("Laporan warga")
    # Cells are sent by themselves: they show what is stored, and one notice alone tells of the line.
    stored = page.locator(f'[data-sel^="sasaran-rkt.{written.pk}.target"] .kisi-isian')
    expect(stored).to_have_value(re.compile(rf"{int(written.angka or 0) + 1}\b"))
    expect(page.get_by_role("alert")).to_have_count(0)
    line.get_by_label("Target", exact=True).fill("12")
    # What was typed in the line of another table waits there; Enter adds the line in which it is pressed.
    other = page.locator("details.kisi-baru").nth(1)
    other.get_by_label("Anggaran (Rp)", exact=True).fill("2.500.000")
    line.get_by_label("Target", exact=True).press("Enter")
    expect(page.locator("tr", has_text="Tertib").first).to_be_visible()
    expect(line.get_by_label("Indikator", exact=True)).to_have_value("")
    expect(other.get_by_label("Anggaran (Rp)", exact=True)).to_have_value("2.500.000")
    assert SasaranRKT.objects.get(sasaran="Tertib", rkt__tahun=2023).angka == 12
    page.goto(f"{YEAR}rkt/tabel/")
    expect(line.get_by_label("Indikator", exact=True)).to_have_value("")
    assert [word for word in site.complaint if "net::ERR" not in word] == []


def test_a_table_of_word_keeps_its_cells_where_they_stood(site: Site) -> None:
    """Plain text makes a row of every paragraph of a cell, and puts the mark of a footnote behind its number."""
    page = site.sign_in("operator.jombang")
    page.goto(f"{YEAR}pk/tempel/")
    box = page.get_by_role("textbox", name="Tempelan")
    box.evaluate(
        """(box, html) => {
          const data = new DataTransfer();
          data.setData("text/plain", "lain");
          data.setData("text/html", html);
          box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        "<table><tr><td>Sasaran</td><td>Target</td></tr>"
        "<tr><td><p>Satu</p><ul><li>dua</li></ul></td><td><p>85<sup>1</sup></p></td></tr></table>"
        "<p>Program</p><table><tr><td>Program</td><td>Anggaran</td></tr></table>",
    )
    expect(box).to_have_value('Sasaran\tTarget\n"Satu\ndua"\t85¹\n\nProgram\tAnggaran')
