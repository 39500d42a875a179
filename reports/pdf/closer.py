"""The last pages of a chapter once more with closer lines, where they may do with a page less.

What they can spare is known before: words and rows of tables spare, pictures and formulas do not. So nothing is laid
out that cannot help, and no more of it than until a page begins as before with too little to spare after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reports.pdf.part import Part
from reports.pdf.run import Place

#: A last page of which less is used shall not be, where closer lines do without it.
LITTLE: Final = 0.45

#: Pages that are laid out again for it at most: one page less is not worth the time of half a chapter after each edit.
AGAIN: Final = 4

#: How much more than is lacking they shall spare, where they can.
_MORE: Final = 1.5

#: By how much what is closer may be lower, at most.
_LOWER: Final = 1.2

#: How much more lines and rows spare with what stands between them.
_BETWEEN: Final = 1.08


@dataclass(frozen=True, slots=True)
class Trial:
    """Pages to be laid out anew, behind the parts that are ``kept``: from the block ``start`` on, in less pages than
    ``now``. ``settled`` are how many pages have come before the places from which on too little can be spared."""

    kept: tuple[Part, ...]
    start: int
    now: int
    settled: Mapping[Place, int]

    def in_vain(self, place: Place, pages: int) -> bool:
        """Whether nothing will be spared, where a page begins there after so many; the end is a place, too."""
        return pages >= self.settled.get(place, self.now)


def trials(parts: Sequence[Part], gain: float) -> Iterator[Trial]:
    """As few pages as can spare more than enough where lines and rows spare ``gain`` of their height, as what a page
    spares is lost where the next one begins with what is high; just enough where no more can be had. None where the
    last page is well used, or more would have to be laid out again than it is worth."""
    pages = [page for part in parts for page in part.pages]
    if len(pages) < 2 or pages[-1].used > LITTLE:
        return
    lacking = pages[-1].used - (1 - pages[-2].used)
    for wanted in (_MORE * lacking, lacking):
        first = next((at for at in reversed(range(len(parts))) if _may_help(parts, at, wanted, gain)), None)
        if first is not None:
            settled = [at for at in range(first + 1, len(parts)) if _spared(parts[at:], gain) < lacking]
            yield _trial(parts, first, settled)
            return


def _may_help(parts: Sequence[Part], first: int, wanted: float, gain: float) -> bool:
    """Whether it may, to lay out the pages of a part and all after it: they spare enough, and so do those alone that
    begin as before."""
    return (
        1 < page_count(parts[first:]) <= AGAIN
        and not (first and parts[first - 1].goes_on)
        and _spared(parts[first:], gain) >= wanted
        and not any(
            _spared(parts[at:], gain) < wanted and _stays(parts[at], parts[first:at], gain)
            for at in range(first + 1, len(parts))
        )
    )


def _stays(part: Part, before: Sequence[Part], gain: float) -> bool:
    """Whether a part begins its page also where those before it are closer: what stands first has no room there, with
    all that they leave free. It may be closer itself, and words may spare more than they mostly do."""
    free = sum(1 - page.used for one in before for page in one.pages)
    return part.pages[0].begins / _LOWER > free + _MORE * _spared(before, gain)


def _trial(parts: Sequence[Part], first: int, settled: Iterable[int]) -> Trial:
    start = sum(part.blocks for part in parts[:first])
    places = {
        (start + sum(part.blocks for part in parts[first:at]), parts[at - 1].goes_on): page_count(
            parts[first:at]
        )
        for at in settled
    }
    return Trial(tuple(parts[:first]), start, page_count(parts[first:]), places)


def page_count(parts: Iterable[Part]) -> int:
    return sum(len(part.pages) for part in parts)


def _spared(parts: Iterable[Part], gain: float) -> float:
    return _BETWEEN * gain * sum(page.words for part in parts for page in part.pages)
