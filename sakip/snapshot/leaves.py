"""Rows of program, kegiatan and sub kegiatan: which of them are the leaves, and what they add up to."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from sakip.capaian.arithmetic import complete_total
from sakip.snapshot.parts.documents import BarisRKT
from sakip.snapshot.parts.source import LevelledRow

LevelKey = tuple[Hashable, Hashable, Hashable]
"""Numbers or codes of program, kegiatan and sub kegiatan; None below the level of the row."""


#: Our keys for the program and kegiatan names before 2021, which the nomenklatur of that time did not number.
CODE_WITHOUT_PRINTED = "lama."


class OnLevels(Protocol):
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


class WithAnggaran(OnLevels, Protocol):
    """A row of the hierarchy with an amount, None where it is not known."""

    @property
    def anggaran(self) -> Decimal | None:
        """Rupiah."""


B = TypeVar("B", bound=OnLevels)


def jenjang_keys(row: OnLevels) -> LevelKey:
    """Where the row stands."""
    return (row.program_id, row.kegiatan_id, row.sub_kegiatan_id)


def leaves(rows: Sequence[B]) -> list[B]:
    """Rows below which no other row stands, in order."""
    parents: set[LevelKey] = set()
    for b in rows:
        if b.sub_kegiatan_id is not None:
            parents |= {(b.program_id, b.kegiatan_id, None), (b.program_id, None, None)}
        elif b.kegiatan_id is not None:
            parents.add((b.program_id, None, None))
    return [b for b in rows if jenjang_keys(b) not in parents]


def anggaran_program(rows: Sequence[WithAnggaran]) -> dict[Hashable, Decimal | None]:
    """Amount of each program, in order of first appearance; None where a part of it is not known.

    A row's own amount covers what stands below it, as the RKT prints it; otherwise its parts are added up.
    """
    program = dict.fromkeys(b.program_id for b in rows if b.program_id is not None)
    return {p: _jumlah([b for b in rows if b.program_id == p], 0) for p in program}


def _jumlah(rows: Sequence[WithAnggaran], level: int) -> Decimal | None:
    """The amount of a node: its own, where stated, else the sum of its children."""
    if level == 2:
        return complete_total(b.anggaran for b in rows)
    own = [b for b in rows if jenjang_keys(b)[level + 1] is None]
    declared = [b.anggaran for b in own if b.anggaran is not None]
    if declared:
        return sum(declared, Decimal(0))
    children: dict[Hashable, list[WithAnggaran]] = {}
    for b in rows:
        nomor = jenjang_keys(b)[level + 1]
        if nomor is not None:
            children.setdefault(nomor, []).append(b)
    return complete_total(_jumlah(content, level + 1) for content in children.values()) if children else None


R = TypeVar("R", bound=LevelledRow)
P = TypeVar("P", bound=BarisRKT)


def codes(row: LevelledRow) -> tuple[str, str, str]:
    """Where a frozen row stands: codes of program, kegiatan and sub kegiatan, empty below its own level."""
    return (row.program, row.kegiatan, row.sub_kegiatan)


def in_code_order(rows: Sequence[R], *, last: Callable[[R], bool] = lambda _row: False) -> list[R]:
    """Frozen rows in the order of their codes, 7.01.10 after 7.01.9; ``last`` are those that come after all that
    stands below the same program or kegiatan. Where names have no printed codes, all keep their own order.
    """
    if any(code.startswith(CODE_WITHOUT_PRINTED) for row in rows for code in codes(row)):
        return list(rows)

    def place(row: R) -> list[list[float]]:
        empty = [math.inf] if last(row) else []
        return [
            [int(n) if n.isdigit() else 0 for n in code.split(".")] if code else empty for code in codes(row)
        ]

    return sorted(rows, key=place)


def deepest(rows: Sequence[R]) -> list[R]:
    """Frozen rows below which no other row stands, in order; several of one code are each a row of their own."""
    there = {codes(b) for b in rows}
    parents = {(p, k, "") for p, k, s in there if s} | {(p, "", "") for p, k, _ in there if k}
    return [b for b in rows if codes(b) not in parents]


def unpriced(rows: Sequence[P]) -> list[P]:
    """The deepest rows of a plan without an amount of their own or of a row above, which would cover them."""
    priced = {codes(b) for b in rows if b.anggaran is not None}
    return [
        b
        for b in deepest(rows)
        if priced.isdisjoint({codes(b), (b.program, b.kegiatan, ""), (b.program, "", "")})
    ]
