"""Rows that hang on one another (``induk``), in the order in which they can be written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar

from kecamatan.ground.row_pairs import ordering


class Branching(Protocol):
    """A row of a tree."""

    pk: Any
    induk_id: int | None


B = TypeVar("B", bound=Branching)


def parents_first(rows: Iterable[B]) -> list[B]:
    """Rows of a tree in their order, but each after the one above it."""
    waiting, seen, result = list(rows), set(), []
    while waiting:
        one = next((r for r in waiting if r.induk_id is None or r.induk_id in seen), waiting[0])
        waiting.remove(one)
        seen.add(one.pk)
        result.append(one)
    return result


def tree_numbers(keys: list[str], stored: Mapping[str, Any]) -> list[int]:
    """Numbers for rows in a wanted order; stored rows, in theirs, keep them as long as nobody reordered."""
    places = {key: (number, row.urut) for number, (key, row) in enumerate(stored.items())}
    return ordering([places.get(key) for key in keys])
