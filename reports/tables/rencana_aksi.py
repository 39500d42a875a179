"""Tables of the rencana aksi: targets per triwulan of each indikator and of the sub kegiatan that serve it."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from reports.document.builders import baris_baris, berkelompok, header, kolom, of_group, row, sel
from reports.document.tree import BarisTabel, Sel, Tabel
from reports.prose.language import rapi
from reports.tables.printed import KOSONG, print_target
from sakip.capaian.inputs import Akumulasi
from sakip.capaian.triwulan import ROMAWI
from sakip.snapshot.types import BarisRencanaAksi, KegiatanRencanaAksi, RencanaAksi
from sakip.text.numbers import format_angka

_AKUMULASI = {
    Akumulasi.TERAKHIR: "nilai triwulan terakhir",
    Akumulasi.JUMLAH: "jumlah empat triwulan",
    Akumulasi.RATA_RATA: "rata-rata empat triwulan",
    Akumulasi.KUMULATIF: "kumulatif sampai dengan triwulan berjalan",
}
T = TypeVar("T")


def tabel_sasaran_rencana_aksi(rencana: RencanaAksi, *, kunci: str, judul: str) -> Tabel:
    """No | Sasaran | Indikator | Satuan | TW I–IV | how they add up over the year."""
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom((5, "tengah"), 23, 22, (9, "tengah"), *((7, "kanan") for _ in ROMAWI), 13),
        kepala=header(
            *(Sel(isi=j, baris=2) for j in ("No.", "Sasaran", "Indikator sasaran", "Satuan")),
            Sel(isi="Target triwulan", kolom=4),
            Sel(isi="Cara perhitungan", baris=2),
        )
        + header(*ROMAWI),
        baris=tuple(
            row(
                *of_group(nomor, rapi(b.sasaran), pertama),
                sel(rapi(b.indikator)),
                sel(rapi(b.satuan) or KOSONG),
                *(sel(print_target(t)) for t in _empat(b.triwulan)),
                sel(_AKUMULASI[b.akumulasi]),
            )
            for nomor, pertama, b in berkelompok(rencana.baris, lambda b: b.sasaran)
        ),
        ukuran="kecil",
    )


def tabel_kegiatan_rencana_aksi(rencana: RencanaAksi, *, kunci: str, judul: str) -> Tabel | None:
    """Output targets per triwulan, grouped by sasaran and kegiatan; None when no sub kegiatan is planned."""
    baris: list[BarisTabel] = []
    berkegiatan = [b for b in rencana.baris if b.kegiatan]
    induk = None
    for _, pertama, b in berkelompok(berkegiatan, lambda b: b.sasaran):
        if pertama:
            baris.append(_kelompok(b))
            induk = None
        for k in b.kegiatan:
            baru = (k.nama_program, k.nama_kegiatan) != induk
            baris.append(_baris_kegiatan(k, baru=baru))
            induk = (k.nama_program, k.nama_kegiatan)
    if not baris:
        return None
    return Tabel(
        kunci=kunci,
        judul=judul,
        kolom=kolom(24, 24, 22, (10, "tengah"), *((5, "kanan") for _ in ROMAWI)),
        kepala=header(
            *(
                Sel(isi=j, baris=2)
                for j in ("Program dan kegiatan", "Sub kegiatan", "Indikator keluaran", "Satuan")
            ),
            Sel(isi="Target triwulan", kolom=4),
        )
        + header(*ROMAWI),
        baris=tuple(baris),
        ukuran="kecil",
    )


def _kelompok(b: BarisRencanaAksi) -> BarisTabel:
    return row(Sel(isi=f"Sasaran: {rapi(b.sasaran)}", kolom=8, kepala=True), jenis="kelompok")


def _baris_kegiatan(k: KegiatanRencanaAksi, *, baru: bool) -> BarisTabel:
    """``baru``: program and kegiatan differ from the row above, so they are named."""
    # A rencana aksi that stops at kegiatan has its kegiatan as the row's own name.
    atas = (k.nama_program, k.nama_kegiatan) if k.nama_sub_kegiatan else (k.nama_program,)
    return row(
        sel(baris_baris(rapi(n) for n in atas if n) if baru else ""),
        sel(rapi(k.nama_sub_kegiatan or k.nama_kegiatan) or KOSONG, kepala=True),
        sel(rapi(k.indikator) or KOSONG),
        sel(rapi(k.satuan) or KOSONG),
        *(sel(_angka(t)) for t in _empat(k.triwulan)),
    )


def _angka(nilai: Decimal | None) -> str:
    return KOSONG if nilai is None else format_angka(nilai)


def _empat(nilai: tuple[T | None, ...]) -> tuple[T | None, ...]:
    """Four cells whatever is recorded: an empty quarter is an en dash, not a missing column."""
    return (*nilai, None, None, None, None)[:4]
