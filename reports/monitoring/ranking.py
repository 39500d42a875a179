"""Who stands where in a kabupaten: by the mean that the LKIP prints, or by one comparable IKU.

Ranked is what is whole and still holds. A mean of a part alone says nothing of the others, so it has no rank, and it is
said why. Who has the same printed value shares a rank, and the next one is as many lower (1, 2, 2, 4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reports.monitoring.comparison import Comparison, Row
from reports.monitoring.figures import PARTLY, WITHOUT, Figure, standing_of

#: Of a kecamatan whose year was not worked out, or changed since.
NOT_COUNTED: Final = "Belum dihitung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A kecamatan with its rank; None, with the reason, where it has none."""

    row: Row
    figure: Figure | None
    rank: int | None = None
    shared: bool = False
    why: str = ""

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read of it but why there is nothing."""
        return all(one is None or one.nilai is None for one in (self.figure, self.row.serapan))


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """Kecamatan of which there is nothing to read, for one reason."""

    why: str
    places: tuple[Place, ...]


def without_figures(places: Iterable[Place]) -> tuple[Without, ...]:
    """Those that are blank, by reason, in the order in which they stand."""
    found: dict[str, list[Place]] = {}
    for one in places:
        if one.blank:
            found.setdefault(one.why, []).append(one)
    return tuple(Without(why=why, places=tuple(some)) for why, some in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The places that the reader sees, ranked ones first, and how many kecamatan are ranked of how many."""

    places: tuple[Place, ...]
    ranked: int
    total: int

    @property
    def unranked(self) -> int:
        """How many have no rank."""
        return self.total - self.ranked


def rank(found: Comparison, code: str = "") -> Ranking:
    """Rank every kecamatan by a column, or, without a code, by its mean; the reader's own are kept."""
    values = {
        row.kecamatan.pk: figure.nilai
        for row in found.every
        if row.counts and (figure := row.figure(code)) and figure.whole and figure.nilai is not None
    }
    alike = Counter(values.values())
    places = [
        Place(
            row=row,
            figure=row.figure(code),
            rank=1 + sum(other > value for other in values.values()),
            shared=alike[value] > 1,
        )
        if (value := values.get(row.kecamatan.pk)) is not None
        else Place(row=row, figure=row.figure(code), why=_why(row, code))
        for row in found.rows
    ]
    # A stable sort: those of one rank, and those without, stay in the order of their names.
    places.sort(key=lambda one: (one.rank is None, one.rank or 0))
    return Ranking(places=tuple(places), ranked=len(values), total=found.total)


def _why(row: Row, code: str) -> str:
    if row.figures is None:
        return row.broken or row.without
    if not row.current:
        return "berubah sejak dihitung; sedang dihitung lagi"
    figure = row.figure(code)
    if figure is None:
        cell = row.of(code)
        return cell.without if cell else ""
    if figure.nilai is not None:
        return f"baru {figure.dari[0]} dari {figure.dari[1]} indikator memiliki capaian"
    return figure.alasan or figure.said


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A predikat, or a state without one, and how many have it."""

    label: str
    count: int


def spread_of_kecamatan(found: Comparison) -> tuple[Share, ...]:
    """How many kecamatan have each predikat by their mean, the highest first; then those that have none, and why."""
    counts = dict.fromkeys(found.skala, 0)
    others = {PARTLY: 0, WITHOUT: 0, NOT_COUNTED: 0}
    for row in found.every:
        predikat = standing_of(row.figures).predikat if row.figures and row.current else NOT_COUNTED
        (others if predikat in others else counts)[predikat] += 1
    shown = counts | {label: count for label, count in others.items() if count}
    return tuple(Share(label=label, count=count) for label, count in shown.items())


def spread_of_indikator(found: Comparison) -> tuple[Share, ...]:
    """The same of all indikator of the PK of all kecamatan that count."""
    counts = dict.fromkeys(found.skala, 0)
    for row in found.every:
        if row.figures and row.current:
            for label, count in row.figures.hitungan:
                counts[label] = counts.get(label, 0) + count
    return tuple(Share(label=label, count=count) for label, count in counts.items())
