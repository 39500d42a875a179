"""What the ikhtisar eksekutif and BAB IV both conclude: capaian, budget, efisiensi, kendala and langkah."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document.tree import Blok, Paragraf
from reports.lkip.bab3.anggaran import alasan_tanpa_anggaran, anggaran_tercatat
from reports.lkip.bab3.belanja import jumlah_belanja
from reports.lkip.bab3.sources import alasan_tanpa_hasil, semua_indikator
from reports.official.signatures import nama_kecamatan
from reports.prose.budget_sentences import kalimat_anggaran_lalu, kalimat_serapan
from reports.prose.language import (
    count_of,
    kalimat,
    paragraf,
    petik,
    ragam,
    rangkai,
)
from reports.prose.sentences import kalimat_hitungan, kalimat_rerata, tercapai
from reports.publish.naskah import Naskah
from reports.writing.to_document import narrative
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Hasil, HasilIndikator


def teks_capaian(naskah: Naskah, urutan: int = 0) -> str:
    """Mean capaian, counts with shares, and how many targets were met; one sentence where nothing was measured."""
    subjek = f"{nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    hasil = naskah.hasil
    if hasil is None or not semua_indikator(hasil):
        alasan = alasan_tanpa_hasil(naskah)
        return kalimat(f"Capaian kinerja {subjek} {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}")
    return paragraf(
        kalimat_rerata(hasil.rerata, subjek, urutan),
        kalimat_hitungan(hasil.hitungan, urutan),
        kalimat_target(semua_indikator(hasil), urutan),
    )


def kalimat_target(indikator: Sequence[HasilIndikator], urutan: int = 0) -> str:
    """How many targets were met, missed and undecided, by capaian before caps."""
    bagian = _say_verdicts(
        [tercapai(i.capaian) for i in indikator],
        "indikator",
        {
            True: "mencapai target",
            False: "belum mencapai target",
            None: f"{TIDAK_DAPAT_DISIMPULKAN} ketercapaiannya",
        },
    )
    return kalimat(
        ragam(urutan, f"Menurut ketercapaian targetnya, {bagian}", f"Dibandingkan dengan targetnya, {bagian}")
    )


def teks_anggaran(naskah: Naskah, urutan: int = 0) -> str:
    """Budget and serapan: of all belanja where that is more than the programs, of the programs, against last year."""
    subjek = f"{nama_kecamatan(naskah.snapshot)} tahun {naskah.snapshot.tahun}"
    anggaran, belanja = anggaran_tercatat(naskah), jumlah_belanja(naskah)
    if anggaran is None:
        alasan = alasan_tanpa_anggaran(naskah)
        return kalimat(f"Serapan anggaran {subjek} {TIDAK_DAPAT_DISIMPULKAN} karena {alasan}")
    seluruh = belanja is not None and belanja.realisasi is not None and belanja.pagu != anggaran.total.pagu
    lalu = [a for a in anggaran.lalu if a.serapan.nilai is not None]
    return paragraf(
        kalimat_serapan(belanja, f"Keseluruhan anggaran belanja {subjek}", urutan)
        if belanja and seluruh
        else "",
        kalimat_serapan(anggaran.total, f"Anggaran program {subjek}", urutan),
        kalimat_anggaran_lalu(anggaran.total, max(lalu, key=lambda a: a.tahun), naskah.snapshot.tahun)
        if lalu and anggaran.total.nilai is not None
        else "",
    )


def teks_efisiensi(naskah: Naskah, urutan: int = 0) -> str:
    """How many sasaran used their money efficiently; empty where nothing was measured."""
    if naskah.hasil is None or not naskah.hasil.sasaran:
        return ""
    bagian = _say_verdicts(
        [s.efisiensi.efisien for s in naskah.hasil.sasaran],
        "sasaran",
        {
            True: "dinilai efisien",
            False: "dinilai tidak efisien",
            None: f"{TIDAK_DAPAT_DISIMPULKAN} efisiensinya",
        },
    )
    return kalimat(
        ragam(
            urutan,
            f"Dari segi penggunaan sumber daya, {bagian}",
            f"Perbandingan capaian dengan serapan menunjukkan bahwa {bagian}",
        )
    )


def _say_verdicts(putusan: list[bool | None], benda: str, kata: dict[bool | None, str]) -> str:
    """How many of the things are of each verdict, in words; None is one that cannot be told."""
    return rangkai([f"{count_of(putusan.count(p), benda)} {kata[p]}" for p in kata if p in putusan])


def blok_kendala(naskah: Naskah) -> tuple[Blok, ...]:
    """Kendala as written, else where they are explained, else that they are not recorded."""
    tahun = naskah.snapshot.tahun
    if tertulis := narrative(naskah.narasi_for("kendala")):
        return tertulis
    if any(n.bagian == "penghambat" and n.isi for n in naskah.narasi):
        teks = f"Kendala tahun {tahun} diuraikan sebagai faktor penghambat setiap indikator dalam BAB III"
    else:
        teks = f"Kendala dalam pencapaian kinerja tahun {tahun} belum dicatat"
    return (Paragraf(isi=kalimat(teks)),)


def blok_langkah(naskah: Naskah) -> tuple[Blok, ...]:
    """Langkah perbaikan as written; without it, what the results themselves ask for next year."""
    return narrative(naskah.narasi_for("langkah")) or (Paragraf(isi=teks_perhatian(naskah)),)


def teks_perhatian(naskah: Naskah) -> str:
    """Indikator to attend to next year: targets missed, then data missing; all met says to keep it so."""
    depan = naskah.snapshot.tahun + 1
    hasil = naskah.hasil
    if hasil is None or not semua_indikator(hasil):
        return kalimat(f"Langkah perbaikan untuk tahun {depan} belum dicatat")
    kurang = _nama(hasil, False)
    tanpa = _nama(hasil, None)
    if not kurang and not tanpa:
        return kalimat(
            f"Pada tahun {depan} {nama_kecamatan(naskah.snapshot)} mempertahankan kinerja yang telah memenuhi seluruh "
            f"target"
        )
    return paragraf(
        kalimat(
            f"Pada tahun {depan} perbaikan diarahkan pada indikator yang targetnya belum tercapai, yaitu "
            f"{rangkai(kurang)}"
        )
        if kurang
        else "",
        kalimat(f"Data indikator {rangkai(tanpa)} perlu dilengkapi agar capaiannya dapat disimpulkan")
        if tanpa
        else "",
    )


def _nama(hasil: Hasil, putusan: bool | None) -> list[str]:
    return [petik(i.nama) for i in semua_indikator(hasil) if tercapai(i.capaian) is putusan]
