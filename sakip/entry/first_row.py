"""The first row of a document of the year that is not begun yet: its head is made with it, in one act."""

from __future__ import annotations

from django.db import models
from django.http import Http404
from django.utils.text import capfirst

from sakip.entry.kinds import ROW_KINDS, RowKind
from sakip.entry.row_place import RowPlace
from sakip.entry.save import record_save
from sakip.entry.shown import field_text
from sakip.entry.writer import RecordRefused


def head_kind(kind: RowKind) -> RowKind | None:
    """The kind of the head on which rows of this kind hang, where that is a document of the year."""
    parent = kind.parent_model
    heads = (one for one in ROW_KINDS.values() if one.model is parent)
    return next((one for one in heads if one.form.yearly and not one.repeated and not one.parent), None)


def head_place(place: RowPlace) -> RowPlace | None:
    """Where the head of the place's rows is written by itself; None where they begin no document."""
    kind = head_kind(place.kind) if place.kind.parent else None
    return RowPlace(place.request, place.here, kind) if kind else None


def begun_head(place: RowPlace) -> models.Model:
    """The head below which the first row of the place comes, made as the page of a new one begins it; the stored one
    where another began the document meanwhile.

    Raises Http404 where rows of the kind begin no document, and as :func:`sakip.entry.save.record_save` does. The
    caller holds the transaction in which the row follows.
    """
    head = head_place(place)
    if head is None:
        raise Http404(f"induk {place.kind.kode}")
    stored: models.Model | None = place.here.rows(head.ensure().kind.model).first()
    if stored is not None:
        return stored
    empty = head.form(head.empty(None))
    begun = {
        name: field_text(one, empty.get_initial_for_field(one, name)) for name, one in empty.fields.items()
    }
    form = head.form(head.empty(None), begun)
    if not form.is_valid():
        wrong = (
            f"{form.sebutan(name)}: {message}" if name in form.fields else str(message)
            for name, said in form.errors.items()
            for message in said
        )
        raise RecordRefused(f"{capfirst(head.nama)} belum dapat dibuat bersama baris ini. {' '.join(wrong)}")
    return record_save(form=form, by=place.here.pengguna)
