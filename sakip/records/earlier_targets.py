"""What the years before promised of the same indikator, and what was reached, to stand beside what is typed now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model

from sakip.entry.fields import RECORDED, target_text
from sakip.entry.measured import NO_VALUE
from sakip.entry.new_line import NewLine
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, Table
from sakip.entry.target_form import target_columns
from sakip.models import Realisasi, TargetTriwulan

#: How many earlier years stand beside the cells.
EARLIER_YEARS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTargets:
    """By kunci of the indikator, or what else tells a row, and year, as printed; ``years`` are those of which anything
    is known, last first. ``word`` says what it is."""

    years: tuple[int, ...]
    targets: dict[tuple[str, int], str]
    word: str = "Target"

    @classmethod
    def read(cls, here: EntryPlace, model: Any, order: str = "pk") -> EarlierTargets:
        """Of rows of this model, whose ``tahun_path`` leads to their year (1 query). Of several in one year the last in
        this ``order`` counts."""
        year = model.tahun_path
        rows: Iterable[Any] = (
            model.objects.for_kecamatan(here.kecamatan)
            .filter(**years_before(here, year))
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
        return cls._of(found, "Target")

    @classmethod
    def last_quarters(cls, here: EntryPlace) -> EarlierTargets:
        """The targets of triwulan IV in the rencana aksi (1 query)."""
        rows = (
            TargetTriwulan.objects.for_kecamatan(here.kecamatan)
            .filter(triwulan=4, **years_before(here, "baris__rencana_aksi__tahun"))
            .exclude(baris__acuan_indikator=None)
            .select_related("baris__acuan_indikator", "baris__rencana_aksi")
        )
        return cls._of(
            {
                (row.baris.acuan_indikator.kunci, row.baris.rencana_aksi.tahun): row.cetak
                or target_text(target_columns(row) or {})
                for row in rows
                if row.baris.acuan_indikator
            },
            "Target triwulan IV",
        )

    @classmethod
    def reached(cls, here: EntryPlace) -> EarlierTargets:
        """The realisasi of whole years (1 query)."""
        rows = (
            Realisasi.objects.for_kecamatan(here.kecamatan)
            .filter(triwulan=0, **years_before(here, "tahun"))
            .select_related("indikator")
            .order_by("pk")
        )
        said = {(row.indikator.kunci, row.tahun): value_text(row) for row in rows}
        return cls._of({key: text for key, text in said.items() if text}, "Realisasi")

    @classmethod
    def told(cls, said: Iterable[tuple[int, str, int, str]], word: str) -> EarlierTargets:
        """Of rows with their document, key, year and text, those that count last. Two of one document under one key are
        parts of something, or told apart by what the key does not say: neither is shown."""
        found: dict[tuple[str, int], tuple[int, str]] = {}
        for document, key, tahun, text in said:
            known = found.get((key, tahun))
            found[key, tahun] = document, "" if known and known[0] == document else text
        return cls._of({at: text for at, (_, text) in found.items() if text}, word)

    @classmethod
    def _of(cls, found: dict[tuple[str, int], str], word: str) -> EarlierTargets:
        years = tuple(sorted({tahun for _, tahun in found}, reverse=True))
        return cls(years=years, targets=found, word=word)

    @property
    def heads(self) -> tuple[str, ...]:
        """The headings of their columns."""
        return tuple(f"{self.word} {year}" for year in self.years)

    def of(self, row: Any) -> tuple[str, ...]:
        """Those of a row, in the order of the headings."""
        return self.of_key(row.acuan_indikator.kunci if row.acuan_indikator else "")

    def of_key(self, kunci: str) -> tuple[str, ...]:
        """The same of what has this key."""
        return tuple(self.targets.get((kunci, year), "") for year in self.years)


def value_text(row: Any) -> str:
    """What is recorded of a value, as printed; of one that is not available without its reason."""
    return row.cetak or RECORDED.text({name: getattr(row, name) for name in NO_VALUE}).partition(":")[0]


def years_before(here: EntryPlace, year: str) -> dict[str, int]:
    """The filter for rows of the earlier years; ``year`` leads to theirs."""
    return {f"{year}__lt": here.tahun, f"{year}__gte": here.tahun - EARLIER_YEARS}


def indikator_table(
    title: str,
    *,
    kind: str,
    columns: tuple[str, ...],
    below: tuple[Model, ...],
    rows: Iterable[Any],
    earlier: EarlierTargets | None,
) -> Table:
    """The table of a document's indikator with their targets, and what is known of them from before; a new one is added
    ``below`` the document."""
    return Table(
        title=title,
        first="Indikator kinerja",
        fixed=("Satuan",),
        columns=columns,
        new=(
            NewLine(kind=kind, parents=below, fields=("acuan_indikator", "sasaran", "indikator", "satuan")),
        ),
        earlier=earlier.heads if earlier else (),
        lines=tuple(
            Line(
                label=row.indikator,
                kind=kind,
                row=row,
                fixed=(row.satuan,),
                earlier=earlier.of(row) if earlier else (),
            )
            for row in rows
        ),
    )
