"""Papers to be examined: uploaded on a page, examined by the worker, forgotten after a day unless they are kept."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import OperationalError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from kecamatan.ground.errors import InputError
from kecamatan.ground.submission import claim
from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from reports.examine.export import finding_to_dict
from reports.examine.run import Examined, examine_file
from reports.models import PeriksaBerkas
from reports.papers.read import check_first
from sakip.web.jobs import Job, job
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work, ensure_room
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = PeriksaBerkas.Status

#: How long what was found can be read, unless the person keeps it.
KEPT: Final = timedelta(days=1)
#: Papers of one person that wait or are worked on.
MOST_AT_ONCE: Final = 3
#: How far the number must move before it is written.
_STEP: Final = 10

EXAMINE_WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="menunggu_sejak")

_DISTURBANCE: Final = (
    "Berkas tidak dapat diperiksa karena gangguan pada sistem. Unggah lagi; jika terulang, hubungi admin."
)
_LOST: Final = "Berkas tidak ada lagi di penyimpanan. Unggah lagi."


def paper_receive(
    *,
    kabupaten: Kabupaten,
    kecamatan: Kecamatan | None,
    tahun: int | None,
    nama: str,
    content: bytes,
    by: Pengguna,
) -> PeriksaBerkas:
    """Store a paper, and let the worker examine it. The same file twice at once is one upload.

    Raises :class:`sakip.web.task_queue.TooManyWaiting`, and :class:`reports.papers.paper.PaperUnreadable` for what is
    plainly no paper.
    """
    check_first(content)
    papers_forget()
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        claim()
        own = PeriksaBerkas.objects.filter(pengguna=by, status__in=PeriksaBerkas.BERJALAN)
        same = own.filter(sha256=sha256, kecamatan=kecamatan, tahun=tahun).first()
        if same is not None:
            return same
        ensure_room(own.count(), 1, MOST_AT_ONCE, "berkas")
        one = PeriksaBerkas(
            kabupaten=kabupaten,
            kecamatan=kecamatan,
            tahun=tahun,
            pengguna=by,
            nama_berkas=PurePosixPath(nama.replace("\\", "/")).name[:200] or "berkas",
            sha256=sha256,
        )
        # The uploader's name is kept for messages alone; on disk it could be anything.
        one.berkas.save(f"{sha256}.bin", ContentFile(content), save=False)
        one.save()
        PAPERS.schedule(one.pk)
    return one


def own_papers(user: Pengguna) -> QuerySet[PeriksaBerkas]:
    """What a person has uploaded and may still read, the newest first."""
    fresh = Q(disimpan=True) | Q(dibuat__gt=timezone.now() - KEPT)
    return PeriksaBerkas.objects.for_user(user).filter(fresh, pengguna=user)


def paper_keep(*, paper: PeriksaBerkas, keep: bool) -> None:
    """Keep what was found beyond a day, or no longer."""
    PeriksaBerkas.objects.filter(pk=paper.pk).update(disimpan=keep)


def paper_delete(*, paper: PeriksaBerkas) -> None:
    """Forget a paper at once, with its file."""
    with transaction.atomic():
        claim()
        for row in PeriksaBerkas.objects.filter(pk=paper.pk):
            _delete_file(row)
            row.delete()


def papers_forget(*, now: datetime | None = None) -> int:
    """Delete what nobody keeps and is older than a day; returns how many."""
    old = PeriksaBerkas.objects.filter(disimpan=False, dibuat__lte=(now or timezone.now()) - KEPT)
    rows = list(old.order_by("pk"))
    for one in rows:
        paper_delete(paper=one)
    return len(rows)


def paper_examine(*, periksa_pk: int) -> None:
    """Examine a paper (called in the worker). Safe to run twice."""
    start = timezone.now()
    if PeriksaBerkas.objects.filter(pk=periksa_pk, status=Status.ANTRE).update(
        status=Status.DIPROSES, mulai=start
    ):
        own = PeriksaBerkas.objects.filter(pk=periksa_pk, status=Status.DIPROSES, mulai=start)
        _examine(PeriksaBerkas.objects.select_related("kecamatan").get(pk=periksa_pk), own)


def _examine(paper: PeriksaBerkas, own: QuerySet[PeriksaBerkas]) -> None:
    """One attempt; ours as long as nobody has swept the row and begun anew."""

    def failed(said: str) -> None:
        own.update(status=Status.GAGAL, pesan=said, mulai=None)

    if not paper.berkas:
        failed(_LOST)
        return
    try:
        with paper.berkas.open("rb") as source:
            content = source.read()
        done = examine_file(
            content, paper.nama_berkas, kecamatan=paper.kecamatan, tahun=paper.tahun, step=_progress(own)
        )
    except (MemoryError, OperationalError):
        raise  # the worker says it
    except InputError as error:  # another attempt would say the same: the file has no further use
        with transaction.atomic():
            if own.update(status=Status.GAGAL, pesan=str(error), berkas="", mulai=None):
                _delete_file(paper)
    except FileNotFoundError:
        failed(_LOST)
    except Exception as error:
        # The user must not wait for ever; the log has the traceback.
        log.exception("pemeriksaan berkas %s gagal", paper.pk)
        failed(storage_trouble(error) or _DISTURBANCE)
        raise
    else:
        with transaction.atomic():
            if own.update(status=Status.SELESAI, hasil=_result(done), kemajuan=100, berkas="", mulai=None):
                _delete_file(paper)


def _progress(own: QuerySet[PeriksaBerkas]) -> Callable[[int], None]:
    """Write how far it is, where it moved enough."""
    written = 0

    def step(percent: int) -> None:
        nonlocal written
        if percent - written >= _STEP:
            written = percent
            own.update(kemajuan=min(percent, 99))

    return step


def _result(done: Examined) -> dict[str, Any]:
    """Whom the paper is of, and what was found, as JSON."""
    return {
        "sebutan": done.subject.sebutan,
        "kecamatan": done.subject.nama,
        "kabupaten": done.subject.kabupaten,
        "tahun": done.subject.tahun,
        "dikenal": done.subject.known is not None,
        "halaman": done.paper.pages,
        "temuan": [finding_to_dict(one) for one in done.findings],
    }


def _delete_file(paper: PeriksaBerkas) -> None:
    nama, storage = paper.berkas.name, paper.berkas.storage
    if nama:
        transaction.on_commit(partial(storage.delete, nama))


@task()
def olah_periksa_berkas(periksa_pk: int) -> None:
    """Examine a PeriksaBerkas."""
    paper_examine(periksa_pk=periksa_pk)


def paper_again(paper: PeriksaBerkas) -> None:
    """Examine anew what failed."""
    PAPERS.restart(paper.pk)


def paper_stopped(*, periksa_pk: int, reason: str) -> None:
    """The task came to no end: let it wait for the next attempt, or say why there is none."""
    said = f"Pemeriksaan {reason}. Unggah bagian yang diperlukan saja; jika terulang, hubungi admin."
    PAPERS.halt(periksa_pk, said if reason else "")


PAPERS: Final[Job] = job(
    kode="periksa-berkas",
    task=olah_periksa_berkas,
    argument="periksa_pk",
    model=PeriksaBerkas,
    work=EXAMINE_WORK,
    finished=(Status.SELESAI,),
    name=lambda row: f"Periksa {row.nama_berkas}",
    stopped=paper_stopped,
    again=paper_again,
    place="kabupaten",
)
