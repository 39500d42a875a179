"""Which IKU of several kecamatan can be put beside each other, and which cannot and why.

Two are one column where they have the same name (capitals, spaces and a full stop at the end say nothing), the same
unit, the same rumus, which is also the direction in which it is better, and of letters the same scale. The key of an
indikator says nothing: every kecamatan gives its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from django.utils.text import slugify

from reports.monitoring.figures import Figures, IndikatorFigures
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import in_percent
from sakip.snapshot.coverage import comparable

#: So many kecamatan make a column: of one alone nothing can be compared.
FEWEST: Final = 2
_CODE_LENGTH: Final = 60

#: Name, unit, rumus and scale as they are compared.
Key: TypeAlias = tuple[str, str, str, str]

ALONE: Final = "hanya di satu kecamatan"
OTHERWISE: Final = "satuan, rumus, atau skalanya lain daripada yang dibandingkan"
UNMEASURED: Final = "tidak diukur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Iku:
    """An IKU that can be compared: its code in addresses, and how it is measured, in words; ``count`` kecamatan have
    it."""

    code: str
    key: Key
    nama: str
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


def key_of(one: IndikatorFigures) -> Key:
    """How it is compared."""
    return key_as(one.nama, one.satuan, one.rumus, one.skala)


def key_as(nama: str, satuan: str, rumus: str, skala: str) -> Key:
    """How an indikator of that name, unit, rumus and (of letters) scale is compared."""
    return comparable(nama), "%" if in_percent(satuan) else comparable(satuan), rumus, skala


def sort_out(figures: Iterable[tuple[str, Figures]]) -> tuple[tuple[Iku, ...], tuple[Apart, ...]]:
    """The columns, those of most kecamatan first, and what is left apart; from the names of the
    kecamatan with their figures."""
    having: defaultdict[Key, list[str]] = defaultdict(list)
    first: dict[Key, IndikatorFigures] = {}
    for place, found in figures:
        own = {key_of(one): one for one in found.indikator if one.iku}
        for key, one in own.items():
            having[key].append(place)
            first.setdefault(key, one)
    shared = [key for key, places in having.items() if first[key].capaian and len(places) >= FEWEST]
    shared.sort(key=lambda key: (-len(having[key]), key))
    names = {key[0] for key in shared}
    return tuple(_columns(shared, having, first)), tuple(
        Apart(
            nama=one.nama,
            satuan=one.satuan,
            rumus=_say_rumus(one),
            kecamatan=tuple(sorted(having[key])),
            why=_why(one, named=key[0] in names),
        )
        for key, one in sorted(first.items())
        # What nobody measures is told in the column of its name, where there is one.
        if key not in shared and (one.capaian or key[0] not in names)
    )


def _columns(
    keys: Iterable[Key], having: Mapping[Key, list[str]], first: Mapping[Key, IndikatorFigures]
) -> Iterable[Iku]:
    taken: set[str] = set()
    for key in keys:
        one = first[key]
        stem = slugify(one.nama)[:_CODE_LENGTH] or "iku"
        code = next(
            code for n in range(1, len(taken) + 2) if (code := stem if n == 1 else f"{stem}-{n}") not in taken
        )
        taken.add(code)
        yield Iku(
            code=code,
            key=key,
            nama=one.nama,
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
