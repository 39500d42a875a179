"""What the review of a whole report costs, and what it costs beside making the page of that report.

    script/bench review            prints the figures of bench/HASIL.md

Seconds of the processor, in one process with the records read: the review is pure. The peer is our own page of the same
LKIP (tree, numbering and HTML), which every reader waits for; both take turns, so that what else the machine does falls
on both. A report whose texts refer to tables ("Tabel 3.1") is numbered too.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys

from bench._site import ROOT, own_environment

#: What is to be reached: milliseconds of a review, that of Jombang 2023.
LIMIT = 200

_MEASURED = """
import json, sys, time
from dataclasses import replace
from statistics import median
import django
django.setup()
from kecamatan.models import Kecamatan
from reports.html import render_html
from reports.models import Narasi
from reports.publish.assemble import LKIP, build_dokumen, build_draft
from reports.review.around import surroundings
from reports.review.passages import passages_of
from reports.publish.assemble import numbered_of
from reports.review.found import review

def timed(act):
    start = time.process_time()
    made = act()
    return time.process_time() - start, made

for kecamatan, tahun in sorted(set(Narasi.objects.values_list("kecamatan", "tahun"))):
    place = Kecamatan.objects.select_related("kabupaten").get(pk=kecamatan)
    naskah = build_draft(kecamatan=place, tahun=tahun)
    around = surroundings(kecamatan=place, tahun=tahun, signed=naskah.tanggal)
    first, found = timed(lambda: review(naskah, passages_of(naskah), around))
    ours, referring, peer = [], [], []
    for _ in range(int(sys.argv[1])):
        ours.append(timed(lambda: review(naskah, passages_of(naskah), around))[0])
        referring.append(timed(
            lambda: review(naskah, passages_of(naskah), replace(around, numbered=numbered_of(naskah)))
        )[0])
        peer.append(timed(lambda: render_html(build_dokumen(naskah, LKIP), naskah.pengaturan))[0])
    print(json.dumps({
        "nama": f"{place} {tahun}", "bacaan": len(passages_of(naskah)), "temuan": len(found), "pertama": first,
        "reviu": median(ours), "acuan": median(referring), "rasio": median(o / p for o, p in zip(ours, peer)),
    }), flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser(prog="script/bench review", description="Ukur reviu laporan.")
    parser.add_argument("--ronde", type=int, default=15, help="ulangan setiap laporan")
    args = parser.parse_args()
    print(f"Batas: {LIMIT} md untuk Jombang 2023.\n")
    print(
        "| laporan | bacaan | temuan | pertama (md) | sesudahnya (md) | dengan acuan tabel (md) "
        "| rasio dengan halaman LKIP |"
    )
    print("|---|---|---|---|---|---|---|")
    with own_environment() as environment:
        for command in ("migrate", "siapkan", "muat_contoh"):
            subprocess.run(
                [sys.executable, "manage.py", command],
                env=environment,
                cwd=ROOT,
                check=True,
                capture_output=True,
            )
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(args.ronde)],
            env=environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
    for line in done.stdout.splitlines():
        one = json.loads(line)
        times = " | ".join(f"{1000 * one[key]:.0f}" for key in ("pertama", "reviu", "acuan"))
        ratio = f"{one['rasio']:.2f}".replace(".", ",")
        print(f"| {one['nama']} | {one['bacaan']} | {one['temuan']} | {times} | {ratio} |")


if __name__ == "__main__":
    main()
