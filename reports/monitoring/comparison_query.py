"""What narrows and sorts the kecamatan by what they came to: the words of an address, each ignored where it means
nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.monitoring.comparable import UNMEASURED
from reports.monitoring.comparison import Comparison, Row
from reports.monitoring.query import BY_NAME
from sakip.capaian.values import Keadaan

#: What one may sort by besides the columns.
BY_MEAN: Final = "rerata"
BY_SERAPAN: Final = "serapan"

#: What a cell says that has no predikat.
WITHOUT: Final = (*(one.value for one in Keadaan if one is not Keadaan.TERHITUNG), UNMEASURED)

#: Where figures come from, by their words in the address.
SOURCES: Final = {"ditandatangani": "sudah ditandatangani", "konsep": "konsep"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonQuery:
    """An IKU (empty: any), what one of its cells says, where the figures come from (empty: either), and by what the
    rows are sorted, the lowest first unless ``falling``; what is not known comes last either way."""

    iku: str = ""
    said: str = ""
    source: str = ""
    order: str = BY_NAME
    falling: bool = False

    @classmethod
    def read(cls, words: Mapping[str, str]) -> ComparisonQuery:
        """From the words of an address."""
        order = words.get("urut", "")
        source = words.get("angka", "")
        return cls(
            iku=words.get("iku", ""),
            said=words.get("predikat", ""),
            source=source if source in SOURCES else "",
            order=order.removeprefix("-") or BY_NAME,
            falling=order.startswith("-"),
        )

    def rows(self, found: Comparison) -> list[Row]:
        """The rows that have what is asked for, in their order; rows alike in it stay in that of their names."""
        rows = [row for row in found.rows if self._has(row, found)]
        if self.order not in (BY_MEAN, BY_SERAPAN) and found.column(self.order) is None:
            return rows[::-1] if self.order == BY_NAME and self.falling else rows
        known = [(value, row) for row in rows if (value := self._value(row)) is not None]
        known.sort(key=lambda one: one[0], reverse=self.falling)
        return [row for _, row in known] + [row for row in rows if self._value(row) is None]

    def _value(self, row: Row) -> Decimal | None:
        code = "" if self.order == BY_MEAN else self.order
        figure = row.serapan if self.order == BY_SERAPAN else row.figure(code)
        return figure.nilai if figure and figure.whole else None

    def _has(self, row: Row, found: Comparison) -> bool:
        if self.source and (row.figures is None or row.figures.said != self.source):
            return False
        column = found.column(self.iku)
        if not self.said:
            return column is None or any(cell.column is column and cell.asked for cell in row.cells)
        return any(
            self.said in (cell.figure.kategori if cell.figure else "", cell.said)
            for cell in row.cells
            if column is None or cell.column is column
        )
