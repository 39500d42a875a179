"""Measured values and money, a function per sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sakip import models as m
from sakip.records.tree import parents_first
from sakip.workbook.tables.read import Bacaan, Isi, angka


def realisasi(data: Bacaan) -> Iterator[Isi]:
    """What is recorded, then an empty row for whatever of this year is not."""
    urutan = {kunci: nomor for nomor, kunci in enumerate(data.nama_indikator)}
    terkumpul: dict[tuple[int, int, int], m.Realisasi] = {}
    for r in data.realisasi:
        terkumpul[urutan[r.indikator.kunci], r.tahun, r.triwulan] = r
    kosong = {(n, data.tahun, t) for n in urutan.values() for t in (1, 2, 3, 4, 0)}
    # The year's own value after its triwulan.
    kunci = list(urutan)
    for n, tahun, triwulan in sorted({*terkumpul, *kosong}, key=lambda x: (x[0], x[1], x[2] or 9)):
        isi: Isi = {
            "kunci_indikator": kunci[n],
            "nama_indikator": data.nama_indikator[kunci[n]],
            "tahun": tahun,
            "triwulan": triwulan,
        }
        if tercatat := terkumpul.get((n, tahun, triwulan)):
            isi |= data.nilai(tercatat)
            isi |= {"catatan": tercatat.catatan, "sumber": tercatat.sumber}
        yield isi


def pembanding(data: Bacaan) -> Iterator[Isi]:
    terkumpul: dict[tuple[str, str], m.PembandingIndikator] = {}
    for p in data.pembanding:
        terkumpul[p.indikator.kunci, p.lingkup] = p
    for (kunci, lingkup), p in terkumpul.items():
        yield {
            "kunci_indikator": kunci,
            "nama_indikator": p.indikator.nama,
            "lingkup": lingkup,
            "tahun": p.tahun_nilai,
            "sumber": p.sumber,
        } | data.nilai(p)


def anggaran(data: Bacaan) -> Iterator[Isi]:
    for a in data.anggaran:
        yield data.kode(a) | {
            "unit": a.unit,
            "rinci": a.rinci,
            "pagu_murni": angka(a.pagu_murni),
            "pagu_perubahan": angka(a.pagu_perubahan),
            "realisasi": angka(a.realisasi),
            "keterangan": a.keterangan,
        }


def keluaran(data: Bacaan) -> Iterator[Isi]:
    kolom = ("jenis", "uraian", "satuan", "target_cetak", "realisasi_cetak", "keadaan", "keterangan")
    for a in data.anggaran:
        for o in a.keluaran.all():
            yield (
                data.kode(a)
                | {"unit": a.unit}
                | {nama: getattr(o, nama) for nama in kolom}
                | {"target": angka(o.target), "realisasi": angka(o.realisasi)}
            )


def belanja(data: Bacaan) -> Iterator[Isi]:
    for b in parents_first(data.belanja):
        yield {
            "kode": b.kode,
            "nama": b.nama,
            "induk": b.induk.kode if b.induk else "",
            "pagu": angka(b.pagu),
            "realisasi": angka(b.realisasi),
            "di_luar_program": b.di_luar_program or None,
        }


def anggaran_lalu(data: Bacaan) -> Iterator[Isi]:
    for a in data.anggaran_lalu:
        yield {
            "tahun": a.tahun,
            "pagu": angka(a.pagu),
            "realisasi": angka(a.realisasi),
            "sumber": a.sumber,
        }


def dukungan(data: Bacaan) -> Iterator[Isi]:
    for d in data.dukungan:
        kode, nama = data.acuan.write_code(data.versi, d.program, None, None)
        yield {"sasaran": d.sasaran.kunci, "kode": kode, "nama_kode": nama}


LEMBAR: Final[Mapping[str, Callable[[Bacaan], Iterator[Isi]]]] = {
    "Realisasi": realisasi,
    "Pembanding": pembanding,
    "Anggaran": anggaran,
    "Keluaran": keluaran,
    "Belanja": belanja,
    "AnggaranLalu": anggaran_lalu,
    "DukunganProgram": dukungan,
}
