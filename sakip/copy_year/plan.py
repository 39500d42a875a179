"""RKT, PK and SK IKU of one year copied into another."""

from __future__ import annotations

from django.db import transaction

from kecamatan.models import Kecamatan, Pengguna
from sakip import models as m
from sakip.copy_year.base import HasilSalin, Penyalin
from sakip.records.pk.writes import copy_target

TANPA_ANGGARAN = "anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun"


@transaction.atomic
def copy_rkt(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> HasilSalin:
    """Indikator, program, kegiatan, sub kegiatan with their indikator; targets of the Renstra, no amounts.

    Raises :class:`sakip.copy_year.base.AlreadyFilled`, :class:`sakip.entry.save.RecordRefused` and
    :class:`sakip.entry.lock.YearClosed`; then nothing is written.
    """
    copy = Penyalin(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)
    lama = m.RKT.objects.filter(kecamatan=kecamatan, tahun=dari).first()
    copy.mulai(ada=lama is not None, nama="RKT")
    assert lama is not None  # noqa: S101  # mulai() refused
    copy.kunci()
    rkt = m.RKT.objects.filter(kecamatan=kecamatan, tahun=ke).first()
    terisi = rkt is not None and (rkt.sasaran.exists() or rkt.baris.exists())
    copy.ensure_empty(terisi=terisi, nama="RKT")
    if rkt is None:
        rkt = m.RKT(kecamatan=kecamatan, tahun=ke, tempat=lama.tempat)
        copy.write(rkt, counted=False)
    for asal in lama.sasaran.select_related("acuan_indikator"):
        acuan = copy.acuan(asal.acuan_indikator)
        target = copy.target.get(acuan.kunci) if acuan else None
        if target is None:
            copy.tinggalkan(f'Target "{asal.indikator}" dikosongkan: {_tanpa_target(acuan, ke)}')
        copy.write(
            m.SasaranRKT(
                rkt=rkt,
                sasaran=asal.sasaran,
                indikator=asal.indikator,
                acuan_indikator=acuan,
                satuan=asal.satuan,
                urut=asal.urut,
                ditinjau=False,
                **(copy_target(target) if target else {}),
            )
        )
    _baris_rkt(copy, lama, rkt)
    return copy.selesai(kode="rkt", dokumen=rkt)


def _baris_rkt(copy: Penyalin, lama: m.RKT, rkt: m.RKT) -> None:
    semua = lama.baris.select_related(
        "program", "kegiatan", "sub_kegiatan", "acuan_sasaran"
    ).prefetch_related("indikator")
    beranggaran = False
    for asal in semua:
        jenjang = copy.jenjang(asal)
        if jenjang is None:
            copy.tinggalkan(f'"{asal}" tidak disalin: tidak ada dalam nomenklatur tahun {copy.ke}.')
            continue
        beranggaran |= asal.anggaran is not None
        sasaran = asal.acuan_sasaran
        baris = m.BarisRKT(
            rkt=rkt,
            acuan_sasaran=copy.sasaran.get(sasaran.kunci) if sasaran else None,
            penanggung_jawab=asal.penanggung_jawab,
            urut=asal.urut,
            ditinjau=False,
            **jenjang,
        )
        copy.write(baris)
        for satu in asal.indikator.all():
            copy.write(
                m.IndikatorBarisRKT(
                    baris=baris, uraian=satu.uraian, satuan=satu.satuan, urut=satu.urut, ditinjau=False
                )
            )
    if beranggaran:
        copy.tinggalkan(f"Anggaran RKT tidak disalin: {TANPA_ANGGARAN} {copy.ke}.")
    if any(i.target for b in semua for i in b.indikator.all()):
        copy.tinggalkan(
            f"Target indikator program, kegiatan, dan sub kegiatan tidak disalin. Isi target tahun {copy.ke}."
        )


@transaction.atomic
def copy_pk(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> HasilSalin:
    """PK murni with the indikator of last year's latest PK; a row without a target of the Renstra is left out.

    Programs are left out, because a program of a PK has an amount. Raises as :func:`copy_rkt` does.
    """
    copy = Penyalin(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)
    lama = (
        m.PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=dari, dikutip=False)
        .order_by("versi")
        .last()
    )
    copy.mulai(ada=lama is not None, nama="PK")
    assert lama is not None  # noqa: S101  # mulai() refused
    copy.kunci()
    semua = list(m.PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=ke).order_by("versi"))
    terisi = any(p.versi or p.dikutip or p.baris.exists() or p.anggaran.exists() for p in semua)
    copy.ensure_empty(terisi=terisi, nama="PK")
    if semua:
        pk = semua[0]
    else:
        pk = m.PerjanjianKinerja(kecamatan=kecamatan, tahun=ke, tempat=lama.tempat)
        copy.write(pk, counted=False)
    for asal in lama.baris.select_related("acuan_indikator", "acuan_sasaran"):
        acuan = copy.acuan(asal.acuan_indikator)
        target = copy.target.get(acuan.kunci) if acuan else None
        if target is None:
            copy.tinggalkan(f'Indikator "{asal.indikator}" tidak disalin: {_tanpa_target(acuan, ke)}')
            continue
        copy.write(
            m.BarisPK(
                perjanjian=pk,
                sasaran=asal.sasaran,
                acuan_sasaran=acuan.sasaran if acuan else None,
                indikator=asal.indikator,
                acuan_indikator=acuan,
                satuan=asal.satuan,
                urut=asal.urut,
                ditinjau=False,
                **copy_target(target),
            )
        )
    if program := lama.anggaran.count():
        copy.tinggalkan(f"{program} program PK tidak disalin: {TANPA_ANGGARAN} {ke}.")
    return copy.selesai(kode="pk", dokumen=pk)


@transaction.atomic
def copy_iku(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> HasilSalin:
    """The SK IKU with its citations, lampiran and rows, without number and date. Raises as :func:`copy_rkt` does."""
    copy = Penyalin(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)
    lama = m.KeputusanIKU.objects.filter(kecamatan=kecamatan, tahun=dari).first()
    copy.mulai(ada=lama is not None, nama="Keputusan IKU")
    assert lama is not None  # noqa: S101  # mulai() refused
    copy.kunci()
    iku = m.KeputusanIKU.objects.filter(kecamatan=kecamatan, tahun=ke).first()
    terisi = iku is not None and (iku.baris.exists() or iku.butir.exists() or iku.daftar_mengingat.exists())
    copy.ensure_empty(terisi=terisi, nama="Keputusan IKU")
    if iku is None:
        iku = m.KeputusanIKU(kecamatan=kecamatan, tahun=ke, tempat=lama.tempat, instansi=lama.instansi)
        copy.write(iku, counted=False)
    for ingat in lama.daftar_mengingat.select_related("peraturan"):
        copy.write(m.MengingatIKU(keputusan=iku, peraturan=ingat.peraturan, urut=ingat.urut, ditinjau=False))
    for butir in lama.butir.all():
        copy.write(
            m.ButirIKU(keputusan=iku, jenis=butir.jenis, uraian=butir.uraian, urut=butir.urut, ditinjau=False)
        )
    for asal in lama.baris.select_related("acuan_indikator"):
        acuan = copy.acuan(asal.acuan_indikator)
        if acuan is None and asal.acuan_indikator is not None:
            copy.tinggalkan(
                f'Kaitan "{asal.indikator}" dengan Renstra dilepas: tidak ada dalam Renstra tahun {ke}.'
            )
        isi = {nama: getattr(asal, nama) for nama in _KOLOM_IKU}
        copy.write(m.BarisIKU(keputusan=iku, acuan_indikator=acuan, ditinjau=False, **isi))
    return copy.selesai(kode="iku", dokumen=iku)


_KOLOM_IKU = (
    "sasaran",
    "indikator",
    "satuan",
    "pembilang",
    "penyebut",
    "formulasi",
    "penjelasan",
    "penanggung_jawab",
    "sumber_data",
    "urut",
)


def _tanpa_target(acuan: m.Indikator | None, tahun: int) -> str:
    if acuan is None:
        return f"indikator ini tidak ada dalam Renstra yang berlaku tahun {tahun}."
    return f"Renstra tidak menetapkan targetnya untuk tahun {tahun}."
