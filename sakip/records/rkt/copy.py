"""The RKT of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import NO_AMOUNTS, Copier, CopyOffer
from sakip.entry.form import copy_target
from sakip.entry.measured import NO_TARGET
from sakip.entry.writer import copy_row
from sakip.models import RKT, BarisRKT, SasaranRKT
from sakip.records.nomenklatur.of_year import NomenklaturOfYear
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> RKT:
    """Indikator, program, kegiatan, sub kegiatan with their indikator; targets of the Renstra, no amounts."""
    lama = RKT.objects.filter(kecamatan=copy.kecamatan, tahun=copy.dari).first()
    rkt = RKT.objects.filter(kecamatan=copy.kecamatan, tahun=copy.ke).first()
    terisi = rkt is not None and (rkt.sasaran.exists() or rkt.baris.exists())
    lama = copy.ensure(lama, terisi=terisi, nama="RKT")
    if rkt is None:
        rkt = RKT(kecamatan=copy.kecamatan, tahun=copy.ke, tempat=lama.tempat)
        copy.write([(rkt, lama)], counted=False)
    renstra = RenstraOfYear(copy.kecamatan, copy.ke)
    _sasaran(copy, renstra, lama, rkt)
    _baris(copy, renstra, lama, rkt)
    return rkt


def _sasaran(copy: Copier, renstra: RenstraOfYear, lama: RKT, rkt: RKT) -> None:
    baru = []
    for asal in lama.sasaran.select_related("acuan_indikator"):
        acuan = renstra.same(asal.acuan_indikator)
        target, sebab = renstra.target_of(acuan)
        if target is None:
            copy.tinggalkan(f'Target "{asal.indikator}" dikosongkan: {sebab}')
        kolom = copy_target(target) if target else NO_TARGET | {"cetak": ""}
        baru.append((copy_row(asal, rkt=rkt, acuan_indikator=acuan, ditinjau=False, **kolom), asal))
    copy.write(baru)


def _baris(copy: Copier, renstra: RenstraOfYear, lama: RKT, rkt: RKT) -> None:
    nomenklatur = NomenklaturOfYear(copy.ke)
    semua = lama.baris.select_related(
        "program", "kegiatan", "sub_kegiatan", "acuan_sasaran"
    ).prefetch_related("indikator")
    baru: list[tuple[BarisRKT, BarisRKT]] = []
    for asal in semua:
        jenjang = nomenklatur.jenjang(asal)
        if jenjang is None:
            copy.tinggalkan(f'"{asal}" tidak disalin: tidak ada dalam nomenklatur tahun {copy.ke}.')
            continue
        sasaran = asal.acuan_sasaran
        acuan = renstra.sasaran.get(sasaran.kunci) if sasaran else None
        baris = copy_row(asal, rkt=rkt, acuan_sasaran=acuan, anggaran=None, ditinjau=False, **jenjang)
        baru.append((baris, asal))
    copy.write(baru)
    copy.write(
        (copy_row(satu, baris=baris, target="", ditinjau=False), satu)
        for baris, asal in baru
        for satu in asal.indikator.all()
    )
    if any(asal.anggaran is not None for _, asal in baru):
        copy.tinggalkan(f"Anggaran RKT tidak disalin: {NO_AMOUNTS} {copy.ke}.")
    if any(i.target for b in semua for i in b.indikator.all()):
        copy.tinggalkan(
            f"Target indikator program, kegiatan, dan sub kegiatan tidak disalin. Isi target tahun {copy.ke}."
        )


RKT_COPY: Final = CopyOffer(
    kode="rkt",
    nama="RKT",
    halaman="rkt",
    keterangan="Sasaran, program sampai sub kegiatan, dan indikatornya; target dari Renstra, tanpa anggaran.",
    counted=((SasaranRKT, Q()), (BarisRKT, Q())),
    make=_copy,
)
