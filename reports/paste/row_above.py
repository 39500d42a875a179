"""Rows of a pasted table that are of a row of another sheet, which they tell by its number there: no printed table has
it. It is found by what the table says instead, in a group row above ("Sasaran: …") or in a column of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kecamatan.ground.texts import Refused
from reports.papers.paper import Row
from reports.paste.groups import group_of
from reports.paste.names import Names
from reports.paste.reading import Reading
from sakip.entry.value_kinds import shorten
from sakip.text.key_names import squeezed
from sakip.workbook.sheets.said import Cells
from sakip.workbook.sheets.sheet import Sheet

#: Chosen where numbers that merely count the rows of a table are meant as those of the other sheet after all.
_AS_PRINTED: Final = "tercetak"


@dataclass(kw_only=True)
class RowAbove:
    """Which row of the other sheet the rows of a table are of, one after the other from the top down."""

    reading: Reading
    names: Names
    _group: dict[str, str] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    _printed: str = ""

    def says(self, row: Row) -> bool:
        """Whether it is a group row that names what the rows below it are of."""
        below = self.reading.sheet.pasted.below
        found = group_of(row)
        if found is None or below is None or found.key not in below.named:
            return False
        self._group = ({} if found.key == below.named[0] else self._group) | {found.key: found.said}
        return True

    def taken(self, cells: dict[str, Any]) -> bool:
        """Take out of the cells what says it, and whether that is to be found: of a sheet that needs none, or where the
        number stands below the sheet's own word for it, it is not."""
        below = self.reading.sheet.pasted.below
        if below is None:
            return False
        column = self.reading.sheet["nomor"].title
        at = self.reading.columns.index("nomor") if "nomor" in self.reading.columns else -1
        own = at >= 0 and self.reading.heads[at].strip() in (column, "")
        said = {key: str(one) for key in below.named if (one := cells.pop(f"nomor@{key}", ""))}
        if own or "nomor" in self.reading.constants:
            return False
        printed = self._printed_numbers(at)
        counting = [str(n) for n in range(1, len(printed) + 1)]
        if printed != counting and self._are_known(printed):
            return False
        self._printed = str(cells.pop("nomor", "")).strip("(). ") if self._are_known(printed) else ""
        self._said = self._group | said
        return True

    def number(self, row: Row, cells: Mapping[str, Any]) -> int:
        """The number of the row that is meant. Raises Refused where none is, or a person has not said which."""
        below = self.reading.sheet.pasted.below
        assert below is not None  # noqa: S101  # only asked after taken()
        numbered = {one["nomor"]: one for one in self.names.rows(below.sheet) if one.get("nomor") is not None}
        rows = list(numbered.values())
        found = [one for one in rows if self._is(one)]
        if not rows:
            raise Refused(f"Lembar {below.sheet} belum berisi baris. Catat atau tempel tabel itu dahulu.")
        words = " / ".join(self._said.values())
        if not found:
            known = ", ".join(f"“{shorten(str(one[below.named[-1]]))}”" for one in rows[:6])
            raise Refused(f"“{shorten(words)}” tidak ada pada lembar {below.sheet}. Yang tercatat: {known}.")
        if len(found) > 1:
            found = self._as_recorded(found, cells) or found
        if len(found) == 1:
            return int(found[0]["nomor"])
        offered = {str(one["nomor"]): f"{one['nomor']}. {one[below.named[-1]]}" for one in found}
        if self._printed:
            offered |= {
                _AS_PRINTED: f"Masing-masing menurut nomor urut tabel ini ({below.sheet} nomor 1, 2, …)"
            }
        chosen = self.names.chosen(
            offered,
            words or f"baris yang tidak menyebut {below.named[0]}",
            row=row.at.line,
            column=f"{below.named[-1]} pada lembar {below.sheet}",
        )
        if not chosen:
            raise Refused(f"Pilih baris {below.sheet} yang dimaksud, atau tulis nomornya.")
        return int(self._printed if chosen == _AS_PRINTED else chosen)

    def _is(self, one: Cells) -> bool:
        return all(squeezed(str(one.get(key))) == squeezed(said) for key, said in self._said.items())

    def _as_recorded(self, found: list[Cells], cells: Mapping[str, Any]) -> list[Cells]:
        """Of several rows the one below which the same is recorded already."""
        sheet = self.reading.sheet
        tells = [key for key in sheet.tells if key != "nomor"]
        below = [
            one.get("nomor")
            for one in self.names.recorded.content[sheet.nama]
            if all(squeezed(str(one.get(key) or "")) == squeezed(str(cells.get(key) or "")) for key in tells)
        ]
        return [one for one in found if below.count(one["nomor"]) == 1 == len(below)]

    def _printed_numbers(self, at: int) -> list[str]:
        """The numbers of the printed table, where nothing else names the row of the other sheet."""
        if at < 0 or any(key.startswith("nomor@") for key in self.reading.columns):
            return []
        if any(map(group_of, self.reading.body)):
            return []
        return [number for row in self.reading.body if (number := row[at].strip("(). "))]

    def _are_known(self, printed: Collection[str]) -> bool:
        """Whether each of the numbers stands on the other sheet."""
        below = self.reading.sheet.pasted.below
        known = {str(one.get("nomor")) for one in self.names.rows(below.sheet)} if below else set()
        return bool(printed) and set(printed) <= known


def give_number(sheet: Sheet, names: Names, numbers: dict[str, Any], cells: dict[str, Any]) -> None:
    """Give a row that rows of another table of the block are of its number: that of what is recorded by its name, else
    the next; ``numbers`` are those that are given so far, by name."""
    name = next(iter(sheet.told), "")
    if "nomor" in cells or name not in cells:
        return
    if not numbers:
        stored = [one for one in names.rows(sheet.nama) if one.get("nomor")]
        numbers |= {squeezed(str(one.get(name))): one["nomor"] for one in stored}
    cells["nomor"] = numbers.setdefault(squeezed(str(cells[name])), max(numbers.values(), default=0) + 1)
