"""Entry of the budget: amounts typed in the table itself, everything that is added up computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.forms import BoundField

from kecamatan.models import Pengguna
from sakip import models as m
from sakip.capaian.anggaran import level_serapan
from sakip.capaian.arithmetic import complete_total
from sakip.capaian.levels import (
    NOT_DETAILED,
    BudgetLevel,
    ControlDifference,
    build_levels,
    control_differences,
    pagu_murni_of,
    pagu_of,
)
from sakip.capaian.results import Serapan
from sakip.entry.derived_page import Filled, fill_page, say_added
from sakip.entry.page import EntryPage, PageTable, table_of_each
from sakip.entry.place import EntryPlace
from sakip.records.anggaran.form import TotalForm
from sakip.records.anggaran.freeze import budget_row
from sakip.records.anggaran.models import AMOUNTS, Anggaran
from sakip.records.anggaran.writes import anggaran_from_rkt
from sakip.snapshot.types import Anggaran as Baris


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What rows add up to; None where a part is not known. ``serapan`` is the engine's."""

    pagu_murni: Decimal | None
    pagu_in_force: Decimal | None
    serapan: Serapan


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCell:
    """An amount of a row: the cell to type in, where the user may, and how its parts contradict it."""

    nilai: Decimal | None
    field: BoundField | None
    difference: ControlDifference[Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A line of the table: a program or kegiatan with its sums, or a row with its cells.

    A row that is a control total has the ``details`` that it is compared with; its own ``jumlah`` is no part of any.
    """

    uraian: str
    level: int
    jumlah: Totals
    row: Anggaran | None = None
    cells: tuple[PageCell, ...] = ()
    fingerprint: str = ""
    message: str = ""
    details: Totals | None = None

    @property
    def different(self) -> bool:
        """Whether its parts contradict it."""
        return any(cell.difference for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed and not stored: the forms by row, and what is wrong with a row as a whole."""

    form: Mapping[int, TotalForm]
    fingerprint: Mapping[int, str]
    messages: Mapping[int, str] = field(default_factory=dict)


def prefix(row: Anggaran) -> str:
    """Prefix of the names of a row's cells."""
    return f"baris-{row.pk}"


def anggaran_rows(here: EntryPlace) -> list[Anggaran]:
    """The year's rows (3 queries)."""
    return list(
        here.rows(Anggaran)
        .select_related("program", "kegiatan", "sub_kegiatan")
        .prefetch_related("keluaran", "sumber_dana")
    )


def arrange(here: EntryPlace, typed: Typed | None = None) -> dict[str, Any]:
    """The table, keluaran, sources, belanja, earlier totals and dukungan (7 queries)."""
    rows = anggaran_rows(here)
    return {
        "lines": list(_AmountsTable(rows, here, typed).rows()),
        "jumlah": jumlah(rows),
        "anggaran_rows": rows,
        "has_rkt": here.rows(m.BarisRKT).exists(),
        "belanja": list(here.rows(m.Belanja).select_related("induk").order_by("urut", "pk")),
        "anggaran_lalu": list(
            m.AnggaranLalu.objects.for_kecamatan(here.kecamatan)
            .filter(tahun__lt=here.tahun)
            .select_related("kecamatan")
            .order_by("-tahun")
        ),
        "dukungan": list(
            here.rows(m.DukunganProgram)
            .select_related("sasaran", "program")
            .order_by("sasaran__urut", "sasaran", "urut", "pk")
        ),
        "conflict": bool(typed and typed.messages),
    }


def jumlah(rows: Iterable[Anggaran]) -> Totals:
    """Sums and serapan of rows on whatever levels, as the engine computes them."""
    return _jumlah(build_levels([budget_row(b) for b in rows]))


def _jumlah(levels: Sequence[BudgetLevel[Baris]]) -> Totals:
    return Totals(
        pagu_murni=_total(levels, pagu_murni_of),
        pagu_in_force=_total(levels, pagu_of),
        serapan=level_serapan(levels),
    )


def _total(levels: Sequence[BudgetLevel[Baris]], column: Callable[[Baris], Decimal | None]) -> Decimal | None:
    return complete_total(one.total(column) for one in levels) if levels else None


def amount_lines(rows: Sequence[Anggaran]) -> Iterator[PageRow]:
    """The lines of the table without anything to type in."""
    return _AmountsTable(rows, None, None).rows()


class _AmountsTable:
    """The lines of the table: every group where its first row stands, with its control total and its parts. ``here``
    is None where nothing is typed in them."""

    def __init__(self, recorded: Sequence[Anggaran], here: EntryPlace | None, typed: Typed | None) -> None:
        self.here = here
        self.typed = typed
        rows = [budget_row(b) for b in recorded]
        # Two rows may say the same; which record a frozen row was made from, only its identity tells.
        self.recorded = {id(content): b for content, b in zip(rows, recorded, strict=True)}
        self.levels = build_levels(rows)
        self.differences = {(id(d.row), d.column.replace(" ", "_")): d for d in control_differences(rows)}

    def rows(self) -> Iterator[PageRow]:
        for one in self.levels:
            yield from self._levels(one, 0)

    def _levels(self, level: BudgetLevel[Baris], inside: int) -> Iterator[PageRow]:
        if not level.children:
            for content in level.own:
                yield self._row(content)
            return
        if level.own or not _only_left(level):
            first = self.recorded[id(next(level.details()))]
            nama = (first.program, first.kegiatan, first.sub_kegiatan)[inside]
            details = _jumlah((level,))
            yield PageRow(uraian=str(nama or NOT_DETAILED), level=inside, jumlah=details)
            for content in level.own:
                yield self._row(content, _jumlah(level.children))
        for child in level.children:
            yield from self._levels(child, inside + 1)

    def _row(self, content: Baris, details: Totals | None = None) -> PageRow:
        row, typed = self.recorded[id(content)], self.typed
        form = typed.form.get(row.pk) if typed else None
        if form is None and self.here is not None and self.here.may_enter:
            form = TotalForm(instance=row, scope=self.here.scope, prefix=prefix(row))
        return PageRow(
            uraian=_uraian(row),
            level=3 if row.unit else 2 if row.sub_kegiatan_id else 1 if row.kegiatan_id else 0,
            jumlah=_jumlah(build_levels([content])),
            row=row,
            cells=tuple(
                PageCell(
                    nilai=getattr(content, column),
                    field=form[column] if form else None,
                    difference=self.differences.get((id(content), column)),
                )
                for column in AMOUNTS
            ),
            fingerprint=(typed.fingerprint.get(row.pk, "") if typed else form.fingerprint) if form else "",
            message=typed.messages.get(row.pk, "") if typed else "",
            details=details,
        )


def _only_left(level: BudgetLevel[Baris]) -> bool:
    """Whether all that stands below is what the document leaves unexplained: no group worth a line."""
    return all(not child.children and not any(b.rinci for b in child.own) for child in level.children)


def _uraian(row: Anggaran) -> str:
    return str(row) if row.rinci or not row.program_id else f"{row} ({NOT_DETAILED.lower()})"


def _fill(here: EntryPlace, by: Pengguna) -> Filled:
    """Add to the budget the rows and outputs of the RKT that it does not have yet; say where they differ."""
    made = anggaran_from_rkt(kecamatan=here.kecamatan, tahun=here.tahun, by=by)
    words = say_added(
        made.rows, "baris ditambahkan dari RKT.", "Semua baris RKT sudah ada dalam anggaran."
    ).words
    if made.outputs:
        words += f" {len(made.outputs)} keluaran dengan target dan satuannya diambil dari RKT."
    return Filled(words, left_behind=made.differing)


anggaran_fill = fill_page("anggaran", _fill)


def _tables(shown: Mapping[str, Any]) -> Iterable[PageTable]:
    """What comes of a row stands in the table of the rows."""
    yield PageTable(code="anggaran", kinds=("anggaran", "keluaran", "sumber-dana"))
    yield from table_of_each("belanja", "dukungan", "anggaran-lalu")(shown)


PAGE = EntryPage(code="anggaran", compose=arrange, tables=_tables)
