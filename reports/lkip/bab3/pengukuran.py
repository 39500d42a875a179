"""BAB III.B.1: target, realisasi, capaian and predikat of every indikator of the year, with the bar chart."""

from __future__ import annotations

from reports.charts import BatangCapaian, batang_capaian
from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Bagian, BarisTabel, Gambar, Paragraf, Sel, Tabel
from reports.lkip.bab3.sources import semua_indikator, sumber_data
from reports.official.signatures import nama_kecamatan
from reports.prose.language import count_of, kalimat, paragraf, persen, rapi, say_kategori, say_persen
from reports.prose.sentences import kalimat_rerata
from reports.publish.naskah import Naskah
from reports.tables.printed import KOSONG
from sakip.capaian.results import (
    TIDAK_DAPAT_DISIMPULKAN,
    Capaian,
    Hasil,
    HasilIndikator,
    HasilSasaran,
    Rerata,
)
from sakip.capaian.rumus import definisi_rumus


def pengukuran_capaian(naskah: Naskah, hasil: Hasil) -> Bagian:
    """The table that the whole report rests on, its mean over n of m indikator, and its chart."""
    kecamatan, tahun = nama_kecamatan(naskah.snapshot), naskah.snapshot.tahun
    indikator = semua_indikator(hasil)
    return Bagian(
        kunci="pengukuran-capaian",
        judul=f"Pengukuran Capaian Kinerja Tahun {tahun}",
        tingkat=3,
        isi=(
            Paragraf(
                isi=kalimat(
                    f"Kinerja {kecamatan} tahun {tahun} diukur melalui {count_of(len(indikator), 'indikator')} dari "
                    f"{count_of(len(hasil.sasaran), 'sasaran strategis')} dengan hasil sebagaimana tabel berikut"
                )
            ),
            tabel_pengukuran(naskah, hasil),
            Paragraf(isi=_simpulan(hasil, f"{kecamatan} tahun {tahun}")),
            grafik_capaian(naskah, indikator),
        ),
    )


def _simpulan(hasil: Hasil, subjek: str) -> str:
    tanpa = any(i.capaian.nilai is None for i in semua_indikator(hasil))
    return paragraf(
        kalimat_rerata(hasil.rerata, subjek),
        kalimat(f"Alasan capaian yang {TIDAK_DAPAT_DISIMPULKAN} diuraikan pada analisis sasarannya")
        if tanpa
        else "",
    )


def tabel_pengukuran(naskah: Naskah, hasil: Hasil) -> Tabel:
    """No | Sasaran | Indikator | Satuan | Target | Realisasi | Capaian | Predikat, with the mean as last row."""
    tahun = naskah.snapshot.tahun
    return Tabel(
        kunci="tabel-pengukuran",
        judul=f"Pengukuran Capaian Kinerja Tahun {tahun}",
        kolom=kolom((5, "tengah"), 19, 22, (9, "tengah"), (9, "kanan"), (11, "kanan"), (11, "kanan"), 14),
        kepala=header(
            "No.",
            "Sasaran strategis",
            "Indikator kinerja",
            "Satuan",
            "Target",
            "Realisasi",
            "Capaian",
            "Predikat",
        ),
        baris=(
            *(b for nomor, s in enumerate(hasil.sasaran, start=1) for b in _baris_sasaran(nomor, s)),
            row(
                Sel(isi=say_scope(hasil.rerata), kolom=6, kepala=True),
                *sel_capaian(hasil.rerata),
                jenis="jumlah",
            ),
        ),
        sumber=sumber_data(naskah, semua_indikator(hasil)),
        nomor_kolom=True,
        ukuran="kecil",
    )


def _baris_sasaran(nomor: int, sasaran: HasilSasaran) -> list[BarisTabel]:
    n = len(sasaran.indikator)
    return [
        row(
            *((sel(nomor, baris=n), sel(rapi(sasaran.uraian), baris=n)) if urutan == 0 else ()),
            sel(rapi(i.nama), kepala=True),
            *sel_ukuran(i),
        )
        for urutan, i in enumerate(sasaran.indikator)
    ]


def sel_ukuran(i: HasilIndikator) -> tuple[Sel, ...]:
    """Satuan, target, realisasi, capaian and predikat of an indikator."""
    return (
        sel(_satuan(i)),
        sel(rapi(i.target_cetak)),
        sel(rapi(i.realisasi_cetak)),
        *sel_capaian(i.capaian),
    )


def _satuan(i: HasilIndikator) -> str:
    """The recorded unit; a target in letters is one of the scale's predikat and has no other."""
    berhuruf = definisi_rumus(i.capaian.rumus).berperingkat and i.target_cetak[:1].isalpha()
    return rapi(i.satuan) or ("predikat" if berhuruf else KOSONG)


def sel_capaian(capaian: Capaian | Rerata) -> tuple[Sel, ...]:
    """A capaian, or a mean of them, and its predikat; one cell over both says that there is no conclusion."""
    if capaian.nilai is None:
        return (sel(TIDAK_DAPAT_DISIMPULKAN, kolom=2, rata="tengah"),)
    return (sel(persen(capaian.nilai)), sel(say_kategori(capaian.kategori)))


def say_scope(rerata: Rerata) -> str:
    """ "Rata-rata 2 dari 3 indikator"."""
    return f"Rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator"


def grafik_capaian(naskah: Naskah, indikator: tuple[HasilIndikator, ...]) -> Gambar:
    """Bar chart of capaian per indikator against the line of 100 percent."""
    judul = f"Capaian Kinerja per Indikator Tahun {naskah.snapshot.tahun}"
    rinci = "; ".join(f"{rapi(i.nama)} {say_persen(i.capaian.nilai)}" for i in indikator)
    return Gambar(
        kunci="gambar-capaian",
        judul=judul,
        svg=batang_capaian([BatangCapaian(nama=rapi(i.nama), capaian=i.capaian.nilai) for i in indikator]),
        alt=f"Grafik batang. {judul}: {rinci}.",
    )
