"""How long the PDFs of the real LKIPs take and how much memory, side by side with headless Chromium.

    script/bench pdf                 everything, about ten minutes; writes bench/RESULTS.md
    script/bench pdf --ronde 3

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

from bench._memory import PeakMemory, peak_rss
from bench._report import PLAIN, SIGNED, WEASY, Measurement, write_report

ROOT = Path(__file__).resolve().parent.parent
HASIL = ROOT / "bench" / "RESULTS.md"
CHROMIUM = "/usr/bin/chromium-headless-shell"
#: Root may not use the sandbox, and nothing but our own file is opened.
FLAGS = ["--no-sandbox"] if os.geteuid() == 0 else []
LKIP = (("jombang", 2023), ("umbulsari", 2021), ("balung", 2020))
Mesin = Callable[[Path], tuple[float, int]]


def main() -> None:
    args = _argument()
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as temporary:
        place = Path(temporary)
        # Before Django reads it: a data folder of its own, filled with the real cases.
        os.environ |= {"SAKIP_DATA_DIR": str(place / "data"), "DJANGO_SETTINGS_MODULE": "sakip.settings"}
        _prepare_data()
        files = _write_html(place)
        results = {nama: {m: Measurement() for m in (WEASY, SIGNED, PLAIN)} for nama in files}
        with _weasyprint() as (weasy, pid), _chromium() as (signed, plain):
            engine = {WEASY: weasy, SIGNED: signed, PLAIN: plain}
            _measure_warm(engine, files, results, args.ronde)
            for nama, html in files.items():
                for m, command in ((WEASY, "spawn_main"), (SIGNED, "chrom")):
                    with PeakMemory(os.getpid(), command) as peak:
                        engine[m](html)
                    results[nama][m].memory = peak.mib
            rss = peak_rss(pid)
        _measure_cold(files, results, args.dingin, place)
    laporan = write_report(results, rss=rss, argument=args, chromium=CHROMIUM)
    print(laporan)
    HASIL.write_text(laporan, encoding="utf-8")


def _argument() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/bench pdf", description="Ukur waktu dan memori pembuatan PDF."
    )
    parser.add_argument("--ronde", type=int, default=7, help="ronde hangat (bawaan: 7)")
    parser.add_argument("--dingin", type=int, default=3, help="ronde dingin (bawaan: 3)")
    return parser.parse_args()


# -- documents ---------------------------------------------------------------------------------------


def _prepare_data() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        call_command("siapkan", stdout=quiet)
        call_command("muat_contoh", stdout=quiet)


def _write_html(place: Path) -> dict[str, Path]:
    from kecamatan.models import Kecamatan
    from reports.publish.assemble import arrange, build_draft
    from reports.publish.files import publish_html

    results = {}
    for slug, tahun in LKIP:
        naskah = build_draft(kecamatan=Kecamatan.objects.get(slug=slug), tahun=tahun)
        html = place / f"{slug}-{tahun}.html"
        html.write_text(publish_html(arrange(naskah, "lkip")), encoding="utf-8")
        results[f"{slug.title()} {tahun}"] = html
    return results


# -- engines -----------------------------------------------------------------------------------------


@contextmanager
def _weasyprint() -> Iterator[tuple[Mesin, int]]:
    """A worker process as the application has them, and its process id."""
    here, there = get_context("spawn").Pipe()
    running = get_context("spawn").Process(target=_worker, args=(there,))
    running.start()

    def cetak(html: Path) -> tuple[float, int]:
        here.send(html)
        elapsed, page = here.recv()
        return elapsed, page

    try:
        yield cetak, running.pid or 0
    finally:
        here.send(None)
        running.join()


def _worker(connection: Connection) -> None:
    import django

    django.setup()
    while (html := connection.recv()) is not None:
        connection.send(_cetak(html))


def _cetak(html: Path) -> tuple[float, int]:
    from reports.pdf.render import render_pdf

    start = time.perf_counter()
    result = render_pdf(html.read_text(encoding="utf-8"), title=html.stem)
    return time.perf_counter() - start, result.page


@contextmanager
def _chromium() -> Iterator[tuple[Mesin, Mesin]]:
    """One browser with one page: printing tagged with bookmarks, as our PDF is, and printing plain."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()

        def engine(*, signed: bool) -> Mesin:
            def cetak(html: Path) -> tuple[float, int]:
                start = time.perf_counter()
                page.goto(html.as_uri())
                pdf = page.pdf(
                    prefer_css_page_size=True, print_background=True, tagged=signed, outline=signed
                )
                return time.perf_counter() - start, _count_pages(pdf)

            return cetak

        yield engine(signed=True), engine(signed=False)
        browser.close()


def _count_pages(pdf: bytes) -> int:
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as dokumen:
        return len(dokumen.pages)


# -- measurements ------------------------------------------------------------------------------------


def _measure_warm(
    engine: dict[str, Mesin], files: dict[str, Path], results: dict[str, dict[str, Measurement]], lap: int
) -> None:
    tasks = [(m, nama) for m in engine for nama in files]
    rng = random.Random(1)  # noqa: S311 an order, not a secret
    for to in range(lap + 1):
        rng.shuffle(tasks)
        for m, nama in tasks:
            elapsed, results[nama][m].page = engine[m](files[nama])
            if to:  # the first round only warms up
                results[nama][m].warm.append(elapsed)
        print(f"  hangat {to}/{lap}", file=sys.stderr)


def _measure_cold(
    files: dict[str, Path], results: dict[str, dict[str, Measurement]], lap: int, place: Path
) -> None:
    tasks = [(m, nama) for m in (WEASY, SIGNED) for nama in files]
    rng = random.Random(2)  # noqa: S311 an order, not a secret
    for to in range(lap):
        rng.shuffle(tasks)
        for m, nama in tasks:
            if m == WEASY:
                command = [sys.executable, "-c", _COLD_PROGRAM, str(files[nama])]
            else:
                pdf = f"--print-to-pdf={place / 'dingin.pdf'}"
                command = [
                    CHROMIUM,
                    "--headless",
                    *FLAGS,
                    "--no-pdf-header-footer",
                    pdf,
                    files[nama].as_uri(),
                ]
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            results[nama][m].cold.append(time.perf_counter() - start)
        print(f"  dingin {to + 1}/{lap}", file=sys.stderr)


_COLD_PROGRAM = (
    "import sys, django; from pathlib import Path; django.setup(); from bench.pdf import _cetak; "
    "_cetak(Path(sys.argv[1]))"
)


if __name__ == "__main__":
    main()
