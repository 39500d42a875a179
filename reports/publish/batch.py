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
from reports.publish import worker as worker
from reports.publish.assemble import build_draft
from reports.publish.printing import BatchResult, print_draft
from reports.signing.archive import archive_of, archived
from sakip.snapshot.codec import write


def publish_many(listing: Iterable[Kecamatan], *, tahun: int, running: int = 1) -> Iterator[BatchResult]:
    """Render the LKIP of every kecamatan given, in order; ``running`` worker processes (1: in this one).

    At most two documents per worker are in flight, so memory does not grow with their number.
    """
    if running == 1:
        for kecamatan in listing:
            yield _one(kecamatan, tahun)
        return
    # spawn, not fork: a forked child would share the parent's database connection and font state.
    context = multiprocessing.get_context("spawn")
    queue: deque[tuple[Kecamatan, Future[BatchResult] | BatchResult]] = deque()
    with ProcessPoolExecutor(running, mp_context=context, initializer=worker.prepare) as pool:
        for kecamatan in listing:
            queue.append((kecamatan, _send(pool, kecamatan, tahun)))
            if len(queue) >= 2 * running:
                yield _take(*queue.popleft())
        while queue:
            yield _take(*queue.popleft())


def _one(kecamatan: Kecamatan, tahun: int) -> BatchResult:
    try:
        return _signed(kecamatan, tahun) or print_draft(build_draft(kecamatan=kecamatan, tahun=tahun))
    except Exception as error:  # whatever it is, the other thirty go on; the summary names it
        return _failed(kecamatan, error)


def _send(pool: ProcessPoolExecutor, kecamatan: Kecamatan, tahun: int) -> Future[BatchResult] | BatchResult:
    try:
        if (signed := _signed(kecamatan, tahun)) is not None:
            return signed
        naskah = write(build_draft(kecamatan=kecamatan, tahun=tahun))
        return pool.submit(worker.cetak, naskah)
    except Exception as error:  # as in _satu
        return _failed(kecamatan, error)


def _take(kecamatan: Kecamatan, result: Future[BatchResult] | BatchResult) -> BatchResult:
    if isinstance(result, BatchResult):
        return result
    try:
        return result.result()
    except BrokenProcessPool:
        return _failed(kecamatan, RuntimeError("proses perender berhenti mendadak"))
    except Exception as error:  # as in _satu
        return _failed(kecamatan, error)


def _signed(kecamatan: Kecamatan, tahun: int) -> BatchResult | None:
    """What was signed, as it was signed."""
    arsip = archive_of(kecamatan, tahun)
    if arsip is None:
        return None
    file = f"lkip-{kecamatan.slug}-{tahun}.pdf"
    pdf = archived(arsip, "pdf").content
    return BatchResult(kode=kecamatan.kode, nama=kecamatan.nama, file=file, pdf=pdf, page=arsip.halaman)


def _failed(kecamatan: Kecamatan, error: Exception) -> BatchResult:
    message = " ".join(str(error).split()) or type(error).__name__
    return BatchResult(kode=kecamatan.kode, nama=kecamatan.nama, file="", error=message)
