"""The Perjanjian Kinerja of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import NO_AMOUNTS, Copier, CopyOffer
from sakip.entry.form import copy_target
from sakip.entry.writer import copy_row
from sakip.models import BarisPK, PerjanjianKinerja
from sakip.records.pk.writes import latest_pk
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> PerjanjianKinerja:
    """PK murni with the indikator of last year's latest PK; a row without a target of the Renstra is left out.

    Programs are left out, because a program of a PK has an amount.
    """
    semua = list(PerjanjianKinerja.objects.filter(kecamatan=copy.kecamatan, tahun=copy.ke).order_by("versi"))
    terisi = any(p.versi or p.dikutip or p.baris.exists() or p.anggaran.exists() for p in semua)
    lama = copy.ensure(latest_pk(copy.kecamatan, copy.dari), terisi=terisi, nama="PK")
    if semua:
        pk = semua[0]
    else:
        pk = PerjanjianKinerja(kecamatan=copy.kecamatan, tahun=copy.ke, tempat=lama.tempat)
        copy.write([(pk, lama)], counted=False)
    renstra = RenstraOfYear(copy.kecamatan, copy.ke)
    baru = []
    for asal in lama.baris.select_related("acuan_indikator", "acuan_sasaran"):
        acuan = renstra.same(asal.acuan_indikator)
        target, sebab = renstra.target_of(acuan)
        if acuan is None or target is None:
            copy.tinggalkan(f'Indikator "{asal.indikator}" tidak disalin: {sebab}')
            continue
        acuan_baru = {"acuan_indikator": acuan, "acuan_sasaran": acuan.sasaran}
        baru.append(
            (copy_row(asal, perjanjian=pk, ditinjau=False, **acuan_baru, **copy_target(target)), asal)
        )
    copy.write(baru)
    if program := lama.anggaran.count():
        copy.tinggalkan(f"{program} program PK tidak disalin: {NO_AMOUNTS} {copy.ke}.")
    return pk


PK_COPY: Final = CopyOffer(
    kode="pk",
    nama="Perjanjian Kinerja",
    halaman="pk",
    keterangan="Sasaran dan indikator dari PK terakhir; target dari Renstra, tanpa program dan anggaran.",
    counted=((BarisPK, Q(perjanjian__dikutip=False)),),
    make=_copy,
)
