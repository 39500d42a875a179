"""The columns of the overview: what each counts of a line, in words, in a workbook, and as something to sort by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final
from urllib.parse import urlencode

from reports.monitoring.columns import LKIP
from reports.monitoring.overview import STATES, STEPS, Level, Line, Overview, Tally
from reports.monitoring.spread import spread_of
from sakip.text.numbers import format_angka
from sakip.workbook.listing import Listing, write_listings

#: The order of the lines by their kode, as they are read from the database.
BY_PLACE: Final = "wilayah"

_UNKNOWN: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A column: its code, its name, what it counts (None: not known), and the sign behind the number. ``narrows`` are
    the words of the address of the matrix that show the kecamatan it counts, where there are such."""

    code: str
    name: str
    of: Callable[[Tally], Fraction | int | None]
    sign: str = ""
    narrows: Mapping[str, str] | None = None

    def said(self, tally: Tally) -> str:
        """The number as it is read."""
        value = self.of(tally)
        return _UNKNOWN if value is None else f"{format_angka(value)}{self.sign}"


def _state(code: str, name: str) -> Counted:
    narrows = None if code == "disusun" else {"dokumen": LKIP.code, "keadaan": code}
    return Counted(code=code, name=name, of=lambda tally: tally.states[code], narrows=narrows)


COLUMNS: Final = (
    Counted(code="kecamatan", name="Kecamatan", of=lambda tally: tally.kecamatan),
    Counted(code="kelengkapan", name="Kelengkapan (median)", of=lambda tally: tally.middle, sign="%"),
    *(_state(code, name) for code, name in STATES.items()),
    Counted(code="bertanda-tangan", name="Bertanda tangan", of=lambda tally: tally.signed_share, sign="%"),
    Counted(
        code="lewat",
        name="Lewat batas",
        of=lambda tally: tally.overdue,
        narrows={"dokumen": LKIP.code, "waktu": "lewat"},
    ),
    Counted(
        code="terlambat",
        name="Terlambat",
        of=lambda tally: tally.late,
    ),
)


def ordered(lines: Sequence[Line], order: str, *, falling: bool) -> list[Line]:
    """The lines by a column; what is not known comes first, and lines alike in it stay by their kode."""
    column = next((one for one in COLUMNS if one.code == order), None)
    if column is None:
        return list(lines)[::-1] if falling else list(lines)

    def rank(line: Line) -> tuple[bool, Fraction | int]:
        value = column.of(line.tally)
        return value is not None, value or 0

    return sorted(lines, key=rank, reverse=falling)


def matrix_words(line: Line, column: Counted | None, overview: Overview) -> str:
    """The words with which the matrix shows what a column counts of a kabupaten (None: all of it); else empty."""
    if overview.level is not Level.KABUPATEN or (column is not None and column.narrows is None):
        return ""
    more = column.narrows if column and column.narrows else {}
    return urlencode({"kabupaten": line.kode, "tahun": overview.tahun, **more})


def step_names() -> list[str]:
    """How the steps of completeness are read, the highest first."""
    return [f"{STEPS[0]}%", *(f"{low}–{high - 1}%" for high, low in pairwise(STEPS))]


def overview_workbook(overview: Overview, lines: Sequence[Line], place: str) -> bytes:
    """Of these lines, of the region called ``place``."""
    title = f"Rekapitulasi {place} tahun {overview.tahun}"
    every = (*lines, Line(kode="", nama="Seluruhnya", tally=overview.total))
    spread = spread_of(overview.total)
    return write_listings(
        title,
        (
            Listing(
                name="Rekapitulasi",
                title=title,
                columns=(
                    *(("Kode", 8), ("Wilayah", 36)),
                    *((column.name, 16) for column in COLUMNS),
                    ("Sudah dihitung", 16),
                    *((f"Kelengkapan {name}", 18) for name in step_names()),
                ),
                rows=[_row(one) for one in every],
                fixed=2,
            ),
            Listing(
                name="Predikat",
                title=f"Sebaran predikat {place} tahun {overview.tahun}",
                columns=(("Kode", 8), ("Wilayah", 36), *((label, 18) for label in spread.labels)),
                rows=[(one.kode, one.nama, *spread.counts(one.tally)) for one in every],
                fixed=2,
            ),
        ),
    )


def _row(line: Line) -> tuple[str | int | Decimal | None, ...]:
    values = (column.of(line.tally) for column in COLUMNS)
    return (
        *(line.kode, line.nama),
        # The median of whole numbers is one, or a half: exact in decimals.
        *(None if value is None else Decimal(value.numerator) / value.denominator for value in values),
        len(line.tally.percents),
        *line.tally.steps,
    )
