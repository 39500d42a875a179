"""Analysis 6: capaian against serapan: whether the sasaran used its money efficiently."""

from __future__ import annotations

from reports.dokumen import BarisTabel, Blok, Paragraf, Tabel
from reports.naskah import Naskah
from reports.sections.bab3.acuan import sumber_anggaran, sumber_data
from reports.sections.bab3.analisis_tahun import bertanda
from reports.sections.bab3.letak import Letak
from reports.sections.bahasa import TIDAK_DAPAT_DISIMPULKAN, persen
from reports.sections.cetak import cetak_uang
from reports.sections.kalimat_anggaran import kalimat_efisiensi, tingkat_efisiensi
from reports.sections.susun import kepala, kolom, sel
from reports.writing.document import narrative
from sakip.capaian.results import HasilSasaran


def efisiensi_sasaran(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> tuple[Blok, ...]:
    """Table and verdict; only the sentence with the reason where neither capaian nor serapan is known."""
    efisiensi = sasaran.efisiensi
    tabel = (
        (_tabel(naskah, sasaran, letak),)
        if efisiensi.capaian is not None or efisiensi.serapan is not None
        else ()
    )
    return (
        *tabel,
        Paragraf(isi=kalimat_efisiensi(efisiensi, sasaran.rerata, letak.urutan(1))),
        *narrative(naskah.narasi_untuk("efisiensi", sasaran.kunci)),
    )


def _tabel(naskah: Naskah, sasaran: HasilSasaran, letak: Letak) -> Tabel:
    e = sasaran.efisiensi
    return Tabel(
        kunci=f"tabel-efisiensi-{letak.kunci}",
        judul=f"Efisiensi Penggunaan Sumber Daya Sasaran {letak.nomor} Tahun {letak.tahun}",
        kolom=kolom(
            (18, "kanan"), (18, "kanan"), (15, "kanan"), (15, "kanan"), (14, "kanan"), (20, "tengah")
        ),
        kepala=(
            kepala(
                "Pagu (Rp)",
                "Realisasi (Rp)",
                "Serapan anggaran",
                "Capaian kinerja",
                "Selisih (poin)",
                "Tingkat efisiensi",
            ),
        ),
        baris=(
            BarisTabel(
                sel=(
                    sel(cetak_uang(sasaran.anggaran.pagu)),
                    sel(cetak_uang(sasaran.anggaran.realisasi)),
                    sel(
                        TIDAK_DAPAT_DISIMPULKAN
                        if sasaran.anggaran.nilai is None
                        else persen(sasaran.anggaran.nilai)
                    ),
                    sel(TIDAK_DAPAT_DISIMPULKAN if e.capaian is None else persen(e.capaian)),
                    sel(TIDAK_DAPAT_DISIMPULKAN if e.selisih is None else bertanda(e.selisih)),
                    sel(tingkat_efisiensi(e)),
                )
            ),
        ),
        sumber=f"{sumber_data(naskah, sasaran.indikator)}; {sumber_anggaran(naskah)}",
        ukuran="kecil",
    )
