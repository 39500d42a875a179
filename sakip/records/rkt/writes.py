"""Rows of the RKT taken over from the Renstra."""

from __future__ import annotations

from kecamatan.models import Pengguna
from sakip.entry.form import Scope, copy_target
from sakip.entry.writer import New, last_place, writing
from sakip.models import RKT, Indikator, SasaranRKT
from sakip.records.renstra.of_year import RenstraOfYear


def sasaran_rkt_dari_renstra(*, rkt: RKT, oleh: Pengguna | None) -> list[SasaranRKT]:
    """Add the indikator of the Renstra in force that the RKT does not have yet, with their targets of its year.

    Those that the matrix of the Renstra does not print stay out. A second time adds nothing. Raises
    :class:`sakip.entry.writer.RecordRefused` without a Renstra, and as :func:`sakip.entry.writer.writing` and its
    ``add`` do.
    """
    lingkup = Scope(kecamatan=rkt.kecamatan, tahun=rkt.tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, hold=rkt) as act:
        renstra = RenstraOfYear(rkt.kecamatan, rkt.tahun)
        kurang = renstra.missing_from(rkt.sasaran).filter(dalam_renstra=True).prefetch_related("target")
        first = last_place(rkt.sasaran) + 1
        baru = [_new(rkt, indikator, urut) for urut, indikator in enumerate(kurang, first)]
        return act.add(baru, why=f"Ditambahkan dari {renstra.needed}.")


def _new(rkt: RKT, indikator: Indikator, urut: int) -> New[SasaranRKT]:
    target = next((t for t in indikator.target.all() if t.tahun == rkt.tahun), None)
    baris = SasaranRKT(
        rkt=rkt,
        sasaran=indikator.sasaran.uraian,
        indikator=indikator.nama,
        acuan_indikator=indikator,
        satuan=indikator.satuan,
        urut=urut,
        **(copy_target(target) if target else {}),
    )
    return New(row=baris, source=indikator)
