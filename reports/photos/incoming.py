"""Photos: taken in by a request, made into pictures by the worker, exactly once each."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from kecamatan.ground.submission import claim
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import NoRight
from reports.models import Dokumentasi, FotoMasuk
from reports.models.content import foto_ke
from reports.photos.images import FotoRefused, PreparedPhoto, process_foto
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed, ensure_open
from sakip.entry.writer import MADE, last_place, writing
from sakip.models import Kegiatan, Program, SubKegiatan
from sakip.web.jobs import job
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work, ensure_room
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = FotoMasuk.Status

PHOTO_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")

#: Photos of one person that wait or are worked on, of which each takes a second or two.
MOST_AT_ONCE: Final = 60

ALREADY_THERE = "sudah ada dalam dokumentasi tahun ini. Pilih foto lain."
DISTURBANCE = "tidak dapat diolah karena gangguan pada sistem. Unggah lagi; jika terulang, hubungi admin."


@transaction.atomic
def foto_receive(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    files: Sequence[File],
    keterangan: str,
    location: tuple[Program | None, Kegiatan | None, SubKegiatan | None],
    by: Pengguna | None,
) -> list[FotoMasuk]:
    """Store what was uploaded, and let the worker have it. Several photos of one caption are numbered.

    Raises :class:`sakip.entry.lock.YearClosed` and :class:`sakip.web.task_queue.TooManyWaiting`.
    """
    ensure_open(kecamatan=kecamatan, tahun=tahun)
    own = FotoMasuk.objects.filter(pengunggah=by, status__in=(Status.ANTRE, Status.DIPROSES))
    ensure_room(own.count(), len(files), MOST_AT_ONCE, "foto")
    claim()  # the trail is told of a photo only when it is made
    program, kegiatan, sub_kegiatan = location
    results = []
    for nomor, one in enumerate(files, start=1):
        incoming = FotoMasuk(
            kecamatan=kecamatan,
            tahun=tahun,
            program=program,
            kegiatan=kegiatan,
            sub_kegiatan=sub_kegiatan,
            keterangan=f"{keterangan} (foto {nomor})" if len(files) > 1 else keterangan,
            nama=PurePosixPath(one.name or "foto").name[:200],
            pengunggah=by,
        )
        # The uploader's name is kept for messages alone; on disk it could be anything.
        incoming.berkas.save("foto", one, save=False)
        incoming.save()
        PHOTOS.schedule(incoming.pk)
        results.append(incoming)
    return results


def foto_process(*, masuk_pk: int) -> None:
    """Make one picture (called in the worker). Safe to run twice: only who turns "antre" into "diproses" works on it.

    The picture, its entry in the trail and the end of the upload are one transaction: killed before it, the upload
    is taken up again; after it, there is nothing left to do.
    """
    start = timezone.now()
    if not FotoMasuk.objects.filter(pk=masuk_pk, status=Status.ANTRE).update(
        status=Status.DIPROSES, mulai=start
    ):
        return
    # The row as long as it is ours: nobody has swept it and begun anew.
    own = FotoMasuk.objects.filter(pk=masuk_pk, status=Status.DIPROSES, mulai=start)
    incoming = FotoMasuk.objects.select_related("kecamatan").get(pk=masuk_pk)
    try:
        with incoming.berkas.open("rb") as source:
            foto = process_foto(source.read())
        _done(own, incoming, foto)
    except (MemoryError, OperationalError):
        raise  # the worker says it: foto_stopped
    except (FotoRefused, YearClosed, NoRight) as error:
        _failed(own, incoming, str(error))
    except FileNotFoundError:
        _failed(own, incoming, "tidak ada lagi di penyimpanan. Unggah lagi.")
    except Exception as error:
        # The user must not wait for ever for a photo that will not come; the log has the traceback.
        log.exception("foto %s gagal diolah", masuk_pk)
        trouble = storage_trouble(error)
        _failed(own, incoming, f"belum dapat disimpan. {trouble}" if trouble else DISTURBANCE)
        raise


def foto_stopped(*, masuk_pk: int, reason: str) -> None:
    """The task that makes a picture came to no end: let it wait for the next attempt, or say why there is none."""
    rows = FotoMasuk.objects.filter(pk=masuk_pk)
    if not reason:
        rows.filter(status=Status.DIPROSES).update(status=Status.ANTRE, mulai=None)
    elif incoming := rows.filter(status__in=(Status.ANTRE, Status.DIPROSES)).first():
        _failed(
            rows,
            incoming,
            f"{reason} saat diolah. Unggah lagi; jika terulang, perkecil fotonya, atau hubungi admin.",
        )


@transaction.atomic
def foto_discard(*, incoming: FotoMasuk) -> None:
    """Take a failed upload, or one that nobody works on, off the list."""
    nama = incoming.berkas.name or ""
    with transaction.atomic():
        claim()
        FotoMasuk.objects.filter(pk=incoming.pk).delete()
        if nama:
            transaction.on_commit(lambda: default_storage.delete(nama))


def small_name(foto: str) -> str:
    """Storage name of the small picture that belongs to a photo."""
    return f"{foto.removesuffix('.jpg')}-kecil.jpg"


@task()
def olah_foto_masuk(masuk_pk: int) -> None:
    """Make a Dokumentasi of a FotoMasuk."""
    foto_process(masuk_pk=masuk_pk)


PHOTOS: Final = job(
    kode="foto",
    task=olah_foto_masuk,
    argument="masuk_pk",
    model=FotoMasuk,
    work=PHOTO_WORK,
    finished=(),  # the row goes when its picture is there
    name=lambda row: f"Foto {row.nama}",
    stopped=foto_stopped,
)


def _done(own: QuerySet[FotoMasuk], incoming: FotoMasuk, foto: PreparedPhoto) -> None:
    dokumentasi = Dokumentasi(
        kecamatan=incoming.kecamatan,
        tahun=incoming.tahun,
        program_id=incoming.program_id,
        kegiatan_id=incoming.kegiatan_id,
        sub_kegiatan_id=incoming.sub_kegiatan_id,
        sha256=foto.sha256,
        lebar=foto.width,
        tinggi=foto.height,
        keterangan=incoming.keterangan,
    )
    # Named by its content: what is there already is the same.
    dokumentasi.foto.name = foto_ke(dokumentasi, "foto.jpg")
    _save_file(dokumentasi.foto.name, foto.image)
    _save_file(small_name(dokumentasi.foto.name), foto.small)
    with transaction.atomic():
        # Lock it: a sweep that takes it for dead waits, and then finds it gone.
        if not own.update(status=Status.DIPROSES):
            return
        place = Scope(kecamatan=incoming.kecamatan, tahun=incoming.tahun, pengguna=incoming.pengunggah)
        with writing(place, by=incoming.pengunggah) as act:
            recorded = Dokumentasi.objects.for_kecamatan(incoming.kecamatan).for_tahun(incoming.tahun)
            if recorded.filter(sha256=foto.sha256).exists():
                raise FotoRefused(ALREADY_THERE)
            dokumentasi.urut = last_place(recorded) + 1
            act.put(dokumentasi)
            act.tell(MADE, dokumentasi, after={"Keterangan": incoming.keterangan, "Berkas": incoming.nama})
        foto_discard(incoming=incoming)


def _save_file(nama: str, content: bytes) -> None:
    if not default_storage.exists(nama):
        default_storage.save(nama, ContentFile(content))


def _failed(own: QuerySet[FotoMasuk], incoming: FotoMasuk, message: str) -> None:
    """The raw file goes: it may be of any size, and nobody will look at it again."""
    if own.update(status=Status.GAGAL, pesan=message, berkas=""):
        default_storage.delete(incoming.berkas.name or "")
