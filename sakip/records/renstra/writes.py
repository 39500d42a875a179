"""A Renstra is changed by a new version that begins as a copy of the one in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from django.db import models

from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import DISALIN, Act, New, RecordRefused, copy_row, writing
from sakip.models import IndikatorTujuan, Renstra

M = TypeVar("M", bound=models.Model)


def renstra_copy_perubahan(*, renstra: Renstra, tahun: int, oleh: Pengguna | None) -> Renstra:
    """The next version: the whole tree under the same kunci, with its targets; ``tahun`` is the year of the page.

    Legal basis, date and source are the new document's own and begin empty. Raises
    :class:`sakip.entry.writer.RecordRefused` when there is a later version already, and as
    :func:`sakip.entry.writer.writing` and its ``add`` do.
    """
    lingkup = Scope(kecamatan=renstra.kecamatan, tahun=tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, yearly=False, hold=renstra) as act:
        kemudian = (
            Renstra.objects.for_kecamatan(renstra.kecamatan)
            .filter(tahun_awal=renstra.tahun_awal, versi__gt=renstra.versi)
            .order_by("-versi")
            .first()
        )
        if kemudian is not None:
            raise RecordRefused(f"Sudah ada perubahan ke-{kemudian.versi}. Salin dari perubahan itu.")
        baru = copy_row(renstra, versi=renstra.versi + 1, dasar="", tanggal=None, sumber="")
        _copy(act, renstra, [renstra], lambda _: baru)
        _copy_tree(act, renstra, baru)
        return baru


def _copy_tree(act: Act, asal: Renstra, baru: Renstra) -> None:
    """What is below a Renstra, level by level."""
    tujuan = _copy(act, asal, asal.tujuan.all(), lambda t: copy_row(t, renstra=baru))
    milik_tujuan = list(IndikatorTujuan.objects.filter(tujuan__in=tujuan).prefetch_related("target"))
    indikator_tujuan = _copy(act, asal, milik_tujuan, lambda i: copy_row(i, tujuan=tujuan[i.tujuan_id]))
    _copy_targets(act, milik_tujuan, indikator_tujuan)
    sasaran = _copy(
        act, asal, asal.sasaran.all(), lambda s: copy_row(s, renstra=baru, tujuan=tujuan[s.tujuan_id])
    )
    semua = list(asal.indikator.prefetch_related("target", "skala__kategori"))
    indikator = _copy(
        act, asal, semua, lambda i: copy_row(i, renstra=baru, sasaran=sasaran[i.sasaran_id], skala=i.skala)
    )
    _copy_targets(act, semua, indikator)


def _copy(act: Act, asal: Renstra, rows: Iterable[M], made: Callable[[M], M]) -> dict[int, M]:
    """Add a copy of every row, each with its line in the trail; returns them by the number of the row copied."""
    baru = [New(row=made(lama), source=lama) for lama in rows]
    act.add(baru, why=f"Disalin dari {asal}.", word=DISALIN)
    return {new.source.pk: new.row for new in baru if new.source}


def _copy_targets(act: Act, rows: Iterable[Any], copies: Mapping[int, models.Model]) -> None:
    """The targets of these indikator; the trail tells them with their indikator."""
    targets = [(target, copies[row.pk]) for row in rows for target in row.target.all()]
    act.add([New(row=copy_row(t, indikator=copy), told=False, source=t) for t, copy in targets])
