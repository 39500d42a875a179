"""What a deletion took, brought back from the trail: once, and never over another row, as number and place are unique.

It is an act of the writer as any other (:mod:`sakip.entry.save`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.apps import apps
from django.core import serializers
from django.db import models

from kecamatan.models import Jejak, Kecamatan, Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import DELETED, RESTORED, ROW, RecordRefused, writing

NOT_KEPT: Final = "Catatan ini tidak dapat dipulihkan. Buat catatan baru."


class ParentGone(RecordRefused):
    """What a deleted row needs is gone as well; ``deletion`` is the entry of the trail from which it comes back, None
    where there is none."""

    def __init__(self, model: type[models.Model], deletion: Jejak | None) -> None:
        self.deletion = deletion
        if deletion is None:
            super().__init__(
                f"Catatan ini tidak dapat dipulihkan: {model._meta.verbose_name} yang disebutnya sudah tidak ada. Buat"
                " catatan baru."
            )
        else:
            taken = apps.get_model(deletion.objek_jenis)._meta.verbose_name
            super().__init__(
                f'Pulihkan dahulu {taken} "{deletion.objek_sebutan}": catatan ini bergantung padanya.'
            )


def record_restore(
    *, jejak: Jejak, by: Pengguna | None, yearly: bool = True, agreed: str | None = None
) -> models.Model:
    """Bring back what a deletion took; returns the row. Raises :class:`sakip.entry.writer.RecordRefused` when its
    place is taken, :class:`ParentGone` when what it needs is, :class:`sakip.entry.writer.CheckRefused` when its year
    would not be right with it, and :class:`sakip.entry.writer.CapaianAsked` as
    :func:`sakip.entry.save.record_save` does.

    ``yearly`` is False for records that no report's year closes.
    """
    content = (jejak.sebelum or {}).get(ROW)
    if jejak.tindakan != DELETED or not content or jejak.kecamatan is None or jejak.tahun is None:
        raise RecordRefused(NOT_KEPT)
    scope = Scope(kecamatan=jejak.kecamatan, tahun=jejak.tahun, pengguna=by)
    with writing(scope, by=by, yearly=yearly, agreed=agreed) as act:
        utama: models.Model | None = None
        kept = list(serializers.deserialize("python", content, ignorenonexistent=True))
        for one in kept:
            row: models.Model = one.object
            if (as_today := getattr(row, "as_today", None)) is not None:
                as_today()
            if type(row)._base_manager.filter(pk=row.pk).exists():
                raise RecordRefused("Catatan ini sudah dipulihkan.")
        _refuse_orphans([one.object for one in kept], jejak.kecamatan)
        for one in kept:
            row = one.object
            act.bring_back(
                one, taken="Tempatnya sudah diisi catatan lain. Hapus dahulu catatan itu, lalu pulihkan."
            )
            if row.pk == jejak.objek_pk and row._meta.label_lower == jejak.objek_jenis:
                utama = row
        if utama is None:
            raise RecordRefused(NOT_KEPT)
        act.tell(RESTORED, utama)
        return utama


def _refuse_orphans(rows: Sequence[models.Model], kecamatan: Kecamatan) -> None:
    """Raise ParentGone unless everything that the rows name is stored or among them.

    The database would say so only at the end of the transaction, where nobody can tell which row it means. What is
    named is held until then, that it is not deleted meanwhile.
    """
    needed: dict[Any, set[Any]] = {}
    for row in rows:
        for column in row._meta.concrete_fields:
            if column.is_relation and (pk := getattr(row, column.attname)) is not None:
                needed.setdefault(column.related_model, set()).add(pk)
    for model, named in needed.items():
        stored: Any = model._base_manager.select_for_update(no_key=True).filter(pk__in=named).order_by()
        missing = named.difference(
            stored.values_list("pk", flat=True), (r.pk for r in rows if type(r) is model)
        )
        if missing:
            raise ParentGone(model, _deletion_of(model, min(missing), kecamatan))


def _deletion_of(model: type[models.Model], pk: Any, kecamatan: Kecamatan) -> Jejak | None:
    """The last deletion that took that row, itself or with another; rows of a kabupaten are deleted anywhere in it."""
    deletions = Jejak.objects.filter(tindakan=DELETED, kecamatan__kabupaten=kecamatan.kabupaten_id)
    label = model._meta.label_lower
    return next(
        (
            one
            for one in deletions.iterator()
            if any(k["model"] == label and k["pk"] == pk for k in (one.sebelum or {}).get(ROW, ()))
        ),
        None,
    )
