"""Rows that were copied wait for somebody who reads them: confirmed, and let wait again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import models

from kecamatan.models import Jejak, Pengguna
from sakip.entry.form import Scope
from sakip.entry.restore import NOT_KEPT
from sakip.entry.writer import DITINJAU, ROW, UNREAD, Act, RecordRefused, writing


def record_confirm(
    *, rows: Iterable[models.Model], scope: Scope, by: Pengguna | None, yearly: bool = True
) -> Jejak | None:
    """Confirm copied rows after somebody read them, each with a line in the trail.

    Returns the entry from which :func:`record_unconfirm` takes back all of it; None where none of them waits for a
    reader any more.
    """
    with writing(scope, by=by, yearly=yearly, printed=False) as act:
        return _mark(act, [(row._meta.label_lower, row.pk) for row in rows], read=True)


def record_unconfirm(*, jejak: Jejak, by: Pengguna | None, yearly: bool = True) -> Jejak | None:
    """Let rows wait for a reader again, as they did before that entry; None where none of them is there and confirmed.

    Raises :class:`sakip.entry.writer.RecordRefused` for an entry of another kind.
    """
    if jejak.tindakan != DITINJAU or jejak.kecamatan is None or jejak.tahun is None:
        raise RecordRefused(NOT_KEPT)
    rows = (jejak.sesudah or {}).get(ROW) or [(jejak.objek_jenis, jejak.objek_pk)]
    scope = Scope(kecamatan=jejak.kecamatan, tahun=jejak.tahun, pengguna=by)
    with writing(scope, by=by, yearly=yearly, printed=False) as act:
        return _mark(act, rows, read=False)


def _mark(act: Act, rows: Iterable[tuple[str, int]], *, read: bool) -> Jejak | None:
    """Set the mark of rows, by model label and number, that do not bear it yet."""
    numbers: dict[str, list[int]] = {}
    for label, pk in rows:
        numbers.setdefault(label, []).append(pk)
    word, before, after = (DITINJAU, "belum", "sudah") if read else (UNREAD, "sudah", "belum")
    marked: list[Any] = []
    for label, those in numbers.items():
        held: Any = apps.get_model(label)._base_manager.select_for_update()
        marked += held.filter(pk__in=those, ditinjau=not read).order_by("pk")
    jejak = None
    for row in marked:
        row.ditinjau = read
        act.put(row, columns=("ditinjau",))
        jejak = act.tell(word, row, before={"Ditinjau": before}, after={"Ditinjau": after})
    if len(marked) < 2:
        return jejak
    return act.tell(
        word,
        marked[0]._meta.label_lower,
        name=f"{len(marked)} baris",
        before={"Ditinjau": before},
        after={"Ditinjau": after, ROW: [(row._meta.label_lower, row.pk) for row in marked]},
    )
