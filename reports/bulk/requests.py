"""Packages of a kabupaten, and its ikhtisar: asked for on a page, prepared by kecamatan in the worker, put together.

Each kecamatan is a task of its own, so several workers share a package, a worker that is killed leaves one kecamatan to
be begun anew, and what a person waits for on a page goes before. The last kecamatan lets the zip wait for the worker.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.ground.submission import claim
from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from reports.bulk.overview import overview_make
from reports.bulk.pack import write_package
from reports.bulk.part import OPTIONS, MadeByAnother, NothingThere, part_of, tells_overview
from reports.models import IkhtisarKabupaten, IsiPaket, PaketLaporan
from reports.publish.assemble import FileMissing, NoDokumen
from reports.publish.files import UNPRINTABLE
from reports.publish.requests import file_stopped
from sakip.web.jobs import job
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work, ensure_room
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Jenis = PaketLaporan.Jenis
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
    "Tidak dapat dibuat karena gangguan pada sistem. Pilih Ulangi; jika terulang, hubungi admin."
)
_LOST: Final = "Salah satu berkasnya tidak ada lagi di penyimpanan. Pilih Ulangi."


class NotRepeatable(InputError):
    """A package, or a part of it, that cannot be done anew; ``str()`` says why, with the remedy."""


def bulk_request(
    *, kabupaten: Kabupaten, tahun: int, options: Collection[str], by: Pengguna, jenis: str = Jenis.LKIP
) -> PaketLaporan:
    """Ask for the package of a year; the same asked for again while it is on its way is the same package.

    Raises :class:`sakip.web.task_queue.TooManyWaiting`. Whether the person may is asked before.
    """
    chosen = [code for code in OPTIONS if code in options and jenis == Jenis.LKIP]
    every = list(Kecamatan.objects.filter(kabupaten=kabupaten).order_by("kode"))
    if not every:
        raise InputError(f"{kabupaten} belum mempunyai kecamatan. Tambahkan dahulu kecamatannya.")
    with transaction.atomic():
        claim()
        own = list(PaketLaporan.objects.filter(pengguna=by, status__in=RUNNING))
        for one in own:
            if (one.kabupaten_id, one.tahun, one.jenis, one.pilihan) == (kabupaten.pk, tahun, jenis, chosen):
                return one
        ensure_room(len(own), 1, MOST_AT_ONCE, "paket LKIP", act="minta")
        paket = PaketLaporan.objects.create(
            kabupaten=kabupaten, tahun=tahun, jenis=jenis, pilihan=chosen, pengguna=by
        )
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


def bulk_again(paket: PaketLaporan) -> None:
    """Do anew what failed of a package: its kecamatan that failed, and then the zip; asked for twice it is done once.

    Raises :class:`NotRepeatable` where nothing failed, or it is on its way already.
    """
    with transaction.atomic():
        claim()
        paket = PaketLaporan.objects.get(pk=paket.pk)
        failed = list(paket.isi.filter(status=Part.GAGAL).values_list("pk", flat=True))
        # Where the zip itself failed, one of the files that it wanted may be gone: they are looked for anew.
        anew = failed or list(paket.isi.exclude(status=Part.TIDAK_ADA).values_list("pk", flat=True))
        if paket.status in RUNNING:
            raise NotRepeatable(f"{paket} sedang disiapkan. Tunggu sampai selesai, lalu ulangi yang gagal.")
        if paket.status == Status.DIBATALKAN or (paket.status == Status.SELESAI and not failed):
            raise NotRepeatable(
                f"Tidak ada yang gagal pada {paket}. Bila catatannya berubah, minta paket baru."
            )
        mine = PaketLaporan.objects.filter(pk=paket.pk, status=paket.status, selesai=paket.selesai).update(
            status=Status.BERJALAN if anew else Status.ANTRE,
            pesan="",
            berkas="",
            ukuran=None,
            mulai=None,
            selesai=None,
            menunggu_sejak=timezone.now(),
        )
        if not mine:
            return  # somebody else was quicker
        _delete_file(paket.berkas.name)
        IsiPaket.objects.filter(pk__in=anew).update(
            status=Part.ANTRE, pesan="", mulai=None, menunggu_sejak=timezone.now()
        )
        for pk in anew:
            PARTS.schedule(pk)
        if not anew:
            PACKS.schedule(paket.pk)


def part_again(isi: IsiPaket) -> None:
    """Do anew a kecamatan that failed: while the others are made it joins them, afterwards the zip is made anew.

    Raises :class:`NotRepeatable`.
    """
    with transaction.atomic():
        claim()
        if PaketLaporan.objects.filter(pk=isi.paket_id, status=Status.BERJALAN).exists():
            again = IsiPaket.objects.filter(pk=isi.pk, status=Part.GAGAL).update(
                status=Part.ANTRE, pesan="", mulai=None, menunggu_sejak=timezone.now()
            )
            if again:
                PARTS.schedule(isi.pk)
            return
    bulk_again(isi.paket)


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
    for unused in IkhtisarKabupaten.objects.filter(paket=None):
        with transaction.atomic():
            _delete_file(unused.berkas.name)
            unused.delete()
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
    except InputError as error:
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
        status=Part.GAGAL, pesan=f"Penyiapannya {reason}. Pilih Ulangi; jika terulang, hubungi admin."
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
        if tells_overview(paket):
            paket.ikhtisar = overview_make(paket=paket, items=items)
        size = _write(paket, items) if paket.jenis == Jenis.LKIP else None
    except (MemoryError, OperationalError):
        raise  # the worker says it: pack_stopped
    except FileNotFoundError:
        _failed(own, _LOST)
        return
    except (*UNPRINTABLE, FileMissing) as error:
        _failed(own, f"Ikhtisar kabupaten tidak dapat dibuat: {error}")
        return
    except Exception as error:
        log.exception("paket %s gagal", paket_pk)
        _failed(own, storage_trouble(error) or _DISTURBANCE)
        raise
    finished = own.update(
        status=Status.SELESAI,
        berkas=paket.berkas.name,
        ikhtisar=paket.ikhtisar,
        ukuran=size,
        selesai=timezone.now(),
    )
    if not finished:
        _delete_file(paket.berkas.name)
        return
    if all(one.status != Part.GAGAL for one in items):  # else they are asked for again with what failed
        for one in items:
            _delete_file(one.buku.name)


def _write(paket: PaketLaporan, items: Sequence[IsiPaket]) -> int:
    """Store the zip; returns how large it is, in bytes."""
    with tempfile.TemporaryFile() as target:
        write_package(paket, items, target)
        size = target.tell()
        target.seek(0)
        paket.berkas.save(f"{paket.pk}.zip", File(target), save=False)
    return size


def pack_stopped(*, paket_pk: int, reason: str) -> None:
    """The task that puts a package together came to no end."""
    rows = PaketLaporan.objects.filter(pk=paket_pk)
    if reason:
        _failed(
            rows.filter(status__in=(Status.ANTRE, Status.DIPROSES)),
            f"Penyatuan paket {reason}. Pilih Ulangi; jika terulang, hubungi admin.",
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
    again=part_again,
)
PACKS: Final = job(
    kode="paket",
    task=satukan_paket,
    argument="paket_pk",
    model=PaketLaporan,
    work=PACK_WORK,
    finished=(Status.SELESAI, Status.DIBATALKAN),
    name=lambda row: "Ikhtisar kinerja kabupaten" if row.jenis == Jenis.IKHTISAR else "Paket LKIP",
    stopped=pack_stopped,
    again=bulk_again,
    place="kabupaten",
)
