"""The realisasi grid in a real browser: typed, pasted, contested, cut off, and never lost."""

from __future__ import annotations

import re
from pathlib import Path

from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Locator, Page, Route, expect

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip.models import BuktiDukung, Indikator, KomentarRealisasi, Realisasi
from tests.e2e.site import Site
from tests.e2e.steps import other_operator
from tests.e2e.test_accessibility import defect, defects_at_widths
from tests.factory import make_laporan

ADDRESS = "/kecamatan/jombang/2023/realisasi/isi/"
IKM = "IKM"
SAKIP = "Nilai Sakip"


def indikator(nama: str) -> Indikator:
    return Indikator.objects.filter(renstra__kecamatan__slug="jombang", nama=nama).latest("renstra__versi")


def cell(page: Page, nama: str, triwulan: int) -> Locator:
    return page.locator(f"#sel-{indikator(nama).pk}-{triwulan}")


def state(page: Page, nama: str, triwulan: int) -> Locator:
    """The words below a cell."""
    return page.locator(f"#ket-{indikator(nama).pk}-{triwulan}")


def row(page: Page, nama: str) -> Locator:
    return page.locator(f"#baris-{indikator(nama).pk}")


def open_page(site: Site, **others: object) -> Page:
    page = site.sign_in("operator.jombang", **others)  # type: ignore[arg-type]
    page.goto(ADDRESS)
    return page


def recorded(nama: str) -> dict[int, str]:
    """Stored numbers by triwulan."""
    rows = Realisasi.objects.filter(
        indikator__nama=nama, indikator__renstra__kecamatan__slug="jombang", tahun=2023
    )
    return {r.triwulan: f"{r.angka.normalize():f}" for r in rows if r.angka is not None}


def jejak() -> list[str]:
    """New values in the order in which they were stored."""
    return [
        (j.sesudah or {}).get("Nilai", "(kosong)")
        for j in Jejak.objects.filter(objek_jenis="sakip.realisasi").order_by("pk")
    ]


def offline(complaint: list[str]) -> list[str]:
    """What the browser complains about but for the refusals and the missing line that a test is about."""
    plausible = (
        r"Failed to load resource: (net::ERR_|the server responded with a status of (401|403|409|422|423))"
    )
    return [k for k in complaint if not re.search(plausible, k)]


def still_waiting(page: Page) -> int:
    """How many values this device still keeps once it had the time to send them.

    Asked by one evaluation: `wait_for_function` asks again by `eval`, which the site's policy forbids its pages.
    """
    return page.evaluate(
        """async () => {
          for (let n = 0; localStorage.length && n < 300; n++) await new Promise((lagi) => setTimeout(lagi, 50));
          return localStorage.length;
        }"""
    )


def paste(one_cell: Locator, text: str) -> None:
    one_cell.focus()
    one_cell.evaluate(
        """(sel, teks) => {
          const data = new DataTransfer();
          data.setData("text/plain", teks);
          sel.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        text,
    )


def test_typing_is_enough(site: Site) -> None:
    page = open_page(site)
    rerata = page.locator("#rerata")
    expect(rerata).to_have_text("95,00%, AA (Sangat Memuaskan); rata-rata 4 dari 4 indikator")
    cell(page, IKM, 0).fill("68")
    page.keyboard.press("Tab")
    expect(state(page, IKM, 0)).to_contain_text("tersimpan")
    expect(row(page, IKM).locator("[id^=capaian-]").last).to_have_text("80,00%")  # 68 / 85
    expect(rerata).to_have_text("90,00%, A (Memuaskan); rata-rata 4 dari 4 indikator")  # 95, 80, 85, 100
    # The year's value gives way to the triwulan.
    cell(page, IKM, 0).fill("")
    page.keyboard.press("Tab")
    expect(row(page, IKM).locator("[id^=capaian-]").last).to_have_text("belum diisi")
    expect(rerata).to_contain_text("rata-rata 3 dari 4 indikator")
    cell(page, IKM, 1).fill("80,5")
    cell(page, IKM, 4).fill("76,5")
    page.keyboard.press("Enter")
    expect(row(page, IKM).locator("[id^=hitung-]")).to_have_text("76,50")
    expect(cell(page, IKM, 0)).to_be_hidden()
    expect(row(page, IKM).locator("[id^=keterangan-]")).to_have_text("nilai triwulan IV")
    expect(row(page, IKM).locator("[id^=capaian-]").last).to_have_text("90,00%")
    expect(page.locator("#kabar")).to_have_text("Tersimpan. Capaian 90,00%. IKM (indeks), triwulan IV.")
    page.reload()
    expect(cell(page, IKM, 4)).to_have_value("76,5")
    assert recorded(IKM) == {1: "80.5", 4: "76.5"}
    assert site.complaint == []


def test_what_was_typed_before_the_script_came_is_saved(site: Site) -> None:
    page = open_page(site)
    held: list[Route] = []

    def hold(run: Route) -> None:
        held.append(run)

    page.route("**/js/kisi/kisi*.js", hold)
    page.reload(wait_until="commit")
    cell(page, IKM, 1).fill("10")
    cell(page, IKM, 1).press("Tab")
    expect(cell(page, IKM, 2)).to_be_focused()
    cell(page, IKM, 2).press_sequentially("2")
    held[0].continue_()
    expect(state(page, IKM, 1)).to_have_text("tersimpan")
    cell(page, IKM, 2).press_sequentially("0")
    cell(page, IKM, 2).press("Tab")
    expect(state(page, IKM, 2)).to_have_text("tersimpan")
    assert jejak() == ["10", "20"]


def test_what_is_no_value_stays_in_its_cell_with_what_to_write(site: Site) -> None:
    page = open_page(site)
    one_cell = cell(page, IKM, 0)
    for typed, message in (
        ("98.5", "Maksud Anda 98,5 atau 985?"),
        ("45/50", "belum mempunyai pengali"),
        ("tidak tersedia", "Tulis alasannya"),
    ):
        one_cell.fill(typed)
        page.keyboard.press("Enter")
        expect(state(page, IKM, 0)).to_contain_text("tidak sah")
        expect(state(page, IKM, 0)).to_contain_text(message)
        expect(one_cell).to_have_value(typed)
        expect(one_cell).to_have_attribute("aria-invalid", "true")
    assert defect(page) == []
    page.reload()  # even then
    expect(one_cell).to_have_value("tidak tersedia")
    expect(state(page, IKM, 0)).to_contain_text("Tulis alasannya")
    one_cell.focus()
    page.keyboard.press("Escape")
    expect(one_cell).to_have_value("85")
    expect(state(page, IKM, 0)).to_have_text("tersimpan")
    one_cell.fill("Tidak tersedia: survei ditunda")
    page.keyboard.press("Enter")
    expect(row(page, IKM).locator("[id^=capaian-]").last).to_have_text("tidak tersedia")
    assert jejak() == ["tidak tersedia: survei ditunda"]
    assert offline(site.complaint) == []


def test_a_printed_form_that_goes_with_its_value_is_told_at_once(site: Site) -> None:
    Realisasi.objects.filter(indikator=indikator(IKM), tahun=2023, triwulan=0).update(cetak="B (85)")
    page = open_page(site)
    cell(page, IKM, 0).fill("68")
    page.keyboard.press("Tab")
    said = 'Bentuk tercetak "B (85)" dihapus karena nilainya berubah.'
    expect(page.locator("#kabar")).to_have_text(f"Tersimpan. {said} Capaian 80,00%. IKM (indeks), setahun.")
    expect(page.locator("#kabar")).to_have_class(re.compile("kisi-kabar-utuh"))
    Realisasi.objects.filter(indikator=indikator(IKM), tahun=2023, triwulan=0).update(cetak="B (68)")
    page.reload()
    paste(cell(page, IKM, 0), "70\n81")
    told = "2 tersimpan. 2 bentuk tercetak dihapus karena nilainya berubah; lihat riwayatnya."
    expect(page.locator("#kabar")).to_contain_text(told)
    assert offline(site.complaint) == []


def test_a_block_from_excel_lands_where_it_stood(site: Site) -> None:
    page = open_page(site)
    first = page.locator("tr[data-baris] input[id$='-1']").first
    paste(first, "10\t20\t30\t40\r\n1,5\t\t98.5\t4,5\r\n")
    notice = page.locator("#kabar")
    expect(notice).to_have_text("7 nilai ditempel: 6 tersimpan, 1 belum tersimpan.")
    expect(page.locator("[data-keadaan='baru tersimpan']")).to_have_count(6)
    expect(page.locator("[data-keadaan='tidak sah']")).to_have_count(1)
    expect(cell(page, IKM, 3)).to_have_value("98.5")
    expect(state(page, IKM, 3)).to_contain_text("Maksud Anda 98,5 atau 985?")
    assert recorded(IKM) == {0: "85", 1: "1.5", 4: "4.5"}
    assert jejak() == ["10", "20", "30", "40", "1,5", "4,5"]
    # More than the grid holds is said, not lost in silence.
    last = page.locator("tr[data-baris] input[id$='-4']").last
    paste(last, "B\nB\nB")
    expect(notice).to_have_text(
        "1 nilai ditempel: 1 belum tersimpan. "
        "2 nilai tidak ditempel karena selnya dihitung, tertutup, atau di luar kisi."
    )
    paste(last, "B\nB")  # refused already, and still not stored
    expect(notice).to_contain_text("1 nilai ditempel: 1 belum tersimpan. 1 nilai tidak ditempel")


def test_a_pasted_cell_of_several_lines_is_one_cell(site: Site) -> None:
    """Four rows are pasted: the second is refused in its own cell, the others are stored where they stood."""
    page = open_page(site)
    cells = page.locator("tr[data-baris] input[id$='-1']")
    paste(cells.first, '80\n"98,5\n(Baik)"\n75\n60')
    expect(page.locator("#kabar")).to_have_text("4 nilai ditempel: 3 tersimpan, 1 belum tersimpan.")
    assert [cells.nth(n).input_value() for n in range(4)] == ["80", "98,5 (Baik)", "75", "60"]
    expect(page.locator("[data-keadaan='tidak sah']")).to_have_count(1)
    said = page.locator(f"#{(cells.nth(1).get_attribute('id') or '').replace('sel-', 'ket-')}")
    expect(said).to_contain_text('Tulis 98,5, lalu tulis "98,5 (Baik)" pada "Seperti tercetak".')
    assert jejak() == ["80", "75", "60"]


def test_the_keyboard_alone_is_enough(site: Site) -> None:
    page = open_page(site)
    page.locator("tr[data-baris] input[id$='-1']").first.focus()
    page.keyboard.press("ArrowDown")
    expect(cell(page, IKM, 1)).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(cell(page, IKM, 2)).to_be_focused()
    page.keyboard.type("12")
    page.keyboard.press("ArrowLeft")  # inside the text: the caret moves, not the cell
    expect(cell(page, IKM, 2)).to_be_focused()
    page.keyboard.type(",5")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(cell(page, IKM, 3)).to_be_focused()
    expect(cell(page, IKM, 2)).to_have_value("1,52")
    expect(state(page, IKM, 2)).to_have_text("tersimpan")
    page.keyboard.type("99")
    page.keyboard.press("Escape")
    expect(cell(page, IKM, 3)).to_have_value("")
    page.keyboard.press("Tab")
    expect(cell(page, IKM, 4)).to_be_focused()
    assert cell(page, IKM, 4).evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Shift+Enter")
    expect(page.locator("tr[data-baris] input[id$='-4']").first).to_be_focused()
    page.keyboard.press("Alt+r")
    panel = page.locator("#panel")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("heading", name="Cara menghitung")).to_be_visible()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator("tr[data-baris] input[id$='-4']").first).to_be_focused()
    assert jejak() == ["1,52"]
    assert site.complaint == []


def test_two_people_on_one_cell_see_both_values(site: Site) -> None:
    other_operator(site, "budi.santoso", "Budi Santoso", "jombang")
    one = open_page(site)
    two = site.sign_in("budi.santoso")
    two.goto(ADDRESS)
    cell(two, IKM, 0).fill("70")
    two.keyboard.press("Tab")
    expect(state(two, IKM, 0)).to_contain_text("tersimpan")
    expect(row(two, IKM).locator("[id^=capaian-]").last).to_have_text("82,35%")

    cell(one, IKM, 0).fill("71")
    one.keyboard.press("Tab")
    dialog = one.get_by_role("dialog", name="Dua nilai untuk sel ini")
    expect(dialog).to_be_visible()
    for word in ("IKM (indeks), setahun", "71", "70", "Budi Santoso", "pukul"):
        expect(dialog).to_contain_text(word)
    assert defect(one) == []
    assert recorded(IKM) == {0: "70"}
    one.keyboard.press("Escape")  # decide later
    expect(state(one, IKM, 0)).to_contain_text("bentrok")
    expect(cell(one, IKM, 0)).to_have_value("71")
    one.get_by_role("button", name="Bandingkan").click()
    dialog.get_by_role("button", name="Pakai nilai tersimpan").click()
    expect(cell(one, IKM, 0)).to_have_value("70")
    expect(row(one, IKM).locator("[id^=capaian-]").last).to_have_text("82,35%")

    cell(one, IKM, 0).fill("72")
    one.keyboard.press("Tab")
    expect(row(one, IKM).locator("[id^=capaian-]").last).to_have_text("84,71%")
    cell(two, IKM, 0).fill("73")
    two.keyboard.press("Tab")
    two.get_by_role("button", name="Pakai nilai saya").click()
    expect(row(two, IKM).locator("[id^=capaian-]").last).to_have_text("85,88%")
    assert jejak() == ["70", "72", "73"]
    assert offline(site.complaint) == []


def test_a_cut_line_loses_nothing_and_sends_everything_in_order_once(site: Site) -> None:
    page = open_page(site)

    def lost_answer(run: Route) -> None:
        run.fetch()  # it arrives and is stored …
        run.abort()  # … but nobody learns of it

    page.route("**/realisasi/sel/", lost_answer, times=1)
    cell(page, IKM, 1).fill("10")
    page.keyboard.press("ArrowRight")
    expect(state(page, IKM, 1)).to_have_text("tersimpan di perangkat ini")
    page.context.set_offline(True)
    for triwulan, typed in ((2, "20"), (3, "30"), (2, "25"), (4, "40")):
        cell(page, IKM, triwulan).fill(typed)
        page.keyboard.press("Enter")
    queue = page.locator("#antrean")
    expect(queue).to_contain_text("Jaringan terputus. 4 nilai tersimpan di perangkat ini")
    assert defect(page) == []
    page.context.set_offline(False)
    for triwulan in (1, 2, 3, 4):
        expect(state(page, IKM, triwulan)).to_have_text("tersimpan")
    expect(queue).to_be_hidden()
    assert jejak() == ["10", "30", "25", "40"]
    assert page.evaluate("localStorage.length") == 0
    assert offline(site.complaint) == []


def test_two_tabs_send_what_waits_once(site: Site) -> None:
    page = open_page(site)
    other = page.context.new_page()
    other.goto(ADDRESS)
    page.context.set_offline(True)
    for triwulan in (1, 2, 3, 4):
        cell(page, IKM, triwulan).fill(f"{triwulan}0")
        page.keyboard.press("Enter")
    expect(page.locator("#antrean")).to_contain_text("4 nilai")
    page.context.set_offline(False)
    other.evaluate("dispatchEvent(new Event('online'))")
    for triwulan in (1, 2, 3, 4):
        expect(state(page, IKM, triwulan)).to_contain_text("tersimpan")
    assert still_waiting(page) == 0
    assert jejak() == ["10", "20", "30", "40"]


def test_an_ended_session_keeps_what_was_typed_for_its_user(site: Site) -> None:
    page = open_page(site)
    Session.objects.all().delete()
    for triwulan in (1, 2):
        cell(page, IKM, triwulan).fill(f"{triwulan}5")
        page.keyboard.press("Enter")
    queue = page.locator("#antrean")
    expect(queue).to_contain_text("Sesi Anda berakhir. 2 nilai tersimpan di perangkat ini")
    expect(state(page, IKM, 1)).to_have_text("tersimpan di perangkat ini")
    assert defect(page) == []
    queue.get_by_role("link", name="Masuk lagi").click()
    for nama, sent in (("camat.jombang", []), ("operator.jombang", ["15", "25"])):
        page.get_by_label("Nama pengguna").fill(nama)
        page.get_by_label("Kata sandi").fill(site.passwords[nama])
        page.get_by_role("button", name="Masuk").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Isi Realisasi")
        assert page.url.endswith(ADDRESS)
        if sent:
            for triwulan in (1, 2):
                expect(state(page, IKM, triwulan)).to_have_text("tersimpan")
            expect(cell(page, IKM, 2)).to_have_value("25")
            expect(page.locator("#antrean")).to_be_hidden()
        assert jejak() == sent  # another user's page sends nothing of it
        if not sent:
            with page.expect_navigation():
                page.get_by_role("button", name="Keluar").click()
            page.goto(f"/masuk/?next={ADDRESS}")
    assert still_waiting(page) == 0
    assert offline(site.complaint) == []


def test_signing_in_elsewhere_is_enough(site: Site) -> None:
    page = open_page(site)
    Session.objects.all().delete()
    cell(page, IKM, 1).fill("15")
    page.keyboard.press("Enter")
    expect(page.locator("#antrean")).to_contain_text("Sesi Anda berakhir")
    other = page.context.new_page()
    other.goto("/masuk/")
    other.get_by_label("Nama pengguna").fill("operator.jombang")
    other.get_by_label("Kata sandi").fill(site.passwords["operator.jombang"])
    other.get_by_role("button", name="Masuk").click()
    other.wait_for_url("**/")
    other.get_by_role("button", name="Keluar").wait_for()
    other.close()
    page.evaluate("dispatchEvent(new Event('focus'))")  # coming back to the first tab
    expect(state(page, IKM, 1)).to_have_text("tersimpan")
    assert jejak() == ["15"]


def test_a_year_that_was_closed_meanwhile_refuses_and_keeps_the_text(site: Site) -> None:
    page = open_page(site)
    Laporan.objects.filter(kecamatan__slug="jombang", tahun=2023).delete()
    make_laporan(kecamatan=Kecamatan.objects.get(slug="jombang"), tahun=2023, status="diajukan")
    cell(page, IKM, 1).fill("15")
    page.keyboard.press("Enter")
    expect(state(page, IKM, 1)).to_contain_text("terkunci")
    expect(state(page, IKM, 1)).to_contain_text("LKIP sudah diajukan")
    expect(cell(page, IKM, 1)).to_have_value("15")
    page.reload()
    expect(page.locator("input.kisi-isian")).to_have_count(0)
    queue = page.locator("#antrean")
    expect(queue).to_contain_text('IKM (indeks), triwulan I: "15" tidak tersimpan.')
    queue.get_by_role("button", name="Buang").click()
    expect(queue).to_be_hidden()
    assert jejak() == []


def test_without_javascript_it_is_a_form_with_a_button(site: Site) -> None:
    page = open_page(site, javascript=False)
    cell(page, IKM, 0).fill("68")
    cell(page, SAKIP, 0).fill("X")
    page.get_by_role("button", name="Simpan").click()
    expect(page).to_have_title(re.compile("^Kesalahan: Isi Realisasi"))
    problem = page.locator(".masalah")
    expect(problem).to_contain_text("1 nilai tersimpan.")
    expect(problem).to_contain_text(
        'Nilai Sakip, setahun: "X" tidak ada pada skala "Kategori nilai AKIP (Permen PANRB 88/2021)".'
    )
    expect(cell(page, SAKIP, 0)).to_have_value("X")
    problem.get_by_role("link").click()
    expect(cell(page, SAKIP, 0)).to_be_focused()
    cell(page, SAKIP, 0).fill("bb")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("1 nilai tersimpan.")).to_be_visible()
    expect(cell(page, SAKIP, 0)).to_have_value("BB")
    assert jejak() == ["68", "BB"]
    # The details are a page.
    row(page, IKM).get_by_role("link", name="Rincian IKM").click()
    page.get_by_role("textbox", name="Isi komentar").fill("Periksa sumbernya.")
    page.get_by_role("button", name="Kirim komentar").click()
    expect(page.get_by_text("Periksa sumbernya.").first).to_be_visible()


def test_the_panel_keeps_values_remarks_and_evidence_together(site: Site, tmp_path: Path) -> None:
    pdf = tmp_path / "laporan.pdf"
    pdf.write_bytes(b"%PDF-1.7 bukti")
    page = open_page(site)
    row(page, IKM).get_by_role("link", name="Rincian IKM").click()
    panel = page.get_by_role("dialog", name="Rincian indikator")
    expect(panel.get_by_text("realisasi 85 ÷ target 85 × 100 = 100,00")).to_be_visible()
    assert defect(page) == []
    panel.get_by_label("Mengenai").select_option(label="Triwulan II")
    panel.get_by_role("button", name="Kirim komentar").click()
    expect(panel.get_by_role("link", name="Isi komentar.")).to_be_visible()
    panel.get_by_role("textbox", name="Isi komentar").fill("Mengapa kosong?")
    panel.get_by_role("button", name="Kirim komentar").click()
    expect(panel.get_by_text("Komentar tersimpan.")).to_be_visible()
    panel.get_by_label("Berkas").set_input_files(pdf)
    # What is typed in one form of the panel outlives what is sent with another.
    panel.get_by_role("textbox", name="Isi komentar").fill("Belum selesai")
    panel.get_by_role("button", name="Unggah bukti").click()
    expect(panel.get_by_role("link", name="laporan.pdf", exact=True)).to_be_visible()
    expect(panel.get_by_role("textbox", name="Isi komentar")).to_have_value("Belum selesai")
    panel.get_by_role("link", name="Isi rinci Triwulan I", exact=True).click()
    panel.get_by_label("Nilai", exact=True).fill("80")
    panel.get_by_label("Sumber data (opsional)").fill("Survei triwulan")
    panel.get_by_role("button", name="Simpan").click()
    expect(panel.get_by_text("Sumber: Survei triwulan")).to_be_visible()
    assert defect(page) == []
    panel.get_by_role("button", name="Tutup").click()
    expect(cell(page, IKM, 1)).to_have_value("80")
    expect(state(page, IKM, 2)).to_contain_text("ada catatan")
    assert (KomentarRealisasi.objects.get().triwulan, BuktiDukung.objects.get().nama) == (2, "laporan.pdf")
    assert offline(site.complaint) == []


def test_no_page_has_a_defect(site: Site, blind_browser: Browser) -> None:
    site.browser = blind_browser
    page = open_page(site)
    pk = indikator(IKM).pk
    temuan = {}
    for end in ("isi/", f"indikator/{pk}/", f"indikator/{pk}/nilai/0/"):
        page.goto(f"/kecamatan/jombang/2023/realisasi/{end}")
        if bad := defects_at_widths(page):
            temuan[end] = bad
    assert temuan == {}
    page.goto(ADDRESS)
    row(page, IKM).get_by_role("link", name="Rincian IKM").dispatch_event("click")
    expect(page.locator("#panel")).to_be_visible()
    assert defects_at_widths(page) == []
    assert site.complaint == []
