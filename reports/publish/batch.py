"""Many documents in one run, on several processes; a failure in one does not stop the rest.

The parent reads the database and freezes each naskah; a worker process gets it as JSON and only renders. So workers
hold no connection, and what one of them prints cannot depend on what changed meanwhile.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from kecamatan.models import Kecamatan
from reports.publish import worker as pekerja
from reports.publish.assemble import build_draft
from reports.publish.printing import HasilMassal, print_draft
from sakip.snapshot.codec import write


def publish_many(daftar: Iterable[Kecamatan], *, tahun: int, proses: int = 1) -> Iterator[HasilMassal]:
    """Render the LKIP of every kecamatan given, in order; ``proses`` worker processes (1: in this one).

    At most two documents per worker are in flight, so memory does not grow with their number.
    """
    if proses == 1:
        for kecamatan in daftar:
            yield _satu(kecamatan, tahun)
        return
    # spawn, not fork: a forked child would share the parent's database connection and font state.
    konteks = multiprocessing.get_context("spawn")
    antrean: deque[tuple[Kecamatan, Future[HasilMassal] | HasilMassal]] = deque()
    with ProcessPoolExecutor(proses, mp_context=konteks, initializer=pekerja.prepare) as kolam:
        for kecamatan in daftar:
            antrean.append((kecamatan, _send(kolam, kecamatan, tahun)))
            if len(antrean) >= 2 * proses:
                yield _take(*antrean.popleft())
        while antrean:
            yield _take(*antrean.popleft())


def _satu(kecamatan: Kecamatan, tahun: int) -> HasilMassal:
    try:
        return print_draft(build_draft(kecamatan=kecamatan, tahun=tahun))
    except Exception as galat:  # whatever it is, the other thirty go on; the summary names it
        return _gagal(kecamatan, galat)


def _send(kolam: ProcessPoolExecutor, kecamatan: Kecamatan, tahun: int) -> Future[HasilMassal] | HasilMassal:
    try:
        naskah = write(build_draft(kecamatan=kecamatan, tahun=tahun))
        return kolam.submit(pekerja.cetak, naskah)
    except Exception as galat:  # as in _satu
        return _gagal(kecamatan, galat)


def _take(kecamatan: Kecamatan, hasil: Future[HasilMassal] | HasilMassal) -> HasilMassal:
    if isinstance(hasil, HasilMassal):
        return hasil
    try:
        return hasil.result()
    except BrokenProcessPool:
        return _gagal(kecamatan, RuntimeError("proses perender berhenti mendadak"))
    except Exception as galat:  # as in _satu
        return _gagal(kecamatan, galat)


def _gagal(kecamatan: Kecamatan, galat: Exception) -> HasilMassal:
    pesan = " ".join(str(galat).split()) or type(galat).__name__
    return HasilMassal(kode=kecamatan.kode, nama=kecamatan.nama, berkas="", galat=pesan)
