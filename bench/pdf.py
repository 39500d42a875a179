"""How long the PDFs of the real LKIPs take and how much memory, side by side with headless Chromium.

    script/bench pdf                 everything, about ten minutes; writes bench/RESULTS.md
    script/bench pdf --ronde 3

Both engines print the same HTML files. Every round runs each engine once on each document, in an order shuffled anew,
so that whatever else the machine does falls on both alike; the ratio is the median of the rounds' own ratios. Warm:
the worker and the browser live on between rounds. Cold: a new process each time. Our engine runs in each of the ways in
which it is asked: nothing kept, all kept, one text changed (each of them once, the browser after each), and, as its own
peer, the document in one piece. What offices use instead (LibreOffice from our Word document, dompdf) prints beside it
where it is installed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from bench._library import library_worker
from bench._memory import PeakMemory, peak_rss
from bench._offices import office_commands
from bench._report import EDIT, LIBRARY, PIECE, PLAIN, SAME, SIGNED, WEASY, Measurement, write_report

ROOT = Path(__file__).resolve().parent.parent
HASIL = ROOT / "bench" / "RESULTS.md"
CHROMIUM = "/usr/bin/chromium-headless-shell"
#: Root may not use the sandbox, and nothing but our own file is opened.
FLAGS = ["--no-sandbox"] if os.geteuid() == 0 else []
OURS = (WEASY, PIECE, SAME)
#: How often each text is changed.
_TIMES = 3
LKIP = (("jombang", 2023), ("umbulsari", 2021), ("balung", 2020))
#: Seconds, seconds of processors, pages.
Mesin = Callable[[Path], tuple[float, float, int]]


def main() -> None:
    args = _argument()
    with tempfile.TemporaryDirectory(prefix="sakip-bench-") as temporary:
        place = Path(temporary)
        # Before Django reads it: a data folder of its own, filled with the real cases.
        os.environ |= {"SAKIP_DATA_DIR": str(place / "data"), "DJANGO_SETTINGS_MODULE": "sakip.settings"}
        _prepare_data()
        files = _write_html(place)
        results = {nama: {m: Measurement() for m in (*OURS, EDIT, LIBRARY, SIGNED, PLAIN)} for nama in files}
        with _weasyprint() as (weasy, _), _library() as library, _chromium() as (signed, plain):
            engine: dict[str, Mesin] = {
                **{way: partial(weasy, way) for way in OURS},
                LIBRARY: library,
                SIGNED: signed,
                PLAIN: plain,
            }
            _measure_warm(engine, files, results, args.ronde)
            _measure_edits(partial(weasy, EDIT), signed, files, results)
        # Another worker: what the document in one piece has taken, a process does not give back.
        with _weasyprint() as (weasy, pid), _chromium() as (signed, _):
            for nama, html in files.items():
                for m, command in ((WEASY, "spawn_main"), (SIGNED, "chrom")):
                    with PeakMemory(os.getpid(), command) as peak:
                        weasy(WEASY, html) if m == WEASY else signed(html)
                    results[nama][m].memory = peak.most if m == WEASY else peak.mib
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
    from reports.publish.files import publish, publish_html

    results = {}
    for slug, tahun in LKIP:
        naskah = build_draft(kecamatan=Kecamatan.objects.get(slug=slug), tahun=tahun)
        html = place / f"{slug}-{tahun}.html"
        assembled = arrange(naskah, "lkip")
        html.write_text(publish_html(assembled), encoding="utf-8")
        html.with_suffix(".docx").write_bytes(publish(assembled, "docx").content)
        results[f"{slug.title()} {tahun}"] = html
    return results


# -- engines -----------------------------------------------------------------------------------------


@contextmanager
def _weasyprint() -> Iterator[tuple[Callable[..., tuple[float, float, int]], int]]:
    """A worker process as the application has them, and its process id."""
    here, there = get_context("spawn").Pipe()
    running = get_context("spawn").Process(target=_worker, args=(there,))
    running.start()

    def cetak(way: str, html: Path, place: int = 0) -> tuple[float, float, int]:
        here.send((way, html, place))
        elapsed, processor, page = here.recv()
        return elapsed, processor, page

    try:
        yield cetak, running.pid or 0
    finally:
        here.send(None)
        running.join()


@contextmanager
def _library() -> Iterator[Mesin]:
    """WeasyPrint as it comes, in a process of its own."""
    here, there = get_context("spawn").Pipe()
    running = get_context("spawn").Process(target=library_worker, args=(there,))
    running.start()

    def cetak(html: Path) -> tuple[float, float, int]:
        here.send(html)
        elapsed, processor, page = here.recv()
        return elapsed, processor, page

    try:
        yield cetak
    finally:
        here.send(None)
        running.join()


def _worker(connection: Connection) -> None:
    import django

    django.setup()
    while (asked := connection.recv()) is not None:
        connection.send(_cetak(*asked))


def _cetak(way: str, html: Path, place: int = 0) -> tuple[float, float, int]:
    """Print a file in one of :data:`OURS`, or with the text at a place changed; what has to be kept for it is made
    before, untimed."""
    from unittest.mock import patch

    from django.test import override_settings

    from reports.pdf import render
    from reports.pdf.cut import Cut, Piece, cut
    from reports.pdf.side import allowed

    text = html.read_text(encoding="utf-8")

    def in_one_piece(text: str) -> Cut:
        return Cut((Piece(text),), cut(text).head)

    before = html.with_suffix(".bagian")
    with tempfile.TemporaryDirectory() as folder, allowed():
        if way in (EDIT, SAME):
            if not before.exists():
                with override_settings(PDF_PARTS=before):
                    render.render_pdf(text, title=html.stem)
            shutil.copytree(before, folder, dirs_exist_ok=True)
            text = _edited(text, place) if way == EDIT else text
        with (
            override_settings(PDF_PARTS=Path(folder)),
            patch.object(render, "cut", in_one_piece if way == PIECE else cut),
        ):
            start, processor = time.perf_counter(), _processor_seconds()
            result = render.render_pdf(text, title=html.stem)
            return time.perf_counter() - start, _processor_seconds() - processor, result.page


def _processor_seconds() -> float:
    """Of this process and of those that it has started and outlived."""
    own, begun = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + begun.ru_utime + begun.ru_stime


def _edited(text: str, place: int) -> str:
    """One of the texts that people wrote is a sentence longer."""
    at = _narratives(text)[place]
    return f"{text[:at]}{_SENTENCE}{text[at:]}"


def _narratives(text: str) -> list[int]:
    """Where each begins."""
    return [one.end() for one in re.finditer(r'<div class="narasi"><p>', text)]


_SENTENCE = (
    "Pada rapat itu para kepala desa menyepakati tindak lanjut atas hasil evaluasi triwulan sebelumnya. "
)


@contextmanager
def _chromium() -> Iterator[tuple[Mesin, Mesin]]:
    """One browser with one page: printing tagged with bookmarks, as our PDF is, and printing plain."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()

        def engine(*, signed: bool) -> Mesin:
            def cetak(html: Path) -> tuple[float, float, int]:
                start = time.perf_counter()
                page.goto(html.as_uri())
                pdf = page.pdf(
                    prefer_css_page_size=True, print_background=True, tagged=signed, outline=signed
                )
                return time.perf_counter() - start, 0.0, _count_pages(pdf)

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
            elapsed, processor, results[nama][m].page = engine[m](files[nama])
            if to:  # the first round only warms up
                results[nama][m].warm.append(elapsed)
                results[nama][m].processor.append(processor)
        print(f"  hangat {to}/{lap}", file=sys.stderr)


def _measure_edits(
    edit: Callable[[Path, int], tuple[float, float, int]],
    signed: Mesin,
    files: dict[str, Path],
    results: dict[str, dict[str, Measurement]],
) -> None:
    """Each text of each document changed, and the browser after each: the median of three times, or the longest of them
    all would be that in which the machine did something else."""
    for nama, html in files.items():
        own = results[nama][EDIT]
        for place in range(len(_narratives(html.read_text(encoding="utf-8")))):
            times = [(*edit(html, place), signed(html)[0]) for _ in range(_TIMES)]
            elapsed, processor, pages, beside = zip(*times, strict=True)
            own.page = pages[-1]
            own.warm.append(median(elapsed))
            own.processor.append(median(processor))
            own.beside.append(median(beside))
        print(f"  suntingan {nama}", file=sys.stderr)


def _measure_cold(
    files: dict[str, Path], results: dict[str, dict[str, Measurement]], lap: int, place: Path
) -> None:
    made = place / "dingin"
    made.mkdir()
    pdf = {nama: made / f"{html.stem}.pdf" for nama, html in files.items()}
    commands = {
        (m, nama): command
        for nama, html in files.items()
        for m, command in {
            WEASY: [sys.executable, "-c", _COLD_PROGRAM, str(html)],
            SIGNED: [
                *(CHROMIUM, "--headless", *FLAGS, "--no-pdf-header-footer"),
                *(f"--print-to-pdf={pdf[nama]}", html.as_uri()),
            ],
            **office_commands(html, made),
        }.items()
    }
    tasks = list(commands)
    rng = random.Random(2)  # noqa: S311 an order, not a secret
    for to in range(lap):
        rng.shuffle(tasks)
        for m, nama in tasks:
            own = results[nama].setdefault(m, Measurement())
            start, processor = time.perf_counter(), _processor_seconds()
            subprocess.run(commands[m, nama], cwd=ROOT, check=True, capture_output=True)
            own.cold.append(time.perf_counter() - start)
            own.cold_processor.append(_processor_seconds() - processor)
            if m != WEASY:
                own.cold_page = _count_pages(pdf[nama].read_bytes())
        print(f"  dingin {to + 1}/{lap}", file=sys.stderr)


_COLD_PROGRAM = (
    "import sys, django; from pathlib import Path; django.setup(); from bench.pdf import _cetak; "
    f"_cetak({WEASY!r}, Path(sys.argv[1]))"
)


if __name__ == "__main__":
    main()
