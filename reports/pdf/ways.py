"""How the parts of a run are to be had: drawn, measured until it is known whether they are printed, or tried."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Final

from reports.pdf.part import Part
from reports.pdf.run import InVain, never

#: Before the key of a part that is measured and not drawn.
MEASURED: Final = "ukuran-"

#: By the parts before, those that are new and those after them, from which of the new ones on they need not be drawn.
Wait = Callable[[Sequence[Part], Sequence[Part], Sequence[Part] | None], int]


def _none_waits(_before: Sequence[Part], new: Sequence[Part], _after: Sequence[Part] | None) -> int:
    return len(new)


@dataclass(frozen=True, slots=True)
class Way:
    """How a run is made: until it is in vain; which of its parts may wait; and whether all have to be ``drawn``."""

    in_vain: InVain = never
    wait: Wait = _none_waits
    drawn: bool = False


class Either(Container[str]):
    """The keys of what is drawn, or measured."""

    def __init__(self, there: Container[str]) -> None:
        self._there = there

    def __contains__(self, key: object) -> bool:
        return key in self._there or f"{MEASURED}{key}" in self._there
