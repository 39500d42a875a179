"""Of what a number may be told: which roles it can have of an indikator, a sasaran or a row of the budget, and
whether it measures or only counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sakip.capaian.results import IndikatorResult, SasaranResult, SerapanLine
from sakip.checks.text.partial_names import Measured
from sakip.checks.text.recorded import LINGKUP_OF, PLANS, Role
from sakip.checks.text.roles import DIFFERENCES, FOLLOWING, PASSIVE
from sakip.checks.text.scopes import Scope
from sakip.checks.text.subjects import BELANJA
from sakip.text.reading.figures import Figure, FigureKind

OF_THE_YEAR: Final = (Role.PAGU, Role.SPENT, Role.SERAPAN, Role.LEFT, Role.MONEY)
SPENT: Final = (Role.SPENT, Role.SERAPAN)
#: Said of an amount or a value they are what is told: "proporsi anggaran", "selisih realisasi".
OVER: Final = (Role.SHARE, Role.LEFT, Role.PROGRESS, Role.DIFFERENCE)
HAD: Final = (Role.PAGU, Role.MONEY)
#: What a word means over an amount of money.
OF_AMOUNTS: Final = {
    Role.REALISASI: Role.SPENT,
    Role.REACHED: Role.SPENT,
    Role.SERAPAN: Role.SPENT,
    Role.TARGET: Role.PAGU,
}
_AREAS: Final = {
    Scope.KABUPATEN: Role.KABUPATEN,
    Scope.PROVINSI: Role.PROVINSI,
    Scope.NASIONAL: Role.NASIONAL,
}
#: Told between the year's value and another, whatever that is of.
_ANYWHERE: Final = (Role.DIFFERENCE, Role.GAP, Role.PROGRESS)
#: So far behind a difference stands the target from which it is.
TARGET_BEHIND: Final = 24
_PLANS: Final = {Scope.PLAN: Role.PLANNED, Scope.RKT: Role.RKT}
_OF_INDIKATOR: Final = frozenset(
    (Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.REACHED, Role.VALUE, Role.PROGRESS)
) | {Role.DIFFERENCE, Role.GAP, Role.CHANGE, *PLANS, *LINGKUP_OF}
_OF_SASARAN: Final = frozenset(
    (Role.MEAN, Role.CAPAIAN, Role.PAGU, Role.SPENT, Role.SERAPAN, Role.LEFT, Role.SHARE, Role.MONEY)
)
_OF_ROW: Final = frozenset(
    (Role.PAGU, Role.SPENT, Role.SERAPAN, Role.REALISASI, Role.MONEY, Role.LEFT, Role.SHARE)
)


def in_scope(role: Role, scope: Scope) -> Role | None:
    """What a number is said to be, where it is said of a plan or of another area; None where nothing is recorded."""
    if scope is Scope.OWN or role in _ANYWHERE:
        return role
    if scope in _PLANS:
        return _PLANS[scope] if role in (Role.TARGET, Role.VALUE) else None
    area = _AREAS.get(scope)
    return area if role in (Role.REALISASI, Role.REACHED, Role.VALUE) else None


def fitting_of(role: Role, families: Sequence[tuple[Measured, ...]]) -> tuple[tuple[Measured, ...], bool]:
    """What all of them mean and such a number can be of."""
    common = [s for s in families[0] if all(any(s is t for t in family) for family in families)]
    fitting = tuple(s for s in common if _fits(role, s))
    if len(families) > 1 and not common:
        return (), False
    return fitting, bool(fitting)


def _fits(role: Role, subject: Measured) -> bool:
    match subject:
        case IndikatorResult():
            return role in _OF_INDIKATOR
        case SasaranResult():
            return role in _OF_SASARAN
        case SerapanLine():
            return role in _OF_ROW and (role is not Role.CAPAIAN or subject.tingkat != BELANJA)


def may_measure(figure: Figure) -> bool:
    """Whether the figure counts nothing that its own word names."""
    counts = figure.kind is FigureKind.NUMBER and bool(figure.unit)
    if counts and figure.unit == "tahun" and (figure.value or 0) <= _LONGEST_SPAN and not figure.decimals:
        return False  # "selama dua tahun terakhir"
    return not counts or _only_follows(figure) or figure.unit in _OWN_UNITS


#: Rows of the budget, where they are counted.
LAST_WORDS: Final = 4
ROWS: Final = frozenset({"program", "kegiatan", "sub"})
#: A plan is of no more years.
_LONGEST_SPAN: Final = 30
_OWN_UNITS: Final = frozenset({"indeks", "nilai", "dokumen", "skor", "persen"})


def measures(figure: Figure, subject: Measured | None) -> bool:
    """Whether the figure can be a value of that: not a number of other things."""
    if figure.kind is not FigureKind.NUMBER or not figure.unit:
        return True
    own = subject.satuan.casefold().split() if isinstance(subject, IndikatorResult) else []
    return _only_follows(figure) or figure.unit in own


def _only_follows(figure: Figure) -> bool:
    """Whether the word behind the number is nothing that it counts."""
    return (
        figure.unit in FOLLOWING or figure.unit in DIFFERENCES or PASSIVE.fullmatch(figure.unit) is not None
    )
