"""The pictures of docs/panduan: which page of whom, what is done on it, and what is cut out.

Run by script/gambar-panduan. The site runs in this process on the contoh, at a fixed hour, so that the same code
gives the same pictures.
"""

from __future__ import annotations

import datetime
import io
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import time_machine
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FIGURE = ROOT / "docs" / "panduan" / "gambar"
CHROMIUM = "/usr/bin/chromium-headless-shell"
HOUR = datetime.datetime(2026, 1, 15, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
PAUSE = datetime.timedelta(minutes=2)  # between pictures, so that a history has an order
WIDTH = 1280
EDGE = 12  # px around what is cut out
COLOUR = 64  # a page of text has few

JOMBANG = "/kecamatan/jombang/2023"
AJUNG = "/kecamatan/ajung/2026"

Step = Callable[[Page], None]
CONTENT = ("main > :first-child", "main > :last-child")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One picture: ``account`` opens ``address``, does ``step``, and ``cut`` is cut out, at most ``height`` px high.

    ``cut`` are CSS selectors; the picture holds the first match of each. ``after`` puts the page in order again.
    """

    nama: str
    account: str
    address: str
    cut: tuple[str, ...] = CONTENT
    height: int = 760
    step: Step | None = None
    after: Step | None = None


# --- What is done on a page before the picture ---


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


MIME_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPERATOR = "operator.jombang"

PICTURES: tuple[Figure, ...] = (
    Figure(nama="masuk", account="", address="/masuk/", height=420),
    Figure(nama="beranda-kosong", account="operator.ajung", address="/", cut=("header", "main"), height=720),
    Figure(
        nama="formulir-ditolak",
        account="operator.ajung",
        address=f"{AJUNG}/isi/pejabat/baru/",
        step=refused_form,
        cut=(".masalah", "form.formulir"),
    ),
    Figure(nama="ringkasan", account=OPERATOR, address=f"{JOMBANG}/", cut=("header", "main")),
    Figure(nama="profil", account=OPERATOR, address=f"{JOMBANG}/profil/isi/", height=820),
    Figure(nama="renstra", account=OPERATOR, address=f"{JOMBANG}/renstra/isi/", height=820),
    Figure(
        nama="indikator",
        account=OPERATOR,
        address=f"{JOMBANG}/renstra/isi/",
        step=change_indikator,
        cut=("h1", "form.formulir"),
        height=1100,
    ),
    Figure(nama="rkt", account=OPERATOR, address=f"{JOMBANG}/rkt/isi/", height=820),
    Figure(
        nama="nomenklatur",
        account=OPERATOR,
        address=f"{JOMBANG}/rkt/isi/",
        step=find_nomenklatur,
        height=560,
    ),
    Figure(nama="pk", account=OPERATOR, address=f"{JOMBANG}/pk/isi/", height=760),
    Figure(nama="iku", account=OPERATOR, address=f"{JOMBANG}/iku/isi/", height=760),
    Figure(nama="rencana-aksi", account=OPERATOR, address=f"{JOMBANG}/rencana-aksi/isi/"),
    Figure(nama="anggaran", account=OPERATOR, address=f"{JOMBANG}/anggaran/isi/"),
    Figure(nama="pembanding", account=OPERATOR, address=f"{JOMBANG}/pembanding/isi/", height=560),
    Figure(
        nama="isi-tabel",
        account=OPERATOR,
        address=f"{JOMBANG}/renstra/tabel/",
        cut=("h1", "#kisi"),
        height=760,
    ),
    Figure(
        nama="tempel",
        account=OPERATOR,
        address=f"{JOMBANG}/profil/tempel/",
        step=paste_tables,
        cut=("h1", "form.formulir"),
        height=900,
    ),
    Figure(
        nama="baca-dokumen",
        account=OPERATOR,
        address=f"{JOMBANG}/baca-dokumen/",
        step=read_paper,
        height=1000,
    ),
    Figure(
        nama="periksa-berkas", account=OPERATOR, address="/periksa-berkas/", step=examine_paper, height=900
    ),
    Figure(
        nama="realisasi-kisi",
        account=OPERATOR,
        address=f"{JOMBANG}/realisasi/isi/",
        cut=("h1", ".kisi-bingkai"),
        height=700,
    ),
    Figure(
        nama="realisasi-keadaan",
        account=OPERATOR,
        address=f"{JOMBANG}/realisasi/isi/",
        step=cell_state,
        cut=("#antrean", ".kisi-bingkai"),
        height=560,
        after=network_restored,
    ),
    Figure(
        nama="realisasi-bentrok",
        account=OPERATOR,
        address=f"{JOMBANG}/realisasi/isi/",
        step=two_people,
        cut=("#dialog-bentrok",),
    ),
    Figure(
        nama="realisasi-rincian",
        account=OPERATOR,
        address=f"{JOMBANG}/realisasi/isi/",
        step=details,
        cut=("#panel",),
    ),
    Figure(
        nama="narasi",
        account=OPERATOR,
        address=f"{JOMBANG}/narasi/isi/penghambat/trantib/",
        height=820,
    ),
    Figure(nama="narasi-semua", account=OPERATOR, address=f"{JOMBANG}/narasi/semua/", height=820),
    Figure(nama="dokumentasi", account=OPERATOR, address=f"{JOMBANG}/dokumentasi/isi/"),
    Figure(
        nama="lkip-siap",
        account=OPERATOR,
        address=f"{JOMBANG}/dokumen/lkip/",
        step=download_lkip,
        height=460,
    ),
    Figure(nama="salin", account=OPERATOR, address="/kecamatan/jombang/2024/salin/", height=830),
    Figure(
        nama="salin-hasil",
        account=OPERATOR,
        address="/kecamatan/jombang/2024/salin/",
        step=copy_all,
        height=830,
    ),
    Figure(
        nama="belum-ditinjau",
        account=OPERATOR,
        address="/kecamatan/jombang/2024/pk/isi/",
        height=620,
    ),
    Figure(
        nama="hapus-urungkan",
        account=OPERATOR,
        address="/kecamatan/jombang/2024/pk/isi/",
        step=delete_row,
        height=420,
        after=undo,
    ),
    Figure(
        nama="riwayat-baris",
        account=OPERATOR,
        address="/kecamatan/jombang/2024/pk/isi/",
        step=riwayat_baris,
        height=560,
    ),
    Figure(nama="buku-kerja", account=OPERATOR, address=f"{JOMBANG}/buku-kerja/", height=620),
    Figure(
        nama="buku-pratinjau",
        account=OPERATOR,
        address=f"{JOMBANG}/buku-kerja/",
        step=preview_workbook,
        height=820,
    ),
    Figure(nama="pengguna", account="organisasi", address="/pengguna/", cut=("header", "main")),
    Figure(
        nama="pengaturan",
        account="organisasi",
        address=f"{JOMBANG}/pengaturan/isi/",
        cut=("section[aria-labelledby=lambang]", "section[aria-labelledby=tambahan]"),
        height=1100,
    ),
    Figure(nama="pk-berjenjang", account=OPERATOR, address=f"{JOMBANG}/pk-berjenjang/turunkan/", height=820),
)

# --- The site ---


def ajung_account() -> None:
    """The operator of a kecamatan that has no records yet."""
    from kecamatan.models import Keanggotaan, Kecamatan, Pengguna

    operator = Pengguna.objects.create_user(
        username="operator.ajung", password=PASSWORDS["operator.ajung"], nama="Operator Kecamatan Ajung"
    )
    Keanggotaan.objects.create(
        pengguna=operator, peran=Keanggotaan.Peran.OPERATOR, kecamatan=Kecamatan.objects.get(slug="ajung")
    )


PASSWORDS = {"operator.ajung": "demo-ajung-2026"}


@contextmanager
def site(data: Path) -> Iterator[str]:
    """The site on the contoh; yields its address."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "sakip.settings",
        "SAKIP_DATA_DIR": str(data),
        "SAKIP_LOG_LEVEL": "ERROR",
        # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
        "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    from kecamatan.accounts.demo import demo_account_create
    from kecamatan.models import Kecamatan

    call_command("siapkan", stdout=io.StringIO())
    call_command("muat_contoh", stdout=io.StringIO())
    # Asked again only for the passwords; every account is there.
    for slug, tahun in (("jombang", 2023), ("umbulsari", 2021), ("balung", 2020), ("jelbuk", 2024)):
        kecamatan = Kecamatan.objects.get(slug=slug)
        PASSWORDS.update(
            (account.pengguna.username, account.sandi or "")
            for account in demo_account_create(kecamatan=[(kecamatan, tahun)])
        )
    ajung_account()

    class Server(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: only what goes wrong is worth a line, and the application says that itself."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Server)
    server.set_app(get_wsgi_application())
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


# --- Taking the picture ---


def page_for(browser: Browser, address: str, account: str) -> Page:
    """A page of a browser in which ``account`` has signed in; empty for nobody."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 900}, base_url=address, locale="id-ID", reduced_motion="reduce"
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    if account:
        page.goto("/masuk/")
        page.get_by_label("Nama pengguna").fill(account)
        page.get_by_label("Kata sandi").fill(PASSWORDS[account])
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("button", name="Keluar").wait_for()
    return page


def shown_values(page: Page, figure: Figure) -> bytes:
    """What is asked for, cut out of the page, as a PNG of few colours."""
    boxes = []
    for choose in figure.cut:
        location = page.locator(choose).first.bounding_box()
        if location is None:
            raise SystemExit(f'gambar {figure.nama}: "{choose}" tidak tampak di {page.url}')
        boxes.append(
            (
                location["x"],
                location["y"],
                location["x"] + location["width"],
                location["y"] + location["height"],
            )
        )
    left = max(min(k[0] for k in boxes) - EDGE, 0)
    above = max(min(k[1] for k in boxes) - EDGE, 0)
    right = min(max(k[2] for k in boxes) + EDGE, WIDTH)
    below = min(max(k[3] for k in boxes) + EDGE, above + figure.height)
    raw = page.screenshot(
        full_page=True,
        animations="disabled",
        clip={"x": left, "y": above, "width": right - left, "height": below - above},
    )
    with Image.open(io.BytesIO(raw)) as original:
        few = original.convert("RGB").quantize(COLOUR, dither=Image.Dither.NONE)
    result = io.BytesIO()
    few.save(result, "PNG", optimize=True)
    return result.getvalue()


def fetch(chosen: list[Figure]) -> None:
    """Take the pictures, in the order of the list: what one leaves behind the next may show."""
    with (
        tempfile.TemporaryDirectory(prefix="sakip-gambar-") as data,
        time_machine.travel(HOUR, tick=True) as hour,
        site(Path(data)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        is_open: dict[str, Page] = {}
        for figure in chosen:
            # Before the sign-in: of a picture that is taken alone the session would have ended on the way to its hour.
            hour.move_to(HOUR + PICTURES.index(figure) * PAUSE)
            page = is_open.get(figure.account)
            if page is None:
                page = is_open[figure.account] = page_for(browser, address, figure.account)
            page.goto(figure.address)
            if figure.step is not None:
                figure.step(page)
            content = shown_values(page, figure)
            (FIGURE / f"{figure.nama}.png").write_bytes(content)
            if figure.after is not None:
                figure.after(page)
            print(f"  {figure.nama}.png  {len(content) / 1024:.0f} KB")
        browser.close()


def main(nama: list[str]) -> None:
    """All pictures, or those named."""
    foreign = sorted(set(nama) - {figure.nama for figure in PICTURES})
    if foreign:
        raise SystemExit(f"script/gambar-panduan: tidak terdaftar: {', '.join(foreign)}")
    FIGURE.mkdir(parents=True, exist_ok=True)
    fetch([figure for figure in PICTURES if not nama or figure.nama in nama])
    if not nama:
        for file in FIGURE.glob("*.png"):
            if file.stem not in {figure.nama for figure in PICTURES}:
                file.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
