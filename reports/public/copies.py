"""The public copy of an archive: asked for when something is signed, made once by the worker.

It is made of every archive, whether its kabupaten shows its documents to everybody or not: that is a switch, which
opens them at once.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import OperationalError
from django.utils import timezone

from kecamatan.ground.errors import InputError
from reports.models import Arsip, SalinanPublik
from reports.open_data.catalogue import tables_of
from reports.open_data.table import Row
from reports.pdf.render import PdfError, render_pdf
from reports.public.redact import StillPrivate, redacted
from reports.signing.archive import archived, taken_apart
from reports.signing.freeze import Frozen, NoLongerReadable, frozen_of, thaw
from sakip.web.jobs import Job, job
from sakip.web.named_by_content import store_once
from sakip.web.storage_trouble import storage_trouble
from sakip.web.task_queue import Work
from sakip.web.tasks import task

log = logging.getLogger(__name__)

Status = SalinanPublik.Status

WORK: Final = Work(waiting=(Status.ANTRE,), working=(Status.DIPROSES,), since="dibuat")

_NAMED: Final = ("kecamatan_id", "tahun", "jenis", "perubahan", "versi", "pihak")

_DISTURBANCE: Final = "Salinan untuk umum tidak dapat dibuat karena gangguan pada sistem. Hubungi admin."
_CHANGED: Final = (
    "Arsip HTML-nya tidak sama lagi dengan yang ditandatangani, jadi tidak disalin. Pulihkan dari cadangan."
)


class ArchiveChanged(InputError):
    """The archived HTML is not what was signed."""

    def __init__(self) -> None:
        super().__init__(_CHANGED)


def copy_request(arsip: Arsip) -> SalinanPublik:
    """Have the copy of an archive made; call it in the transaction that adds the archive."""
    row = SalinanPublik(arsip=arsip, **{name: getattr(arsip, name) for name in _NAMED})
    row.save(force_insert=True)
    COPIES.schedule(row.pk)
    return row


def copy_make(*, pk: int) -> None:
    """Make the copy (called in the worker). Safe to run twice."""
    start = timezone.now()
    if not SalinanPublik.objects.filter(pk=pk, status=Status.ANTRE).update(
        status=Status.DIPROSES, mulai=start
    ):
        return
    own = SalinanPublik.objects.filter(pk=pk, status=Status.DIPROSES, mulai=start)
    row = SalinanPublik.objects.select_related("arsip__kecamatan").get(pk=pk)
    try:
        own.update(status=Status.SELESAI, **_made(row.arsip))
    except (StillPrivate, InputError, PdfError) as error:
        own.update(status=Status.GAGAL, pesan=str(error))
    except (MemoryError, OperationalError):
        raise  # the worker says it
    except Exception as error:
        log.exception("salinan publik %s gagal", pk)
        own.update(status=Status.GAGAL, pesan=storage_trouble(error) or _DISTURBANCE)
        raise


@task()
def buat_salinan_publik(pk: int) -> None:
    """Make the copy of an archive for everybody."""
    copy_make(pk=pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What everybody may read of a signed document: its page, its tables by their codes, and the words by which it is
    found."""

    html: str
    tabel: dict[str, list[Row]]
    kata: str


def content_of(frozen: Frozen, html: bytes, nama: str) -> Content:
    """Made of what was frozen and of the page that was signed; ``nama`` is what the document is called. Raises
    :class:`StillPrivate`."""
    tables = _tables(frozen)
    return Content(
        html=redacted(html.decode(), f"[{frozen.snapshot},{frozen.naskah}]"),
        tabel=tables,
        kata=" ".join(_words(nama, tables)),
    )


def _made(arsip: Arsip) -> dict[str, Any]:
    """The columns of the copy, its files stored. Raises :class:`ArchiveChanged`, :class:`StillPrivate`, PdfError."""
    source = archived(arsip, "html").content
    if hashlib.sha256(source).hexdigest() != arsip.html_sha256:
        raise ArchiveChanged
    content = content_of(frozen_of(arsip), source, arsip.nama)
    title = f"{taken_apart(content.html).title} (salinan untuk umum)"
    files = {"html": content.html.encode(), "pdf": render_pdf(content.html, title=title).content}
    marks = {shape: hashlib.sha256(made).hexdigest() for shape, made in files.items()}
    for shape, made in files.items():
        store_once(f"publik/{shape}/{marks[shape]}.{shape}", made, marks[shape])
    return {
        "kata": content.kata,
        "tabel": content.tabel,
        **{shape: f"publik/{shape}/{mark}.{shape}" for shape, mark in marks.items()},
        **{f"{shape}_sha256": mark for shape, mark in marks.items()},
    }


def _tables(frozen: Frozen) -> dict[str, list[Row]]:
    """None where this version cannot read any more what was frozen: the document is public all the same."""
    try:
        return tables_of(thaw(frozen), frozen.kind)
    except NoLongerReadable as error:
        log.warning("%s", error)
        return {}


def _words(name: str, tables: dict[str, list[Row]]) -> Iterator[str]:
    """By which it is found: what it is called, and the words of its sasaran and indikator, in small letters."""
    yield name.lower()
    said = {
        str(row[column])
        for rows in tables.values()
        for row in rows
        for column in ("sasaran", "indikator")
        if row.get(column)
    }
    yield from sorted(one.lower() for one in said)


def _copy_stopped(*, pk: int, reason: str) -> None:
    COPIES.halt(pk, reason and f"Pembuatan salinan untuk umum {reason}. Ulangi.")


COPIES: Final[Job] = job(
    kode="salinan-publik",
    task=buat_salinan_publik,
    argument="pk",
    model=SalinanPublik,
    work=WORK,
    finished=(Status.SELESAI,),
    name=lambda row: f"Salinan untuk umum {row.get_jenis_display()}",
    stopped=_copy_stopped,
    again=lambda failed: COPIES.restart(failed.pk),
)
