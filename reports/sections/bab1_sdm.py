"""BAB I.D Sumber daya manusia: the three tables (jabatan, pangkat/golongan, pendidikan) and what they add up to."""

from __future__ import annotations

from reports.dokumen import Bagian, BarisTabel, Blok, Kolom, Paragraf, Sel, Tabel
from reports.naskah import Naskah
from reports.sections.cetak import KOSONG
from reports.sections.identitas import nama_kecamatan
from sakip.snapshot.types import BarisSDM
from sakip.terbilang import bilangan

#: The three tables in the order in which Jember prints them: kelompok, title and head of the first column.
_TABEL = (
    ("jabatan", "Jumlah Pegawai menurut Jabatan", "Jabatan"),
    ("golongan", "Jumlah ASN menurut Pangkat dan Golongan Ruang", "Pangkat"),
    ("pendidikan", "Jumlah Pegawai menurut Pendidikan Terakhir", "Pendidikan"),
)


def sumber_daya_manusia(naskah: Naskah) -> Bagian:
    """D. The people: a sentence with the totals, then one table for each kelompok that is recorded."""
    return Bagian(kunci="sdm", judul="Sumber Daya Manusia", tingkat=2, nomor="D.", isi=_isi(naskah))


def _isi(naskah: Naskah) -> tuple[Blok, ...]:
    kecamatan = nama_kecamatan(naskah.snapshot)
    tahun = naskah.snapshot.tahun
    kelompok = {k: [b for b in naskah.snapshot.sdm if b.kelompok == k] for k, _, _ in _TABEL}
    ada = [(k, judul, kepala) for k, judul, kepala in _TABEL if kelompok[k]]
    if not ada:
        return (Paragraf(isi=f"Komposisi sumber daya manusia {kecamatan} tahun {tahun} belum dicatat."),)
    return (
        Paragraf(isi=_kalimat(kecamatan, tahun, kelompok)),
        *(
            _tabel(k, f"{judul} {kecamatan} Tahun {tahun}", kepala, kelompok[k], kecamatan)
            for k, judul, kepala in ada
        ),
    )


def _kalimat(kecamatan: str, tahun: int, kelompok: dict[str, list[BarisSDM]]) -> str:
    """The total comes from the fullest table: pendidikan counts everyone, golongan only ASN."""
    sumber = next(k for k in ("pendidikan", "golongan", "jabatan") if kelompok[k])
    asn = _jumlah([b.asn for b in kelompok[sumber]])
    non_asn = _jumlah([b.non_asn for b in kelompok[sumber]])
    bagian = [f"{bilangan(asn)} ASN"] if asn is not None else []
    bagian += [f"{bilangan(non_asn)} pegawai non-ASN"] if non_asn is not None else []
    return (
        f"Pelaksanaan tugas {kecamatan} pada tahun {tahun} didukung oleh {' dan '.join(bagian)}, dengan rincian "
        f"sebagai berikut."
    )


def _jumlah(nilai: list[int | None]) -> int | None:
    """Sum of the counts that are given; None when none is given, so that unknown never prints as 0."""
    ada = [n for n in nilai if n is not None]
    return sum(ada) if ada else None


def _tabel(kelompok: str, judul: str, kepala: str, baris: list[BarisSDM], kecamatan: str) -> Tabel:
    golongan = kelompok == "golongan"
    ada_non_asn = any(b.non_asn is not None for b in baris)
    judul_kolom = ["No.", kepala, *(["Golongan"] if golongan else []), "ASN"]
    lebar = [8, 50 if golongan else 62, *([22] if golongan else []), 20 if golongan else 30]
    if ada_non_asn:
        judul_kolom += ["Non-ASN", "Jumlah"]
        lebar = [8, 47, 15, 15, 15]
    return Tabel(
        kunci=f"tabel-sdm-{kelompok}",
        judul=judul,
        kolom=tuple(
            Kolom(lebar=w, rata="tengah" if j in ("No.", "Golongan") else "kiri" if j == kepala else "kanan")
            for w, j in zip(lebar, judul_kolom, strict=True)
        ),
        kepala=(tuple(Sel(isi=j) for j in judul_kolom),),
        baris=(
            *(
                BarisTabel(
                    sel=(
                        Sel(isi=str(nomor)),
                        Sel(isi=b.uraian, kepala=True),
                        *((Sel(isi=b.golongan),) if golongan else ()),
                        *_hitungan(b.asn, b.non_asn, ada_non_asn),
                    )
                )
                for nomor, b in enumerate(baris, start=1)
            ),
            BarisTabel(
                jenis="jumlah",
                sel=(
                    Sel(isi="Jumlah", kolom=3 if golongan else 2, kepala=True),
                    *_hitungan(
                        _jumlah([b.asn for b in baris]), _jumlah([b.non_asn for b in baris]), ada_non_asn
                    ),
                ),
            ),
        ),
        sumber=f"Data kepegawaian {kecamatan}",
    )


def _hitungan(asn: int | None, non_asn: int | None, ada_non_asn: bool) -> tuple[Sel, ...]:
    def cetak(n: int | None) -> Sel:
        return Sel(isi=KOSONG if n is None else str(n))

    return (cetak(asn), cetak(non_asn), cetak(_jumlah([asn, non_asn]))) if ada_non_asn else (cetak(asn),)
