"""Columns shared so that rows are low: where a name takes eight lines beside figures with room to spare, the figures
give. Pure, of widths alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

#: So many percent at most go to a column at a time: more would make another table of it.
_MOST: Final = 15
#: So many percent more are tried where a row got lower: two names side by side lower it by leaps.
_AHEAD: Final = 4


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a cell: of each line that it begins itself the widths of its words, in micrometres.

    ``besides`` is what of the column's width is none of the words', ``blank`` the gap between two of them; ``rows`` and
    ``columns`` are what it spans. ``figure``: a value and its unit, which stay in the lines that they are in.
    """

    column: int
    columns: int
    rows: int
    lines: tuple[tuple[int, ...], ...]
    besides: int
    blank: int
    figure: bool = False

    def height(self, width: int) -> int:
        """In how many lines it stands in a column of that width, of each row that it spans its share."""
        room, count = width - self.besides, 0
        for words in self.lines:
            count, left = count + 1, room
            for word in words:
                if left < word and left < room:
                    count, left = count + 1, room
                left -= word + self.blank
        return -(-count // self.rows)


def lower_rows(
    rows: Sequence[Sequence[Words]], widths: tuple[int, ...], needed: Sequence[int], space: int
) -> tuple[int, ...]:
    """The widths, whole percents of ``space`` micrometres, in which the rows are lowest; none less than ``needed``.

    A column gets more as long as the others can give it without a row becoming higher by it, and as long as a row gets
    lower; else the widths stay as the section shares them.
    """
    tall = [row for row in rows if any(len(words) > 1 for one in row for words in one.lines)]
    sharing = _Sharing(tall, list(widths), needed, space)
    while sharing.tops and sharing.widen():
        pass
    return tuple(sharing.widths)


class _Sharing:
    def __init__(
        self, rows: Sequence[Sequence[Words]], widths: list[int], needed: Sequence[int], space: int
    ) -> None:
        self.widths, self._needed, self._space = widths, needed, space
        self._rows = rows
        self._known: dict[tuple[int, int, int], int] = {}
        self.tops = self._tops(widths)

    def widen(self) -> bool:
        """Give the columns that gain most by it what it takes to lower a row; whether there are any."""
        found = [one for row in self._decisive() if (one := self._gain(row))]
        if not found:
            return False
        _, self.widths, self.tops = max(found, key=lambda one: one[0])
        return True

    def _decisive(self) -> list[int]:
        """A row of each group of columns that make rows as high as they are: one column, or several equally high."""
        rows: dict[tuple[int, ...], int] = {}
        for r, (row, top) in enumerate(zip(self._rows, self.tops, strict=True)):
            highest = [row[c] for c in self._highest(r, self.widths)]
            if top > 1 and all(one.columns == 1 for one in highest):
                rows.setdefault(tuple(one.column for one in highest), r)
        return list(rows.values())

    def _highest(self, r: int, widths: list[int]) -> list[int]:
        """The cells of a row that are as high as the row is."""
        heights = [self._height(r, c, widths) for c in range(len(self._rows[r]))]
        top = max(heights, default=1)
        return [c for c, height in enumerate(heights) if height == top]

    def _gain(self, r: int) -> tuple[int, list[int], list[int]] | None:
        """By how many lines per percent the table is lower with the little that lowers the row most for its width, and
        how it is then. What is highest in the row gets it: of several equally high one after the other."""
        widths, best, left = list(self.widths), None, _MOST
        more = 0
        while left:
            receiver = self._rows[r][self._highest(r, widths)[0]].column
            giver = next((c for c in self._spare(widths, receiver) if self._gives(widths, c, receiver)), None)
            if giver is None:
                break
            widths[giver] -= 1
            widths[receiver] += 1
            more, left = more + 1, left - 1
            tops = self._tops(widths)
            gain = (sum(self.tops) - sum(tops)) * 100 // more
            if gain > (best[0] if best else 0):
                best, left = (gain, list(widths), tops), min(left, _AHEAD)
        return best

    def _spare(self, widths: list[int], receiver: int) -> list[int]:
        """Who may give, the one with most to spare first."""
        spare = {c: widths[c] - self._needed[c] for c in range(len(widths)) if c != receiver}
        return sorted((c for c, left in spare.items() if left > 0), key=lambda c: -spare[c])

    def _gives(self, widths: list[int], giver: int, receiver: int) -> bool:
        """Whether no row is higher for it than it was."""
        less = [w - (c == giver) + (c == receiver) for c, w in enumerate(widths)]
        return all(
            self._height(r, c, less) <= (self._height(r, c, widths) if one.figure else top)
            for r, (row, top) in enumerate(zip(self._rows, self.tops, strict=True))
            for c, one in enumerate(row)
            if one.column <= giver < one.column + one.columns
        )

    def _tops(self, widths: list[int]) -> list[int]:
        return [
            max((self._height(r, c, widths) for c in range(len(row))), default=1)
            for r, row in enumerate(self._rows)
        ]

    def _height(self, r: int, c: int, widths: list[int]) -> int:
        one = self._rows[r][c]
        width = widths[one.column] if one.columns == 1 else sum(widths[one.column : one.column + one.columns])
        key = (r, c, width)
        if key not in self._known:
            self._known[key] = one.height(width * self._space // 100)
        return self._known[key]
