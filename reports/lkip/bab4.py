"""BAB IV Penutup: conclusion, kendala, langkah perbaikan, and the camat's signature.

Permen PANRB 53/2014: simpulan umum atas capaian kinerja, and the steps that will be taken to improve it.
"""

from __future__ import annotations

from reports.document.numbering import lettered
from reports.document.tree import Bagian, Paragraf
from reports.official.signatures import nama_kecamatan, nama_lengkap, tanda_tangan_camat
from reports.prose.conclusion import blok_kendala, blok_langkah, teks_anggaran, teks_capaian, teks_efisiensi
from reports.prose.language import kalimat
from reports.publish.naskah import Naskah


def bab4(naskah: Naskah) -> Bagian:
    """The closing chapter; what is concluded repeats the results, never a number of its own."""
    return Bagian(
        kunci="bab-4",
        judul="Penutup",
        tingkat=1,
        nomor="BAB IV",
        anak=lettered(simpulan_umum(naskah), kendala(naskah), langkah_perbaikan(naskah)),
    )


def simpulan_umum(naskah: Naskah) -> Bagian:
    """Mean, predikat counts, targets met, budget and efisiensi."""
    teks = [teks_capaian(naskah, 1), teks_anggaran(naskah, 1), teks_efisiensi(naskah, 1)]
    return Bagian(
        kunci="simpulan",
        judul="Simpulan Umum",
        tingkat=2,
        isi=tuple(Paragraf(isi=t) for t in teks if t),
    )


def kendala(naskah: Naskah) -> Bagian:
    """What hindered the kecamatan."""
    return Bagian(kunci="kendala", judul="Kendala", tingkat=2, isi=blok_kendala(naskah))


def langkah_perbaikan(naskah: Naskah) -> Bagian:
    """What will be done, then the closing words for the year to come and the signature."""
    tahun = naskah.snapshot.tahun
    return Bagian(
        kunci="langkah",
        judul="Langkah Perbaikan",
        tingkat=2,
        isi=(
            *blok_langkah(naskah),
            Paragraf(
                isi=kalimat(
                    f"Laporan Kinerja {nama_lengkap(naskah.snapshot)} Tahun {tahun} ini disusun sebagai wujud "
                    f"pertanggungjawaban atas kinerja yang telah diperjanjikan. Hasilnya menjadi bahan evaluasi dan "
                    f"dasar penyusunan rencana kinerja {nama_kecamatan(naskah.snapshot)} tahun {tahun + 1}"
                )
            ),
            tanda_tangan_camat(naskah),
        ),
    )
