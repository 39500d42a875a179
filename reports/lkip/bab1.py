"""BAB I Pendahuluan: why the report exists, the organisation, its people, its area and its strategic issues."""

from __future__ import annotations

from reports.document.builders import daftar, rincian
from reports.document.numbering import lettered
from reports.document.tree import Bagian, Blok, Paragraf
from reports.lkip.bab1_organisasi import susunan_organisasi
from reports.lkip.bab1_profil import profil_kecamatan
from reports.lkip.bab1_sdm import sumber_daya_manusia
from reports.official.signatures import nama_kecamatan
from reports.prose.language import kalimat, paragraf, rangkai, unik
from reports.publish.naskah import Naskah
from reports.writing.to_document import narrative
from sakip.snapshot.types import Profil


def bab1(naskah: Naskah) -> Bagian:
    """BAB I in the order of Permen PANRB 53/2014 as Jember uses it."""
    return Bagian(
        kunci="bab-1",
        judul="Pendahuluan",
        tingkat=1,
        nomor="BAB I",
        anak=lettered(
            latar_belakang(naskah),
            maksud_dan_tujuan(naskah),
            kedudukan(naskah),
            sumber_daya_manusia(naskah),
            profil_kecamatan(naskah),
            isu_strategis(naskah),
        ),
    )


def latar_belakang(naskah: Naskah) -> Bagian:
    """Why the kecamatan reports: the duty of Perpres 29/2014, and what people added to it."""
    snapshot = naskah.snapshot
    kecamatan = nama_kecamatan(snapshot)
    return Bagian(
        kunci="latar-belakang",
        judul="Latar Belakang",
        tingkat=2,
        isi=(
            Paragraf(
                isi="Setiap instansi pemerintah wajib mempertanggungjawabkan hasil yang dicapainya dengan "
                "anggaran yang dipercayakan kepadanya. Asas akuntabilitas tersebut ditegaskan dalam "
                "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara yang Bersih dan Bebas dari "
                "Korupsi, Kolusi dan Nepotisme serta dijabarkan dalam Peraturan Presiden Nomor 29 Tahun 2014 "
                "tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP)."
            ),
            Paragraf(
                isi=f"Dalam SAKIP, rencana strategis dijabarkan ke dalam rencana kinerja tahunan, diperjanjikan "
                f"melalui Perjanjian Kinerja, diukur selama tahun berjalan, dan dilaporkan setelah tahun anggaran "
                f"berakhir. Laporan Kinerja {kecamatan} Tahun {snapshot.tahun} menutup rangkaian tersebut. "
                f"Laporan ini membandingkan target dalam Perjanjian Kinerja dengan realisasinya, menjelaskan "
                f"penyebab keberhasilan dan kegagalan, serta menetapkan langkah perbaikan."
            ),
            *narrative(naskah.narasi_for("latar-belakang")),
        ),
    )


def maksud_dan_tujuan(naskah: Naskah) -> Bagian:
    """Purpose of the report."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    return Bagian(
        kunci="maksud-tujuan",
        judul="Maksud dan Tujuan",
        tingkat=2,
        isi=(
            Paragraf(
                isi=f"Maksud penyusunan laporan ini adalah menyampaikan informasi kinerja {kecamatan} tahun "
                f"anggaran {naskah.snapshot.tahun} secara terukur kepada pemberi mandat dan masyarakat."
            ),
            Paragraf(isi="Tujuan penyusunan laporan ini adalah:", gaya="rapat"),
            daftar(
                rincian(
                    (
                        "mempertanggungjawabkan pencapaian sasaran strategis yang telah diperjanjikan",
                        "menyediakan bahan evaluasi bagi pimpinan atas pelaksanaan program dan kegiatan",
                        f"menjadi dasar perbaikan perencanaan dan peningkatan kinerja {kecamatan} pada "
                        f"tahun-tahun berikutnya",
                    )
                )
            ),
        ),
    )


def kedudukan(naskah: Naskah) -> Bagian:
    """Position, duties, functions and structure, as the regulation in force sets them, with the chart."""
    return Bagian(
        kunci="kedudukan",
        judul="Kedudukan, Tugas, Fungsi, dan Susunan Organisasi",
        tingkat=2,
        isi=(*_tugas_fungsi(naskah, naskah.snapshot.profil), *susunan_organisasi(naskah.snapshot)),
    )


def _tugas_fungsi(naskah: Naskah, profil: Profil | None) -> tuple[Blok, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    if profil is None or not (profil.kedudukan or profil.tugas or profil.fungsi):
        return (Paragraf(isi=f"Kedudukan, tugas, dan fungsi {kecamatan} belum dicatat untuk tahun ini."),)
    dasar = rangkai(unik(profil.dasar_hukum))
    pembuka = paragraf(
        f"Kedudukan, tugas, fungsi, dan susunan organisasi {kecamatan} diatur dalam {dasar}."
        if dasar
        else "",
        *(kalimat(k) for k in profil.kedudukan if k.strip()),
    )
    fungsi = f"Dalam melaksanakan tugasnya, {kecamatan} menyelenggarakan fungsi"
    return (
        *((Paragraf(isi=pembuka),) if pembuka else ()),
        *_butir(f"Tugas {kecamatan} adalah", f"Tugas {kecamatan} meliputi:", profil.tugas),
        *_butir(fungsi, f"{fungsi}:", profil.fungsi),
    )


def _butir(tunggal: str, jamak: str, butir: tuple[str, ...]) -> tuple[Blok, ...]:
    """One item finishes its sentence; several follow theirs as a list."""
    isi = rincian(butir)
    if len(isi) <= 1:
        return tuple(Paragraf(isi=f"{tunggal} {satu}") for satu in isi)
    return (Paragraf(isi=jamak, gaya="rapat"), daftar(isi, "huruf"))


def isu_strategis(naskah: Naskah) -> Bagian:
    """Strategic issues (Permen PANRB 53/2014: penekanan pada aspek strategis dan permasalahan utama)."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    profil = naskah.snapshot.profil
    isu = unik(profil.isu_strategis) if profil else []
    isi: tuple[Blok, ...] = (
        (
            Paragraf(
                isi=f"Permasalahan utama yang memengaruhi pencapaian tujuan dan sasaran {kecamatan} adalah "
                f"sebagai berikut.",
                gaya="rapat",
            ),
            daftar(kalimat(i) for i in isu),
        )
        if isu
        else (Paragraf(isi=f"Isu strategis {kecamatan} tahun {naskah.snapshot.tahun} belum dicatat."),)
    )
    return Bagian(kunci="isu-strategis", judul="Isu Strategis", tingkat=2, isi=isi)
