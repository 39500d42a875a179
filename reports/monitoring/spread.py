"""How many kecamatan of many kabupaten have each predikat by the mean that their LKIP prints, as it was kept.

Kabupaten may have scales of their own. What is called alike is counted together, in the order in which its scales have
it; of very many names the last are counted together as others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reports.charts import SharedRow, share_bars
from reports.document.tree import Figure as Drawing
from reports.monitoring.drawings import spread_drawing
from reports.monitoring.figures import PARTLY, WITHOUT
from reports.monitoring.overview import Line, Overview, Tally
from reports.monitoring.ranking import NOT_COUNTED, Share

#: So many predikat have a column of their own.
MOST: Final = 10
OTHER: Final = "Predikat lain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The ``scale``: the predikat that occur, the highest first; and what is said in the place of one (``without``)."""

    scale: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The columns."""
        return (*self.scale, *self.without)

    def counts(self, tally: Tally) -> tuple[int, ...]:
        """How many kecamatan are in each column; together as many as there are."""
        named: Counter[str] = Counter()
        for standing, count in tally.predikat.items():
            named[standing.predikat] += count
        named[NOT_COUNTED] = tally.kecamatan - named.total()
        if OTHER in self.scale:
            named[OTHER] = named.total() - sum(named[one] for one in self.labels if one != OTHER)
        return tuple(named[one] for one in self.labels)


def spread_of(total: Tally) -> Spread:
    """The columns of everything that is counted; what nobody has is none."""
    numbers: dict[str, int] = {}
    for standing in total.predikat:
        if standing.nomor is not None:
            numbers[standing.predikat] = min(standing.nomor, numbers.get(standing.predikat, standing.nomor))
    scale = sorted(numbers, key=lambda one: (numbers[one], one))
    if len(scale) > MOST:
        scale[MOST - 1 :] = [OTHER]
    found = {one.predikat for one in total.predikat}
    without: list[str] = [one for one in (PARTLY, WITHOUT) if one in found]
    if total.predikat.total() < total.kecamatan:
        without.append(NOT_COUNTED)
    return Spread(scale=tuple(scale), without=tuple(without))


def spread_drawings(found: Overview, spread: Spread, lines: Sequence[Line]) -> tuple[Drawing, ...]:
    """How many there are in all, and beside each other these lines."""
    shares = [
        Share(label=label, count=count)
        for label, count in zip(spread.labels, spread.counts(found.total), strict=True)
    ]
    title = f"Kecamatan menurut predikat rata-rata capaiannya tahun {found.tahun}"
    whole = spread_drawing("sebaran-predikat", title, shares, spread.scale)
    return tuple(one for one in (whole, _of_lines(found, spread, lines)) if one is not None)


def _of_lines(found: Overview, spread: Spread, lines: Sequence[Line]) -> Drawing | None:
    known = len(spread.scale)
    rows = [
        SharedRow(line.nama, counts[:known], sum(counts[known:]))
        for line in lines
        if any(counts := spread.counts(line.tally))
    ]
    if len(rows) < 2:
        return None
    return Drawing(
        key="sebaran-predikat-wilayah",
        title=f"Bagian kecamatan dengan tiap predikat menurut wilayah, tahun {found.tahun}",
        svg=share_bars(rows, spread.scale),
        alt=f"Grafik batang bertumpuk {len(rows)} wilayah. Banyaknya sama dengan tabel di bawahnya; bagian yang"
        " bergaris putus-putus belum berpredikat.",
    )
