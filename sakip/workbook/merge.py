"""Three ways of one sheet: as it was downloaded, as the file has it, as the site has it now.

What the file did not change is as the site has it; what only the file changed is as the file has it. A row that came
since the download stays, one that went stays away. Where both changed the same cell, or one changed a row that the
other deleted, somebody has to choose; until then it is as the site has it. Pure: no Django.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

Values = Mapping[str, Any]

FILE: Final = "berkas"
SITE: Final = "situs"
CHOICES: Final = (FILE, SITE)

#: Above this many comparisons rows that no key tells apart are new or gone, not changed.
COMPARE_LIMIT: Final = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """What both changed: a column, or the row as a whole where ``column`` is empty. ``base``, ``file`` and ``site`` are
    the rows, None where it is not there; ``number`` is the row in the file. ``key`` tells it from others, also from
    itself after another change."""

    column: str
    base: Values | None
    file: Values | None
    site: Values | None
    number: int | None
    key: str


@dataclass(slots=True)
class MergedRow:
    """A row of the result: the number in the file, None where it comes from the site alone."""

    values: dict[str, Any]
    number: int | None
    _file: int | None = None
    _site: int | None = None


@dataclass(slots=True)
class Merged:
    """The rows of the result in order, and what nobody has chosen yet."""

    rows: list[MergedRow] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)


@dataclass(kw_only=True)
class Merge:
    """The rows of a sheet three ways. ``file`` has each row with its number; ``unique`` are the columns that tell rows
    apart, where there are any; ``chosen`` what somebody has chosen, by the key of the clash."""

    base: Sequence[Values]
    file: Sequence[tuple[int | None, Values]]
    site: Sequence[Values]
    sheet: str
    columns: Sequence[str]
    unique: Sequence[str]
    chosen: Mapping[str, str]
    result: Merged = field(default_factory=Merged, init=False)

    def __post_init__(self) -> None:
        self._numbers = [number for number, _ in self.file]
        self._filled = [values for _, values in self.file]

    def merge(self) -> Merged:
        """The result."""
        of_file, of_site = self._pairs(self.base, self._filled), self._pairs(self.base, self.site)
        for b, row in enumerate(self.base):
            self._row(row, of_file[b], of_site[b])
        new_file = sorted(set(range(len(self._filled))) - {f for f in of_file if f is not None})
        new_site = sorted(set(range(len(self.site))) - {s for s in of_site if s is not None})
        added = [self._filled[f] for f in new_file], [self.site[s] for s in new_site]
        both = self._pairs(*added, alike=_never if self.unique else _nearly_the_same)
        for place, f in enumerate(new_file):
            other = both[place]
            self._row({}, f, None if other is None else new_site[other])
        taken = {new_site[other] for other in both if other is not None}
        for s in new_site:
            if s not in taken:
                self._keep(None, s, dict(self.site[s]))
        moved = [f for f in of_file if f is not None]
        self._order(by_site=moved == sorted(moved))
        return self.result

    # -- one row -----------------------------------------------------------------------------------

    def _row(self, base: Values, f: int | None, s: int | None) -> None:
        """A row of which the file has the one, and the site the other."""
        if f is not None and s is not None:
            cells = {column: self._cell(base, f, s, column) for column in self.columns}
            self._keep(f, s, {column: value for column, value in cells.items() if value is not None})
        elif f is not None:
            if not base:
                self._keep(f, None, dict(self._filled[f]))  # new in the file
            elif self._differ(base, self._filled[f]) and self._choice("", base, f, s) == FILE:
                self._keep(f, None, dict(self._filled[f]))
        elif s is not None and self._differ(base, self.site[s]) and self._choice("", base, f, s) == SITE:
            self._keep(None, s, dict(self.site[s]))

    def _cell(self, base: Values, f: int, s: int, column: str) -> Any:
        was, filled, now = base.get(column), self._filled[f].get(column), self.site[s].get(column)
        if mark(filled) == mark(was) or mark(filled) == mark(now):
            return now
        if mark(now) == mark(was):
            return filled
        return filled if self._choice(column, base, f, s) == FILE else now

    def _choice(self, column: str, base: Values, f: int | None, s: int | None) -> str:
        """What is chosen of a clash; as long as nothing is, the site has it."""
        file, site = None if f is None else self._filled[f], None if s is None else self.site[s]
        known = self.unique or self.columns
        told = [
            self.sheet,
            column,
            [base.get(name) for name in known],
            *([row and (row.get(column) if column else dict(row)) for row in (file, site)]),
        ]
        plain = json.dumps(told, default=str, sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(plain.encode()).hexdigest()[:16]
        if (choice := self.chosen.get(key)) in CHOICES:
            return str(choice)
        number = None if f is None else self._numbers[f]
        self.result.clashes.append(
            Clash(column=column, base=base or None, file=file, site=site, number=number, key=key)
        )
        return SITE

    def _keep(self, f: int | None, s: int | None, values: dict[str, Any]) -> None:
        number = None if f is None else self._numbers[f]
        self.result.rows.append(MergedRow(values=values, number=number, _file=f, _site=s))

    def _differ(self, one: Values, other: Values) -> bool:
        return any(mark(one.get(column)) != mark(other.get(column)) for column in self.columns)

    # -- which row is which ------------------------------------------------------------------------

    def _pairs(
        self,
        left: Sequence[Values],
        right: Sequence[Values],
        alike: Callable[[int, int], bool] = lambda likeness, filled: likeness * 2 >= filled,
    ) -> list[int | None]:
        """For each row on the left its like on the right: by its content, by its key, else the most alike of those that
        are ``alike`` enough by the number of cells that say the same and of those that are filled."""
        pairs: list[int | None] = [None] * len(left)
        free = dict.fromkeys(range(len(right)))

        def match(known: Callable[[Values], Hashable]) -> None:
            index: dict[Hashable, deque[int]] = defaultdict(deque)
            for place in free:
                index[known(right[place])].append(place)
            for place, row in enumerate(left):
                if pairs[place] is None and (found := index.get(known(row))):
                    pairs[place] = other = found.popleft()
                    del free[other]

        match(lambda row: tuple(mark(row.get(column)) for column in self.columns))
        if self.unique:
            match(lambda row: tuple(mark(row.get(column)) for column in self.unique))
        waiting = [place for place, pair in enumerate(pairs) if pair is None]
        if len(waiting) * len(free) <= COMPARE_LIMIT:
            for likeness, _, place, other in sorted(
                (-self._likeness(left[place], right[other]), abs(place - other), place, other)
                for place in waiting
                for other in free
            ):
                if pairs[place] is None and other in free and alike(-likeness, len(left[place])):
                    pairs[place] = other
                    del free[other]
        return pairs

    def _likeness(self, one: Values, other: Values) -> int:
        """How many columns both fill alike."""
        return sum(
            mark(one[column]) == mark(other.get(column))
            for column in self.columns
            if one.get(column) is not None
        )

    # -- in which order ----------------------------------------------------------------------------

    def _order(self, *, by_site: bool) -> None:
        """In the order of the site, or of the file where that has moved rows; what only the other has stands behind the
        row that it stood behind there."""
        first, second = ("_site", "_file") if by_site else ("_file", "_site")
        behind: dict[int | None, list[MergedRow]] = defaultdict(list)
        last = None
        for row in sorted(
            (r for r in self.result.rows if getattr(r, second) is not None), key=lambda r: getattr(r, second)
        ):
            if getattr(row, first) is None:
                behind[last].append(row)
            else:
                last = getattr(row, first)
        led = sorted(
            (r for r in self.result.rows if getattr(r, first) is not None), key=lambda r: getattr(r, first)
        )
        self.result.rows = behind[None] + [one for row in led for one in (row, *behind[getattr(row, first)])]


def _never(likeness: int, filled: int) -> bool:
    """Rows that have a key and came on both sides are one if it is the same."""
    return False


def _nearly_the_same(likeness: int, filled: int) -> bool:
    """Rows without a key that came on both sides are one where a file is taken in a second time: at most one cell was
    changed since, and the site has filled in what was left empty. Two people's rows differ in more."""
    return likeness == filled or likeness >= max(filled - 1, 2)


def mark(value: Any) -> Hashable:
    """A value by which two cells are the same: an empty one is none, and lines end in one way."""
    match value:
        case None | "" | [] | ():
            return None
        case str():
            return "\n".join(line.rstrip() for line in value.strip().splitlines())
        case list() | tuple():
            return tuple(mark(one) for one in value)
        case dict():
            return tuple(sorted((name, mark(one)) for name, one in value.items() if mark(one) is not None))
    hashable: Hashable = value
    return hashable
