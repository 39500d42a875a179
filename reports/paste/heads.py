"""Where the head of a pasted table begins and ends, and what its words say of the columns below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.papers.headed import counts_columns, ends_a_head, in_line, words_above
from reports.papers.paper import Row
from reports.papers.roles import Role, role_of
from reports.paste.by_content import AMOUNT
from reports.paste.headings import column_of, is_own_heading
from sakip.entry.number_kinds import Number, Rupiah, Year
from sakip.workbook.raw_cells import folded
from sakip.workbook.sheets.sheet import Sheet

#: A head has at most so many lines, below at most so many lines of title.
_HEAD_ROWS: Final = 3
_TITLE_ROWS: Final = 4
#: What a column of a triwulan or a year is parted into, and how that is written shortly.
_PARTS: Final = frozenset({Role.TARGET, Role.MONEY, Role.REALISASI, Role.SPENT, Role.CAPAIAN, Role.SHARE})
_PART_WORDS: Final = re.compile(
    r"\(?(?:[ktrlp]|lk|pr|kinerja|keuangan|fisik|volume|vol|rp\.?|%|laki\W*laki|perempuan)\)?", re.IGNORECASE
)
_SHORT: Final = {"t": str(Role.TARGET), "r": str(Role.REALISASI), "k": "kinerja"}
_YEAR: Final = re.compile(r"\b20\d\d\b")
_SHORT_NUMBER: Final = re.compile(r"20\d\d|\(?\d{1,2}\)?")
_MONEY: Final = re.compile(r"\brp\b|rupiah|\banggaran\b|\bpagu\b|\bkeuangan\b|\bdana\b", re.IGNORECASE)
_SHARE: Final = re.compile(r"(?:%|\bpersen\w*)\W*$", re.IGNORECASE)
_SUM: Final = re.compile(r"\b(?:jumlah|total)\b", re.IGNORECASE)
#: A cell of a head is short; what is longer is said of something.
_MOST_WORDS: Final = 5


@dataclass(frozen=True, kw_only=True)
class Head:
    """The lines of a head, from ``start`` to before ``end``: its words by column, and the columns of the sheet that
    they name; none where there is no head."""

    start: int
    end: int
    words: Sequence[str]
    told: Sequence[str]

    @property
    def known(self) -> int:
        """How many columns are named."""
        return sum(map(bool, self.told))


def head_of(rows: Sequence[Row], sheet: Sheet, width: int, *, least: int) -> Head:
    """The head that names most, ``least`` columns at least."""
    none = Head(start=0, end=0, words=("",) * width, told=("",) * width)
    best = none
    for start in range(min(_TITLE_ROWS, len(rows))):
        if len(rows[start].filled) < 2 < width:
            continue  # a title, whatever it names
        for end in range(start + 1, min(start + _HEAD_ROWS, len(rows)) + 1):
            last = rows[end - 1]
            if not _may_be_head(last) or _is_below_a_head(rows[start : end - 1], last):
                break
            if width == 1 and any(best.told):
                break  # a list below its one word
            words = [
                _without_again(said) for said in in_line(words_above(rows[start:end], width), rows[end:])
            ]
            merged = (best.start, best.end) == (start, end - 1) and _goes_on(rows[end - 2], last)
            if parts := end > start + 1 and _names_parts(last):
                words = [_spelled_out(said) for said in words]
            told = each_once(words, sheet)
            more = sum(map(bool, told)) - best.known
            above_title = more == 0 and start > best.start and len(rows[best.start].filled) == 1
            divides = (parts or merged) and start == best.start
            if more > 0 or (any(told) and (above_title or divides or _says_years(last))):
                best = Head(start=start, end=end, words=[" ".join(said) for said in words], told=told)
        if len(rows[start].filled) > 1 and any(best.told):
            break
    enough = best.known >= least or (
        best.known == 1 and _is_head_of_one(best, rows[best.start :], sheet, width)
    )
    return best if enough else none


def _is_head_of_one(head: Head, rows: Sequence[Row], sheet: Sheet, width: int) -> bool:
    """Whether a line is a head though a single column of it is known: it numbers its rows, has the sheet's own word
    among others that are as short, or amounts below its words."""
    if any(role_of(words) is Role.NUMBER for words in head.words):
        return True
    if width < 3:  # "Desa | 6" says how many there are
        return not any(AMOUNT.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in rows[0].filled)
    short = all(len(cell.split()) <= _MOST_WORDS and not AMOUNT.fullmatch(cell) for cell in rows[0].filled)
    own = any(key and is_own_heading(said, sheet) for said, key in zip(head.words, head.told, strict=True))
    return short and len(rows[0].filled) == width and (own or names_amounts(rows))


def names_amounts(rows: Sequence[Row]) -> bool:
    """Whether the first row only names what stands below it: words above nothing but amounts."""
    if len(rows) < 2:
        return False
    first, below = rows[0], rows[1:]
    counts = any(AMOUNT.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in first.filled)
    if len(first.filled) < 2 or counts or not _may_be_head(first):
        return False
    columns = [[row[at] for row in below if row[at]] for at, said in enumerate(first.cells) if said]
    return any(one and all(AMOUNT.fullmatch(cell) for cell in one) for one in columns)


def _is_below_a_head(above: Sequence[Row], row: Row) -> bool:
    """Whether it is no second line of the head above it: it has a number where rows are numbered, or words of its own
    below words in every column."""
    if not above or counts_columns(row):
        return False
    for at, said in enumerate(above[0].cells):
        if role_of(said) is Role.NUMBER and re.fullmatch(r"\d{1,3}[.)]?", row[at]):
            return True
    cells = list(zip(above[-1].cells, row.cells, strict=False))
    whole = len(above[-1].filled) == len(above[-1].cells) == len(row.filled) > 1
    if whole and not any(folded(one) == folded(two) for one, two in cells):
        return not ends_a_head(row)
    if any(_YEAR.search(cell) for cell in row.filled):
        return False
    return len(row.filled) == 1 and len(above[0].cells) > 2 and bool(row[0] and above[0][0])  # a group


def _says_years(row: Row) -> bool:
    """Whether it parts the columns named above it by years, and is no row of values."""
    return len(row.filled) > 1 and all(re.fullmatch(r"20\d\d", cell) for cell in row.filled)


def _names_parts(row: Row) -> bool:
    """Whether it says of each part of the columns above it what that holds: target, anggaran, realisasi."""
    return len(row.filled) > 1 and all(
        role_of(cell) in _PARTS or _PART_WORDS.fullmatch(cell) for cell in row.filled
    )


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a line repeats words of the head above it, as cells that are merged downwards are copied."""
    pairs = zip(above.cells, row.cells, strict=False)
    return any(folded(one) == folded(two) and any(c.isalpha() for c in one) for one, two in pairs)


def _without_again(said: list[str]) -> list[str]:
    """The words above a column, those of a merged cell once."""
    return [one for at, one in enumerate(said) if not at or folded(one) != folded(said[at - 1])]


def _spelled_out(said: list[str]) -> list[str]:
    """ "Triwulan I | T" with its last word in full."""
    last = _SHORT.get(said[-1].strip(" ().").casefold(), "") if len(said) > 1 else ""
    return [*said[:-1], last] if last else said


def _may_be_head(row: Row) -> bool:
    return not any(AMOUNT.fullmatch(cell) and not _SHORT_NUMBER.fullmatch(cell) for cell in row.filled)


# -- what its words name ---------------------------------------------------------------------------


def each_once(words: Sequence[Sequence[str]], sheet: Sheet) -> list[str]:
    """What the columns fill; of two that say the same the one that says it in the sheet's own words, else the first.
    Of several numbers that say the same none is taken, unless one of them is their sum."""
    told = [_unless_otherwise(column_of(said, sheet), said, sheet) for said in words]
    own = [bool(is_own_heading(" ".join(said), sheet)) for said in words]
    keep: dict[str, int] = {}
    for at, key in enumerate(told):
        if key and (key not in keep or (own[at] and not own[keep[key]])):
            keep[key] = at
    for key, several in _alike(words, told, sheet):
        if isinstance(sheet[key].kind, Rupiah) and any(own[at] for at in several):
            continue
        meant = [
            at for at in several if not _is_of_money(words[at]) and not _SHARE.search(" ".join(words[at]))
        ]
        if isinstance(sheet[key].kind, Rupiah):
            meant = several
        meant = [at for at in meant if own[at]] or meant
        sums = [at for at in several if _SUM.search(" ".join(words[at]))]
        keep.pop(key)
        for at in meant if len(meant) == 1 else sums if len(sums) == 1 else ():
            keep[key] = at
    for one in sheet.pasted.undecided:
        if one.sum_of & keep.keys():
            keep.pop(one.key, None)
    for key in of_many_years(words, told):
        keep.pop(key, None)
    return [key if keep.get(key) == at else "" for at, key in enumerate(told)]


def _unless_otherwise(key: str, words: Sequence[str], sheet: Sheet) -> str:
    """The column, unless its head says that it holds something else: a share is no amount, nor is a target, and what a
    sheet leaves to others is none of its columns."""
    whole = " ".join(words)
    others = sheet.pasted.others
    if others is not None and others.search(folded(whole)):
        return ""
    column = next((one for one in sheet.columns if one.key == key), None)
    of_money = isinstance(column.kind, Rupiah) if column else key.startswith("pagu@")
    of_target = len(words) > 1 and role_of(words[-1]) is Role.TARGET and not _is_of_money(words)
    return "" if of_money and (of_target or _SHARE.search(whole)) else key


def _is_of_money(words: Sequence[str]) -> bool:
    """Whether the lowest of the words above a column says that it holds money."""
    return bool(words) and bool(_MONEY.search(words[-1]))


def _alike(
    words: Sequence[Sequence[str]], told: Sequence[str], sheet: Sheet
) -> Iterator[tuple[str, list[int]]]:
    """Numbers of the sheet that several columns would fill, whose heads differ ("Target murni", "Target perubahan")."""
    for column in sheet.columns:
        amounts = isinstance(column.kind, Number) or re.fullmatch(r"triwulan_\d|target|realisasi", column.key)
        if not amounts or isinstance(column.kind, Year):
            continue
        at = [x for x, key in enumerate(told) if key == column.key]
        if len({folded(" ".join(words[x])) for x in at}) > 1:
            yield column.key, at


def of_many_years(words: Sequence[Sequence[str]], told: Sequence[str]) -> Mapping[str, list[str]]:
    """What several columns would fill that are of different years, with the words above them: none of them is read."""
    said: dict[str, list[str]] = {}
    for above, key in zip(words, told, strict=True):
        if key and "@" not in key and _YEAR.search(" ".join(above)):
            said.setdefault(key, []).append(" ".join(above))
    return {
        key: heads
        for key, heads in said.items()
        if len({year for head in heads for year in _YEAR.findall(head)}) > 1 and len(heads) > 1
    }
