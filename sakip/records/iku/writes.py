"""Rows of the SK IKU taken over from the Renstra."""

from __future__ import annotations

from kecamatan.models import Pengguna
from sakip.entry.form import Scope
from sakip.entry.writer import New, last_place, writing
from sakip.models import BarisIKU, KeputusanIKU
from sakip.records.iku.form import fill_from_indikator
from sakip.records.reference_form import unit_names
from sakip.records.renstra.of_year import RenstraOfYear


def iku_from_renstra(*, keputusan: KeputusanIKU, by: Pengguna | None) -> list[BarisIKU]:
    """Add the indikator kinerja utama of the Renstra in force that the decision does not have yet.

    A second time adds nothing. Raises :class:`sakip.entry.writer.RecordRefused` without a Renstra, and as
    :func:`sakip.entry.writer.writing` does.
    """
    scope = Scope(kecamatan=keputusan.kecamatan, tahun=keputusan.tahun, pengguna=by)
    with writing(scope, by=by, hold=keputusan) as act:
        renstra = RenstraOfYear(keputusan.kecamatan, keputusan.tahun)
        less = renstra.missing_from(keputusan.baris).filter(iku=True)
        unit = unit_names(keputusan.kecamatan)
        new = []
        for order, indikator in enumerate(less, last_place(keputusan.baris) + 1):
            content = fill_from_indikator(indikator, unit)
            row = BarisIKU(keputusan=keputusan, acuan_indikator=indikator, urut=order, **content)
            new.append(New(row=row, source=indikator))
        return act.add(new, why=f"Ditambahkan dari {renstra.needed}.")
