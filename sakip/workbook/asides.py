"""What offices write into a sheet beside its rows: a JUMLAH of what stands above it, a remark below the table.

Neither is a row. A sum is compared with the rows and not stored, a remark is not read, and the preview tells both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kecamatan.ground.texts import Refused, quote
from sakip.entry.number_kinds import Rupiah
from sakip.entry.value_kinds import shorten
from sakip.workbook.own_pages import NumberedRow
from sakip.workbook.raw_cells import UnreadableCell, filled, number_text, value_in
from sakip.workbook.sheets.sheet import Column, Sheet
from sakip.workbook.sums import compared, is_bare_total, names_measured, says_remark, says_total

Locations = Sequence[tuple[Column, int]]
"""The columns that are read, and where each stands (from 0)."""

#: A remark in a column of the table has at least so many words: fewer may be the beginning of a row.
_LEAST_WORDS: Final = 3

#: Of so many of a sheet each is told.
_MOST_TOLD: Final = 10


@dataclass(frozen=True, kw_only=True)
class Asides:
    """The sums and remarks of a sheet, by Excel's own number of their row."""

    sheet: Sheet
    locations: Locations
    sums: Mapping[int, Sequence[Any]]
    remarks: Mapping[int, str]

    def __contains__(self, row: int) -> bool:
        return row in self.sums or row in self.remarks

    @property
    def calculated(self) -> Collection[int]:
        """The rows of sums that Excel calculates."""
        return [row for row, cells in self.sums.items() if any(_is_formula(cell) for cell in cells)]

    def notes(
        self, rows: Mapping[int, Mapping[str, Any]], results: Mapping[int, Sequence[Any]]
    ) -> Iterator[str]:
        """What to say of them, given the rows of the sheet and what Excel last calculated in :attr:`calculated`; of
        many that there are more."""
        for number, cells in list(self.sums.items())[:_MOST_TOLD]:
            said = dict(_values(self.locations, results.get(number, cells)))
            above = [row for at, row in rows.items() if at < number]
            found = list(compared(self.sheet, said, above))
            where = f"Lembar {self.sheet.nama}, baris {number} (Jumlah)"
            differing = [one.said(where) for one in found if one is not None]
            same = "; angkanya sama dengan jumlah baris di atasnya" if found else ""
            yield from differing or [f"{where} tidak disimpan{same}."]
        for number, text in list(self.remarks.items())[:_MOST_TOLD]:
            yield (
                f'Lembar {self.sheet.nama}, baris {number}: "{quote(shorten(text))}" tidak dibaca, karena bukan baris'
                " tabel."
            )
        for word, lines in (("jumlah tidak disimpan", self.sums), ("keterangan tidak dibaca", self.remarks)):
            if more := list(lines)[_MOST_TOLD:]:
                yield f"Lembar {self.sheet.nama}: masih ada {len(more)} baris {word}, mulai baris {more[0]}."


def asides(sheet: Sheet, locations: Locations, rows: Sequence[NumberedRow]) -> Asides:
    """Tell them from the rows of a sheet, which are those below its headings."""
    sums: dict[int, Sequence[Any]] = {}
    remarks: dict[int, str] = {}
    last = True  # nothing but such lines stands below
    for number, cells in reversed(rows):
        line = _Line(sheet, locations, cells)
        if line.is_sum(last=last):
            sums[number] = cells
        elif remark := line.remark(last=last):
            remarks[number] = remark
        else:
            last = False
    return Asides(
        sheet=sheet,
        locations=locations,
        sums=dict(reversed(sums.items())),
        remarks=dict(reversed(remarks.items())),
    )


class _Line:
    """One line of a sheet, as texts."""

    def __init__(self, sheet: Sheet, locations: Locations, cells: Sequence[Any]) -> None:
        self.sheet = sheet
        self.columns = {at: column for column, at in locations}
        self.texts = {at: _text(cell) for at, cell in enumerate(cells) if filled(cell)}

    def is_sum(self, *, last: bool) -> bool:
        """Whether it is a sum: never where it may as well be a row of the table."""
        if not says_total(list(self.texts.values())):
            return False
        at, text = next((at, one) for at, one in self.texts.items() if any(c.isalpha() for c in one))
        if is_bare_total(text):
            return True
        if names_measured((self.columns[x].key, one) for x, one in self.texts.items() if x in self.columns):
            return False
        column = self.columns.get(at)
        if column is None or column.reference or _refuses(column, text):
            return True
        money = all(
            isinstance(self.columns[x].kind, Rupiah) for x in self.texts if x != at and x in self.columns
        )
        return last and (self._lacks() or money)

    def remark(self, *, last: bool) -> str:
        """What it says, if it is a remark: alone in its row, and no beginning of one."""
        if len(self.texts) != 1:
            return ""
        ((at, text),) = self.texts.items()
        column = self.columns.get(at)
        if not any(c.isalpha() for c in text):
            return ""
        if column is None:
            return text if last else ""
        refused = bool(column.reference) or _refuses(column, text)
        if says_remark([text]) and (refused or self._lacks()):
            return text
        far = last and column.key not in self.sheet.tells and not column.required
        return text if far and refused and len(text.split()) >= _LEAST_WORDS else ""

    def _lacks(self) -> bool:
        """Whether a row that says only this would be refused."""
        said = {self.columns[at].key for at in self.texts if at in self.columns}
        required = {column.key for column in self.columns.values() if column.required}
        return not required <= said or not (required or said & {*self.sheet.tells})


def _is_formula(cell: Any) -> bool:
    return filled(cell) and cell.data_type == "f"


def _text(cell: Any) -> str:
    """A filled cell as its text; what is calculated is a number."""
    if _is_formula(cell):
        return "0"
    value = cell.value
    return number_text(value) if isinstance(value, float) else str(value).strip()


def _refuses(column: Column, text: str) -> bool:
    try:
        column.kind.parse(text)
    except Refused:
        return True
    return False


def _values(locations: Locations, cells: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for column, at in locations:
        if at < len(cells) and filled(cells[at]):
            try:
                yield column.key, value_in(cells[at])
            except UnreadableCell:  # not stored, so nothing is lost
                continue
