"""How cells of a written workbook look, and how a value is put into one."""

from __future__ import annotations

from copy import copy
from decimal import Decimal
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray

from kecamatan.ground.errors import InputError
from sakip.entry.value_kinds import CELL_LENGTH

_REMARK_BACKGROUND: Final = PatternFill("solid", start_color="F3F3F3")
_LINE: Final = Border(*(Side(style="thin", color="C5CDD0") for _ in range(4)))


IS_OPEN: Final = Protection(locked=False)


class Look:
    """How cells look. openpyxl searches every part of a look among those of the workbook anew for every cell: that
    is done for the first one, and the others copy what was found."""

    def __init__(self, **parts: Any) -> None:
        self._parts = parts
        self._found: WeakKeyDictionary[Workbook, StyleArray] = WeakKeyDictionary()

    def put_on(self, cell: Cell) -> None:
        """Give it to a cell, before its value: a text that must stay one adds its own mark."""
        workbook = cell.parent.parent
        if workbook not in self._found:
            for name, part in self._parts.items():
                setattr(cell, name, part)
            self._found[workbook] = cell._style
        cell._style = copy(self._found[workbook])


def wrapped(**alignment: str) -> Alignment:
    """An alignment under which a long text goes on in the next line of its cell."""
    return Alignment(wrap_text=True, **alignment)


_HEAD: Final = Look(
    font=Font(bold=True, color="FFFFFF"),
    fill=PatternFill("solid", start_color="1F4E5F"),
    border=_LINE,
    alignment=wrapped(vertical="center"),
)
_INSTRUCTION: Final = Look(
    font=Font(italic=True, color="44545A", size=9),
    fill=PatternFill("solid", start_color="E8EEF0"),
    border=_LINE,
    alignment=wrapped(vertical="top"),
)
NAME: Final = Look(font=Font(bold=True), border=_LINE)


LISTED: Final = Look(alignment=wrapped(vertical="top"))
LINK: Final = Look(font=Font(underline="single", color="1F4E5F"))


@cache
def field_look(number_format: str, horizontal: str, is_read: bool) -> Look:
    """A cell to be filled in, or one that is only to be looked at."""
    remark = {} if is_read else {"fill": _REMARK_BACKGROUND}
    return Look(
        protection=IS_OPEN,
        number_format=number_format,
        alignment=wrapped(horizontal=horizontal, vertical="top"),
        border=_LINE,
        **remark,
    )


class CellTooLong(InputError):
    """A text that no cell can hold."""


def put_content(cell: Cell, nilai: Any, place: str) -> None:
    """Put a value into a cell; a text stays a text, whatever it begins with."""
    if isinstance(nilai, str):
        nilai = ILLEGAL_CHARACTERS_RE.sub(" ", nilai)
        if len(nilai) > CELL_LENGTH:
            raise CellTooLong(
                f"Teks pada {place} terlalu panjang untuk satu sel Excel ({len(nilai)} dari {CELL_LENGTH}"
                " karakter). Persingkat teks itu di situs, lalu unduh lagi."
            )
        cell.value = nilai
        if cell.data_type != "s":
            cell.data_type = "s"
            cell.quotePrefix = True
        return
    cell.value = float(nilai) if isinstance(nilai, Decimal) else nilai


def put_text(cell: Cell, nilai: Any, place: str) -> None:
    """Put a value into a cell of a table that is only read."""
    LISTED.put_on(cell)
    put_content(cell, nilai, place)


def put_head(cell: Cell, title: str) -> None:
    """The heading of a column."""
    cell.value = title
    _HEAD.put_on(cell)


def put_hint(cell: Cell, text: str) -> None:
    """What stands below a heading about what is to be filled in."""
    cell.value = text or None
    _INSTRUCTION.put_on(cell)


def put_open(cell: Cell, value: str, place: str) -> None:
    """A cell of a list to be filled in: whatever is typed there stays the text that was typed."""
    field_look("@", "left", True).put_on(cell)
    put_content(cell, value or None, place)
