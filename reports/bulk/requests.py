"""Packages of a kabupaten: asked for on a page, prepared kecamatan by kecamatan in the worker, put together by it.

Each kecamatan is a task of its own, so several workers share a package, a worker that is killed leaves one kecamatan to
be begun anew, and what a person waits for on a page goes before. The last kecamatan lets the zip wait for the worker.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from kecamatan.ground.errors import BrokenReference, InputError
from kecamatan.ground.submission import claim
from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from reports.bulk.pack import write_package
from reports.bulk.part import OPTIONS, MadeByAnother, NothingThere, part_of
from reports.models import IsiPaket, PaketLaporan
from reports.publish.assemble import NoDokumen
from reports.publish.requests import file_stopped
from sakip.web.jobs import job
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work, ensure_room
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = PaketLaporan.Status
Part = IsiPaket.Status

#: Packages of one person that are being made: each keeps the worker busy for minutes.
MOST_AT_ONCE: Final = 2
#: How long a package can be fetched. Asked for again it is quickly there: its files are kept.
KEPT: Final = timedelta(days=7)
#: Tasks of a package go behind those that somebody waits for.
PRIORITY: Final = -10
#: How long until a file is looked for again that another worker is making.
_PAUSE: Final = timedelta(seconds=5)

#: States in which a package is on its way.
RUNNING: Final = (Status.BERJALAN, Status.ANTRE, Status.DIPROSES)

PART_WORK: Final = Work(waiting=(Part.ANTRE,), working=(Part.DIPROSES,), since="menunggu_sejak")
PACK_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="menunggu_sejak")

_DISTURBANCE: Final = (
    "Tidak dapat dibuat karena gangguan pada sistem. Minta lagi; jika terulang, hubungi admin."
)
_LOST: Final = "Salah satu berkasnya tidak ada lagi di penyimpanan. Minta lagi."


def bulk_request(*, kabupaten: Kabupaten, tahun: int, options: Collection[str], by: Pengguna) -> PaketLaporan:
    """Ask for the package of a year; the same asked for again while it is on its way is the same package.

    Raises :class:`sakip.web.task_queue.TooManyWaiting`. Whether the person may is asked before.
    """
    chosen = [code for code in OPTIONS if code in options]
    with transaction.atomic():
        claim()
        own = list(PaketLaporan.objects.filter(pengguna=by, status__in=RUNNING))
        for one in own:
            if (one.kabupaten_id, one.tahun, one.pilihan) == (kabupaten.pk, tahun, chosen):
                return one
        ensure_room(len(own), 1, MOST_AT_ONCE, "paket LKIP", act="minta")
        paket = PaketLaporan.objects.create(kabupaten=kabupaten, tahun=tahun, pilihan=chosen, pengguna=by)
        every = Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode")
        for isi in IsiPaket.objects.bulk_create(
            IsiPaket(paket=paket, kecamatan=one, tahun=tahun) for one in every
        ):
            PARTS.schedule(isi.pk)
    return paket


def bulk_cancel(*, paket: PaketLaporan) -> bool:
    """Give a package up; returns whether it was on its way. What was made of it is kept for the next one."""
    with transaction.atomic():
        claim()
        stopped = PaketLaporan.objects.filter(pk=paket.pk, status__in=RUNNING).update(
            status=Status.DIBATALKAN, selesai=timezone.now()
        )
        if stopped:
            _forget_parts(paket.pk)
    return bool(stopped)


def bulk_forget(*, now: datetime | None = None) -> int:
    """Delete the packages that can be fetched no longer; returns how many."""
    old = PaketLaporan.objects.exclude(status__in=RUNNING).filter(selesai__lte=(now or timezone.now()) - KEPT)
    count = 0
    for paket in old.order_by("pk"):
        with transaction.atomic():
            _forget_parts(paket.pk)
            _delete_file(paket.berkas.name)
            paket.delete()
        count += 1
    return count


# -- of one kecamatan ---------------------------------------------------------------------------------


def part_make(*, isi_pk: int) -> None:
    """Prepare one kecamatan of a package (called in the worker). Safe to run twice."""
    start = timezone.now()
    waiting = IsiPaket.objects.filter(pk=isi_pk, status=Part.ANTRE)
    if waiting.update(status=Part.DIPROSES, mulai=start):
        _part_make(isi_pk, IsiPaket.objects.filter(pk=isi_pk, status=Part.DIPROSES, mulai=start))
    _pack_if_ready(isi_pk)


def _part_make(isi_pk: int, own: QuerySet[IsiPaket]) -> None:
    isi = IsiPaket.objects.select_related("paket", "kecamatan__kabupaten").get(pk=isi_pk)
    try:
        part = part_of(isi)
    except (MemoryError, OperationalError):
        raise  # the worker says it: part_stopped
    except MadeByAnother:
        own.update(status=Part.ANTRE, mulai=None, menunggu_sejak=timezone.now())
        _look_again(isi_pk)
    except (NothingThere, NoDokumen) as error:
        own.update(status=Part.TIDAK_ADA, pesan=str(error))
    except (InputError, BrokenReference) as error:
        own.update(status=Part.GAGAL, pesan=str(error))
    except Exception as error:  # whatever it is, the other thirty go on; the package names it
        log.exception("isi paket %s gagal", isi_pk)
        own.update(status=Part.GAGAL, pesan=storage_trouble(error) or _DISTURBANCE)
    else:
        done = own.update(status=Part.ADA, hasil=part.plain(), buku=isi.buku.name, dibuatkan=None)
        if not done:
            _delete_file(isi.buku.name)


def _look_again(isi_pk: int) -> None:
    siapkan_isi_paket.using(run_after=timezone.now() + _PAUSE).enqueue(isi_pk=isi_pk)


def part_stopped(*, isi_pk: int, reason: str) -> None:
    """The task of a kecamatan came to no end: let it wait for the next attempt, or say why there is none."""
    isi = IsiPaket.objects.filter(pk=isi_pk).first()
    if isi is None:
        return
    if isi.dibuatkan_id:
        file_stopped(berkas_pk=isi.dibuatkan_id, reason=reason)
    if not reason:
        IsiPaket.objects.filter(pk=isi_pk, status=Part.DIPROSES).update(status=Part.ANTRE, mulai=None)
        return
    IsiPaket.objects.filter(pk=isi_pk, status__in=(Part.ANTRE, Part.DIPROSES)).update(
        status=Part.GAGAL, pesan=f"Penyiapannya {reason}. Minta lagi; jika terulang, hubungi admin."
    )
    _pack_if_ready(isi_pk)


def _pack_if_ready(isi_pk: int) -> None:
    """Let the zip wait for the worker where this was the last kecamatan; of two that think so, one does."""
    paket = IsiPaket.objects.filter(pk=isi_pk).values_list("paket_id", flat=True).first()
    if paket is None or IsiPaket.objects.filter(paket=paket, status__in=(Part.ANTRE, Part.DIPROSES)).exists():
        return
    with transaction.atomic():
        ready = PaketLaporan.objects.filter(pk=paket, status=Status.BERJALAN)
        if ready.update(status=Status.ANTRE, menunggu_sejak=timezone.now()):
            PACKS.schedule(paket)


# -- the zip ------------------------------------------------------------------------------------------


def pack_make(*, paket_pk: int) -> None:
    """Put a package together (called in the worker). Safe to run twice."""
    start = timezone.now()
    waiting = PaketLaporan.objects.filter(pk=paket_pk, status=Status.ANTRE)
    if not waiting.update(status=Status.DIPROSES, mulai=start):
        return
    own = PaketLaporan.objects.filter(pk=paket_pk, status=Status.DIPROSES, mulai=start)
    paket = PaketLaporan.objects.select_related("kabupaten").get(pk=paket_pk)
    items = list(paket.isi.select_related("kecamatan"))
    try:
        with tempfile.TemporaryFile() as target:
            write_package(paket, items, target)
            size = target.tell()
            target.seek(0)
            paket.berkas.save(f"{paket_pk}.zip", File(target), save=False)
    except (MemoryError, OperationalError):
        raise  # the worker says it: pack_stopped
    except FileNotFoundError:
        _failed(own, _LOST)
        return
    except Exception as error:
        log.exception("paket %s gagal", paket_pk)
        _failed(own, storage_trouble(error) or _DISTURBANCE)
        raise
    finished = own.update(
        status=Status.SELESAI, berkas=paket.berkas.name, ukuran=size, selesai=timezone.now()
    )
    if not finished:
        _delete_file(paket.berkas.name)
        return
    for one in items:
        _delete_file(one.buku.name)


def pack_stopped(*, paket_pk: int, reason: str) -> None:
    """The task that puts a package together came to no end."""
    rows = PaketLaporan.objects.filter(pk=paket_pk)
    if reason:
        _failed(
            rows.filter(status__in=(Status.ANTRE, Status.DIPROSES)),
            f"Penyatuan paket {reason}. Minta lagi; jika terulang, hubungi admin.",
        )
    else:
        rows.filter(status=Status.DIPROSES).update(status=Status.ANTRE, mulai=None)


def _failed(own: QuerySet[PaketLaporan], message: str) -> None:
    own.update(status=Status.GAGAL, pesan=message, selesai=timezone.now())


def _forget_parts(paket: int) -> None:
    parts = IsiPaket.objects.filter(paket=paket)
    for name in parts.exclude(buku="").values_list("buku", flat=True):
        _delete_file(name)
    parts.delete()


def _delete_file(name: str | None) -> None:
    if name:
        transaction.on_commit(partial(default_storage.delete, name))


@task(priority=PRIORITY)
def siapkan_isi_paket(isi_pk: int) -> None:
    """Prepare one kecamatan of a package."""
    part_make(isi_pk=isi_pk)


@task(priority=PRIORITY)
def satukan_paket(paket_pk: int) -> None:
    """Put a package together."""
    pack_make(paket_pk=paket_pk)


PARTS: Final = job(
    kode="isi-paket",
    task=siapkan_isi_paket,
    argument="isi_pk",
    model=IsiPaket,
    work=PART_WORK,
    finished=(),  # the package tells what became of its kecamatan
    name=lambda row: "LKIP untuk paket kabupaten",
    stopped=part_stopped,
)
PACKS: Final = job(
    kode="paket",
    task=satukan_paket,
    argument="paket_pk",
    model=PaketLaporan,
    work=PACK_WORK,
    finished=(Status.SELESAI, Status.DIBATALKAN),
    name=lambda row: "Paket LKIP",
    stopped=pack_stopped,
    place="kabupaten",
)
