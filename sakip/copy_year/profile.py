"""The profile of one year, and its tables of people, copied into another."""

from __future__ import annotations

from typing import Final

from django.db import transaction

from kecamatan.models import (
    ButirProfil,
    DasarHukumProfil,
    FaktaProfil,
    Kecamatan,
    KomposisiSDM,
    Pengguna,
    ProfilKecamatan,
)
from sakip.copy_year.base import HasilSalin, Penyalin

_KOLOM_PROFIL: Final = (
    "batas_utara",
    "batas_timur",
    "batas_selatan",
    "batas_barat",
    "luas_km2",
    "penduduk",
    "penduduk_laki_laki",
    "penduduk_perempuan",
)


@transaction.atomic
def copy_profil(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> HasilSalin:
    """Profile, dasar hukum, kedudukan, tugas, fungsi, isu and fakta, all to be read again.

    Raises as :func:`sakip.copy_year.copy_rkt` does.
    """
    copy = Penyalin(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)
    lama = ProfilKecamatan.objects.filter(kecamatan=kecamatan, tahun=dari).first()
    copy.mulai(ada=lama is not None, nama="Profil")
    assert lama is not None  # noqa: S101  # mulai() refused
    copy.kunci()
    terisi = ProfilKecamatan.objects.filter(kecamatan=kecamatan, tahun=ke).exists()
    copy.ensure_empty(terisi=terisi, nama="Profil")
    isi = {nama: getattr(lama, nama) for nama in _KOLOM_PROFIL}
    profil = ProfilKecamatan(kecamatan=kecamatan, tahun=ke, ditinjau=False, **isi)
    copy.write(profil)
    for dasar in lama.daftar_dasar_hukum.select_related("peraturan"):
        akhir = dasar.peraturan.berlaku_sampai
        if akhir is not None and akhir < ke:
            copy.tinggalkan(f"{dasar.peraturan.sebutan} tidak disalin: berlaku sampai tahun {akhir}.")
            continue
        copy.write(
            DasarHukumProfil(profil=profil, peraturan=dasar.peraturan, urut=dasar.urut, ditinjau=False)
        )
    for butir in lama.butir.all():
        copy.write(
            ButirProfil(
                profil=profil, jenis=butir.jenis, uraian=butir.uraian, urut=butir.urut, ditinjau=False
            )
        )
    for fakta in lama.fakta.all():
        kolom = ("kelompok", "uraian", "nilai", "satuan", "teks", "sumber", "urut")
        copy.write(
            FaktaProfil(profil=profil, ditinjau=False, **{nama: getattr(fakta, nama) for nama in kolom})
        )
    return copy.selesai(kode="profil", dokumen=profil)


@transaction.atomic
def copy_sdm(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> HasilSalin:
    """The rows of the tables of people. Their counts are facts of each year and bear no mark, so they stay empty.

    Raises as :func:`sakip.copy_year.copy_rkt` does.
    """
    copy = Penyalin(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh)
    lama = list(KomposisiSDM.objects.filter(kecamatan=kecamatan, tahun=dari))
    copy.mulai(ada=bool(lama), nama="SDM")
    copy.kunci()
    terisi = KomposisiSDM.objects.filter(kecamatan=kecamatan, tahun=ke).exists()
    copy.ensure_empty(terisi=terisi, nama="SDM")
    for asal in lama:
        copy.write(
            KomposisiSDM(
                kecamatan=kecamatan,
                tahun=ke,
                kelompok=asal.kelompok,
                uraian=asal.uraian,
                golongan=asal.golongan,
                urut=asal.urut,
            )
        )
    copy.tinggalkan(f"Jumlah pegawai tidak disalin. Isi jumlah pegawai tahun {ke}.")
    return copy.selesai(kode="sdm", dokumen="kecamatan.komposisisdm")
