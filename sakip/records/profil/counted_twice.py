"""Tables of staff that count in two directions, as offices print them: golongan by ruang, and anything by laki-laki and
perempuan. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

Cells = Sequence[str]
Plain = list[tuple[int, tuple[str, ...]]]
"""Rows, each with the number of that from which it comes."""

_HEAD_ROWS: Final = 4
_LEVEL: Final = re.compile(r"(?:gol(?:ongan|\.)?\s*)?(iv|iii|ii|i)", re.IGNORECASE)
_RUANG: Final = re.compile(r"(?:ruang\s*)?([a-e])", re.IGNORECASE)
_SUM: Final = re.compile(r"(?:sub\s*)?(?:jumlah|jml|total)\b.*", re.IGNORECASE)
_MEN: Final = re.compile(r"l|lk|laki(?:\W*laki)?|pria", re.IGNORECASE)
_WOMEN: Final = re.compile(r"p|pr|perempuan|wanita", re.IGNORECASE)
_BY_SEX: Final = re.compile(r"jenis\s+kelamin|gender|laki\W*laki\b.*", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[-–—\s]*")
_COUNT: Final = re.compile(r"\d{1,4}")
#: Fewer are no columns of ruang.
_LEAST: Final = 2


def counted_plainly(rows: Sequence[Cells]) -> Plain | None:
    """The table with one count for each row; None where it is such a one already."""
    return _by_ruang(rows) or _by_sex(rows)


# -- golongan by ruang -----------------------------------------------------------------------------


def _by_ruang(rows: Sequence[Cells]) -> Plain | None:
    for down, across in ((_LEVEL, _RUANG), (_RUANG, _LEVEL)):
        for head, cells in enumerate(rows[:_HEAD_ROWS]):
            parts = {x: found[1] for x, cell in enumerate(cells) if (found := across.fullmatch(cell.strip()))}
            body = [
                (at, x, found[1])
                for at, row in enumerate(rows[head + 1 :], start=head + 1)
                for x in range(min(parts, default=0))
                if (found := down.fullmatch(row[x].strip()))
            ]
            if len(parts) >= _LEAST and len({at for at, *_ in body}) >= 1 and list(parts) == _run(parts):
                return [
                    *_titles(rows[:head]),
                    (head, ("Golongan", "ASN")),
                    *_of_ruang(rows, head, parts, body),
                ]
    return None


def _run(columns: dict[int, str]) -> list[int]:
    """Columns side by side."""
    return list(range(min(columns), max(columns) + 1))


def _of_ruang(
    rows: Sequence[Cells], head: int, parts: dict[int, str], body: Sequence[tuple[int, int, str]]
) -> Plain:
    """A row for each golongan with its ruang, as far as somebody has it; then the sums, to be compared."""
    sums = [
        x for x in range(len(rows[head])) if any(_SUM.fullmatch(row[x].strip()) for row in rows[: head + 1])
    ]
    result: Plain = []
    of_rows = {at: said for at, _, said in body}
    for at, row in enumerate(rows[head + 1 :], start=head + 1):
        total = row[sums[0]] if sums else ""
        if (level := of_rows.get(at)) is None:
            if any(_SUM.fullmatch(cell.strip()) for cell in row):
                result.append((at, ("Jumlah", total or _added([row[x] for x in parts]))))
            elif not _numbers_columns(row):
                result.append((at, tuple(cell for cell in row if cell)))
            continue
        counts = [(part, row[x]) for x, part in parts.items() if not _NOTHING.fullmatch(row[x])]
        differs = _differs([count for _, count in counts], total)
        for part, count in counts:
            if count != "0":
                whole = (
                    f"{level.upper()}/{part.lower()}" if len(part) == 1 and part.lower() in "abcde" else ""
                )
                result.append((at, (whole or f"{part.upper()}/{level.lower()}", differs or count)))
    return result


# -- laki-laki and perempuan -----------------------------------------------------------------------


def _by_sex(rows: Sequence[Cells]) -> Plain | None:
    for head, cells in enumerate(rows[:_HEAD_ROWS]):
        pairs = [
            x
            for x in range(len(cells) - 1)
            if _MEN.fullmatch(cells[x].strip()) and _WOMEN.fullmatch(cells[x + 1].strip())
        ]
        if not pairs or any(map(_COUNT.fullmatch, cells)):
            continue
        titles = [at for at, row in enumerate(rows[:head]) if len([cell for cell in row if cell]) == 1]
        above = [row for at, row in enumerate(rows[:head]) if at not in titles]
        groups = {x: _group(above, x) for x in pairs}
        # Beside a pair the sum of the two is what counts; of a single pair it may stand anywhere.
        sums = {
            x: total for x in pairs if (total := _sum_of(rows[: head + 1], x, alone=len(pairs) == 1)) >= 0
        }
        result: Plain = [(at, tuple(rows[at])) for at in titles]
        result.append((head, tuple(_heads([*above, cells], groups, set(sums.values())))))
        for at, row in enumerate(rows[head + 1 :], start=head + 1):
            if not _numbers_columns(row):
                result.append((at, tuple(_summed(row, groups, sums))))
        return result
    return None


def _group(above: Sequence[Cells], x: int) -> str:
    """What stands over a pair: whom it counts."""
    for row in reversed(above):
        said = next((row[left] for left in range(x, -1, -1) if row[left]), "")
        if row[x] or (said and not any(row[left] for left in range(x, 0, -1))):
            return "Jumlah" if _BY_SEX.fullmatch(said.strip()) else said
        if said and any(row[left] for left in range(x)):
            return "Jumlah" if _BY_SEX.fullmatch(said.strip()) else said
    return "Jumlah"


def _sum_of(head: Sequence[Cells], x: int, *, alone: bool) -> int:
    """The column of the sum of a pair; -1 where there is none."""
    columns = range(x + 2, len(head[-1])) if alone else range(x + 2, min(x + 3, len(head[-1])))
    return next((at for at in columns if any(_SUM.fullmatch(row[at].strip()) for row in head)), -1)


def _heads(rows: Sequence[Cells], groups: dict[int, str], sums: set[int]) -> Iterator[str]:
    for x in range(len(rows[-1])):
        if x in groups:
            yield groups[x]
        elif x - 1 not in groups and x not in sums:
            yield " ".join(dict.fromkeys(row[x] for row in rows if row[x]))


def _summed(row: Cells, groups: dict[int, str], sums: dict[int, int]) -> Iterator[str]:
    for x, cell in enumerate(row):
        if x in groups:
            both = [one for one in row[x : x + 2] if not _NOTHING.fullmatch(one)]
            total = row[sums[x]] if x in sums else ""
            yield _differs(both, total) or (_added(both) if both else total)
        elif x - 1 not in groups and x not in sums.values():
            yield cell


# -- both ------------------------------------------------------------------------------------------


def _titles(rows: Sequence[Cells]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for at, row in enumerate(rows):
        said = tuple(cell for cell in row if cell)
        if len(said) == 1 and len(said[0].split()) > 2:
            yield at, said


def _added(counts: Sequence[str]) -> str:
    """Their sum; what is no count is left to be refused in its own words."""
    said = [one.strip() for one in counts if not _NOTHING.fullmatch(one)]
    if all(map(_COUNT.fullmatch, said)):
        return str(sum(map(int, said))) if said else ""
    return " + ".join(said)


def _differs(counts: Sequence[str], total: str) -> str:
    """A sum that is none, in words that no cell takes; empty where it is right, or is not said."""
    added = _added(counts)
    if not _COUNT.fullmatch(total.strip()) or not added or added == str(int(total)):
        return ""
    return f"{added}, jumlahnya tertulis {total.strip()}"


def _numbers_columns(row: Cells) -> bool:
    """Whether it does nothing but number the columns."""
    said = [re.sub(r"[()\s]", "", cell) for cell in row if cell]
    return len(said) > _LEAST and said == [str(number) for number in range(1, len(said) + 1)]
