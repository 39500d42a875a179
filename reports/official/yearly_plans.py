"""The yearly plans as forms with kop and signature: matriks Renstra, RKT, rencana aksi (landscape)."""

from __future__ import annotations

from reports.document.tree import Bagian, Blok, Judul, Paragraf
from reports.official.signatures import kop, nama_kecamatan, tanda_tangan
from reports.publish.naskah import Naskah
from reports.tables.rencana_aksi import tabel_kegiatan_rencana_aksi, tabel_sasaran_rencana_aksi
from reports.tables.renstra import tabel_matriks_renstra
from reports.tables.rkt import tabel_acuan_rpjmd, tabel_kegiatan_rkt, tabel_sasaran_rkt
from sakip.snapshot.types import RKT, RencanaAksi, Renstra


def bagian_matriks_renstra(naskah: Naskah, renstra: Renstra, *, nomor: str = "") -> Bagian:
    """The whole matrix of the Renstra in force."""
    snapshot = naskah.snapshot
    masa = f"{renstra.tahun_awal}–{renstra.tahun_akhir}"
    perubahan = " (PERUBAHAN)" if renstra.versi else ""
    isi: Blok = (
        tabel_matriks_renstra(
            renstra, kunci="matriks-renstra-tabel", judul=f"Matriks Renstra {nama_kecamatan(snapshot)} {masa}"
        )
        if renstra.tujuan
        else Paragraf(isi=f"Tujuan dan sasaran Renstra {nama_kecamatan(snapshot)} belum dicatat.")
    )
    berstrategi = any(s.strategi or s.kebijakan for t in renstra.tujuan for s in t.sasaran)
    judul = (
        "MATRIKS TUJUAN, SASARAN, STRATEGI, DAN KEBIJAKAN" if berstrategi else "MATRIKS TUJUAN DAN SASARAN",
        f"RENCANA STRATEGIS{perubahan} {nama_kecamatan(snapshot).upper()} TAHUN {masa}",
    )
    return _bagian(
        "matriks-renstra",
        f"Matriks Rencana Strategis Tahun {masa}",
        nomor,
        (kop(snapshot), Judul(baris=judul), isi),
    )


def bagian_rkt(naskah: Naskah, rkt: RKT, *, nomor: str = "") -> Bagian:
    """The RKT form: RPJMD reference, sasaran, program to sub kegiatan, signature."""
    snapshot = naskah.snapshot
    acuan = (
        tabel_acuan_rpjmd(snapshot.rpjmd, kunci="rkt-rpjmd", judul="Acuan RPJMD") if snapshot.rpjmd else None
    )
    isi: list[Blok] = [
        kop(snapshot),
        Judul(baris=("RENCANA KINERJA TAHUNAN (RKT)", f"TAHUN {rkt.tahun}")),
    ]
    if acuan:
        isi.append(acuan)
    if rkt.sasaran:
        isi.append(tabel_sasaran_rkt(rkt, kunci="rkt-sasaran", judul="Target Sasaran"))
    if rkt.baris:
        isi.append(
            tabel_kegiatan_rkt(
                snapshot, rkt, kunci="rkt-kegiatan", judul="Rincian Program, Kegiatan, dan Sub Kegiatan"
            )
        )
    if not (rkt.sasaran or rkt.baris):
        isi.append(Paragraf(isi=f"Isi Rencana Kinerja Tahunan {nama_kecamatan(snapshot)} belum dicatat."))
    isi.append(tanda_tangan(snapshot, rkt.penandatangan, rkt.tempat, rkt.tanggal, rkt.tanggal_cetak))
    return _bagian("lampiran-rkt", f"Rencana Kinerja Tahunan (RKT) Tahun {rkt.tahun}", nomor, tuple(isi))


def bagian_rencana_aksi(naskah: Naskah, rencana: RencanaAksi, *, nomor: str = "") -> Bagian:
    """The rencana aksi form: targets per triwulan of sasaran and sub kegiatan, signature."""
    snapshot = naskah.snapshot
    sasaran: Blok = (
        tabel_sasaran_rencana_aksi(
            rencana, kunci="rencana-aksi-sasaran", judul="Target Triwulan Indikator Sasaran"
        )
        if rencana.baris
        else Paragraf(isi=f"Isi rencana aksi {nama_kecamatan(snapshot)} belum dicatat.")
    )
    kegiatan = tabel_kegiatan_rencana_aksi(
        rencana, kunci="rencana-aksi-kegiatan", judul="Rencana Aksi menurut Program dan Sub Kegiatan"
    )
    return _bagian(
        "rencana-aksi",
        f"Rencana Aksi Kinerja Tahun {rencana.tahun}",
        nomor,
        (
            kop(snapshot),
            Judul(baris=("RENCANA AKSI KINERJA", f"TAHUN {rencana.tahun}")),
            sasaran,
            *((kegiatan,) if kegiatan else ()),
            tanda_tangan(
                snapshot, rencana.penandatangan, rencana.tempat, rencana.tanggal, rencana.tanggal_cetak
            ),
        ),
    )


def _bagian(kunci: str, judul: str, nomor: str, isi: tuple[Blok, ...]) -> Bagian:
    return Bagian(kunci=kunci, judul=judul, tingkat=1, nomor=nomor, isi=isi, lanskap=True, tampil_judul=False)
