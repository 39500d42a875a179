"""Checks of words in tables: naik, turun and tetap, tercapai and tidak tercapai beside an indikator; and of the years
above their columns."""

from __future__ import annotations

import re
from typing import Final

from sakip.capaian.results import IndikatorResult
from sakip.capaian.values import Keadaan
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.checks.text.row_claims import row_subject
from sakip.checks.text.subjects import Subjects, subjects_of
from sakip.checks.text.tables import Table, tables_of

_KINDS: Final = ("narasi",)
_DIRECTION: Final = re.compile(
    r"tren|trend|arah|perkembangan|kenaikan|penurunan|naik|perubahan|keterangan|^\s*ket", re.IGNORECASE
)
_STATE: Final = re.compile(r"status|keterangan|^\s*ket|kesimpulan|ketercapaian|tercapai", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"(?:mengalami\s+)?(?:(?P<up>naik|meningkat|kenaikan|peningkatan|bertambah)|(?P<down>turun|menurun|penurunan|berkurang)|"
    r"(?P<same>tetap|stagnan|sama))\s*\.?",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"(?P<not>(?:tidak|belum)\s+(?:tercapai|mencapai\s+target|memenuhi\s+target)|di\s*bawah\s+target)|"
    r"(?P<above>melampaui\s+target|melebihi\s+target|di\s*atas\s+target)|(?P<met>tercapai|memenuhi\s+target|sesuai\s+target|"
    r"mencapai\s+target)\s*\.?",
    re.IGNORECASE,
)
#: A row that compares with something else than last year and the year's own target.
_ELSEWHERE: Final = re.compile(
    r"akhir|renstra|jangka|rpjmd|rkt|nasional|provinsi|kabupaten|triwulan|\btw\b|semester|kemajuan|keluaran|output|anggaran",
    re.IGNORECASE,
)
_SIGNS: Final = {"up": 1, "down": -1, "same": 0}
_MOVES: Final = {1: "naik", -1: "turun", 0: "tetap"}
_POSITIONS: Final = {"not": (-1,), "above": (1,), "met": (0, 1)}
_PLACES: Final = {1: "melampaui target", -1: "di bawah target", 0: "sama dengan target"}
_YEAR: Final = re.compile(r"\b20\d\d\b")
#: "Th. 2019 (n)", "Tahun 2018 (n-1)".
_MARKED: Final = re.compile(r"\(\s*n\s*(?:[-–]\s*(?P<back>\d))?\s*\)", re.IGNORECASE)
_ROLE: Final = re.compile(
    r"\b(?:(?P<target>target)|(?P<realisasi>realisasi)|(?P<capaian>capaian))\b", re.IGNORECASE
)


@check(
    "kata-tabel-sesuai-angka",
    rule="R-trend",
    basis="Kata naik, turun, dan tercapai dalam tabel mengikuti angka indikatornya.",
    example="IKM | 80 | 85 | Turun",
    reads=("passages", "results"),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def words_of_rows_follow_the_numbers(year: CheckedYear) -> Found:
    """What a cell says of the indikator of its row, by the head of its column, is so."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in year.passages or ():
        if passage.shape is Shape.ROW and not any(map(_ELSEWHERE.search, passage.heads)):
            yield from ((passage.place, said) for said in _of_row(passage, subjects))


def _of_row(passage: Passage, subjects: Subjects) -> list[Said]:
    one = row_subject(passage, subjects)
    if not isinstance(one, IndikatorResult):
        return []
    found = []
    for head, cell in zip(passage.heads, passage.cells, strict=True):
        for pattern, judge in ((_DIRECTION, _wrong_direction), (_STATE, _wrong_position)):
            if pattern.search(head) and (said := judge(cell.strip(), one, subjects.results.tahun)):
                found.append(said)
    return found


def _wrong_direction(cell: str, one: IndikatorResult, tahun: int) -> Said | None:
    said = _MOVED.fullmatch(cell)
    before = next((p for p in one.perubahan if p.tahun == tahun - 1), None)
    change = before.selisih_realisasi if before else None
    if said is None or before is None or change is None:
        return None
    sign = (change > 0) - (change < 0)
    if _SIGNS[said.lastgroup or ""] == sign:
        return None
    expected = f"{_MOVES[sign]} dari {before.realisasi_cetak} ({before.tahun}) menjadi {one.realisasi_cetak}"
    return Said(f"{one.nama} disebut {cell.casefold()}; tercatat {expected}.", cell, expected)


def _wrong_position(cell: str, one: IndikatorResult, tahun: int) -> Said | None:
    said, result = _REACHED.fullmatch(cell), one.capaian
    if said is None or result.keadaan is not Keadaan.TERHITUNG or result.letak is None:
        return None
    if result.letak in _POSITIONS[said.lastgroup or ""]:
        return None
    expected = f"{_PLACES[result.letak]} (realisasi {one.realisasi_cetak}, target {one.target_cetak})"
    return Said(f"{one.nama} disebut {cell.casefold()}; tercatat {expected}.", cell, expected)


@check(
    "tahun-kolom-tabel",
    rule="R-year",
    basis="Kolom tabel pengukuran menyebut tahun laporan dan tahun yang dibandingkan dengannya.",
    example="Realisasi Th. 2018 dalam laporan tahun 2021.",
    reads=("passages",),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def columns_name_the_years_that_are_measured(year: CheckedYear) -> Found:
    """Columns of target, realisasi and capaian name each year once, no realisasi of years to come, and not other years
    alone."""
    tahun = year.snapshot.tahun
    for table in tables_of(year.passages or ()):
        if said := _wrong_years(table, tahun):
            yield table.rows[0].passage.place, said


def _wrong_years(table: Table, tahun: int) -> Said | None:
    columns = []
    for _, head in sorted(table.heads.items()):
        found, years = _ROLE.search(head), _YEAR.findall(head)
        if found and len(years) == 1:
            columns.append((found.lastgroup or "", int(years[0]), head))
        marked = _MARKED.search(head)
        if marked and len(years) == 1 and int(years[0]) != (right := tahun - int(marked["back"] or 0)):
            message = f"Kolom “{head}” seharusnya menyebut tahun {right}. Perbaiki tahunnya."
            return Said(message, years[0], str(right))
    for at, (role, one, head) in enumerate(columns):
        if (role, one, head) in columns[:at]:
            return Said(f"Kolom “{head}” ada dua kali. Perbaiki tahunnya.", str(one), "")
        if role != "target" and one > tahun:
            message = f"Kolom “{head}” menyebut tahun sesudah tahun laporan {tahun}. Perbaiki tahunnya."
            return Said(message, str(one), str(tahun))
    measured = [(one, head) for role, one, head in columns if role != "target"]
    if measured and max(measured)[0] < tahun - 1:
        one, head = max(measured)
        message = f"Kolom “{head}” dalam laporan tahun {tahun}. Perbaiki tahunnya."
        return Said(message, str(one), str(tahun))
    return None


@check(
    "sel-terisi",
    rule="R-blank",
    basis="Realisasi dan capaian setiap indikator dalam tabel terisi, atau dinyatakan tidak tersedia.",
    example="IKM | 85 | (kosong) | (kosong)",
    reads=("passages", "results"),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def cells_of_what_is_measured_are_filled(year: CheckedYear) -> Found:
    """In a row about an indikator that tells its target, no cell of its realisasi or capaian is empty."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in year.passages or ():
        if passage.shape is not Shape.ROW or not isinstance(row_subject(passage, subjects), IndikatorResult):
            continue
        cells = list(zip(passage.heads, passage.cells, strict=True))
        aimed = any(_role(head) == "target" and any(c.isalnum() for c in cell) for head, cell in cells)
        for head, cell in cells if aimed else ():
            if _role(head) in ("realisasi", "capaian") and not cell.strip():
                message = f"Kolom “{head}” kosong. Isi, atau nyatakan tidak tersedia."
                yield passage.place, Said(message, "", "")


def _role(head: str) -> str:
    found = _ROLE.search(head)
    years = [int(one) for one in _YEAR.findall(head)]
    return (found.lastgroup or "") if found and len(years) < 2 and not _OTHERS.search(head) else ""


_OTHERS: Final = re.compile(r"nasional|provinsi|kabupaten|triwulan|\btw\b|semester", re.IGNORECASE)


@check(
    "efisien-sesuai-barisnya",
    rule="R-eff",
    basis="Yang capaiannya lebih rendah daripada serapannya tidak efisien.",
    example="95% | 98% | Efisien",
    reads=("passages",),
    kinds=_KINDS,
    level=Level.PERINGATAN,
)
def efficient_rows_reached_what_they_spent(year: CheckedYear) -> Found:
    """A row that is called efisien reached, by its own numbers, at least what it spent."""
    for table in tables_of(year.passages or ()):
        columns = [_column(table, words) for words in (r"capaian", r"serapan|penyerapan", r"efisien")]
        reached, spent, verdict = columns
        if reached is None or spent is None or verdict is None:
            continue
        for row in table.rows:
            one, other = row.figure(reached), row.figure(spent)
            said = row.cells.get(verdict, "").strip(" .")
            if one is None or other is None or one.value is None or other.value is None:
                continue
            if said.casefold() in _EFFICIENT and one.value < other.value:
                message = (
                    f"Capaian {one.text} lebih rendah daripada serapan {other.text}, tetapi ditulis “{said}”."
                )
                yield row.passage.place, Said(f"{message} Perbaiki salah satunya.", said, "tidak efisien")


_EFFICIENT: Final = ("efisien", "sangat efisien", "cukup efisien")


def _column(table: Table, words: str) -> int | None:
    """The only column whose head says so."""
    found = [x for x, head in table.heads.items() if re.search(words, head, re.IGNORECASE)]
    return found[0] if len(found) == 1 else None
