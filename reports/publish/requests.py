"""PDFs made by the worker: asked for in a request, made outside it, made once per content."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kecamatan.ground.errors import BrokenReference
from kecamatan.models import Kecamatan, Pengguna
from reports.models import BerkasLaporan
from reports.pdf.render import HasilPDF, PdfError
from reports.publish.assemble import (
    FileMissing,
    NoDokumen,
    arrange,
    build_dokumen,
    build_draft,
    content_fingerprint,
)
from reports.publish.files import publish_pdf
from sakip.web.task_queue import BATAS_PENGERJAAN, Work
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = BerkasLaporan.Status

FILE_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")


def file_request(*, kecamatan: Kecamatan, tahun: int, jenis: str, oleh: Pengguna | None) -> BerkasLaporan:
    """Ask for the PDF of the records as they are now; the same content is made once, whoever asks.

    Returns the row at once: finished when that content was made before, else waiting for the worker. A row whose
    worker died, that failed, or whose file is gone from storage is queued again. Raises :class:`NoDokumen`
    when there is nothing to print.
    """
    naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
    build_dokumen(naskah, jenis)  # refuse here, in words, rather than in the worker
    with transaction.atomic():
        berkas, baru = BerkasLaporan.objects.get_or_create(
            kecamatan=kecamatan,
            tahun=tahun,
            jenis=jenis,
            kunci_isi=content_fingerprint(naskah, jenis),
            defaults={"diminta_oleh": oleh},
        )
        if baru or _queue_again(berkas.pk, timezone.now(), hilang=_berkas_hilang(berkas)):
            _schedule(berkas.pk)
    berkas.refresh_from_db()
    return berkas


def file_create(*, berkas_pk: int) -> None:
    """Make one PDF (called in the worker). Safe to run twice: only who turns "antre" into "diproses" works on it.

    What goes wrong is written on the row in words; nothing half made is ever offered for download. Who was taken
    for dead meanwhile, and whose work another worker has taken up, leaves no trace.
    """
    mulai = timezone.now()
    antre = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.ANTRE)
    if not antre.update(status=Status.DIPROSES, mulai=mulai):
        return
    # The row as long as it is ours: nobody has swept it and begun anew.
    milik = BerkasLaporan.objects.filter(pk=berkas_pk, status=Status.DIPROSES, mulai=mulai)
    berkas = BerkasLaporan.objects.select_related("kecamatan").get(pk=berkas_pk)
    try:
        naskah = build_draft(kecamatan=berkas.kecamatan, tahun=berkas.tahun)
        if content_fingerprint(naskah, berkas.jenis) != berkas.kunci_isi:
            _gagal(milik, "Catatan berubah selagi berkas ini menunggu. Minta unduhan sekali lagi.")
            return
        hasil = publish_pdf(arrange(naskah, berkas.jenis))
    except (PdfError, NoDokumen, FileMissing, BrokenReference) as galat:
        _gagal(milik, str(galat))
    except Exception:
        # The user must not wait for ever for a file that will not come; the log has the traceback.
        log.exception("berkas %s gagal dibuat", berkas_pk)
        _gagal(milik, "Berkas tidak dapat dibuat karena gangguan pada sistem. Hubungi admin.")
        raise
    else:
        _selesai(milik, berkas, hasil)


def files_sweep(*, sekarang: datetime | None = None, batas: timedelta = BATAS_PENGERJAAN) -> int:
    """Queue again what a dead worker left behind for longer than ``batas``; returns how many."""
    waktu = sekarang or timezone.now()
    jumlah = 0
    for pk in BerkasLaporan.objects.filter(FILE_WORK.left_behind(waktu, batas)).values_list("pk", flat=True):
        with transaction.atomic():
            if _queue_again(pk, waktu, batas):
                _schedule(pk)
                jumlah += 1
    return jumlah


def _berkas_hilang(berkas: BerkasLaporan) -> bool:
    """A database restored without its media still says "selesai"."""
    return berkas.status == Status.SELESAI and not berkas.berkas.storage.exists(berkas.berkas.name or "")


def _queue_again(
    berkas_pk: int, sekarang: datetime, batas: timedelta = BATAS_PENGERJAAN, *, hilang: bool = False
) -> bool:
    """Turn a failed, left-behind or lost row into a waiting one, in one statement: two askers queue it once."""
    boleh = Q(status=Status.GAGAL) | FILE_WORK.left_behind(sekarang, batas)
    if hilang:
        boleh |= Q(status=Status.SELESAI)
    return bool(
        BerkasLaporan.objects.filter(boleh, pk=berkas_pk).update(
            status=Status.ANTRE, pesan="", berkas="", halaman=None, ukuran=None, mulai=None, dibuat=sekarang
        )
    )


@task()
def buat_berkas(berkas_pk: int) -> None:
    """Make the PDF of a BerkasLaporan."""
    file_create(berkas_pk=berkas_pk)


def _schedule(berkas_pk: int) -> None:
    transaction.on_commit(lambda: buat_berkas.enqueue(berkas_pk=berkas_pk))


def _selesai(milik: QuerySet[BerkasLaporan], berkas: BerkasLaporan, hasil: HasilPDF) -> None:
    berkas.berkas.save(f"{berkas.kunci_isi}.pdf", ContentFile(hasil.isi), save=False)
    if not milik.update(
        status=Status.SELESAI, berkas=berkas.berkas.name, halaman=hasil.halaman, ukuran=len(hasil.isi)
    ):
        berkas.berkas.delete(save=False)


def _gagal(milik: QuerySet[BerkasLaporan], pesan: str) -> None:
    milik.update(status=Status.GAGAL, pesan=pesan)
