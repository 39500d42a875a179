"""Ikhtisar eksekutif: goals, capaian per sasaran, predikat counts, budget, kendala and langkah, all generated."""

from __future__ import annotations

from reports.document.builders import daftar
from reports.document.tree import Bagian, Blok, Paragraf, Tebal
from reports.lkip.bab3.sources import nama_renstra, semua_indikator
from reports.official.signatures import nama_kecamatan, nama_lengkap
from reports.prose.conclusion import blok_kendala, blok_langkah, teks_anggaran, teks_capaian, teks_efisiensi
from reports.prose.language import (
    count_of,
    kalimat,
    klausa,
    paragraf,
    persen,
    petik,
    rapi,
    say_kategori,
)
from reports.publish.naskah import Naskah
from reports.tables.pk import nama_pk
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, HasilSasaran


def ikhtisar(naskah: Naskah) -> Bagian:
    """The whole report on one or two pages; every number is that of the chapters behind it."""
    return Bagian(
        kunci="ikhtisar-eksekutif",
        judul="Ikhtisar Eksekutif",
        tingkat=1,
        isi=(
            *_tujuan(naskah),
            *_capaian(naskah),
            Paragraf(isi=paragraf(teks_anggaran(naskah), teks_efisiensi(naskah))),
            Paragraf(isi=(Tebal("Kendala"),), gaya="rapat"),
            *blok_kendala(naskah),
            Paragraf(isi=(Tebal("Langkah perbaikan"),), gaya="rapat"),
            *blok_langkah(naskah),
        ),
    )


def _tujuan(naskah: Naskah) -> tuple[Blok, ...]:
    """What the report measures and the goals behind it."""
    snapshot = naskah.snapshot
    acuan = (
        nama_pk(snapshot.pk_berlaku) if snapshot.pk_berlaku else f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    )
    pembuka = kalimat(
        f"Laporan Kinerja {nama_lengkap(snapshot)} Tahun {snapshot.tahun} menyajikan hasil pengukuran atas target "
        f"dalam {acuan} beserta analisisnya"
    )
    renstra = snapshot.renstra_berlaku
    if renstra is None or not renstra.tujuan:
        tanpa = kalimat(f"Tujuan dan sasaran Renstra {nama_kecamatan(snapshot)} belum dicatat")
        return (Paragraf(isi=paragraf(pembuka, tanpa)),)
    jumlah = count_of(sum(len(t.sasaran) for t in renstra.tujuan), "sasaran strategis")
    if len(renstra.tujuan) == 1:
        satu = petik(renstra.tujuan[0].uraian)
        isi = f"{nama_renstra(snapshot)} menetapkan satu tujuan, yaitu {satu}, dengan {jumlah}"
        return (Paragraf(isi=paragraf(pembuka, kalimat(isi))),)
    isi = f"{nama_renstra(snapshot)} menetapkan {count_of(len(renstra.tujuan), 'tujuan')} dengan {jumlah}"
    return (
        Paragraf(isi=paragraf(pembuka, kalimat(isi), "Tujuan tersebut adalah sebagai berikut.")),
        daftar(kalimat(t.uraian) for t in renstra.tujuan),
    )


def _capaian(naskah: Naskah) -> tuple[Blok, ...]:
    hasil = naskah.hasil
    if hasil is None or not semua_indikator(hasil):
        return (Paragraf(isi=teks_capaian(naskah)),)
    # A Renstra may have more sasaran than the PK promises; the reader is told which number this report answers.
    diukur = kalimat(
        f"Pengukuran kinerja tahun {naskah.snapshot.tahun} mencakup "
        f"{count_of(len(hasil.sasaran), 'sasaran strategis')} dengan "
        f"{count_of(len(semua_indikator(hasil)), 'indikator')}"
    )
    return (
        Paragraf(
            isi=paragraf(diukur, "Capaian setiap sasaran tersebut adalah sebagai berikut."), gaya="rapat"
        ),
        daftar(_butir_sasaran(s) for s in hasil.sasaran),
        Paragraf(isi=teks_capaian(naskah)),
    )


def _butir_sasaran(sasaran: HasilSasaran) -> str:
    """ "…: capaian 79,00% dengan predikat Baik (rata-rata 1 dari 2 indikator)."."""
    rerata = sasaran.rerata
    if rerata.nilai is None:
        satu = sasaran.indikator[0].capaian.alasan if len(sasaran.indikator) == 1 else ""
        return kalimat(
            f"{rapi(sasaran.uraian)}: {TIDAK_DAPAT_DISIMPULKAN} karena {klausa(satu or rerata.alasan)}"
        )
    cakupan = "" if rerata.jumlah == 1 else f" (rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator)"
    return kalimat(
        f"{rapi(sasaran.uraian)}: capaian {persen(rerata.nilai)} dengan predikat {say_kategori(rerata.kategori)}"
        f"{cakupan}"
    )
