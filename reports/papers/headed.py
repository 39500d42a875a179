"""What the columns of a paper's table hold: told by the words above them, over one line or two, in many spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from reports.papers.paper import Row, Table
from reports.papers.roles import NUMBERED, Role, role_of
from sakip.text.reading.ditto import as_above
from sakip.text.reading.roman import counted

_YEAR: Final = re.compile(r"\b(20\d\d)\b")
_QUARTER: Final = re.compile(r"\b(?:tw|tri\s*wulan)\.?\s*-?\s*(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
#: The month in which a triwulan ends, as systems of the centre write it: "B03", "B12".
_MONTH_END: Final = re.compile(r"\bb\W?(0?3|0?6|0?9|12)\b\s*$", re.IGNORECASE)
#: What holds at the end of a semester holds at the end of its second triwulan.
_SEMESTER: Final = re.compile(r"\bsemester\W*(?:ke\W*)?(ii|i|[12])\b\s*$", re.IGNORECASE)
#: A year as the only thing that stands above columns.
_YEAR_ALONE: Final = re.compile(r"(?:t\.?\s?a\.?|tahun(?:\s+anggaran)?|th\.?)?\s*20\d\d", re.IGNORECASE)
#: "(1)", "1", "(2)": the row that numbers the columns.
_COUNTED: Final = re.compile(r"\(?\s*\d{1,2}\s*\)?(?:\s*=.*)?")
_NUMBER_BEFORE: Final = re.compile(r"(\d{1,2})\s+([^\W\d].{2,})", re.DOTALL)
_NUMBER_ALONE: Final = re.compile(r"\(?\s*\d{1,2}\s*\)?")
#: Above years that are counted ("tahun ke-1"), and what stands below that.
_COUNTED_YEARS: Final = re.compile(r"\btahun(?:\s+ke\b[\s.–-]*)?$", re.IGNORECASE)
_ORDINAL: Final = re.compile(r"(?:tahun\s+)?(?:ke\s*[-–]?\s*)?([1-9])", re.IGNORECASE)
#: "Tahun-3", "Tahun ke-3": the year that a column is of, whatever stands below it.
_NTH_YEAR: Final = re.compile(r"tahun\s*(?:ke)?\s*[-–]?\s*([1-9])", re.IGNORECASE)
#: What stands over several columns and says of each of them what it is, whatever its own words are.
_OVER_ALL: Final = (Role.UPSTREAM, Role.BASELINE, Role.TARGET_END)
_RUPIAH: Final = re.compile(r"\(?rp\.?\)?", re.IGNORECASE)
#: Columns of years that stand together before one of them may stand out of line.
_LEAST_YEARS: Final = 3
_MOST_HEAD_ROWS: Final = 4
#: A second line of the head, below "Target triwulan".
_FOUR: Final = ("i", "ii", "iii", "iv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a column: its words, what they mean, the year and the triwulan (0: none) that they name;
    ``ordinal`` where it is a year that is counted ("tahun ke-1")."""

    text: str
    role: Role = Role.OTHER
    year: int = 0
    quarter: int = 0
    ordinal: int = 0


@dataclass(frozen=True, kw_only=True)
class HeadedTable:
    """A table with what its columns hold; ``rows`` are those below its head."""

    table: Table
    heads: tuple[Heading, ...]
    rows: tuple[Row, ...]

    @cached_property
    def roles(self) -> frozenset[Role]:
        """What it holds."""
        return frozenset(head.role for head in self.heads)

    def columns(self, *roles: Role) -> tuple[int, ...]:
        """The columns that hold one of these, from left to right."""
        return tuple(at for at, head in enumerate(self.heads) if head.role in roles)

    def column(self, *roles: Role) -> int:
        """The first of them, -1 where there is none."""
        return next(iter(self.columns(*roles)), -1)


def headed(table: Table) -> HeadedTable:
    """The table with its head told from its rows."""
    body = _head_rows(table.rows)
    above = table.rows[:body]
    said = {_plain(row) for row in above}
    rows = tuple(
        row for row in table.rows[body:] if not counts_columns(row) and not (body and _plain(row) in said)
    )
    rows = rows_as_above(rows)
    heads = [heading(words) for words in in_line(words_above(above, table.width), rows)]
    return HeadedTable(table=table, heads=tuple(heads), rows=rows)


def rows_as_above(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, "idem" in a cell replaced by what stands above it."""
    told = as_above([row.cells for row in rows])
    return tuple(
        row if cells == row.cells else replace(row, cells=cells)
        for row, cells in zip(rows, told, strict=True)
    )


def _plain(row: Row) -> tuple[str, ...]:
    """What it says; a head is said again on each page, and by hand also within a table."""
    return tuple(" ".join(cell.casefold().split()) for cell in row.filled)


def in_quarters(text: str) -> str:
    """A heading with its month or semester as the triwulan that ends then: "B06" → "triwulan 2"."""
    text = _MONTH_END.sub(lambda found: f"triwulan {int(found[1]) // 3}", text)
    return _SEMESTER.sub(
        lambda found: "triwulan ii" if found[1].casefold() in ("i", "1") else "triwulan iv", text
    )


def counts_columns(row: Row) -> bool:
    """Whether a row does nothing but number the columns: "(1) | (2) | (3)"."""
    filled = row.filled
    found = [re.search(r"\d+", cell) for cell in filled if _COUNTED.fullmatch(cell)]
    numbers = [int(one[0]) for one in found if one]
    return len(numbers) == len(filled) > 2 and numbers == sorted(set(numbers)) and numbers[0] == 1


def ends_a_head(row: Row) -> bool:
    """Whether a row right below a head numbers its columns, also where it begins in the middle ("6 | 7 | 8") or leaves
    columns out."""
    found = [int(re.sub(r"\D", "", cell)) for cell in row.filled if _NUMBER_ALONE.fullmatch(cell)]
    return counts_columns(row) or (
        len(found) == len(row.filled) > 2 and found == [*range(found[0], found[0] + len(found))]
    )


def unnumbered(row: Row) -> Row:
    """A first row without the numbers of its columns, where these stand before its words: "4 Meningkatnya …"."""
    found = {x: one for x, cell in enumerate(row.cells) if (one := _NUMBER_BEFORE.fullmatch(cell))}
    if len(found) < _LEAST_YEARS or len({int(one[1]) - x for x, one in found.items()}) > 1:
        return row
    cells = tuple(found[x][2] if x in found else cell for x, cell in enumerate(row.cells))
    return replace(row, cells=cells)


def counts_years(above: Sequence[Row], row: Row) -> bool:
    """Whether a row parts "Target pada tahun ke-" above it into 1, 2, 3, and numbers no other column."""
    at = [x for x, cell in enumerate(row.cells) if cell]
    found = [_ORDINAL.fullmatch(row[x]) for x in at]
    if len(at) < _LEAST_YEARS or [one and int(one[1]) for one in found] != [*range(1, len(at) + 1)]:
        return False
    return any(_COUNTED_YEARS.search(one[at[0]].strip()) for one in above)


def ordinal_of(words: Sequence[str]) -> int:
    """Which year a column is of that counts them: "Tahun ke-1", or "1" below "pada tahun ke-"; 0 where it is none."""
    nth = next((found for one in words if (found := _NTH_YEAR.fullmatch(one.strip()))), None)
    if nth is None and words and any(_COUNTED_YEARS.search(one.strip()) for one in words[:-1]):
        nth = _ORDINAL.fullmatch(words[-1].strip())
    return int(nth[1]) if nth else 0


def in_line(words: list[list[str]], rows: Sequence[Row]) -> list[list[str]]:
    """The words above the columns, those of a year that stands right of its column moved to where its values are.

    A head that was typed a column too far ("2017 | … | 2021 | Strategi | Kebijakan | 2022") says of every column behind
    the years what the next one holds; the rows tell: their numbers go on where its words do not.
    """
    years = [x for x, said in enumerate(words) if said and re.fullmatch(r"20\d\d", said[-1])]
    run = [x for number, x in enumerate(years) if x == years[0] + number]
    strays = years[len(run) :]
    said = [int(words[x][-1]) for x in years]
    if len(run) < _LEAST_YEARS or not strays or said != sorted(set(said)):
        return words
    behind = [run[-1] + number for number in range(1, len(strays) + 1)]
    told = [
        row for row in rows if not ends_a_head(row) and sum(_is_value(row[x]) for x in run) * 2 > len(run)
    ]
    if not told or not all(
        all(_is_value(row[x]) for x in behind) and not any(_is_value(row[x]) for x in strays) for row in told
    ):
        return words
    moved = [[*words[run[-1]][:-1], words[x][-1]] for x in strays]
    rest = [said for x, said in enumerate(words) if x > run[-1] and x not in strays]
    return [*words[: run[-1] + 1], *moved, *rest]


def _is_value(cell: str) -> bool:
    return bool(cell) and (_amount(cell) or cell in ("-", "–"))


def heading(words: Sequence[str]) -> Heading:
    """Of the words above a column, from the top down: the lowest that say what it holds count."""
    text = " ".join(words)
    year, quarter = _YEAR.search(text), _QUARTER.search(in_quarters(text))
    roles = [role_of(one) for one in reversed(words)]
    said: list[Role] = [role for role in roles if role is not Role.OTHER] or [role_of(text)]
    role = next(
        (role for role in said if role is not Role.ITEM), said[0]
    )  # "Uraian" is of what stands above it
    if role is Role.TARGET and _RUPIAH.fullmatch(words[-1]):
        role = Role.MONEY
    return Heading(
        text=text,
        role=next((one for one in roles if one in _OVER_ALL), role),
        ordinal=ordinal_of(words),
        year=int(year[1]) if year else 0,
        quarter=counted(quarter[1]) if quarter else 0,
    )


def _head_rows(rows: Sequence[Row]) -> int:
    """How many of the first rows are the head: up to the last that names columns or counts them."""
    if not rows or not names_columns(rows[0]):
        return 0
    end = 1
    for at, row in enumerate(rows[1:_MOST_HEAD_ROWS], start=1):
        if counts_years(rows[:at], row):
            end = at + 1
            continue
        if ends_a_head(row):
            return at + 1
        if not _below_a_head(row):
            break
        end = at + 1
    return end


def names_columns(row: Row) -> bool:
    """Whether a row names columns: most of its cells are such words, and none is an amount."""
    filled = row.filled
    named = [cell for cell in filled if not _YEAR_ALONE.fullmatch(cell.strip())]
    known = sum(role_of(cell) is not Role.OTHER for cell in named)
    return bool(named) and known * 2 >= len(named) and not any(_amount(cell) for cell in filled)


def _below_a_head(row: Row) -> bool:
    """A second line of the head: years, "Th. 2021 (n)", or names again; its first cell is a name or empty."""
    filled = row.filled
    if not filled:
        return False
    if tuple(cell.strip(" .").casefold() for cell in filled) == _FOUR:
        return True
    said = sum(
        bool(_YEAR.search(cell) or _QUARTER.search(in_quarters(cell)) or _NTH_YEAR.fullmatch(cell))
        and len(cell) < 25
        for cell in filled
    )
    if said * 2 > len(filled):
        return True
    return len(filled) > 1 and names_columns(row) and all(len(cell) < 60 for cell in filled)


def _amount(cell: str) -> bool:
    return bool(
        re.fullmatch(r"[:\s]*(?:rp\.?\s*)?[\d.,]+\s*%?[\s,-]*", cell.casefold())
    ) and not _YEAR.fullmatch(cell)


def words_above(rows: Sequence[Row], width: int) -> list[list[str]]:
    """What stands above each column, from the top down: of a cell that spans several, its words above each of them."""
    rows = [row for at, row in enumerate(rows) if not ends_a_head(row) or counts_years(rows[:at], row)]
    words: list[list[str]] = [[] for _ in range(width)]
    for at, row in enumerate(rows):
        for column, said in enumerate(words):
            text = NUMBERED.sub("", row[column])
            if not text and not said and any(lower[column] for lower in rows[at + 1 :]):
                text = next((row[left] for left in range(column, -1, -1) if row[left]), "")
            if text:
                said.append(text)
    return words
