"""What the engine is given: frozen values, no Django, no I/O, no clock.

Percentages and money are :class:`~decimal.Decimal` as they were entered. A value that is not known is never 0: it is a
:class:`Nilai` whose ``keadaan`` says why, or ``None`` where the document simply has no such cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from sakip.capaian.pembulatan import SERATUS, Angka


class KeadaanNilai(StrEnum):
    """State of an entered value. Never merged with one another, never coerced to 0."""

    BELUM_DIISI = "belum diisi"
    TIDAK_TERSEDIA = "tidak tersedia"
    TERISI = "terisi"


class Rumus(StrEnum):
    """Stable codes of the formulas; an old code is never deleted, published documents name it."""

    POSITIF = "positif"
    NEGATIF = "negatif"
    PREDIKAT = "predikat"
    RENTANG = "rentang"


class Akumulasi(StrEnum):
    """How the year's realisasi follows from the four triwulan."""

    TERAKHIR = "terakhir"
    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"
    KUMULATIF = "kumulatif"


class Lingkup(StrEnum):
    """Whose realisasi an indikator is compared with (Permen PANRB 53/2014, Bab III A nomor 4)."""

    KABUPATEN = "kabupaten"
    PROVINSI = "provinsi"
    NASIONAL = "nasional"


_SATUAN_PERSEN = frozenset({"%", "persen"})


def bersatuan_persen(satuan: str) -> bool:
    """Whether values in this unit are percentages."""
    return satuan.strip().casefold() in _SATUAN_PERSEN


def pengali_berlaku(pengali: Decimal | None, satuan: str) -> Decimal | None:
    """The multiplier of pembilang ÷ penyebut: the indikator's own, else 100 where its unit is percent."""
    return SERATUS if pengali is None and bersatuan_persen(satuan) else pengali


@dataclass(frozen=True, slots=True, kw_only=True)
class Kategori:
    """One predikat of a scale, with its lower bound.

    ``batas`` is the lower bound in percent (or index points), ``None`` for the lowest category, which is
    unbounded below; ``tertutup`` tells whether the bound itself belongs to the category (``≥``) or not (``>``).
    ``rentang_cetak`` is the range as the regulation or document prints it, a separate text on purpose.
    """

    kode: str
    label: str
    batas: Decimal | None
    tertutup: bool
    rentang_cetak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """Ordinal scale, highest category first, lower bounds strictly descending, the lowest unbounded.

    Raises ``ValueError`` on construction when that does not hold: no gap and no overlap can exist.
    """

    kode: str
    nama: str
    dasar: str
    kategori: tuple[Kategori, ...]

    def __post_init__(self) -> None:
        if not self.kategori:
            raise ValueError(f"skala {self.kode!r} tidak memiliki kategori")
        *atas, terendah = self.kategori
        if terendah.batas is not None:
            raise ValueError(f"kategori terendah skala {self.kode!r} harus tanpa batas bawah")
        batas = [k.batas for k in atas]
        if any(b is None for b in batas):
            raise ValueError(f"hanya kategori terendah skala {self.kode!r} yang boleh tanpa batas bawah")
        nilai = [b for b in batas if b is not None]
        if any(tinggi <= rendah for tinggi, rendah in pairwise(nilai)):
            raise ValueError(f"batas kategori skala {self.kode!r} harus menurun")
        kode = [k.kode for k in self.kategori]
        if len(set(kode)) != len(kode):
            raise ValueError(f"kode kategori skala {self.kode!r} harus berbeda-beda")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebijakan:
    """KebijakanPengukuran of one kabupaten and year: scale, caps and decimals are data, not code."""

    tahun: int
    skala: Skala
    batas_atas: Decimal | None
    batas_bawah: Decimal | None
    desimal: int
    dasar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A target: a number, a letter on a scale, or a range; ``cetak`` is its printed form ("B (80)", "100%")."""

    angka: Decimal | None = None
    huruf: str = ""
    bawah: Decimal | None = None
    atas: Decimal | None = None
    cetak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nilai:
    """A realisasi or a comparison value, or why there is none (``alasan``, shown to the reader).

    ``angka`` is a Decimal as it was entered, or the exact Fraction that was computed: a mean, or the quotient of
    pembilang and penyebut. Only the former has decimals of its own, which are printed as they are.
    """

    keadaan: KeadaanNilai
    angka: Angka | None = None
    huruf: str = ""
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    alasan: str = ""
    cetak: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TahunLalu:
    """Target and realisasi of an earlier year, for the comparison over years."""

    tahun: int
    target: Target | None
    realisasi: Nilai


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """The same indikator's value for a wider area, with its own year and source."""

    lingkup: Lingkup
    tahun: int
    nilai: Nilai
    sumber: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorMasukan:
    """One measured indikator: the target is the one of the latest Perjanjian Kinerja.

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
    lalu: tuple[TahunLalu, ...] = ()
    tahun_akhir: int | None = None
    target_akhir: Target | None = None
    pembanding: tuple[Pembanding, ...] = ()
    pengali: Decimal | None = None

    @property
    def pengali_pecahan(self) -> Decimal | None:
        """What a fraction of this indikator is multiplied by; None where it cannot be told."""
        return pengali_berlaku(self.pengali, self.satuan)


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranMasukan:
    """A sasaran strategis with its indikator, the tujuan it serves and the programs that support it."""

    kunci: str
    uraian: str
    tujuan: str
    indikator: tuple[IndikatorMasukan, ...]
    program: tuple[str, ...] = ()
    bobot: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranMasukan:
    """One budget row (rupiah). A row above detailed ones is a control total; every sum is computed from the details.

    ``kegiatan`` and ``sub_kegiatan`` are codes, empty when the row stands above them; ``rinci`` is False for a
    remainder that the document leaves unexplained ("tidak dirinci dalam dokumen"), which is a part.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranTahun:
    """Total pagu and realisasi of an earlier year (rupiah)."""

    tahun: int
    pagu: Decimal | None
    realisasi: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Masukan:
    """Everything the engine needs for one kecamatan and year."""

    kecamatan: str
    tahun: int
    kebijakan: Kebijakan
    sasaran: tuple[SasaranMasukan, ...]
    anggaran: tuple[AnggaranMasukan, ...] = ()
    anggaran_lalu: tuple[AnggaranTahun, ...] = ()
