"""Values that a sentence gives out in turn: "Target dan realisasi IKM berturut-turut 85 dan 80", "pada tahun 2022 dan
2023 masing-masing 80 dan 85", "tahun 2019 maupun tahun 2020 sama-sama 66"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from sakip.checks.text.recorded import Role
from sakip.text.reading.figures import Figure, FigureKind, figures

#: One of these stands in each such sentence.
IN_TURN: Final = ("berturut", "masing-masing", "sama-sama")
_IN_TURN: Final = re.compile(r"\b(?:berturut[- ]turut|masing-masing|(?P<same>sama-sama))\b", re.IGNORECASE)
_ROLES: Final = re.compile(
    r"\b(?:(?P<target>target)|(?P<realisasi>realisasi)|(?P<capaian>(?:pen)?capaian))(?:nya)?\b", re.IGNORECASE
)
_ROLE_OF: Final = {"target": Role.TARGET, "realisasi": Role.REALISASI, "capaian": Role.CAPAIAN}
#: Between the numbers of such a list, and between what leads to it and its first.
_BETWEEN: Final = re.compile(r"[\s,]*(?:(?:dan|serta|lalu|kemudian)\s+)?(?:sebesar\s+)?", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"(?:[\s,:(]|\b(?:adalah|ialah|yaitu|yakni|sebesar|mencapai|tercatat|bernilai|berada|pada|angka|nilai|senilai|hanya)\b)*",
    re.IGNORECASE,
)


def values_in_turn(text: str) -> tuple[Figure, ...]:
    """The numbers that stand in one list right behind the word that says so; empty where none do."""
    word = _IN_TURN.search(text)
    found = [f for f in figures(text) if word and f.start >= word.end()]
    if word is None or not found or not _LEADS.fullmatch(text, word.end(), found[0].start):
        return ()
    listed = [found[0]]
    for figure in found[1:]:
        if figure.kind is not found[0].kind or not _BETWEEN.fullmatch(text, listed[-1].end, figure.start):
            break
        listed.append(figure)
    return () if found[0].kind in (FigureKind.YEAR, FigureKind.RUPIAH) else tuple(listed)


def told_in_turn(text: str, listed: Sequence[Figure], current: int) -> Iterator[tuple[Role, int, Figure]]:
    """What each of them is said to be, and in which year: they are those of as many years, or of as many roles."""
    word = _IN_TURN.search(text)
    if word is None or not listed:
        return
    before = [f for f in figures(text) if f.start < word.start()]
    if any(f.kind is not FigureKind.YEAR for f in before):
        return
    years = [int(f.value or 0) for f in before]
    roles = [_ROLE_OF[m.lastgroup or ""] for m in _ROLES.finditer(text, 0, word.start())]
    if word["same"] and len(listed) == 1 and len(years) > 1 and len(roles) <= 1:
        yield from ((_of(roles), tahun, listed[0]) for tahun in years)
    elif len(listed) < 2:
        return
    elif len(years) == len(listed) and len(roles) <= 1:
        yield from ((_of(roles), tahun, one) for tahun, one in zip(years, listed, strict=True))
    elif len(roles) == len(listed) and len(years) <= 1:
        tahun = years[0] if years else current
        yield from ((role, tahun, one) for role, one in zip(roles, listed, strict=True))


def _of(roles: Sequence[Role]) -> Role:
    return roles[0] if roles else Role.REACHED
