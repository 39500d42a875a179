"""RKT, PK and SK IKU of one year copied into another."""

from __future__ import annotations

from kecamatan.models import Kecamatan, Pengguna
from sakip import models as m
from sakip.copy_year.base import Copier, CopyResult, copying
from sakip.entry.form import copy_target
from sakip.entry.measured import NO_TARGET
from sakip.entry.writer import copy_row

TANPA_ANGGARAN = "anggaran ditetapkan untuk setiap tahun. Isi anggaran tahun"


def copy_rkt(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
    """Indikator, program, kegiatan, sub kegiatan with their indikator; targets of the Renstra, no amounts.

    Raises :class:`sakip.copy_year.base.AlreadyFilled`, :class:`sakip.entry.writer.RecordRefused` and
    :class:`sakip.entry.lock.YearClosed`; then nothing is written.
    """
    with copying(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh) as copy:
        lama = m.RKT.objects.filter(kecamatan=kecamatan, tahun=dari).first()
        rkt = m.RKT.objects.filter(kecamatan=kecamatan, tahun=ke).first()
        terisi = rkt is not None and (rkt.sasaran.exists() or rkt.baris.exists())
        copy.ensure(ada=lama is not None, terisi=terisi, nama="RKT")
        assert lama is not None  # noqa: S101  # ensure() refused
        if rkt is None:
            rkt = m.RKT(kecamatan=kecamatan, tahun=ke, tempat=lama.tempat)
            copy.write([(rkt, lama)], counted=False)
        _sasaran_rkt(copy, lama, rkt)
        _baris_rkt(copy, lama, rkt)
        return copy.selesai(kode="rkt", dokumen=rkt)


def _sasaran_rkt(copy: Copier, lama: m.RKT, rkt: m.RKT) -> None:
    baru = []
    for asal in lama.sasaran.select_related("acuan_indikator"):
        acuan = copy.acuan(asal.acuan_indikator)
        target = copy.target.get(acuan.kunci) if acuan else None
        if target is None:
            copy.tinggalkan(f'Target "{asal.indikator}" dikosongkan: {_tanpa_target(acuan, copy.ke)}')
        kolom = copy_target(target) if target else NO_TARGET | {"cetak": ""}
        baru.append((copy_row(asal, rkt=rkt, acuan_indikator=acuan, ditinjau=False, **kolom), asal))
    copy.write(baru)


def _baris_rkt(copy: Copier, lama: m.RKT, rkt: m.RKT) -> None:
    semua = lama.baris.select_related(
        "program", "kegiatan", "sub_kegiatan", "acuan_sasaran"
    ).prefetch_related("indikator")
    baru: list[tuple[m.BarisRKT, m.BarisRKT]] = []
    for asal in semua:
        jenjang = copy.jenjang(asal)
        if jenjang is None:
            copy.tinggalkan(f'"{asal}" tidak disalin: tidak ada dalam nomenklatur tahun {copy.ke}.')
            continue
        sasaran = asal.acuan_sasaran
        acuan = copy.sasaran.get(sasaran.kunci) if sasaran else None
        baris = copy_row(asal, rkt=rkt, acuan_sasaran=acuan, anggaran=None, ditinjau=False, **jenjang)
        baru.append((baris, asal))
    copy.write(baru)
    copy.write(
        (copy_row(satu, baris=baris, target="", ditinjau=False), satu)
        for baris, asal in baru
        for satu in asal.indikator.all()
    )
    if any(asal.anggaran is not None for _, asal in baru):
        copy.tinggalkan(f"Anggaran RKT tidak disalin: {TANPA_ANGGARAN} {copy.ke}.")
    if any(i.target for b in semua for i in b.indikator.all()):
        copy.tinggalkan(
            f"Target indikator program, kegiatan, dan sub kegiatan tidak disalin. Isi target tahun {copy.ke}."
        )


def copy_pk(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
    """PK murni with the indikator of last year's latest PK; a row without a target of the Renstra is left out.

    Programs are left out, because a program of a PK has an amount. Raises as :func:`copy_rkt` does.
    """
    with copying(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh) as copy:
        lama = (
            m.PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=dari, dikutip=False)
            .order_by("versi")
            .last()
        )
        semua = list(m.PerjanjianKinerja.objects.filter(kecamatan=kecamatan, tahun=ke).order_by("versi"))
        terisi = any(p.versi or p.dikutip or p.baris.exists() or p.anggaran.exists() for p in semua)
        copy.ensure(ada=lama is not None, terisi=terisi, nama="PK")
        assert lama is not None  # noqa: S101  # ensure() refused
        if semua:
            pk = semua[0]
        else:
            pk = m.PerjanjianKinerja(kecamatan=kecamatan, tahun=ke, tempat=lama.tempat)
            copy.write([(pk, lama)], counted=False)
        _baris_pk(copy, lama, pk)
        if program := lama.anggaran.count():
            copy.tinggalkan(f"{program} program PK tidak disalin: {TANPA_ANGGARAN} {ke}.")
        return copy.selesai(kode="pk", dokumen=pk)


def _baris_pk(copy: Copier, lama: m.PerjanjianKinerja, pk: m.PerjanjianKinerja) -> None:
    baru = []
    for asal in lama.baris.select_related("acuan_indikator", "acuan_sasaran"):
        acuan = copy.acuan(asal.acuan_indikator)
        target = copy.target.get(acuan.kunci) if acuan else None
        if target is None:
            copy.tinggalkan(f'Indikator "{asal.indikator}" tidak disalin: {_tanpa_target(acuan, copy.ke)}')
            continue
        acuan_baru = {"acuan_indikator": acuan, "acuan_sasaran": acuan.sasaran if acuan else None}
        baris = copy_row(asal, perjanjian=pk, ditinjau=False, **acuan_baru, **copy_target(target))
        baru.append((baris, asal))
    copy.write(baru)


def copy_iku(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
    """The SK IKU with its citations, lampiran and rows, without number and date. Raises as :func:`copy_rkt` does."""
    with copying(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh) as copy:
        lama = m.KeputusanIKU.objects.filter(kecamatan=kecamatan, tahun=dari).first()
        iku = m.KeputusanIKU.objects.filter(kecamatan=kecamatan, tahun=ke).first()
        terisi = iku is not None and (
            iku.baris.exists() or iku.butir.exists() or iku.daftar_mengingat.exists()
        )
        copy.ensure(ada=lama is not None, terisi=terisi, nama="Keputusan IKU")
        assert lama is not None  # noqa: S101  # ensure() refused
        if iku is None:
            iku = m.KeputusanIKU(kecamatan=kecamatan, tahun=ke, tempat=lama.tempat, instansi=lama.instansi)
            copy.write([(iku, lama)], counted=False)
        for daftar in (lama.daftar_mengingat.select_related("peraturan"), lama.butir.all()):
            copy.write((copy_row(asal, keputusan=iku, ditinjau=False), asal) for asal in daftar)
        baru = []
        for baris in lama.baris.select_related("acuan_indikator"):
            acuan = copy.acuan(baris.acuan_indikator)
            if acuan is None and baris.acuan_indikator is not None:
                copy.tinggalkan(
                    f'Kaitan "{baris.indikator}" dengan Renstra dilepas: tidak ada dalam Renstra tahun {ke}.'
                )
            baru.append((copy_row(baris, keputusan=iku, acuan_indikator=acuan, ditinjau=False), baris))
        copy.write(baru)
        return copy.selesai(kode="iku", dokumen=iku)


def _tanpa_target(acuan: m.Indikator | None, tahun: int) -> str:
    if acuan is None:
        return f"indikator ini tidak ada dalam Renstra yang berlaku tahun {tahun}."
    return f"Renstra tidak menetapkan targetnya untuk tahun {tahun}."
