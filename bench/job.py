"""What a job costs the worker, and what the worst job costs the others.

    script/bench job       a small job here and in a child, an LKIP of worst texts, one that asks for all memory

On SQLite with the contoh of Jombang, in a data folder of its own.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from statistics import median

from bench._site import own_process

KODE, TAHUN, ROUNDS = "35.09.01", 2023, 5


def main() -> None:
    argparse.ArgumentParser(
        prog="script/bench job", description="Ukur pekerjaan kecil dan terburuk."
    ).parse_args()
    with own_process():
        _measure()


def _measure() -> None:
    from django.core.management import call_command

    from kecamatan.models import Kecamatan
    from reports.models import BerkasLaporan, Narasi
    from reports.publish.naskah import BAGIAN_NARASI
    from reports.publish.requests import file_create, file_request
    from sakip.web.bounded import bounded
    from sakip.web.worker import MEMORY, SECONDS
    from tests.reports.writing.worst_texts import WORST_HTML

    with open(os.devnull, "w", encoding="utf-8") as quiet:
        for command in ("siapkan", "muat_contoh"):
            call_command(command, stdout=quiet)
    kecamatan = Kecamatan.objects.get(kode=KODE)

    def job(kind: str) -> int:
        BerkasLaporan.objects.all().delete()
        return file_request(kecamatan=kecamatan, tahun=TAHUN, kind=kind, by=None).pk

    def timed(work: object) -> float:
        start = time.monotonic()
        work()  # type: ignore[operator]
        return time.monotonic() - start

    here, child, empty = [], [], []
    for _ in range(ROUNDS):
        pk = job("rkt")
        child.append(
            timed(lambda pk=pk: bounded(lambda: file_create(berkas_pk=pk), seconds=SECONDS, memory=MEMORY))
        )
        pk = job("rkt")
        here.append(timed(lambda pk=pk: file_create(berkas_pk=pk)))
        empty.append(timed(lambda: bounded(lambda: None, seconds=SECONDS, memory=MEMORY)))
    print(
        f"RKT: {median(here):.2f} detik di sini, {median(child):.2f} dalam proses anak; anak kosong {median(empty):.3f}"
    )

    worst = (WORST_HTML["many cells"], WORST_HTML["items"], WORST_HTML["tall"])
    written = list(Narasi.objects.filter(kecamatan=kecamatan, tahun=TAHUN))
    for number, one in enumerate(written):
        Narasi.objects.filter(pk=one.pk).update(isi=worst[number % len(worst)])
    print(f"{len(written)} tulisan terburuk dari {len(BAGIAN_NARASI)} bagian")
    pk = job("lkip")
    start = time.monotonic()
    ending = bounded(lambda: file_create(berkas_pk=pk), seconds=SECONDS, memory=MEMORY)
    row = BerkasLaporan.objects.get(pk=pk)
    took = f"{time.monotonic() - start:.0f} detik, {_peak()} MB"
    print(f"LKIP darinya: {took}, {ending.name}, {row.status}, {row.halaman} halaman")

    def hog() -> None:
        taken = []
        while True:
            taken.append(bytearray(1 << 24))

    seconds = timed(lambda: print(bounded(hog, seconds=SECONDS, memory=MEMORY).name))
    print(f"meminta seluruh memori: berhenti setelah {seconds:.1f} detik, paling banyak {_peak()} MB")


def _peak() -> int:
    """Most memory of any child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


if __name__ == "__main__":
    main()
