"""BAB II Perencanaan dan Perjanjian Kinerja: Renstra, RKT with the pohon kinerja, PK and IKU."""

from __future__ import annotations

from reports.dokumen import Bagian, Blok, Butir, Daftar, Paragraf
from reports.naskah import Naskah
from reports.sections.bab2_renstra import rencana_strategis
from reports.sections.identitas import nama_kecamatan
from reports.sections.pohon import gambar_pohon
from reports.sections.tabel_iku import tabel_iku
from reports.sections.tabel_pk import (
    jumlah_anggaran_pk,
    nama_pk,
    tabel_anggaran_pk,
    tabel_indikator_pk,
)
from reports.sections.tabel_rkt import (
    jumlah_anggaran_rkt,
    tabel_acuan_rpjmd,
    tabel_kegiatan_rkt,
    tabel_sasaran_rkt,
)
from sakip.angka import format_rupiah
from sakip.snapshot.types import PerjanjianKinerja
from sakip.tanggal import format_tanggal
from sakip.terbilang import bilangan, terbilang_rupiah


def bab2(naskah: Naskah) -> Bagian:
    """BAB II in the order of Permen PANRB 53/2014 as Jember uses it."""
    return Bagian(
        kunci="bab-2",
        judul="Perencanaan dan Perjanjian Kinerja",
        tingkat=1,
        nomor="BAB II",
        anak=(
            rencana_strategis(naskah),
            rencana_kinerja_tahunan(naskah),
            perjanjian_kinerja(naskah),
            indikator_kinerja_utama(naskah),
        ),
    )


def rencana_kinerja_tahunan(naskah: Naskah) -> Bagian:
    """B. RKT: sasaran with targets, program down to sub kegiatan, and the cascade drawn."""
    snapshot = naskah.snapshot
    rkt = snapshot.rkt
    judul = f"Rencana Kinerja Tahunan (RKT) Tahun {snapshot.tahun}"
    kecamatan = nama_kecamatan(snapshot)
    if rkt is None or not (rkt.sasaran or rkt.baris):
        isi: tuple[Blok, ...] = (
            Paragraf(isi=f"Rencana Kinerja Tahunan {kecamatan} tahun {snapshot.tahun} belum dicatat."),
        )
        return Bagian(kunci="rkt", judul=judul, tingkat=2, nomor="B.", isi=isi)
    acuan = (
        tabel_acuan_rpjmd(
            snapshot.rpjmd, kunci="tabel-acuan-rpjmd", judul="Keterkaitan RKT dengan RPJMD Kabupaten"
        )
        if snapshot.rpjmd
        else None
    )
    sasaran = len({s.sasaran for s in rkt.sasaran})
    program = len({b.program for b in rkt.baris})
    kalimat = (
        f"Rencana Kinerja Tahunan menjabarkan target Renstra ke dalam satu tahun anggaran. RKT {kecamatan} tahun "
        f"{rkt.tahun} memuat {bilangan(sasaran)} sasaran dengan {bilangan(len(rkt.sasaran))} indikator sasaran, "
        f"yang didukung oleh {bilangan(program)} program."
    )
    anggaran = jumlah_anggaran_rkt(rkt)
    if anggaran is not None:
        kalimat += f" Kebutuhan anggaran yang direncanakan berjumlah {format_rupiah(anggaran)}."
    pohon = gambar_pohon(snapshot, rkt)
    return Bagian(
        kunci="rkt",
        judul=judul,
        tingkat=2,
        nomor="B.",
        isi=(
            Paragraf(isi=kalimat),
            *((acuan,) if acuan else ()),
            *(
                (
                    tabel_sasaran_rkt(
                        rkt, kunci="tabel-rkt-sasaran", judul=f"Sasaran dan Target RKT Tahun {rkt.tahun}"
                    ),
                )
                if rkt.sasaran
                else ()
            ),
            *((Paragraf(isi=_kalimat_pohon(kecamatan)), *pohon) if pohon else ()),
            *(
                (
                    tabel_kegiatan_rkt(
                        snapshot,
                        rkt,
                        kunci="tabel-rkt-kegiatan",
                        judul=f"Program, Kegiatan, dan Sub Kegiatan dalam RKT Tahun {rkt.tahun}",
                    ),
                )
                if rkt.baris
                else ()
            ),
        ),
    )


def _kalimat_pohon(kecamatan: str) -> str:
    return (
        f"Pohon kinerja berikut memperlihatkan penjabaran tujuan {kecamatan} sampai dengan sub kegiatan beserta "
        f"unit kerja penanggung jawabnya."
    )


def perjanjian_kinerja(naskah: Naskah) -> Bagian:
    """C. The PK that is measured: indikator table, programs in figures and words; the murni when it was changed."""
    snapshot = naskah.snapshot
    pk = snapshot.pk_berlaku
    judul = f"Perjanjian Kinerja Tahun {snapshot.tahun}"
    if pk is None:
        isi: tuple[Blok, ...] = (
            Paragraf(
                isi=f"Perjanjian Kinerja {nama_kecamatan(snapshot)} tahun {snapshot.tahun} belum dicatat, sehingga "
                f"target yang menjadi dasar pengukuran belum dapat disajikan."
            ),
        )
        return Bagian(kunci="pk", judul=judul, tingkat=2, nomor="C.", isi=isi)
    return Bagian(
        kunci="pk",
        judul=judul,
        tingkat=2,
        nomor="C.",
        isi=(
            Paragraf(isi=_kalimat_pk(naskah, pk)),
            *(
                tabel_indikator_pk(
                    lama,
                    kunci=f"tabel-pk-indikator-{lama.versi}",
                    judul=f"Indikator dan Target {nama_pk(lama)}",
                )
                for lama in snapshot.pk
                if lama.indikator
            ),
            *_anggaran_pk(naskah, pk),
        ),
    )


def _kalimat_pk(naskah: Naskah, pk: PerjanjianKinerja) -> str:
    snapshot = naskah.snapshot
    kepala_daerah = snapshot.kecamatan.kabupaten.sebutan_kepala_daerah
    kalimat = (
        f"Perjanjian Kinerja merupakan kesepakatan antara Camat {snapshot.kecamatan.nama} sebagai pihak pertama dan "
        f"{kepala_daerah} {snapshot.kecamatan.kabupaten.nama} sebagai pihak kedua tentang kinerja yang harus "
        f"diwujudkan dalam satu tahun."
    )
    waktu = format_tanggal(pk.tanggal) if pk.tanggal else pk.tanggal_cetak
    if waktu:
        kalimat += f" {nama_pk(pk)} ditandatangani {'pada tanggal' if pk.tanggal else 'pada'} {waktu}."
    if len(snapshot.pk) > 1:
        kalimat += " Laporan ini mengukur kinerja terhadap perjanjian yang terakhir; yang sebelumnya turut disajikan."
    else:
        kalimat += " Target dalam perjanjian inilah yang menjadi dasar pengukuran kinerja pada BAB III."
    return kalimat


def _anggaran_pk(naskah: Naskah, pk: PerjanjianKinerja) -> tuple[Blok, ...]:
    if not pk.anggaran:
        return (Paragraf(isi=f"{nama_pk(pk)} tidak memuat anggaran program."),)
    jumlah = jumlah_anggaran_pk(pk)
    return (
        Paragraf(
            isi=f"Untuk mewujudkan kinerja tersebut, {nama_pk(pk)} menyediakan anggaran sebesar "
            f"{format_rupiah(jumlah)} ({terbilang_rupiah(jumlah)}) yang terbagi dalam "
            f"{bilangan(len(pk.anggaran))} program sebagai berikut.",
        ),
        Daftar(
            butir=tuple(
                Butir(isi=f"{a.nama} sebesar {format_rupiah(a.anggaran)} ({terbilang_rupiah(a.anggaran)});")
                for a in pk.anggaran[:-1]
            )
            + tuple(
                Butir(isi=f"{a.nama} sebesar {format_rupiah(a.anggaran)} ({terbilang_rupiah(a.anggaran)}).")
                for a in pk.anggaran[-1:]
            ),
        ),
        tabel_anggaran_pk(pk, kunci="tabel-pk-anggaran", judul=f"Anggaran Program dalam {nama_pk(pk)}"),
    )


def indikator_kinerja_utama(naskah: Naskah) -> Bagian:
    """D. IKU as decided by the camat, with fractions set as fractions."""
    snapshot = naskah.snapshot
    iku = snapshot.iku
    kecamatan = nama_kecamatan(snapshot)
    if iku is None or not iku.baris:
        isi: tuple[Blok, ...] = (
            Paragraf(
                isi=f"Indikator Kinerja Utama {kecamatan} yang berlaku pada tahun {snapshot.tahun} belum dicatat."
            ),
        )
    else:
        isi = (
            Paragraf(
                isi=f"Indikator Kinerja Utama (IKU) adalah ukuran keberhasilan {kecamatan} dalam melaksanakan tugas "
                f"dan fungsinya. IKU {kecamatan} ditetapkan dengan Keputusan Camat {snapshot.kecamatan.nama} Nomor "
                f"{iku.nomor} dan terdiri atas {bilangan(len(iku.baris))} indikator."
            ),
            tabel_iku(
                iku.baris,
                kunci="tabel-iku",
                judul=f"Indikator Kinerja Utama {kecamatan} Tahun {iku.tahun}",
                sumber=f"Keputusan Camat {snapshot.kecamatan.nama} Nomor {iku.nomor}",
            ),
        )
    return Bagian(kunci="iku", judul="Indikator Kinerja Utama (IKU)", tingkat=2, nomor="D.", isi=isi)
