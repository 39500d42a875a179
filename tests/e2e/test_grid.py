"""The realisasi grid in a real browser: typed, pasted, contested, cut off, and never lost."""

from __future__ import annotations

import re
from pathlib import Path

from django.contrib.sessions.models import Session
from playwright.sync_api import Locator, Page, Route, expect

from kecamatan.models import Jejak, Kecamatan
from reports.models import Laporan
from sakip.models import BuktiDukung, Indikator, KomentarRealisasi, Realisasi
from tests.e2e.site import Situs
from tests.e2e.steps import operator_lain
from tests.e2e.test_accessibility import cacat, cacat_selebar
from tests.factory import make_laporan

ALAMAT = "/kecamatan/jombang/2023/realisasi/isi/"
IKM = "IKM"
SAKIP = "Nilai Sakip"


def indikator(nama: str) -> Indikator:
    return Indikator.objects.filter(renstra__kecamatan__slug="jombang", nama=nama).latest("renstra__versi")


def sel(halaman: Page, nama: str, triwulan: int) -> Locator:
    return halaman.locator(f"#sel-{indikator(nama).pk}-{triwulan}")


def keadaan(halaman: Page, nama: str, triwulan: int) -> Locator:
    """The words below a cell."""
    return halaman.locator(f"#ket-{indikator(nama).pk}-{triwulan}")


def baris(halaman: Page, nama: str) -> Locator:
    return halaman.locator(f"#baris-{indikator(nama).pk}")


def open_page(situs: Situs, **lain: object) -> Page:
    halaman = situs.masuk("operator.jombang", **lain)  # type: ignore[arg-type]
    halaman.goto(ALAMAT)
    return halaman


def tercatat(nama: str) -> dict[int, str]:
    """Stored numbers by triwulan."""
    semua = Realisasi.objects.filter(
        indikator__nama=nama, indikator__renstra__kecamatan__slug="jombang", tahun=2023
    )
    return {r.triwulan: f"{r.angka.normalize():f}" for r in semua if r.angka is not None}


def jejak() -> list[str]:
    """New values in the order in which they were stored."""
    return [
        (j.sesudah or {}).get("Nilai", "(kosong)")
        for j in Jejak.objects.filter(objek_jenis="sakip.realisasi").order_by("pk")
    ]


def tanpa_jaringan(keluhan: list[str]) -> list[str]:
    """What the browser complains about but for the refusals and the missing line that a test is about."""
    wajar = (
        r"Failed to load resource: (net::ERR_|the server responded with a status of (401|403|409|422|423))"
    )
    return [k for k in keluhan if not re.search(wajar, k)]


def masih_menunggu(halaman: Page) -> int:
    """How many values this device still keeps once it had the time to send them.

    Asked by one evaluation: `wait_for_function` asks again by `eval`, which the site's policy forbids its pages.
    """
    return halaman.evaluate(
        """async () => {
          for (let n = 0; localStorage.length && n < 300; n++) await new Promise((lagi) => setTimeout(lagi, 50));
          return localStorage.length;
        }"""
    )


def tempel(cell: Locator, teks: str) -> None:
    cell.focus()
    cell.evaluate(
        """(sel, teks) => {
          const data = new DataTransfer();
          data.setData("text/plain", teks);
          sel.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        teks,
    )


def test_typing_is_enough(situs: Situs) -> None:
    halaman = open_page(situs)
    rerata = halaman.locator("#rerata")
    expect(rerata).to_have_text("95,00%, AA (Sangat Memuaskan); rata-rata 4 dari 4 indikator")
    sel(halaman, IKM, 0).fill("68")
    halaman.keyboard.press("Tab")
    expect(keadaan(halaman, IKM, 0)).to_contain_text("tersimpan")
    expect(baris(halaman, IKM).locator("[id^=capaian-]")).to_have_text("80,00%")  # 68 / 85
    expect(rerata).to_have_text("90,00%, A (Memuaskan); rata-rata 4 dari 4 indikator")  # 95, 80, 85, 100
    # The year's value gives way to the triwulan.
    sel(halaman, IKM, 0).fill("")
    halaman.keyboard.press("Tab")
    expect(baris(halaman, IKM).locator("[id^=capaian-]")).to_have_text("belum diisi")
    expect(rerata).to_contain_text("rata-rata 3 dari 4 indikator")
    sel(halaman, IKM, 1).fill("80,5")
    sel(halaman, IKM, 4).fill("76,5")
    halaman.keyboard.press("Enter")
    expect(baris(halaman, IKM).locator("[id^=hitung-]")).to_have_text("76,50")
    expect(sel(halaman, IKM, 0)).to_be_hidden()
    expect(baris(halaman, IKM).locator("[id^=keterangan-]")).to_have_text("nilai triwulan IV")
    expect(baris(halaman, IKM).locator("[id^=capaian-]")).to_have_text("90,00%")
    expect(halaman.locator("#kabar")).to_have_text("Tersimpan. Capaian 90,00%. IKM (indeks), triwulan IV.")
    halaman.reload()
    expect(sel(halaman, IKM, 4)).to_have_value("76,5")
    assert tercatat(IKM) == {1: "80.5", 4: "76.5"}
    assert situs.keluhan == []


def test_what_was_typed_before_the_script_came_is_saved(situs: Situs) -> None:
    halaman = open_page(situs)
    tertahan: list[Route] = []

    def hold(jalan: Route) -> None:
        tertahan.append(jalan)

    halaman.route("**/realisasi/kisi*.js", hold)
    halaman.reload(wait_until="commit")
    sel(halaman, IKM, 1).fill("10")
    sel(halaman, IKM, 1).press("Tab")
    expect(sel(halaman, IKM, 2)).to_be_focused()
    sel(halaman, IKM, 2).press_sequentially("2")
    tertahan[0].continue_()
    expect(keadaan(halaman, IKM, 1)).to_have_text("tersimpan")
    sel(halaman, IKM, 2).press_sequentially("0")
    sel(halaman, IKM, 2).press("Tab")
    expect(keadaan(halaman, IKM, 2)).to_have_text("tersimpan")
    assert jejak() == ["10", "20"]


def test_what_is_no_value_stays_in_its_cell_with_what_to_write(situs: Situs) -> None:
    halaman = open_page(situs)
    cell = sel(halaman, IKM, 0)
    for ketik, pesan in (
        ("98.5", "Maksud Anda 98,5 atau 985?"),
        ("45/50", "belum mempunyai pengali"),
        ("tidak tersedia", "Tulis alasannya"),
    ):
        cell.fill(ketik)
        halaman.keyboard.press("Enter")
        expect(keadaan(halaman, IKM, 0)).to_contain_text("tidak sah")
        expect(keadaan(halaman, IKM, 0)).to_contain_text(pesan)
        expect(cell).to_have_value(ketik)
        expect(cell).to_have_attribute("aria-invalid", "true")
    assert cacat(halaman) == []
    halaman.reload()  # even then
    expect(cell).to_have_value("tidak tersedia")
    expect(keadaan(halaman, IKM, 0)).to_contain_text("Tulis alasannya")
    cell.focus()
    halaman.keyboard.press("Escape")
    expect(cell).to_have_value("85")
    expect(keadaan(halaman, IKM, 0)).to_have_text("tersimpan")
    cell.fill("Tidak tersedia: survei ditunda")
    halaman.keyboard.press("Enter")
    expect(baris(halaman, IKM).locator("[id^=capaian-]")).to_have_text("tidak tersedia")
    assert jejak() == ["tidak tersedia: survei ditunda"]
    assert tanpa_jaringan(situs.keluhan) == []


def test_a_printed_form_that_goes_with_its_value_is_told_at_once(situs: Situs) -> None:
    Realisasi.objects.filter(indikator=indikator(IKM), tahun=2023, triwulan=0).update(cetak="B (85)")
    halaman = open_page(situs)
    sel(halaman, IKM, 0).fill("68")
    halaman.keyboard.press("Tab")
    said = 'Bentuk tercetak "B (85)" dihapus karena nilainya berubah.'
    expect(halaman.locator("#kabar")).to_have_text(
        f"Tersimpan. {said} Capaian 80,00%. IKM (indeks), setahun."
    )
    expect(halaman.locator("#kabar")).to_have_class(re.compile("kisi-kabar-utuh"))
    Realisasi.objects.filter(indikator=indikator(IKM), tahun=2023, triwulan=0).update(cetak="B (68)")
    halaman.reload()
    tempel(sel(halaman, IKM, 0), "70\n81")
    told = "2 tersimpan. 2 bentuk tercetak dihapus karena nilainya berubah; lihat riwayatnya."
    expect(halaman.locator("#kabar")).to_contain_text(told)
    assert tanpa_jaringan(situs.keluhan) == []


def test_a_block_from_excel_lands_where_it_stood(situs: Situs) -> None:
    halaman = open_page(situs)
    pertama = halaman.locator("tr[data-indikator] input[id$='-1']").first
    tempel(pertama, "10\t20\t30\t40\r\n1,5\t\t98.5\t4,5\r\n")
    kabar = halaman.locator("#kabar")
    expect(kabar).to_have_text("7 nilai ditempel: 6 tersimpan, 1 belum tersimpan.", timeout=20_000)
    expect(halaman.locator("[data-keadaan='baru tersimpan']")).to_have_count(6)
    expect(halaman.locator("[data-keadaan='tidak sah']")).to_have_count(1)
    expect(sel(halaman, IKM, 3)).to_have_value("98.5")
    expect(keadaan(halaman, IKM, 3)).to_contain_text("Maksud Anda 98,5 atau 985?")
    assert tercatat(IKM) == {0: "85", 1: "1.5", 4: "4.5"}
    assert jejak() == ["10", "20", "30", "40", "1,5", "4,5"]
    # More than the grid holds is said, not lost in silence.
    terakhir = halaman.locator("tr[data-indikator] input[id$='-4']").last
    tempel(terakhir, "B\nB\nB")
    expect(kabar).to_have_text(
        "1 nilai ditempel: 1 belum tersimpan. "
        "2 nilai tidak ditempel karena selnya dihitung, tertutup, atau di luar kisi."
    )
    tempel(terakhir, "B\nB")  # refused already, and still not stored
    expect(kabar).to_contain_text("1 nilai ditempel: 1 belum tersimpan. 1 nilai tidak ditempel")


def test_a_pasted_cell_of_several_lines_is_one_cell(situs: Situs) -> None:
    """Four rows are pasted: the second is refused in its own cell, the others are stored where they stood."""
    halaman = open_page(situs)
    cells = halaman.locator("tr[data-indikator] input[id$='-1']")
    tempel(cells.first, '80\n"98,5\n(Baik)"\n75\n60')
    expect(halaman.locator("#kabar")).to_have_text(
        "4 nilai ditempel: 3 tersimpan, 1 belum tersimpan.", timeout=20_000
    )
    assert [cells.nth(n).input_value() for n in range(4)] == ["80", "98,5 (Baik)", "75", "60"]
    expect(halaman.locator("[data-keadaan='tidak sah']")).to_have_count(1)
    said = halaman.locator(f"#{(cells.nth(1).get_attribute('id') or '').replace('sel-', 'ket-')}")
    expect(said).to_contain_text('Tulis 98,5, lalu tulis "98,5 (Baik)" pada "Seperti tercetak".')
    assert jejak() == ["80", "75", "60"]


def test_the_keyboard_alone_is_enough(situs: Situs) -> None:
    halaman = open_page(situs)
    halaman.locator("tr[data-indikator] input[id$='-1']").first.focus()
    halaman.keyboard.press("ArrowDown")
    expect(sel(halaman, IKM, 1)).to_be_focused()
    halaman.keyboard.press("ArrowRight")
    expect(sel(halaman, IKM, 2)).to_be_focused()
    halaman.keyboard.type("12")
    halaman.keyboard.press("ArrowLeft")  # inside the text: the caret moves, not the cell
    expect(sel(halaman, IKM, 2)).to_be_focused()
    halaman.keyboard.type(",5")
    halaman.keyboard.press("End")
    halaman.keyboard.press("ArrowRight")
    expect(sel(halaman, IKM, 3)).to_be_focused()
    expect(sel(halaman, IKM, 2)).to_have_value("1,52")
    expect(keadaan(halaman, IKM, 2)).to_have_text("tersimpan")
    halaman.keyboard.type("99")
    halaman.keyboard.press("Escape")
    expect(sel(halaman, IKM, 3)).to_have_value("")
    halaman.keyboard.press("Tab")
    expect(sel(halaman, IKM, 4)).to_be_focused()
    assert sel(halaman, IKM, 4).evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    halaman.keyboard.press("Shift+Enter")
    expect(halaman.locator("tr[data-indikator] input[id$='-4']").first).to_be_focused()
    halaman.keyboard.press("Alt+r")
    panel = halaman.locator("#panel")
    expect(panel).to_be_visible()
    expect(panel.get_by_role("heading", name="Cara menghitung")).to_be_visible()
    halaman.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(halaman.locator("tr[data-indikator] input[id$='-4']").first).to_be_focused()
    assert jejak() == ["1,52"]
    assert situs.keluhan == []


def test_two_people_on_one_cell_see_both_values(situs: Situs) -> None:
    operator_lain(situs, "budi.santoso", "Budi Santoso", "jombang")
    satu = open_page(situs)
    dua = situs.masuk("budi.santoso")
    dua.goto(ALAMAT)
    sel(dua, IKM, 0).fill("70")
    dua.keyboard.press("Tab")
    expect(keadaan(dua, IKM, 0)).to_contain_text("tersimpan")
    expect(baris(dua, IKM).locator("[id^=capaian-]")).to_have_text("82,35%")

    sel(satu, IKM, 0).fill("71")
    satu.keyboard.press("Tab")
    dialog = satu.get_by_role("dialog", name="Dua nilai untuk sel ini")
    expect(dialog).to_be_visible()
    for kata in ("IKM (indeks), setahun", "71", "70", "Budi Santoso", "pukul"):
        expect(dialog).to_contain_text(kata)
    assert cacat(satu) == []
    assert tercatat(IKM) == {0: "70"}
    satu.keyboard.press("Escape")  # decide later
    expect(keadaan(satu, IKM, 0)).to_contain_text("bentrok")
    expect(sel(satu, IKM, 0)).to_have_value("71")
    satu.get_by_role("button", name="Bandingkan").click()
    dialog.get_by_role("button", name="Pakai nilai tersimpan").click()
    expect(sel(satu, IKM, 0)).to_have_value("70")
    expect(baris(satu, IKM).locator("[id^=capaian-]")).to_have_text("82,35%")

    sel(satu, IKM, 0).fill("72")
    satu.keyboard.press("Tab")
    expect(baris(satu, IKM).locator("[id^=capaian-]")).to_have_text("84,71%")
    sel(dua, IKM, 0).fill("73")
    dua.keyboard.press("Tab")
    dua.get_by_role("button", name="Pakai nilai saya").click()
    expect(baris(dua, IKM).locator("[id^=capaian-]")).to_have_text("85,88%")
    assert jejak() == ["70", "72", "73"]
    assert tanpa_jaringan(situs.keluhan) == []


def test_a_cut_line_loses_nothing_and_sends_everything_in_order_once(situs: Situs) -> None:
    halaman = open_page(situs)

    def jawaban_hilang(jalan: Route) -> None:
        jalan.fetch()  # it arrives and is stored …
        jalan.abort()  # … but nobody learns of it

    halaman.route("**/realisasi/sel/", jawaban_hilang, times=1)
    sel(halaman, IKM, 1).fill("10")
    halaman.keyboard.press("ArrowRight")
    expect(keadaan(halaman, IKM, 1)).to_have_text("tersimpan di perangkat ini")
    halaman.context.set_offline(True)
    for triwulan, ketik in ((2, "20"), (3, "30"), (2, "25"), (4, "40")):
        sel(halaman, IKM, triwulan).fill(ketik)
        halaman.keyboard.press("Enter")
    antrean = halaman.locator("#antrean")
    expect(antrean).to_contain_text("Jaringan terputus. 4 nilai tersimpan di perangkat ini")
    assert cacat(halaman) == []
    halaman.context.set_offline(False)
    for triwulan in (1, 2, 3, 4):
        expect(keadaan(halaman, IKM, triwulan)).to_have_text("tersimpan", timeout=15_000)
    expect(antrean).to_be_hidden()
    assert jejak() == ["10", "30", "25", "40"]
    assert halaman.evaluate("localStorage.length") == 0
    assert tanpa_jaringan(situs.keluhan) == []


def test_two_tabs_send_what_waits_once(situs: Situs) -> None:
    halaman = open_page(situs)
    lain = halaman.context.new_page()
    lain.goto(ALAMAT)
    halaman.context.set_offline(True)
    for triwulan in (1, 2, 3, 4):
        sel(halaman, IKM, triwulan).fill(f"{triwulan}0")
        halaman.keyboard.press("Enter")
    expect(halaman.locator("#antrean")).to_contain_text("4 nilai")
    halaman.context.set_offline(False)
    lain.evaluate("dispatchEvent(new Event('online'))")
    for triwulan in (1, 2, 3, 4):
        expect(keadaan(halaman, IKM, triwulan)).to_contain_text("tersimpan", timeout=15_000)
    assert masih_menunggu(halaman) == 0
    assert jejak() == ["10", "20", "30", "40"]


def test_an_ended_session_keeps_what_was_typed_for_its_user(situs: Situs) -> None:
    halaman = open_page(situs)
    Session.objects.all().delete()
    for triwulan in (1, 2):
        sel(halaman, IKM, triwulan).fill(f"{triwulan}5")
        halaman.keyboard.press("Enter")
    antrean = halaman.locator("#antrean")
    expect(antrean).to_contain_text("Sesi Anda berakhir. 2 nilai tersimpan di perangkat ini")
    expect(keadaan(halaman, IKM, 1)).to_have_text("tersimpan di perangkat ini")
    assert cacat(halaman) == []
    antrean.get_by_role("link", name="Masuk lagi").click()
    for nama, terkirim in (("camat.jombang", []), ("operator.jombang", ["15", "25"])):
        halaman.get_by_label("Nama pengguna").fill(nama)
        halaman.get_by_label("Kata sandi").fill(situs.sandi[nama])
        halaman.get_by_role("button", name="Masuk").click()
        expect(halaman.get_by_role("heading", level=1)).to_have_text("Isi Realisasi")
        assert halaman.url.endswith(ALAMAT)
        if terkirim:
            for triwulan in (1, 2):
                expect(keadaan(halaman, IKM, triwulan)).to_have_text("tersimpan")
            expect(sel(halaman, IKM, 2)).to_have_value("25")
            expect(halaman.locator("#antrean")).to_be_hidden()
        assert jejak() == terkirim  # another user's page sends nothing of it
        if not terkirim:
            with halaman.expect_navigation():
                halaman.get_by_role("button", name="Keluar").click()
            halaman.goto(f"/masuk/?next={ALAMAT}")
    assert masih_menunggu(halaman) == 0
    assert tanpa_jaringan(situs.keluhan) == []


def test_signing_in_elsewhere_is_enough(situs: Situs) -> None:
    halaman = open_page(situs)
    Session.objects.all().delete()
    sel(halaman, IKM, 1).fill("15")
    halaman.keyboard.press("Enter")
    expect(halaman.locator("#antrean")).to_contain_text("Sesi Anda berakhir")
    lain = halaman.context.new_page()
    lain.goto("/masuk/")
    lain.get_by_label("Nama pengguna").fill("operator.jombang")
    lain.get_by_label("Kata sandi").fill(situs.sandi["operator.jombang"])
    lain.get_by_role("button", name="Masuk").click()
    lain.wait_for_url("**/")
    lain.get_by_role("button", name="Keluar").wait_for()
    lain.close()
    halaman.evaluate("dispatchEvent(new Event('focus'))")  # coming back to the first tab
    expect(keadaan(halaman, IKM, 1)).to_have_text("tersimpan")
    assert jejak() == ["15"]


def test_a_year_that_was_closed_meanwhile_refuses_and_keeps_the_text(situs: Situs) -> None:
    halaman = open_page(situs)
    Laporan.objects.filter(kecamatan__slug="jombang", tahun=2023).delete()
    make_laporan(kecamatan=Kecamatan.objects.get(slug="jombang"), tahun=2023, status="diajukan")
    sel(halaman, IKM, 1).fill("15")
    halaman.keyboard.press("Enter")
    expect(keadaan(halaman, IKM, 1)).to_contain_text("terkunci")
    expect(keadaan(halaman, IKM, 1)).to_contain_text("LKIP sudah diajukan")
    expect(sel(halaman, IKM, 1)).to_have_value("15")
    halaman.reload()
    expect(halaman.locator("input.kisi-isian")).to_have_count(0)
    antrean = halaman.locator("#antrean")
    expect(antrean).to_contain_text('IKM (indeks), triwulan I: "15" tidak tersimpan.')
    antrean.get_by_role("button", name="Buang").click()
    expect(antrean).to_be_hidden()
    assert jejak() == []


def test_without_javascript_it_is_a_form_with_a_button(situs: Situs) -> None:
    halaman = open_page(situs, javascript=False)
    sel(halaman, IKM, 0).fill("68")
    sel(halaman, SAKIP, 0).fill("X")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman).to_have_title(re.compile("^Kesalahan: Isi Realisasi"))
    masalah = halaman.locator(".masalah")
    expect(masalah).to_contain_text("1 nilai tersimpan.")
    expect(masalah).to_contain_text('Nilai Sakip, setahun: "X" tidak ada pada skala akip-2021.')
    expect(sel(halaman, SAKIP, 0)).to_have_value("X")
    masalah.get_by_role("link").click()
    expect(sel(halaman, SAKIP, 0)).to_be_focused()
    sel(halaman, SAKIP, 0).fill("bb")
    halaman.get_by_role("button", name="Simpan").click()
    expect(halaman.get_by_text("1 nilai tersimpan.")).to_be_visible()
    expect(sel(halaman, SAKIP, 0)).to_have_value("BB")
    assert jejak() == ["68", "BB"]
    # The details are a page.
    baris(halaman, IKM).get_by_role("link", name="Rincian IKM").click()
    halaman.get_by_role("textbox", name="Isi komentar").fill("Periksa sumbernya.")
    halaman.get_by_role("button", name="Kirim komentar").click()
    expect(halaman.get_by_text("Periksa sumbernya.").first).to_be_visible()


def test_the_panel_keeps_values_remarks_and_evidence_together(situs: Situs, tmp_path: Path) -> None:
    pdf = tmp_path / "laporan.pdf"
    pdf.write_bytes(b"%PDF-1.7 bukti")
    halaman = open_page(situs)
    baris(halaman, IKM).get_by_role("link", name="Rincian IKM").click()
    panel = halaman.get_by_role("dialog", name="Rincian indikator")
    expect(panel.get_by_text("realisasi 85 ÷ target 85 × 100 = 100,00")).to_be_visible()
    assert cacat(halaman) == []
    panel.get_by_label("Mengenai").select_option(label="Triwulan II")
    panel.get_by_role("button", name="Kirim komentar").click()
    expect(panel.get_by_role("link", name="Isi komentar.")).to_be_visible()
    panel.get_by_role("textbox", name="Isi komentar").fill("Mengapa kosong?")
    panel.get_by_role("button", name="Kirim komentar").click()
    expect(panel.get_by_text("Komentar tersimpan.")).to_be_visible()
    panel.get_by_label("Berkas").set_input_files(pdf)
    panel.get_by_role("button", name="Unggah bukti").click()
    expect(panel.get_by_role("link", name="laporan.pdf", exact=True)).to_be_visible()
    panel.get_by_role("link", name="Isi rinci Triwulan I", exact=True).click()
    panel.get_by_label("Nilai", exact=True).fill("80")
    panel.get_by_label("Sumber data (opsional)").fill("Survei triwulan")
    panel.get_by_role("button", name="Simpan").click()
    expect(panel.get_by_text("Sumber: Survei triwulan")).to_be_visible()
    assert cacat(halaman) == []
    panel.get_by_role("button", name="Tutup").click()
    expect(sel(halaman, IKM, 1)).to_have_value("80")
    expect(keadaan(halaman, IKM, 2)).to_contain_text("ada catatan")
    assert (KomentarRealisasi.objects.get().triwulan, BuktiDukung.objects.get().nama) == (2, "laporan.pdf")
    assert tanpa_jaringan(situs.keluhan) == []


def test_no_page_has_a_defect(situs: Situs) -> None:
    halaman = open_page(situs)
    pk = indikator(IKM).pk
    temuan = {}
    for akhir in ("isi/", f"indikator/{pk}/", f"indikator/{pk}/nilai/0/"):
        halaman.goto(f"/kecamatan/jombang/2023/realisasi/{akhir}")
        if buruk := cacat_selebar(halaman):
            temuan[akhir] = buruk
    assert temuan == {}
    halaman.goto(ALAMAT)
    baris(halaman, IKM).get_by_role("link", name="Rincian IKM").click()
    expect(halaman.locator("#panel")).to_be_visible()
    assert cacat_selebar(halaman) == []
    assert situs.keluhan == []
