"""What the engine answers: every number with its working, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sakip.capaian.inputs import AsalTarget, Kebijakan, Lingkup
from sakip.capaian.rounding import HUNDRED
from sakip.capaian.rumus import Rumus
from sakip.capaian.values import Kategori, Keadaan, KeadaanNilai, Nilai, Target

#: What is said where a value is missing that a conclusion needs.
TIDAK_DAPAT_DISIMPULKAN: Final = "tidak dapat disimpulkan"


class Arah(StrEnum):
    """Direction of a change as the reader should understand it; follows the rumus, not the sign."""

    MEMBAIK = "membaik"
    MENURUN = "menurun"
    TETAP = "tetap"
    TIDAK_DAPAT_DISIMPULKAN = TIDAK_DAPAT_DISIMPULKAN


@dataclass(frozen=True, slots=True)
class Ranks:
    """Where a realisasi and its target (None: nowhere) stand on the scale of their indikator, 1 the lowest."""

    realisasi: int
    target: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capaian:
    """Capaian of one target and realisasi, percent.

    ``mentah`` is exact and uncapped, ``terbatas`` is capped but exact, ``nilai`` is the shown value
    (kebijakan's decimals, ROUND_HALF_UP). ``batas`` names the cap that applied ("batas atas 100"), ``langkah`` is
    the working as one line that a person can follow. ``letak`` is 1 above, 0 at and −1 below a capaian of 100 before
    caps. All values are None unless ``keadaan`` is terhitung; ``peringkat`` is known without a capaian, too.
    """

    keadaan: Keadaan
    rumus: Rumus
    target: Target | None
    mentah: Fraction | None = None
    terbatas: Fraction | None = None
    nilai: Decimal | None = None
    batas: str = ""
    kategori: Kategori | None = None
    langkah: str = ""
    alasan: str = ""
    letak: int | None = None
    peringkat: Ranks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """Change against an earlier year. ``selisih_realisasi`` is in the indikator's own unit ("poin" for percent and
    index; ranks for letters), ``selisih_capaian`` in percentage points; the two are never mixed. ``satuan`` names the
    unit of ``selisih_realisasi`` ("poin", "peringkat", "dokumen"). ``keadaan`` is terhitung when it is known.

    ``capaian`` is against the target of that year, which ``asal`` set; ``terhadap_renstra`` against the Renstra's.
    ``selisih_capaian`` is between two capaian against the same kind of target (:attr:`IndikatorResult.dasar`), None
    where there are none.
    """

    tahun: int
    realisasi_cetak: str
    target_cetak: str
    keadaan: Keadaan
    capaian: Capaian
    selisih_realisasi: Decimal | None
    selisih_capaian: Decimal | None
    arah: Arah
    alasan: str = ""
    realisasi: Nilai | None = None
    satuan: str = ""
    asal: AsalTarget = AsalTarget.PK
    terhadap_renstra: Capaian | None = None
    target_renstra_cetak: str = ""


class TargetPosition(StrEnum):
    """Where the measured target stands beside another document's, in numbers or in ranks of its scale."""

    SAMA = "sama dengan"
    LEBIH_TINGGI = "lebih tinggi daripada"
    LEBIH_RENDAH = "lebih rendah daripada"
    BERBEDA = "berbeda dengan"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherTargetResult:
    """The same year's target in another document: how the measured one stands to it, and the capaian against it."""

    dokumen: str
    cetak: str
    letak: TargetPosition
    capaian: Capaian


@dataclass(frozen=True, slots=True, kw_only=True)
class PembandingResult:
    """Difference to kabupaten, provinsi or nasional: realisasi − pembanding, in the unit ``satuan``.

    ``arah`` is membaik when the kecamatan's realisasi is the better one, menurun when it is the worse one.
    ``keadaan_selisih`` and ``alasan`` say why there is no difference, ``keadaan`` and ``alasan_nilai`` why the other
    area has no value.
    """

    lingkup: Lingkup
    tahun: int
    cetak: str
    sumber: str
    selisih: Decimal | None
    arah: Arah
    alasan: str = ""
    satuan: str = ""
    keadaan: KeadaanNilai = KeadaanNilai.TERISI
    alasan_nilai: str = ""
    keadaan_selisih: Keadaan = Keadaan.TERHITUNG


@dataclass(frozen=True, slots=True, kw_only=True)
class TriwulanResult:
    """Capaian of one triwulan (1–4) against the target that the rencana aksi sets for it."""

    triwulan: int
    target_cetak: str
    realisasi_cetak: str
    capaian: Capaian


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorResult:
    """Result of one indikator. ``kemajuan`` measures realisasi against the Renstra's last-year target (never
    capped, never classified). ``realisasi`` is the value that was measured, its exact quotient worked out where only
    pembilang and penyebut were entered.

    ``asal`` set the measured target. ``dasar`` is the kind of target against which the capaian of all years can be
    told and compared; None where the years have no kind in common.
    """

    kunci: str
    nama: str
    satuan: str
    target_cetak: str
    realisasi_cetak: str
    capaian: Capaian
    perubahan: tuple[Perubahan, ...]
    tahun_akhir: int | None
    target_akhir_cetak: str
    kemajuan: Capaian
    pembanding: tuple[PembandingResult, ...]
    realisasi: Nilai | None = None
    asal: AsalTarget = AsalTarget.PK
    dasar: AsalTarget | None = AsalTarget.PK
    target_lain: tuple[OtherTargetResult, ...] = ()
    triwulan: tuple[TriwulanResult, ...] = ()

    @property
    def terhadap_renstra(self) -> OtherTargetResult | None:
        """This year's target and capaian by the Renstra, where it is not the Renstra that is measured."""
        return next((t for t in self.target_lain if t.dokumen == AsalTarget.RENSTRA), None)

    @property
    def differing_targets(self) -> tuple[OtherTargetResult, ...]:
        """The documents whose target of the year is another than the measured one; none where there is none of its
        own."""
        if self.capaian.target is None:
            return ()
        return tuple(t for t in self.target_lain if t.letak is not TargetPosition.SAMA)

    @property
    def by_renstra(self) -> bool:
        """Whether years are compared by the Renstra's targets although it is not the Renstra that is measured."""
        return self.dasar is AsalTarget.RENSTRA and self.asal is not AsalTarget.RENSTRA

    def compared(self, previous: Perubahan | None = None) -> tuple[str, Capaian]:
        """Printed target and capaian of an earlier year (None: of this one) as years are compared."""
        if previous is None:
            other = self.terhadap_renstra if self.by_renstra else None
            return (other.cetak, other.capaian) if other else (self.target_cetak, self.capaian)
        if self.by_renstra and previous.terhadap_renstra is not None:
            return previous.target_renstra_cetak, previous.terhadap_renstra
        return previous.target_cetak, previous.capaian


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerata:
    """Mean of the terhitung values among ``jumlah``: "rata-rata n dari m indikator".

    ``nilai`` is the shown value, ``mentah`` the mean before rounding. ``kategori`` is of the whole: None while a part
    is not known. ``keadaan`` says which state it has without a value, ``lainnya``
    how many of the indikator have none in each state.
    """

    nilai: Decimal | None
    terhitung: int
    jumlah: int
    kategori: Kategori | None
    langkah: str
    alasan: str = ""
    mentah: Fraction | None = None
    keadaan: Keadaan = Keadaan.TERHITUNG
    lainnya: tuple[tuple[Keadaan, int], ...] = ()

    @property
    def complete(self) -> bool:
        """True when every indikator entered the mean."""
        return self.jumlah > 0 and self.terhitung == self.jumlah


@dataclass(frozen=True, slots=True, kw_only=True)
class KategoriCount:
    """Number and share of indikator per category, each share rounded for itself: thirds are 33,33 each.

    Without a ``kategori`` it counts the indikator without a capaian, those of one ``keadaan``.
    """

    kategori: Kategori | None
    label: str
    jumlah: int
    porsi: Decimal
    keadaan: Keadaan = Keadaan.TERHITUNG


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialSerapan:
    """Serapan of what is known of a sum that is not known whole: its own pagu and realisasi, and how many of the
    rows (``baris`` of ``dari``) they are."""

    pagu: Decimal
    realisasi: Decimal
    nilai: Decimal
    baris: int
    dari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Serapan:
    """realisasi / pagu × 100 (rupiah in, percent out).

    ``sebagian`` is there where only a part of the rows is known. It is never the serapan of the whole.
    """

    pagu: Decimal | None
    realisasi: Decimal | None
    keadaan: Keadaan
    mentah: Fraction | None = None
    nilai: Decimal | None = None
    alasan: str = ""
    sebagian: PartialSerapan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SerapanLine:
    """A row of the budget tree; ``anak`` are the rows it is the sum of. ``proporsi`` = pagu / Σ pagu, percent."""

    tingkat: str  # "program" | "kegiatan" | "sub kegiatan" | "unit"
    kode: str
    nama: str
    rinci: bool
    serapan: Serapan
    proporsi: Decimal | None
    anak: tuple[SerapanLine, ...]


def walk_rows(rows: Iterable[SerapanLine], depth: int = 0) -> Iterator[tuple[SerapanLine, int]]:
    """Every row, followed by those that it is the sum of, each with its depth."""
    for row in rows:
        yield row, depth
        yield from walk_rows(row.anak, depth + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Efisiensi:
    """capaian − serapan of a sasaran (percentage points, difference of the two shown values).

    ``efisien`` compares both with two decimals; it is None when it cannot be concluded. ``batas`` is the least capaian
    that may be called efisien (percent); ``below_batas`` says that the capaian is too low whatever the serapan.
    """

    capaian: Decimal | None
    serapan: Decimal | None
    selisih: Decimal | None
    efisien: bool | None
    alasan: str = ""
    batas: Decimal | None = HUNDRED
    below_batas: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RerataYear:
    """The mean of a sasaran in one year, by the targets by which its indikator compare years."""

    tahun: int
    rerata: Rerata


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranResult:
    """Result of one sasaran; ``anggaran`` sums the pagu of its supporting programs, ``proporsi`` of the total.

    ``perkembangan`` are the means of the years in which every indikator has a capaian, this one last: a mean of other
    indikator is no course. None where the years of an indikator have no kind of target in common.
    """

    kunci: str
    uraian: str
    tujuan: str
    indikator: tuple[IndikatorResult, ...]
    rerata: Rerata
    program: tuple[str, ...]
    anggaran: Serapan
    proporsi: Decimal | None
    efisiensi: Efisiensi
    perkembangan: tuple[RerataYear, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OneResult:
    """One indikator (None: the PK does not measure it) in sasaran ``nomor``, the mean of that one, and that of all."""

    nomor: int
    indikator: IndikatorResult | None
    rerata_sasaran: Rerata | None
    rerata: Rerata


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanResult:
    """Mean over the indikator of a tujuan."""

    uraian: str
    rerata: Rerata


@dataclass(frozen=True, slots=True, kw_only=True)
class SerapanBefore:
    """Total serapan of an earlier year and the change to this year's (this year − that year), in percentage
    points of the two shown values."""

    tahun: int
    serapan: Serapan
    selisih: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggaranResult:
    """The whole budget: every sum is computed, never typed."""

    total: Serapan
    program: tuple[SerapanLine, ...]
    lalu: tuple[SerapanBefore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TujuanMeasured:
    """A tujuan by its own indikator, each measured against the Renstra's target of the year."""

    kunci: str
    uraian: str
    indikator: tuple[IndikatorResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Everything computed for one kecamatan and year; ``di_luar_pk`` and ``indikator_tujuan`` are measured by the
    Renstra and in no mean."""

    versi_mesin: str
    kecamatan: str
    tahun: int
    kebijakan: Kebijakan
    sasaran: tuple[SasaranResult, ...]
    tujuan: tuple[TujuanResult, ...]
    rerata: Rerata
    hitungan: tuple[KategoriCount, ...]
    anggaran: AnggaranResult
    di_luar_pk: tuple[IndikatorResult, ...] = ()
    indikator_tujuan: tuple[TujuanMeasured, ...] = ()
