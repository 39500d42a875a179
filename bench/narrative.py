"""What the worst narrative costs: to judge and store it, and to print it when it is stored already.

    script/bench narrative            prints the figures of bench/HASIL.md

Each text in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from typing import Any

from bench._site import ROOT, own_environment
from tests.reports.writing.worst_texts import WORST_HTML, WORST_TEXT

#: What is to be reached: seconds to judge one text, bytes that it stores.
JUDGE_LIMIT = 2.0
STORED_LIMIT = 100_000
#: No printing of one text is waited for any longer.
PATIENCE = 600

_MEASURED = """
import json, resource, sys, time
from tests.reports.writing.worst_texts import WORST_HTML, WORST_TEXT
from reports.writing.accept import WritingRefused, accept_html, accept_text
kind, name = sys.argv[1:]
source = (WORST_HTML if kind == "html" else WORST_TEXT)[name]
start = time.process_time()
try:
    stored = len((accept_html if kind == "html" else accept_text)(source).encode())
except WritingRefused:
    stored = 0
judged = time.process_time() - start
print(json.dumps({"dinilai": judged, "disimpan": stored}), flush=True)
import django
django.setup()
from reports.document.tree import Dokumen, Part
from reports.html import render_html
from reports.pdf.render import render_pdf
from reports.publish.naskah import PageSettings
from reports.writing.html import read_html
from reports.writing.text import read_text
from reports.writing.to_document import narrative_of
start = time.process_time()
block = narrative_of((read_html if kind == "html" else read_text)(source))
part = Part(key="bab1", title="Uji", level=1, content=(block,))
html = render_html(Dokumen(key="uji", title="Uji", konsep=True, body=(part,)), PageSettings())
pdf = render_pdf(html, title="Uji")
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"dicetak": time.process_time() - start, "halaman": pdf.page, "memori": peak // 1024}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench narrative", description="Ukur tulisan terburuk.")
    parser.add_argument("--nama", default="", help="hanya yang bernama ini")
    args = parser.parse_args()
    print("| tulisan | karakter | dinilai (detik) | disimpan (byte) | dicetak (detik) | halaman | MB |")
    print("|---|---|---|---|---|---|---|")
    with own_environment() as environment:
        for kind, texts in (("html", WORST_HTML), ("teks", WORST_TEXT)):
            for name, source in texts.items():
                if args.nama in ("", name):
                    print(_row(f"{kind}: {name}", len(source), _measure(environment, kind, name)), flush=True)


def _measure(environment: dict[str, str], kind: str, name: str) -> dict[str, Any]:
    start = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, kind, name],
            env=environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=PATIENCE,
            preexec_fn=_bounded,  # no thread is running
            check=False,
        )
        lines = done.stdout
    except subprocess.TimeoutExpired as stopped:
        lines = (stopped.stdout or b"").decode()
    measured: dict[str, Any] = {"lama": time.monotonic() - start}
    for line in lines.splitlines():
        measured |= json.loads(line)
    return measured


def _bounded() -> None:
    """Not more than the machine can spare."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))


def _row(name: str, size: int, measured: dict[str, Any]) -> str:
    judged, printed = (
        f"{measured[key]:.2f}" if key in measured else f"lebih dari {measured['lama']:.0f}"
        for key in ("dinilai", "dicetak")
    )
    stored, pages, memory = (measured.get(key, "?") for key in ("disimpan", "halaman", "memori"))
    return f"| {name} | {size} | {judged} | {stored or 'ditolak'} | {printed} | {pages} | {memory} |"


if __name__ == "__main__":
    main()
