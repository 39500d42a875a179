"""The pictures of docs/panduan: which page of whom, what is done on it, and what is cut out.

Run by script/gambar-panduan. The site runs in this process on the contoh, at a fixed hour, so that the same code
gives the same pictures.
"""

from __future__ import annotations

import datetime
import io
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import time_machine
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from script.guide_site import WIDTH, page_for, site
from script.guide_steps import (
    cell_state,
    change_indikator,
    copy_all,
    delete_row,
    details,
    download_lkip,
    examine_paper,
    find_nomenklatur,
    network_restored,
    paste_tables,
    preview_workbook,
    read_paper,
    refused_form,
    riwayat_baris,
    two_people,
    undo,
)

ROOT = Path(__file__).resolve().parent.parent
FIGURE = ROOT / "docs" / "panduan" / "gambar"
CHROMIUM = "/usr/bin/chromium-headless-shell"
HOUR = datetime.datetime(2026, 1, 15, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
PAUSE = datetime.timedelta(minutes=2)  # between pictures, so that a history has an order
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

# --- Taking the picture ---


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
