"""Uploaded workbooks, and papers that are read as one: previewed and applied by the worker, each exactly once,
whatever is killed in between.

Who turns a waiting row into a working one works on it; the records, their trail and the end of the upload are one
transaction. Killed before it, the upload is taken up again; after it, there is nothing left to do.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.ground.submission import claim
from kecamatan.models import Kecamatan, Pengguna
from reports.models import ImporBuku
from reports.reading.book import LEAVE, TAKE, TUJUAN, PaperPreview, paper_apply, paper_preview
from reports.workbook.exchange import WorkbookChanged, WorkbookRefused, workbook_read
from reports.workbook.import_run import Preview
from sakip.entry.lock import ensure_open
from sakip.web.jobs import job
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work, ensure_room
from sakip.web.tasks import task
from sakip.workbook.merge import CHOICES
from sakip.workbook.safety import check_first

log = logging.getLogger(__name__)

Status = ImporBuku.Status
Jenis = ImporBuku.Jenis

DISTURBANCE: Final = (
    "Buku kerja tidak dapat diolah karena gangguan pada sistem. Coba lagi; jika terulang, hubungi admin."
)
#: Of files in the store.
_SUFFIX: Final[Mapping[str, str]] = {Jenis.BUKU: "xlsx", Jenis.DOKUMEN: "dokumen"}

_LOST: Final = "Berkas tidak ada lagi di penyimpanan. Unggah lagi."

#: A working state, and the waiting state before it.
_BEFORE: Final = {Status.DIPERIKSA: Status.ANTRE, Status.DITERAPKAN: Status.ANTRE_TERAP}

IMPORT_WORK: Final = Work(waiting=tuple(_BEFORE.values()), working=tuple(_BEFORE), since="menunggu_sejak")

#: Workbooks of one person that wait or are worked on: each may take minutes, and others wait behind them.
MOST_AT_ONCE: Final = 3

#: How far the number must move before it is written.
_STEP: Final = 10


class ImportExpired(InputError):
    """The upload is not in a state in which this can be done."""


def import_receive(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    nama: str,
    content: bytes,
    by: Pengguna,
    jenis: str = Jenis.BUKU,
) -> ImporBuku:
    """Store an uploaded workbook or paper, and let the worker preview it. The same file twice at once is one upload.

    Raises :class:`sakip.entry.lock.YearClosed`, :class:`sakip.web.task_queue.TooManyWaiting`, and
    :class:`sakip.workbook.safety.WorkbookUnsafe` for what is plainly no workbook.
    """
    if jenis == Jenis.BUKU:
        check_first(content)
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        ensure_open(kecamatan=kecamatan, tahun=tahun)
        own = ImporBuku.objects.filter(pengguna=by, status__in=ImporBuku.BERJALAN)
        same = own.filter(kecamatan=kecamatan, tahun=tahun, sha256=sha256, jenis=jenis).first()
        if same is not None:
            return same
        ensure_room(own.count(), 1, MOST_AT_ONCE, "buku kerja")
        upload = ImporBuku(
            kecamatan=kecamatan,
            tahun=tahun,
            pengguna=by,
            jenis=jenis,
            nama_berkas=PurePosixPath(nama.replace("\\", "/")).name[:200] or "berkas",
            sha256=sha256,
        )
        # The uploader's name is kept for messages alone; on disk it could be anything.
        upload.berkas.save(f"{sha256}.{_SUFFIX[jenis]}", ContentFile(content), save=False)
        upload.save()
        IMPORTS.schedule(upload.pk)
    return upload


def import_apply(*, upload: ImporBuku, fingerprint: str, by: Pengguna) -> None:
    """Ask the worker to apply, in the name of ``by``, what the preview with this ``fingerprint`` showed; twice is once.

    Raises :class:`ImportExpired` when there is no such preview (any more).
    """
    if (upload.hasil or {}).get("bentrok"):
        raise ImportExpired(
            "Pilih dahulu yang berlaku dari isian yang diubah dalam berkas dan di situs, lalu terapkan."
        )
    shown = Q(status=Status.PRATINJAU, hasil__sidik=fingerprint)
    if _queue(upload.pk, shown, status=Status.ANTRE_TERAP, pengguna=by, pesan="", kemajuan=0):
        return
    upload.refresh_from_db()
    if upload.status not in (Status.ANTRE_TERAP, Status.DITERAPKAN, Status.SELESAI):
        raise ImportExpired(
            "Pratinjau ini sudah tidak berlaku. Periksa pratinjau yang ada sekarang, lalu terapkan."
        )


def import_choose(*, upload: ImporBuku, choices: Mapping[str, str]) -> bool:
    """Say what is to stand where file and site both changed something; returns whether a new preview was queued."""
    known = {one["kunci"] for one in (upload.hasil or {}).get("bentrok", ())}
    chosen = {key: choice for key, choice in choices.items() if key in known and choice in CHOICES}
    return bool(chosen) and _queue(
        upload.pk,
        Q(status=Status.PRATINJAU),
        status=Status.ANTRE,
        pilihan=upload.pilihan | chosen,
        pesan="",
        kemajuan=0,
    )


def import_take(*, upload: ImporBuku, taken: Mapping[int, bool], tujuan: str | None = None) -> bool:
    """Say which proposals of a paper are taken (True) or left, and the tujuan of a Renstra that names none (None: as
    before); returns whether a new preview was queued."""
    proposals = (upload.hasil or {}).get("dokumen", {}).get("usulan", ())
    refused = {one["nomor"]: bool(one["alasan"]) for one in proposals}
    told = {number: take for number, take in taken.items() if number in refused}
    # One without a tick that could not be recorded was left by nobody: another choice may let it be.
    chosen = {
        str(number): TAKE if take else LEAVE for number, take in told.items() if take or not refused[number]
    }
    chosen |= {} if tujuan is None else {TUJUAN: tujuan}
    return bool(told or chosen) and _queue(
        upload.pk,
        Q(status__in=(Status.PRATINJAU, Status.DITOLAK), jenis=Jenis.DOKUMEN),
        status=Status.ANTRE,
        pilihan=upload.pilihan | chosen,
        pesan="",
        kemajuan=0,
    )


def import_discard(*, upload: ImporBuku) -> bool:
    """Give up an upload that nobody is working on; returns whether it was still there to give up."""
    allowed = Q(status__in=(Status.PRATINJAU, Status.GAGAL, Status.DITOLAK)) | IMPORT_WORK.left_behind(
        timezone.now()
    )
    with transaction.atomic():
        claim()
        change = ImporBuku.objects.filter(allowed, pk=upload.pk).update(
            status=Status.DIBUANG, selesai=timezone.now(), hasil=None, berkas=""
        )
        if change:
            _delete_file(upload)
    return bool(change)


def import_retry(*, upload: ImporBuku) -> bool:
    """Preview again what failed or was left behind; returns whether it was queued."""
    allowed = Q(status=Status.GAGAL) | IMPORT_WORK.left_behind(timezone.now())
    return _queue(upload.pk, allowed, status=Status.ANTRE, pesan="", kemajuan=0, selesai=None)


def import_process(*, impor_pk: int) -> None:
    """Do what the row waits for (called in the worker). Safe to run twice."""
    for running, wait in _BEFORE.items():
        start = timezone.now()
        if ImporBuku.objects.filter(pk=impor_pk, status=wait).update(status=running, mulai=start):
            _UploadJob(impor_pk, running, start).execute()
            return


class _UploadJob:
    """One attempt at one row; ours as long as nobody has swept it and begun anew."""

    def __init__(self, impor_pk: int, running: Status, start: datetime) -> None:
        self.upload = ImporBuku.objects.select_related("kecamatan__kabupaten", "pengguna").get(pk=impor_pk)
        self.running = running
        self.own: QuerySet[ImporBuku] = ImporBuku.objects.filter(pk=impor_pk, status=running, mulai=start)
        self.recorded = 0

    def execute(self) -> None:
        """Read the file and preview or apply it; what goes wrong is written on the row in words."""
        upload = self.upload
        try:
            with upload.berkas.open("rb") as source:
                content = source.read()
            if upload.jenis == Jenis.DOKUMEN:
                self._paper(content)
                return
            book = workbook_read(
                content,
                upload.nama_berkas,
                by=upload.pengguna,
                place=(upload.kecamatan, upload.tahun),
                chosen=upload.pilihan,
                progress=self.progress,
            )
            if self.running == Status.DIPERIKSA:
                self._preview(book.preview())
            else:
                book.apply((upload.hasil or {}).get("sidik", ""), last=self._done)
        except _Swept:
            return
        except (MemoryError, OperationalError):
            raise  # the worker says it: import_stopped
        except WorkbookChanged as error:
            self._preview(error.preview, message=str(error))
        except WorkbookRefused as error:
            self._preview(error.preview)
        except InputError as error:
            self._failed(str(error))
        except FileNotFoundError:
            self._failed(_LOST)
        except Exception as error:
            # The user must not wait for ever; the log has the traceback.
            log.exception("impor %s gagal", upload.pk)
            self._failed(storage_trouble(error) or DISTURBANCE)
            raise

    def progress(self, persen: int) -> None:
        """Write how far it is; not within the transaction, where nobody would see it."""
        if persen <= 60 and persen - self.recorded >= _STEP:
            self.recorded = persen
            self.own.update(kemajuan=persen)

    def _paper(self, content: bytes) -> None:
        """Preview or apply what a paper says; where the records changed meanwhile, preview it anew."""
        upload = self.upload
        shared: dict[str, Any] = {
            "content": content,
            "name": upload.nama_berkas,
            "place": (upload.kecamatan, upload.tahun),
            "by": upload.pengguna,
        }
        message = ""
        if self.running == Status.DITERAPKAN:
            result = upload.hasil or {}
            told = result["dokumen"]
            taken = {one["nomor"] for one in told["usulan"] if one["dipakai"]}
            try:
                paper_apply(
                    **shared,
                    taken=taken,
                    fingerprint=result["sidik"],
                    tujuan=upload.pilihan.get(TUJUAN, ""),
                    last=lambda preview: self._done(preview, dokumen=told),
                )
            except (WorkbookChanged, WorkbookRefused) as error:
                message = str(error)
            else:
                return
        read = paper_preview(**shared, chosen=upload.pilihan, progress=self.progress)
        self._preview(read.preview, message=message, paper=read)

    def _preview(self, preview: Preview, *, message: str = "", paper: PaperPreview | None = None) -> None:
        status = Status.DITOLAK if preview.errors else Status.PRATINJAU
        told = paper.plain() if paper else preview.plain()
        self.own.update(status=status, hasil=told, pesan=message, kemajuan=100, mulai=None)

    def _done(self, preview: Preview, **beside: Any) -> None:
        """In the transaction of the records themselves."""
        if not self.own.update(
            status=Status.SELESAI, hasil=preview.plain() | beside, kemajuan=100, selesai=timezone.now()
        ):
            raise _Swept

    def _failed(self, message: str) -> None:
        self.own.update(status=Status.GAGAL, pesan=message, selesai=timezone.now())


class _Swept(Exception):
    """Another worker has taken the row up meanwhile."""


def import_stopped(*, impor_pk: int, reason: str) -> None:
    """The task at an upload came to no end: let it wait for the next attempt, or say why there is none.

    Nothing of it is recorded: the records and the end of the upload are one transaction.
    """
    rows = ImporBuku.objects.filter(pk=impor_pk)
    if reason:
        rows.filter(status__in=ImporBuku.BERJALAN).update(
            status=Status.GAGAL,
            selesai=timezone.now(),
            pesan=f"Pengolahan buku kerja {reason}; tidak ada yang disimpan. Coba lagi; jika terulang, hapus "
            f"lembar dan baris yang tidak dipakai, atau hubungi admin.",
        )
        return
    for running, wait in _BEFORE.items():
        rows.filter(status=running).update(status=wait, mulai=None)


@task()
def olah_impor_buku(impor_pk: int) -> None:
    """Preview or apply an ImporBuku."""
    import_process(impor_pk=impor_pk)


IMPORTS: Final = job(
    kode="buku-kerja",
    task=olah_impor_buku,
    argument="impor_pk",
    model=ImporBuku,
    work=IMPORT_WORK,
    finished=(Status.PRATINJAU, Status.DITOLAK, Status.SELESAI),
    name=lambda row: f"{Jenis(row.jenis).label} {row.nama_berkas}",
    stopped=import_stopped,
    again=lambda row: import_retry(upload=row),
)


def _queue(pk: int, which: Q, **columns: Any) -> bool:
    """Let an upload wait for the worker anew, if it is still one of these; returns whether it was."""
    with transaction.atomic():
        queued = ImporBuku.objects.filter(which, pk=pk).update(
            menunggu_sejak=timezone.now(), mulai=None, **columns
        )
        if queued:
            IMPORTS.schedule(pk)
    return bool(queued)


def _delete_file(upload: ImporBuku) -> None:
    nama, storage = upload.berkas.name, upload.berkas.storage
    if nama:
        transaction.on_commit(partial(storage.delete, nama))
