"""Tables of what was reached: realisasi of the year and of those before it, and the targets that earlier years had."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reports.examine.cells import read_value
from reports.papers.headed import Role
from reports.reading.agreement import agreed, names_in
from reports.reading.desk import Desk, bare, target_cells, unit_of
from reports.reading.placed import PlacedTable, aligned

_RELATIVE: Final = re.compile(r"\(n\s*[-–]?\s*(\d)?\)", re.IGNORECASE)
_SOURCE: Final = re.compile(r"^sumber\s+data\s*:\s*[.]?\s*(.{4,})", re.IGNORECASE)
_BUDGET: Final = frozenset(
    {Role.ACTIVITY, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.MONEY, Role.SPENT}
)


def is_measured(table: PlacedTable) -> bool:
    """Whether it tells realisasi of indikator."""
    return {Role.INDIKATOR, Role.REALISASI} <= table.has and not table.has & _BUDGET


def read_measured(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose realisasi by indikator and year, and the target of an earlier year beside it."""
    for table in filter(is_measured, tables):
        head = table.headed
        at, aims = head.column(Role.INDIKATOR), head.column(Role.SASARAN)
        source = next(
            (found[1].strip(" .") for text in table.after[:3] if (found := _SOURCE.match(text))), ""
        )
        columns = [
            (x, _year(desk, head.heads[x].text, head.heads[x].year)) for x in head.columns(Role.REALISASI)
        ]
        targets = [
            (x, head.heads[x].year) for x in head.columns(Role.TARGET) if 0 < head.heads[x].year < desk.tahun
        ]
        years = [year for _, year in columns]
        sasaran = ""
        for row in aligned(head):
            sasaran = (bare(row[aims]) if aims >= 0 else "") or sasaran
            names = names_in(row[at])
            if not names:
                continue
            told = [
                (year, row[x])
                for x, year in columns
                if read_value(row[x]) is not None and years.count(year) == 1
            ]
            if not told:
                continue
            if len(names) > 1:
                desk.unplaced(
                    row, f"Satu realisasi untuk {len(names)} indikator; masing-masing tidak terbaca."
                )
                continue
            for x, year in targets:
                if row[x].strip(" -–"):
                    agreed(desk, row, sasaran, names[0], row[x], year, 0)
            known, sure = desk.indikator.find(names[0])
            if known is None:
                desk.unplaced(row, f'Indikator "{names[0]}" tidak cocok dengan indikator mana pun.')
                continue
            notes = [] if sure else [f'Dianggap sama dengan indikator "{known.kunci}" karena namanya mirip.']
            for year, cell in told:
                said = notes
                value = target_cells(cell, names[0], "nilai")
                if value is None or not desk.tahun - 4 <= year <= desk.tahun:
                    continue
                if desk.unit(known.kunci, names[0]) == "%" and not str(value["cetak"]).isalpha():
                    value["cetak"] = f"{str(value['cetak']).rstrip('%')}%"
                if unit_of(names[0]) == "indeks" and "%" in cell:
                    said = [*notes, f'Dokumen menulis "{cell}"; nilai indeks dicatat tanpa persen.']
                cells = {
                    "kunci_indikator": known.kunci,
                    "tahun": year,
                    "triwulan": 0,
                    "keadaan": "terisi",
                    "sumber": source,
                }
                desk.propose(
                    "Realisasi",
                    row,
                    cells | value,
                    fact=("kunci_indikator", "tahun", "triwulan"),
                    notes=said,
                )


def _year(desk: Desk, words: str, year: int) -> int:
    if found := _RELATIVE.search(words):
        return desk.tahun - int(found[1] or 0)
    return year or desk.tahun
