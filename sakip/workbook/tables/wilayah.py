"""Who and where, a function per sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from kecamatan import models as k
from sakip.records.tree import parents_first
from sakip.workbook.sheets import ALAMAT, PROFIL
from sakip.workbook.tables.read import Bacaan, Isi, angka


def profil(data: Bacaan) -> Iterator[Isi]:
    isi = {kolom: getattr(data.kecamatan, kolom) for kolom in ALAMAT}
    for kolom in PROFIL:
        isi[kolom] = getattr(data.profil, kolom) if data.profil else None
    isi["luas_km2"] = angka(isi["luas_km2"])
    yield isi


def profil_butir(data: Bacaan) -> Iterator[Isi]:
    jenis_buku = {"isu": "isu_strategis"}
    butir = list(data.profil.butir.all()) if data.profil else []
    for jenis in k.ButirProfil.Jenis.values:
        for b in butir:
            if b.jenis == jenis:
                yield {"jenis": jenis_buku.get(jenis, jenis), "uraian": b.uraian}


def profil_fakta(data: Bacaan) -> Iterator[Isi]:
    for f in data.profil.fakta.all() if data.profil else ():
        yield {
            "kelompok": f.kelompok,
            "uraian": f.uraian,
            "nilai": angka(f.nilai),
            "satuan": f.satuan,
            "teks": f.teks,
            "sumber": f.sumber,
        }


def dasar_hukum(data: Bacaan) -> Iterator[Isi]:
    profil: Iterable[Any] = data.profil.daftar_dasar_hukum.all() if data.profil else ()
    iku: Iterable[Any] = data.iku.daftar_mengingat.all() if data.iku else ()
    for untuk, daftar in (("profil", profil), ("iku", iku)):
        for d in daftar:
            yield {"untuk": untuk, "peraturan": d.peraturan.kode, "sebutan": d.peraturan.sebutan}


def desa(data: Bacaan) -> Iterator[Isi]:
    for d in data.desa:
        yield {"jenis": d.jenis, "nama": d.nama, "status": d.status}


def unit_kerja(data: Bacaan) -> Iterator[Isi]:
    for u in parents_first(data.unit):
        yield {
            "kunci": u.kunci,
            "nama": u.nama,
            "jenis": u.jenis,
            "induk": u.induk.kunci if u.induk else "",
        }


def pejabat(data: Bacaan) -> Iterator[Isi]:
    for t in data.masa:
        yield {
            "nama": t.pejabat.nama,
            "nip": t.pejabat.nip,
            "jabatan": t.jabatan,
            "mulai": t.mulai,
            "sampai": t.sampai,
            "golongan": t.pangkat.golongan if t.pangkat else "",
        }


def sdm(data: Bacaan) -> Iterator[Isi]:
    for s in data.sdm:
        yield {
            kolom: getattr(s, kolom)
            for kolom in ("kelompok", "uraian", "golongan", "asn", "non_asn", "keterangan")
        }


LEMBAR: Final[Mapping[str, Callable[[Bacaan], Iterator[Isi]]]] = {
    "Profil": profil,
    "ProfilButir": profil_butir,
    "ProfilFakta": profil_fakta,
    "DasarHukum": dasar_hukum,
    "Desa": desa,
    "UnitKerja": unit_kerja,
    "Pejabat": pejabat,
    "SDM": sdm,
}
