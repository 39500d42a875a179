"""A pasted block without a head: what its columns fill, as what stands in them can be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from kecamatan.ground.texts import Refused
from reports.papers.paper import Row
from sakip.entry.contacts import Nip
from sakip.entry.number_kinds import Number, Whole, Year
from sakip.entry.value_kinds import Choice, Date
from sakip.lists.sipd.kode import read_kode
from sakip.workbook.cells import accepted
from sakip.workbook.sheets.sheet import Column, Sheet

#: A number, with or without what says that it is money or a share.
AMOUNT: Final = re.compile(r"(?:rp\.?\s*)?\(?-?[\d.,]+\)?\s*(?:%|,-)?", re.IGNORECASE)


def columns_by_content(body: Sequence[Row], sheet: Sheet, width: int) -> list[str]:
    """The columns of the sheet in their order, as the cells can be read: the alignment that says most."""
    spread = sheet.pasted.spread
    if (
        not body or sheet.upright or (spread and not spread.words)
    ):  # numbers alone do not say of which year they are
        return [""] * width
    columns = [
        column
        for column in sheet.columns
        if (column.is_read or column.key == "nama_kode")
        and not column.key.startswith(("cetak", "tahun_a", "versi"))
    ]
    cells = [[row[at] for row in body if row[at] and row[at] not in "-–—"] for at in range(width)]
    first = 1 if width > 1 and _counts(cells[0]) else 0
    # best[j]: of the columns of the block so far the best with the first j of the sheet, and how it came about
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ("",) * first)] * (len(columns) + 1)
    for at in range(first, width):
        fits = [
            _fit(
                column,
                [_spelled(sheet, column, cell) for cell in cells[at]],
                sheet.pasted.looks.get(column.key),
            )
            for column in columns
        ]
        following: list[tuple[float, tuple[str, ...]]] = [(best[0][0] - 1, (*best[0][1], ""))]
        for j, column in enumerate(columns, start=1):
            options = [(best[j][0] - 1, (*best[j][1], "")), following[j - 1]]
            if fits[j - 1]:
                options.append((best[j - 1][0] + fits[j - 1], (*best[j - 1][1], column.key)))
            following.append(max(options, key=lambda one: one[0]))
        best = following
    return list(best[-1][1])


def _spelled(sheet: Sheet, column: Column, cell: str) -> str:
    """A cell as the sheet writes it."""
    spelled = sheet.pasted.spelled.get(column.key)
    return spelled(cell) if spelled else cell


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells number the rows: 1, 2, 3."""
    found = [int(one[1]) for cell in cells if (one := re.fullmatch(r"(\d{1,3})[.)]?", cell))]
    return len(found) == len(cells) > 1 and found == list(range(1, len(found) + 1))


def _fit(column: Column, cells: Sequence[str], looks: Callable[[str], bool] | None) -> float:
    """How well the cells are read as the column; 0 where one cannot be."""
    if not cells:
        return 0.1
    if column.key == "nama_kode":  # the words behind a code, for whoever reads it
        return 1 if all(any(c.isalpha() for c in cell) and not read_kode(cell) for cell in cells) else 0
    try:
        for cell in cells:
            accepted(column, column.kind.parse(cell))
    except Refused:
        return 0
    numbers = all(AMOUNT.fullmatch(cell) for cell in cells)
    if column.key == "kode" and column.reference:
        return 5 if all(read_kode(cell) for cell in cells) else 0
    if looks is not None:
        return 3 if all(map(looks, cells)) else 0
    match column.kind:
        case Choice() | Nip() | Date() | Year():
            return 4
        case Whole() | Number():
            return 3
    if column.reference:
        return 0.2
    return 0 if numbers and column.key != "target" else 1.5 if column.required else 1
