"""The targets that documents of the years before promised for the same indikator, to stand beside those typed now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sakip.entry.fields import target_text
from sakip.entry.form import target_columns
from sakip.entry.place import EntryPlace

#: How many earlier years stand beside the cells.
EARLIER_YEARS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTargets:
    """By kunci of the indikator and year, as printed; ``years`` are those of which anything is known, last first."""

    years: tuple[int, ...]
    targets: dict[tuple[str, int], str]

    @classmethod
    def read(cls, here: EntryPlace, model: Any, order: str = "pk") -> EarlierTargets:
        """Of rows of this model, whose ``tahun_path`` leads to their year (1 query). Of several in one year the last in
        this ``order`` counts."""
        year = model.tahun_path
        rows: Iterable[Any] = (
            model.objects.for_kecamatan(here.kecamatan)
            .filter(**{f"{year}__lt": here.tahun, f"{year}__gte": here.tahun - EARLIER_YEARS})
            .exclude(acuan_indikator=None)
            .select_related("acuan_indikator", year.split("__")[0])
            .order_by(order)
        )
        found: dict[tuple[str, int], str] = {}
        for row in rows:
            target = row.cetak or target_text(target_columns(row) or {})
            tahun = getattr(row, year.split("__")[0]).tahun
            if target:
                found[row.acuan_indikator.kunci, tahun] = target
        return cls(years=tuple(sorted({tahun for _, tahun in found}, reverse=True)), targets=found)

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings of their columns."""
        return tuple(f"Target {year}" for year in self.years)

    def of(self, row: Any) -> tuple[str, ...]:
        """Those of a row, in the order of the headings."""
        kunci = row.acuan_indikator.kunci if row.acuan_indikator else ""
        return tuple(self.targets.get((kunci, year), "") for year in self.years)
