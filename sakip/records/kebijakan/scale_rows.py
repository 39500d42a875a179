"""A scale as a person enters it, each predikat with both of its bounds, and the scale that it comes to.

What is stored is the lower bound of each predikat alone, so that no stored scale has a gap or an overlap. What is typed
can have both: a table in a regulation gives two bounds, and where the upper bound of one row is not the lower bound of
the row above it, somebody has to say where the values between them belong. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakip.capaian.inputs import Kategori, Skala
from sakip.capaian.predikat import DESIMAL_SKALA
from sakip.text.numbers import format_angka

STEP: Final = Decimal(1).scaleb(-DESIMAL_SKALA)
"""A capaian is read on a scale with two decimals: between 76,60 and 76,61 there is none."""


LONGEST_KODE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A bound of a predikat, and whether it belongs to it."""

    value: Decimal
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleRow:
    """A predikat as it was typed; ``number`` is that of its row, a bound is None where the row gives none."""

    number: int
    label: str
    lower: Bound | None = None
    upper: Bound | None = None
    printed: str = ""

    @property
    def name(self) -> str:
        """ "baris 2 (Tinggi)"."""
        return f"baris {self.number} ({self.label})"

    @property
    def kode(self) -> str:
        """By what the predikat is looked up: its name, as far as the column holds it."""
        return self.label[:LONGEST_KODE].strip()

    @property
    def first(self) -> Decimal | None:
        """The least value that belongs to it."""
        if self.lower is None:
            return None
        return self.lower.value if self.lower.closed else self.lower.value + STEP

    @property
    def last(self) -> Decimal | None:
        """The greatest value that belongs to it."""
        if self.upper is None:
            return None
        return self.upper.value if self.upper.closed else self.upper.value - STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What is wrong, and the numbers of the rows that it is about."""

    message: str
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        return self.message


def problems(rows: Sequence[ScaleRow]) -> list[RowProblem]:
    """Everything that keeps these rows from being a scale on which every capaian has exactly one predikat."""
    if len(rows) < 2:
        return [RowProblem(message="Isi sekurang-kurangnya dua predikat.")]
    found = [*_single(rows), *_twins(rows)]
    if found:
        return found
    ordered = falling(rows)
    if (top := ordered[0]).upper is not None:
        found.append(
            RowProblem(
                message=f"Kosongkan batas atas {top.name}: capaian di atas {format_angka(top.upper.value)} pun harus"
                " mendapat predikat. Rentang seperti tercetak boleh menyebutnya.",
                rows=(top.number,),
            )
        )
    if (bottom := ordered[-1]).lower is not None:
        found.append(
            RowProblem(
                message=f"Kosongkan batas bawah {bottom.name}: capaian di bawah {format_angka(bottom.lower.value)} pun"
                " harus mendapat predikat. Rentang seperti tercetak boleh menyebutnya.",
                rows=(bottom.number,),
            )
        )
    for high, low in pairwise(ordered):
        if problem := _between(high, low):
            found.append(problem)
    return found


def falling(rows: Sequence[ScaleRow]) -> list[ScaleRow]:
    """From the highest predikat to the lowest, whatever the order in which they were typed."""

    def height(row: ScaleRow) -> tuple[int, Decimal, int]:
        if row.first is None:
            # Of two without a lower bound the one without an upper bound as well is said to be the higher.
            return (0, row.last if row.last is not None else Decimal("Infinity"), -row.number)
        return (1, row.first, -row.number)

    return sorted(rows, key=height, reverse=True)


def _single(rows: Sequence[ScaleRow]) -> list[RowProblem]:
    found = []
    for row in rows:
        for bound in (row.lower, row.upper):
            if bound is not None and bound.value != bound.value.quantize(STEP):
                found.append(
                    RowProblem(
                        message=f"Tulis batas {row.name} dengan paling banyak dua desimal: capaian dibaca dengan dua"
                        " desimal.",
                        rows=(row.number,),
                    )
                )
        if row.first is not None and row.last is not None and row.first > row.last:
            found.append(
                RowProblem(
                    message=f"Tidak ada nilai dalam {row.name}: batas bawahnya tidak di bawah batas atasnya."
                    " Tukar keduanya.",
                    rows=(row.number,),
                )
            )
        if row.lower is None and row.upper is None:
            found.append(
                RowProblem(message=f"Isi batas bawah atau batas atas {row.name}.", rows=(row.number,))
            )
    return found


def _twins(rows: Sequence[ScaleRow]) -> list[RowProblem]:
    seen: dict[str, ScaleRow] = {}
    found = []
    for row in rows:
        mark = row.kode.casefold()
        if mark in seen:
            found.append(
                RowProblem(
                    message=f"{seen[mark].name.capitalize()} dan baris {row.number} bernama sama. Beri nama sendiri.",
                    rows=(seen[mark].number, row.number),
                )
            )
        seen.setdefault(mark, row)
    return found


def _between(high: ScaleRow, low: ScaleRow) -> RowProblem | None:
    """What is wrong between two neighbours: a value that neither of them takes, or that both do."""
    both = f"{low.name} dan {high.name}"
    numbers = (low.number, high.number)
    if high.first is None:
        return RowProblem(
            message=f"Dua baris tanpa batas bawah: {both}. Isi batas bawah yang lebih tinggi.", rows=numbers
        )
    if low.last is None:
        return RowProblem(
            message=f"Isi batas atas {low.name}: tanpa itu nilai {format_angka(high.first)} masuk {both}.",
            rows=numbers,
        )
    if high.first > low.last + STEP:
        return RowProblem(
            message=f"Ada celah antara {both}: nilai {format_angka(low.last + STEP)} tidak masuk predikat mana pun."
            " Tulis batas yang sama pada keduanya, dan pilih yang memuatnya.",
            rows=numbers,
        )
    if high.first <= low.last:
        return RowProblem(
            message=f"Tumpang tindih antara {both}: nilai {format_angka(high.first)} masuk keduanya. Tulis batas yang"
            " sama pada keduanya, dan pilih yang memuatnya.",
            rows=numbers,
        )
    return None


def scale_of(rows: Sequence[ScaleRow], *, kode: str, nama: str, dasar: str) -> Skala:
    """The scale that rows without problems come to."""
    return Skala(
        kode=kode,
        nama=nama,
        dasar=dasar,
        kategori=tuple(
            Kategori(
                kode=row.kode,
                label=row.label,
                batas=row.lower.value if row.lower else None,
                tertutup=bool(row.lower and row.lower.closed),
                rentang_cetak=row.printed or printed_range(row),
            )
            for row in falling(rows)
        ),
    )


def printed_range(row: ScaleRow) -> str:
    """How a range is printed of which nothing else is said: "≥ 90", "75 – 89,99", "< 50"."""
    if row.lower is None or row.upper is None:
        bound = row.lower or row.upper
        if bound is None:
            return ""
        sign = {(True, True): "≥", (True, False): ">", (False, True): "≤", (False, False): "<"}
        return f"{sign[row.lower is not None, bound.closed]} {format_angka(bound.value)}"
    if row.lower.closed and row.upper.closed:
        return f"{format_angka(row.lower.value)} – {format_angka(row.upper.value)}"
    left = "≥" if row.lower.closed else ">"
    right = "≤" if row.upper.closed else "<"
    return f"{left} {format_angka(row.lower.value)} dan {right} {format_angka(row.upper.value)}"


def telling_values(scale: Skala) -> list[Decimal]:
    """The values that show where a scale divides: each bound with its neighbours, 0 and 100, highest first."""
    bounds = [k.batas for k in scale.kategori if k.batas is not None]
    around = {value for bound in bounds for value in (bound - STEP, bound, bound + STEP)}
    return sorted(around | {Decimal(0), Decimal(100)}, reverse=True)
