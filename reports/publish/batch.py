"""Many documents in one run, on several processes; a failure in one does not stop the rest.

The parent reads the database and freezes each naskah; a worker process gets it as JSON and only renders. So workers
hold no connection, and what one of them prints cannot depend on what changed meanwhile. What was signed comes from its
archive, and a naskah that was printed before is not printed again: the files are those of
:mod:`reports.publish.requests`, whoever had them made.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from kecamatan.models import Kecamatan
from reports.publish import worker as worker
from reports.publish.assemble import LKIP, build_draft, content_fingerprint
from reports.publish.files import Published
from reports.publish.naskah import Naskah
from reports.publish.printing import BatchResult, print_draft
from reports.publish.requests import file_keep, file_made
from reports.signing.archive import archive_of, archived
from sakip.snapshot.codec import write

log = logging.getLogger(__name__)

#: A document that was begun: the call waits for it.
_Begun = Callable[[], BatchResult]


def publish_many(listing: Iterable[Kecamatan], *, tahun: int, running: int = 1) -> Iterator[BatchResult]:
    """The LKIP of every kecamatan given, in order; ``running`` worker processes print (1: this one).

    At most two documents per worker are in flight, so memory does not grow with their number. Processes are started
    for what has to be printed.
    """
    if running == 1:
        for kecamatan in listing:
            yield _begin(kecamatan, tahun, lambda naskah: partial(print_draft, naskah))()
        return
    # spawn, not fork: a forked child would share the parent's database connection and font state.
    context = multiprocessing.get_context("spawn")
    queue: deque[_Begun] = deque()
    with ProcessPoolExecutor(running, mp_context=context, initializer=worker.prepare) as pool:
        for kecamatan in listing:
            queue.append(
                _begin(kecamatan, tahun, lambda naskah: pool.submit(worker.cetak, write(naskah)).result)
            )
            if len(queue) >= 2 * running:
                yield queue.popleft()()
        while queue:
            yield queue.popleft()()


def _begin(kecamatan: Kecamatan, tahun: int, printing: Callable[[Naskah], _Begun]) -> _Begun:
    """Begin with a document; ``printing`` is asked only for what is not made yet."""

    def failed(error: Exception) -> BatchResult:
        message = " ".join(str(error).split()) or type(error).__name__
        if isinstance(error, BrokenProcessPool):
            message = "proses perender berhenti mendadak"
        return BatchResult(kode=kecamatan.kode, nama=kecamatan.nama, file="", error=message)

    def finish() -> BatchResult:
        try:
            return _kept(kecamatan, tahun, key, printed())
        except Exception as error:  # whatever it is, the other thirty go on; the summary names it
            return failed(error)

    try:
        if (ready := _signed(kecamatan, tahun)) is not None:
            return lambda: ready
        naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
        key = content_fingerprint(naskah, LKIP)
        if (before := _made_before(kecamatan, tahun, key)) is not None:
            return lambda: before
        printed = printing(naskah)
    except Exception as error:  # as in finish
        return partial(failed, error)
    return finish


def _kept(kecamatan: Kecamatan, tahun: int, key: str, result: BatchResult) -> BatchResult:
    """Keep it for the next run; where nothing can be kept the document is there all the same."""
    content = Published(result.pdf, result.page)
    try:
        file_keep(kecamatan=kecamatan, tahun=tahun, kind=LKIP, shape="pdf", key=key, result=content)
    except OSError as error:
        log.warning("LKIP %s tahun %s tidak dapat disimpan: %s", kecamatan, tahun, error)
    return result


def _signed(kecamatan: Kecamatan, tahun: int) -> BatchResult | None:
    """What was signed, as it was signed."""
    arsip = archive_of(kecamatan, tahun)
    if arsip is None:
        return None
    return _ready(kecamatan, tahun, archived(arsip, "pdf").content, arsip.halaman)


def _made_before(kecamatan: Kecamatan, tahun: int, key: str) -> BatchResult | None:
    """What was printed of the same content."""
    file = file_made(kecamatan=kecamatan, tahun=tahun, kind=LKIP, shape="pdf", key=key)
    if file is None:
        return None
    with file.berkas.open("rb") as source:
        return _ready(kecamatan, tahun, source.read(), file.halaman or 0)


def _ready(kecamatan: Kecamatan, tahun: int, pdf: bytes, page: int) -> BatchResult:
    return BatchResult(
        kode=kecamatan.kode,
        nama=kecamatan.nama,
        file=f"lkip-{kecamatan.slug}-{tahun}.pdf",
        pdf=pdf,
        page=page,
    )
