"""Photos: taken in by a request, made into pictures by the worker, exactly once each."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import PurePosixPath
from typing import Final

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from kecamatan.models import Kecamatan, Pengguna
from reports.models import Dokumentasi, FotoMasuk
from reports.models.content import foto_ke
from reports.photos.images import FotoRefused, PreparedPhoto, process_foto
from sakip.entry.form import Scope
from sakip.entry.lock import YearClosed, ensure_open
from sakip.entry.writer import DIBUAT, last_place, writing
from sakip.models import Kegiatan, Program, SubKegiatan
from sakip.web.task_queue import BATAS_PENGERJAAN, Work
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = FotoMasuk.Status

PHOTO_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")

SUDAH_ADA = "sudah ada dalam dokumentasi tahun ini. Pilih foto lain."
GANGGUAN = "tidak dapat diolah karena gangguan pada sistem. Unggah lagi; jika terulang, hubungi admin."


@transaction.atomic
def foto_receive(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    berkas: Sequence[File],
    keterangan: str,
    letak: tuple[Program | None, Kegiatan | None, SubKegiatan | None],
    oleh: Pengguna | None,
) -> list[FotoMasuk]:
    """Store what was uploaded, and let the worker have it. Several photos of one caption are numbered.

    Raises :class:`sakip.entry.lock.YearClosed`.
    """
    ensure_open(kecamatan=kecamatan, tahun=tahun)
    program, kegiatan, sub_kegiatan = letak
    hasil = []
    for nomor, satu in enumerate(berkas, start=1):
        masuk = FotoMasuk(
            kecamatan=kecamatan,
            tahun=tahun,
            program=program,
            kegiatan=kegiatan,
            sub_kegiatan=sub_kegiatan,
            keterangan=f"{keterangan} (foto {nomor})" if len(berkas) > 1 else keterangan,
            nama=PurePosixPath(satu.name or "foto").name[:200],
            pengunggah=oleh,
        )
        # The uploader's name is kept for messages alone; on disk it could be anything.
        masuk.berkas.save("foto", satu, save=False)
        masuk.save()
        _schedule(masuk.pk)
        hasil.append(masuk)
    return hasil


def foto_process(*, masuk_pk: int) -> None:
    """Make one picture (called in the worker). Safe to run twice: only who turns "antre" into "diproses" works on it.

    The picture, its entry in the trail and the end of the upload are one transaction: killed before it, the upload
    is taken up again; after it, there is nothing left to do.
    """
    mulai = timezone.now()
    if not FotoMasuk.objects.filter(pk=masuk_pk, status=Status.ANTRE).update(
        status=Status.DIPROSES, mulai=mulai
    ):
        return
    # The row as long as it is ours: nobody has swept it and begun anew.
    milik = FotoMasuk.objects.filter(pk=masuk_pk, status=Status.DIPROSES, mulai=mulai)
    masuk = FotoMasuk.objects.select_related("kecamatan").get(pk=masuk_pk)
    try:
        with masuk.berkas.open("rb") as sumber:
            foto = process_foto(sumber.read())
        _selesai(milik, masuk, foto)
    except (FotoRefused, YearClosed) as galat:
        _gagal(milik, masuk, str(galat))
    except FileNotFoundError:
        _gagal(milik, masuk, "tidak ada lagi di penyimpanan. Unggah lagi.")
    except Exception:
        # The user must not wait for ever for a photo that will not come; the log has the traceback.
        log.exception("foto %s gagal diolah", masuk_pk)
        _gagal(milik, masuk, GANGGUAN)
        raise


def fotos_sweep(*, sekarang: datetime | None = None, batas: timedelta = BATAS_PENGERJAAN) -> int:
    """Queue again what a dead worker left behind for longer than ``batas``; returns how many."""
    waktu = sekarang or timezone.now()
    jumlah = 0
    for pk in FotoMasuk.objects.filter(PHOTO_WORK.left_behind(waktu, batas)).values_list("pk", flat=True):
        with transaction.atomic():
            if FotoMasuk.objects.filter(PHOTO_WORK.left_behind(waktu, batas), pk=pk).update(
                status=Status.ANTRE, mulai=None, dibuat=waktu
            ):
                _schedule(pk)
                jumlah += 1
    return jumlah


@transaction.atomic
def foto_discard(*, masuk: FotoMasuk) -> None:
    """Take a failed upload, or one that nobody works on, off the list."""
    nama = masuk.berkas.name or ""
    FotoMasuk.objects.filter(pk=masuk.pk).delete()
    if nama:
        transaction.on_commit(lambda: default_storage.delete(nama))


def nama_kecil(foto: str) -> str:
    """Storage name of the small picture that belongs to a photo."""
    return f"{foto.removesuffix('.jpg')}-kecil.jpg"


@task()
def olah_foto_masuk(masuk_pk: int) -> None:
    """Make a Dokumentasi of a FotoMasuk."""
    foto_process(masuk_pk=masuk_pk)


def _schedule(masuk_pk: int) -> None:
    transaction.on_commit(lambda: olah_foto_masuk.enqueue(masuk_pk=masuk_pk))


def _selesai(milik: QuerySet[FotoMasuk], masuk: FotoMasuk, foto: PreparedPhoto) -> None:
    dokumentasi = Dokumentasi(
        kecamatan=masuk.kecamatan,
        tahun=masuk.tahun,
        program_id=masuk.program_id,
        kegiatan_id=masuk.kegiatan_id,
        sub_kegiatan_id=masuk.sub_kegiatan_id,
        sha256=foto.sha256,
        lebar=foto.lebar,
        tinggi=foto.tinggi,
        keterangan=masuk.keterangan,
    )
    # Named by its content: what is there already is the same.
    dokumentasi.foto.name = foto_ke(dokumentasi, "foto.jpg")
    _save_file(dokumentasi.foto.name, foto.isi)
    _save_file(nama_kecil(dokumentasi.foto.name), foto.kecil)
    with transaction.atomic():
        # Lock it: a sweep that takes it for dead waits, and then finds it gone.
        if not milik.update(status=Status.DIPROSES):
            return
        place = Scope(kecamatan=masuk.kecamatan, tahun=masuk.tahun, pengguna=masuk.pengunggah)
        with writing(place, by=masuk.pengunggah) as act:
            semua = Dokumentasi.objects.for_kecamatan(masuk.kecamatan).for_tahun(masuk.tahun)
            if semua.filter(sha256=foto.sha256).exists():
                raise FotoRefused(SUDAH_ADA)
            dokumentasi.urut = last_place(semua) + 1
            act.put(dokumentasi)
            act.tell(DIBUAT, dokumentasi, after={"Keterangan": masuk.keterangan, "Berkas": masuk.nama})
        foto_discard(masuk=masuk)


def _save_file(nama: str, isi: bytes) -> None:
    if not default_storage.exists(nama):
        default_storage.save(nama, ContentFile(isi))


def _gagal(milik: QuerySet[FotoMasuk], masuk: FotoMasuk, pesan: str) -> None:
    """The raw file goes: it may be of any size, and nobody will look at it again."""
    if milik.update(status=Status.GAGAL, pesan=pesan, berkas=""):
        default_storage.delete(masuk.berkas.name or "")
