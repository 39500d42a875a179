"""Leaves of the hierarchy of program, kegiatan and sub kegiatan, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sakip.snapshot.leaves import anggaran_program, leaves
from tests.table_tests import each_row


@dataclass(frozen=True)
class Row:
    program_id: int | None
    kegiatan_id: int | None = None
    sub_kegiatan_id: int | None = None
    anggaran: Decimal | None = None


def rp(nilai: int | None, *keys: int) -> Row:
    """A row of that many rupiah; its place by number of program, kegiatan and sub kegiatan."""
    program, kegiatan, sub = (*keys, None, None)[:3]
    return Row(program, kegiatan, sub, None if nilai is None else Decimal(nilai))


@each_row(
    ("row", "jumlah"),
    [
        ([rp(100, 1)], {1: 100}),
        ([rp(None, 1), rp(None, 1, 2), rp(30, 1, 2, 3), rp(70, 1, 2, 4)], {1: 100}),
        ([rp(None, 1), rp(100, 1, 2), rp(30, 1, 2, 3), rp(70, 1, 2, 4)], {1: 100}),
        ([rp(100, 1), rp(100, 1, 2), rp(100, 1, 2, 3)], {1: 100}),
        ([rp(120, 1), rp(100, 1, 2)], {1: 120}),
        ([rp(40, 1), rp(60, 1)], {1: 100}),
        ([rp(30, 1, 2, 3), rp(None, 1, 2, 4)], {1: None}),
        ([rp(30, 1, 2), rp(None, 1, 5), rp(5, 1, 5, 6)], {1: 35}),
        ([rp(None, 1)], {1: None}),
        ([rp(1, 2), rp(0, 1)], {2: 1, 1: 0}),
        ([], {}),
    ],
    ids=[
        "a program alone",
        "sub kegiatan added up",
        "a kegiatan's own amount covers what stands below",
        "nothing counted twice",
        "a program's own amount wins over a part of it",
        "one program under two sasaran",
        "one unknown part makes the sum unknown",
        "own amount beside a sum",
        "unknown is not zero",
        "order of appearance, and zero is known",
        "nothing",
    ],
)
def test_amount_of_a_program(row: list[Row], jumlah: dict[int, int | None]) -> None:
    results = anggaran_program(row)
    assert results == {p: None if n is None else Decimal(n) for p, n in jumlah.items()}
    assert list(results) == list(jumlah)


def test_leaves_are_rows_below_which_nothing_stands() -> None:
    program, kegiatan, sub, other = rp(1, 1), rp(1, 1, 2), rp(1, 1, 2, 3), rp(1, 7)
    assert leaves([program, kegiatan, sub, other]) == [sub, other]
    assert leaves([program, other]) == [program, other]
