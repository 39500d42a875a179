"""One row written by a person: saved, deleted, moved, each one act of the writer.

There is one lock: what the page showed. A save and a deletion bring back the fingerprint (*sidik*) of the row that
was shown, a move the place (*urut*) at which it stood. The stored row is taken for update (on SQLite every
transaction is the only writer) and compared, a save field by field; when another changed what this one changes too,
the act is refused with who that was.
Not a counter of changes: it would refuse over what the page does not show, could not say which field differs, and
would have to be kept by every writer. An act that is done already is a success where it can be told: the same values
again.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Literal

from django.core import serializers
from django.db import models
from django.db.models import ProtectedError

from kecamatan.ground.prepared import row_of_number
from kecamatan.ground.row_write import taken_along, users_of
from kecamatan.ground.trail import record_history
from kecamatan.ground.trail_key import trail_key
from kecamatan.models import Jejak, Pengguna
from sakip.entry.form import RecordForm, Scope
from sakip.entry.shown import Shown, changed_since, values_fingerprint
from sakip.entry.writer import (
    BESIDE,
    CHANGED,
    DELETED,
    MADE,
    MOVED,
    ROW,
    Act,
    RecordRefused,
    last_place,
    writing,
)


class Conflict(Exception):
    """Somebody else changed the row since the page was shown. ``stored`` is what is stored now.

    ``fields`` are those that both changed, ``form`` what was typed with the other's fields in their places; None where
    only the whole can be chosen. ``person``, as words ``by``, and ``moment`` are of the last entry in the trail;
    ``deleted`` holds when the row is gone.
    """

    def __init__(
        self,
        *,
        stored: Shown,
        jejak: Jejak | None,
        deleted: bool = False,
        fields: Collection[str] = (),
        form: RecordForm | None = None,
    ) -> None:
        super().__init__("catatan berubah sejak halaman dibuka")
        self.stored = stored
        self.fields = fields
        self.form = form
        self.person = jejak.pengguna if jejak else None
        self.by = str(self.person or "Sistem")
        self.moment: datetime | None = jejak.waktu if jejak else None
        self.deleted = deleted


def record_save(
    *,
    form: RecordForm,
    by: Pengguna | None,
    fingerprint: str = "",
    alasan: str = "",
    agreed: str | None = None,
    lazily: bool = False,
) -> models.Model:
    """Store what a valid form holds; returns the row.

    What is stored already is not stored again, so that a request that comes twice does once. Raises
    :class:`Conflict` when the row is not the one whose ``fingerprint`` the page showed,
    :class:`sakip.entry.writer.RecordRefused` when another row stands in the way,
    :class:`sakip.entry.writer.CheckRefused` when its year would not be right with it,
    :class:`sakip.entry.writer.CapaianAsked` when it measures anew what was not ``agreed`` to (a mark; None asks
    nobody), and :class:`sakip.entry.lock.YearClosed`. ``lazily`` as for :func:`sakip.entry.writer.writing`.
    """
    saved = record_saved(
        form=form, by=by, fingerprint=fingerprint, alasan=alasan, agreed=agreed, lazily=lazily
    )
    row: models.Model = saved.instance
    return row


def record_saved(
    *,
    form: RecordForm,
    by: Pengguna | None,
    fingerprint: str = "",
    alasan: str = "",
    agreed: str | None = None,
    lazily: bool = False,
) -> RecordForm:
    """The same; returns the form of the row as it is stored now (the very form where it is ``stored_as_shown``)."""
    with writing(form.scope, by=by, yearly=form.yearly, agreed=agreed, lazily=lazily) as act:
        return _form_saved(act, form, fingerprint=fingerprint, alasan=alasan)


def form_save(
    act: Act, form: RecordForm, *, fingerprint: str = "", alasan: str = "", held: bool = False
) -> models.Model:
    """The same as one of the things that an act does. ``held`` says that the act took the row of the form for update
    already, so that it is not asked for twice.

    Whatever this raises has to end the act.
    """
    row: models.Model = _form_saved(act, form, fingerprint=fingerprint, alasan=alasan, held=held).instance
    return row


def _form_saved(
    act: Act, form: RecordForm, *, fingerprint: str = "", alasan: str = "", held: bool = False
) -> RecordForm:
    if held:
        old = form.shown_values()
        if form.instance.pk is not None:
            _refuse_unseen(form, form.instance, old, fingerprint)
    else:
        form, old = _together(form, fingerprint)
    entries = form.shown_of_fields()
    row: models.Model = form.instance
    if old == entries:
        return type(form)(instance=row, scope=form.scope)
    if row.pk is None:
        _at_end(form, row)
    form.store(act)
    key = trail_key(row)  # before reading anew: what the row hangs on is still at hand
    if form.stored_as_shown:
        new, shown_values = form, entries
    else:
        _read_again(form)
        new = type(form)(instance=row, scope=form.scope)
        shown_values = new.shown_values()
    changed = [nama for nama in shown_values if old.get(nama, "") != shown_values[nama]]
    act.tell(
        CHANGED if old else MADE,
        row,
        key=key,
        before=_view(new, old, changed) if old else None,
        after=_view(new, shown_values, changed),
        why=alasan,
    )
    return new


def record_delete(
    *,
    form: RecordForm,
    by: Pengguna | None,
    fingerprint: str,
    alasan: str = "",
    agreed: str | None = None,
) -> Jejak:
    """Delete the row of the form with everything below it; the trail keeps them, so that it can be undone.

    Raises :class:`sakip.entry.writer.RecordRefused` when other records use the row, and as :func:`record_save` does.
    """
    with writing(form.scope, by=by, yearly=form.yearly, agreed=agreed) as act:
        return form_delete(act, form, fingerprint=fingerprint, alasan=alasan)


def form_delete(act: Act, form: RecordForm, *, fingerprint: str, alasan: str = "") -> Jejak:
    """The same as one of the things that an act does."""
    stored, old = _stored(form)
    if stored is not None:
        _refuse_unseen(form, stored, old, fingerprint)
    if ban := form.deletion_refusal():
        raise RecordRefused(ban)
    row = form.instance
    along = _deleted_along(row)
    before = _view(form, old, list(old)) | {ROW: serializers.serialize("python", along)}
    jejak = act.tell(DELETED, row, before=before, why=alasan)
    act.remove(row)
    return jejak


def record_move(
    *,
    row: models.Model,
    siblings: tuple[str, ...],
    direction: Literal["naik", "turun"],
    seen: int,
    scope: Scope,
    by: Pengguna | None,
    yearly: bool = True,
) -> None:
    """Exchange the row with its neighbour among the rows that share the columns ``siblings``; at the end nothing.

    ``seen`` is the ``order`` that the page showed. Raises :class:`Conflict` when the row stands elsewhere or is gone,
    so that two who move it, or one who clicks twice, move it once.
    """
    with writing(scope, by=by, yearly=yearly) as act:
        model = type(row)
        same = {column: getattr(row, model._meta.get_field(column).attname) for column in siblings}  # type: ignore[union-attr]
        rows: list[Any] = list(model._base_manager.select_for_update().filter(**same).order_by("urut", "pk"))
        at = next((n for n, b in enumerate(rows) if b.pk == row.pk), None)
        if at is None:
            raise Conflict(stored={}, jejak=record_history(row).first(), deleted=True)
        if rows[at].urut != seen:
            move = Jejak.objects.filter(
                tindakan=MOVED,
                objek_jenis=model._meta.label_lower,
                record_key__in=[trail_key(b) for b in rows],
            )
            raise Conflict(stored={"urut": str(rows[at].urut)}, jejak=move.select_related("pengguna").first())
        to = at + (-1 if direction == "naik" else 1)
        if not 0 <= to < len(rows):
            return
        rows[at], rows[to] = rows[to], rows[at]
        for order, one in enumerate(rows, start=1):
            if one.urut != order:
                one.urut = order
                act.put(one, columns=("urut",))
        act.tell(MOVED, row, before={"Urutan": str(at + 1)}, after={"Urutan": str(to + 1)})


def _stored(form: RecordForm) -> tuple[models.Model | None, Shown]:
    """The row as stored, locked, and its picture; none of a new row. Raises Conflict when it is gone."""
    if form.instance.pk is None:
        return None, {}
    model: Any = type(form.instance)
    stored: models.Model | None = row_of_number(model, held=True).first(form.instance.pk)
    if stored is None:
        raise Conflict(stored={}, jejak=record_history(form.instance).first(), deleted=True)
    _know(stored, _only_read(form))
    return stored, type(form)(instance=stored, scope=form.scope).shown_values()


def _only_read(form: RecordForm) -> list[tuple[Any, Any, models.Model]]:
    """What a form has in hand of the rows that it only reads: the column, its key, the other row."""
    columns: list[Any] = [form.instance._meta.get_field(name) for name in form.only_read]
    return [
        (column, getattr(form.instance, column.attname), one)
        for column in columns
        if column.is_cached(form.instance) and (one := column.get_cached_value(form.instance))
    ]


def _know(row: models.Model, known: Sequence[tuple[Any, Any, models.Model]]) -> None:
    """Let a row that was just read know these, where it refers to them as well: nobody has to read them again."""
    for column, key, one in known:
        if getattr(row, column.attname) == key and not column.is_cached(row):
            column.set_cached_value(row, one)


def _read_again(form: RecordForm) -> None:
    """The row of the form as it is stored now (1 query)."""
    known = _only_read(form)
    form.instance.refresh_from_db()
    _know(form.instance, known)


def _together(form: RecordForm, fingerprint: str) -> tuple[RecordForm, Shown]:
    """The form as it is to be stored, and the picture of the row that it changes; empty of a new row.

    Of two who changed different fields both win: what the other wrote stays. Raises Conflict about the fields that
    both changed, or about all that differ where the two together are no valid row.
    """
    stored, old = _stored(form)
    if stored is None:
        return form, old
    others = changed_since(old, fingerprint)
    typed = form.shown_of_fields() if others else old
    if old == typed:
        for column in BESIDE.difference(form.fields):
            if hasattr(stored, column):
                setattr(form.instance, column, getattr(stored, column))
        return form, old
    both = {nama for nama in others & changed_since(typed, fingerprint) if typed[nama] != old[nama]}
    joined = form.on_top_of(stored, others - both)
    if both or not joined.is_valid():
        jejak = record_history(stored).first()
        raise Conflict(stored=old, jejak=jejak, fields=both or set(old), form=joined if both else None)
    form.kept_of_others = [form.sebutan(nama) for nama in form.fields if nama in others]
    return joined, old


def _refuse_unseen(form: RecordForm, stored: models.Model, old: Shown, fingerprint: str) -> None:
    """Raise Conflict when the stored row is not the one that the page showed, unless it says already what was typed."""
    same = form.is_bound and form.is_valid() and old == form.shown_of_fields()
    if values_fingerprint(old) != fingerprint and not same:
        raise Conflict(stored=old, jejak=record_history(stored).first())


def _at_end(form: RecordForm, row: models.Model) -> None:
    """A new row comes after the rows of its parent, or of its kecamatan and year."""
    columns = {k.name: k for k in row._meta.concrete_fields}
    if "urut" not in columns or "urut" in form.fields:
        return
    # A column that is entered through another field (error_fields) says what the row is, not where it stands.
    entries = {n for n in columns if n in form.fields or form.error_fields.get(n) in form.fields}
    parents = {
        k.attname: getattr(row, k.attname)
        for k in columns.values()
        if (k.is_relation and k.name not in entries and getattr(row, k.attname) is not None)
        or k.name == "tahun"
    }
    row.urut = last_place(type(row)._base_manager.filter(**parents)) + 1  # type: ignore[attr-defined]


def _deleted_along(row: models.Model) -> list[models.Model]:
    """The row and everything that goes with it. Raises RecordRefused when other records use one of them."""
    try:
        along = taken_along(row)
    except ProtectedError as error:
        raise RecordRefused(
            f"Masih dipakai catatan lain ({users_of(error)}). Hapus atau ubah dahulu catatan itu."
        ) from error
    return [row, *(o for o in along if o != row)]


def _view(form: RecordForm, shown_values: Shown, nama: list[str]) -> dict[str, str]:
    return {form.sebutan(n): form.shown(n, shown_values[n]) for n in nama if n in shown_values}
