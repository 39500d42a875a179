"""The profile of one year, and its tables of people, copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from kecamatan.models import KomposisiSDM, ProfilKecamatan
from sakip.entry.copying import Copier, CopyOffer
from sakip.entry.writer import copy_row


def _copy(copy: Copier) -> ProfilKecamatan:
    """Profile, dasar hukum, kedudukan, tugas, fungsi, isu and fakta, all to be read again."""
    milik = ProfilKecamatan.objects.filter(kecamatan=copy.kecamatan)
    terisi = milik.filter(tahun=copy.ke).exists()
    lama = copy.ensure(milik.filter(tahun=copy.dari).first(), terisi=terisi, nama="Profil")
    profil = copy_row(lama, tahun=copy.ke, ditinjau=False)
    copy.write([(profil, lama)])
    dasar_hukum = []
    for dasar in lama.daftar_dasar_hukum.select_related("peraturan"):
        akhir = dasar.peraturan.berlaku_sampai
        if akhir is not None and akhir < copy.ke:
            copy.tinggalkan(f"{dasar.peraturan.sebutan} tidak disalin: berlaku sampai tahun {akhir}.")
        else:
            dasar_hukum.append(dasar)
    for daftar in (dasar_hukum, lama.butir.all(), lama.fakta.all()):
        copy.write((copy_row(asal, profil=profil, ditinjau=False), asal) for asal in daftar)
    return profil


def _copy_sdm(copy: Copier) -> str:
    """The rows of the tables of people. Their counts are facts of each year and bear no mark, so they stay empty."""
    milik = KomposisiSDM.objects.filter(kecamatan=copy.kecamatan)
    terisi = milik.filter(tahun=copy.ke).exists()
    lama = copy.ensure(list(milik.filter(tahun=copy.dari)) or None, terisi=terisi, nama="SDM")
    empty = {"asn": None, "non_asn": None, "keterangan": ""}
    copy.write((copy_row(asal, tahun=copy.ke, **empty), asal) for asal in lama)
    copy.tinggalkan(f"Jumlah pegawai tidak disalin. Isi jumlah pegawai tahun {copy.ke}.")
    return KomposisiSDM._meta.label_lower


PROFIL_COPY: Final = CopyOffer(
    kode="profil",
    nama="Profil",
    halaman="profil",
    keterangan="Batas, penduduk, dasar hukum, kedudukan, tugas, fungsi, isu, dan fakta.",
    counted=((ProfilKecamatan, Q()),),
    make=_copy,
)
SDM_COPY: Final = CopyOffer(
    kode="sdm",
    nama="SDM",
    halaman="profil",
    keterangan="Baris tabel pegawai, tanpa jumlah orangnya.",
    counted=((KomposisiSDM, Q()),),
    make=_copy_sdm,
)
