"""Reference data of the house: wilayah, pangkat and peraturan. What they do not mention, they do not touch."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from django.db import transaction

from kecamatan import models as m
from kecamatan.ground.row_changes import Tally
from kecamatan.ground.row_sync import SUDAH_TERTULIS, Rest, RowSync
from kecamatan.ground.strict_json import JsonObject, read_list, read_object


@transaction.atomic
def wilayah_load(*, berkas: Path) -> Tally:
    """Load the kabupaten and its kecamatan. Addresses, which the offices keep themselves, stay as they are."""
    asal = read_object(berkas)
    selaras = RowSync()
    isi = asal.objek("kabupaten")
    if isi is None:
        raise asal.galat('kunci "kabupaten" belum diisi. Isi kabupaten beserta kodenya.')
    kabupaten = selaras.satu(
        m.Kabupaten,
        isi,
        kunci=isi.columns(m.Kabupaten, "kode"),
        nilai=isi.columns(m.Kabupaten, "nama", "sebutan", "provinsi", "sebutan_kepala_daerah", "ibu_kota"),
    )
    selaras.daftar(
        m.Kecamatan,
        [
            (k, k.columns(m.Kecamatan, "kode", "nama", "slug", "jumlah_desa", "jumlah_kelurahan"))
            for k in asal.daftar("kecamatan")
        ],
        asal=asal,
        induk={"kabupaten": kabupaten},
        kunci=("kode",),
        sisa=Rest.BIARKAN,
    )
    asal.selesai()
    return selaras.hitungan


@transaction.atomic
def pangkat_load(*, berkas: Path) -> Tally:
    """Load pangkat and golongan."""
    selaras = RowSync()
    for p in read_list(berkas):
        selaras.satu(
            m.Pangkat,
            p,
            kunci=p.columns(m.Pangkat, "golongan"),
            nilai=p.columns(m.Pangkat, "pangkat", "urut"),
        )
        p.selesai()
    return selaras.hitungan


_PERATURAN: Final = (
    *("sebutan", "jenis", "nomor", "tahun", "tentang"),
    *("berlaku_mulai", "berlaku_sampai", "catatan"),
)


@transaction.atomic
def peraturan_load(*, berkas: Path) -> Tally:
    """Load the regulations; those that a kabupaten added itself stay."""
    selaras = RowSync()
    daftar: dict[str, tuple[int, JsonObject]] = {}
    for urut_baca, baris in enumerate(read_list(berkas), start=1):
        if daftar.setdefault(baris.teks_wajib("kode"), (urut_baca, baris))[1] is not baris:
            raise baris.galat(SUDAH_TERTULIS)
    tercatat: dict[str, m.Peraturan] = {}

    def note(kode: str, disebut: tuple[str, ...] = ()) -> m.Peraturan:
        """The regulation that revokes another one is written before it."""
        if kode in tercatat:
            return tercatat[kode]
        urut, p = daftar[kode]
        pencabut = p.teks("dicabut_oleh")
        if pencabut and (pencabut not in daftar or pencabut in (*disebut, kode)):
            raise p.galat(
                f'"{pencabut}" tidak dikenal. Isi kode peraturan lain dalam berkas ini.', "dicabut_oleh"
            )
        tercatat[kode] = selaras.satu(
            m.Peraturan,
            p,
            kunci={"kode": kode},
            nilai=p.columns(m.Peraturan, *_PERATURAN)
            | {"urut": urut, "dicabut_oleh": note(pencabut, (*disebut, kode)) if pencabut else None},
        )
        p.selesai()
        return tercatat[kode]

    for kode in daftar:
        note(kode)
    return selaras.hitungan
