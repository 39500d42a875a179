"""Pages of what is planned: Profil, Renstra, IKU, RKT, PK and rencana aksi."""

from __future__ import annotations

from dataclasses import replace

from reports.document.builders import bernomor
from reports.document.tree import Bagian, Blok, Isian, Sebaris
from reports.lkip.bab1 import isu_strategis, kedudukan
from reports.lkip.bab1_profil import profil_kecamatan
from reports.lkip.bab1_sdm import sumber_daya_manusia
from reports.lkip.bab2 import rencana_kinerja_tahunan
from reports.lkip.bab2_renstra import rencana_strategis
from reports.official.signatures import tempat_tanggal
from reports.pages.parts import alihkan, alihkan_semua, bagian
from reports.publish.naskah import Naskah
from reports.tables.iku import tabel_iku
from reports.tables.pk import (
    ALASAN_PERUBAHAN,
    jumlah_anggaran_pk,
    nama_pk,
    tabel_anggaran_pk,
    tabel_indikator_pk,
)
from reports.tables.rencana_aksi import tabel_kegiatan_rencana_aksi, tabel_sasaran_rencana_aksi
from reports.tables.renstra import tabel_matriks_renstra
from sakip.snapshot.types import RKT, KeputusanIKU, Pejabat, PerjanjianKinerja, RencanaAksi
from sakip.text.in_words import spell_rupiah
from sakip.text.numbers import format_rupiah

BELUM = "belum dicatat"


def halaman_profil(naskah: Naskah) -> tuple[Bagian, ...]:
    """Organisation, people, area and strategic issues."""
    s = naskah.snapshot
    if not (s.profil or s.sdm or s.kecamatan.desa or s.kecamatan.unit_kerja or naskah.narasi_for("profil")):
        return ()
    return alihkan_semua(
        (kedudukan(naskah), sumber_daya_manusia(naskah), profil_kecamatan(naskah), isu_strategis(naskah))
    )


def halaman_renstra(naskah: Naskah) -> tuple[Bagian, ...]:
    """What is served in the RPJMD, tujuan and sasaran of every version, strategi, and the whole matrix."""
    renstra = naskah.snapshot.renstra_berlaku
    if renstra is None:
        return ()
    masa = f"{renstra.tahun_awal}–{renstra.tahun_akhir}"
    return (
        bagian(
            "dokumen-renstra",
            "Dokumen",
            Isian(
                pasangan=(
                    ("Masa berlaku", masa),
                    ("Versi", f"Perubahan ke-{renstra.versi}" if renstra.versi else "Awal"),
                    ("Dasar", renstra.dasar or BELUM),
                    ("Sumber", renstra.sumber or BELUM),
                )
            ),
        ),
        *alihkan_semua(rencana_strategis(naskah).anak),
        bagian(
            "matriks-renstra",
            "Matriks Renstra",
            tabel_matriks_renstra(renstra, kunci="tabel-matriks-renstra", judul=f"Matriks Renstra {masa}"),
        ),
    )


def halaman_iku(naskah: Naskah) -> tuple[Bagian, ...]:
    """The camat's decision and its table."""
    iku = naskah.snapshot.iku
    if iku is None:
        return ()
    keputusan = bagian(
        "keputusan-iku",
        "Keputusan Camat",
        Isian(
            pasangan=(
                ("Nomor", iku.nomor or BELUM),
                *_penetapan(iku).pasangan,
                ("Tujuan", bernomor(iku.tujuan) or BELUM),
                ("Indikator tujuan", bernomor(iku.indikator_tujuan) or BELUM),
            )
        ),
    )
    if not iku.baris:
        return (keputusan,)
    tabel = tabel_iku(iku.baris, kunci="tabel-iku", judul=f"Indikator Kinerja Utama Tahun {iku.tahun}")
    return (keputusan, bagian("daftar-iku", "Indikator dan Formulasi", tabel))


def halaman_rkt(naskah: Naskah) -> tuple[Bagian, ...]:
    """The RKT as BAB II presents it, with the cascade drawn."""
    rkt = naskah.snapshot.rkt
    if rkt is None:
        return ()
    return (
        bagian("dokumen-rkt", "Dokumen", _penetapan(rkt)),
        replace(alihkan(rencana_kinerja_tahunan(naskah)), judul="Isi RKT"),
    )


def halaman_pk(naskah: Naskah) -> tuple[Bagian, ...]:
    """Every PK of the year; the last one is what the report measures."""
    pk = naskah.snapshot.pk
    return tuple(_pk(p, berlaku=p is pk[-1]) for p in reversed(pk))


def _pk(pk: PerjanjianKinerja, *, berlaku: bool) -> Bagian:
    pasangan: list[tuple[str, Sebaris]] = [
        ("Kedudukan", "Berlaku dan menjadi dasar pengukuran" if berlaku else "Digantikan oleh perubahan"),
        ("Ditandatangani", tempat_tanggal(pk.tempat, pk.tanggal, pk.tanggal_cetak) or BELUM),
        ("Pihak pertama", _pejabat(pk.pihak_pertama)),
        ("Pihak kedua", _pejabat(pk.pihak_kedua)),
    ]
    if pk.perubahan:
        alasan = ALASAN_PERUBAHAN.get(pk.alasan, BELUM)
        pasangan.append(("Alasan perubahan", alasan[0].upper() + alasan[1:]))
    if pk.anggaran:
        jumlah = jumlah_anggaran_pk(pk)
        pasangan.append(("Anggaran", f"{format_rupiah(jumlah)} ({spell_rupiah(jumlah)})"))
    isi: list[Blok] = [Isian(pasangan=tuple(pasangan))]
    if pk.indikator:
        isi.append(
            tabel_indikator_pk(pk, kunci=f"tabel-pk-{pk.versi}", judul=f"Indikator dan Target {nama_pk(pk)}")
        )
    if pk.anggaran:
        isi.append(
            tabel_anggaran_pk(
                pk, kunci=f"tabel-pk-{pk.versi}-anggaran", judul=f"Anggaran Program dalam {nama_pk(pk)}"
            )
        )
    return bagian(f"pk-{pk.versi}", nama_pk(pk), *isi)


def halaman_rencana_aksi(naskah: Naskah) -> tuple[Bagian, ...]:
    """Targets per triwulan of sasaran and sub kegiatan."""
    rencana = naskah.snapshot.rencana_aksi
    if rencana is None:
        return ()
    hasil = [bagian("dokumen-rencana-aksi", "Dokumen", _penetapan(rencana))]
    if rencana.baris:
        tabel = tabel_sasaran_rencana_aksi(
            rencana, kunci="tabel-aksi-sasaran", judul="Target Triwulan Indikator Sasaran"
        )
        hasil.append(bagian("aksi-sasaran", "Indikator Sasaran", tabel))
    kegiatan = tabel_kegiatan_rencana_aksi(
        rencana, kunci="tabel-aksi-kegiatan", judul="Target Triwulan menurut Program dan Sub Kegiatan"
    )
    if kegiatan:
        hasil.append(bagian("aksi-kegiatan", "Program dan Sub Kegiatan", kegiatan))
    return tuple(hasil)


def _penetapan(dokumen: RKT | RencanaAksi | KeputusanIKU) -> Isian:
    """Where and when a document was signed, and by whom."""
    saat = tempat_tanggal(dokumen.tempat, dokumen.tanggal, dokumen.tanggal_cetak)
    return Isian(
        pasangan=(("Ditetapkan", saat or BELUM), ("Penanda tangan", _pejabat(dokumen.penandatangan)))
    )


def _pejabat(pejabat: Pejabat | None) -> str:
    """Name and office; never the NIP, which nobody needs on a screen."""
    return f"{pejabat.nama}, {pejabat.jabatan}" if pejabat else BELUM
