"""Rows of the SK IKU taken over from the Renstra."""

from __future__ import annotations

from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import New, RecordRefused, last_place, writing
from sakip.models import BarisIKU, Indikator, KeputusanIKU, Renstra
from sakip.records.iku.form import fill_from_indikator, nama_unit
from sakip.selectors import renstra_berlaku


def iku_dari_renstra(*, keputusan: KeputusanIKU, oleh: Pengguna | None) -> list[BarisIKU]:
    """Add the indikator kinerja utama of the Renstra in force that the decision does not have yet.

    A second time adds nothing. Raises :class:`sakip.entry.writer.RecordRefused` without a Renstra, and as
    :func:`sakip.entry.writer.writing` does.
    """
    lingkup = Scope(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun, pengguna=oleh)
    with writing(lingkup, by=oleh, hold=keputusan) as act:
        renstra = renstra_berlaku(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun)
        if renstra is None:
            raise RecordRefused(
                f"Renstra yang berlaku tahun {keputusan.tahun} belum dicatat. Isi dahulu Renstra."
            )
        return act.add(_missing(keputusan, renstra), why=f"Ditambahkan dari {renstra}.")


def _missing(keputusan: KeputusanIKU, renstra: Renstra) -> list[New[BarisIKU]]:
    ada = set(keputusan.baris.exclude(acuan_indikator=None).values_list("acuan_indikator__kunci", flat=True))
    urut = last_place(keputusan.baris)
    unit = nama_unit(keputusan.kecamatan)
    kurang = (
        Indikator.objects.filter(renstra=renstra, iku=True)
        .exclude(kunci__in=ada)
        .select_related("sasaran")
        .order_by("sasaran__tujuan__urut", "sasaran__tujuan", "sasaran__urut", "sasaran", "urut", "pk")
    )
    baru = []
    for n, indikator in enumerate(kurang, start=1):
        isi = fill_from_indikator(indikator, unit)
        baris = BarisIKU(keputusan=keputusan, acuan_indikator=indikator, urut=urut + n, **isi)
        baru.append(New(row=baris, source=indikator))
    return baru
