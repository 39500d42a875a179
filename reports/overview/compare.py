"""What may be put side by side: kecamatan by their whole means, an indikator that several measure alike. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reports.overview.facts import Measured, Overview, OverviewRow
from reports.peers.alike import Alike
from sakip.capaian.aggregates import rerata_capaian
from sakip.capaian.anggaran import compute_serapan
from sakip.capaian.arithmetic import weighted_mean
from sakip.capaian.inputs import Kebijakan
from sakip.capaian.results import Capaian, Rerata, Serapan
from sakip.capaian.rounding import Angka, round_half_up

_ONE = Decimal(1)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A kecamatan with its place by the mean; those alike share one (1, 2, 2, 4). ``place`` is None of a mean of a
    part: it cannot be put beside a whole one."""

    place: int | None
    row: OverviewRow
    rerata: Rerata


def ranking(overview: Overview) -> tuple[Ranked, ...]:
    """Those with a mean: the whole ones from the highest to the lowest, then the others by name."""
    known = [(row, row.rerata) for row in overview.rows]
    means = [(row, rerata, rerata.nilai) for row, rerata in known if rerata and rerata.nilai is not None]
    whole = sorted((one for one in means if one[1].complete), key=lambda one: (-one[2], one[0].name))
    return (
        *(
            Ranked(place=1 + sum(other > nilai for _, _, other in whole), row=row, rerata=rerata)
            for row, rerata, nilai in whole
        ),
        *(
            Ranked(place=None, row=row, rerata=rerata)
            for row, rerata, _ in sorted(means, key=lambda one: one[0].name)
            if not rerata.complete
        ),
    )


def ends(ranked: Sequence[Ranked], most: int) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """The first and the last of those that have a place, the last first, so many at most. Those that share a place are
    at one end alone, whatever their number: of what is neither in the upper nor in the lower half of the places nothing
    is told, and those that are alike in all are at no end."""
    placed = [one for one in ranked if one.place is not None]
    places = sorted({one.place for one in placed if one.place is not None})
    half = len(places) // 2
    first = [one for one in placed if one.place in places[:half]]
    last = [one for one in placed if half and one.place in places[-half:]]
    return tuple(first[:most]), tuple(reversed(last[-most:]))


def beside(ranked: Sequence[Ranked], told: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Those that share the place of the last that is told of, and are not told of."""
    return tuple(one for one in ranked if told and one.place == told[-1].place and one not in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """The mean of what is known of the kecamatan, rounded once, exact in ``mentah``, and of how many it is."""

    nilai: Decimal
    counted: int
    of: int


def mean_of_means(overview: Overview, *, whole: bool = False) -> Mean | None:
    """The mean of the means of the kecamatan, of each that has one (``whole``: of all its indikator); None where none
    has."""
    pairs: list[tuple[Angka, Decimal]] = [
        (row.rerata.mentah, _ONE)
        for row in overview.rows
        if row.rerata and row.rerata.mentah is not None and (row.rerata.complete or not whole)
    ]
    kebijakan = overview.kebijakan
    if not pairs or kebijakan is None:
        return None
    nilai = round_half_up(weighted_mean(pairs), kebijakan.desimal)
    return Mean(nilai=nilai, counted=len(pairs), of=len(overview.rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An indikator that several kecamatan measure in the same way, with what each of them came to, and the mean of what
    is known."""

    nama: str
    satuan: str
    each: tuple[tuple[OverviewRow, Measured], ...]
    rerata: Rerata

    @property
    def known(self) -> tuple[tuple[OverviewRow, Measured, Decimal], ...]:
        """Those with a capaian, from the highest to the lowest."""
        found = [(row, one, one.capaian.nilai) for row, one in self.each if one.capaian.nilai is not None]
        return tuple(sorted(found, key=lambda one: (-one[2], one[0].name)))

    def of(self, row: OverviewRow) -> Capaian | None:
        """What that kecamatan came to; None where it does not measure it."""
        return next((one.capaian for other, one in self.each if other.kode == row.kode), None)


def shared_indikator(overview: Overview) -> tuple[Shared, ...]:
    """Those that more than one kecamatan measures alike, in the order in which they come first."""
    kebijakan = overview.kebijakan
    if kebijakan is None:
        return ()
    alike = Alike((one.nama, one.key) for _, one in overview.measurements())
    groups: dict[tuple[str, ...], list[tuple[OverviewRow, Measured]]] = {}
    for row, one in overview.measurements():
        found = groups.setdefault(alike.key(one.key), [])
        if not found or found[-1][0].kode != row.kode:
            found.append((row, one))
    return tuple(_shared(found, kebijakan) for found in groups.values() if len(found) > 1)


def _shared(found: Sequence[tuple[OverviewRow, Measured]], kebijakan: Kebijakan) -> Shared:
    first = found[0][1]
    return Shared(
        nama=first.nama,
        satuan=first.satuan,
        each=tuple(found),
        rerata=rerata_capaian([one.capaian for _, one in found], kebijakan),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Serapan of the kecamatan whose pagu and realisasi are both known, how many these are, and of how many."""

    serapan: Serapan
    counted: int
    of: int


def total_serapan(overview: Overview) -> Total | None:
    """What the kecamatan spent together; None where nothing is known of any."""
    known = [
        (one.pagu, one.realisasi)
        for row in overview.rows
        if row.facts and (one := row.facts.serapan) and one.pagu is not None and one.realisasi is not None
    ]
    if not known:
        return None
    pagu = sum((one for one, _ in known), _ZERO)
    realisasi = sum((one for _, one in known), _ZERO)
    decimals = overview.kebijakan.desimal if overview.kebijakan else 2
    return Total(
        serapan=compute_serapan(pagu, realisasi, decimals), counted=len(known), of=len(overview.rows)
    )
