"""Which IKU of several kecamatan can be put beside each other, and which cannot and why.

Two are one column where they are what the same template of the kabupaten says, whatever a kecamatan calls it, else
where they have the same name (capitals, spaces and a full stop at the end say nothing); and in either case the same
unit, the same rumus, which is also the direction in which it is better, and of letters the same scale: who measures
otherwise than the template says measures something else. The key of an indikator says nothing: every kecamatan gives
its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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

#: Template or name, unit, rumus and scale as they are compared.
Key: TypeAlias = tuple[str, str, str, str]

#: Before the number of a template, where it stands for the name: no name that is compared has a capital.
_TEMPLATE: Final = "Templat "

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


def key_of(one: IndikatorFigures) -> Key:
    """How it is compared, of itself."""
    return key_as(one.nama, one.satuan, one.rumus, one.skala, one.templat)


def key_as(nama: str, satuan: str, rumus: str, skala: str, templat: int | None = None) -> Key:
    """How an indikator of that template or name, unit, rumus and (of letters) scale is compared, of itself."""
    named = comparable(nama) if templat is None else f"{_TEMPLATE}{templat}"
    return named, "%" if in_percent(satuan) else comparable(satuan), rumus, skala


def called(nama: str, key: Key) -> set[str]:
    """By what an indikator with that key is known: its template or name, and its name in any case."""
    return {key[0], comparable(nama)}


class Alike:
    """Which indikator of all these, by their names and keys, are one: besides those of one key, who has no template and
    the very words that a template has elsewhere. Words of two templates are neither's."""

    def __init__(self, known: Iterable[tuple[str, Key]]) -> None:
        self._templates: defaultdict[Key, set[Key]] = defaultdict(set)
        for nama, key in known:
            if key[0].startswith(_TEMPLATE):
                self._templates[comparable(nama), *key[1:]].add(key)

    def key(self, own: Key) -> Key:
        """How it is compared among them."""
        found = self._templates.get(own, ())
        return next(iter(found)) if len(found) == 1 else own

    def keys(self, own: Iterable[IndikatorFigures]) -> dict[Key, IndikatorFigures]:
        """Those of one kecamatan by how they are compared; the one of a template itself before one of its words."""
        result: dict[Key, IndikatorFigures] = {}
        for one in sorted(own, key=lambda one: one.templat is None):
            key = self.key(key_of(one))
            result[key_of(one) if one.templat is None and key in result else key] = one
        return result


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
