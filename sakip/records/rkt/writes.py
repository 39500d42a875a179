"""Rows of the RKT taken over from the Renstra."""

from __future__ import annotations

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from sakip.entry.form import Scope, copy_target
from sakip.entry.writer import New, last_place, writing
from sakip.models import RKT, Indikator, Renstra, SasaranRKT
from sakip.selectors import renstra_berlaku


class RenstraBelumDicatat(InputError):
    """No Renstra covers the year; ``str()`` says what helps."""


def sasaran_rkt_dari_renstra(*, rkt: RKT, oleh: Pengguna | None) -> list[SasaranRKT]:
    """Add the indikator of the Renstra in force that the RKT does not have yet, with their targets of its year.

    Those that the matrix of the Renstra does not print stay out. A second time adds nothing. Raises
    :class:`RenstraBelumDicatat`, and as :func:`sakip.entry.writer.writing` and its ``add`` do.
    """
    lingkup = Scope(kecamatan=rkt.kecamatan, tahun=rkt.tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, hold=rkt) as act:
        renstra = renstra_berlaku(kecamatan=rkt.kecamatan, tahun=rkt.tahun)
        if renstra is None:
            raise RenstraBelumDicatat(
                f"Renstra yang berlaku tahun {rkt.tahun} belum dicatat. Isi dahulu Renstra."
            )
        return act.add(_missing(rkt, renstra), why=f"Ditambahkan dari {renstra}.")


def _missing(rkt: RKT, renstra: Renstra) -> list[New[SasaranRKT]]:
    ada = set(rkt.sasaran.exclude(acuan_indikator=None).values_list("acuan_indikator__kunci", flat=True))
    urut = last_place(rkt.sasaran)
    kurang = (
        Indikator.objects.filter(renstra=renstra, dalam_renstra=True)
        .exclude(kunci__in=ada)
        .select_related("sasaran")
        .prefetch_related("target")
        .order_by("sasaran__tujuan__urut", "sasaran__tujuan", "sasaran__urut", "sasaran", "urut", "pk")
    )
    return [_new(rkt, indikator, urut + n) for n, indikator in enumerate(kurang, start=1)]


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
