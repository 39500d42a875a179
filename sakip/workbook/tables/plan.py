"""RPJMD and Renstra, a function per sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sakip import models as m
from sakip.workbook.tables.read import Bacaan, Isi, angka, versi_renstra


def rpjmd(data: Bacaan) -> Iterator[Isi]:
    """The period that the Renstra in force refers to; without a Renstra the one that covers the year."""
    periode = data.rpjmd
    if periode is None:
        return
    yield {
        "jenis": "periode",
        "nomor": periode.tahun_awal,
        "tahun_akhir": periode.tahun_akhir,
        "uraian": periode.visi,
        "dasar": periode.dasar,
    }
    for misi in periode.misi.all():
        yield {"jenis": "misi", "nomor": misi.nomor, "uraian": misi.uraian}
        for tujuan in misi.tujuan.all():
            yield {"jenis": "tujuan", "uraian": tujuan.uraian, "indikator": tujuan.indikator}
            for sasaran in tujuan.sasaran.all():
                yield {"jenis": "sasaran", "uraian": sasaran.uraian, "indikator": sasaran.indikator}


def renstra(data: Bacaan) -> Iterator[Isi]:
    for r in data.renstra:
        yield {
            "tahun_awal": r.tahun_awal,
            "tahun_akhir": r.tahun_akhir,
            "versi": r.versi,
            "dasar": r.dasar,
            "tanggal": r.tanggal,
            "sumber": r.sumber,
            "rpjmd": r.periode_rpjmd.tahun_awal if r.periode_rpjmd else None,
            "misi_diacu": r.misi_diacu.nomor if r.misi_diacu else None,
        }


def tujuan(data: Bacaan) -> Iterator[Isi]:
    for r in data.renstra:
        for t in r.tujuan.all():
            yield versi_renstra(r) | {"kunci": t.kunci, "uraian": t.uraian}


def indikator_tujuan(data: Bacaan) -> Iterator[Isi]:
    for r, t, nomor, i in _semua_indikator_tujuan(data):
        yield versi_renstra(r) | {"tujuan": t.kunci, "nomor": nomor, "nama": i.nama, "satuan": i.satuan}


def target_tujuan(data: Bacaan) -> Iterator[Isi]:
    for r, t, nomor, i in _semua_indikator_tujuan(data):
        for sasaran in i.target.all():
            yield versi_renstra(r) | {
                "tujuan": t.kunci,
                "nomor": nomor,
                "tahun": sasaran.tahun,
                "target": data.target(sasaran),
                "cetak": sasaran.cetak,
            }


def _semua_indikator_tujuan(data: Bacaan) -> Iterator[tuple[m.Renstra, m.Tujuan, int, m.IndikatorTujuan]]:
    for r in data.renstra:
        for t in r.tujuan.all():
            for nomor, i in enumerate(t.indikator.all(), start=1):
                yield r, t, nomor, i


def sasaran(data: Bacaan) -> Iterator[Isi]:
    for r in data.renstra:
        for s in r.sasaran.all():
            yield versi_renstra(r) | {
                "tujuan": s.tujuan.kunci,
                "kunci": s.kunci,
                "uraian": s.uraian,
                "bobot": angka(s.bobot),
                "strategi": s.strategi,
                "kebijakan": s.kebijakan,
                "program": s.program_teks,
                "sasaran_rpjmd": s.sasaran_rpjmd.uraian if s.sasaran_rpjmd else "",
            }


def indikator(data: Bacaan) -> Iterator[Isi]:
    kolom = (
        "kunci",
        "nama",
        "satuan",
        "jenis_nilai",
        "rumus",
        "desimal",
        "akumulasi",
        "irama",
        "pembilang",
        "penyebut",
        "formulasi",
        "penjelasan",
        "penanggung_jawab",
        "sumber_data",
        "iku",
        "dalam_renstra",
    )
    for r in data.renstra:
        for i in r.indikator.all():
            yield (
                versi_renstra(r)
                | {"sasaran": i.sasaran.kunci}
                | {nama: getattr(i, nama) for nama in kolom}
                | {
                    "skala": i.skala.kode if i.skala else "",
                    "bobot": angka(i.bobot),
                    "pengali": angka(i.pengali),
                }
            )


def target_renstra(data: Bacaan) -> Iterator[Isi]:
    for r in data.renstra:
        for i in r.indikator.all():
            for t in i.target.all():
                yield versi_renstra(r) | {
                    "kunci_indikator": i.kunci,
                    "nama_indikator": i.nama,
                    "tahun": t.tahun,
                    "target": data.target(t),
                    "cetak": t.cetak,
                }


LEMBAR: Final[Mapping[str, Callable[[Bacaan], Iterator[Isi]]]] = {
    "RPJMD": rpjmd,
    "Renstra": renstra,
    "Tujuan": tujuan,
    "IndikatorTujuan": indikator_tujuan,
    "TargetTujuan": target_tujuan,
    "Sasaran": sasaran,
    "Indikator": indikator,
    "TargetRenstra": target_renstra,
}
