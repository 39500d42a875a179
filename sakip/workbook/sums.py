"""Lines of a table that are no rows: a sum, which is compared with the rows and not stored, and a remark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Any, Final

from kecamatan.ground.texts import Refused
from sakip.entry.measured import Lettered
from sakip.entry.number_kinds import Number, Year
from sakip.text.numbers import format_angka
from sakip.workbook.sheets.sheet import Sheet

Row = Mapping[str, Any]
"""The cells of a row by the key of their column."""

_TOTAL: Final = re.compile(r"(?:grand\s+|sub\s*)?(?:jumlah|total)\b.{0,60}", re.IGNORECASE)
_BARE_TOTAL: Final = re.compile(
    r"(?:grand\s+|sub\s*)?(?:jumlah|total)(?:\s+(?:total|keseluruhan|seluruhnya|semua))?[\s:.]*",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"[\d.,()%\sRrPp:\-–—]+")
_REMARK: Final = re.compile(
    r"(?:sumber|keterangan|catatan|terbilang)\s*(?:data)?\s*:.*", re.IGNORECASE | re.DOTALL
)

#: Columns that name what is measured, and those of its target and value.
_MEASURED: Final = frozenset({"nama", "indikator", "nama_indikator", "uraian"})
_VALUED: Final = re.compile(r"(?:target|triwulan|nilai)\b|(?:target|triwulan)_\d")


def says_total(filled: Sequence[str]) -> bool:
    """Whether a line with these filled cells is the sum of rows, not one of them: "Jumlah" beside its numbers."""
    texts = [cell for cell in filled if not _NUMBER.fullmatch(cell)]
    return len(texts) == 1 and bool(_TOTAL.fullmatch(texts[0])) and len(filled) > 1


def is_bare_total(text: str) -> bool:
    """Whether a text is a sum wherever it stands: "Jumlah", "Total keseluruhan"."""
    return bool(_BARE_TOTAL.fullmatch(text))


def names_measured(cells: Iterable[tuple[str, str]], *, valued: bool = False) -> bool:
    """Whether "Jumlah dokumen" among filled cells, by their columns, is what is measured: it stands where that is named
    and has a target or a value, or is known to be ``valued``."""
    said = list(cells)
    named = any(key in _MEASURED and not is_bare_total(cell) for key, cell in said)
    return named and (valued or any(_VALUED.match(key) for key, _ in said))


def says_remark(filled: Sequence[str]) -> bool:
    """Whether a line with these filled cells is said of the table: "Sumber: BPS"."""
    return len(filled) == 1 and bool(_REMARK.fullmatch(filled[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A sum that is none: the title of its column, what is written, what the rows come to."""

    title: str
    written: Decimal
    total: Decimal

    def said(self, where: str, side: str = "di atasnya") -> str:
        """The same for whoever checks the table."""
        return (
            f"{where}: {self.title} tertulis {format_angka(self.written)}, jumlah baris {side}"
            f" {format_angka(self.total)}. Baris jumlah tidak disimpan; periksa angkanya."
        )


def compared(sheet: Sheet, said: Row, rows: Sequence[Row]) -> Iterator[Difference | None]:
    """Of each number that a sum says and that rows have as well: how it differs from what they come to, None where it
    does not."""
    for key, text in said.items():
        kind = None if "@" in key else sheet[key].kind
        # Years and targets have no sum.
        if not isinstance(kind, Number) or isinstance(kind, Year | Lettered):
            continue
        if (written := _number(kind, text)) is None:
            continue
        numbers = [(r, n) for r in rows if (n := _number(kind, r.get(key))) is not None]
        if sums := _sums(numbers):
            total = sum((n for _, n in numbers), Decimal(0))
            same = written in sums
            yield None if same else Difference(title=sheet[key].title, written=written, total=total)


def _sums(numbers: Sequence[tuple[Row, Decimal]]) -> set[Decimal]:
    """What a sum may be: of all rows, of those of one level, of the last ones up to any."""
    levels: dict[int, Decimal] = {}
    for row, number in numbers:
        level = str(row.get("kode", "")).count(".")
        levels[level] = levels.get(level, Decimal(0)) + number
    return {*levels.values(), *accumulate(number for _, number in reversed(numbers))}


def _number(kind: Number, raw: Any) -> Decimal | None:
    try:
        return None if raw in (None, "") else Decimal(kind.parse(raw))
    except Refused:
        return None
