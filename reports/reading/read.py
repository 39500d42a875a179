"""A paper → what it is proposed to say of one kecamatan-year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reports.examine.cells import read_value
from reports.papers.paper import Paper
from reports.papers.roles import Role
from reports.reading.action import is_action, read_actions
from reports.reading.agreement import is_agreement, read_agreements
from reports.reading.aims import SAID, read_aims
from reports.reading.areas import read_areas
from reports.reading.budget import is_budget, is_spending, read_budget
from reports.reading.cited import read_cited
from reports.reading.compared import is_compared, read_compared
from reports.reading.contradicted import note_contradictions, paper_material
from reports.reading.desk import Desk
from reports.reading.evaluated import is_evaluated, read_evaluated
from reports.reading.heads import read_heads, read_second_party
from reports.reading.iku import is_iku, read_iku
from reports.reading.lists import read_lists
from reports.reading.measured import is_measured, read_measured
from reports.reading.officials import read_officials
from reports.reading.outputs import is_outputs
from reports.reading.partners import is_partners, read_partners
from reports.reading.placed import PlacedTable, placed_tables
from reports.reading.plan import is_cascade, is_plan, read_plans
from reports.reading.profile import read_profile
from reports.reading.proposal import Reading
from reports.reading.recommended import is_recommended
from reports.reading.renstra import is_matrix, read_matrices
from reports.reading.sentences import read_sentences
from reports.reading.staff import is_staff, read_staff
from reports.reading.supports import read_supports
from reports.reading.told import read_told
from reports.reading.units import read_units
from reports.reading.upstream import read_upstream
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.record_sheet import all_sheets

_KINDS: Final = (
    is_matrix,
    is_agreement,
    is_iku,
    is_measured,
    is_compared,
    is_budget,
    is_spending,
    is_outputs,
    is_staff,
    is_plan,
    is_cascade,
    is_action,
    is_partners,
    is_evaluated,
    is_recommended,
)


#: What a table measures that is recorded by it.
_RECORDED: Final = frozenset({Role.INDIKATOR, Role.PROGRAM, Role.ACTIVITY, Role.SUB_KEGIATAN})


def read_tables(paper: Paper, recorded: RecordedBook, *, tujuan: str = "") -> Reading:
    """The proposals in the order of the workbook's sheets, numbered from 1. ``tujuan`` is what a person says where the
    paper names none; what it adds is numbered last, so that all others keep their numbers."""
    desk = Desk(recorded=recorded)
    tables = placed_tables(paper)
    desk.larger = {row.at: one.multiple for one in tables if one.multiple for row in one.headed.rows}
    read_matrices(desk, paper, tables)
    read_aims(desk, paper, tujuan)
    read_upstream(desk, paper, tables)
    read_agreements(desk, tables)
    read_iku(desk, tables)
    read_plans(desk, tables)
    read_actions(desk, tables)
    read_measured(desk, tables)
    read_compared(desk, tables)
    read_told(desk, paper)
    read_partners(desk, paper, tables)
    read_budget(desk, tables)
    read_supports(desk, paper)
    read_staff(desk, tables)
    read_evaluated(desk, paper, tables)
    read_lists(desk, paper)
    read_areas(desk, paper, tables)
    read_units(desk, paper)
    read_sentences(desk, paper)
    read_profile(desk, paper)
    material = paper_material(desk.recorded, paper)
    read_heads(desk, material, read_officials(desk, material))
    read_second_party(desk, material)
    read_cited(desk, paper)
    note_contradictions(desk, paper)
    _say_unread(desk, [table for table in tables if not any(kind(table) for kind in _KINDS)])
    order = {sheet.nama: at for at, sheet in enumerate(all_sheets())}
    reading = desk.reading
    counted = sorted(reading.proposals, key=lambda one: (one.at == SAID, order[one.sheet]))
    counted = [replace(one, number=number) for number, one in enumerate(counted, start=1)]
    reading.proposals = sorted(counted, key=lambda one: order[one.sheet])
    reading.found = len(tables)
    reading.tables = sum(any(kind(table) for kind in _KINDS) for table in tables)
    return reading


def _say_unread(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Say of a table of indikator or programs with values that nothing is made of it; others lay out words, or hold
    what nobody records."""
    said = {unplaced.at for unplaced in desk.reading.unplaced}
    said |= {at for one in desk.reading.proposals for at in (one.at, *one.also)}
    for table in tables:
        head = table.headed
        valued = [
            x
            for x, one in enumerate(head.heads)
            if one.role is not Role.NUMBER and sum(read_value(row[x]) is not None for row in head.rows) > 1
        ]
        everything = (*head.table.rows, *head.rows)
        if not table.has & _RECORDED or not valued or any(row.at in said for row in everything):
            continue
        names = ", ".join(one.text for one in head.heads if one.text)
        why = (
            f"Tabel ini tidak dibaca: kepala kolomnya ({names}) tidak menyebut target, realisasi, atau anggarannya."
            " Isi sendiri yang diperlukan."
        )
        desk.unplaced(head.table.rows[0], why)
