"""Files made by the worker: asked for in a request, made outside it, made once per content and shape."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from django.core.files.base import ContentFile
from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kecamatan.ground.errors import BrokenReference
from kecamatan.models import Kecamatan, Pengguna
from reports.models import BerkasLaporan
from reports.publish.assemble import (
    FileMissing,
    NoDokumen,
    arrange,
    build_dokumen,
    content_fingerprint,
)
from reports.publish.files import UNPRINTABLE, Published, publish
from reports.review.sheet import draft_of
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import WORK_LIMIT, Work, is_queued, when_stopped
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = BerkasLaporan.Status
Bentuk = BerkasLaporan.Bentuk

DISTURBANCE: Final = "Berkas tidak dapat dibuat karena gangguan pada sistem. Hubungi admin."

FILE_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")


def file_request(
    *, kecamatan: Kecamatan, tahun: int, kind: str, shape: str = Bentuk.PDF, by: Pengguna | None
) -> BerkasLaporan:
    """Ask for a file of the records as they are now; the same content is made once in a shape, whoever asks.

    Returns the row at once: finished when that content was made before, else waiting for the worker. A row whose
    worker died, that failed, or whose file is gone from storage is queued again. Raises :class:`NoDokumen`
    when there is nothing to print.
    """
    naskah = draft_of(kecamatan=kecamatan, tahun=tahun, kind=kind)
    build_dokumen(naskah, kind)  # refuse here, in words, rather than in the worker
    with transaction.atomic():
        file, new = BerkasLaporan.objects.get_or_create(
            kecamatan=kecamatan,
            tahun=tahun,
            jenis=kind,
            bentuk=shape,
            kunci_isi=content_fingerprint(naskah, kind),
            defaults={"diminta_oleh": by},
        )
        if new or _queue_again(file.pk, timezone.now(), lost=_lost_file(file)):
            _schedule(file.pk)
    file.refresh_from_db()
    return file


def file_create(*, berkas_pk: int) -> None:
    """Make one file (called in the worker). Safe to run twice: only who turns "antre" into "diproses" works on it.

    What goes wrong is written on the row in words; nothing half made is ever offered for download. Who was taken
    for dead meanwhile, and whose work another worker has taken up, leaves no trace.
    """
    start = timezone.now()
    queued = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.ANTRE)
    if not queued.update(status=Status.DIPROSES, mulai=start):
        return
    # The row as long as it is ours: nobody has swept it and begun anew.
    own = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.DIPROSES, mulai=start)
    file = BerkasLaporan.objects.select_related("kecamatan").get(pk=berkas_pk)
    try:
        naskah = draft_of(kecamatan=file.kecamatan, tahun=file.tahun, kind=file.jenis)
        if content_fingerprint(naskah, file.jenis) != file.kunci_isi:
            _failed(own, "Catatan berubah selagi berkas ini menunggu. Minta unduhan sekali lagi.")
            return
        _done(own, file, publish(arrange(naskah, file.jenis), file.bentuk))
    except (MemoryError, OperationalError):
        raise  # the worker says it: file_stopped
    except (*UNPRINTABLE, NoDokumen, FileMissing, BrokenReference) as error:
        _failed(own, str(error))
    except Exception as error:
        # The user must not wait for ever for a file that will not come; the log has the traceback.
        log.exception("berkas %s gagal dibuat", berkas_pk)
        _failed(own, storage_trouble(error) or DISTURBANCE)
        raise


def file_stopped(*, berkas_pk: int, reason: str) -> None:
    """The task that makes a file came to no end: let the file wait for the next attempt, or say why there is none."""
    rows = BerkasLaporan.objects.filter(pk=berkas_pk)
    if reason:
        _failed(
            rows.filter(status__in=(Status.ANTRE, Status.DIPROSES)),
            f"Pembuatan berkas {reason}. Minta sekali lagi; jika terulang, ringkas tulisan dan tabel yang panjang, "
            f"atau hubungi admin.",
        )
    else:
        rows.filter(status=Status.DIPROSES).update(status=Status.ANTRE, mulai=None)


def files_sweep(*, now: datetime | None = None, batas: timedelta = WORK_LIMIT) -> int:
    """Queue again what a dead worker left behind for longer than ``batas``; returns how many."""
    moment = now or timezone.now()
    jumlah = 0
    left = BerkasLaporan.objects.filter(FILE_WORK.left_behind(moment, batas))
    for pk, status in left.values_list("pk", "status"):
        lost = FILE_WORK.is_lost(status, queued=is_queued(buat_berkas, berkas_pk=pk))
        with transaction.atomic():
            if lost and _queue_again(pk, moment, batas):
                _schedule(pk)
                jumlah += 1
    return jumlah


def _lost_file(file: BerkasLaporan) -> bool:
    """A database restored without its media still says "selesai"."""
    return file.status == Status.SELESAI and not file.berkas.storage.exists(file.berkas.name or "")


def _queue_again(berkas_pk: int, now: datetime, batas: timedelta = WORK_LIMIT, *, lost: bool = False) -> bool:
    """Turn a failed, left-behind or lost row into a waiting one, in one statement: two askers queue it once."""
    allowed = Q(status=Status.GAGAL) | FILE_WORK.left_behind(now, batas)
    if lost:
        allowed |= Q(status=Status.SELESAI)
    return bool(
        BerkasLaporan.objects.filter(allowed, pk=berkas_pk).update(
            status=Status.ANTRE, pesan="", berkas="", halaman=None, ukuran=None, mulai=None, dibuat=now
        )
    )


@task()
def buat_berkas(berkas_pk: int) -> None:
    """Make the file of a BerkasLaporan."""
    file_create(berkas_pk=berkas_pk)


when_stopped(buat_berkas)(file_stopped)


def _schedule(berkas_pk: int) -> None:
    transaction.on_commit(lambda: buat_berkas.enqueue(berkas_pk=berkas_pk))


def _done(own: QuerySet[BerkasLaporan], file: BerkasLaporan, result: Published) -> None:
    file.berkas.save(f"{file.kunci_isi}.{file.bentuk}", ContentFile(result.content), save=False)
    if not own.update(
        status=Status.SELESAI, berkas=file.berkas.name, halaman=result.page, ukuran=len(result.content)
    ):
        file.berkas.delete(save=False)


def _failed(own: QuerySet[BerkasLaporan], message: str) -> None:
    own.update(status=Status.GAGAL, pesan=message)
