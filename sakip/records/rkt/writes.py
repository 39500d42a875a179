"""Rows of the RKT taken over from the Renstra."""

from __future__ import annotations

from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.target_form import copy_target
from sakip.entry.writer import New, last_place, writing
from sakip.models import RKT, Indikator, SasaranRKT
from sakip.records.renstra.of_year import RenstraOfYear


def sasaran_rkt_from_renstra(*, rkt: RKT, by: Pengguna | None) -> list[SasaranRKT]:
    """Add the indikator of the Renstra in force that the RKT does not have yet, with their targets of its year.

    Those that the matrix of the Renstra does not print stay out. A second time adds nothing. Raises
    :class:`sakip.entry.writer.RecordRefused` without a Renstra, and as :func:`sakip.entry.writer.writing` and its
    ``add`` do.
    """
    scope = Scope(kecamatan=rkt.kecamatan, tahun=rkt.tahun, pengguna=by)
    with writing(scope, by=by, hold=rkt) as act:
        renstra = RenstraOfYear(rkt.kecamatan, rkt.tahun)
        less = renstra.missing_from(rkt.sasaran).filter(dalam_renstra=True).prefetch_related("target")
        first = last_place(rkt.sasaran) + 1
        new = [_new(rkt, indikator, order) for order, indikator in enumerate(less, first)]
        return act.add(new, why=f"Ditambahkan dari {renstra.needed}.")


def _new(rkt: RKT, indikator: Indikator, order: int) -> New[SasaranRKT]:
    target = next((t for t in indikator.target.all() if t.tahun == rkt.tahun), None)
    row = SasaranRKT(
        rkt=rkt,
        sasaran=indikator.sasaran.uraian,
        indikator=indikator.nama,
        acuan_indikator=indikator,
        satuan=indikator.satuan,
        urut=order,
        **(copy_target(target) if target else {}),
    )
    return New(row=row, source=indikator)
