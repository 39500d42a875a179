"""BAB I.D Sumber daya manusia: the three tables (jabatan, pangkat/golongan, pendidikan) and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reports.document.builders import header, row, sel
from reports.document.tree import Bagian, Blok, Kolom, Paragraf, Sel, Tabel
from reports.official.signatures import nama_kecamatan
from reports.prose.language import count_of, rangkai, rapi
from reports.publish.naskah import Naskah
from reports.tables.printed import KOSONG
from sakip.snapshot.types import BarisSDM
from sakip.text.numbers import format_angka


@dataclass(frozen=True, slots=True)
class _StaffTable:
    """One of the three tables: its code, title and head of the first column."""

    kode: str
    judul: str
    kepala: str


#: In the order in which Jember prints them.
_TABEL = (
    _StaffTable("jabatan", "Jumlah Pegawai menurut Jabatan", "Jabatan"),
    _StaffTable("golongan", "Jumlah ASN menurut Pangkat dan Golongan Ruang", "Pangkat"),
    _StaffTable("pendidikan", "Jumlah Pegawai menurut Pendidikan Terakhir", "Pendidikan"),
)
#: The tables by how completely they count people: pendidikan counts everyone, golongan only ASN.
_TERLENGKAP = ("pendidikan", "golongan", "jabatan")


def sumber_daya_manusia(naskah: Naskah) -> Bagian:
    """The people: a sentence with the totals, then one table for each kelompok that is recorded."""
    return Bagian(kunci="sdm", judul="Sumber Daya Manusia", tingkat=2, isi=_isi(naskah))


def _isi(naskah: Naskah) -> tuple[Blok, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    tahun = naskah.snapshot.tahun
    baris = {k.kode: [b for b in naskah.snapshot.sdm if b.kelompok == k.kode] for k in _TABEL}
    ada = [k for k in _TABEL if baris[k.kode]]
    if not ada:
        return (Paragraf(isi=f"Data pegawai {kecamatan} tahun {tahun} tidak tersedia."),)
    return (
        Paragraf(isi=_kalimat(kecamatan, tahun, baris)),
        *(_tabel(k, f"{k.judul} {kecamatan} Tahun {tahun}", baris[k.kode], kecamatan) for k in ada),
    )


def _kalimat(kecamatan: str, tahun: int, baris: dict[str, list[BarisSDM]]) -> str:
    for kode in _TERLENGKAP:
        asn = _jumlah(b.asn for b in baris[kode])
        non_asn = _jumlah(b.non_asn for b in baris[kode])
        orang = [count_of(asn, "ASN")] if asn is not None else []
        orang += [count_of(non_asn, "pegawai non-ASN")] if non_asn is not None else []
        if orang:
            return (
                f"Pelaksanaan tugas {kecamatan} pada tahun {tahun} didukung oleh {rangkai(orang)}. Komposisinya "
                f"disajikan dalam tabel berikut."
            )
    return (
        f"Komposisi pegawai {kecamatan} tahun {tahun} disajikan dalam tabel berikut; jumlahnya belum dicatat."
    )


def _jumlah(nilai: Iterable[int | None]) -> int | None:
    """Sum of the counts that are given; None when none is given, so that unknown never prints as 0."""
    ada = [n for n in nilai if n is not None]
    return sum(ada) if ada else None


def _tabel(kelompok: _StaffTable, judul: str, baris: list[BarisSDM], kecamatan: str) -> Tabel:
    golongan = any(b.golongan for b in baris)
    non_asn = any(b.non_asn is not None for b in baris)
    keterangan = any(b.keterangan.strip() for b in baris)
    hitungan = ("ASN", "Non-ASN", "Jumlah") if non_asn else ("ASN",)
    susunan = [
        ("No.", Kolom(lebar=8, rata="tengah")),
        *([("Golongan", Kolom(lebar=14, rata="tengah"))] if golongan else []),
        *((h, Kolom(lebar=12, rata="kanan")) for h in hitungan),
        *([("Keterangan", Kolom(lebar=18))] if keterangan else []),
    ]
    sisa = 100 - sum(k.lebar for _, k in susunan)
    susunan.insert(1, (kelompok.kepala, Kolom(lebar=sisa)))
    total = _hitungan(_jumlah(b.asn for b in baris), _jumlah(b.non_asn for b in baris), terpisah=non_asn)
    return Tabel(
        kunci=f"tabel-sdm-{kelompok.kode}",
        judul=judul,
        kolom=tuple(k for _, k in susunan),
        kepala=header(*(nama for nama, _ in susunan)),
        baris=(
            *(
                row(
                    sel(str(nomor)),
                    sel(rapi(b.uraian), kepala=True),
                    *((sel(b.golongan or KOSONG),) if golongan else ()),
                    *_hitungan(b.asn, b.non_asn, terpisah=non_asn),
                    *((sel(rapi(b.keterangan) or KOSONG),) if keterangan else ()),
                )
                for nomor, b in enumerate(baris, start=1)
            ),
            row(
                sel("Jumlah", kolom=3 if golongan else 2, kepala=True),
                *total,
                *((sel(""),) if keterangan else ()),
                jenis="jumlah",
            ),
        ),
        sumber=f"Data kepegawaian {kecamatan}",
    )


def _hitungan(asn: int | None, non_asn: int | None, *, terpisah: bool) -> tuple[Sel, ...]:
    """ASN, non-ASN and their sum where the table tells them apart (``terpisah``), else ASN alone."""
    angka = (asn, non_asn, _jumlah((asn, non_asn))) if terpisah else (asn,)
    return tuple(sel(KOSONG if n is None else format_angka(n)) for n in angka)
