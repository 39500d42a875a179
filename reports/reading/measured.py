"""Tables of what was reached: realisasi of the year and of those before it, and the targets that earlier years had."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reports.examine.cells import read_value, says_none
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.agreement import agreed, names_in
from reports.reading.desk import Desk, bare, target_cells, unit_of
from reports.reading.placed import PlacedTable, aligned

_RELATIVE: Final = re.compile(r"\(n\s*[-–]?\s*(\d)?\)", re.IGNORECASE)
_SOURCE: Final = re.compile(r"^sumber\s+data\s*:\s*[.]?\s*(.{4,})", re.IGNORECASE)
_KASI: Final = re.compile(r"\bkasi\b", re.IGNORECASE)
_BUDGET: Final = frozenset(
    {Role.ACTIVITY, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.MONEY, Role.SPENT}
)
#: What else the values of years may be, by the words above them or above the table; and what says that they are these.
_OTHER_VALUES: Final = frozenset({Role.REALISASI, Role.TARGET, Role.CAPAIAN, Role.KEMAJUAN, Role.PREDIKAT})
_PLANNED: Final = re.compile(r"\b(?:target|rencana|proyeksi|prakiraan)\b")
_REALISED: Final = re.compile(r"\brealisasi\b")
_YEAR_ALONE: Final = re.compile(r"(?:tahun\s+)*(?:th\.?\s*)?20\d\d", re.IGNORECASE)
_LEAST_YEARS: Final = 2
_UNSAID: Final = "Tabelnya tidak menyebut realisasi atau target. Ambil bila ini realisasi tiap tahun."
#: Years before that of a report whose realisasi it sets beside its own.
_EARLIER: Final = 4

_Term = tuple[int, int]
"""The year and the triwulan (0: of the whole year) of a realisasi."""


def is_measured(table: PlacedTable) -> bool:
    """Whether it tells realisasi of indikator, or values of years beside each other that say no more than that."""
    said = Role.REALISASI in table.has or bool(_years_alone(table))
    return said and Role.INDIKATOR in table.has and not table.has & _BUDGET


def _years_alone(table: PlacedTable) -> list[tuple[int, int]]:
    """The columns with nothing but a year above them, where these are all the values that a table has."""
    heads = table.headed.heads
    if table.has & _OTHER_VALUES or _PLANNED.search(table.heading):
        return []
    years = [(x, one.year) for x, one in enumerate(heads) if _YEAR_ALONE.fullmatch(one.text.strip())]
    return years if len(years) >= _LEAST_YEARS else []


def read_measured(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose realisasi by indikator and year, and the target of an earlier year beside it."""
    for table in filter(is_measured, tables):
        head = table.headed
        at, aims = head.column(Role.INDIKATOR), head.column(Role.SASARAN)
        source = next(
            (
                _KASI.sub("Kepala Seksi", found[1].strip(" ."))
                for text in table.after[:3]
                if (found := _SOURCE.match(text))
            ),
            "",
        )
        alone = _years_alone(table)
        columns = [(x, (year, 0)) for x, year in alone] or [
            (x, (_year(desk, head.heads[x].text, head.heads[x].year), head.heads[x].quarter))
            for x in head.columns(Role.REALISASI)
        ]
        unsaid = [_UNSAID] if alone and not _REALISED.search(table.heading) else []
        targets = [
            (x, head.heads[x].year) for x in head.columns(Role.TARGET) if 0 < head.heads[x].year < desk.tahun
        ]
        terms = [term for _, term in columns]
        sasaran = ""
        for row in aligned(head):
            sasaran = (bare(row[aims]) if aims >= 0 else "") or sasaran
            names = names_in(row[at])
            if not names:
                if sum(read_value(row[x]) is not None for x, _ in columns):
                    desk.unplaced(row, "Indikator dari realisasi pada baris ini tidak terbaca.")
                continue
            told = []
            for x, term in columns:
                if why := _untold(desk, row[x], term, terms):
                    desk.unplaced(row, why)
                elif read_value(row[x]) is not None:
                    told.append((term, row[x]))
            if not told:
                continue
            if len(names) > 1:
                _shared(desk, row, names, told, source)
                continue
            for x, year in targets:
                if not says_none(row[x]):
                    agreed(desk, row, sasaran, names[0], row[x], year, 0)
            known, sure = desk.indikator.find(names[0])
            if known is None:
                desk.unplaced(row, f'Indikator "{names[0]}" tidak cocok dengan indikator mana pun.')
                continue
            notes = [] if sure else [f'Dianggap sama dengan indikator "{known.kunci}" karena namanya mirip.']
            for term, cell in told:
                _reached(desk, row, known.kunci, names[0], term, cell, source, notes, unsaid)
            if (end := head.column(Role.TARGET_END)) >= 0:
                _end_of_plan(desk, row, known.kunci, row[end])


def _untold(desk: Desk, cell: str, term: _Term, terms: Sequence[_Term]) -> str:
    """Why nothing is made of a realisasi; empty where something is, or nothing is said."""
    if says_none(cell):
        return ""
    if read_value(cell) is None:
        return f'Realisasi "{cell}" bukan satu angka atau huruf.'
    if terms.count(term) > 1:
        return f'Realisasi "{cell}": {terms.count(term)} kolom menyebut realisasi tahun {term[0]}. Pilih sendiri.'
    if not desk.tahun - _EARLIER <= term[0] <= desk.tahun:
        return (
            f'Realisasi "{cell}" tahun {term[0]}; yang dicatat {desk.tahun - _EARLIER} sampai {desk.tahun}.'
        )
    return ""


def _end_of_plan(desk: Desk, row: Row, kunci: str, cell: str) -> None:
    """Say at the target of the last year of the Renstra where a table of results gives it otherwise."""
    value = read_value(cell)
    if value is None or desk.renstra is None:
        return
    for at, one in desk.proposed("TargetRenstra"):
        if one.cells["kunci_indikator"] != kunci:
            continue
        own = read_value(str(one.cells.get("cetak") or one.cells.get("target") or ""))
        if one.cells["tahun"] == desk.renstra[1] and own and own.key != value.key:
            note = f"Dokumen menyebut target akhir Renstra lain pada {row.at.words}: {value.text}."
            desk.reading.proposals[at] = replace(one, notes=(*one.notes, note))


def _shared(
    desk: Desk, row: Row, names: Sequence[str], told: Sequence[tuple[_Term, str]], source: str
) -> None:
    """One value that stands for several indikator: offered to each of them, and taken for none until a person says
    so."""
    for name in names:
        known, _ = desk.indikator.find(name)
        if known is None:
            desk.unplaced(row, f'Indikator "{name}" tidak cocok dengan indikator mana pun.')
            continue
        for term, cell in told:
            doubt = (
                f'Dokumen menulis satu realisasi "{cell}" untuk {len(names)} indikator. Pilih yang dimaksud.'
            )
            _reached(desk, row, known.kunci, name, term, cell, source, [], [doubt])


def _reached(
    desk: Desk,
    row: Row,
    kunci: str,
    name: str,
    term: _Term,
    cell: str,
    source: str,
    notes: Sequence[str],
    doubts: Sequence[str],
) -> None:
    value = target_cells(cell, name, "nilai")
    if value is None:
        return
    if desk.unit(kunci, name) == "%" and not str(value["cetak"]).isalpha():
        value["cetak"] = f"{str(value['cetak']).rstrip('%')}%"
    said = list(notes)
    if unit_of(name) == "indeks" and "%" in cell:
        said.append(f'Dokumen menulis "{cell}"; nilai indeks dicatat tanpa persen.')
    cells = {
        "kunci_indikator": kunci,
        "tahun": term[0],
        "triwulan": term[1],
        "keadaan": "terisi",
        "sumber": source,
    }
    desk.propose(
        "Realisasi",
        row,
        cells | value,
        notes=said,
        doubts=doubts,
    )


def _year(desk: Desk, words: str, year: int) -> int:
    if found := _RELATIVE.search(words):
        return desk.tahun - int(found[1] or 0)
    return year or desk.tahun
