"""Where a frozen row comes from and what it refers to: asked by the checks, part of no document.

Such a field is never written by the codec and never compared: what is stored, its bytes and its SHA-256 are those of
what a document prints. A snapshot that was read back has its default.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeVar

T = TypeVar("T")

_ACEH: Final = "aceh"

#: Marks a field that stays out of the stored text.
UNSTORED: Final = "unstored"


def unstored(default: T) -> T:
    """A field of a dataclass for the checks alone."""
    result: Any = field(default=default, compare=False, repr=False, metadata={UNSTORED: True})
    return result  # type: ignore[no-any-return]  # as dataclasses.field itself is typed


def is_aceh(provinsi: str) -> bool:
    """Whether rows of the nomenklatur marked ``khusus_aceh`` are used in kecamatan of this provinsi."""
    return _ACEH in provinsi.casefold().split()


#: Says of which model a part of the Snapshot holds the year's rows.
ROWS_OF: Final = "rows_of"


def rows_of(model: str, *, stored: bool = True) -> Any:
    """A part of the Snapshot that is the year's rows of a model ("sakip.Belanja"), each as it is: the fields of its
    shape are named as the columns. Nobody has to read it, it is found by this (:mod:`sakip.snapshot.build`).
    Not ``stored``: for the checks alone."""
    if stored:
        return field(default=(), metadata={ROWS_OF: model})
    return field(default=(), compare=False, repr=False, metadata={ROWS_OF: model, UNSTORED: True})


@dataclass(frozen=True, slots=True, kw_only=True)
class MasaJabatan:
    """A term of office. ``wilayah`` is the kode of the kecamatan or kabupaten; ``jabatan`` and ``status`` are codes
    ("camat", "plt"), the status empty for who holds the office in his own right."""

    pk: int
    jabatan: str
    status: str
    wilayah: str
    mulai: date
    sampai: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenstraReference:
    """The Renstra to which a row of a yearly document refers."""

    nama: str  # "Renstra Kecamatan Balung 2021–2026"
    tahun_awal: int
    tahun_akhir: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReference:
    """The Renstra from which documents of the year are made, and the one by which the year is measured."""

    berlaku: RenstraReference
    diukur: RenstraReference


@dataclass(frozen=True, slots=True, kw_only=True)
class PeraturanReference:
    """A regulation that a document cites: ``pk`` is of the row that cites it, the years are the first and the last in
    which citing it is right, ``dicabut_oleh`` names what revoked it."""

    pk: int
    kode: str
    sebutan: str
    berlaku_mulai: int | None
    berlaku_sampai: int | None
    dicabut_oleh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A kegiatan or sub kegiatan that is not below the one its row names: both as the nomenklatur names them."""

    tingkat: str  # "kegiatan" | "sub kegiatan"
    nama: str
    nama_induk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A program, kegiatan or sub kegiatan that a kabupaten added, as the nomenklatur names both, and the first and last
    year of its use."""

    tingkat: str  # "program" | "kegiatan" | "sub kegiatan"
    nama: str
    kode_kabupaten: str
    nama_kabupaten: str
    tahun_awal: int
    tahun_akhir: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NomenklaturReference:
    """The edition of the nomenklatur in which a row is written, and what is wrong with its codes in it.

    ``khusus_aceh`` are pairs of level and name of what exists for Aceh alone, ``tambahan`` what a kabupaten added.
    """

    versi: str
    tahun_awal: int
    tahun_akhir: int | None
    khusus_aceh: tuple[tuple[str, str], ...] = ()
    terputus: tuple[Branch, ...] = ()
    tambahan: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelledRow:
    """Code and name of program, kegiatan and sub kegiatan, empty below the row's own level."""

    program: str
    nama_program: str
    kegiatan: str
    nama_kegiatan: str
    sub_kegiatan: str
    nama_sub_kegiatan: str
    pk: int = unstored(0)
    nomenklatur: NomenklaturReference | None = unstored(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DukunganRow:
    """A program that supports a sasaran, as its row names it."""

    pk: int
    program: str
    nama: str
    nomenklatur: NomenklaturReference
