"""The plan, frozen: RPJMD and Renstra with their tujuan, sasaran, indikator and yearly targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from sakip.capaian.inputs import Akumulasi, Rumus, Skala, Target, pengali_in_force
from sakip.capaian.rumus import rumus_bawaan
from sakip.capaian.triwulan import measured_triwulan
from sakip.snapshot.parts.source import unstored

_USUAL_RUMUS: Final = rumus_bawaan("angka")


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranRPJMD:
    """A sasaran of the kabupaten with the names of its indikator."""

    uraian: str
    indikator: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanRPJMD:
    uraian: str
    indikator: tuple[str, ...]
    sasaran: tuple[SasaranRPJMD, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MisiRPJMD:
    """A misi; ``diacu`` marks the one that the kecamatan's Renstra refers to."""

    nomor: int
    uraian: str
    diacu: bool
    tujuan: tuple[TujuanRPJMD, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodeRPJMD:
    tahun_awal: int
    tahun_akhir: int
    visi: str
    dasar: str
    misi: tuple[MisiRPJMD, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTahun:
    """Renstra target of one year; a year without a target is absent."""

    tahun: int
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """An indikator sasaran with everything needed to measure and explain it.

    ``kunci`` is stable over Renstra versions and years. ``dalam_renstra`` is False for an indikator that a PK
    or SK IKU uses but the Renstra matrix does not print (finding R-cascade, shown, not hidden).
    ``pembilang``/``penyebut`` are the words of the fraction, ``pengali`` its own multiplier; ``formulasi`` is
    used where there is no fraction.
    """

    kunci: str
    nama: str
    satuan: str
    jenis_nilai: str  # "angka" | "huruf" | "rentang"
    rumus: Rumus
    skala: Skala | None
    desimal: int
    akumulasi: Akumulasi
    irama: str
    bobot: Decimal | None
    pembilang: str
    penyebut: str
    pengali: Decimal | None
    formulasi: str
    penjelasan: tuple[str, ...]
    penanggung_jawab: tuple[str, ...]
    sumber_data: str
    iku: bool
    dalam_renstra: bool
    target: tuple[TargetTahun, ...]
    pk: int = unstored(0)

    @property
    def triwulan_measured(self) -> tuple[int, ...]:
        """Numbers of the triwulan in which it is measured."""
        return measured_triwulan(self.irama)

    @property
    def each_stands_for_year(self) -> bool:
        """Whether the value of a triwulan is comparable with a year's; what was reached so far or a part is not."""
        return self.akumulasi in (Akumulasi.RATA_RATA, Akumulasi.DIKETAHUI)

    @property
    def pengali_pecahan(self) -> Decimal | None:
        """What pembilang ÷ penyebut of this indikator is multiplied by; None where a fraction is no value of it."""
        return pengali_in_force(self.pengali, self.satuan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sasaran:
    kunci: str
    uraian: str
    bobot: Decimal | None
    strategi: tuple[str, ...]
    kebijakan: tuple[str, ...]
    program: tuple[str, ...]  # program names as the Renstra matrix prints them
    indikator: tuple[Indikator, ...]
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorTujuan:
    """An indikator of a tujuan with what measures it; in its tujuan its name is its key."""

    nama: str
    satuan: str
    jenis_nilai: str = "angka"  # "angka" | "huruf" | "rentang"
    rumus: Rumus = _USUAL_RUMUS
    skala: Skala | None = None
    desimal: int = 2
    pengali: Decimal | None = None
    target: tuple[TargetTahun, ...]
    pk: int = unstored(0)

    @property
    def pengali_pecahan(self) -> Decimal | None:
        """What pembilang ÷ penyebut is multiplied by; None where it cannot be told."""
        return pengali_in_force(self.pengali, self.satuan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tujuan:
    kunci: str
    uraian: str
    indikator: tuple[IndikatorTujuan, ...]
    sasaran: tuple[Sasaran, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renstra:
    """Rencana Strategis; ``versi`` 0 is the first, n the n-th perubahan that replaces the former."""

    tahun_awal: int
    tahun_akhir: int
    versi: int
    dasar: str
    tanggal: date | None
    sumber: str
    tujuan: tuple[Tujuan, ...]
    ditinjau: bool = True  # False for a perubahan begun as a copy that nobody has confirmed
    berlaku_sejak: date | None = unstored(None)
    pk: int = unstored(0)

    @property
    def tahun(self) -> tuple[int, ...]:
        """The years of the period, first to last."""
        return tuple(range(self.tahun_awal, self.tahun_akhir + 1))
