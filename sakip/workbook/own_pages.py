"""Which sheet of a file is which of ours, and where its headings stand, after other programs and other hands.

Numbers names a sheet "PK - Table 1", a copy in Excel is "PK (2)", and people put the title of the document above the
headings. What a sheet says is told by its headings; its name alone is only the quickest way to find it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from openpyxl.utils import get_column_letter, range_boundaries

from kecamatan.ground.texts import quote
from sakip.workbook.raw_cells import filled, folded
from sakip.workbook.safety import MOST_COLUMNS
from sakip.workbook.sheets.sheet import HEADING_ROW, Sheet

NumberedRow = tuple[int, Sequence[Any]]
"""Excel's own number of a row, and its cells."""

#: Above the headings there are at most so many rows of titles.
_LOWEST_HEADING: Final = 10


def headings_at(rows: Iterable[NumberedRow], sheet: Sheet) -> NumberedRow:
    """The row that holds most headings of the sheet among the first; the first row of all where none holds one."""
    titles = {folded(column.title) for column in sheet.readable}
    first = [one for one in rows if one[0] <= _LOWEST_HEADING]
    best = max(first, key=lambda one: (len(titles & _words(one[1])), -one[0]), default=(HEADING_ROW, []))
    return best if titles & _words(best[1]) else (HEADING_ROW, dict(first).get(HEADING_ROW, []))


def own_pages(pages: Sequence[Any], known: Collection[Sheet]) -> tuple[dict[str, Any], list[str], list[str]]:
    """The pages of a file by the name of the sheet that they are; what to say of those that are named otherwise; and
    the names of pages that are none of them, or of which it cannot be told."""
    by_name = {page.title: page for page in pages}
    found = {sheet.nama: by_name[sheet.nama] for sheet in known if sheet.nama in by_name}
    others = [page for page in pages if page.title not in found]
    missing = {sheet.nama: sheet for sheet in known if sheet.nama not in found}
    said: dict[str, list[Any]] = {}
    for page in others if missing else ():
        if name := _named(page, missing):
            said.setdefault(name, []).append(page)
    notes = []
    for name, alike in said.items():
        if len(alike) == 1:
            found[name] = alike[0]
            others.remove(alike[0])
            notes.append(f'Lembar "{quote(alike[0].title)}" dibaca sebagai lembar {name}.')
        else:
            titles = " dan ".join(f'"{quote(page.title)}"' for page in alike)
            notes.append(
                f"Lembar {titles} sama-sama berisi kolom lembar {name}, sehingga tidak ada yang dibaca. Beri nama"
                f" {name} pada lembar yang dimaksud, lalu unggah lagi."
            )
    return found, notes, [page.title for page in others]


def _named(page: Any, missing: Mapping[str, Sheet]) -> str:
    """The name of the missing sheet that a page is; empty where it is none, or may be several."""
    if same := [name for name in missing if folded(name) == folded(page.title)]:
        return same[0]
    if not hasattr(page, "iter_rows"):
        return ""
    page.reset_dimensions()
    rows = [_words(cells) for cells in page.iter_rows(max_row=_LOWEST_HEADING, max_col=MOST_COLUMNS)]
    holds: dict[str, int] = {}
    for name, sheet in missing.items():
        needed = {folded(column.title) for column in sheet.readable if not column.added}
        if not sheet.upright and any(needed <= words for words in rows):
            holds[name] = len(needed)
    most = [name for name, count in holds.items() if count == max(holds.values())]
    if len(most) > 1:
        most = [name for name in most if folded(page.title).startswith(folded(name))]
    return most[0] if len(most) == 1 else ""


def _words(cells: Iterable[Any]) -> set[str]:
    return {folded(cell.value) for cell in cells if filled(cell)}


def hides(merged: str, rows: Sequence[int], columns: Collection[int]) -> bool:
    """Whether merging a range leaves nothing of a cell in one of these rows, in order, and columns (from 1): only the
    first of the range is kept."""
    try:
        bounds: Any = range_boundaries(merged)
        left, top, right, bottom = (int(one) for one in bounds)
    except (ValueError, TypeError):
        return False
    within = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
    return any(
        left <= column <= right and within and (column != left or within[-1] != top) for column in columns
    )


def said_twice(title: str, first: int, again: int, rows: Iterable[NumberedRow]) -> tuple[int, str] | None:
    """Two columns (from 0) under one heading: the first row in which they say different things, and what to say of it;
    None where they agree, or the second is empty."""
    for number, cells in rows:
        one, other = (_said(cells, at) for at in (first, again))
        if other and folded(one) != folded(other):
            texts = [
                f"{get_column_letter(at + 1)}{number} " + (f'"{quote(text)}"' if text else "kosong")
                for at, text in ((first, one), (again, other))
            ]
            return number, (
                f'judul kolom "{title}" ada dua, dan isinya berlainan: {" dan ".join(texts)}. Hapus salah satu kolom,'
                " atau ganti judulnya."
            )
    return None


def _said(cells: Sequence[Any], at: int) -> str:
    return str(cells[at].value) if at < len(cells) and filled(cells[at]) else ""
