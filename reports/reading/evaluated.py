"""What the evaluator said of last year: the value of its components, and what it recommends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from reports.examine.cells import read_value
from reports.papers.paper import Paper, Row, Text
from reports.papers.roles import Role
from reports.reading.desk import Desk, bare, typed
from reports.reading.placed import PlacedTable
from reports.reading.recommended import read_recommended
from sakip.text.dates import InvalidDate, parse_date
from sakip.text.numbers import format_angka

_COMPONENTS: Final = (
    ("perencanaan", re.compile(r"perencanaan\b", re.IGNORECASE)),
    ("pengukuran", re.compile(r"pengukuran\b", re.IGNORECASE)),
    ("pelaporan", re.compile(r"pelaporan\b", re.IGNORECASE)),
    ("evaluasi", re.compile(r"evaluasi\s+(?:akuntabilitas|internal|kinerja)", re.IGNORECASE)),
)
_WHOLE: Final = re.compile(
    r"^(?:(?:jumlah|total)(?:\s+nilai)?|nilai\s+(?:hasil\s+evaluasi|akuntabilitas|akhir|total|sakip|akip)\b.*)$",
    re.IGNORECASE,
)
_GRADE: Final = re.compile(r"^(?:tingkat\s+akuntabilitas|predikat|kategori)\b", re.IGNORECASE)
_REPORT: Final = re.compile(
    r"\blaporan\s+hasil\s+evaluasi\b(?:[^.]{0,160}?\btahun\s+(?P<year>20\d\d))?", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"^\W*nomor\s*:?\s*(?P<number>[\w.][\w./ -]{3,90})$", re.IGNORECASE)
_DATE: Final = re.compile(
    r"^\W*tanggal\s*:?\s*(?P<date>\d{1,2}\s+[A-Za-z]{3,10}\s+20\d\d)\W*$", re.IGNORECASE
)
#: "memperoleh nilai sebesar 71,35 atau predikat BB".
_SAID: Final = re.compile(
    r"\b(?:memperoleh|mendapat(?:kan)?|mencapai|adalah|dengan)\s+(?:total\s+)?nilai\s+(?:sebesar\s+|total\s+)?(?P<value>\d{1,3}[.,]\d{1,2})"
    r"(?:[^.;]{0,60}?\b(?:predikat|kategori|tingkat\s+akuntabilitas(?:\s+kinerja)?)\s+[“\"\x27(]*(?P<grade>AA|A|BB|B|CC|C|D)\b)?"
)
_EVALUATED: Final = re.compile(r"\bevaluasi\b|\bakip\b|\bsakip\b", re.IGNORECASE)
_HEAD_LINES: Final = 12
_LEAST: Final = 3


def is_evaluated(table: PlacedTable) -> bool:
    """Whether it gives the value of the components of an evaluation."""
    return len(_components(table)) >= _LEAST and Role.INDIKATOR not in table.has


def read_evaluated(desk: Desk, paper: Paper, tables: Sequence[PlacedTable]) -> None:
    """Propose LHE and RekomendasiLHE: the LKIP of a year reports on the evaluation of the year before."""
    table = next(filter(is_evaluated, tables), None)
    if table is None:
        read_recommended(desk, (), tables)
        return
    texts = paper.running_texts
    head = _head(texts)
    at = _column(desk, table)
    year = head.pop("tahun", 0) or (table.headed.heads[at].year if at >= 0 else 0)
    first = table.headed.table.rows[0]
    if year and year != desk.tahun - 1:
        why = (
            f"Hasil evaluasi ini atas kinerja tahun {year}; LKIP tahun {desk.tahun} melaporkan yang atas kinerja tahun"
            f" {desk.tahun - 1}."
        )
        desk.unplaced(first, why)
        return
    if at < 0:
        desk.unplaced(first, "Kolom nilai hasil evaluasinya tidak terbaca. Isi sendiri nilainya.")
    else:
        _propose(desk, texts, table, at, head)
    read_recommended(desk, texts, tables)


def _components(table: PlacedTable) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in table.headed.table.rows:
        name = bare(next((cell for cell in row.filled if len(cell) > _LEAST), ""))
        for key, pattern in _COMPONENTS:
            if pattern.match(name) and key not in found:
                found[key] = row
    return found


def _column(desk: Desk, table: PlacedTable) -> int:
    """The column of the value: that of the year that is reported on, else the last that holds numbers for all of them
    and is no weight."""
    rows = list(_components(table).values())
    heads = table.headed.heads
    filled = [
        x
        for x in range(table.headed.table.width)
        if all((value := read_value(row[x])) and value.number is not None for row in rows)
        and not re.search(r"\bbobot\b|%|\bcapaian\b", heads[x].text if x < len(heads) else "", re.IGNORECASE)
    ]
    of_year = [x for x in filled if x < len(heads) and heads[x].year == desk.tahun - 1]
    return next(iter(of_year or filled[-1:]), -1)


def _head(texts: Sequence[Text]) -> dict[str, Any]:
    """Number, date and year of the report of an evaluator; of no other paper. What was evaluated is the year before the
    report is dated."""
    at = next((x for x, text in enumerate(texts) if _REPORT.search(text.text)), -1)
    told: dict[str, Any] = {}
    if at < 0 or at > _HEAD_LINES:
        return told
    for text in texts[: at + _HEAD_LINES]:
        if (found := _NUMBER.match(text.text)) and "nomor" not in told:
            told["nomor"] = " ".join(found["number"].split())
        if (found := _DATE.match(text.text)) and "tanggal" not in told:
            try:
                day = parse_date(" ".join(found["date"].split()))
            except InvalidDate:
                continue
            told |= {"tanggal": f"{day.day}/{day.month}/{day.year}", "tahun": day.year - 1}
    found = _REPORT.search(texts[at].text)
    if "tahun" not in told and found and found["year"]:
        told["tahun"] = int(found["year"])
    return told


def _propose(desk: Desk, texts: Sequence[Text], table: PlacedTable, at: int, head: dict[str, Any]) -> None:
    cells: dict[str, Any] = dict(head)
    doubts: list[str] = []
    parts: list[Decimal] = []
    components = _components(table)
    for key, row in components.items():
        value = read_value(row[at])
        if value is not None and value.number is not None:
            cells[key] = _typed(row[at])
            parts.append(value.number)
    whole: Decimal | None = None
    for row in table.headed.table.rows:
        name = bare(next((cell for cell in row.filled if len(cell) > _LEAST), ""))
        value = read_value(row[at])
        if value and value.number is not None and _WHOLE.match(name):
            cells["nilai"], whole = _typed(row[at]), value.number
        if value and value.letter and _GRADE.match(name):
            cells["predikat"] = value.letter
    for text in texts:
        said = _SAID.search(text.text) if _EVALUATED.search(text.text) else None
        number = read_value(said["value"]) if said else None
        if said is None or number is None or number.number is None:
            continue
        if whole is None:
            cells["nilai"], whole = _typed(said["value"]), number.number
        elif number.number != whole:
            doubts.append(
                f"Dokumen menyebut nilai lain pada {text.at.words}: {said['value']}. Pilih yang benar."
            )
        if said["grade"]:
            cells.setdefault("predikat", said["grade"])
        break
    if whole is not None and len(parts) == len(_COMPONENTS) and sum(parts) != whole:
        told = f"Komponennya berjumlah {format_angka(sum(parts))}, sedangkan nilainya {format_angka(whole)}."
        doubts.append(f"{told} Periksa kelimanya.")
    row = next(iter(components.values()))
    if whole is None:
        desk.unplaced(row, "Nilai hasil evaluasinya tidak terbaca.")
        return
    desk.propose("LHE", row, cells, fact=(), doubts=doubts)


def _typed(cell: str) -> Any:
    value = read_value(cell)
    return typed(value.number) if value is not None and value.number is not None else cell
