"""What a pasted table says and the records do not take: told, so that nothing of it goes by unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from reports.papers.paper import Row
from reports.papers.roles import Role, role_of
from reports.paste.by_content import AMOUNT
from reports.paste.reading import KECAMATAN, Reading
from reports.paste.said_above import YEARS
from sakip.entry.value_kinds import shorten
from sakip.text.dates import month_called
from sakip.text.key_names import squeezed
from sakip.workbook.raw_cells import folded
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sums import says_remark

#: What stands below a table, or between its pages: footnotes, "lanjutan", the line above a signature.
_BESIDE: Final = re.compile(
    r"\(?(?:tabel|lampiran|bersambung|lanjutan)\b.{0,60}|\*+\)?.+|[¹²³⁴⁵].+"
    r"|[^\W\d][\w .]{2,30},\s*\d{1,2}\s+[^\W\d]{3,10}\s+20\d\d",
    re.IGNORECASE | re.DOTALL,
)
_UNTIL: Final = re.compile(r"\bs\W?/?d\b|\bsampai\b|\bhingga\b", re.IGNORECASE)
_DASHES: Final = re.compile(r"[-–—\s]*")
_OF_KECAMATAN: Final = re.compile(r"\b(?i:kec(?:amatan|\.))\s+([A-Z][\w’'-]+)")
#: Words behind "Kecamatan" that are no name, as titles write all words large.
_NO_NAMES: Final = frozenset(
    {"tahun", "dan", "di", "se", "yang", "pada", "dalam", "tentang", "menurut", "kabupaten", "kota"}
    | {"triwulan", "semester", "periode", "beserta", "dengan", "untuk", "per", "bulan", "serta"}
)
_MOST_ROWS: Final = 6
#: Who signs on the left, and on the right.
_MOST_SIGNING: Final = 2


#: Where a document is signed, and when: below it stand who signs, and nothing of the table.
_SIGNED: Final = re.compile(r"[^\W\d][\w .]{2,30},\s*(?:\d{1,2}\s+)?(?P<month>[^\W\d]{3,10})\s+20\d\d")


def says_beside(row: Row) -> bool:
    """Whether a line is said of the table, or stands between its pages."""
    return says_remark(row.filled) or (len(row.filled) == 1 and bool(_BESIDE.fullmatch(row.filled[0])))


@dataclass(kw_only=True)
class Unread:
    """What was not taken of one table, row by row."""

    reading: Reading
    recorded: RecordedBook
    _rows: list[Row] = field(default_factory=list)
    _alone: list[tuple[str, Row]] = field(default_factory=list)
    _elsewhere: list[Row] = field(default_factory=list)
    _signed: bool = False

    def __post_init__(self) -> None:
        self._rows.extend(self.reading.left)

    def is_signature(self, row: Row) -> bool:
        """Whether it stands where the document is signed: the place and the day, and lines of a cell or two below it
        that have no number."""
        said = _SIGNED.fullmatch(row.filled[0]) if len(row.filled) == 1 else None
        if said and month_called(said["month"]):  # "Evaluasi, Tahun 2022" is no day
            self._signed = True
        few = len(row.filled) <= _MOST_SIGNING and not any(AMOUNT.fullmatch(cell) for cell in row.filled)
        return self._signed and few

    def leave(self, row: Row) -> None:
        """A row that is none of the table's."""
        self._rows.append(row)

    def leave_alone(self, kode: str, row: Row) -> None:
        """A row with a code and nothing that is recorded of it: a group where rows below it follow."""
        if self.reading.beside:
            return  # what it says besides its code is another sheet's
        if all(not cell or self.reading.columns[at] for at, cell in enumerate(row.cells)):
            self._alone.append((kode, row))  # else its columns are told

    def is_elsewhere(self, row: Row) -> bool:
        """Whether a row names another kecamatan in a column of its own; such a row is left."""
        own = squeezed(self.recorded.kecamatan.nama)
        for at, head in enumerate(self.reading.heads):
            said = squeezed(row[at]).removeprefix("kecamatan ").removeprefix("kec. ")
            if KECAMATAN.fullmatch(head.strip()) and not self.reading.columns[at] and said and said != own:
                self._elsewhere.append(row)
                return True
        return False

    def told(self, codes: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
        """It in sentences: ``codes`` are those of the rows that were taken, ``columns`` what nothing reads."""
        own = self.recorded.kecamatan.nama
        spread = self.reading.sheet.pasted.spread
        until = [
            f"“{head}”"
            for key, head in zip(self.reading.columns, self.reading.heads, strict=False)
            if spread and spread.apart == "triwulan" and "@" in key and _UNTIL.search(head)
        ]
        if until:
            yield (
                f"Kolom {', '.join(until)} menyebut nilai sampai dengan triwulan itu. Periksa akumulasi indikatornya:"
                " bila nilai triwulan dijumlahkan, isi nilai setiap triwulannya saja."
            )
        if columns:
            yield (
                f"Kolom {', '.join(columns)} tidak dibaca. Bila perlu dicatat, pilih isiannya pada “Cara tabel"
                f" {self.reading.sheet.nama} dibaca”."
            )
        if self._elsewhere:
            yield f"Tidak disimpan, karena bukan Kecamatan {own}: {_listed(self._elsewhere)}."
        alone = [
            row for kode, row in self._alone if not any(f"{one}.".startswith(f"{kode}.") for one in codes)
        ]
        if alone:
            yield f"Tidak disimpan, karena hanya kode atau namanya yang terisi: {_listed(alone)}."
        if self._rows:
            yield f"Tidak disimpan, karena bukan baris tabel: {_listed(self._rows)}."
        yield from self._of_the_title(own)

    def _of_the_title(self, own: str) -> Iterator[str]:
        """What stands above the table and is of another place or another year."""
        title, year = self.reading.title, str(self.recorded.tahun)
        years = set(YEARS.findall(title))
        by_row = "tahun" in self.reading.filled or self.reading.beside
        if len(years) == 1 and year not in years and not by_row:
            yield (
                f"Judul tempelan menyebut tahun {years.pop()}, sedangkan yang diisi tahun {year}. Periksa apakah"
                " tabelnya benar."
            )
        for found in _OF_KECAMATAN.finditer(title.title() if title.isupper() else title):
            said = found[1].casefold()
            if said not in _NO_NAMES and not squeezed(own).startswith(said):
                yield (
                    f"Judul tempelan menyebut Kecamatan {found[1]}, sedangkan yang diisi Kecamatan {own}."
                    " Periksa apakah tabelnya benar."
                )
                return


def unread_columns(readings: Sequence[Reading]) -> Mapping[int, list[str]]:
    """The columns that say something and that no reading of the same table takes, by the number of its first one."""
    result: dict[int, list[str]] = {}
    groups: dict[object, list[int]] = {}
    for number, one in enumerate(readings):
        groups.setdefault((one.first, "") if one.beside else number, []).append(number)
    for numbers in groups.values():
        several = [readings[number] for number in numbers]
        # Of a sheet that needs only its first line the head may be shorter than it is.
        whole = max(several, key=lambda one: len(" ".join(one.heads)))
        said = [head for one in several for head in (*one.larger, *(h for heads in one.years for h in heads))]
        result[numbers[0]] = [
            f"“{head}”" if head else f"ke-{at + 1}"
            for at, head in enumerate(whole.heads)
            if head not in said
            and role_of(head) is not Role.NUMBER
            and not KECAMATAN.fullmatch(head.strip())
            and not any(at < len(one.columns) and one.columns[at] for one in several)
            and not _is_said_twice(whole, at)
            and any(not _says_nothing(row[at], head) for one in several for row in _below(one, whole))
        ]
    return result


def _is_said_twice(reading: Reading, at: int) -> bool:
    """Whether a column is that of a merged cell which is copied with one that is read."""
    return any(
        key
        and folded(reading.heads[x]) == folded(reading.heads[at])
        and all(r[x] == r[at] for r in reading.body)
        for x, key in enumerate(reading.columns)
        if x != at
    )


def _below(reading: Reading, whole: Reading) -> list[Row]:
    """The rows of a reading that stand below the whole head."""
    first = whole.body[0].at.line if whole.body else 0
    return [row for row in reading.body if row.at.line >= first]


def _says_nothing(cell: str, head: str) -> bool:
    """Whether it is empty, or numbers a row in a column without a head."""
    return bool(_DASHES.fullmatch(cell)) or (not head and bool(re.fullmatch(r"\d{1,3}[.)]?", cell)))


def _listed(rows: Sequence[Row]) -> str:
    said = [f"baris {row.at.line} (“{shorten(' '.join(row.filled))}”)" for row in rows[:_MOST_ROWS]]
    more = f", dan {len(rows) - _MOST_ROWS} baris lainnya" if len(rows) > _MOST_ROWS else ""
    return f"{', '.join(said)}{more}"
