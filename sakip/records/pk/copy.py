"""The Perjanjian Kinerja of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import NO_AMOUNTS, Copier, CopyOffer
from sakip.entry.target_form import copy_target
from sakip.entry.writer import copy_row
from sakip.models import BarisPK, PerjanjianKinerja
from sakip.records.pk.writes import latest_pk
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> PerjanjianKinerja:
    """PK murni with the indikator of last year's latest PK; a row without a target of the Renstra is left out.

    Programs are left out, because a program of a PK has an amount.
    """
    agreements = list(
        PerjanjianKinerja.objects.filter(kecamatan=copy.kecamatan, tahun=copy.to).order_by("versi")
    )
    filled = any(p.versi or p.dikutip or p.baris.exists() or p.anggaran.exists() for p in agreements)
    old = copy.ensure(latest_pk(copy.kecamatan, copy.source), filled=filled, nama="PK")
    if agreements:
        pk = agreements[0]
    else:
        pk = PerjanjianKinerja(kecamatan=copy.kecamatan, tahun=copy.to, tempat=old.tempat)
        copy.write([(pk, old)], counted=False)
    renstra = RenstraOfYear(copy.kecamatan, copy.to)
    new = []
    for origin in old.baris.select_related("acuan_indikator", "acuan_sasaran"):
        reference = renstra.same(origin.acuan_indikator)
        target, sebab = renstra.target_of(reference)
        if reference is None or target is None:
            copy.leave_behind(f'Indikator "{origin.indikator}" tidak disalin: {sebab}')
            continue
        new_references = {"acuan_indikator": reference, "acuan_sasaran": reference.sasaran}
        new.append((copy_row(origin, perjanjian=pk, **new_references, **copy_target(target)), origin))
    copy.write(new)
    if program := old.anggaran.count():
        copy.leave_behind(f"{program} program PK tidak disalin: {NO_AMOUNTS} {copy.to}.")
    return pk


PK_COPY: Final = CopyOffer(
    kode="pk",
    nama="Perjanjian Kinerja",
    page="pk",
    keterangan="Sasaran dan indikator dari PK terakhir; target dari Renstra, tanpa program dan anggaran.",
    counted=((BarisPK, Q(perjanjian__dikutip=False)),),
    make=_copy,
)
