"""BAB I Pendahuluan: why the report exists, the organisation, its people, its area and its strategic issues."""

from __future__ import annotations

from reports.charts import JenisSimpul, Simpul, bagan_organisasi
from reports.dokumen import Bagian, Blok, Butir, Daftar, Gambar, NarasiHTML, Paragraf
from reports.naskah import Naskah
from reports.sections.bab1_profil import profil_kecamatan
from reports.sections.bab1_sdm import sumber_daya_manusia
from reports.sections.identitas import nama_kecamatan, nama_lengkap
from sakip.snapshot.types import Profil, UnitKerja


def bab1(naskah: Naskah) -> Bagian:
    """BAB I in the order of Permen PANRB 53/2014 as Jember uses it."""
    return Bagian(
        kunci="bab-1",
        judul="Pendahuluan",
        tingkat=1,
        nomor="BAB I",
        anak=(
            latar_belakang(naskah),
            maksud_dan_tujuan(naskah),
            kedudukan(naskah),
            sumber_daya_manusia(naskah),
            profil_kecamatan(naskah),
            isu_strategis(naskah),
        ),
    )


def latar_belakang(naskah: Naskah) -> Bagian:
    """A. Why the kecamatan reports: the duty of Perpres 29/2014, and what people added to it."""
    snapshot = naskah.snapshot
    kecamatan = nama_kecamatan(snapshot)
    tambahan = naskah.narasi_untuk("latar-belakang")
    return Bagian(
        kunci="latar-belakang",
        judul="Latar Belakang",
        tingkat=2,
        nomor="A.",
        isi=(
            Paragraf(
                isi="Setiap instansi pemerintah wajib mempertanggungjawabkan hasil yang dicapainya dengan "
                "anggaran yang dipercayakan kepadanya. Asas akuntabilitas tersebut ditegaskan dalam "
                "Undang-Undang Nomor 28 Tahun 1999 tentang Penyelenggaraan Negara yang Bersih dan Bebas dari "
                "Korupsi, Kolusi, dan Nepotisme, dan dijabarkan dalam Peraturan Presiden Nomor 29 Tahun 2014 "
                "tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP)."
            ),
            Paragraf(
                isi=f"Dalam SAKIP, rencana strategis dijabarkan menjadi rencana kinerja tahunan, diperjanjikan "
                f"dalam Perjanjian Kinerja, diukur selama tahun berjalan, dan dilaporkan setelah tahun anggaran "
                f"berakhir. Laporan Kinerja {kecamatan} Tahun {snapshot.tahun} menutup rangkaian tersebut: "
                f"laporan ini membandingkan target dalam Perjanjian Kinerja dengan realisasinya, menjelaskan "
                f"penyebab keberhasilan dan kegagalan, serta menetapkan langkah perbaikan."
            ),
            *_narasi(tambahan),
        ),
    )


def maksud_dan_tujuan(naskah: Naskah) -> Bagian:
    """B. Purpose of the report."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    return Bagian(
        kunci="maksud-tujuan",
        judul="Maksud dan Tujuan",
        tingkat=2,
        nomor="B.",
        isi=(
            Paragraf(
                isi=f"Maksud penyusunan laporan ini adalah menyampaikan informasi kinerja {kecamatan} selama tahun "
                f"anggaran {naskah.snapshot.tahun} secara terukur kepada pemberi mandat dan masyarakat."
            ),
            Paragraf(isi="Tujuan penyusunan laporan ini adalah sebagai berikut.", gaya="rapat"),
            Daftar(
                butir=(
                    Butir(
                        isi="mempertanggungjawabkan pencapaian sasaran strategis yang telah diperjanjikan;"
                    ),
                    Butir(
                        isi="menyediakan bahan evaluasi bagi pimpinan atas pelaksanaan program dan kegiatan; dan"
                    ),
                    Butir(
                        isi=f"menjadi dasar perbaikan perencanaan dan peningkatan kinerja {kecamatan} pada "
                        f"tahun-tahun berikutnya."
                    ),
                ),
            ),
        ),
    )


def kedudukan(naskah: Naskah) -> Bagian:
    """C. Position, duties, functions and structure, as the regulation in force sets them, with the chart."""
    profil = naskah.snapshot.profil
    return Bagian(
        kunci="kedudukan",
        judul="Kedudukan, Tugas, Fungsi, dan Susunan Organisasi",
        tingkat=2,
        nomor="C.",
        isi=(*_tugas_fungsi(naskah, profil), *_susunan(naskah)),
    )


def _tugas_fungsi(naskah: Naskah, profil: Profil | None) -> tuple[Blok, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    if profil is None or not (profil.kedudukan or profil.tugas or profil.fungsi):
        return (Paragraf(isi=f"Kedudukan, tugas, dan fungsi {kecamatan} belum dicatat untuk tahun ini."),)
    blok: list[Blok] = []
    if profil.dasar_hukum:
        dasar = " dan ".join(profil.dasar_hukum)
        blok.append(
            Paragraf(
                isi=f"Kedudukan, tugas, fungsi, dan susunan organisasi {kecamatan} diatur dalam {dasar}."
            )
        )
    for judul, butir in (
        (f"Kedudukan {kecamatan} adalah sebagai berikut.", profil.kedudukan),
        (f"Tugas {kecamatan} meliputi:", profil.tugas),
        (f"Dalam melaksanakan tugasnya, {kecamatan} menyelenggarakan fungsi:", profil.fungsi),
    ):
        if butir:
            blok.append(Paragraf(isi=judul, gaya="rapat"))
            blok.append(Daftar(butir=tuple(Butir(isi=b) for b in butir), jenis="huruf"))
    return tuple(blok)


def _susunan(naskah: Naskah) -> tuple[Blok, ...]:
    unit = naskah.snapshot.kecamatan.unit_kerja
    if not unit:
        return (Paragraf(isi="Susunan organisasi belum dicatat untuk tahun ini."),)
    akar = [u for u in unit if not u.induk]
    nama = nama_lengkap(naskah.snapshot)
    judul = f"Bagan Susunan Organisasi {nama_kecamatan(naskah.snapshot)}"
    return (
        Paragraf(isi=f"Susunan organisasi {nama} terdiri atas:", gaya="rapat"),
        Daftar(butir=tuple(_butir_unit(u, unit) for u in _urutan_utama(akar, unit)), jenis="huruf"),
        *(
            Gambar(
                kunci=f"gambar-organisasi-{u.kunci}",
                judul=judul,
                svg=bagan_organisasi(_simpul(u, unit), id=f"bagan-{u.kunci}", judul=judul),
                alt=f"{judul}: {u.nama} membawahkan "
                + ", ".join(a.nama for a in unit if a.induk == u.kunci)
                + ".",
            )
            for u in akar
        ),
    )


def _urutan_utama(akar: list[UnitKerja], unit: tuple[UnitKerja, ...]) -> list[UnitKerja]:
    """The camat first, then what stands directly below: the list of the regulation is flat at that level."""
    return [u for a in akar for u in (a, *(b for b in unit if b.induk == a.kunci))]


def _butir_unit(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> Butir:
    bawahan = tuple(b for b in unit if b.induk == u.kunci) if u.induk else ()
    return Butir(
        isi=u.nama,
        anak=Daftar(butir=tuple(Butir(isi=b.nama) for b in bawahan)) if bawahan else None,
    )


def _simpul(u: UnitKerja, unit: tuple[UnitKerja, ...]) -> Simpul:
    jenis = JenisSimpul(u.jenis) if u.jenis in set(JenisSimpul) else JenisSimpul.SEKSI
    return Simpul(teks=u.nama, jenis=jenis, anak=tuple(_simpul(b, unit) for b in unit if b.induk == u.kunci))


def isu_strategis(naskah: Naskah) -> Bagian:
    """F. Strategic issues (Permen PANRB 53/2014: penekanan pada aspek strategis dan permasalahan utama)."""
    kecamatan = nama_kecamatan(naskah.snapshot)
    profil = naskah.snapshot.profil
    isu = profil.isu_strategis if profil else ()
    isi: tuple[Blok, ...]
    if isu:
        isi = (
            Paragraf(
                isi=f"Permasalahan utama yang memengaruhi pencapaian tujuan dan sasaran {kecamatan} adalah "
                f"sebagai berikut.",
                gaya="rapat",
            ),
            Daftar(butir=tuple(Butir(isi=i) for i in isu)),
        )
    else:
        isi = (Paragraf(isi=f"Isu strategis {kecamatan} tahun {naskah.snapshot.tahun} belum dicatat."),)
    return Bagian(kunci="isu-strategis", judul="Isu Strategis", tingkat=2, nomor="F.", isi=isi)


def _narasi(html: str) -> tuple[Blok, ...]:
    return (NarasiHTML(isi=html),) if html else ()
