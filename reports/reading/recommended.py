"""What an evaluator recommends, and what a LKIP says was done about it: from a list of items, or a table with a line
for each; with the day by which it is due, where one is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reports.papers.paper import Row, Text
from reports.papers.roles import Role
from reports.paste.headings import column_of
from reports.reading.desk import Desk, bare
from reports.reading.placed import PlacedTable, aligned
from sakip.text.dates import InvalidDate, format_tanggal, parse_date
from sakip.text.reading.due import due_day
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS

_SHEET: Final = "RekomendasiLHE"
_RECOMMENDED: Final = re.compile(r"\b(?:merekomendasikan|rekomendasi)\b[^.;]{0,160}:\s*$", re.IGNORECASE)
_ITEM: Final = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z])\s*[.)]|[-–•])\s*(?P<item>[A-Z].{8,})$")
#: Whose recommendations they are; and the years of the evaluation.
_EVALUATION: Final = re.compile(r"\bevaluasi\b|\blhe\b|\bs?akip\b|\binspektorat\b", re.IGNORECASE)
_YEARS: Final = re.compile(r"\b20\d\d\b")
#: By when, with the words that say so before it.
_DUE: Final = re.compile(
    r"\b(?:paling\s+lambat|selambat\W*lambatnya|(?:batas|tenggat|target)\s+waktu(?:nya)?|sebelum)\b[\s:(]*"
    r"(?:(?:pada|adalah|akhir|bulan|tanggal|tgl\.?)\s+)*"
    r"(?P<due>\d{1,2}\s+[a-z]{3,10}\s+20\d\d|\d{1,2}[/-]\d{1,2}[/-]20\d\d|(?:tri\s*wulan|tw|semester)\s+(?:ke-?\s*)?(?:iv|i{1,3}|[1-4])\b"
    r"(?:[,\s]+(?:tahun\s+)?20\d\d)?|[a-z]{3,10}\s+20\d\d)",
    re.IGNORECASE,
)
#: Behind the last item a sentence may say by when all of them are due.
_BEHIND: Final = 3
_OF_ALL: Final = re.compile(r"\brekomendasi\b|\btindak\s*lanjut|\bditindak", re.IGNORECASE)


def read_recommended(desk: Desk, texts: Sequence[Text], tables: Sequence[PlacedTable]) -> None:
    """Propose RekomendasiLHE: of each table with a line for each, and of the lists among these texts."""
    for table in filter(is_recommended, tables):
        _tabled(desk, table)
    for text, words, due in _listed(texts):
        row = Row(cells=(text.text,), at=text.at)
        day, note = _day(due, desk.tahun)
        desk.propose(
            _SHEET,
            row,
            {"rekomendasi": words, "batas_waktu": day},
            fact=("rekomendasi",),
            notes=[note] if note else [],
        )


def is_recommended(table: PlacedTable) -> bool:
    """Whether it has a line for each recommendation, with what is done about it or by when."""
    said = bool({Role.FOLLOWED, Role.STATUS, Role.DUE} & table.has)
    return (
        Role.RECOMMENDED in table.has and said and not {Role.INDIKATOR, Role.TARGET, Role.MONEY} & table.has
    )


def _columns(table: PlacedTable) -> Mapping[int, str]:
    """What its columns fill, the first that says it."""
    sheet = RECORD_SHEETS[_SHEET].sheet
    found: dict[str, int] = {}
    for x, head in enumerate(table.headed.heads):
        if head.text and (key := column_of([head.text], sheet)):
            found.setdefault(key, x)
    return {x: key for key, x in found.items()}


def _tabled(desk: Desk, table: PlacedTable) -> None:
    columns, pasted = _columns(table), RECORD_SHEETS[_SHEET].sheet.pasted
    years = {int(year) for year in _YEARS.findall(table.heading)}
    first = table.headed.table.rows[0]
    if years and not years & {desk.tahun - 1, desk.tahun}:
        why = (
            f"Rekomendasi ini dari evaluasi tahun {max(years)}; LKIP tahun {desk.tahun} melaporkan yang atas kinerja"
            f" tahun {desk.tahun - 1}."
        )
        desk.unplaced(first, why)
        return
    doubts = (
        []
        if _EVALUATION.search(table.title)
        else ["Tabelnya tidak menyebut hasil evaluasi. Pastikan rekomendasinya dari LHE tahun lalu."]
    )
    for row in aligned(table.headed):
        cells: dict[str, Any] = {key: said for x, key in columns.items() if (said := row[x].strip(" -–"))}
        if "rekomendasi" not in cells:
            if cells and len(row.filled) > 1:
                desk.unplaced(row, "Rekomendasi pada baris ini tidak terbaca.")
            continue
        notes = []
        cells["rekomendasi"] = bare(cells["rekomendasi"])
        if who := cells.pop("penanggung_jawab", ""):
            notes.append(f'Penanggung jawab dalam dokumen: "{who}". Pilih unitnya sendiri.')
        if "status" in cells:
            cells["status"] = pasted.spelled["status"](cells["status"])
        if "batas_waktu" in cells:
            day, note = _day(cells["batas_waktu"], desk.tahun)
            if not day:
                note = (
                    f'Batas waktu dalam dokumen, "{cells["batas_waktu"]}", bukan satu tanggal. Isi sendiri.'
                )
            cells["batas_waktu"] = day
            notes += [note] if note else []
        cells = {key: said for key, said in cells.items() if key not in pasted.besides}
        desk.propose(_SHEET, row, cells, fact=("rekomendasi",), notes=notes, doubts=doubts)


def _listed(texts: Sequence[Text]) -> Iterator[tuple[Text, str, str]]:
    """The items below "merekomendasikan … agar:", each with what says by when it is due: its own words, else those of
    the sentence above all or behind them."""
    for at, text in enumerate(texts):
        if not _RECOMMENDED.search(text.text):
            continue
        items: list[tuple[Text, str]] = []
        for below in texts[at + 1 :]:
            found = _ITEM.match(below.text)
            if found is None:
                break
            items.append((below, re.sub(r"\s*[;,.]\s*(?:dan|serta)?\s*$", "", found["item"])))
        behind = texts[at + 1 + len(items) :][:_BEHIND]
        of_all = [text.text, *(one.text for one in behind if _OF_ALL.search(one.text))]
        due = next((found["due"] for one in of_all if (found := _DUE.search(one))), "")
        for below, words in items:
            own = _DUE.search(words)
            yield below, words, own["due"] if own else due


def _day(text: str, year: int) -> tuple[str, str]:
    """The day that words name, as it would be typed, empty where they name none; and what to say where their year is
    taken to be this one."""
    plain = " ".join(text.split()).strip(" .:")
    if not plain:
        return "", ""
    if day := due_day(plain, year=year):
        note = "" if _YEARS.search(plain) else f'Tahun batas waktu "{plain}" tidak tertulis; dianggap {year}.'
        return format_tanggal(day), note
    try:
        return format_tanggal(parse_date(plain)), ""
    except InvalidDate:
        return "", ""
