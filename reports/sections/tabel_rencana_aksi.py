"""Tables of the rencana aksi: targets per triwulan of each indikator and of the sub kegiatan that serve it."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from reports.dokumen import BarisTabel, Sel, Tabel
from reports.sections.cetak import KOSONG, cetak_target
from reports.sections.susun import kepala, kolom, sel
from sakip.angka import format_angka
from sakip.capaian.inputs import Akumulasi
from sakip.snapshot.types import RencanaAksi

_AKUMULASI = {
    Akumulasi.TERAKHIR: "nilai triwulan terakhir",
    Akumulasi.JUMLAH: "jumlah empat triwulan",
    Akumulasi.RATA_RATA: "rata-rata empat triwulan",
    Akumulasi.KUMULATIF: "kumulatif sampai dengan triwulan berjalan",
}
T = TypeVar("T")
_TRIWULAN = ("I", "II", "III", "IV")


def tabel_sasaran_rencana_aksi(rencana: RencanaAksi, *, kunci: str, judul: str) -> Tabel:
    """No | Sasaran | Indikator | Satuan | TW I–IV | how they add up over the year."""
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((5, "tengah"), 23, 22, (9, "tengah"), *((7, "kanan") for _ in _TRIWULAN), 13),
        kepala=(
            kepala(
                *(Sel(isi=j, baris=2) for j in ("No.", "Sasaran", "Indikator sasaran", "Satuan")),
                Sel(isi="Target triwulan", kolom=4),
                Sel(isi="Cara menghitung", baris=2),
            ),
            kepala(*_TRIWULAN),
        ),
        baris=tuple(
            BarisTabel(
                sel=(
                    sel(str(nomor)),
                    sel(b.sasaran, kepala=True),
                    sel(b.indikator),
                    sel(b.satuan or KOSONG),
                    *(sel(cetak_target(t)) for t in _empat(b.triwulan)),
                    sel(_AKUMULASI[b.akumulasi]),
                )
            )
            for nomor, b in enumerate(rencana.baris, start=1)
        ),
        sumber=f"Rencana Aksi Tahun {rencana.tahun}",
        ukuran="kecil",
    )


def tabel_kegiatan_rencana_aksi(rencana: RencanaAksi, *, kunci: str, judul: str) -> Tabel | None:
    """Output targets per triwulan, grouped by sasaran and program; None when no sub kegiatan is planned."""
    baris: list[BarisTabel] = []
    for b in rencana.baris:
        if not b.kegiatan:
            continue
        baris.append(
            BarisTabel(jenis="kelompok", sel=(Sel(isi=f"Sasaran: {b.sasaran}", kolom=8, kepala=True),))
        )
        program = None
        for k in b.kegiatan:
            baris.append(
                BarisTabel(
                    sel=(
                        sel(k.nama_program if k.nama_program != program else ""),
                        sel(k.nama_sub_kegiatan or k.nama_kegiatan, kepala=True),
                        sel(k.indikator),
                        sel(k.satuan or KOSONG),
                        *(sel(_angka(t)) for t in _empat(k.triwulan)),
                    )
                )
            )
            program = k.nama_program
    if not baris:
        return None
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(22, 24, 24, (10, "tengah"), *((5, "kanan") for _ in _TRIWULAN)),
        kepala=(
            kepala(
                *(Sel(isi=j, baris=2) for j in ("Program", "Sub kegiatan", "Indikator keluaran", "Satuan")),
                Sel(isi="Target triwulan", kolom=4),
            ),
            kepala(*_TRIWULAN),
        ),
        baris=tuple(baris),
        sumber=f"Rencana Aksi Tahun {rencana.tahun}",
        ukuran="kecil",
    )


def _angka(nilai: Decimal | None) -> str:
    return KOSONG if nilai is None else format_angka(nilai)


def _empat(nilai: tuple[T | None, ...]) -> tuple[T | None, ...]:
    """Four cells whatever is recorded: an empty quarter is an en dash, not a missing column."""
    return (*nilai, None, None, None, None)[:4]
