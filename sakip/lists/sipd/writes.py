"""A budget file stored: all of what its preview showed, or nothing; and its layout remembered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kecamatan.models import Pengguna
from sakip.entry.place import EntryPlace
from sakip.entry.row_words import say_row
from sakip.entry.save import Conflict, form_save
from sakip.entry.writer import CHANGED, DELETED, Act, New, RecordRefused, last_place, writing
from sakip.lists.sipd.columns import Table
from sakip.lists.sipd.comparison import Judged
from sakip.lists.sipd.judge import amounts_form, new_row
from sakip.models import Anggaran, TataLetakSipd


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What somebody said of a file: what its columns are, how its numbers are written, which of its units are ours."""

    table: Table
    angka: str
    units: Sequence[str]

    @property
    def roles(self) -> dict[str, str]:
        """The role of each column that is read, by its place."""
        return {str(column.at): str(column.role) for column in self.table.columns if column.role}


def sipd_store(
    judged: Judged,
    *,
    chosen: Collection[str],
    layout: Layout | None,
    here: EntryPlace,
    why: str,
    by: Pengguna,
) -> tuple[int, int]:
    """Store every change, and the ``chosen`` rows that are new; remember the layout where there is one to remember.

    Returns how many rows changed and how many are new. ``why`` is said in the trail of each. Raises as
    :func:`sakip.entry.save_many.record_save_many` does, but for conflicts: RecordRefused.
    """
    with writing(here.scope, by=by, hold=here.kecamatan) as act:
        for line in judged.changed:
            act.name = str(line.row)
            form = amounts_form(line, here)
            if not form.is_valid():
                said = "; ".join(str(message) for messages in form.errors.values() for message in messages)
                raise RecordRefused(f"{line.row}: {said}")
            try:
                form_save(act, form, fingerprint=line.fingerprint, alasan=why)
            except Conflict as conflict:
                raise RecordRefused(f"{line.row}: {conflict.by} baru saja mengubahnya.") from conflict
        act.name = ""
        added = [new_row(one, here) for one in judged.addable if one.key in chosen]
        order = last_place(here.rows(Anggaran))
        for place, row in enumerate(added, start=order + 1):
            row.urut = place
        act.add([New(row=row) for row in added], why=why)
        if layout is not None:
            _remember(act, layout, here)
    return len(judged.changed), len(added)


def layouts(here: EntryPlace) -> list[TataLetakSipd]:
    """Every layout that the kabupaten remembers (1 query)."""
    return list(TataLetakSipd.objects.filter(kabupaten=here.kecamatan.kabupaten_id).order_by("-pk"))


def layout_forget(layout: TataLetakSipd, *, here: EntryPlace, by: Pengguna) -> None:
    """Forget a layout: the next file of its kind is recognised anew, or mapped by hand."""
    with writing(here.scope, by=by, yearly=False, printed=False) as act:
        act.tell(DELETED, layout, before=say_row(layout))
        act.remove(layout)


def pasted_columns(here: EntryPlace) -> dict[str, dict[int, str]]:
    """By its mark what each column, from 0, of a pasted table is, as the kabupaten remembers it (1 query)."""
    return {one.sidik: {int(at): key for at, key in one.kolom.items()} for one in layouts(here)}


def pasted_remember(
    *, mark: str, headings: Sequence[str], columns: Sequence[str], here: EntryPlace, by: Pengguna
) -> None:
    """Remember for the kabupaten which column of the table is which of a pasted one, as somebody chose by hand."""
    roles = {str(at): key for at, key in enumerate(columns) if key}
    with writing(here.scope, by=by, yearly=False, printed=False) as act:
        _stored(act, here, mark, [one for one in headings if one], {"kolom": roles})


def _remember(act: Act, layout: Layout, here: EntryPlace) -> None:
    own: Mapping[str, Sequence[str]] = {here.kecamatan.kode: list(layout.units)} if layout.units else {}
    headings = [column.heading for column in layout.table.columns if column.heading]
    said = {"kolom": layout.roles, "angka": layout.angka}
    _stored(act, here, layout.table.signature, headings, said, own)


def _stored(
    act: Act,
    here: EntryPlace,
    mark: str,
    headings: Sequence[str],
    said: Mapping[str, Any],
    units: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Keep what is ``said`` of tables with this mark, ``units`` of the own kecamatan beside those of others."""
    kabupaten = here.kecamatan.kabupaten
    stored = TataLetakSipd.objects.select_for_update().filter(kabupaten=kabupaten, sidik=mark).first()
    if stored is None:
        row = TataLetakSipd(
            kabupaten=kabupaten, sidik=mark, judul=list(headings), unit=dict(units or {}), **said
        )
        act.add([New(row=row)])
        return
    before = say_row(stored)
    others = {kode: names for kode, names in stored.unit.items() if kode != here.kecamatan.kode}
    wanted = {**said, "unit": others | dict(units or {})}
    changed = [name for name, value in wanted.items() if getattr(stored, name) != value]
    if not changed:
        return
    for name in changed:
        setattr(stored, name, wanted[name])
    act.change(stored, changed)
    act.tell(CHANGED, stored, before=before, after=say_row(stored))
