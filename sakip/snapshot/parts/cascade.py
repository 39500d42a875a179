"""PK berjenjang: what those below the camat promise the head of the unit above, and their own indikator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sakip.snapshot.parts.source import unstored
from sakip.snapshot.parts.wilayah import Pejabat


@dataclass(frozen=True, slots=True, kw_only=True)
class PKUnit:
    """Who heads a unit and promises. ``versi`` is that of the camat's PK which it follows; ``camat`` and ``sekretaris``
    are who hold those offices on its date."""

    kunci_unit: str
    jabatan: str
    nama: str  # empty where it is not recorded
    nip: str
    pangkat: str
    tempat: str
    tanggal: date | None
    tanggal_cetak: str
    camat: Pejabat | None
    sekretaris: Pejabat | None
    ditinjau: bool = True
    versi: int = 0
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPKUnit:
    """A row of a unit's PK; ``kunci_indikator`` is that of the camat's PK which it supports."""

    kunci_unit: str
    kunci_indikator: str
    kinerja: str
    ukuran: str
    target: str
    satuan: str
    ditinjau: bool = True
    versi: int = 0
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class IKI:
    """An indikator kinerja individu of who heads a unit."""

    kunci_unit: str
    tugas: str
    ukuran: str
    target: str
    satuan: str
    ditinjau: bool = True
    pk: int = unstored(0)
