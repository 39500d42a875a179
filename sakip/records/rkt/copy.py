"""The RKT of one year copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from sakip.entry.copying import NO_AMOUNTS, Copier, CopyOffer
from sakip.entry.measured import NO_TARGET
from sakip.entry.target_form import copy_target
from sakip.entry.writer import copy_row
from sakip.models import RKT, BarisRKT, SasaranRKT
from sakip.records.nomenklatur.of_year import NomenklaturOfYear
from sakip.records.renstra.of_year import RenstraOfYear


def _copy(copy: Copier) -> RKT:
    """Indikator, program, kegiatan, sub kegiatan with their indikator; targets of the Renstra, no amounts."""
    old = RKT.objects.filter(kecamatan=copy.kecamatan, tahun=copy.source).first()
    rkt = RKT.objects.filter(kecamatan=copy.kecamatan, tahun=copy.to).first()
    filled = rkt is not None and (rkt.sasaran.exists() or rkt.baris.exists())
    old = copy.ensure(old, filled=filled, nama="RKT")
    if rkt is None:
        rkt = RKT(kecamatan=copy.kecamatan, tahun=copy.to, tempat=old.tempat)
        copy.write([(rkt, old)], counted=False)
    renstra = RenstraOfYear(copy.kecamatan, copy.to)
    _sasaran(copy, renstra, old, rkt)
    _row(copy, renstra, old, rkt)
    return rkt


def _sasaran(copy: Copier, renstra: RenstraOfYear, old: RKT, rkt: RKT) -> None:
    """What the Renstra of before had and that in force no longer has is no plan of this year, and stays behind."""
    new, former = [], False
    for origin in old.sasaran.select_related("acuan_indikator__renstra"):
        reference = renstra.same(origin.acuan_indikator)
        target, sebab = renstra.target_of(reference)
        is_former = renstra.is_former(origin.acuan_indikator)
        former |= is_former
        if reference is None and is_former:
            copy.leave_behind(f'Indikator "{origin.indikator}" tidak disalin: {sebab}')
            continue
        if target is None:
            copy.leave_behind(f'Target "{origin.indikator}" dikosongkan: {sebab}')
        columns = copy_target(target) if target else NO_TARGET | {"cetak": ""}
        new.append((copy_row(origin, rkt=rkt, acuan_indikator=reference, **columns), origin))
    copy.write(new)
    missing = renstra.missing_from(rkt.sasaran).filter(dalam_renstra=True).count() if former else 0
    if missing:
        copy.leave_behind(
            f"{missing} indikator Renstra yang berlaku tahun {copy.to} belum ada dalam RKT. Ambil dengan"
            ' "Tambahkan semua dari Renstra".'
        )


def _row(copy: Copier, renstra: RenstraOfYear, old: RKT, rkt: RKT) -> None:
    nomenklatur = NomenklaturOfYear(copy.kecamatan, copy.to)
    rows = old.baris.select_related("program", "kegiatan", "sub_kegiatan", "acuan_sasaran").prefetch_related(
        "indikator"
    )
    new: list[tuple[BarisRKT, BarisRKT]] = []
    for origin in rows:
        jenjang = nomenklatur.jenjang(origin)
        if jenjang is None:
            copy.leave_behind(f'"{origin}" tidak disalin: {nomenklatur.why_not(origin)}.')
            continue
        sasaran = origin.acuan_sasaran
        reference = renstra.sasaran.get(sasaran.kunci) if sasaran else None
        row = copy_row(origin, rkt=rkt, acuan_sasaran=reference, anggaran=None, **jenjang)
        new.append((row, origin))
    copy.write(new)
    copy.write(
        (copy_row(one, baris=row, target=""), one) for row, origin in new for one in origin.indikator.all()
    )
    if any(origin.anggaran is not None for _, origin in new):
        copy.leave_behind(f"Anggaran RKT tidak disalin: {NO_AMOUNTS} {copy.to}.")
    if any(i.target for b in rows for i in b.indikator.all()):
        copy.leave_behind(
            f"Target indikator program, kegiatan, dan sub kegiatan tidak disalin. Isi target tahun {copy.to}."
        )


RKT_COPY: Final = CopyOffer(
    kode="rkt",
    nama="RKT",
    page="rkt",
    keterangan="Sasaran, program sampai sub kegiatan, dan indikatornya; target dari Renstra, tanpa anggaran.",
    counted=((SasaranRKT, Q()), (BarisRKT, Q())),
    make=_copy,
)
