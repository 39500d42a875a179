"""What a pasted table adds up: rows that are the sum of others are compared with them and not stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kecamatan.ground.texts import Refused
from sakip.entry.measured import Lettered
from sakip.entry.value_kinds import Number, Year
from sakip.text.numbers import format_angka
from sakip.workbook.overlay import LaidRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.sheet import Sheet


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
        """What a row that says Jumlah has by column, with the rows above it."""
        self._differences(f"Baris {line} (Jumlah)", said, [row for row in rows if row.number < line])

    def _differences(
        self, where: str, said: Mapping[str, Any], rows: Sequence[LaidRow], *, side: str = "di atasnya"
    ) -> None:
        for key, text in said.items():
            kind = None if "@" in key else self.sheet[key].kind
            # Years and targets have no sum.
            if not isinstance(kind, Number) or isinstance(kind, Year | Lettered):
                continue
            if (written := _number(kind, text)) is None:
                continue
            numbers = [(r, n) for r in rows if (n := _number(kind, r.cells.get(key))) is not None]
            sums = {sum((n for _, n in some), Decimal(0)) for some in _groups(numbers)}
            if sums and written not in sums:
                total = sum((n for _, n in numbers), Decimal(0))
                self.notes.append(
                    f"{where}: {self.sheet[key].title} tertulis {format_angka(written)}, jumlah baris {side}"
                    f" {format_angka(total)}. Baris jumlah tidak disimpan; periksa angkanya."
                )


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


def _groups(numbers: Sequence[tuple[LaidRow, Decimal]]) -> list[list[tuple[LaidRow, Decimal]]]:
    """What a sum may be of: all rows, those of one level, the last ones up to any."""
    levels: dict[int, list[tuple[LaidRow, Decimal]]] = {}
    for one in numbers:
        levels.setdefault(str(one[0].cells.get("kode", "")).count("."), []).append(one)
    return [*levels.values(), *(list(numbers[at:]) for at in range(len(numbers)))]


def _number(kind: Number, raw: Any) -> Decimal | None:
    try:
        return None if raw in (None, "") else Decimal(kind.parse(raw))
    except Refused:
        return None
