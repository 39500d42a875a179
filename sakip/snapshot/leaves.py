"""Rows of program, kegiatan and sub kegiatan: which of them are the leaves, and what they add up to."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from sakip.capaian.arithmetic import jumlah_lengkap

Kunci = tuple[Hashable, Hashable, Hashable]
"""Numbers or codes of program, kegiatan and sub kegiatan; None below the level of the row."""


#: Our keys for the program and kegiatan names before 2021, which the nomenklatur of that time did not number.
KODE_TANPA_CETAK = "lama."


class Berjenjang(Protocol):
    """A row of the hierarchy."""

    @property
    def program_id(self) -> Hashable:
        """Number or code of its program, None without one."""

    @property
    def kegiatan_id(self) -> Hashable:
        """That of its kegiatan, None for a program."""

    @property
    def sub_kegiatan_id(self) -> Hashable:
        """That of its sub kegiatan, None above that level."""


class Beranggaran(Berjenjang, Protocol):
    """A row of the hierarchy with an amount, None where it is not known."""

    @property
    def anggaran(self) -> Decimal | None:
        """Rupiah."""


B = TypeVar("B", bound=Berjenjang)


def kunci_jenjang(baris: Berjenjang) -> Kunci:
    """Where the row stands."""
    return (baris.program_id, baris.kegiatan_id, baris.sub_kegiatan_id)


def daun(semua: Sequence[B]) -> list[B]:
    """Rows below which no other row stands, in order."""
    berinduk: set[Kunci] = set()
    for b in semua:
        if b.sub_kegiatan_id is not None:
            berinduk |= {(b.program_id, b.kegiatan_id, None), (b.program_id, None, None)}
        elif b.kegiatan_id is not None:
            berinduk.add((b.program_id, None, None))
    return [b for b in semua if kunci_jenjang(b) not in berinduk]


def anggaran_program(semua: Sequence[Beranggaran]) -> dict[Hashable, Decimal | None]:
    """Amount of each program, in order of first appearance; None where a part of it is not known.

    A row's own amount covers what stands below it, as the RKT prints it; otherwise its parts are added up.
    """
    program = dict.fromkeys(b.program_id for b in semua if b.program_id is not None)
    return {p: _jumlah([b for b in semua if b.program_id == p], 0) for p in program}


def _jumlah(baris: Sequence[Beranggaran], tingkat: int) -> Decimal | None:
    """The amount of a node: its own, where stated, else the sum of its children."""
    if tingkat == 2:
        return jumlah_lengkap(b.anggaran for b in baris)
    sendiri = [b for b in baris if kunci_jenjang(b)[tingkat + 1] is None]
    dinyatakan = [b.anggaran for b in sendiri if b.anggaran is not None]
    if dinyatakan:
        return sum(dinyatakan, Decimal(0))
    anak: dict[Hashable, list[Beranggaran]] = {}
    for b in baris:
        nomor = kunci_jenjang(b)[tingkat + 1]
        if nomor is not None:
            anak.setdefault(nomor, []).append(b)
    return jumlah_lengkap(_jumlah(isi, tingkat + 1) for isi in anak.values()) if anak else None
