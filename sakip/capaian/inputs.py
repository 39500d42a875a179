"""What the engine is given: frozen values, no Django, no I/O, no clock.

Percentages and money are :class:`decimal.Decimal` as they were entered. A value that is not known is never 0: it is a
:class:`Nilai` whose ``keadaan`` says why, or ``None`` where the document simply has no such cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sakip.capaian.rounding import HUNDRED
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import (
    InvalidScale,
    JenisNilai,
    Kategori,
    KeadaanNilai,
    Nilai,
    Skala,
    Target,
    pengali_in_force,
)

__all__ = [
    "Akumulasi",
    "AnggaranInput",
    "AnggaranTahun",
    "AsalTarget",
    "IndikatorInput",
    "Inputs",
    "InvalidScale",
    "JenisNilai",
    "Kategori",
    "KeadaanNilai",
    "Kebijakan",
    "Lingkup",
    "Nilai",
    "OtherTarget",
    "Pembanding",
    "Rumus",
    "SasaranInput",
    "Skala",
    "Target",
    "TriwulanInput",
    "TujuanInput",
    "YearBefore",
    "pengali_in_force",
]


class Akumulasi(StrEnum):
    """How the year's realisasi follows from the four triwulan."""

    TERAKHIR = "terakhir"
    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"
    KUMULATIF = "kumulatif"
    DIKETAHUI = "diketahui"


class Lingkup(StrEnum):
    """Whose realisasi an indikator is compared with (Permen PANRB 53/2014, Bab III A nomor 4)."""

    KABUPATEN = "kabupaten"
    PROVINSI = "provinsi"
    NASIONAL = "nasional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebijakan:
    """KebijakanPengukuran of one kabupaten and year: scale, caps, decimals and the least capaian (percent) of a sasaran
    that may be called efisien are data, not code."""

    tahun: int
    skala: Skala
    batas_atas: Decimal | None
    batas_bawah: Decimal | None
    desimal: int
    dasar: str
    batas_efisien: Decimal | None = HUNDRED


class AsalTarget(StrEnum):
    """Which document a target that is measured comes from."""

    PK = "PK"
    RENSTRA = "Renstra"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBefore:
    """Target and realisasi of an earlier year, for the comparison over years.

    ``asal`` is the document that ``target`` comes from; ``target_renstra`` the Renstra's own target of that year.
    """

    tahun: int
    target: Target | None
    realisasi: Nilai
    asal: AsalTarget = AsalTarget.PK
    target_renstra: Target | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTarget:
    """The target of the same indikator and year in a document other than the one that is measured."""

    dokumen: str  # "Renstra" | "RKT" | "PK murni" | "PK perubahan 1" …
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """The same indikator's value for a wider area, with its own year and source."""

    lingkup: Lingkup
    tahun: int
    nilai: Nilai
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriwulanInput:
    """Four targets of the rencana aksi and four realisasi, each with how they come to a year's.

    ``measured`` are the numbers of the triwulan in which the indikator is measured.
    """

    target: tuple[Target | None, ...]
    akumulasi_target: Akumulasi
    realisasi: tuple[Nilai, ...]
    akumulasi: Akumulasi
    measured: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorInput:
    """One measured indikator: the target is the one of the latest Perjanjian Kinerja, or of ``asal``.

    ``desimal`` is for printing alone. ``pengali`` is what pembilang ÷ penyebut is multiplied by; None where the
    indikator has none, and then a fraction is a percentage if the unit is, and no value otherwise.
    """

    kunci: str
    nama: str
    satuan: str
    rumus: Rumus
    desimal: int
    target: Target | None
    realisasi: Nilai
    skala: Skala | None = None
    bobot: Decimal | None = None
    lalu: tuple[YearBefore, ...] = ()
    tahun_akhir: int | None = None
    target_akhir: Target | None = None
    pembanding: tuple[Pembanding, ...] = ()
    pengali: Decimal | None = None
    asal: AsalTarget = AsalTarget.PK
    target_lain: tuple[OtherTarget, ...] = ()
    triwulan: TriwulanInput | None = None

    @property
    def pengali_pecahan(self) -> Decimal | None:
        """What a fraction of this indikator is multiplied by; None where it cannot be told."""
        return pengali_in_force(self.pengali, self.satuan)


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranInput:
    """A sasaran strategis with its indikator, the tujuan it serves and the programs that support it."""

    kunci: str
    uraian: str
    tujuan: str
    indikator: tuple[IndikatorInput, ...]
    program: tuple[str, ...] = ()
    bobot: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanInput:
    """A tujuan with its own indikator, each against the Renstra's target of the year."""

    kunci: str
    uraian: str
    indikator: tuple[IndikatorInput, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranInput:
    """One budget row (rupiah). A row above detailed ones is a control total; every sum is computed from the details.

    ``kegiatan`` and ``sub_kegiatan`` are codes, empty when the row stands above them; ``rinci`` is False for a
    remainder that the document leaves unexplained ("tidak dirinci lebih lanjut"), which is a part. ``unit`` is the
    kelurahan or unit, where several carry out the sub kegiatan.
    """

    program: str
    nama_program: str
    kegiatan: str
    nama_kegiatan: str
    sub_kegiatan: str
    nama_sub_kegiatan: str
    pagu: Decimal | None
    realisasi: Decimal | None
    rinci: bool = True
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranTahun:
    """Total pagu and realisasi of an earlier year (rupiah)."""

    tahun: int
    pagu: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything the engine needs for one kecamatan and year.

    ``di_luar_pk`` are the indikator of the Renstra that the PK leaves out: measured against the Renstra, in no mean.
    So are those of ``indikator_tujuan``.
    """

    kecamatan: str
    tahun: int
    kebijakan: Kebijakan
    sasaran: tuple[SasaranInput, ...]
    anggaran: tuple[AnggaranInput, ...] = ()
    anggaran_lalu: tuple[AnggaranTahun, ...] = ()
    di_luar_pk: tuple[IndikatorInput, ...] = ()
    indikator_tujuan: tuple[TujuanInput, ...] = ()
