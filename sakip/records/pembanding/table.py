"""What the indikator are compared with as a grid: a line for every area of which something is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from sakip import models as m
from sakip.entry.place import EntryPlace
from sakip.entry.table_grid import Line, NewLine, Table, TableGrid
from sakip.records.earlier_targets import EarlierTargets, value_text, years_before
from sakip.records.pembanding.form import PembandingCellForm
from sakip.records.pembanding.models import SCOPE_CHOICES
from sakip.records.renstra.of_year import RenstraOfYear

_ORDER = [code for code, _ in SCOPE_CHOICES]


def _compose(here: EntryPlace) -> Iterator[Table]:
    """One table (4 queries, 6 where Renstra overlap)."""
    of_indikator: dict[int, list[m.PembandingIndikator]] = {}
    chosen = here.rows(m.PembandingIndikator).select_related(
        "indikator__renstra__kecamatan", "indikator__skala"
    )
    for row in chosen.order_by("indikator__urut", "indikator_id"):
        of_indikator.setdefault(row.indikator_id, []).append(row)
    earlier = _earlier(here) if of_indikator else None
    measured = tuple(RenstraOfYear(here.kecamatan, here.tahun, measured=True).indikator.values())
    yield Table(
        title=f"Pembanding tahun {here.tahun}",
        first="Indikator, lingkup",
        fixed=("Satuan",),
        columns=("nilai", "tahun_nilai", "sumber"),
        # Of a Renstra without indikator there is nothing to compare.
        new=(NewLine(kind="pembanding", parents=measured, below="Indikator", fields=("lingkup",)),)
        if measured
        else (),
        earlier=earlier.heads if earlier else (),
        lines=tuple(line for rows in of_indikator.values() for line in _lines(rows, earlier)),
    )


def _earlier(here: EntryPlace) -> EarlierTargets:
    """What the LKIP of the years before compared with (1 query)."""
    rows = m.PembandingIndikator.objects.for_kecamatan(here.kecamatan).filter(**years_before(here, "tahun"))
    return EarlierTargets.told(
        (
            (row.pk, _key(row), row.tahun, value_text(row))
            for row in rows.select_related("indikator").order_by("pk")
        ),
        "LKIP",
    )


def _key(row: m.PembandingIndikator) -> str:
    return f"{row.indikator.kunci} {row.lingkup}"


def _lines(rows: list[m.PembandingIndikator], earlier: EarlierTargets | None) -> Iterator[Line]:
    yield Line(label=rows[0].indikator.nama)
    for row in sorted(rows, key=lambda one: _ORDER.index(one.lingkup)):
        yield Line(
            label=row.get_lingkup_display(),
            kind="pembanding",
            row=row,
            level=1,
            fixed=(row.indikator.satuan,),
            earlier=earlier.of_key(_key(row)) if earlier else (),
        )


TABLE = TableGrid(
    code="pembanding",
    within="realisasi",
    intro=(
        "Nilai setiap lingkup, tahunnya, dan sumbernya. Yang tidak ada ditulis"
        ' "tidak tersedia: " beserta alasannya.'
    ),
    forms={"pembanding": PembandingCellForm},
    compose=_compose,
)
