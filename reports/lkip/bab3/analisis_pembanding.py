"""Analysis 4: realisasi against the kabupaten, the provinsi and the nation, or "tidak tersedia" with the reason."""

from __future__ import annotations

from decimal import Decimal

from reports.document.builders import header, kolom, row, sel
from reports.document.tree import BarisTabel, Blok, Paragraf, Sel, Tabel
from reports.lkip.bab3.analisis_tahun import bertanda
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import sumber_data
from reports.official.signatures import nama_kabupaten
from reports.prose.comparison_sentences import kalimat_pembanding, kalimat_tanpa_pembanding
from reports.prose.language import besar_selisih, paragraf, rapi, unik
from reports.publish.naskah import Naskah
from reports.tables.printed import TIDAK_TERSEDIA
from sakip.capaian.inputs import KeadaanNilai, Lingkup
from sakip.capaian.results import HasilIndikator, HasilPembanding, HasilSasaran


def pembanding_wilayah(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """A table where at least one value is known, and for every indikator what can and what cannot be compared."""
    tunggal = len(sasaran.indikator) == 1
    uraian = tuple(
        Paragraf(isi=_uraian(naskah, i, tunggal=tunggal, urutan=letak.urutan(urutan)))
        for urutan, i in enumerate(sasaran.indikator)
    )
    if not uraian:
        return (Paragraf(isi="Data pembanding tidak tersedia karena sasaran ini belum memiliki indikator."),)
    if any(_diketahui(i) for i in sasaran.indikator):
        return (_tabel(naskah, sasaran, letak), *uraian)
    return uraian


def nama_lingkup(naskah: Naskah, lingkup: Lingkup) -> str:
    """ "Kabupaten Jember", "Provinsi Jawa Timur", "nasional"."""
    kabupaten = naskah.snapshot.kecamatan.kabupaten
    return {
        Lingkup.KABUPATEN: nama_kabupaten(kabupaten),
        Lingkup.PROVINSI: f"Provinsi {kabupaten.provinsi}",
        Lingkup.NASIONAL: "nasional",
    }[lingkup]


def _diketahui(i: HasilIndikator) -> list[HasilPembanding]:
    """Values that exist, compared or not; those declared "tidak tersedia" or not entered print their state only."""
    return [p for p in i.pembanding if _bernilai(p)]


def _bernilai(p: HasilPembanding) -> bool:
    return p.cetak not in {KeadaanNilai.TIDAK_TERSEDIA, KeadaanNilai.BELUM_DIISI, ""}


def _uraian(naskah: Naskah, i: HasilIndikator, *, tunggal: bool, urutan: int) -> str:
    ada = _diketahui(i)
    # A level that nobody recorded is as little available as one declared so.
    tanpa = [lingkup for lingkup in Lingkup if lingkup not in {p.lingkup for p in ada}]
    alasan = unik([p.alasan for p in i.pembanding if p.lingkup in tanpa and i.capaian.alasan != p.alasan])
    return paragraf(
        *(
            kalimat_pembanding(
                i, p, nama_lingkup(naskah, p.lingkup), tunggal=tunggal or n > 0, urutan=urutan + n
            )
            for n, p in enumerate(ada)
        ),
        kalimat_tanpa_pembanding(
            i, [str(lingkup.value) for lingkup in tanpa], alasan, tunggal=tunggal or bool(ada), urutan=urutan
        )
        if tanpa
        else "",
    )


def _tabel(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> Tabel:
    return Tabel(
        kunci=f"tabel-pembanding-{letak.kunci}",
        judul=f"Perbandingan Realisasi Sasaran {letak.nomor} dengan Kabupaten, Provinsi, dan Nasional",
        kolom=kolom(30, (13, "kanan"), 17, (9, "tengah"), (15, "kanan"), (16, "kanan")),
        kepala=header(
            "Indikator kinerja",
            f"Realisasi {letak.tahun}",
            "Pembanding",
            "Tahun",
            "Nilai pembanding",
            "Selisih (+/-)",
        ),
        baris=tuple(b for i in sasaran.indikator for b in _baris(naskah, i)),
        sumber=_sumber(naskah, sasaran),
        ukuran="kecil",
    )


def _baris(naskah: Naskah, i: HasilIndikator) -> list[BarisTabel]:
    menurut = {p.lingkup: p for p in i.pembanding}
    n = len(Lingkup)
    baris = []
    for urutan, lingkup in enumerate(Lingkup):
        awal = (
            (sel(rapi(i.nama), baris=n, kepala=True), sel(i.realisasi_cetak, baris=n)) if urutan == 0 else ()
        )
        nama = nama_lingkup(naskah, lingkup)
        baris.append(row(*awal, sel(f"{nama[0].upper()}{nama[1:]}"), *_sel_nilai(menurut.get(lingkup))))
    return baris


def _sel_nilai(p: HasilPembanding | None) -> tuple[Sel, ...]:
    if p is None or not _bernilai(p):
        return (sel(TIDAK_TERSEDIA, kolom=3, rata="tengah"),)
    return (
        sel(p.tahun),
        sel(p.cetak),
        sel(TIDAK_TERSEDIA if p.selisih is None else _selisih(p.selisih, p.satuan)),
    )


def _selisih(selisih: Decimal, satuan: str) -> str:
    if satuan == "poin":
        return bertanda(selisih)
    tanda = "+" if selisih > 0 else "-" if selisih < 0 else ""
    return (
        f"{tanda}{besar_selisih(selisih, satuan)}"
        if satuan != "peringkat"
        else f"{tanda}{abs(selisih)} peringkat"
    )


def _sumber(naskah: Naskah, sasaran: HasilSasaran) -> str:
    pembanding = unik([p.sumber for i in sasaran.indikator for p in _diketahui(i)])
    return "; ".join(unik([sumber_data(naskah, sasaran.indikator), *pembanding]))
