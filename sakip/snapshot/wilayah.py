"""Rows of the kecamatan app → who and where."""

from __future__ import annotations

from kecamatan import models as m
from sakip.snapshot.types import (
    BarisSDM,
    Berkas,
    Desa,
    Fakta,
    Kabupaten,
    Kecamatan,
    Profil,
    UnitKerja,
)
from sakip.snapshot.values import angka


def kecamatan(baris: m.Kecamatan, *, dengan_isi: bool = True) -> Kecamatan:
    """The kecamatan with its desa and units (2 queries; kabupaten must be selected), or by name alone."""
    return Kecamatan(
        kode=baris.kode,
        nama=baris.nama,
        slug=baris.slug,
        alamat=baris.alamat,
        telepon=baris.telepon,
        kode_pos=baris.kode_pos,
        surel=baris.surel,
        ibu_kota=baris.ibu_kota,
        kabupaten=_kabupaten(baris.kabupaten),
        desa=tuple(
            Desa(nama=d.nama, jenis=d.jenis, status=d.status)
            for d in (baris.desa.all() if dengan_isi else ())
        ),
        unit_kerja=_unit(list(baris.unit_kerja.all())) if dengan_isi else (),
        jumlah_resmi=(
            None
            if baris.jumlah_desa is None or baris.jumlah_kelurahan is None
            else baris.jumlah_desa + baris.jumlah_kelurahan
        ),
    )


def _kabupaten(baris: m.Kabupaten) -> Kabupaten:
    lambang = None
    if baris.lambang.name:
        lambang = Berkas(
            nama=baris.lambang.name,
            sha256=baris.lambang_sha256,
            lebar=baris.lambang_lebar or 0,
            tinggi=baris.lambang_tinggi or 0,
        )
    return Kabupaten(
        kode=baris.kode,
        nama=baris.nama,
        sebutan=baris.sebutan,
        provinsi=baris.provinsi,
        ibu_kota=baris.ibu_kota,
        sebutan_kepala_daerah=baris.sebutan_kepala_daerah,
        lambang=lambang,
    )


def _unit(baris: list[m.UnitKerja]) -> tuple[UnitKerja, ...]:
    kunci = {u.pk: u.kunci for u in baris}
    return tuple(
        UnitKerja(
            kunci=u.kunci,
            nama=u.nama,
            jenis=u.jenis,
            induk=kunci.get(u.induk_id, "") if u.induk_id is not None else "",
            pk=u.pk,
        )
        for u in baris
    )


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
