"""A made-up document with everything that a document can hold: about forty pages, twenty-five tables.

The kecamatan does not exist. Its figures follow from their position, so every run builds the same document.
"""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from PIL import Image

from reports.document.tree import (
    Bagian,
    Baris,
    BarisTabel,
    Blok,
    BlokTandaTangan,
    Butir,
    Daftar,
    Dokumen,
    FotoBlok,
    Gambar,
    Isian,
    Judul,
    Kolom,
    Kop,
    Miring,
    Paragraf,
    Pecahan,
    PindahHalaman,
    RumusBlok,
    Sampul,
    Sel,
    SignatureBlock,
    Tabel,
    Tebal,
)
from reports.writing.html import read_html
from reports.writing.to_document import narrative_of
from sakip.snapshot.types import Berkas
from sakip.text.numbers import format_angka

JUDUL = "Laporan Kinerja"
KALIMAT = (
    "Camat memimpin penyelenggaraan pemerintahan di wilayah kecamatan dan mengoordinasikan pelayanan umum.",
    "Pengukuran kinerja membandingkan realisasi dengan target yang disepakati dalam perjanjian kinerja.",
    "Hasil pengukuran menjadi bahan perbaikan perencanaan dan pembagian sumber daya pada tahun berikutnya.",
    "Setiap seksi melaporkan bukti dukung kepada sekretariat paling lambat pada akhir triwulan berjalan.",
    "Rapat evaluasi membahas indikator yang belum mencapai target beserta sebab dan tindak lanjutnya.",
)


def kalimat(awal: int, banyak: int) -> str:
    """Some sentences, beginning with another one each time."""
    return " ".join(KALIMAT[(awal + i) % len(KALIMAT)] for i in range(banyak))


def paragraf(awal: int, banyak: int = 3) -> tuple[Blok, ...]:
    return tuple(Paragraf(isi=kalimat(awal + i, 4)) for i in range(banyak))


def tabel(kunci: str, judul: str, *, kolom: int, baris: int, **lain: object) -> Tabel:
    """A table with a two-row header, group rows, a subtotal and a total."""
    angka = kolom - 2
    lebar_angka = 18 if angka <= 3 else 72 // angka
    lebar = (6, 94 - lebar_angka * angka, *[lebar_angka] * angka)
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=tuple(
            Kolom(lebar=w, rata="tengah" if i == 0 else "kiri" if i == 1 else "kanan")
            for i, w in enumerate(lebar)
        ),
        kepala=(
            (
                Sel(isi="No.", baris=2),
                Sel(isi="Uraian", baris=2),
                Sel(isi="Target dan realisasi (Rp)", kolom=angka),
            ),
            tuple(Sel(isi=str(2025 - angka + i)) for i in range(angka)),
        ),
        baris=(*(_baris(i, angka) for i in range(baris)), _jumlah(angka)),
        sumber="Sekretariat Kecamatan Contoh",
        **lain,  # type: ignore[arg-type]
    )


def _baris(i: int, angka: int) -> BarisTabel:
    if i % 6 == 0:
        sel = (
            Sel(isi="", kepala=False),
            Sel(isi=f"Program {i // 6 + 1} penunjang urusan", kolom=angka + 1, kepala=True),
        )
        return BarisTabel(jenis="kelompok", sel=sel)
    nilai = tuple(Sel(isi=format_angka(234_567 * (i + j + 1))) for j in range(angka))
    jenis: Literal["biasa", "subjumlah"] = "subjumlah" if i % 6 == 5 else "biasa"
    nama = f"Kegiatan {i} koordinasi pelayanan dan pemberdayaan masyarakat desa"
    return BarisTabel(jenis=jenis, inden=1, sel=(Sel(isi=str(i)), Sel(isi=nama, kepala=True), *nilai))


def _jumlah(angka: int) -> BarisTabel:
    nilai = tuple(Sel(isi=format_angka(8_765_432 * (j + 1))) for j in range(angka))
    return BarisTabel(jenis="jumlah", sel=(Sel(isi="Jumlah", kolom=2, kepala=True, rata="tengah"), *nilai))


def gambar(kunci: str, judul: str) -> Gambar:
    batang = "".join(
        f'<rect x="300" y="{30 + i * 60}" width="{500 + i * 90}" height="36" fill="#1b4f72"/>'
        f'<text x="0" y="{56 + i * 60}" font-size="28" font-family="Liberation Sans">Indikator {i + 1}</text>'
        for i in range(6)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" class="grafik" width="160mm" height="40mm" viewBox="0 0 1600 400">'
        f"{batang}</svg>"
    )
    return Gambar(kunci=kunci, judul=judul, svg=svg, alt=f"{judul}: enam batang, makin panjang ke bawah.")


def tabel_iku() -> Tabel:
    """Fractions in cells, and a row span."""
    baris = (
        (
            Sel(isi="1", baris=2),
            Sel(isi="Meningkatnya kualitas pelayanan publik", baris=2, kepala=True),
            Sel(isi="Persentase desa tertib administrasi"),
            Sel(isi=(Pecahan(pembilang="Jumlah desa tertib administrasi", penyebut="Jumlah seluruh desa"),)),
            Sel(isi="Seksi Pemerintahan"),
        ),
        (
            Sel(isi="Indeks Kepuasan Masyarakat"),
            Sel(isi=("Nilai rata-rata unsur pelayanan", Baris(), Miring("survei semesteran"))),
            Sel(isi="Seksi Pelayanan Umum"),
        ),
    )
    return Tabel(
        kunci="tabel-iku",
        judul="Indikator Kinerja Utama",
        kolom=tuple(Kolom(lebar=w) for w in (6, 24, 22, 30, 18)),
        kepala=(tuple(Sel(isi=j) for j in ("No.", "Sasaran", "Indikator", "Formulasi", "Penanggung jawab")),),
        baris=tuple(BarisTabel(sel=sel) for sel in baris),
        sumber="Keputusan Camat Contoh",
        nomor_kolom=True,
    )


def foto(nomor: int, keterangan: str) -> FotoBlok:
    return FotoBlok(
        berkas=Berkas(nama=f"foto/{nomor}.jpg", sha256=f"{nomor:064x}", lebar=1300, tinggi=867),
        keterangan=keterangan,
    )


def media(banyak: int = 6) -> dict[str, bytes]:
    """The photos' bytes: smooth colours, as large as a photo after upload."""
    hasil = {}
    lereng = Image.linear_gradient("L").resize((1300, 867))
    for nomor in range(1, banyak + 1):
        datar = Image.new("L", lereng.size, 40 * nomor)
        isi = BytesIO()
        Image.merge("RGB", (lereng, datar, lereng.rotate(180))).save(isi, "JPEG", quality=80)
        hasil[f"foto/{nomor}.jpg"] = isi.getvalue()
    return hasil


def formulir_pk() -> Bagian:
    """A PK as its form prescribes it: kop, title, parties, two signatures, tables on the next page."""
    return Bagian(
        kunci="lampiran-pk",
        judul="Perjanjian Kinerja Tahun 2024",
        tingkat=1,
        nomor="Lampiran 3",
        tampil_judul=False,
        isi=(
            Kop(
                pemerintah="Pemerintah Kabupaten Contoh",
                instansi="Kecamatan Contoh",
                alamat=("Jalan Raya Contoh Nomor 1 Telepon (0331) 000000", "CONTOH 68100"),
                lambang=None,
            ),
            Judul(baris=("PERJANJIAN KINERJA TAHUN 2024",), besar=True),
            *paragraf(0, 1),
            Isian(pasangan=(("Nama", (Tebal("BUDI SANTOSO, S.Sos."),)), ("Jabatan", "Camat Contoh"))),
            Paragraf(isi="selanjutnya disebut pihak pertama", gaya="rapat"),
            Isian(pasangan=(("Nama", (Tebal("Ir. SITI AMINAH"),)), ("Jabatan", "Bupati Contoh"))),
            *paragraf(1, 2),
            SignatureBlock(
                blok=(
                    BlokTandaTangan(
                        kepala=("Pihak Kedua,", "Bupati Contoh"), nama="Ir. SITI AMINAH", bawah=()
                    ),
                    BlokTandaTangan(
                        kepala=("Contoh, 2 Januari 2024", "Pihak Pertama,", "Camat Contoh"),
                        nama="BUDI SANTOSO, S.Sos.",
                        bawah=("Pembina", "NIP 19700101 199503 1 001"),
                    ),
                )
            ),
            PindahHalaman(),
            tabel(
                "lampiran-pk-indikator",
                "Indikator dan target",
                kolom=5,
                baris=8,
                bernomor=False,
                judul_tampil=False,
            ),
        ),
    )


def sk_iku() -> Bagian:
    """A decree with its diktum."""
    dasar = tuple(Butir(isi=f"Peraturan contoh nomor {i} tentang pelaporan kinerja;") for i in range(1, 9))
    return Bagian(
        kunci="lampiran-sk",
        judul="Keputusan Camat tentang IKU",
        tingkat=1,
        nomor="Lampiran 4",
        tampil_judul=False,
        isi=(
            Kop(
                pemerintah="Pemerintah Kabupaten Contoh",
                instansi="Kecamatan Contoh",
                alamat=("CONTOH",),
                lambang=None,
            ),
            Judul(baris=("KEPUTUSAN CAMAT CONTOH", "NOMOR 065/1/35.99.01/2024")),
            Isian(
                jenis="anjuran",
                pasangan=(
                    (
                        "Menimbang",
                        Daftar(butir=tuple(Butir(isi=f"bahwa {k}") for k in KALIMAT[:2]), jenis="huruf"),
                    ),
                    ("Mengingat", Daftar(butir=dasar)),
                ),
            ),
            Judul(baris=("MEMUTUSKAN:",)),
            Isian(
                jenis="anjuran",
                pasangan=(
                    ("Menetapkan", "Indikator Kinerja Utama Kecamatan Contoh."),
                    ("KESATU", kalimat(0, 2)),
                    ("KEDUA", kalimat(2, 2)),
                ),
            ),
            SignatureBlock(
                blok=(
                    BlokTandaTangan(
                        kepala=("Ditetapkan di Contoh", "pada tanggal 2 Januari 2024", "CAMAT CONTOH,"),
                        nama="BUDI SANTOSO, S.Sos.",
                        bawah=("Pembina", "NIP 19700101 199503 1 001"),
                    ),
                )
            ),
        ),
    )


def bab(nomor: int, romawi: str, judul: str, tabel_per_bab: int) -> Bagian:
    anak = []
    for i in range(tabel_per_bab):
        kunci = f"bab-{nomor}-{i + 1}"
        isi: list[Blok] = [
            *paragraf(i, 3),
            tabel(f"tabel-{kunci}", f"Perkembangan {judul} Bagian {i + 1}", kolom=5 + (i * 2) % 4, baris=10),
        ]
        if i == 1:
            isi.append(gambar(f"gambar-{kunci}", f"Capaian {judul}"))
        anak.append(
            Bagian(
                kunci=kunci,
                judul=f"Uraian {judul} {i + 1}",
                tingkat=2,
                nomor=f"{chr(65 + i)}.",
                isi=tuple(isi),
            )
        )
    return Bagian(
        kunci=f"bab-{nomor}",
        judul=judul,
        tingkat=1,
        nomor=f"BAB {romawi}",
        isi=paragraf(nomor, 1),
        anak=tuple(anak),
    )


def bab_ukur() -> Bagian:
    """BAB I with every kind of text: lists in lists, a formula, narrative, the IKU table."""
    daftar = Daftar(
        jenis="huruf",
        butir=(
            Butir(
                isi=KALIMAT[0],
                anak=(Daftar(butir=(Butir(isi="rincian pertama;"), Butir(isi="rincian kedua."))),),
            ),
            Butir(isi=(Tebal("Penegasan: "), KALIMAT[1])),
        ),
    )
    rumus = RumusBlok(kiri="Capaian", pembilang="Realisasi", penyebut="Target")
    narasi = narrative_of(
        read_html("<p>Warga <strong>aktif</strong> bermusyawarah.</p><ul><li>gotong royong</li></ul>")
    )
    measure = Bagian(
        kunci="ukur", judul="Cara Pengukuran", tingkat=3, nomor="1.", isi=(daftar, rumus, narasi, tabel_iku())
    )
    catatan = Bagian(
        kunci="catatan",
        judul="Catatan",
        tingkat=4,
        isi=(
            Paragraf(isi=KALIMAT[2], gaya="catatan"),
            Daftar(butir=(Butir(isi="satu"),), jenis="kurung-angka"),
        ),
    )
    isi = Bagian(
        kunci="landasan",
        judul="Landasan Pengukuran",
        tingkat=2,
        nomor="A.",
        isi=paragraf(0, 3),
        anak=(measure, catatan),
    )
    return Bagian(kunci="bab-1", judul="Pendahuluan", tingkat=1, nomor="BAB I", anak=(isi,))


def contoh_dokumen(*, konsep: bool = True, foto_banyak: int = 6) -> Dokumen:
    """The whole document; ``foto_banyak`` photos, whose bytes :func:`media` gives."""
    dokumentasi = Bagian(
        kunci="dokumentasi",
        judul="Dokumentasi Kegiatan",
        tingkat=2,
        nomor="G.",
        isi=tuple(
            foto(i, f"Musyawarah desa ke-{i} bersama perangkat kecamatan") for i in range(1, foto_banyak + 1)
        ),
    )
    bab3 = bab(3, "III", "Akuntabilitas Kinerja", 7)
    bab3 = Bagian(
        kunci=bab3.kunci,
        judul=bab3.judul,
        tingkat=1,
        nomor=bab3.nomor,
        isi=bab3.isi,
        anak=(*bab3.anak, dokumentasi),
    )
    tanda_tangan = SignatureBlock(
        blok=(
            BlokTandaTangan(
                kepala=("Contoh, Februari 2025", "Camat Contoh,"),
                nama="BUDI SANTOSO, S.Sos.",
                bawah=("Pembina",),
            ),
        )
    )
    return Dokumen(
        kunci="lkip-contoh-2024",
        judul="Laporan Kinerja Instansi Pemerintah Kecamatan Contoh Tahun 2024",
        kepala="LKIP Kecamatan Contoh Tahun 2024",
        sampul=Sampul(
            judul=("Laporan Kinerja", "Instansi Pemerintah (LKIP)"),
            instansi=("Kecamatan Contoh", "Kabupaten Contoh"),
            tahun="Tahun 2024",
            lambang=None,
        ),
        depan=(
            Bagian(
                kunci="kata-pengantar", judul="Kata Pengantar", tingkat=1, isi=(*paragraf(0, 4), tanda_tangan)
            ),
            Bagian(
                kunci="ikhtisar",
                judul="Ikhtisar Eksekutif",
                tingkat=1,
                isi=(*paragraf(2, 4), tabel("tabel-ikhtisar", "Ikhtisar Capaian", kolom=5, baris=8)),
            ),
        ),
        batang=(bab_ukur(), bab(2, "II", "Perencanaan Kinerja", 6), bab3, bab(4, "IV", "Penutup", 2)),
        lampiran=(
            *(
                Bagian(
                    kunci=f"lampiran-{i}",
                    judul=f"Matriks Rencana Strategis {i}",
                    tingkat=1,
                    nomor=f"Lampiran {i}",
                    lanskap=True,
                    isi=tuple(
                        tabel(
                            f"tabel-matriks-{i}-{j}",
                            f"Matriks {i} Bagian {j}",
                            kolom=12,
                            baris=14,
                            ukuran="mini",
                        )
                        for j in (1, 2)
                    ),
                )
                for i in (1, 2)
            ),
            formulir_pk(),
            sk_iku(),
        ),
        konsep=konsep,
    )
