"""The profile of one year, and its tables of people, copied into another."""

from __future__ import annotations

from typing import Final

from django.db.models import Q

from kecamatan.models import KomposisiSDM, ProfilKecamatan
from sakip.entry.copying import Copier, CopyOffer
from sakip.entry.writer import copy_row


def _copy(copy: Copier) -> ProfilKecamatan:
    """Profile, dasar hukum, kedudukan, tugas, fungsi, isu and fakta, all to be read again."""
    own = ProfilKecamatan.objects.filter(kecamatan=copy.kecamatan)
    filled = own.filter(tahun=copy.to).exists()
    old = copy.ensure(own.filter(tahun=copy.source).first(), filled=filled, nama="Profil")
    profil = copy_row(old, tahun=copy.to)
    copy.write([(profil, old)])
    dasar_hukum = []
    for dasar in old.daftar_dasar_hukum.select_related("peraturan"):
        end = dasar.peraturan.berlaku_sampai
        if end is not None and end < copy.to:
            copy.leave_behind(f"{dasar.peraturan.sebutan} tidak disalin: berlaku sampai tahun {end}.")
        else:
            dasar_hukum.append(dasar)
    for listing in (dasar_hukum, old.butir.all(), old.fakta.all()):
        copy.write((copy_row(origin, profil=profil), origin) for origin in listing)
    return profil


def _copy_sdm(copy: Copier) -> str:
    """The rows of the tables of people. Their counts are facts of each year and bear no mark, so they stay empty."""
    own = KomposisiSDM.objects.filter(kecamatan=copy.kecamatan)
    filled = own.filter(tahun=copy.to).exists()
    old = copy.ensure(list(own.filter(tahun=copy.source)) or None, filled=filled, nama="SDM")
    empty = {"asn": None, "non_asn": None, "keterangan": ""}
    copy.write((copy_row(origin, tahun=copy.to, **empty), origin) for origin in old)
    copy.leave_behind(f"Jumlah pegawai tidak disalin. Isi jumlah pegawai tahun {copy.to}.")
    return KomposisiSDM._meta.label_lower


PROFIL_COPY: Final = CopyOffer(
    kode="profil",
    nama="Profil",
    page="profil",
    keterangan="Batas, penduduk, dasar hukum, kedudukan, tugas, fungsi, isu, dan fakta.",
    counted=((ProfilKecamatan, Q()),),
    make=_copy,
)
SDM_COPY: Final = CopyOffer(
    kode="sdm",
    nama="SDM",
    page="profil",
    keterangan="Baris tabel pegawai, tanpa jumlah orangnya.",
    counted=((KomposisiSDM, Q()),),
    make=_copy_sdm,
)
