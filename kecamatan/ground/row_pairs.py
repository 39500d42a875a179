"""Which of the rows that are there is meant by each row that is wanted, when no key tells; and in which order."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Sequence
from typing import Final

#: Above this many comparisons rows are paired by their place alone.
COMPARE_LIMIT: Final = 40_000


def pair_up(
    sought: Sequence[tuple[Hashable, ...]], present: Sequence[tuple[Hashable, ...]]
) -> list[int | None]:
    """For each wanted row the number of the one that is there, None for a new one; no number comes twice.

    First come rows that say the same, then those most alike, then what is left in order. All have the same columns.
    """
    by_content: dict[tuple[Hashable, ...], deque[int]] = defaultdict(deque)
    for nomor, content in enumerate(present):
        by_content[content].append(nomor)
    pairs: list[int | None] = [None] * len(sought)
    free = set(range(len(present)))
    wait = []
    for nomor, content in enumerate(sought):
        if by_content.get(content):
            pairs[nomor] = old = by_content[content].popleft()
            free.discard(old)
        else:
            wait.append(nomor)
    for nomor, old in _by_likeness(sought, present, wait, free):
        if pairs[nomor] is None and old in free:
            pairs[nomor] = old
            free.discard(old)
    return pairs


def _by_likeness(
    sought: Sequence[tuple[Hashable, ...]],
    present: Sequence[tuple[Hashable, ...]],
    wait: Sequence[int],
    free: set[int],
) -> list[tuple[int, int]]:
    """Pairs to try, the most alike first, of equal ones the nearest."""
    if len(wait) * len(free) > COMPARE_LIMIT:
        return list(zip(wait, sorted(free), strict=False))
    order = sorted(
        (-sum(a == b for a, b in zip(sought[n], present[s], strict=True)), abs(n - s), n, s)
        for n in wait
        for s in free
    )
    return [(n, s) for _, _, n, s in order]


def ordering(stored: Sequence[tuple[int, int] | None]) -> list[int]:
    """Numbers for rows in a wanted order, as few of them new as possible.

    Each row has its place among the stored rows and its number there, or None where it is new. Numbers have gaps
    where rows were deleted; a list that nobody reordered keeps them.
    """
    results: list[int] = []
    last_place, previous_number, unchanged = -1, 0, True
    for one in stored:
        if one is not None and one[0] > last_place and (unchanged or one[1] > previous_number):
            last_place, previous_number = one
            unchanged = True
        else:
            previous_number, unchanged = previous_number + 1, False
        results.append(previous_number)
    return results
