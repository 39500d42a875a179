"""What a report adds to plan and measures: surveys per unsur, prestasi, other offices, sarana. Rows as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.capaian.skm import Unsur
from sakip.snapshot.parts.source import unstored
from sakip.text.unsur import unsur_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveiKepuasan:
    """A survey of satisfaction: the nine unsur (1 to 4; None where it did not ask), and lines of others."""

    kunci_indikator: str
    periode: str
    responden: int
    u1: Decimal | None
    u2: Decimal | None
    u3: Decimal | None
    u4: Decimal | None
    u5: Decimal | None
    u6: Decimal | None
    u7: Decimal | None
    u8: Decimal | None
    u9: Decimal | None
    sumber: str
    unsur_lain: str = ""
    pk: int = unstored(0)

    @property
    def unsur(self) -> tuple[Unsur, ...]:
        """What was asked about, with its mean, in order."""
        nine = (self.u1, self.u2, self.u3, self.u4, self.u5, self.u6, self.u7, self.u8, self.u9)
        return unsur_of(nine, self.unsur_lain)


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
