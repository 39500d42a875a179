"""What is done on a page before its picture for docs/panduan is taken."""

from __future__ import annotations

import io
from urllib.parse import urljoin

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page

from script.guide_site import page_for

MIME_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def cell(page: Page, nomor: int) -> Locator:
    """A cell of the realisasi grid that can be typed in, counted from the left of the first row."""
    return page.locator("td[data-sel]:has(input:visible)").nth(nomor)


def fill_cell(page: Page, nomor: int, text: str, state: str) -> None:
    """Type into a cell, leave it, and wait for what is said below it."""
    place = cell(page, nomor)
    place.locator("input").fill(text)
    place.locator("input").press("Tab")
    place.locator("[data-keadaan]").get_by_text(state, exact=True).wait_for()


def cell_state(page: Page) -> None:
    """One cell stored, one refused, one waiting for the network."""
    fill_cell(page, 0, "20", "tersimpan")
    fill_cell(page, 1, "98.5", "tidak sah")
    page.context.set_offline(True)
    fill_cell(page, 2, "70", "tersimpan di perangkat ini")


def network_restored(page: Page) -> None:
    """Send what waits and put away what was refused."""
    page.context.set_offline(False)
    cell(page, 2).get_by_text("tersimpan", exact=True).wait_for()
    fill_cell(page, 1, "45", "tersimpan")


def two_people(page: Page) -> None:
    """Somebody else changes the cell after this page was opened."""
    browser = page.context.browser
    assert browser is not None  # noqa: S101  # for mypy: only a persistent context has none
    other = page_for(browser, urljoin(page.url, "/"), "operator.jombang")
    other.goto(page.url)
    fill_cell(other, 0, "25", "tersimpan")
    other.context.close()
    place = cell(page, 0).locator("input")
    place.fill("30")
    place.press("Tab")
    page.get_by_role("heading", name="Dua nilai untuk sel ini").wait_for()


def details(page: Page) -> None:
    """The side panel of the first indikator."""
    page.get_by_role("link", name="Rincian").first.click()
    page.locator("#panel h1").wait_for()


def refused_form(page: Page) -> None:
    """A form with a number of too few digits and a day that the calendar does not have."""
    page.get_by_label("NIP (opsional)").fill("19780312")
    page.get_by_label("Mulai menjabat").fill("31/2/2026")
    page.get_by_role("button", name="Simpan", exact=True).click()
    page.get_by_role("heading", name="Ada masalah").wait_for()


def change_indikator(page: Page) -> None:
    """The sheet of an indikator."""
    page.locator("tr", has_text="IKM").get_by_role("link", name="Ubah").first.click()
    page.get_by_role("heading", name="Ubah indikator").wait_for()


def find_nomenklatur(page: Page) -> None:
    """Search the nomenklatur by words."""
    page.get_by_role("link", name="Cari dalam nomenklatur").first.click()
    page.get_by_label("Kode atau kata").fill("koordinasi pelayanan")
    page.get_by_role("button", name="Cari").click()
    page.get_by_text("baris cocok").wait_for()


def copy_all(page: Page) -> None:
    """Copy the whole year."""
    for choice in page.locator("main input[type=checkbox]").all():
        choice.check()
    page.get_by_role("button", name="Salin yang dipilih").click()
    page.get_by_role("heading", name="Yang Sudah Disalin").wait_for()


def delete_row(page: Page) -> None:
    """Delete the first row, and see the offer to undo."""
    page.locator("tbody tr").get_by_role("link", name="Hapus").first.click()
    page.get_by_role("button", name="Hapus").click()
    page.get_by_role("button", name="Urungkan").wait_for()


def undo(page: Page) -> None:
    """Take the row back."""
    page.get_by_role("button", name="Urungkan").click()
    page.get_by_text("dipulihkan").wait_for()


def riwayat_baris(page: Page) -> None:
    """The trail of the first row."""
    page.locator("tbody tr").get_by_role("link", name="Riwayat").first.click()
    page.get_by_role("heading", name="Riwayat").wait_for()


def download_lkip(page: Page) -> None:
    """Ask for the PDF, let the worker make it, and see it ready."""
    from django.core.management import call_command

    page.get_by_role("button", name="Unduh PDF").click()
    page.get_by_text("Menunggu giliran").wait_for()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    page.reload()
    page.get_by_role("link", name="Unduh LKIP").wait_for()


def preview_workbook(page: Page) -> None:
    """A workbook in which a nomor was changed."""
    from django.core.management import call_command

    from sakip.models import KeputusanIKU

    nomor = "065/52/35.09.01/2023"
    book = load_workbook(io.BytesIO(page.context.request.get(urljoin(page.url, "unduh/")).body()))
    given = KeputusanIKU.objects.get(kecamatan__slug="jombang", tahun=2023).nomor
    for one in (c for sheet in book.worksheets for row in sheet.iter_rows() for c in row if c.value == given):
        one.value = nomor
    changed = io.BytesIO()
    book.save(changed)
    page.get_by_label("Buku kerja yang sudah diisi").set_input_files(
        {"name": "Buku-Kerja-Jombang-2023.xlsx", "mimeType": MIME_XLSX, "buffer": changed.getvalue()}
    )
    page.get_by_role("button", name="Unggah dan periksa").click()
    page.get_by_text("Menunggu diperiksa").wait_for()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    page.reload()
    page.get_by_role("button", name="Terapkan semua perubahan").wait_for()


#: Three tables at once: of the first one row is there already, and the sum of the second is wrong.
PASTED = (
    "No\tNama Desa\tStatus\n1\tJombang\tMaju\n2\tKeting\tMandiri\n\n"
    "No\tTingkat Pendidikan\tASN\tNon ASN\n1\tS2\t3\t\n2\tS1\t9\t1\nJumlah\t\t12\t2\n"
)


def paste_tables(page: Page) -> None:
    """Tables copied from a workbook, and what they would change."""
    page.get_by_role("textbox", name="Tempelan").fill(PASTED)
    page.get_by_role("button", name="Periksa").click()
    page.get_by_role("button", name="Terapkan semua perubahan").wait_for()


#: Pages of a LKIP: what was agreed, and with figures that do not fit each other.
PAPER = """LAPORAN KINERJA INSTANSI PEMERINTAH
KECAMATAN JOMBANG KABUPATEN JEMBER
TAHUN 2023

PERJANJIAN KINERJA TAHUN 2023

No\tSasaran\tIndikator Kinerja\tSatuan\tTarget
1\tTerselenggaranya Pemerintahan Kecamatan Jombang\tNilai Sakip\tNilai\t81
2\tMeningkatnya Kepuasan Masyarakat\tIndeks Kepuasan Masyarakat\tindeks\t85

"""
CONTRADICTS = f"""{PAPER}
Target Nilai Sakip tahun 2023 adalah 82.

Tabel Realisasi Anggaran Tahun 2023

No\tProgram\tPagu (Rp)\tRealisasi (Rp)\t%
1\tProgram Penyelenggaraan Pemerintahan dan Pelayanan Publik\t649.823.800\t612.345.000\t94,23
2\tProgram Pemberdayaan Masyarakat Desa dan Kelurahan\t48.327.600\t45.000.000\t93,11
\tJumlah\t698.151.400\t657.345.100\t94,16
"""


def upload_paper(page: Page, text: str, button: str) -> None:
    """Hand in the file, let the worker read it, and see what came of it."""
    from django.core.management import call_command

    page.locator("input[type=file]").set_input_files(
        {"name": "LKIP-Jombang-2023.txt", "mimeType": "text/plain", "buffer": text.encode()}
    )
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_load_state()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    page.reload()


def read_paper(page: Page) -> None:
    """What of the file is proposed."""
    upload_paper(page, PAPER, "Unggah dan baca")
    page.get_by_text("Pakai").first.wait_for()


def examine_paper(page: Page) -> None:
    """What in the file contradicts itself."""
    upload_paper(page, CONTRADICTS, "Periksa")
    page.locator(".temuan").first.wait_for()
