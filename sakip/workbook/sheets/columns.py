"""Columns that several sheets have in common."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import Model

from sakip.entry.measured import Recorded, Target
from sakip.entry.values import Choice, Key, Number, Remark, Text, Whole, Year
from sakip.records.shared_columns import PILIHAN_KEADAAN
from sakip.workbook.sheets.sheet import NOMENKLATUR, Kolom

TEKS: Final = Text()
SEBARIS: Final = Text(one_line=True)


def teks(kunci: str, judul: str, model: type[Model] | None = None, bidang: str = "", **lain: Any) -> Kolom:
    """A text, of a model field where one judges it."""
    return Kolom(
        kunci=kunci,
        judul=judul,
        jenis=lain.pop("jenis", TEKS),
        bidang=(model, bidang or kunci) if model else None,
        **lain,
    )


VERSI_RENSTRA: Final = (
    Kolom(
        kunci="tahun_awal",
        judul="Tahun awal",
        jenis=Year(),
        petunjuk="Tahun pertama Renstra; boleh kosong bila hanya ada satu Renstra.",
        lebar=11,
    ),
    Kolom(
        kunci="versi",
        judul="Versi",
        jenis=Whole(largest=32767),
        petunjuk="0 awal; 1, 2, … perubahan.",
        lebar=8,
    ),
)

KODE_NOMENKLATUR: Final = "Kode program, kegiatan, atau sub kegiatan menurut lembar Nomenklatur."


def kode(**lain: Any) -> Kolom:
    """A code of the nomenklatur."""
    return Kolom(
        kunci="kode",
        judul="Kode",
        jenis=SEBARIS,
        petunjuk=lain.pop("petunjuk", KODE_NOMENKLATUR),
        lebar=20,
        acuan=NOMENKLATUR,
        **lain,
    )


def nama_kode() -> Kolom:
    """What the code beside it means, for the reader."""
    return Kolom(
        kunci="nama_kode",
        judul="Nama menurut kode",
        jenis=Remark(),
        petunjuk="Keterangan; tidak dibaca saat diunggah.",
        lebar=36,
    )


def kunci_indikator(**lain: Any) -> Kolom:
    """The key of an indikator."""
    return Kolom(
        kunci="kunci_indikator",
        judul="Kunci indikator",
        jenis=Key(),
        petunjuk=lain.pop("petunjuk", "Kunci pada lembar Indikator; kosong bila tidak ada dalam Renstra."),
        lebar=16,
        acuan="Indikator",
        **lain,
    )


def nama_indikator() -> Kolom:
    """What the indikator beside it is called, for the reader."""
    return Kolom(
        kunci="nama_indikator",
        judul="Nama indikator",
        jenis=Remark(),
        petunjuk="Keterangan; tidak dibaca saat diunggah.",
        lebar=36,
    )


def target(judul: str = "Target", **lain: Any) -> Kolom:
    """A target: number, letter or range."""
    return Kolom(
        kunci=lain.pop("kunci", "target"),
        judul=judul,
        jenis=Target(),
        petunjuk=lain.pop("petunjuk", "Angka (98,5), huruf skala (B), atau rentang (75 s.d. 85)."),
        lebar=14,
        **lain,
    )


def cetak(model: type[Model], kunci: str = "cetak", judul: str = "Seperti tercetak") -> Kolom:
    """How the document prints a value, where otherwise."""
    return teks(
        kunci,
        judul,
        model,
        "cetak",
        petunjuk='Hanya bila cetakan berbeda, misalnya "B (66)".',
        lebar=16,
        jenis=SEBARIS,
    )


def satuan(model: type[Model]) -> Kolom:
    """A unit."""
    return teks("satuan", "Satuan", model, petunjuk="Misalnya %, indeks, dokumen.", lebar=12, jenis=SEBARIS)


def nomor(petunjuk: str, **lain: Any) -> Kolom:
    """A number by which rows belong together."""
    return Kolom(
        kunci="nomor",
        judul="Nomor",
        jenis=Whole(largest=32767),
        petunjuk=petunjuk,
        lebar=9,
        **lain,
    )


def nilai_tercatat(model: type[Model], judul: str) -> tuple[Kolom, ...]:
    """The columns of a recorded value."""
    return (
        Kolom(
            kunci="keadaan",
            judul="Keadaan",
            jenis=Choice(choices=PILIHAN_KEADAAN),
            petunjuk="Terisi, atau Tidak tersedia beserta alasannya.",
            lebar=15,
        ),
        Kolom(
            kunci="nilai",
            judul=judul,
            jenis=Recorded(),
            petunjuk="Angka (98,5) atau huruf skala (B).",
            lebar=14,
        ),
        Kolom(
            kunci="pembilang",
            judul="Pembilang",
            jenis=Number(),
            petunjuk="Sebagai ganti angka: isi pembilang dan penyebut.",
            lebar=14,
        ),
        Kolom(kunci="penyebut", judul="Penyebut", jenis=Number(), petunjuk="Lebih dari 0.", lebar=14),
        teks(
            "alasan",
            "Alasan tidak tersedia",
            model,
            petunjuk="Hanya bila keadaan Tidak tersedia.",
            lebar=28,
        ),
        cetak(model),
    )
