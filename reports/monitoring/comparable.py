"""Which IKU of several kecamatan can be put beside each other, and which cannot and why.

Two are one column where :mod:`reports.peers.alike` says that they are one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.text import slugify

from reports.monitoring.figures import Figures, IndikatorFigures
from reports.peers.alike import Alike, Key, called, key_of
from sakip.capaian.rumus import rumus_definition
from sakip.snapshot.coverage import comparable

#: So many kecamatan make a column: of one alone nothing can be compared.
FEWEST: Final = 2
_CODE_LENGTH: Final = 60

ALONE: Final = "hanya di satu kecamatan"
OTHERWISE: Final = "satuan, rumus, atau skalanya lain daripada yang dibandingkan"
UNMEASURED: Final = "tidak diukur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Iku:
    """An IKU that can be compared: its code in addresses, and how it is measured, in words; ``count`` kecamatan have
    it. ``others`` is what some of them call it, where that is not ``nama``; ``called`` all of that as it is
    compared."""

    code: str
    key: Key
    nama: str
    others: tuple[str, ...]
    called: frozenset[str]
    satuan: str
    rumus: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """An IKU that is not compared, whose it is, and why."""

    nama: str
    satuan: str
    rumus: str
    kecamatan: tuple[str, ...]
    why: str


def alike_of(figures: Iterable[Figures]) -> Alike:
    """Which of all their IKU are one."""
    return Alike((one.nama, key_of(one)) for found in figures for one in found.indikator if one.iku)


def sort_out(
    figures: Iterable[tuple[str, Figures]], alike: Alike
) -> tuple[tuple[Iku, ...], tuple[Apart, ...]]:
    """The columns, those of most kecamatan first, and what is left apart; from the names of the kecamatan with their
    figures, of which ``alike`` says what is one."""
    having: defaultdict[Key, list[str]] = defaultdict(list)
    each: defaultdict[Key, list[IndikatorFigures]] = defaultdict(list)
    for place, found in figures:
        for key, one in alike.keys(one for one in found.indikator if one.iku).items():
            having[key].append(place)
            each[key].append(one)
    shared = [key for key, places in having.items() if each[key][0].capaian and len(places) >= FEWEST]
    shared.sort(key=lambda key: (-len(having[key]), comparable(each[key][0].nama), key))
    names = {name for key in shared for one in each[key] for name in called(one.nama, key)}
    return tuple(_columns(shared, having, each)), tuple(
        Apart(
            nama=one.nama,
            satuan=one.satuan,
            rumus=_say_rumus(one),
            kecamatan=tuple(sorted(having[key])),
            why=_why(one, named=not names.isdisjoint(called(one.nama, key))),
        )
        for key, one in sorted(
            ((key, ones[0]) for key, ones in each.items()),
            key=lambda pair: (comparable(pair[1].nama), pair[0]),
        )
        # What nobody measures is told in the column of its name, where there is one.
        if key not in shared and (one.capaian or names.isdisjoint(called(one.nama, key)))
    )


def _columns(
    keys: Iterable[Key], having: Mapping[Key, list[str]], each: Mapping[Key, Sequence[IndikatorFigures]]
) -> Iterable[Iku]:
    taken: set[str] = set()
    for key in keys:
        names = Counter(comparable(one.nama) for one in each[key])
        usual = names.most_common(1)[0][0]
        one = next(one for one in each[key] if comparable(one.nama) == usual)
        others = {comparable(other.nama): other.nama for other in reversed(each[key])}
        stem = slugify(one.nama)[:_CODE_LENGTH] or "iku"
        code = next(
            code for n in range(1, len(taken) + 2) if (code := stem if n == 1 else f"{stem}-{n}") not in taken
        )
        taken.add(code)
        yield Iku(
            code=code,
            key=key,
            nama=one.nama,
            others=tuple(others[name] for name in sorted(others) if name != usual),
            called=frozenset({key[0], *names}),
            satuan=one.satuan,
            rumus=_say_rumus(one),
            count=len(having[key]),
        )


def _say_rumus(one: IndikatorFigures) -> str:
    return rumus_definition(one.rumus).label.lower() if one.rumus else ""


def _why(one: IndikatorFigures, *, named: bool) -> str:
    """``named``: one of its name is compared."""
    if one.capaian is None:
        return "tidak diukur dalam PK maupun Renstra"
    return OTHERWISE if named else ALONE
