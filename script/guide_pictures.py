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
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
GAMBAR = ROOT / "docs" / "panduan" / "gambar"
CHROMIUM = "/usr/bin/chromium-headless-shell"
JAM = datetime.datetime(2026, 1, 15, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
JEDA = datetime.timedelta(minutes=2)  # between pictures, so that a history has an order
LEBAR = 1280
TEPI = 12  # px around what is cut out
WARNA = 64  # a page of text has few

JOMBANG = "/kecamatan/jombang/2023"
AJUNG = "/kecamatan/ajung/2026"

Langkah = Callable[[Page], None]
ISI = ("main > :first-child", "main > :last-child")


@dataclass(frozen=True, kw_only=True)
class Gambar:
    """One picture: ``akun`` opens ``alamat``, does ``langkah``, and ``cut`` is cut out, at most ``tinggi`` px high.

    ``cut`` are CSS selectors; the picture holds the first match of each. ``sesudah`` puts the page in order again.
    """

    nama: str
    akun: str
    alamat: str
    cut: tuple[str, ...] = ISI
    tinggi: int = 760
    langkah: Langkah | None = None
    sesudah: Langkah | None = None


# --- What is done on a page before the picture ---


def sel(halaman: Page, nomor: int) -> Locator:
    """A cell of the realisasi grid that can be typed in, counted from the left of the first row."""
    return halaman.locator("td[data-sel]:has(input:visible)").nth(nomor)


def fill_cell(halaman: Page, nomor: int, teks: str, keadaan: str) -> None:
    """Type into a cell, leave it, and wait for what is said below it."""
    petak = sel(halaman, nomor)
    petak.locator("input").fill(teks)
    petak.locator("input").press("Tab")
    petak.locator("[data-keadaan]").get_by_text(keadaan, exact=True).wait_for()


def keadaan_sel(halaman: Page) -> None:
    """One cell stored, one refused, one waiting for the network."""
    fill_cell(halaman, 0, "20", "tersimpan")
    fill_cell(halaman, 1, "98.5", "tidak sah")
    halaman.context.set_offline(True)
    fill_cell(halaman, 2, "70", "tersimpan di perangkat ini")


def jaringan_pulih(halaman: Page) -> None:
    """Send what waits and put away what was refused."""
    halaman.context.set_offline(False)
    sel(halaman, 2).get_by_text("tersimpan", exact=True).wait_for()
    fill_cell(halaman, 1, "45", "tersimpan")


def dua_orang(halaman: Page) -> None:
    """Somebody else changes the cell after this page was opened."""
    browser = halaman.context.browser
    assert browser is not None  # noqa: S101  # for mypy: only a persistent context has none
    lain = page_for(browser, urljoin(halaman.url, "/"), "operator.jombang")
    lain.goto(halaman.url)
    fill_cell(lain, 0, "25", "tersimpan")
    lain.context.close()
    petak = sel(halaman, 0).locator("input")
    petak.fill("30")
    petak.press("Tab")
    halaman.get_by_role("heading", name="Dua nilai untuk sel ini").wait_for()


def rincian(halaman: Page) -> None:
    """The side panel of the first indikator."""
    halaman.get_by_role("link", name="Rincian").first.click()
    halaman.locator("#panel h1").wait_for()


def formulir_ditolak(halaman: Page) -> None:
    """A form with a number of too few digits and a day that the calendar does not have."""
    halaman.get_by_label("NIP (opsional)").fill("19780312")
    halaman.get_by_label("Mulai menjabat").fill("31/2/2026")
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    halaman.get_by_role("heading", name="Ada masalah").wait_for()


def change_indikator(halaman: Page) -> None:
    """The sheet of an indikator."""
    halaman.locator("tr", has_text="IKM").get_by_role("link", name="Ubah").first.click()
    halaman.get_by_role("heading", name="Ubah indikator").wait_for()


def find_nomenklatur(halaman: Page) -> None:
    """Search the nomenklatur by words."""
    halaman.get_by_role("link", name="Cari dalam nomenklatur").first.click()
    halaman.get_by_label("Kode atau kata").fill("koordinasi pelayanan")
    halaman.get_by_role("button", name="Cari").click()
    halaman.get_by_text("baris cocok").wait_for()


def copy_all(halaman: Page) -> None:
    """Copy the whole year."""
    for pilihan in halaman.locator("main input[type=checkbox]").all():
        pilihan.check()
    halaman.get_by_role("button", name="Salin yang dipilih").click()
    halaman.get_by_role("heading", name="Yang Sudah Disalin").wait_for()


def delete_row(halaman: Page) -> None:
    """Delete the first row, and see the offer to undo."""
    halaman.locator("tbody tr").get_by_role("link", name="Hapus").first.click()
    halaman.get_by_role("button", name="Hapus").click()
    halaman.get_by_role("button", name="Urungkan").wait_for()


def urungkan(halaman: Page) -> None:
    """Take the row back."""
    halaman.get_by_role("button", name="Urungkan").click()
    halaman.get_by_text("dipulihkan").wait_for()


def riwayat_baris(halaman: Page) -> None:
    """The trail of the first row."""
    halaman.locator("tbody tr").get_by_role("link", name="Riwayat").first.click()
    halaman.get_by_role("heading", name="Riwayat").wait_for()


def download_lkip(halaman: Page) -> None:
    """Ask for the PDF, let the worker make it, and see it ready."""
    from django.core.management import call_command

    halaman.get_by_role("button", name="Unduh PDF").click()
    halaman.get_by_text("Menunggu giliran").wait_for()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    halaman.reload()
    halaman.get_by_role("link", name="Unduh LKIP").wait_for()


def preview_workbook(halaman: Page) -> None:
    """A workbook that holds another nomor than the site does by now."""
    from django.core.management import call_command

    unduhan = halaman.context.request.get(urljoin(halaman.url, "unduh/"))
    halaman.goto(f"{JOMBANG}/iku/isi/")
    halaman.locator("main").get_by_role("link", name="Ubah").first.click()
    halaman.get_by_label("Nomor (opsional)").fill("065/52/35.09.01/2023")
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    halaman.goto(f"{JOMBANG}/buku-kerja/")
    halaman.get_by_label("Buku kerja yang sudah diisi").set_input_files(
        {"name": "Buku-Kerja-Jombang-2023.xlsx", "mimeType": MIME_XLSX, "buffer": unduhan.body()}
    )
    halaman.get_by_role("button", name="Unggah dan periksa").click()
    halaman.get_by_text("Menunggu diperiksa").wait_for()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
    halaman.reload()
    halaman.get_by_role("button", name="Terapkan semua perubahan").wait_for()


MIME_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPERATOR = "operator.jombang"

DAFTAR: tuple[Gambar, ...] = (
    Gambar(nama="masuk", akun="", alamat="/masuk/", tinggi=420),
    Gambar(nama="beranda-kosong", akun="operator.ajung", alamat="/", cut=("header", "main"), tinggi=720),
    Gambar(
        nama="formulir-ditolak",
        akun="operator.ajung",
        alamat=f"{AJUNG}/isi/pejabat/baru/",
        langkah=formulir_ditolak,
        cut=(".masalah", "form.formulir"),
    ),
    Gambar(nama="ringkasan", akun=OPERATOR, alamat=f"{JOMBANG}/", cut=("header", "main")),
    Gambar(nama="profil", akun=OPERATOR, alamat=f"{JOMBANG}/profil/isi/", tinggi=820),
    Gambar(nama="renstra", akun=OPERATOR, alamat=f"{JOMBANG}/renstra/isi/", tinggi=820),
    Gambar(
        nama="indikator",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/renstra/isi/",
        langkah=change_indikator,
        cut=("h1", "form.formulir"),
        tinggi=1100,
    ),
    Gambar(nama="rkt", akun=OPERATOR, alamat=f"{JOMBANG}/rkt/isi/", tinggi=820),
    Gambar(
        nama="nomenklatur",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/rkt/isi/",
        langkah=find_nomenklatur,
        tinggi=560,
    ),
    Gambar(nama="pk", akun=OPERATOR, alamat=f"{JOMBANG}/pk/isi/", tinggi=760),
    Gambar(nama="iku", akun=OPERATOR, alamat=f"{JOMBANG}/iku/isi/", tinggi=760),
    Gambar(nama="rencana-aksi", akun=OPERATOR, alamat=f"{JOMBANG}/rencana-aksi/isi/"),
    Gambar(nama="anggaran", akun=OPERATOR, alamat=f"{JOMBANG}/anggaran/isi/"),
    Gambar(nama="pembanding", akun=OPERATOR, alamat=f"{JOMBANG}/pembanding/isi/", tinggi=560),
    Gambar(
        nama="realisasi-kisi",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/realisasi/isi/",
        cut=("h1", ".kisi-bingkai"),
        tinggi=700,
    ),
    Gambar(
        nama="realisasi-keadaan",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/realisasi/isi/",
        langkah=keadaan_sel,
        cut=("#antrean", ".kisi-bingkai"),
        tinggi=560,
        sesudah=jaringan_pulih,
    ),
    Gambar(
        nama="realisasi-bentrok",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/realisasi/isi/",
        langkah=dua_orang,
        cut=("#dialog-bentrok",),
    ),
    Gambar(
        nama="realisasi-rincian",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/realisasi/isi/",
        langkah=rincian,
        cut=("#panel",),
    ),
    Gambar(
        nama="narasi",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/narasi/isi/penghambat/trantib/",
        tinggi=820,
    ),
    Gambar(nama="dokumentasi", akun=OPERATOR, alamat=f"{JOMBANG}/dokumentasi/isi/"),
    Gambar(
        nama="lkip-siap",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/dokumen/lkip/",
        langkah=download_lkip,
        tinggi=460,
    ),
    Gambar(nama="salin", akun=OPERATOR, alamat="/kecamatan/jombang/2024/salin/"),
    Gambar(
        nama="salin-hasil",
        akun=OPERATOR,
        alamat="/kecamatan/jombang/2024/salin/",
        langkah=copy_all,
        tinggi=640,
    ),
    Gambar(
        nama="belum-ditinjau",
        akun=OPERATOR,
        alamat="/kecamatan/jombang/2024/pk/isi/",
        tinggi=620,
    ),
    Gambar(
        nama="hapus-urungkan",
        akun=OPERATOR,
        alamat="/kecamatan/jombang/2024/pk/isi/",
        langkah=delete_row,
        tinggi=420,
        sesudah=urungkan,
    ),
    Gambar(
        nama="riwayat-baris",
        akun=OPERATOR,
        alamat="/kecamatan/jombang/2024/pk/isi/",
        langkah=riwayat_baris,
        tinggi=560,
    ),
    Gambar(nama="buku-kerja", akun=OPERATOR, alamat=f"{JOMBANG}/buku-kerja/", tinggi=620),
    Gambar(
        nama="buku-pratinjau",
        akun=OPERATOR,
        alamat=f"{JOMBANG}/buku-kerja/",
        langkah=preview_workbook,
        tinggi=820,
    ),
    Gambar(nama="pengguna", akun="organisasi", alamat="/pengguna/", cut=("header", "main")),
    Gambar(
        nama="pengaturan",
        akun="organisasi",
        alamat=f"{JOMBANG}/pengaturan/isi/",
        tinggi=820,
    ),
)

# --- The site ---


def akun_ajung() -> None:
    """The operator of a kecamatan that has no records yet."""
    from kecamatan.models import Keanggotaan, Kecamatan, Pengguna

    operator = Pengguna.objects.create_user(
        username="operator.ajung", password=SANDI["operator.ajung"], nama="Operator Kecamatan Ajung"
    )
    Keanggotaan.objects.create(
        pengguna=operator, peran=Keanggotaan.Peran.OPERATOR, kecamatan=Kecamatan.objects.get(slug="ajung")
    )


SANDI = {"operator.ajung": "demo-ajung-2026"}


@contextmanager
def situs(data: Path) -> Iterator[str]:
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
        SANDI.update(
            (akun.pengguna.username, akun.sandi or "")
            for akun in demo_account_create(kecamatan=[(kecamatan, tahun)])
        )
    akun_ajung()

    class Pelayan(WSGIRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: only what goes wrong is worth a line, and the application says that itself."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Pelayan)
    server.set_app(get_wsgi_application())
    benang = threading.Thread(target=server.serve_forever, daemon=True)
    benang.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


# --- Taking the picture ---


def page_for(peramban: Browser, alamat: str, akun: str) -> Page:
    """A page of a browser in which ``akun`` has signed in; empty for nobody."""
    konteks = peramban.new_context(
        viewport={"width": LEBAR, "height": 900}, base_url=alamat, locale="id-ID", reduced_motion="reduce"
    )
    konteks.set_default_timeout(15_000)
    halaman = konteks.new_page()
    if akun:
        halaman.goto("/masuk/")
        halaman.get_by_label("Nama pengguna").fill(akun)
        halaman.get_by_label("Kata sandi").fill(SANDI[akun])
        halaman.get_by_role("button", name="Masuk").click()
        halaman.get_by_role("button", name="Keluar").wait_for()
    return halaman


def potret(halaman: Page, gambar: Gambar) -> bytes:
    """What is asked for, cut out of the page, as a PNG of few colours."""
    kotak = []
    for pilih in gambar.cut:
        letak = halaman.locator(pilih).first.bounding_box()
        if letak is None:
            raise SystemExit(f'gambar {gambar.nama}: "{pilih}" tidak tampak di {halaman.url}')
        kotak.append((letak["x"], letak["y"], letak["x"] + letak["width"], letak["y"] + letak["height"]))
    kiri = max(min(k[0] for k in kotak) - TEPI, 0)
    atas = max(min(k[1] for k in kotak) - TEPI, 0)
    kanan = min(max(k[2] for k in kotak) + TEPI, LEBAR)
    bawah = min(max(k[3] for k in kotak) + TEPI, atas + gambar.tinggi)
    mentah = halaman.screenshot(
        full_page=True,
        animations="disabled",
        clip={"x": kiri, "y": atas, "width": kanan - kiri, "height": bawah - atas},
    )
    with Image.open(io.BytesIO(mentah)) as asli:
        sedikit = asli.convert("RGB").quantize(WARNA, dither=Image.Dither.NONE)
    hasil = io.BytesIO()
    sedikit.save(hasil, "PNG", optimize=True)
    return hasil.getvalue()


def fetch(dipilih: list[Gambar]) -> None:
    """Take the pictures, in the order of the list: what one leaves behind the next may show."""
    with (
        tempfile.TemporaryDirectory(prefix="sakip-gambar-") as data,
        time_machine.travel(JAM, tick=True) as jam,
        situs(Path(data)) as alamat,
        sync_playwright() as playwright,
    ):
        peramban = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        terbuka: dict[str, Page] = {}
        for gambar in dipilih:
            halaman = terbuka.get(gambar.akun)
            if halaman is None:
                halaman = terbuka[gambar.akun] = page_for(peramban, alamat, gambar.akun)
            jam.move_to(JAM + DAFTAR.index(gambar) * JEDA)
            halaman.goto(gambar.alamat)
            if gambar.langkah is not None:
                gambar.langkah(halaman)
            isi = potret(halaman, gambar)
            (GAMBAR / f"{gambar.nama}.png").write_bytes(isi)
            if gambar.sesudah is not None:
                gambar.sesudah(halaman)
            print(f"  {gambar.nama}.png  {len(isi) / 1024:.0f} KB")
        peramban.close()


def main(nama: list[str]) -> None:
    """All pictures, or those named."""
    asing = sorted(set(nama) - {gambar.nama for gambar in DAFTAR})
    if asing:
        raise SystemExit(f"script/gambar-panduan: tidak terdaftar: {', '.join(asing)}")
    GAMBAR.mkdir(parents=True, exist_ok=True)
    fetch([gambar for gambar in DAFTAR if not nama or gambar.nama in nama])
    if not nama:
        for berkas in GAMBAR.glob("*.png"):
            if berkas.stem not in {gambar.nama for gambar in DAFTAR}:
                berkas.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
