"""Rows of the yearly documents → RKT, PK, SK IKU and rencana aksi."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django.db.models import Model, Prefetch

from kecamatan import models as wilayah
from sakip import models as m
from sakip.capaian.inputs import Akumulasi
from sakip.snapshot.plan import nama
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.types import (
    RKT,
    AnggaranPK,
    BarisIKU,
    BarisPK,
    BarisRencanaAksi,
    BarisRKT,
    IndikatorKegiatan,
    KegiatanRencanaAksi,
    KeputusanIKU,
    PerjanjianKinerja,
    RencanaAksi,
    SasaranRKT,
)
from sakip.snapshot.values import angka, choose_pejabat, pejabat, target, target_opsional

JENJANG = ("program", "kegiatan", "sub_kegiatan")
#: What :func:`sakip.snapshot.reference.nomenklatur_of` reads, as paths to select along.
NOMENKLATUR = ("program__versi", "kegiatan", "sub_kegiatan")
_RENSTRA_INDIKATOR = "acuan_indikator__renstra__kecamatan"
_RENSTRA_SASARAN = "acuan_sasaran__renstra__kecamatan"


class BarisBerjenjang(Protocol):
    """A row that names a program and, below it, perhaps a kegiatan and a sub kegiatan."""

    @property
    def program(self) -> m.Program | None:
        """Always there in some models."""

    @property
    def kegiatan(self) -> m.Kegiatan | None:
        """None on a program row."""

    @property
    def sub_kegiatan(self) -> m.SubKegiatan | None:
        """None on a program or kegiatan row."""


def jenjang(baris: BarisBerjenjang) -> dict[str, str]:
    """Codes and names of the three levels, empty below the row's own."""
    hasil: dict[str, str] = {}
    for tingkat in JENJANG:
        acuan = getattr(baris, tingkat)
        hasil[tingkat] = acuan.kode if acuan else ""
        hasil[f"nama_{tingkat}"] = acuan.nama if acuan else ""
    return hasil


def fetch(jalur: str, model: type[Model], *pilih: str) -> Prefetch[str]:
    """A prefetch whose rows bring the rows they point at along, in the same query."""
    return Prefetch(jalur, queryset=model._default_manager.select_related(*pilih))


def _kunci(acuan: m.Indikator | m.Sasaran | None) -> str:
    return acuan.kunci if acuan else ""


def rkt(kecamatan: wilayah.Kecamatan, tahun: int, nama_unit: Mapping[str, str]) -> RKT | None:
    """The year's RKT (4 queries)."""
    baris = (
        m.RKT.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related(*choose_pejabat("penandatangan"))
        .prefetch_related(
            fetch("sasaran", m.SasaranRKT, _RENSTRA_INDIKATOR),
            fetch("baris", m.BarisRKT, _RENSTRA_SASARAN, *NOMENKLATUR),
            "baris__indikator",
        )
        .first()
    )
    if baris is None:
        return None
    return RKT(
        tahun=baris.tahun,
        tempat=baris.tempat,
        tanggal=baris.tanggal,
        tanggal_cetak=baris.tanggal_cetak,
        penandatangan=pejabat(baris.penandatangan),
        sasaran=tuple(
            SasaranRKT(
                sasaran=s.sasaran,
                indikator=s.indikator,
                kunci_indikator=_kunci(s.acuan_indikator),
                target=target_opsional(s),
                satuan=s.satuan,
                pk=s.pk,
                acuan=renstra_of(s.acuan_indikator),
            )
            for s in baris.sasaran.all()
        ),
        baris=tuple(
            BarisRKT(
                kunci_sasaran=_kunci(b.acuan_sasaran),
                tingkat=_tingkat(b),
                **jenjang(b),
                indikator=tuple(
                    IndikatorKegiatan(uraian=i.uraian, target=i.target, satuan=i.satuan)
                    for i in b.indikator.all()
                ),
                anggaran=angka(b.anggaran),
                penanggung_jawab=nama(b.penanggung_jawab, nama_unit),
                pk=b.pk,
                acuan=renstra_of(b.acuan_sasaran),
                nomenklatur=nomenklatur_of(b),
            )
            for b in baris.baris.all()
        ),
        pk=baris.pk,
    )


def _tingkat(baris: BarisBerjenjang) -> str:
    if baris.sub_kegiatan:
        return "sub kegiatan"
    return "kegiatan" if baris.kegiatan else "program"


def perjanjian(
    kecamatan: wilayah.Kecamatan, tahun: range, *, hanya_indikator: bool = False
) -> list[PerjanjianKinerja]:
    """PK of the years, murni before perubahan (3 queries); ``hanya_indikator`` leaves out parties and money (2)."""
    baris = (
        m.PerjanjianKinerja.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=tahun)
        .order_by("tahun", "versi")
        .prefetch_related(fetch("baris", m.BarisPK, _RENSTRA_INDIKATOR, _RENSTRA_SASARAN))
    )
    if not hanya_indikator:
        baris = baris.select_related(*choose_pejabat("pihak_pertama", "pihak_kedua")).prefetch_related(
            fetch("anggaran", m.AnggaranPK, "program__versi")
        )
    return [
        PerjanjianKinerja(
            tahun=p.tahun,
            versi=p.versi,
            alasan=p.alasan,
            tempat=p.tempat,
            tanggal=p.tanggal,
            tanggal_cetak=p.tanggal_cetak,
            pihak_pertama=None if hanya_indikator else pejabat(p.pihak_pertama),
            pihak_kedua=None if hanya_indikator else pejabat(p.pihak_kedua),
            sumber=p.sumber,
            indikator=tuple(
                BarisPK(
                    sasaran=b.sasaran,
                    kunci_sasaran=_kunci(b.acuan_sasaran),
                    indikator=b.indikator,
                    kunci_indikator=_kunci(b.acuan_indikator),
                    target=target(b),
                    satuan=b.satuan,
                    pk=b.pk,
                    acuan=renstra_of(b.acuan_indikator, b.acuan_sasaran),
                )
                for b in p.baris.all()
            ),
            anggaran=tuple(
                AnggaranPK(
                    program=a.program.kode if a.program else "",
                    nama=a.nama,
                    anggaran=angka(a.anggaran),
                    sumber_dana=a.sumber_dana,
                    pk=a.pk,
                    nomenklatur=nomenklatur_of(a),
                )
                for a in (() if hanya_indikator else p.anggaran.all())
            ),
            pk=p.pk,
        )
        for p in baris
    ]


def keputusan_iku(kecamatan: wilayah.Kecamatan, tahun: int) -> KeputusanIKU | None:
    """The year's SK IKU (4 queries)."""
    baris = (
        m.KeputusanIKU.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related(*choose_pejabat("penandatangan"))
        .prefetch_related(
            fetch("daftar_mengingat", m.MengingatIKU, "peraturan"),
            "butir",
            fetch("baris", m.BarisIKU, _RENSTRA_INDIKATOR),
        )
        .first()
    )
    if baris is None:
        return None
    butir = {
        jenis: tuple(b.uraian for b in baris.butir.all() if b.jenis == jenis)
        for jenis in ("tugas", "fungsi", "tujuan", "indikator_tujuan")
    }
    return KeputusanIKU(
        tahun=baris.tahun,
        nomor=baris.nomor,
        tempat=baris.tempat,
        tanggal=baris.tanggal,
        tanggal_cetak=baris.tanggal_cetak,
        penandatangan=pejabat(baris.penandatangan),
        mengingat=tuple(d.peraturan.sebutan for d in baris.daftar_mengingat.all()),
        instansi=baris.instansi,
        **butir,
        baris=tuple(
            BarisIKU(
                sasaran=b.sasaran,
                indikator=b.indikator,
                kunci_indikator=_kunci(b.acuan_indikator),
                satuan=b.satuan,
                pembilang=b.pembilang,
                penyebut=b.penyebut,
                pengali=angka(b.acuan_indikator.pengali) if b.acuan_indikator else None,
                formulasi=b.formulasi,
                penjelasan=tuple(b.penjelasan),
                penanggung_jawab=tuple(b.penanggung_jawab),
                sumber_data=b.sumber_data,
                pk=b.pk,
                acuan=renstra_of(b.acuan_indikator),
            )
            for b in baris.baris.all()
        ),
        pk=baris.pk,
    )


def rencana_aksi(kecamatan: wilayah.Kecamatan, tahun: int) -> RencanaAksi | None:
    """The year's rencana aksi (4 queries)."""
    baris = (
        m.RencanaAksi.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related(*choose_pejabat("penandatangan"))
        .prefetch_related(
            fetch("baris", m.BarisRencanaAksi, _RENSTRA_INDIKATOR),
            "baris__target",
            fetch("baris__kegiatan", m.KegiatanRencanaAksi, *NOMENKLATUR),
        )
        .first()
    )
    if baris is None:
        return None
    return RencanaAksi(
        tahun=baris.tahun,
        tempat=baris.tempat,
        tanggal=baris.tanggal,
        tanggal_cetak=baris.tanggal_cetak,
        penandatangan=pejabat(baris.penandatangan),
        baris=tuple(_baris_rencana_aksi(b) for b in baris.baris.all()),
        pk=baris.pk,
    )


def _baris_rencana_aksi(baris: m.BarisRencanaAksi) -> BarisRencanaAksi:
    triwulan = {t.triwulan: target(t) for t in baris.target.all()}
    return BarisRencanaAksi(
        sasaran=baris.sasaran,
        indikator=baris.indikator,
        kunci_indikator=_kunci(baris.acuan_indikator),
        satuan=baris.satuan,
        akumulasi=Akumulasi(baris.akumulasi),
        triwulan=tuple(triwulan.get(n) for n in range(1, 5)),
        kegiatan=tuple(
            KegiatanRencanaAksi(
                nama_program=k.program.nama,
                nama_kegiatan=k.kegiatan.nama if k.kegiatan else "",
                nama_sub_kegiatan=k.sub_kegiatan.nama if k.sub_kegiatan else "",
                indikator=k.indikator,
                satuan=k.satuan,
                triwulan=tuple(angka(t) for t in (k.triwulan_1, k.triwulan_2, k.triwulan_3, k.triwulan_4)),
                pk=k.pk,
                nomenklatur=nomenklatur_of(k),
            )
            for k in baris.kegiatan.all()
        ),
        pk=baris.pk,
        acuan=renstra_of(baris.acuan_indikator),
    )
