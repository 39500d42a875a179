"""A Renstra is changed by a new version that begins as a copy of the one in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from django.db import models

from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import COPIED, Act, New, RecordRefused, copy_row, writing
from sakip.models import IndikatorTujuan, Renstra

M = TypeVar("M", bound=models.Model)


def renstra_copy_perubahan(*, renstra: Renstra, tahun: int, by: Pengguna | None) -> Renstra:
    """The next version: the whole tree under the same kunci, with its targets; ``tahun`` is the year of the page.

    Legal basis, dates and source are the new document's own and begin empty. Raises
    :class:`sakip.entry.writer.RecordRefused` when there is a later version already, and as
    :func:`sakip.entry.writer.writing` and its ``add`` do.
    """
    scope = Scope(kecamatan=renstra.kecamatan, tahun=tahun, pengguna=by)
    with writing(scope, by=by, yearly=False, hold=renstra) as act:
        later = (
            Renstra.objects.for_kecamatan(renstra.kecamatan)
            .filter(tahun_awal=renstra.tahun_awal, versi__gt=renstra.versi)
            .order_by("-versi")
            .first()
        )
        if later is not None:
            raise RecordRefused(f"Sudah ada perubahan ke-{later.versi}. Salin dari perubahan itu.")
        fresh = copy_row(
            renstra, versi=renstra.versi + 1, dasar="", tanggal=None, sumber="", berlaku_sejak=None
        )
        _copy(act, renstra, [renstra], lambda _: fresh)
        _copy_tree(act, renstra, fresh)
        return fresh


def _copy_tree(act: Act, origin: Renstra, fresh: Renstra) -> None:
    """What is below a Renstra, level by level."""
    tujuan = _copy(act, origin, origin.tujuan.all(), lambda t: copy_row(t, renstra=fresh))
    of_tujuan = list(IndikatorTujuan.objects.filter(tujuan__in=tujuan).prefetch_related("target"))
    indikator_tujuan = _copy(act, origin, of_tujuan, lambda i: copy_row(i, tujuan=tujuan[i.tujuan_id]))
    _copy_targets(act, of_tujuan, indikator_tujuan)
    sasaran = _copy(
        act, origin, origin.sasaran.all(), lambda s: copy_row(s, renstra=fresh, tujuan=tujuan[s.tujuan_id])
    )
    all_indikator = list(origin.indikator.prefetch_related("target", "skala__kategori"))
    indikator = _copy(
        act,
        origin,
        all_indikator,
        lambda i: copy_row(i, renstra=fresh, sasaran=sasaran[i.sasaran_id], skala=i.skala),
    )
    _copy_targets(act, all_indikator, indikator)


def _copy(act: Act, origin: Renstra, rows: Iterable[M], made: Callable[[M], M]) -> dict[int, M]:
    """Add a copy of every row, each with its line in the trail; returns them by the number of the row copied."""
    fresh = [New(row=made(old), source=old) for old in rows]
    act.add(fresh, why=f"Disalin dari {origin}.", word=COPIED)
    return {new.source.pk: new.row for new in fresh if new.source}


def _copy_targets(act: Act, rows: Iterable[Any], copies: Mapping[int, models.Model]) -> None:
    """The targets of these indikator; the trail tells them with their indikator."""
    targets = [(target, copies[row.pk]) for row in rows for target in row.target.all()]
    act.add([New(row=copy_row(t, indikator=copy), told=False, source=t) for t, copy in targets])
