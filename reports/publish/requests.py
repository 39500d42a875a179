"""Files made by the worker: asked for in a request, made outside it, made once per content and shape."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from django.core.files.base import ContentFile
from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kecamatan.ground.errors import BrokenReference
from kecamatan.models import Kecamatan, Pengguna
from reports.models import BerkasLaporan
from reports.pdf.engine import warm_up
from reports.publish.assemble import (
    FileMissing,
    NoDokumen,
    arrange,
    build_dokumen,
    content_fingerprint,
)
from reports.publish.files import UNPRINTABLE, Published, publish
from reports.publish.naskah import Naskah
from reports.review.sheet import draft_of
from sakip.web.jobs import job
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = BerkasLaporan.Status
Bentuk = BerkasLaporan.Bentuk

DISTURBANCE: Final = "Berkas tidak dapat dibuat karena gangguan pada sistem. Hubungi admin."

FILE_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")


def file_request(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    kind: str,
    shape: str = Bentuk.PDF,
    part: str = "",
    by: Pengguna | None,
) -> BerkasLaporan:
    """Ask for a file of the records as they are now, or of one ``part`` of the document; the same content is made once
    in a shape, whoever asks.

    Returns the row at once: finished when that content was made before, else waiting for the worker. A row whose
    worker died, that failed, or whose file is gone from storage is queued again. Raises :class:`NoDokumen`
    when there is nothing to print.
    """
    naskah = draft_of(kecamatan=kecamatan, tahun=tahun, kind=kind)
    build_dokumen(naskah, kind, part)  # refuse here, in words, rather than in the worker
    with transaction.atomic():
        file, new = BerkasLaporan.objects.get_or_create(
            kecamatan=kecamatan,
            tahun=tahun,
            jenis=kind,
            bentuk=shape,
            kunci_isi=content_fingerprint(naskah, kind, part),
            defaults={"diminta_oleh": by, "bagian": part},
        )
        if new or _queue_again(file.pk, timezone.now(), lost=_lost_file(file)):
            FILES.schedule(file.pk)
    file.refresh_from_db()
    return file


def file_made(*, kecamatan: Kecamatan, tahun: int, kind: str, shape: str, key: str) -> BerkasLaporan | None:
    """The finished file of that content (:func:`content_fingerprint`), if it is still in storage (1 query)."""
    file = BerkasLaporan.objects.filter(
        kecamatan=kecamatan, tahun=tahun, jenis=kind, bentuk=shape, kunci_isi=key, status=Status.SELESAI
    ).first()
    return None if file is None or _lost_file(file) else file


def file_keep(
    *, kecamatan: Kecamatan, tahun: int, kind: str, shape: str, key: str, result: Published
) -> None:
    """Keep what was made of that content outside the queue, so that nobody makes it again; whoever waits for the
    same has it."""
    file, _ = BerkasLaporan.objects.get_or_create(
        kecamatan=kecamatan, tahun=tahun, jenis=kind, bentuk=shape, kunci_isi=key
    )
    if file.status != Status.SELESAI or _lost_file(file):
        _done(BerkasLaporan.objects.filter(pk=file.pk, status=file.status, mulai=file.mulai), file, result)


def file_now(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    kind: str,
    shape: str,
    naskah: Naskah,
    begun: Callable[[BerkasLaporan], object],
) -> BerkasLaporan:
    """The file of this naskah (called in the worker): as it was made before, else made now, ``begun`` told first.

    Failed, with its reason, where it cannot be made, and still "diproses" where another worker is making it. Raises
    :class:`NoDokumen`, and what nobody foresaw.
    """
    key = content_fingerprint(naskah, kind)
    made = file_made(kecamatan=kecamatan, tahun=tahun, kind=kind, shape=shape, key=key)
    if made is not None:
        return made
    build_dokumen(naskah, kind)
    file, _ = BerkasLaporan.objects.get_or_create(
        kecamatan=kecamatan, tahun=tahun, jenis=kind, bentuk=shape, kunci_isi=key
    )
    _queue_again(file.pk, timezone.now(), lost=_lost_file(file))
    begun(file)
    _make(file.pk, naskah)
    file.refresh_from_db()
    return file


def file_create(*, berkas_pk: int) -> None:
    """Make one file (called in the worker). Safe to run twice: only who turns "antre" into "diproses" works on it.

    What goes wrong is written on the row in words; nothing half made is ever offered for download. Who was taken
    for dead meanwhile, and whose work another worker has taken up, leaves no trace.
    """
    _make(berkas_pk)


def _make(berkas_pk: int, naskah: Naskah | None = None) -> None:
    """Of the records as they are now, where there is no ``naskah`` yet."""
    start = timezone.now()
    queued = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.ANTRE)
    if not queued.update(status=Status.DIPROSES, mulai=start):
        return
    # The row as long as it is ours: nobody has swept it and begun anew.
    own = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.DIPROSES, mulai=start)
    file = BerkasLaporan.objects.select_related("kecamatan").get(pk=berkas_pk)
    try:
        naskah = naskah or draft_of(kecamatan=file.kecamatan, tahun=file.tahun, kind=file.jenis)
        if content_fingerprint(naskah, file.jenis, file.bagian) != file.kunci_isi:
            _failed(own, "Catatan berubah selagi berkas ini menunggu. Minta unduhan sekali lagi.")
            return
        _done(own, file, publish(arrange(naskah, file.jenis, file.bagian), file.bentuk))
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


def file_again(failed: BerkasLaporan) -> BerkasLaporan:
    """Ask anew for a file that failed, of the records as they are now; what a newer one stands for goes."""
    row = file_request(
        kecamatan=failed.kecamatan,
        tahun=failed.tahun,
        kind=failed.jenis,
        shape=failed.bentuk,
        part=failed.bagian,
        by=failed.diminta_oleh,
    )
    if row.pk != failed.pk:
        BerkasLaporan.objects.filter(pk=failed.pk, status=Status.GAGAL).delete()
    return row


def _lost_file(file: BerkasLaporan) -> bool:
    """A database restored without its media still says "selesai"."""
    return file.status == Status.SELESAI and not file.berkas.storage.exists(file.berkas.name or "")


def _queue_again(berkas_pk: int, now: datetime, *, lost: bool) -> bool:
    """Turn a failed, left-behind or lost row into a waiting one, in one statement: two askers queue it once."""
    allowed = Q(status=Status.GAGAL) | FILE_WORK.left_behind(now)
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


FILES: Final = job(
    kode="berkas",
    task=buat_berkas,
    argument="berkas_pk",
    model=BerkasLaporan,
    work=FILE_WORK,
    finished=(Status.SELESAI,),
    name=lambda row: f"{row.get_bentuk_display()} {row.get_jenis_display()}",
    stopped=file_stopped,
    again=file_again,
    ready=warm_up,
)


def _done(own: QuerySet[BerkasLaporan], file: BerkasLaporan, result: Published) -> None:
    file.berkas.save(f"{file.kunci_isi}.{file.bentuk}", ContentFile(result.content), save=False)
    if not own.update(
        status=Status.SELESAI,
        pesan="",
        berkas=file.berkas.name,
        halaman=result.page,
        ukuran=len(result.content),
    ):
        file.berkas.delete(save=False)


def _failed(own: QuerySet[BerkasLaporan], message: str) -> None:
    own.update(status=Status.GAGAL, pesan=message)
