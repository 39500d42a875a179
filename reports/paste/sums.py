"""What a pasted table adds up: rows that are the sum of others are compared with them and not stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sakip.workbook.overlay import LaidRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.sheet import Sheet
from sakip.workbook.sums import compared


@dataclass(frozen=True, kw_only=True)
class Sums:
    """The sums of one table; what differs is added to ``notes``."""

    sheet: Sheet
    recorded: RecordedBook
    notes: list[str]

    def without(self, rows: list[LaidRow]) -> list[LaidRow]:
        """Of a budget the rows that are not the sum of those below them; a sum that is none is told."""
        if not self.sheet.pasted.summed:
            return rows
        recorded = [LaidRow(number=0, cells=row, broken={}) for row in self.recorded.content[self.sheet.nama]]
        detailed = {row.cells.get("kode") for row in recorded if row.cells.get("rinci") is not False}
        result = []
        for one in rows:
            kode = str(one.cells.get("kode", ""))
            where, below, side = f"Baris {one.number} ({kode})", _leaves(kode, rows), "di bawahnya"
            if not below and (below := _details(kode, recorded)):
                side = "yang tercatat di bawahnya"
            # A program may be recorded beside its sub kegiatan; a table with a column for it says which row is what.
            if not below or kode in detailed or "rinci" in one.cells:
                result.append(one)
            else:
                self._differences(where, one.cells, below, side=side)
        return result

    def compare(self, line: int, said: Mapping[str, str], rows: Sequence[LaidRow]) -> None:
        """What a row that says Jumlah has by column, with the rows above it, or below where it stands first."""
        above = [row for row in rows if row.number < line]
        side = "di atasnya" if above else "di bawahnya"
        self._differences(f"Baris {line} (Jumlah)", said, above or rows, side=side)

    def _differences(
        self, where: str, said: Mapping[str, Any], rows: Sequence[LaidRow], *, side: str = "di atasnya"
    ) -> None:
        found = compared(self.sheet, said, [row.cells for row in rows])
        self.notes.extend(one.said(where, side) for one in found if one is not None)


def _leaves(kode: str, rows: Sequence[LaidRow]) -> list[LaidRow]:
    """The rows below a code that have none below themselves."""
    codes = [str(row.cells.get("kode", "")) for row in rows]
    return [
        row
        for row, own in zip(rows, codes, strict=True)
        if kode and own.startswith(f"{kode}.") and not any(one.startswith(f"{own}.") for one in codes)
    ]


def _details(kode: str, recorded: Sequence[LaidRow]) -> list[LaidRow]:
    """What the rows recorded below a code add up of: its leaves, and what documents do not detail, there and of the
    code itself."""
    rest = [row for row in recorded if row.cells.get("rinci") is False]
    inside = [row for row in rest if f"{row.cells.get('kode')}.".startswith(f"{kode}.")]
    leaves = _leaves(kode, recorded)
    return [*leaves, *(row for row in inside if row not in leaves)] if leaves else []
