"""The template of a list: what :mod:`.plain_table` reads, to be filled in; its cells keep what is typed as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from sakip.workbook.cell_looks import put_content, put_head, put_hint, put_open
from sakip.workbook.listing import Listing, file_of, put_listing
from sakip.workbook.plain_table import Wanted
from sakip.workbook.sheets.sheet import CHOICE

#: Hints stand above the headings, where nobody takes them for a row of the list.
_TITLE_ROW, _HINT_ROW, _HEADING_ROW = 1, 2, 3

#: Rows that are open below those that are filled.
_OPEN_ROWS: Final = 100


def write_template(
    name: str,
    title: str,
    columns: Sequence[Wanted],
    rows: Sequence[Mapping[str, str]],
    *,
    choices: Mapping[str, Sequence[str]],
    listings: Sequence[Listing],
) -> bytes:
    """A workbook whose first sheet, ``name``, is to be filled in; ``choices`` are offered in the cells of a column,
    ``listings`` stand behind it to be looked up."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    page = workbook.create_sheet(name)
    put_content(page.cell(_TITLE_ROW, 1), title, name)
    last = _HEADING_ROW + len(rows) + _OPEN_ROWS
    for number, one in enumerate(columns, start=1):
        letter = get_column_letter(number)
        put_hint(page.cell(_HINT_ROW, number), one.hint)
        put_head(page.cell(_HEADING_ROW, number), one.titles[0])
        page.column_dimensions[letter].width = one.width
        page.column_dimensions[letter].number_format = "@"
        for at in range(_HEADING_ROW + 1, last + 1):
            row = rows[at - _HEADING_ROW - 1] if at - _HEADING_ROW <= len(rows) else {}
            put_open(page.cell(at, number), row.get(one.key, ""), name)
    page.row_dimensions[_HINT_ROW].height = 64
    page.freeze_panes = f"B{_HEADING_ROW + 1}"
    for listing in listings:
        put_listing(workbook, listing)
    hidden = workbook.create_sheet(CHOICE)
    hidden.sheet_state = "hidden"
    keys = [one.key for one in columns]
    for at, (key, offered) in enumerate(choices.items(), start=1):
        for number, text in enumerate(offered, start=1):
            put_content(hidden.cell(number, at), text, CHOICE)
        letter, own = get_column_letter(at), get_column_letter(keys.index(key) + 1)
        # A warning alone: what else is meant is judged, and named, when the list is read.
        rule = DataValidation(
            type="list", formula1=f"={CHOICE}!${letter}$1:${letter}${max(len(offered), 1)}", allow_blank=True
        )
        rule.errorStyle = "warning"
        rule.add(f"{own}{_HEADING_ROW + 1}:{own}{last}")
        page.add_data_validation(rule)
    return file_of(workbook, title)
