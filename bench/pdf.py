"""How long the PDFs of the real LKIPs take and how much memory, side by side with headless Chromium.

    script/bench pdf                 everything, about ten minutes; writes bench/RESULTS.md
    script/bench pdf --ronde 3 --tanpa-massal

Both engines print the same HTML files. Every round runs each engine once on each document, in an order shuffled anew,
so that whatever else the machine does falls on both alike; the ratio is the median of the rounds' own ratios. Warm:
the worker and the browser live on between rounds. Cold: a new process each time.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from bench._memory import PuncakMemori, puncak_rss
from bench._report import BERTANDA, POLOS, WEASY, Ukuran, write_report

ROOT = Path(__file__).resolve().parent.parent
HASIL = ROOT / "bench" / "RESULTS.md"
CHROMIUM = "/usr/bin/chromium-headless-shell"
#: Root may not use the sandbox, and nothing but our own file is opened.
BENDERA = ["--no-sandbox"] if os.geteuid() == 0 else []
LKIP = (("jombang", 2023), ("umbulsari", 2021), ("balung", 2020))
Mesin = Callable[[Path], tuple[float, int]]


def main() -> None:
    args = _argumen()
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as sementara:
        tempat = Path(sementara)
        # Before Django reads it: a data folder of its own, filled with the real cases.
        os.environ |= {"SAKIP_DATA_DIR": str(tempat / "data"), "DJANGO_SETTINGS_MODULE": "sakip.settings"}
        _prepare_data()
        berkas = _write_html(tempat)
        hasil = {nama: {m: Ukuran() for m in (WEASY, BERTANDA, POLOS)} for nama in berkas}
        with _weasyprint() as (weasy, pid), _chromium() as (bertanda, polos):
            mesin = {WEASY: weasy, BERTANDA: bertanda, POLOS: polos}
            _measure_hangat(mesin, berkas, hasil, args.ronde)
            for nama, html in berkas.items():
                for m, perintah in ((WEASY, "spawn_main"), (BERTANDA, "chrom")):
                    with PuncakMemori(os.getpid(), perintah) as puncak:
                        mesin[m](html)
                    hasil[nama][m].memori = puncak.mib
            rss = puncak_rss(pid)
        _measure_dingin(berkas, hasil, args.dingin, tempat)
        massal = [] if args.tanpa_massal else _measure_massal(args.dokumen, args.pasangan)
    laporan = write_report(hasil, rss=rss, massal=massal, argumen=args, chromium=CHROMIUM)
    print(laporan)
    HASIL.write_text(laporan, encoding="utf-8")


def _argumen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench pdf", description="Ukur waktu dan memori pembuatan PDF."
    )
    parser.add_argument("--ronde", type=int, default=7, help="ronde hangat (bawaan: 7)")
    parser.add_argument("--dingin", type=int, default=3, help="ronde dingin (bawaan: 3)")
    parser.add_argument("--dokumen", type=int, default=8, help="dokumen per jalan massal (bawaan: 8)")
    parser.add_argument("--pasangan", type=int, default=3, help="pasangan jalan massal (bawaan: 3)")
    parser.add_argument("--tanpa-massal", action="store_true", help="lewati pengukuran --semua")
    return parser.parse_args()


# -- documents ---------------------------------------------------------------------------------------


def _prepare_data() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    with open(os.devnull, "w", encoding="utf-8") as sunyi:
        call_command("siapkan", stdout=sunyi)
        call_command("muat_contoh", stdout=sunyi)


def _write_html(tempat: Path) -> dict[str, Path]:
    from kecamatan.models import Kecamatan
    from reports.publish.assemble import arrange, build_draft
    from reports.publish.files import publish_html

    hasil = {}
    for slug, tahun in LKIP:
        naskah = build_draft(kecamatan=Kecamatan.objects.get(slug=slug), tahun=tahun)
        html = tempat / f"{slug}-{tahun}.html"
        html.write_text(publish_html(arrange(naskah, "lkip")), encoding="utf-8")
        hasil[f"{slug.title()} {tahun}"] = html
    return hasil


# -- engines -----------------------------------------------------------------------------------------


@contextmanager
def _weasyprint() -> Iterator[tuple[Mesin, int]]:
    """A worker process as the application has them, and its process id."""
    sini, sana = get_context("spawn").Pipe()
    proses = get_context("spawn").Process(target=_pekerja, args=(sana,))
    proses.start()

    def cetak(html: Path) -> tuple[float, int]:
        sini.send(html)
        waktu, halaman = sini.recv()
        return waktu, halaman

    try:
        yield cetak, proses.pid or 0
    finally:
        sini.send(None)
        proses.join()


def _pekerja(sambungan: Connection) -> None:
    import django

    django.setup()
    while (html := sambungan.recv()) is not None:
        sambungan.send(_cetak(html))


def _cetak(html: Path) -> tuple[float, int]:
    from reports.pdf.render import render_pdf

    awal = time.perf_counter()
    hasil = render_pdf(html.read_text(encoding="utf-8"), judul=html.stem)
    return time.perf_counter() - awal, hasil.halaman


@contextmanager
def _chromium() -> Iterator[tuple[Mesin, Mesin]]:
    """One browser with one page: printing tagged with bookmarks, as our PDF is, and printing plain."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        peramban = p.chromium.launch(executable_path=CHROMIUM, args=BENDERA)
        halaman = peramban.new_page()

        def mesin(*, bertanda: bool) -> Mesin:
            def cetak(html: Path) -> tuple[float, int]:
                awal = time.perf_counter()
                halaman.goto(html.as_uri())
                pdf = halaman.pdf(
                    prefer_css_page_size=True, print_background=True, tagged=bertanda, outline=bertanda
                )
                return time.perf_counter() - awal, _count_pages(pdf)

            return cetak

        yield mesin(bertanda=True), mesin(bertanda=False)
        peramban.close()


def _count_pages(pdf: bytes) -> int:
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as dokumen:
        return len(dokumen.pages)


# -- measurements ------------------------------------------------------------------------------------


def _measure_hangat(
    mesin: dict[str, Mesin], berkas: dict[str, Path], hasil: dict[str, dict[str, Ukuran]], ronde: int
) -> None:
    tugas = [(m, nama) for m in mesin for nama in berkas]
    acak = random.Random(1)  # noqa: S311 an order, not a secret
    for ke in range(ronde + 1):
        acak.shuffle(tugas)
        for m, nama in tugas:
            waktu, hasil[nama][m].halaman = mesin[m](berkas[nama])
            if ke:  # the first round only warms up
                hasil[nama][m].hangat.append(waktu)
        print(f"  hangat {ke}/{ronde}", file=sys.stderr)


def _measure_dingin(
    berkas: dict[str, Path], hasil: dict[str, dict[str, Ukuran]], ronde: int, tempat: Path
) -> None:
    tugas = [(m, nama) for m in (WEASY, BERTANDA) for nama in berkas]
    acak = random.Random(2)  # noqa: S311 an order, not a secret
    for ke in range(ronde):
        acak.shuffle(tugas)
        for m, nama in tugas:
            if m == WEASY:
                perintah = [sys.executable, "-c", _PROGRAM_DINGIN, str(berkas[nama])]
            else:
                pdf = f"--print-to-pdf={tempat / 'dingin.pdf'}"
                perintah = [
                    CHROMIUM,
                    "--headless",
                    *BENDERA,
                    "--no-pdf-header-footer",
                    pdf,
                    berkas[nama].as_uri(),
                ]
            awal = time.perf_counter()
            subprocess.run(perintah, cwd=ROOT, check=True, capture_output=True)
            hasil[nama][m].dingin.append(time.perf_counter() - awal)
        print(f"  dingin {ke + 1}/{ronde}", file=sys.stderr)


_PROGRAM_DINGIN = (
    "import sys, django; from pathlib import Path; django.setup(); from bench.pdf import _cetak; "
    "_cetak(Path(sys.argv[1]))"
)


def _measure_massal(banyak: int, pasangan: int) -> list[tuple[float, float]]:
    """Seconds of the bulk command's own loop with one process and with two, start of the pool included."""
    from kecamatan.models import Kecamatan
    from reports.publish.batch import publish_many

    slug, tahun = LKIP[0]
    daftar = [Kecamatan.objects.get(slug=slug)] * banyak
    hasil = []
    for ke in range(pasangan):
        waktu = {}
        for proses in (1, 2) if ke % 2 else (2, 1):
            awal = time.perf_counter()
            if galat := [h.galat for h in publish_many(daftar, tahun=tahun, proses=proses) if h.galat]:
                raise SystemExit(galat[0])
            waktu[proses] = time.perf_counter() - awal
        hasil.append((waktu[1], waktu[2]))
        print(f"  massal {ke + 1}/{pasangan}", file=sys.stderr)
    return hasil


if __name__ == "__main__":
    main()
