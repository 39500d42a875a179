"""Measurement and money of a year, frozen: realisasi, pembanding, anggaran, belanja."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sakip.capaian.inputs import Nilai, Pembanding
from sakip.snapshot.parts.source import DukunganRow, LevelledRow, unstored


@dataclass(frozen=True, slots=True, kw_only=True)
class Realisasi:
    """Realisasi of one indikator and year. ``triwulan`` has four values or none; ``tahunan`` is the year's value
    (entered, or following from the triwulan by the indikator's akumulasi). ``bukti`` counts attached evidence."""

    kunci_indikator: str
    tahun: int
    tahunan: Nilai
    triwulan: tuple[Nilai, ...]
    catatan: str
    sumber: str
    bukti: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RealisasiTujuan:
    """Realisasi of an indikator tujuan over a year: of the tujuan ``kunci_tujuan`` the indikator of that name."""

    kunci_tujuan: str
    indikator: str
    tahun: int
    nilai: Nilai
    catatan: str
    sumber: str
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PembandingIndikator:
    """Values of the kabupaten, provinsi and the nation for an indikator, each known or "tidak tersedia"; ``baris`` are
    the numbers of their stored rows, in the same order."""

    kunci_indikator: str
    nilai: tuple[Pembanding, ...]
    baris: tuple[int, ...] = unstored(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Keluaran:
    """Output or outcome of a budget row: target and realisasi with a unit; either may be words only."""

    jenis: str  # "output" | "outcome"
    uraian: str
    satuan: str
    target: Decimal | None
    target_cetak: str
    realisasi: Decimal | None
    realisasi_cetak: str
    keadaan: str  # keadaan of the realisasi: KeadaanNilai value
    keterangan: str
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Penegasan:
    """What a person answered to a question of the checks: that it is so. ``tanda`` is of what was asked."""

    tanda: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SumberDana:
    """A part of a row's money (rupiah) by its source."""

    sumber: str
    pagu: Decimal
    realisasi: Decimal | None
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anggaran(LevelledRow):
    """A budget row (rupiah); above detailed rows it is a control total. Names are the nomenklatur's or the remainder's.

    ``tahun`` other than the snapshot's own appear only as totals in ``Snapshot.anggaran_lalu``.
    """

    rinci: bool
    pagu_murni: Decimal | None
    pagu_perubahan: Decimal | None
    realisasi: Decimal | None
    keluaran: tuple[Keluaran, ...] = ()
    sumber_dana: tuple[SumberDana, ...] = ()
    keterangan: str = ""
    unit: str = ""  # the kelurahan or unit, where several carry out the sub kegiatan
    ditinjau: bool = True  # False for a copy that nobody has confirmed

    @property
    def pagu(self) -> Decimal | None:
        """Pagu in force: perubahan where there is one, else murni."""
        return self.pagu_murni if self.pagu_perubahan is None else self.pagu_perubahan


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranLalu:
    """Total of an earlier year. ``tercatat`` is the pagu recorded as such, where the year has rows of its own too."""

    tahun: int
    pagu: Decimal | None
    realisasi: Decimal | None
    tercatat: Decimal | None = unstored(None)
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belanja:
    """A row of the belanja composition. ``induk`` is the kode of the group it is part of (empty at the top).

    ``di_luar_program`` holds for money that no program of the budget has.
    """

    kode: str  # "operasi", "pegawai", "barang-jasa", "modal", "tidak-langsung", "langsung", …
    nama: str
    induk: str
    pagu: Decimal | None
    realisasi: Decimal | None
    di_luar_program: bool = False
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DukunganProgram:
    """Which programs support a sasaran (codes), for proportion, efficiency and analysis."""

    kunci_sasaran: str
    program: tuple[str, ...]
    baris: tuple[DukunganRow, ...] = unstored(())
