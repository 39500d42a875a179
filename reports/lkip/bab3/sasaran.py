"""BAB III.B.3 and on: one subsection per sasaran with the seven analyses of Permen PANRB 53/2014."""

from __future__ import annotations

from reports.document.tree import Bagian, Blok, Paragraf
from reports.lkip.bab3.analisis_efisiensi import efisiensi_sasaran
from reports.lkip.bab3.analisis_pembanding import pembanding_wilayah
from reports.lkip.bab3.analisis_program import program_pendukung
from reports.lkip.bab3.analisis_renstra import kemajuan_renstra
from reports.lkip.bab3.analisis_sebab import sebab_dan_solusi
from reports.lkip.bab3.analisis_tahun import tahun_sebelumnya
from reports.lkip.bab3.analisis_target import target_realisasi
from reports.lkip.bab3.position import Letak
from reports.lkip.bab3.sources import kunci_sasaran
from reports.prose.language import count_of, kalimat, petik, rapi
from reports.publish.naskah import Naskah
from sakip.capaian.results import HasilSasaran


def analisis_sasaran(naskah: Naskah, sasaran: HasilSasaran, urutan: int) -> Bagian:
    """The subsection of a sasaran; ``urutan`` counts from 0 and varies the wording."""
    letak = Letak(kunci=kunci_sasaran(sasaran, urutan + 1), nomor=urutan + 1, tahun=naskah.snapshot.tahun)
    analisis: tuple[tuple[str, str, tuple[Blok, ...]], ...] = (
        ("target", f"Target dan Realisasi Tahun {letak.tahun}", target_realisasi(naskah, sasaran, letak)),
        ("tahun", "Perbandingan dengan Tahun-Tahun Sebelumnya", tahun_sebelumnya(naskah, sasaran, letak)),
        ("renstra", "Realisasi terhadap Target Akhir Renstra", kemajuan_renstra(naskah, sasaran, letak)),
        (
            "pembanding",
            "Perbandingan dengan Kabupaten, Provinsi, dan Nasional",
            pembanding_wilayah(naskah, sasaran, letak),
        ),
        (
            "sebab",
            "Penyebab Keberhasilan atau Kegagalan dan Solusi",
            sebab_dan_solusi(naskah, sasaran, letak),
        ),
        ("efisiensi", "Efisiensi Penggunaan Sumber Daya", efisiensi_sasaran(naskah, sasaran, letak)),
        (
            "program",
            "Program, Kegiatan, dan Sub Kegiatan Pendukung",
            program_pendukung(naskah, sasaran, letak),
        ),
    )
    return Bagian(
        kunci=f"analisis-{letak.kunci}",
        judul=f"Sasaran Strategis {letak.nomor}: {rapi(sasaran.uraian)}",
        tingkat=3,
        isi=(Paragraf(isi=_pembuka(sasaran)),),
        anak=tuple(
            Bagian(
                kunci=f"analisis-{letak.kunci}-{bagian}",
                judul=judul,
                tingkat=4,
                isi=isi,
                daftar_isi=False,  # seven lines for every sasaran would bury the table of contents
            )
            for bagian, judul, isi in analisis
        ),
    )


def _pembuka(sasaran: HasilSasaran) -> str:
    ukuran = f"diukur dengan {count_of(len(sasaran.indikator), 'indikator')}"
    if not sasaran.indikator:
        return kalimat("Sasaran ini belum memiliki indikator yang diukur")
    if sasaran.tujuan:
        return kalimat(f"Sasaran ini mendukung tujuan {petik(sasaran.tujuan)} dan {ukuran}")
    return kalimat(f"Sasaran ini {ukuran}")
