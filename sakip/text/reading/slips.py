"""Digits that were typed in the wrong order, wrong or left out: 3.472.455.027 for 3.427.455.027. Pure."""

from __future__ import annotations

from decimal import Decimal

#: So many of the digits two numbers may differ in that were swapped.
_SWAPPED = 2


def swapped(written: str, meant: str) -> bool:
    """Whether two digits of the one stand in each other's place in the other."""
    apart = [at for at in range(len(meant)) if written[at] != meant[at]] if len(written) == len(meant) else []
    return len(apart) == _SWAPPED and all(written[a] == meant[b] for a, b in (apart, reversed(apart)))


def mistyped(written: str, meant: str) -> bool:
    """Whether two digits changed places, one is another, or one is left out or doubled."""
    if len(written) == len(meant):
        return swapped(written, meant) or sum(a != b for a, b in zip(written, meant, strict=True)) == 1
    longer, shorter = sorted((written, meant), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def significant(value: Decimal) -> int:
    """How many digits a whole number has before the zeros that end it."""
    return len(str(int(value)).rstrip("0"))
