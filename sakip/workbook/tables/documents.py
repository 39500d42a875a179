"""The year's documents, a function per sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from kecamatan import models as k
from sakip import models as m
from sakip.workbook.tables.read import Bacaan, Isi, angka


def dokumen(data: Bacaan) -> Iterator[Isi]:
    if data.rkt:
        yield _kepala(data, "rkt", data.rkt, data.rkt.penandatangan)
    for pk in data.pk:
        yield _kepala(data, "pk", pk, pk.pihak_pertama) | {
            "tahun": pk.tahun,
            "versi": pk.versi,
            "pihak_kedua": data.pejabat_pada(pk.pihak_kedua, pk),
            "alasan": pk.alasan,
            "sumber": pk.sumber,
        }
    if data.iku:
        yield _kepala(data, "iku", data.iku, data.iku.penandatangan) | {
            "nomor": data.iku.nomor,
            "instansi": data.iku.instansi,
        }
    if data.rencana_aksi:
        yield _kepala(data, "rencana_aksi", data.rencana_aksi, data.rencana_aksi.penandatangan)


def _kepala(data: Bacaan, jenis: str, dokumen: Any, penandatangan: k.MasaJabatan | None) -> Isi:
    return {
        "dokumen": jenis,
        "tahun": dokumen.tahun,
        "tempat": dokumen.tempat,
        "tanggal": dokumen.tanggal,
        "tanggal_cetak": dokumen.tanggal_cetak,
        "penandatangan": data.pejabat_pada(penandatangan, dokumen),
    }


def rkt(data: Bacaan) -> Iterator[Isi]:
    for s in data.rkt.sasaran.all() if data.rkt else ():
        yield {"sasaran": s.sasaran, "indikator": s.indikator, "satuan": s.satuan, "cetak": s.cetak} | {
            **data.acuan_indikator(s.acuan_indikator),
            "target": data.target(s),
        }


def rkt_kegiatan(data: Bacaan) -> Iterator[Isi]:
    for nomor, b in enumerate(data.rkt.baris.all() if data.rkt else (), start=1):
        indikator: list[Isi] = [
            {"uraian": i.uraian, "target": i.target, "satuan": i.satuan} for i in b.indikator.all()
        ]
        yield (
            {
                "nomor": nomor,
                "sasaran": b.acuan_sasaran.kunci if b.acuan_sasaran else "",
                "anggaran": angka(b.anggaran),
                "penanggung_jawab": b.penanggung_jawab,
            }
            | data.kode(b, data.versi_rkt)
            | (indikator[0] if indikator else {})
        )
        for lanjutan in indikator[1:]:
            yield {"nomor": nomor} | lanjutan


def pk(data: Bacaan) -> Iterator[Isi]:
    for pk in data.pk:
        for b in pk.baris.all():
            yield {
                "tahun": pk.tahun,
                "versi": pk.versi,
                "sasaran": b.sasaran,
                "kunci_sasaran": b.acuan_sasaran.kunci if b.acuan_sasaran else "",
                "indikator": b.indikator,
                "satuan": b.satuan,
                "target": data.target(b),
                "cetak": b.cetak,
            } | data.acuan_indikator(b.acuan_indikator)


def pk_anggaran(data: Bacaan) -> Iterator[Isi]:
    for pk in data.pk:
        versi = data.versi if pk.tahun == data.tahun else data.acuan.version_for(pk.tahun) or data.versi
        for a in pk.anggaran.all():
            yield {
                "tahun": pk.tahun,
                "versi": pk.versi,
                "kode": data.acuan.write_code(versi, a.program, None, None)[0],
                "nama": a.nama,
                "anggaran": angka(a.anggaran),
                "sumber_dana": a.sumber_dana,
            }


def iku(data: Bacaan) -> Iterator[Isi]:
    kolom = (
        "sasaran",
        "indikator",
        "satuan",
        "pembilang",
        "penyebut",
        "formulasi",
        "penjelasan",
        "penanggung_jawab",
        "sumber_data",
    )
    for b in data.iku.baris.all() if data.iku else ():
        yield {nama: getattr(b, nama) for nama in kolom} | data.acuan_indikator(b.acuan_indikator)


def iku_butir(data: Bacaan) -> Iterator[Isi]:
    butir = list(data.iku.butir.all()) if data.iku else []
    for jenis in m.ButirIKU.Jenis.values:
        for b in butir:
            if b.jenis == jenis:
                yield {"jenis": jenis, "uraian": b.uraian}


def rencana_aksi(data: Bacaan) -> Iterator[Isi]:
    for nomor, b in enumerate(data.rencana_aksi.baris.all() if data.rencana_aksi else (), start=1):
        isi: Isi = {
            "nomor": nomor,
            "sasaran": b.sasaran,
            "indikator": b.indikator,
            "satuan": b.satuan,
            "akumulasi": b.akumulasi,
        } | data.acuan_indikator(b.acuan_indikator)
        for t in b.target.all():
            isi[f"target_{t.triwulan}"] = data.target(t)
            isi[f"cetak_{t.triwulan}"] = t.cetak
        yield isi


def rencana_aksi_kegiatan(data: Bacaan) -> Iterator[Isi]:
    for nomor, b in enumerate(data.rencana_aksi.baris.all() if data.rencana_aksi else (), start=1):
        for g in b.kegiatan.all():
            yield (
                {"nomor": nomor, "indikator": g.indikator, "satuan": g.satuan}
                | data.kode(g)
                | {f"triwulan_{n}": angka(getattr(g, f"triwulan_{n}")) for n in range(1, 5)}
            )


LEMBAR: Final[Mapping[str, Callable[[Bacaan], Iterator[Isi]]]] = {
    "Dokumen": dokumen,
    "RKT": rkt,
    "RKTKegiatan": rkt_kegiatan,
    "PK": pk,
    "PKAnggaran": pk_anggaran,
    "IKU": iku,
    "IKUButir": iku_butir,
    "RencanaAksi": rencana_aksi,
    "RencanaAksiKegiatan": rencana_aksi_kegiatan,
}
