"""A planning document is agreed, and opened again with a reason: once, by who may, with its trail."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from kecamatan.ground.constraints import Reviewable
from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Kecamatan, Pengguna
from kecamatan.permissions import Hak, NoRight, is_narrowed, rights_in
from sakip.entry.agreed import AGREED, DOCUMENTS, OPENED, Agreed, head_of, path_to_document
from sakip.entry.lock import ensure_open, hold_records
from sakip.records.penetapan.models import Penetapan


class AgreementStep(StrEnum):
    """What is done with a document, by its word in forms."""

    TETAPKAN = "tetapkan"
    BUKA = "buka"


#: Who may: the office that keeps the document, and the camat who answers for it.
WHO: Final[dict[AgreementStep, frozenset[Hak]]] = {
    AgreementStep.TETAPKAN: frozenset({Hak.ISI, Hak.SAHKAN}),
    AgreementStep.BUKA: frozenset({Hak.ISI, Hak.SAHKAN}),
}


class AgreementRefused(InputError):
    """The step cannot be taken; ``str()`` says why and what helps."""


def may(step: AgreementStep, rights: frozenset[Hak]) -> bool:
    """Whether who has these rights may take the step."""
    return bool(WHO[step] & rights)


@transaction.atomic
def tetapkan(document: Model, *, kecamatan: Kecamatan, tahun: int, by: Pengguna) -> Penetapan:
    """Agree to a document. ``tahun`` is the year of the page. Raises 403 and :class:`AgreementRefused`."""
    _ensure(AgreementStep.TETAPKAN, by, kecamatan)
    hold_records(kecamatan=kecamatan)
    _ensure_still_there(document)
    if reason := Agreed(kecamatan).reason(document):
        raise AgreementRefused(reason)
    if unread := sum(_unread(document)):
        raise AgreementRefused(
            f"{unread} baris {document} belum ditinjau. Baca dan pilih “Sudah benar” dahulu, lalu tetapkan."
        )
    row = Penetapan.objects.create(
        kecamatan=kecamatan, jenis=DOCUMENTS[type(document)], dokumen=document.pk, oleh=by
    )
    _tell(AGREED, document, kecamatan, tahun, by, "Draf", "Ditetapkan")
    return row


@transaction.atomic
def buka_penetapan(document: Model, *, kecamatan: Kecamatan, tahun: int, by: Pengguna, alasan: str) -> None:
    """Let an agreed document be changed again; what was signed stays as it was signed, and what is agreed next is
    another version. Raises 403, :class:`AgreementRefused`, and
    :class:`sakip.entry.lock.YearClosed` while the report of its year is submitted or signed."""
    _ensure(AgreementStep.BUKA, by, kecamatan)
    hold_records(kecamatan=kecamatan)
    ensure_open(kecamatan=kecamatan, tahun=getattr(document, "tahun", tahun))
    if not alasan.strip():
        raise AgreementRefused("Isi alasan membuka penetapan.")
    own = Penetapan.objects.filter(jenis=DOCUMENTS[type(document)], dokumen=document.pk, dibuka_pada=None)
    signed = own.filter(ditandatangani_pada__isnull=False).update(dibuka_pada=timezone.now())
    if not signed and not own.delete()[0]:
        raise AgreementRefused(f"{document} tidak sedang ditetapkan. Muat ulang halaman.")
    before = "Ditetapkan dan ditandatangani" if signed else "Ditetapkan"
    _tell(OPENED, document, kecamatan, tahun, by, before, "Draf", alasan)


def _ensure(step: AgreementStep, by: Pengguna, kecamatan: Kecamatan) -> None:
    if is_narrowed(by, kecamatan):
        raise NoRight(Hak.ISI, narrowed=True)
    if not may(step, rights_in(by, kecamatan)):
        raise PermissionDenied("Hanya operator kecamatan dan camat yang dapat melakukan ini.")


def _ensure_still_there(document: Model) -> None:
    if not type(document)._base_manager.filter(pk=document.pk).exists():
        raise AgreementRefused(f"{document} sudah dihapus. Muat ulang halaman.")


def _unread(document: Model) -> Iterator[int]:
    """How many rows of the document still wait for a reader, by model."""
    for model in apps.get_app_config("sakip").get_models():
        if head_of(model) is type(document) and issubclass(model, Reviewable):
            own = {"__".join(path_to_document(model) or ()) or "pk": document.pk}
            yield model._base_manager.filter(**own, ditinjau=False).count()


def _tell(
    word: str,
    document: Model,
    kecamatan: Kecamatan,
    tahun: int,
    by: Pengguna,
    before: str,
    after: str,
    alasan: str = "",
) -> None:
    trail_add(
        action=word,
        subject=document,
        sebutan=str(document),
        before={"Keadaan": before},
        after={"Keadaan": after},
        pengguna=by,
        kecamatan=kecamatan,
        tahun=tahun,
        alasan=alasan.strip(),
    )
