"""The kecamatan with its desa and organisation, as it is frozen."""

from __future__ import annotations

from kecamatan import models as m
from sakip.snapshot.types import (
    Berkas,
    Desa,
    Kabupaten,
    Kecamatan,
    UnitKerja,
)


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
