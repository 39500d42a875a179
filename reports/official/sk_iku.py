"""Keputusan Camat tentang IKU with its lampiran. The diktum are the form's own words and stay exact.

The printed forms number their diktum KESATU to KEEMPAT and then KEENAM; here the fifth is KELIMA.
"""

from __future__ import annotations

from collections.abc import Iterable

from reports.document.builders import daftar
from reports.document.tree import Bagian, Blok, Daftar, Isian, Judul, Paragraf, Sebaris, SignatureBlock
from reports.official.signatures import (
    blok,
    jabatan_camat,
    kop,
    nama_kabupaten,
    nama_kecamatan,
    nama_lengkap,
    tanda_tangan,
    waktu,
)
from reports.prose.language import rapi
from reports.publish.naskah import Naskah
from reports.tables.iku import tabel_iku
from reports.tables.printed import KOSONG
from sakip.snapshot.types import KeputusanIKU, Snapshot

TUJUAN_IKU = (
    "Memberikan informasi kinerja yang penting dan diperlukan dalam menyelenggarakan manajemen kinerja organisasi",
    "Mengukur keberhasilan pencapaian suatu tujuan dan sasaran strategis yang digunakan untuk perbaikan kinerja dan "
    "peningkatan akuntabilitas kinerja organisasi",
)
MANFAAT_IKU = (
    "Perencanaan Strategis Organisasi Perangkat Daerah",
    "Perencanaan Tahunan Organisasi Perangkat Daerah",
    "Penyusunan Dokumen Perjanjian Kinerja Organisasi Perangkat Daerah",
    "Pelaporan Kinerja Instansi Pemerintah Organisasi Perangkat Daerah",
    "Evaluasi Kinerja Instansi Pemerintah Organisasi Perangkat Daerah",
)


def bagian_keputusan(naskah: Naskah, iku: KeputusanIKU, *, nomor: str = "") -> Bagian:
    """The decree itself: kop, number, menimbang, mengingat, diktum, signature."""
    snapshot = naskah.snapshot
    camat = jabatan_camat(snapshot).upper()
    tentang = f"INDIKATOR KINERJA UTAMA {nama_lengkap(snapshot).upper()}"
    return Bagian(
        kunci="sk-iku",
        judul=f"Keputusan Camat tentang IKU Tahun {iku.tahun}",
        tingkat=1,
        nomor=nomor,
        tampil_judul=False,
        isi=(
            kop(snapshot),
            Judul(
                baris=(
                    f"KEPUTUSAN {camat}",
                    nama_kabupaten(snapshot.kecamatan.kabupaten).upper(),
                    *((f"NOMOR {iku.nomor}",) if iku.nomor else ()),
                ),
                besar=True,
            ),
            Judul(baris=("TENTANG", tentang)),
            Judul(baris=(f"{camat},",)),
            Isian(
                jenis="anjuran",
                pasangan=(
                    ("Menimbang", _menimbang(snapshot)),
                    *(
                        (("Mengingat", daftar(_berakhir(rapi(m) for m in iku.mengingat))),)
                        if iku.mengingat
                        else ()
                    ),
                ),
            ),
            Judul(baris=("MEMUTUSKAN:",)),
            Isian(
                jenis="anjuran",
                pasangan=(("Menetapkan", f"KEPUTUSAN {camat} TENTANG {tentang}."), *_diktum(snapshot)),
            ),
            _penetapan(snapshot, iku),
        ),
    )


def _menimbang(snapshot: Snapshot) -> str:
    return (
        "bahwa untuk melaksanakan ketentuan Pasal 3 dan Pasal 4 Peraturan Menteri Negara Pendayagunaan Aparatur "
        "Negara Nomor PER/9/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator Kinerja Utama di Lingkungan "
        f"Instansi Pemerintah, perlu menetapkan Indikator Kinerja Utama {nama_lengkap(snapshot)} dalam suatu "
        f"Keputusan {jabatan_camat(snapshot)};"
    )


def _diktum(snapshot: Snapshot) -> tuple[tuple[str, Sebaris | Daftar], ...]:
    nama = f"Indikator Kinerja Utama {nama_lengkap(snapshot)}"
    return (
        ("KESATU", f"{nama};"),
        ("KEDUA", f"{nama} sebagaimana dimaksud dalam Diktum KESATU tersebut dalam lampiran;"),
        (
            "KETIGA",
            "Indikator Kinerja Utama sebagaimana dimaksud dalam Diktum KESATU dan KEDUA bertujuan untuk:",
        ),
        ("", daftar(_berakhir(TUJUAN_IKU), "kurung-angka")),
        ("KEEMPAT", f"{nama} sebagaimana dimaksud dalam Diktum KESATU dimanfaatkan untuk:"),
        ("", daftar(_berakhir(MANFAAT_IKU), "huruf")),
        ("KELIMA", f"Keputusan {jabatan_camat(snapshot)} ini mulai berlaku pada tanggal ditetapkan."),
    )


def _berakhir(butir: Iterable[str]) -> tuple[str, ...]:
    """Items of a decree end in a semicolon, the last one too."""
    return tuple(f"{b.rstrip(' ;.')};" for b in butir)


def bagian_lampiran(naskah: Naskah, iku: KeputusanIKU) -> Bagian:
    """The lampiran of the decree: instansi, tugas, fungsi, tujuan, indikator tujuan and the table."""
    snapshot = naskah.snapshot
    tabel: Blok = (
        tabel_iku(
            iku.baris,
            kunci="sk-iku-tabel",
            judul=f"Indikator Kinerja Utama {nama_kecamatan(snapshot)}",
            bernomor=False,
        )
        if iku.baris
        else Paragraf(isi=f"Indikator Kinerja Utama {nama_kecamatan(snapshot)} belum dicatat.")
    )
    return Bagian(
        kunci="sk-iku-lampiran",
        judul=f"Lampiran Keputusan Camat tentang IKU Tahun {iku.tahun}",
        tingkat=1,
        tampil_judul=False,
        lanskap=True,
        isi=(
            Isian(
                pasangan=(
                    ("Lampiran", f"Keputusan {jabatan_camat(snapshot)}"),
                    ("Nomor", iku.nomor or KOSONG),
                    ("Tanggal", waktu(iku.tanggal, iku.tanggal_cetak) or KOSONG),
                )
            ),
            Judul(baris=("INDIKATOR KINERJA UTAMA", nama_lengkap(snapshot).upper())),
            Isian(
                pasangan=(
                    ("Instansi", rapi(iku.instansi) or nama_kecamatan(snapshot)),
                    *(
                        (label, rapi(butir[0]) if len(butir) == 1 else daftar(butir, "huruf"))
                        for label, butir in (
                            ("Tugas", iku.tugas),
                            ("Fungsi", iku.fungsi),
                            ("Tujuan", iku.tujuan),
                            ("Indikator tujuan", iku.indikator_tujuan),
                        )
                        if butir
                    ),
                )
            ),
            tabel,
            tanda_tangan(snapshot, iku.penandatangan, iku.tempat, iku.tanggal, iku.tanggal_cetak),
        ),
    )


def _penetapan(snapshot: Snapshot, iku: KeputusanIKU) -> SignatureBlock:
    """ "Ditetapkan di …", "pada tanggal …", then the camat."""
    saat = waktu(iku.tanggal, iku.tanggal_cetak)
    return SignatureBlock(
        blok=(
            blok(
                iku.penandatangan,
                jabatan_camat(snapshot),
                f"Ditetapkan di {iku.tempat}" if iku.tempat else "",
                f"pada {'tanggal' if iku.tanggal else 'bulan'} {saat}" if saat else "",
            ),
        )
    )
