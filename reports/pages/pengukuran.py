"""Pages of what is measured: realisasi with capaian, and the budget."""

from __future__ import annotations

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Bagian, BarisTabel, Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.anggaran import realisasi_anggaran
from reports.lkip.bab3.ikhtisar_capaian import ikhtisar_capaian
from reports.lkip.bab3.pengukuran import grafik_capaian, say_scope, sel_capaian
from reports.lkip.bab3.sources import (
    alasan_tanpa_hasil,
    definisi_indikator,
    semua_indikator,
    sumber_data,
)
from reports.pages.parts import alihkan, alihkan_semua, bagian
from reports.prose.language import kalimat, rapi
from reports.publish.naskah import Naskah
from reports.tables.printed import KOSONG
from sakip.capaian.inputs import KeadaanNilai, Nilai
from sakip.capaian.nilai import print_value
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Hasil, HasilIndikator, HasilSasaran
from sakip.capaian.triwulan import ROMAWI
from sakip.snapshot.types import Indikator, Realisasi


def halaman_realisasi(naskah: Naskah) -> tuple[Bagian, ...]:
    """The grid of the year, its chart and the summary by predikat."""
    hasil = naskah.hasil
    if hasil is None or not semua_indikator(hasil):
        if not any(r.tahun == naskah.snapshot.tahun for r in naskah.snapshot.realisasi):
            return ()
        teks = f"Capaian {TIDAK_DAPAT_DISIMPULKAN} karena {alasan_tanpa_hasil(naskah)}"
        return (bagian("grid-realisasi", "Realisasi dan Capaian", Paragraf(isi=kalimat(teks))),)
    triwulan = _triwulan(naskah)
    catatan: tuple[Blok, ...] = ()
    if not triwulan:
        catatan = (
            Paragraf(
                isi="Realisasi triwulan tidak dicatat; yang dicatat adalah realisasi setahun.", gaya="catatan"
            ),
        )
    return (
        bagian("grid-realisasi", "Realisasi dan Capaian", tabel_realisasi(naskah, hasil), *catatan),
        bagian("grafik-realisasi", "Grafik Capaian", grafik_capaian(naskah, semua_indikator(hasil))),
        alihkan(ikhtisar_capaian(naskah, hasil)),
    )


def halaman_anggaran(naskah: Naskah) -> tuple[Bagian, ...]:
    """Composition, serapan down to sub kegiatan, shares per sasaran, earlier years."""
    if not (naskah.snapshot.anggaran or naskah.snapshot.belanja):
        return ()
    semua = realisasi_anggaran(naskah).anak
    return alihkan_semua(b for b in semua if b.kunci != "dokumentasi")


def tabel_realisasi(naskah: Naskah, hasil: Hasil) -> Tabel:
    """A row per indikator, grouped by sasaran: target, triwulan where any is recorded, the year, capaian, predikat."""
    triwulan = _triwulan(naskah)
    banyak = len(ROMAWI) if triwulan else 0
    # No., indikator, satuan, target and realisasi stand before capaian and predikat.
    kiri = 5 + banyak
    definisi = definisi_indikator(naskah.snapshot)
    baris: list[BarisTabel] = []
    nomor = 0
    for sasaran in hasil.sasaran:
        baris.append(_kelompok(sasaran, kiri))
        for i in sasaran.indikator:
            nomor += 1
            # As the engine prints the year's value, so that both can be compared at a glance.
            cetak = [_nilai(n, i.satuan, definisi[i.kunci]) for n in triwulan.get(i.kunci, ())]
            baris.append(_baris(nomor, i, cetak or [KOSONG] * banyak))
    baris.append(
        row(
            Sel(isi=say_scope(hasil.rerata), kolom=kiri, kepala=True),
            *sel_capaian(hasil.rerata),
            jenis="jumlah",
        )
    )
    tinggi = 2 if banyak else 1
    return Tabel(
        kunci="tabel-realisasi",
        judul=f"Realisasi dan Capaian Indikator Tahun {hasil.tahun}",
        kolom=kolom(
            (5, "tengah"),
            49 - 7 * banyak,
            (8, "tengah"),
            (8, "kanan"),
            *((7, "kanan") for _ in range(banyak)),
            (8, "kanan"),
            (8, "kanan"),
            14,
        ),
        kepala=header(
            *(Sel(isi=j, baris=tinggi) for j in ("No.", "Indikator", "Satuan", "Target")),
            *((Sel(isi="Realisasi triwulan", kolom=banyak),) if banyak else ()),
            *(Sel(isi=j, baris=tinggi) for j in ("Realisasi setahun", "Capaian", "Predikat")),
        )
        + (header(*ROMAWI) if banyak else ()),
        baris=tuple(baris),
        sumber=sumber_data(naskah, semua_indikator(hasil)),
        ukuran="kecil",
    )


def realisasi_tahun_ini(naskah: Naskah) -> dict[str, Realisasi]:
    """What is recorded for the year, by kunci of the indikator."""
    return {r.kunci_indikator: r for r in naskah.snapshot.realisasi if r.tahun == naskah.snapshot.tahun}


def _triwulan(naskah: Naskah) -> dict[str, tuple[Nilai, ...]]:
    return {kunci: r.triwulan for kunci, r in realisasi_tahun_ini(naskah).items() if r.triwulan}


def _kelompok(sasaran: HasilSasaran, kiri: int) -> BarisTabel:
    return row(
        Sel(isi=f"Sasaran: {rapi(sasaran.uraian)}", kolom=kiri, kepala=True),
        *sel_capaian(sasaran.rerata),
        jenis="kelompok",
    )


def _baris(nomor: int, i: HasilIndikator, triwulan: list[str]) -> BarisTabel:
    return row(
        sel(nomor),
        sel(rapi(i.nama), kepala=True),
        sel(i.satuan or KOSONG),
        sel(i.target_cetak),
        *(sel(t) for t in triwulan),
        sel(i.realisasi_cetak),
        *sel_capaian(i.capaian),
    )


def _nilai(nilai: Nilai, satuan: str, definisi: Indikator) -> str:
    """A triwulan without a value is an en dash: the column is too narrow for the words of its state."""
    if nilai.keadaan is not KeadaanNilai.TERISI:
        return KOSONG
    return print_value(nilai, satuan, definisi.desimal, definisi.pengali_pecahan)
