"""What a report adds to plan and measures: surveys per unsur, prestasi, other offices, sarana. Rows as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.snapshot.parts.source import unstored


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveiKepuasan:
    """A survey of satisfaction: the means of its nine unsur (1 to 4)."""

    kunci_indikator: str
    periode: str
    responden: int
    u1: Decimal
    u2: Decimal
    u3: Decimal
    u4: Decimal
    u5: Decimal
    u6: Decimal
    u7: Decimal
    u8: Decimal
    u9: Decimal
    sumber: str
    pk: int = unstored(0)

    @property
    def nrr(self) -> tuple[Decimal, ...]:
        """The means in the order of the unsur."""
        return (self.u1, self.u2, self.u3, self.u4, self.u5, self.u6, self.u7, self.u8, self.u9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prestasi:
    """An inovasi, a prestasi or a penghargaan of the year."""

    jenis: str  # "inovasi" | "prestasi" | "penghargaan"
    nama: str
    uraian: str
    pemberi: str
    tanggal: date | None
    kunci_sasaran: str  # empty where it belongs to none
    bukti: str
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LintasSektor:
    """What another office does for a sasaran."""

    kunci_sasaran: str
    instansi: str
    peran: str
    ditinjau: bool = True  # False for a copy that nobody has confirmed
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaranaPrasarana:
    """A kind of sarana or prasarana; None where nobody counted a condition."""

    nama: str
    satuan: str
    jumlah: int
    baik: int | None
    rusak_ringan: int | None
    rusak_berat: int | None
    keterangan: str
    ditinjau: bool = True
    pk: int = unstored(0)
