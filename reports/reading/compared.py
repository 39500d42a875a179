"""Values of kabupaten, provinsi and nation beside those of the kecamatan, and where a paper says there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reports.examine.cells import read_value
from reports.papers.paper import Row
from reports.papers.roles import Role
from reports.reading.agreement import names_in
from reports.reading.desk import Desk, target_cells
from reports.reading.placed import PlacedTable, aligned

_AREAS: Final = (
    ("nasional", re.compile(r"\bnasional\b", re.IGNORECASE)),
    ("provinsi", re.compile(r"\bprovinsi\b", re.IGNORECASE)),
    ("kabupaten", re.compile(r"\bkabupaten\b", re.IGNORECASE)),
)
_NONE: Final = re.compile(
    r"^(?:sumber\s+data\s*:\s*)?[\s*\-–:]*(?P<why>[^.;]{0,40}\brealisasi\s+(?P<area>nasional|provinsi|kabupaten)\b[^.;]{0,20}"
    r"\b(?:tidak\s+tersedia|tidak\s+ada|belum\s+ada|belum\s+tersedia)[^.;]{0,60})[\s*.]*$",
    re.IGNORECASE,
)
#: "B (63,36) Rata-rata nilai SAKIP kabupaten/kota": the value, and what it is of.
_WITH_SOURCE: Final = re.compile(
    r"^(?P<value>(?:AA|A|BB|B|CC|C|D|E)(?:\s*\(\d[\d.,]*\))?|\d[\d.,]*\s*%?)\s+(?P<of>[^\W\d][^\d]{6,}.{0,60})$"
)
_DASH: Final = re.compile(r"[\s\-–—]*")
_YEAR: Final = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """A cell of a wider area beside an indikator; ``others`` counts those that share it, ``own`` are the values of the
    kecamatan in the row, ``why`` says why there is none."""

    row: Row
    kunci: str
    name: str
    sure: bool
    others: int
    lingkup: str
    year: int
    cell: str
    own: frozenset[str]
    why: str
    notes: tuple[str, ...]


def read_compared(desk: Desk, tables: Sequence[PlacedTable]) -> None:
    """Propose Pembanding: what has a value, then what is said not to be available."""
    found = [one for table in tables if is_compared(table) for one in _cells(desk, table)]
    for one in found:
        if not _without(one):
            _value(desk, one)
    said = {(one.cells["kunci_indikator"], one.cells["lingkup"]) for _, one in desk.proposed("Pembanding")}
    for one in found:
        if _without(one) and one.why and (one.kunci, one.lingkup) not in said:
            cells = _of(one) | {"keadaan": "tidak tersedia", "alasan": one.why}
            desk.propose("Pembanding", one.row, cells, fact=("kunci_indikator", "lingkup"), notes=_notes(one))


def is_compared(table: PlacedTable) -> bool:
    """Whether it sets a wider area beside indikator."""
    return {Role.INDIKATOR, Role.ELSEWHERE} <= table.has


def _cells(desk: Desk, table: PlacedTable) -> Iterator[_Beside]:
    head = table.headed
    own = [head.heads[x].year for x in head.columns(Role.REALISASI)]
    notes = tuple(
        f"Kolom realisasi kecamatan dalam tabel ini menyebut tahun {year}. Periksa tahunnya."
        for year in own
        if year not in (0, desk.tahun)
    )
    for x in head.columns(Role.ELSEWHERE):
        areas = [area for area, words in _AREAS if words.search(head.heads[x].text)]
        if len(areas) != 1:
            continue
        reasons = (found for text in table.after[:3] if (found := _NONE.match(text)))
        why = next((found["why"] for found in reasons if found["area"].casefold() == areas[0]), "")
        for row in aligned(head):
            names = names_in(row[head.column(Role.INDIKATOR)])
            for name in names:
                known, sure = desk.indikator.find(name)
                if known is not None:
                    yield _Beside(
                        row=row,
                        kunci=known.kunci,
                        name=name,
                        sure=sure,
                        others=len(names),
                        lingkup=areas[0],
                        year=head.heads[x].year or desk.tahun,
                        cell=row[x].strip(),
                        own=frozenset(
                            value.key for y in head.columns(Role.REALISASI) if (value := read_value(row[y]))
                        ),
                        why=" ".join(why.split()),
                        notes=notes,
                    )


def _without(one: _Beside) -> bool:
    """A nought beside words that there is no value is none."""
    value = read_value(one.cell)
    nought = value is not None and value.number == 0 and one.why != ""
    return nought or _DASH.fullmatch(one.cell) is not None


def _value(desk: Desk, one: _Beside) -> None:
    divided = _WITH_SOURCE.match(one.cell)
    value = target_cells(divided["value"] if divided else one.cell, one.name, "nilai")
    if value is None:
        desk.unplaced(one.row, f'Pembanding {one.lingkup} "{one.cell}" bukan satu nilai.')
        return
    doubts = []
    year = one.year
    notes = _notes(one)
    if divided:
        year = int(found[0]) if (found := _YEAR.search(divided["of"])) else year
        value |= {"cetak": divided["value"].strip(), "sumber": divided["of"].strip(" .")}
    if value["nilai"] == 0:
        doubts.append("Tertulis nol: nilainya memang nol, atau tidak tersedia?")
    own = read_value(one.cell)
    if own is not None and own.number is not None and own.key in one.own:
        doubts.append(f"Sama dengan realisasi kecamatan sendiri. Pastikan nilai {one.lingkup}.")
    if one.others > 1:
        doubts.append(
            f'Dokumen menulis satu nilai "{one.cell}" untuk {one.others} indikator. Pilih yang dimaksud.'
        )
    desk.propose(
        "Pembanding",
        one.row,
        _of(one) | value | {"tahun": year, "keadaan": "terisi"},
        fact=("kunci_indikator", "lingkup"),
        notes=notes,
        doubts=doubts,
    )


def _of(one: _Beside) -> dict[str, Any]:
    return {"kunci_indikator": one.kunci, "lingkup": one.lingkup, "tahun": one.year}


def _notes(one: _Beside) -> list[str]:
    near = [] if one.sure else [f'Dianggap sama dengan indikator "{one.kunci}" karena namanya mirip.']
    return [*near, *one.notes]
