"""Uploaded workbooks: previewed and applied by the worker, each exactly once, whatever is killed in between.

Who turns a waiting row into a working one works on it; the records, their trail and the end of the upload are one
transaction. Killed before it, the upload is taken up again; after it, there is nothing left to do.
"""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime, timedelta
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan, Pengguna
from reports.models import ImporBuku
from reports.workbook.exchange import Preview, WorkbookChanged, WorkbookRefused, buku_impor
from sakip.entry.lock import ensure_open
from sakip.web.task_queue import BATAS_PENGERJAAN, Work
from sakip.web.tasks import task
from sakip.workbook.safety import WorkbookUnsafe, check_first

log = logging.getLogger(__name__)

Status = ImporBuku.Status

GANGGUAN: Final = (
    "Buku kerja tidak dapat diolah karena gangguan pada sistem. Coba lagi; jika terulang, hubungi admin."
)
_HILANG: Final = "Berkas tidak ada lagi di penyimpanan. Unggah lagi."

#: A working state, and the waiting state before it.
_SEBELUM: Final = {Status.DIPERIKSA: Status.ANTRE, Status.DITERAPKAN: Status.ANTRE_TERAP}

IMPORT_WORK: Final = Work(waiting=tuple(_SEBELUM.values()), working=tuple(_SEBELUM), since="menunggu_sejak")

#: How far the number must move before it is written.
_LANGKAH: Final = 10


class ImportExpired(InputError):
    """The upload is not in a state in which this can be done."""


@transaction.atomic
def import_receive(*, kecamatan: Kecamatan, tahun: int, nama: str, isi: bytes, oleh: Pengguna) -> ImporBuku:
    """Store an uploaded workbook, and let the worker preview it. The same file twice at once is one upload.

    Raises :class:`sakip.entry.lock.YearClosed`, and :class:`sakip.workbook.safety.WorkbookUnsafe` for what
    is plainly no workbook.
    """
    ensure_open(kecamatan=kecamatan, tahun=tahun)
    check_first(isi)
    sha256 = hashlib.sha256(isi).hexdigest()
    sama = ImporBuku.objects.filter(
        kecamatan=kecamatan, tahun=tahun, pengguna=oleh, sha256=sha256, status__in=ImporBuku.BERJALAN
    ).first()
    if sama is not None:
        return sama
    impor = ImporBuku(
        kecamatan=kecamatan,
        tahun=tahun,
        pengguna=oleh,
        nama_berkas=PurePosixPath(nama.replace("\\", "/")).name[:200] or "buku-kerja.xlsx",
        sha256=sha256,
    )
    # The uploader's name is kept for messages alone; on disk it could be anything.
    impor.berkas.save(f"{sha256}.xlsx", ContentFile(isi), save=False)
    impor.save()
    _schedule(impor.pk)
    return impor


def import_apply(*, impor: ImporBuku, sidik: str, oleh: Pengguna) -> None:
    """Ask the worker to apply, in the name of ``oleh``, what the preview with this ``sidik`` showed; twice is once.

    Raises :class:`ImportExpired` when there is no such preview (any more).
    """
    shown = Q(status=Status.PRATINJAU, hasil__sidik=sidik)
    if _queue(impor.pk, shown, status=Status.ANTRE_TERAP, pengguna=oleh, pesan="", kemajuan=0):
        return
    impor.refresh_from_db()
    if impor.status not in (Status.ANTRE_TERAP, Status.DITERAPKAN, Status.SELESAI):
        raise ImportExpired(
            "Pratinjau ini sudah tidak berlaku. Periksa pratinjau yang ada sekarang, lalu terapkan."
        )


def import_discard(*, impor: ImporBuku) -> bool:
    """Give up an upload that nobody is working on; returns whether it was still there to give up."""
    boleh = Q(status__in=(Status.PRATINJAU, Status.GAGAL, Status.DITOLAK)) | IMPORT_WORK.left_behind(
        timezone.now()
    )
    with transaction.atomic():
        change = ImporBuku.objects.filter(boleh, pk=impor.pk).update(
            status=Status.DIBUANG, selesai=timezone.now(), hasil=None, berkas=""
        )
        if change:
            _delete_file(impor)
    return bool(change)


def import_retry(*, impor: ImporBuku) -> bool:
    """Preview again what failed or was left behind; returns whether it was queued."""
    boleh = Q(status=Status.GAGAL) | IMPORT_WORK.left_behind(timezone.now())
    return _queue(impor.pk, boleh, status=Status.ANTRE, pesan="", kemajuan=0, selesai=None)


def import_process(*, impor_pk: int) -> None:
    """Do what the row waits for (called in the worker). Safe to run twice."""
    for kerja, tunggu in _SEBELUM.items():
        mulai = timezone.now()
        if ImporBuku.objects.filter(pk=impor_pk, status=tunggu).update(status=kerja, mulai=mulai):
            _Pekerjaan(impor_pk, kerja, mulai).execute()
            return


class _Pekerjaan:
    """One attempt at one row; ours as long as nobody has swept it and begun anew."""

    def __init__(self, impor_pk: int, kerja: Status, mulai: datetime) -> None:
        self.impor = ImporBuku.objects.select_related("kecamatan__kabupaten", "pengguna").get(pk=impor_pk)
        self.kerja = kerja
        self.milik: QuerySet[ImporBuku] = ImporBuku.objects.filter(pk=impor_pk, status=kerja, mulai=mulai)
        self.tercatat = 0

    def execute(self) -> None:
        """Read the file and preview or apply it; what goes wrong is written on the row in words."""
        impor = self.impor
        try:
            with impor.berkas.open("rb") as sumber:
                isi = sumber.read()
            bersama: dict[str, Any] = {
                "isi": isi,
                "nama": impor.nama_berkas,
                "oleh": impor.pengguna,
                "tempat": (impor.kecamatan, impor.tahun),
                "kemajuan": self.kemajuan,
            }
            if self.kerja == Status.DIPERIKSA:
                self._pratinjau(buku_impor(**bersama))
            else:
                sidik = (impor.hasil or {}).get("sidik", "")
                buku_impor(**bersama, apply_changes=True, sidik=sidik, sebelum_simpan=self._selesai)
        except _Disapu:
            return
        except WorkbookChanged as galat:
            self._pratinjau(galat.tinjauan, pesan=str(galat))
        except WorkbookRefused as galat:
            self._pratinjau(galat.tinjauan)
        except (WorkbookUnsafe, InputError) as galat:
            self._gagal(str(galat))
        except FileNotFoundError:
            self._gagal(_HILANG)
        except Exception:
            # The user must not wait for ever; the log has the traceback.
            log.exception("impor %s gagal", impor.pk)
            self._gagal(GANGGUAN)
            raise

    def kemajuan(self, persen: int) -> None:
        """Write how far it is; not within the transaction, where nobody would see it."""
        if persen <= 60 and persen - self.tercatat >= _LANGKAH:
            self.tercatat = persen
            self.milik.update(kemajuan=persen)

    def _pratinjau(self, tinjauan: Preview, *, pesan: str = "") -> None:
        status = Status.DITOLAK if tinjauan.galat else Status.PRATINJAU
        self.milik.update(status=status, hasil=tinjauan.polos(), pesan=pesan, kemajuan=100, mulai=None)

    def _selesai(self, tinjauan: Preview) -> None:
        """In the transaction of the records themselves."""
        if not self.milik.update(
            status=Status.SELESAI, hasil=tinjauan.polos(), kemajuan=100, selesai=timezone.now()
        ):
            raise _Disapu

    def _gagal(self, pesan: str) -> None:
        self.milik.update(status=Status.GAGAL, pesan=pesan, selesai=timezone.now())


class _Disapu(Exception):
    """Another worker has taken the row up meanwhile."""


def imports_sweep(*, sekarang: datetime | None = None, batas: timedelta = BATAS_PENGERJAAN) -> int:
    """Queue again what a dead worker left behind for longer than ``batas``; returns how many."""
    waktu = sekarang or timezone.now()
    left = IMPORT_WORK.left_behind(waktu, batas)
    return sum(
        _queue(pk, left & Q(status=status), waktu, status=_SEBELUM.get(Status(status), status))
        for pk, status in ImporBuku.objects.filter(left).values_list("pk", "status")
    )


@task()
def olah_impor_buku(impor_pk: int) -> None:
    """Preview or apply an ImporBuku."""
    import_process(impor_pk=impor_pk)


def _queue(pk: int, which: Q, since: datetime | None = None, **columns: Any) -> bool:
    """Let an upload wait for the worker anew, if it is still one of these; returns whether it was."""
    with transaction.atomic():
        queued = ImporBuku.objects.filter(which, pk=pk).update(
            menunggu_sejak=since or timezone.now(), mulai=None, **columns
        )
        if queued:
            _schedule(pk)
    return bool(queued)


def _schedule(impor_pk: int) -> None:
    transaction.on_commit(lambda: olah_impor_buku.enqueue(impor_pk=impor_pk))


def _delete_file(impor: ImporBuku) -> None:
    nama, penyimpanan = impor.berkas.name, impor.berkas.storage
    if nama:
        transaction.on_commit(partial(penyimpanan.delete, nama))
