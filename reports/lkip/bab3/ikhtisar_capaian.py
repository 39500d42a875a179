"""BAB III.B.2: the ikhtisar: predikat matrix, counts and shares per predikat, means per sasaran and tujuan."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import Bagian, BarisTabel, Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.pengukuran import say_scope, sel_capaian
from reports.lkip.bab3.sources import semua_indikator, sumber_data
from reports.prose.language import paragraf, persen, petik, rapi, say_kategori, say_persen
from reports.prose.sentences import kalimat_hitungan, kalimat_rerata
from reports.publish.naskah import Naskah
from sakip.capaian.inputs import Kategori
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Hasil, HasilIndikator, HitunganKategori, Rerata

CENTANG = "√"


def ikhtisar_capaian(naskah: Naskah, hasil: Hasil) -> Bagian:
    """Where every indikator stands on the year's scale."""
    tahun = naskah.snapshot.tahun
    return Bagian(
        kunci="ikhtisar-capaian",
        judul="Ikhtisar Capaian dan Predikat",
        tingkat=3,
        isi=(
            Paragraf(
                isi=f"Kedudukan setiap indikator pada skala predikat tahun {tahun} disajikan dalam tabel berikut."
            ),
            tabel_ikhtisar(naskah, hasil),
            *_keterangan_kode(hasil),
            Paragraf(isi=kalimat_hitungan(hasil.hitungan)),
            tabel_hitungan(naskah, hasil),
            *_rerata_sasaran(naskah, hasil),
        ),
    )


def tabel_ikhtisar(naskah: Naskah, hasil: Hasil) -> Tabel:
    """Sasaran as groups, its indikator as rows, the categories as columns with one mark in each row."""
    kategori: list[Kategori | None] = [*hasil.kebijakan.skala.kategori]
    lebar = [6 if k is not None and k.kode != k.label else 10 for k in kategori]
    if any(i.capaian.kategori is None for i in semua_indikator(hasil)):
        kategori.append(None)
        lebar.append(14)
    return Tabel(
        kunci="tabel-ikhtisar",
        judul=f"Ikhtisar Capaian Kinerja menurut Predikat Tahun {naskah.snapshot.tahun}",
        kolom=kolom(100 - 11 - sum(lebar), (11, "kanan"), *((w, "tengah") for w in lebar)),
        kepala=header(
            Sel(isi="Sasaran/indikator", baris=2),
            Sel(isi="Capaian", baris=2),
            Sel(isi="Predikat", kolom=len(kategori)),
        )
        + header(*(TIDAK_DAPAT_DISIMPULKAN.capitalize() if k is None else k.kode for k in kategori)),
        baris=tuple(
            baris
            for nomor, s in enumerate(hasil.sasaran, start=1)
            for baris in (
                row(
                    Sel(isi=f"Sasaran {nomor}: {rapi(s.uraian)}", kolom=2 + len(kategori), kepala=True),
                    jenis="kelompok",
                ),
                *(_baris_indikator(i, kategori) for i in s.indikator),
            )
        ),
        sumber=sumber_data(naskah, semua_indikator(hasil)),
        ukuran="kecil",
    )


def _baris_indikator(i: HasilIndikator, kategori: list[Kategori | None]) -> BarisTabel:
    capaian = i.capaian
    return row(
        sel(rapi(i.nama), kepala=True),
        sel(say_persen(capaian.nilai)),
        *(sel(CENTANG if capaian.kategori == k else "") for k in kategori),
        inden=1,
    )


def _keterangan_kode(hasil: Hasil) -> tuple[Blok, ...]:
    """What the letters over the columns mean, where a scale has letters."""
    arti = [f"{k.kode} = {k.label}" for k in hasil.kebijakan.skala.kategori if k.kode != k.label]
    return (Paragraf(isi=f"Keterangan: {'; '.join(arti)}.", gaya="catatan"),) if arti else ()


def tabel_hitungan(naskah: Naskah, hasil: Hasil) -> Tabel:
    """Predikat | Jumlah indikator | Porsi, with the total of both."""
    return Tabel(
        kunci="tabel-hitungan",
        judul=f"Jumlah Indikator menurut Predikat Tahun {naskah.snapshot.tahun}",
        kolom=kolom((8, "tengah"), 48, (22, "kanan"), (22, "kanan")),
        kepala=header("No.", "Predikat", "Jumlah indikator", "Porsi"),
        baris=(
            *(
                row(sel(n), sel(_predikat(h), kepala=True), sel(h.jumlah), sel(persen(h.porsi)))
                for n, h in enumerate(hasil.hitungan, start=1)
            ),
            row(
                Sel(isi="Jumlah", kolom=2, kepala=True),
                sel(sum(h.jumlah for h in hasil.hitungan)),
                sel(persen(sum((h.porsi for h in hasil.hitungan), Decimal(0)))),
                jenis="jumlah",
            ),
        ),
        sumber=sumber_data(naskah, semua_indikator(hasil)),
    )


def _predikat(h: HitunganKategori) -> str:
    return h.label if h.kategori is None else say_kategori(h.kategori)


def _tunggal(rerata: Rerata) -> bool:
    """The mean of one indikator is its capaian: there is nothing to average."""
    return rerata.jumlah == rerata.terhitung == 1


def _rerata_sasaran(naskah: Naskah, hasil: Hasil) -> tuple[Blok, ...]:
    """Means per sasaran, where one has several indikator (else they repeat the first table), and per tujuan."""
    blok: list[Blok] = []
    if any(len(s.indikator) > 1 for s in hasil.sasaran):
        blok += [
            Paragraf(isi="Rata-rata capaian setiap sasaran disajikan dalam tabel berikut."),
            Tabel(
                kunci="tabel-rerata-sasaran",
                judul=f"Rata-Rata Capaian per Sasaran Tahun {naskah.snapshot.tahun}",
                kolom=kolom((8, "tengah"), 42, 22, (12, "kanan"), 16),
                kepala=header("No.", "Sasaran strategis", "Cakupan", "Capaian", "Predikat"),
                baris=tuple(
                    row(
                        sel(n),
                        sel(rapi(s.uraian), kepala=True),
                        sel("1 indikator" if _tunggal(s.rerata) else say_scope(s.rerata)),
                        *sel_capaian(s.rerata),
                    )
                    for n, s in enumerate(hasil.sasaran, start=1)
                ),
                sumber=sumber_data(naskah, semua_indikator(hasil)),
            ),
        ]
    tujuan = [t for t in hasil.tujuan if t.uraian]
    if len(tujuan) > 1:
        teks = paragraf(
            *(kalimat_rerata(t.rerata, f"tujuan {petik(t.uraian)}", n) for n, t in enumerate(tujuan))
        )
        blok.append(Paragraf(isi=teks))
    return tuple(blok)
