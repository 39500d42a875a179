"""The year's profile and the composition of the staff, as they are frozen."""

from __future__ import annotations

from kecamatan import models as m
from sakip.snapshot.types import (
    BarisSDM,
    Fakta,
    Profil,
)
from sakip.snapshot.values import angka


def profil(kecamatan: m.Kecamatan, tahun: int) -> Profil | None:
    """The year's profile (4 queries), or None when nobody has written one."""
    baris = (
        m.ProfilKecamatan.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .prefetch_related("daftar_dasar_hukum__peraturan", "butir", "fakta")
        .first()
    )
    if baris is None:
        return None
    butir = {
        jenis: tuple(b.uraian for b in baris.butir.all() if b.jenis == jenis)
        for jenis in ("kedudukan", "tugas", "fungsi", "isu")
    }
    return Profil(
        dasar_hukum=tuple(d.peraturan.sebutan for d in baris.daftar_dasar_hukum.all()),
        kedudukan=butir["kedudukan"],
        tugas=butir["tugas"],
        fungsi=butir["fungsi"],
        batas_utara=baris.batas_utara,
        batas_timur=baris.batas_timur,
        batas_selatan=baris.batas_selatan,
        batas_barat=baris.batas_barat,
        luas_km2=angka(baris.luas_km2),
        penduduk=baris.penduduk,
        penduduk_laki_laki=baris.penduduk_laki_laki,
        penduduk_perempuan=baris.penduduk_perempuan,
        fakta=tuple(
            Fakta(
                kelompok=f.kelompok,
                uraian=f.uraian,
                nilai=angka(f.nilai),
                satuan=f.satuan,
                teks=f.teks,
                sumber=f.sumber,
            )
            for f in baris.fakta.all()
        ),
        isu_strategis=butir["isu"],
        pk=baris.pk,
    )


def sdm(kecamatan: m.Kecamatan, tahun: int) -> tuple[BarisSDM, ...]:
    """Composition of the staff (1 query)."""
    return tuple(
        BarisSDM(
            kelompok=b.kelompok,
            uraian=b.uraian,
            golongan=b.golongan,
            asn=b.asn,
            non_asn=b.non_asn,
            keterangan=b.keterangan,
        )
        for b in m.KomposisiSDM.objects.for_kecamatan(kecamatan).for_tahun(tahun)
    )
