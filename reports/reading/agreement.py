"""The tables of a perjanjian kinerja: sasaran, indikator and target, and what each program is given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from reports.examine.cells import read_value, says_none
from reports.papers.headed import HeadedTable
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.desk import Desk, bare, measured_as, rupiah, target_cells, unit_of
from reports.reading.lines import counted_in
from reports.reading.lines import unit as in_words
from reports.reading.placed import PlacedTable, aligned, appended_first
from reports.reading.renstra import ASSUMED
from sakip.text.reading.changed_budget import after_change, before_change

_CHANGED: Final = re.compile(
    r"\b(?:pk|perjanjian\s+kinerja)\W{0,3}perubahan|perubahan\s+perjanjian", re.IGNORECASE
)
_PROGRAMS: Final = frozenset({Role.PROGRAM, Role.MONEY})
_BESIDE: Final = frozenset({Role.NUMBER, Role.UNIT, Role.REMARK, Role.ITEM, Role.OTHER})
#: "1. Prosentase … 2. Prosentase …": the indikator of a cell that holds several.
SEVERAL: Final = re.compile(
    r"(?:(?<!\S)|(?<=\.))(?:\d\s*[.)]|[-•])\s+(?=[A-Z%])|(?<=\w{4})\s+(?=(?:P[er]{1,2}sentase|Prosentase|Jumlah)\s+[A-Z])"
)
_LETTERS: Final = re.compile(r"[^\W\d_]")
_TOTAL: Final = re.compile(r"^(?:jumlah|total)\b", re.IGNORECASE)
_LISTED: Final = re.compile(r"^\d{1,2}\s*[.)]\s*program\b", re.IGNORECASE)


def is_agreement(table: PlacedTable) -> bool:
    """Whether it is the table of sasaran, indikator and target of a PK."""
    return _has_targets(table) and not _is_planned(table)


def _is_planned(table: PlacedTable) -> bool:
    """Whether it is of a RKT: by its title, or where it stands."""
    return table.planned or "rencana kinerja" in table.heading


def gives_planned_amounts(table: PlacedTable) -> bool:
    """Whether it is a RKT that says beside each sasaran which program it has, and its amount."""
    return _is_planned(table) and _has_targets(table) and table.has >= _PROGRAMS


def _has_targets(table: PlacedTable) -> bool:
    """Whether it has one target for each indikator and says nothing else of it."""
    return (
        {Role.SASARAN, Role.INDIKATOR, Role.TARGET} <= table.has
        and table.has <= _BESIDE | {Role.SASARAN, Role.INDIKATOR, Role.TARGET, *_PROGRAMS}
        and len(table.headed.columns(Role.TARGET)) == 1
        and len(table.headed.columns(Role.INDIKATOR)) == 1
        and "pengukuran" not in table.heading
    )


def read_agreements(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose the rows of PK, and what they give to programs."""
    versi = None
    for table in tables:
        if _is_planned(table) and _has_targets(table):
            _targets(desk, table, None)
    for table in appended_first(tables):
        if is_agreement(table):
            versi = 1 if _CHANGED.search(table.title) or _CHANGED.search(" ".join(table.after[:2])) else 0
            _targets(desk, table, versi)
            if table.has >= _PROGRAMS:
                _programs(desk, table, versi)
        elif versi is not None and _is_budget(table):
            _programs(desk, table, versi)


def names_in(cell: str) -> list[str]:
    """The indikator that a cell names; an amount names none."""
    return [name for part in SEVERAL.split(cell) if len(_LETTERS.findall(name := bare(part))) > 2]


def _targets(desk: Desk, table: PlacedTable, versi: int | None) -> None:
    """The rows of a PK of that version; of a RKT where it is None."""
    head = table.headed
    at = {role: head.column(role) for role in (Role.SASARAN, Role.INDIKATOR, Role.TARGET, Role.UNIT)}
    year = head.heads[at[Role.TARGET]].year or desk.tahun
    sasaran = ""
    for row in aligned(head):
        sasaran = bare(row[at[Role.SASARAN]]) or sasaran
        _support(desk, row, sasaran, row[head.column(Role.PROGRAM)])
        names, cell = names_in(row[at[Role.INDIKATOR]]), row[at[Role.TARGET]]
        if not names:
            continue
        values = cell.split() if len(names) > 1 and len(cell.split()) == len(names) else [cell] * len(names)
        if len(names) > 1 and values == [cell] * len(names):
            desk.unplaced(
                row, f"Satu target untuk {len(names)} indikator; targetnya masing-masing tidak terbaca."
            )
            continue
        for name, value in zip(names, values, strict=True):
            agreed(
                desk,
                row,
                sasaran,
                name,
                value,
                year,
                versi,
                unit=row[at[Role.UNIT]] if at[Role.UNIT] >= 0 else "",
            )


def _support(desk: Desk, row: Row, sasaran: str, program: str) -> None:
    """A program that stands beside a sasaran supports it."""
    aim, sure = desk.sasaran.find(sasaran)
    code = program_code(desk, bare(program)) if aim and sure and program else None
    if aim and code and code[2]:
        desk.propose(
            "DukunganProgram", row, {"sasaran": aim.kunci, "kode": code[0]}, fact=("sasaran", "kode")
        )


def agreed(
    desk: Desk, row: Row, sasaran: str, name: str, cell: str, year: int, versi: int | None, *, unit: str = ""
) -> None:
    """One indikator of a PK, of a RKT where ``versi`` is None. One that no Renstra has gets its own row, beside those
    of the Renstra."""
    value = target_cells(cell, name)
    if value is None:
        desk.unplaced(
            row, f'Target "{cell}" bukan satu angka atau huruf.' if not says_none(cell) else "Target kosong."
        )
        return
    kunci, above, notes = indikator_key(desk, row, name, sasaran, cell)
    unit = in_words(unit) if unit.strip(" -–") else unit_of(name, read_value(cell)) or counted_in(cell)
    if unit == "%" and isinstance(value["target"], int):
        value["cetak"] = f"{value['target']}%"
    if unit == "indeks" and "%" in cell:
        notes.append(f'Dokumen menulis "{cell}"; nilai indeks dicatat tanpa persen.')
    cells: dict[str, Any] = {
        "sasaran": sasaran,
        "indikator": name,
        "kunci_indikator": kunci,
        "satuan": unit,
    }
    told = "kunci_indikator" if kunci else "indikator"
    if versi is None:
        desk.propose("RKT", row, cells | value, fact=(told,), notes=notes)
    else:
        agreed_to = {"tahun": year, "versi": versi, "kunci_sasaran": above}
        desk.propose("PK", row, agreed_to | cells | value, fact=("tahun", "versi", told), notes=notes)
    if kunci and isinstance(value["target"], str) and value["target"].isalpha():
        _lettered(desk, kunci, name)


def indikator_key(desk: Desk, row: Row, name: str, sasaran: str, cell: str) -> tuple[str, str, list[str]]:
    """The key of an indikator and of its sasaran, and what to say of it."""
    known, sure = desk.indikator.find(name)
    if known is not None:
        said = [] if sure else [f'Dianggap sama dengan indikator "{known.kunci}" karena namanya mirip.']
        return known.kunci, known.above, said
    aim, _ = desk.sasaran.find(sasaran)
    if aim is None or desk.renstra is None:
        return "", "", ["Tidak cocok dengan indikator mana pun; hubungkan sendiri setelah diterapkan."]
    kunci = desk.key(desk.indikator, name, "indikator")
    desk.indikator.add(kunci, name, aim.kunci)
    value = read_value(cell)
    letters = value is not None and bool(value.letter)
    start, _, versi = desk.renstra
    cells = {
        "tahun_awal": start,
        "versi": versi,
        "sasaran": aim.kunci,
        "kunci": kunci,
        "nama": name,
        "satuan": unit_of(name, value),
        **measured_as(letters=letters),
        "iku": "tidak",
        "dalam_renstra": "tidak",
    }
    note = "Tidak ada dalam matriks Renstra; dicatat sebagai indikator di luar Renstra."
    desk.propose("Indikator", row, cells, assumed=ASSUMED, notes=[note])
    return kunci, aim.kunci, []


def _lettered(desk: Desk, kunci: str, name: str) -> None:
    """An indikator whose target is a letter has a scale."""
    for at, one in desk.proposed("Indikator"):
        if one.cells["kunci"] == kunci and "rumus" in one.cells:
            desk.reading.proposals[at] = desk.changed(one, desk.in_letters(unit_of(name)))


def _is_budget(table: PlacedTable) -> bool:
    return Role.MONEY in table.has and not table.has & {
        Role.SPENT,
        Role.REALISASI,
        Role.CAPAIAN,
        Role.INDIKATOR,
    }


def _programs(desk: Desk, table: PlacedTable, versi: int) -> None:
    head = table.headed
    named, remark = head.column(Role.PROGRAM, Role.ACTIVITY), head.column(Role.REMARK)
    money = _money(head, versi)
    listed = [text for text in reversed(table.before) if _LISTED.match(text)]
    rows = [row for row in head.rows if rupiah(row[money]) is not None]
    for row in head.rows:
        if row not in rows and any(c.isdigit() for c in row[money]) and any(c.isalpha() for c in row[named]):
            desk.unplaced(row, not_whole(row[money]))
    if named < 0 and len(listed) not in (len(rows), len(rows) - 1):
        return
    total = 0
    for number, row in enumerate(rows):
        name = bare(row[named]) if named >= 0 else bare(listed[number]) if number < len(listed) else "Jumlah"
        amount = rupiah(row[money])
        if amount is None:
            continue
        if not name and _TOTAL.match(row.filled[0]):
            name = row.filled[0]  # in the column of numbers, or over several
        if not name:
            desk.unplaced(row, "Nama programnya tidak tertulis.")
            continue
        if _TOTAL.match(name):
            if amount != total:
                desk.unplaced(
                    row, f"Jumlah menurut dokumen {amount:,}; jumlah barisnya {total:,}.".replace(",", ".")
                )
            continue
        total += amount
        found = program_code(desk, name)
        cells = {
            "tahun": desk.tahun,
            "versi": versi,
            "kode": found[0] if found else "",
            "nama": found[1] if found else name,
            "anggaran": amount,
            "sumber_dana": _source(row[remark]) if remark >= 0 else "",
        }
        notes = [] if found and found[2] else [f'Nama dalam dokumen: "{name}".'] if found else []
        doubts = [] if found else [f'Program "{name}" tidak ada dalam nomenklatur tahun ini.']
        desk.propose(
            "PKAnggaran",
            row,
            cells,
            fact=("tahun", "versi", "kode") if found else (),
            notes=notes,
            doubts=doubts,
        )


def not_whole(cell: str) -> str:
    """Why nothing is made of an amount that is no whole rupiah ("Rp 765,6 juta")."""
    return f'Anggaran "{cell}" bukan rupiah penuh. Isi sendiri dari dokumen yang menyebut rupiahnya.'


def _money(head: HeadedTable, versi: int) -> int:
    """The column of what a PK of that version gives: of one that sets both budgets side by side its own."""
    columns = head.columns(Role.MONEY)
    own = after_change if versi else before_change
    return next((x for x in columns if own(head.heads[x].text)), head.column(Role.MONEY))


def program_code(desk: Desk, name: str) -> tuple[str, str, bool] | None:
    """A program by its name, in the year's nomenklatur."""
    return desk.code(name, level="program")


def _source(text: str) -> str:
    plain = re.sub(r"\W", "", text).casefold()
    return "P-APBD" if plain.startswith("papbd") else "APBD" if plain.startswith("apbd") else ""
