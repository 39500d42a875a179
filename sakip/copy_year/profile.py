"""The profile of one year, and its tables of people, copied into another."""

from __future__ import annotations

from kecamatan.models import Kecamatan, KomposisiSDM, Pengguna, ProfilKecamatan
from sakip.copy_year.base import CopyResult, copying
from sakip.entry.writer import copy_row


def copy_profil(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
    """Profile, dasar hukum, kedudukan, tugas, fungsi, isu and fakta, all to be read again.

    Raises as :func:`sakip.copy_year.copy_rkt` does.
    """
    with copying(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh) as copy:
        lama = ProfilKecamatan.objects.filter(kecamatan=kecamatan, tahun=dari).first()
        terisi = ProfilKecamatan.objects.filter(kecamatan=kecamatan, tahun=ke).exists()
        copy.ensure(ada=lama is not None, terisi=terisi, nama="Profil")
        assert lama is not None  # noqa: S101  # ensure() refused
        profil = copy_row(lama, tahun=ke, ditinjau=False)
        copy.write([(profil, lama)])
        dasar_hukum = []
        for dasar in lama.daftar_dasar_hukum.select_related("peraturan"):
            akhir = dasar.peraturan.berlaku_sampai
            if akhir is not None and akhir < ke:
                copy.tinggalkan(f"{dasar.peraturan.sebutan} tidak disalin: berlaku sampai tahun {akhir}.")
            else:
                dasar_hukum.append(dasar)
        for daftar in (dasar_hukum, lama.butir.all(), lama.fakta.all()):
            copy.write((copy_row(asal, profil=profil, ditinjau=False), asal) for asal in daftar)
        return copy.selesai(kode="profil", dokumen=profil)


def copy_sdm(*, kecamatan: Kecamatan, dari: int, ke: int, oleh: Pengguna | None) -> CopyResult:
    """The rows of the tables of people. Their counts are facts of each year and bear no mark, so they stay empty.

    Raises as :func:`sakip.copy_year.copy_rkt` does.
    """
    with copying(kecamatan=kecamatan, dari=dari, ke=ke, oleh=oleh) as copy:
        lama = list(KomposisiSDM.objects.filter(kecamatan=kecamatan, tahun=dari))
        terisi = KomposisiSDM.objects.filter(kecamatan=kecamatan, tahun=ke).exists()
        copy.ensure(ada=bool(lama), terisi=terisi, nama="SDM")
        empty = {"asn": None, "non_asn": None, "keterangan": ""}
        copy.write((copy_row(asal, tahun=ke, **empty), asal) for asal in lama)
        copy.tinggalkan(f"Jumlah pegawai tidak disalin. Isi jumlah pegawai tahun {ke}.")
        return copy.selesai(kode="sdm", dokumen="kecamatan.komposisisdm")
