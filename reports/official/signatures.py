"""Names, letterheads and signature blocks: who the document is about and who signs it."""

from __future__ import annotations

from datetime import date

from kecamatan.nip import format_nip
from reports.document.tree import BlokTandaTangan, Kop, SignatureBlock
from reports.publish.naskah import Naskah
from sakip.snapshot.types import Kabupaten, Kecamatan, Pejabat, Snapshot
from sakip.text.dates import format_tanggal


def nama_kecamatan(snapshot: Snapshot) -> str:
    """ "Kecamatan Balung"."""
    return f"Kecamatan {snapshot.kecamatan.nama}"


def nama_kabupaten(kabupaten: Kabupaten) -> str:
    """ "Kabupaten Jember" (or "Kota …": the sebutan is data)."""
    return f"{kabupaten.sebutan} {kabupaten.nama}"


def nama_lengkap(snapshot: Snapshot) -> str:
    """ "Kecamatan Balung Kabupaten Jember"."""
    return f"{nama_kecamatan(snapshot)} {nama_kabupaten(snapshot.kecamatan.kabupaten)}"


def jabatan_camat(snapshot: Snapshot) -> str:
    """ "Camat Balung": the office, where no person is recorded."""
    return f"Camat {snapshot.kecamatan.nama}"


def jabatan_kepala_daerah(snapshot: Snapshot) -> str:
    """ "Bupati Jember" (or "Wali Kota …")."""
    kabupaten = snapshot.kecamatan.kabupaten
    return f"{kabupaten.sebutan_kepala_daerah} {kabupaten.nama}"


def kop(snapshot: Snapshot) -> Kop:
    """Letterhead of the kecamatan; address parts that are not recorded are left out."""
    kecamatan = snapshot.kecamatan
    return Kop(
        pemerintah=f"Pemerintah {nama_kabupaten(kecamatan.kabupaten)}",
        instansi=nama_kecamatan(snapshot),
        alamat=_alamat(kecamatan),
        lambang=kecamatan.kabupaten.lambang,
    )


def _alamat(kecamatan: Kecamatan) -> tuple[str, ...]:
    pertama = (kecamatan.alamat, f"Telepon {kecamatan.telepon}" if kecamatan.telepon else "")
    kedua = (
        kecamatan.ibu_kota,
        f"Kode Pos {kecamatan.kode_pos}" if kecamatan.kode_pos else "",
        f"Surel {kecamatan.surel}" if kecamatan.surel else "",
    )
    baris = (", ".join(b for b in pertama if b), " – ".join(b for b in kedua if b))
    return tuple(b for b in baris if b)


def waktu(tanggal: date | None, tanggal_cetak: str) -> str:
    """ "21 November 2023"; the printed date where the document has no day; never a date of its own."""
    return format_tanggal(tanggal) if tanggal else tanggal_cetak.strip()


def tempat_tanggal(tempat: str, tanggal: date | None, tanggal_cetak: str) -> str:
    """ "Jember, 21 November 2023", as far as both are recorded."""
    return ", ".join(bagian for bagian in (tempat.strip(), waktu(tanggal, tanggal_cetak)) if bagian)


def blok(pejabat: Pejabat | None, jabatan: str, *sebelum: str) -> BlokTandaTangan:
    """A signature block; ``sebelum`` are lines above the jabatan. Without a recorded person the name stays blank.

    Below it stand pangkat and NIP, where the person has them (a bupati has neither).
    """
    bawah = (pejabat.pangkat, f"NIP {format_nip(pejabat.nip)}" if pejabat.nip else "") if pejabat else ()
    return BlokTandaTangan(
        kepala=(*(baris for baris in sebelum if baris), f"{pejabat.jabatan if pejabat else jabatan},"),
        nama=pejabat.nama if pejabat else "",
        bawah=tuple(filter(None, bawah)),
    )


def tanda_tangan(
    snapshot: Snapshot, camat: Pejabat | None, tempat: str, tanggal: date | None, tanggal_cetak: str
) -> SignatureBlock:
    """The camat's block with place and date."""
    return SignatureBlock(
        blok=(blok(camat, jabatan_camat(snapshot), tempat_tanggal(tempat, tanggal, tanggal_cetak)),)
    )


def tanda_tangan_camat(naskah: Naskah) -> SignatureBlock:
    """The camat's block at the end of the kata pengantar and of BAB IV."""
    return tanda_tangan(
        naskah.snapshot, naskah.snapshot.camat, naskah.tempat, naskah.tanggal, naskah.tanggal_cetak
    )
