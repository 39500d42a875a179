"""Analysis 1: target and realisasi of this year, with the working of every capaian."""

from __future__ import annotations

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.pengukuran import say_scope, sel_capaian, sel_ukuran
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import sumber_data
from reports.prose.language import kalimat, petik, rapi
from reports.prose.sentences import kalimat_realisasi, kalimat_rerata
from reports.publish.naskah import Naskah
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Capaian, HasilIndikator, HasilSasaran


def target_realisasi(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Table, working, one paragraph per indikator, and the mean where there are several."""
    if not sasaran.indikator:
        teks = f"Target dan realisasi {TIDAK_DAPAT_DISIMPULKAN} karena indikator sasaran ini belum ditetapkan"
        return (Paragraf(isi=kalimat(teks)),)
    tunggal = len(sasaran.indikator) == 1
    return (
        _tabel(naskah, sasaran, letak),
        *(catatan_perhitungan(i, i.capaian, tunggal=tunggal) for i in sasaran.indikator if i.capaian.langkah),
        *(
            Paragraf(isi=kalimat_realisasi(i, letak.tahun, letak.urutan(urutan)))
            for urutan, i in enumerate(sasaran.indikator)
        ),
        *(() if tunggal else (Paragraf(isi=kalimat_rerata(sasaran.rerata, "sasaran ini")),)),
    )


def catatan_perhitungan(indikator: HasilIndikator, capaian: Capaian, *, tunggal: bool) -> Paragraf:
    """The working of a capaian as one line under its table."""
    milik = "" if tunggal else f" {petik(indikator.nama)}"
    return Paragraf(isi=f"Perhitungan{milik}: {capaian.langkah}.", gaya="catatan")


def _tabel(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> Tabel:
    baris = [
        row(sel(n), sel(rapi(i.nama), kepala=True), *sel_ukuran(i))
        for n, i in enumerate(sasaran.indikator, start=1)
    ]
    if len(sasaran.indikator) > 1:
        cakupan = Sel(isi=say_scope(sasaran.rerata), kolom=5, kepala=True)
        baris.append(row(cakupan, *sel_capaian(sasaran.rerata), jenis="jumlah"))
    return Tabel(
        kunci=f"tabel-target-realisasi-{letak.kunci}",
        judul=f"Target dan Realisasi Sasaran {letak.nomor} Tahun {letak.tahun}",
        kolom=kolom((6, "tengah"), 35, (10, "tengah"), (11, "kanan"), (11, "kanan"), (11, "kanan"), 16),
        kepala=header("No.", "Indikator kinerja", "Satuan", "Target", "Realisasi", "Capaian", "Predikat"),
        baris=tuple(baris),
        sumber=sumber_data(naskah, sasaran.indikator),
        ukuran="kecil",
    )
