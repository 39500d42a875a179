"""Reference data of the house: wilayah, pangkat and peraturan. What they do not mention, they do not touch."""

from __future__ import annotations

from pathlib import Path

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
        kunci={"kode": isi.teks_wajib("kode")},
        nilai={
            "nama": isi.teks_wajib("nama"),
            "sebutan": isi.teks_wajib("sebutan"),
            "provinsi": isi.teks_wajib("provinsi"),
            "sebutan_kepala_daerah": isi.teks_wajib("sebutan_kepala_daerah"),
            "ibu_kota": isi.teks("ibu_kota"),
        },
    )
    selaras.daftar(
        m.Kecamatan,
        [
            (
                k,
                {
                    "kode": k.teks_wajib("kode"),
                    "nama": k.teks_wajib("nama"),
                    "slug": k.teks_wajib("slug"),
                    "jumlah_desa": k.bulat("jumlah_desa"),
                    "jumlah_kelurahan": k.bulat("jumlah_kelurahan"),
                },
            )
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
            kunci={"golongan": p.teks_wajib("golongan")},
            nilai={"pangkat": p.teks_wajib("pangkat"), "urut": p.required_integer("urut")},
        )
        p.selesai()
    return selaras.hitungan


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
            nilai=_peraturan(p, urut)
            | {"dicabut_oleh": note(pencabut, (*disebut, kode)) if pencabut else None},
        )
        p.selesai()
        return tercatat[kode]

    for kode in daftar:
        note(kode)
    return selaras.hitungan


def _peraturan(p: JsonObject, urut: int) -> dict[str, object]:
    return {
        "sebutan": p.teks_wajib("sebutan"),
        "jenis": p.teks("jenis"),
        "nomor": p.teks("nomor"),
        "tahun": p.bulat("tahun"),
        "tentang": p.teks("tentang"),
        "berlaku_mulai": p.bulat("berlaku_mulai"),
        "berlaku_sampai": p.bulat("berlaku_sampai"),
        "catatan": p.teks("catatan"),
        "urut": urut,
    }
