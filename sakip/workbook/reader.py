"""A file → the cells of its sheets, with Excel's own row numbers; blank rows never shift them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, Final

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.workbook import Workbook

from kecamatan.ground.errors import InputError, broken_as
from sakip.entry.value_kinds import shorten
from sakip.workbook.asides import asides
from sakip.workbook.base import BaseBroken, Content, read_base
from sakip.workbook.broken_cell import broken_number
from sakip.workbook.own_pages import NumberedRow, headings_at, hides, own_pages, said_twice
from sakip.workbook.raw_cells import (
    DOWNLOAD_TO_FILL,
    UnreadableCell,
    filled,
    folded,
    not_read,
    number_text,
    open_workbook,
    value_in,
)
from sakip.workbook.safety import (
    MOST_COLUMNS,
    MOST_ROWS,
    Deadline,
    WorkbookUnsafe,
    check_file,
)
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import (
    BASE,
    CHOICE,
    FORMAT,
    HEADING_ROW,
    HINT,
    META,
    NOMENKLATUR,
    PERATURAN,
    Column,
    Sheet,
)
from sakip.workbook.writer import column_hint

#: Sheets that are written for the reader alone.
_COMPLEMENT: Final = frozenset({BASE, HINT, META, NOMENKLATUR, PERATURAN, CHOICE})


@dataclass(frozen=True, kw_only=True)
class SheetError:
    """One thing that is wrong, at its place; ``str()`` is the whole line for the user."""

    pesan: str
    lembar: str = ""
    baris: int | None = None
    kolom: str = ""

    def __str__(self) -> str:
        places = [f"Lembar {self.lembar}"] if self.lembar else []
        if self.baris is not None:
            places.append(f"baris {self.baris}")
        if self.kolom:
            places.append(f'kolom "{self.kolom}"')
        return f"{', '.join(places)}: {self.pesan}" if places else self.pesan


@dataclass(frozen=True, kw_only=True)
class RawRow:
    """A row that is not blank: what its cells hold, by the key of the column; ``broken`` is what is wrong with
    those that may not be read. ``nomor`` is None of a row that is recorded and that no file says."""

    nomor: int | None
    cells: Mapping[str, Any]
    broken: Mapping[str, str] = field(default_factory=dict)


@dataclass(kw_only=True)
class RawBook:
    """A file as read: rows by sheet (sheets that the file lacks are absent), what ``_meta`` says, and remarks.

    ``older`` has the columns, by sheet, that came after the workbook was handed out; ``base`` what it was filled with
    then, None where the file does not say. Tables that are not ``whole`` were never meant to have every sheet.
    """

    meta: dict[str, str]
    base: Content | None = None
    sheets: dict[str, list[RawRow]] = field(default_factory=dict)
    older: dict[str, list[Column]] = field(default_factory=dict)
    errors: list[SheetError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    whole: bool = True


def read_workbook(
    content: bytes,
    *,
    deadline: Deadline | None = None,
    progress: Callable[[int], object] = lambda persen: None,
) -> RawBook:
    """Read a workbook. ``progress`` is told how much is read, in percent.

    Raises :class:`sakip.workbook.safety.WorkbookUnsafe` for a file that is no workbook of ours.
    """
    deadline = deadline or Deadline()
    merged = check_file(content, deadline=deadline, styled=True)
    progress(20)
    # openpyxl warns of extensions that we do not read and of numbers that are no date, which become error cells.
    with warnings.catch_warnings(action="ignore"), closing(open_workbook(content)) as arsip:
        result = RawBook(meta=_meta(arsip))
        if BASE in arsip.sheetnames:
            try:
                result.base = read_base(_pieces(arsip[BASE], deadline))
            except BaseBroken:
                result.notes.append(
                    "Lembar tersembunyi yang menyimpan keadaan saat buku kerja diunduh rusak, sehingga perubahan orang"
                    " lain sejak itu tidak dapat dibedakan. Periksa setiap perubahan di bawah."
                )
        known = {sheet.nama: sheet for sheet in all_sheets()}
        pages, notes, extra = own_pages(
            [arsip[nama] for nama in arsip.sheetnames if nama not in _COMPLEMENT], known.values()
        )
        result.notes += notes
        if extra:
            result.notes.append(f"Lembar tambahan tidak dibaca: {', '.join(extra)}.")
        for nomor, sheet in enumerate(known.values(), start=1):
            if page := pages.get(sheet.nama):
                _SheetReader(page, sheet, result, deadline).read(merged.get(_part(page), []))
            progress(20 + 80 * nomor // len(known))
    return result


def _pieces(page: Any, deadline: Deadline) -> list[str]:
    """The cells of its first column. Raises BaseBroken."""
    if not hasattr(page, "iter_rows"):
        raise BaseBroken
    page.reset_dimensions()
    try:
        pieces = []
        for (piece,) in page.iter_rows(max_row=MOST_ROWS, max_col=1, values_only=True):
            deadline.check()
            if piece is not None:
                pieces.append(str(piece))
        return pieces
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError) as error:
        raise BaseBroken from error


def _part(page: Any) -> str:
    return str(getattr(page, "_worksheet_path", "")).lstrip("/")


def _meta(arsip: Workbook) -> dict[str, str]:
    if META not in arsip.sheetnames:
        raise WorkbookUnsafe(
            f"Berkas ini bukan buku kerja aplikasi ini (lembar {META} tidak ada). {DOWNLOAD_TO_FILL} Tabel dari berkas"
            " lain dapat disalin lalu ditempel dengan Tempel tabel; LKIP, Renstra, PK, dan RKA yang sudah ada dibaca"
            " dengan Baca dokumen."
        )
    results = {}
    with broken_as(not_read()):
        for row in arsip[META].iter_rows(max_row=50, max_col=2, values_only=True):
            nama, nilai = (*row, None, None)[:2]
            if nama is not None and nilai is not None:
                # Google Sheets writes 1 as 1.0.
                results[str(nama)] = number_text(nilai) if isinstance(nilai, float) else str(nilai)
    if results.get("format") != str(FORMAT):
        raise WorkbookUnsafe(
            f"Buku kerja ini berformat {shorten(results.get('format', 'tidak dikenal'))}, bukan {FORMAT}."
            f" {DOWNLOAD_TO_FILL}"
        )
    return results


def missing_columns(titles: Sequence[str]) -> str:
    """What to say of a sheet without these columns."""
    sebutan = ", ".join(f'"{one}"' for one in titles[:3]) + (" …" if len(titles) > 3 else "")
    return f"judul kolom {sebutan} tidak ada. Kembalikan baris judul seperti dalam buku kerja yang diunduh."


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, page: Any, sheet: Sheet, result: RawBook, deadline: Deadline) -> None:
        self.page = page
        self.sheet = sheet
        self.result = result
        self.deadline = deadline

    def error(self, message: str, row: int | None = None, column: str = "") -> None:
        self.result.errors.append(SheetError(pesan=message, lembar=self.sheet.nama, baris=row, kolom=column))

    def read(self, merged: Iterable[str]) -> None:
        """Add the sheet's rows to the result, or what is wrong with it."""
        if not hasattr(self.page, "iter_rows"):
            self.error(f"bukan lembar isian, melainkan bagan. {DOWNLOAD_TO_FILL}")
            return
        try:
            rows = self._all_rows()
        except InputError:  # no time left
            raise
        except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError):
            # What openpyxl raises for a cell that contradicts itself (a shared text that is not there …).
            self._unreadable()
            return
        if self.sheet.upright:
            self._upright(rows, merged)
        else:
            self._across(rows, merged)

    def _unreadable(self) -> None:
        """Say at which cell the sheet cannot be read, where it can be told."""
        with self.page._get_source() as source:
            found = broken_number(source)
        if found is None:
            self.error(f"isi lembar tidak dapat dibaca. Simpan ulang di Excel, atau: {DOWNLOAD_TO_FILL}")
            return
        row, column, text = found
        titles = next(iter(self.page.iter_rows(max_row=HEADING_ROW, values_only=True)), ()) if row > 1 else ()
        title = titles[column - 1] if column <= len(titles) else None
        self.error(
            f'"{shorten(text)}" bukan angka. Tulis angka, misalnya 98,5 atau 1.234.567.',
            row,
            str(title) if title else get_column_letter(column),
        )

    def _all_rows(self) -> list[NumberedRow]:
        results: list[NumberedRow] = []
        self.page.reset_dimensions()  # what the file claims about its own size is not to be believed
        blank: Any = None  # all rows that the file leaves out are one and the same, and may be thousands
        for nomor, row in enumerate(self.page.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), start=1):
            if nomor % 100 == 0:
                self.deadline.check()
            if row is blank:
                continue
            cells = list(row)
            if any(filled(s) for s in cells):
                results.append((nomor, cells))
            else:
                blank = row
        return results

    def _refuse_merged(self, merged: Iterable[str], rows: Sequence[int], columns: Collection[int]) -> None:
        """Say which ranges are merged over cells that are read: what these said before is gone."""
        for rentang in merged:
            if hides(rentang, rows, columns):
                self.error(
                    f"sel {rentang} digabung. Batalkan penggabungan sel, lalu isi setiap baris.",
                    coordinate_to_tuple(rentang.partition(":")[0])[0],
                )

    def _across(self, rows: list[NumberedRow], merged: Iterable[str]) -> None:
        heading, titles = headings_at(rows, self.sheet)
        locations = self._titles(heading, titles, rows)
        if locations is None:
            self._refuse_merged(merged, [heading], range(1, MOST_COLUMNS + 1))
            return
        if unread := [nomor for nomor, _ in rows if nomor < heading]:
            self.result.notes.append(
                f"Lembar {self.sheet.nama}: judul kolom ada pada baris {heading}, sehingga baris {unread[0]}"
                f"{f' s.d. {unread[-1]}' if len(unread) > 1 else ''} di atasnya tidak dibaca."
            )
        hints = {folded(column_hint(k)) for k in self.sheet.columns}
        below = [one for one in rows if one[0] > heading]
        hinted = [n for n, cells in below if _hint_row(cells, hints, first=n == heading + 1)]
        beside = asides(self.sheet, locations, [one for one in below if one[0] not in hinted])
        results = []
        for nomor, cells in below:
            if nomor in hinted:
                self._say_unread(nomor, [s for s in cells if filled(s) and folded(s.value) not in hints])
                continue
            if nomor in beside:
                continue
            content, broken = self._take(
                (column, cells[i] if i < len(cells) else None) for column, i in locations
            )
            if content or broken:
                results.append(RawRow(nomor=nomor, cells=content, broken=broken))
        said = {row.nomor or 0: row.cells for row in results}
        self.result.notes += beside.notes(said, self._calculated(beside.calculated))
        self._refuse_merged(merged, [row.nomor or 0 for row in results], [i + 1 for _, i in locations])
        self.result.sheets[self.sheet.nama] = results

    def _calculated(self, rows: Collection[int]) -> dict[int, Sequence[Any]]:
        """The cells of these rows with what was last calculated in place of formulas."""
        if not rows:
            return {}
        book = self.page.parent
        book._data_only = True
        try:
            lines = self.page.iter_rows(min_row=min(rows), max_row=max(rows), max_col=MOST_COLUMNS)
            return {
                number: list(line) for number, line in enumerate(lines, start=min(rows)) if number in rows
            }
        finally:
            book._data_only = False

    def _say_unread(self, row: int, cells: Sequence[Any]) -> None:
        """Name what stands among the hints and is none, today's or an older one: somebody may have filled it in."""
        if lost := next((cell for cell in cells if not str(cell.value).strip().endswith(".")), None):
            self.result.notes.append(
                f'Lembar {self.sheet.nama}, baris {row} adalah petunjuk kolom, maka "{shorten(lost.value)}" tidak'
                " dibaca. Bila itu isian, tulis pada baris tanpa petunjuk."
            )

    def _titles(
        self, heading: int, cells: Sequence[Any], rows: Sequence[NumberedRow]
    ) -> list[tuple[Column, int]] | None:
        own = {folded(k.title): k.title for k in self.sheet.readable}
        present: dict[str, int] = {}
        for nomor, one in enumerate(cells):
            title = folded(one.value) if filled(one) else ""
            if title in own and title in present:
                below = (row for row in rows if row[0] > heading)
                if twice := said_twice(own[title], present[title], nomor, below):
                    self.error(twice[1], twice[0])
            elif title:
                present[title] = nomor
        none_there = [k for k in self.sheet.readable if folded(k.title) not in present]
        less = [k.title for k in none_there if not k.added]
        if less:
            self.error(missing_columns(less), heading)
            return None
        if none_there:
            self.result.older[self.sheet.nama] = none_there
        return [(k, present[folded(k.title)]) for k in self.sheet.readable if folded(k.title) in present]

    def _upright(self, rows: list[NumberedRow], merged: Iterable[str]) -> None:
        by_titles = {folded(k.title): k for k in self.sheet.columns}
        results = []
        for nomor, cells in rows:
            column = by_titles.pop(folded(cells[0].value), None) if cells and filled(cells[0]) else None
            if column is not None:
                content, broken = self._take([(column, cells[1] if len(cells) > 1 else None)])
                results.append(RawRow(nomor=nomor, cells=content, broken=broken))
        self._refuse_merged(merged, [row.nomor or 0 for row in results], (1, 2))
        if by_titles:
            title = next(iter(by_titles.values())).title
            self.error(
                f'isian "{title}" tidak ada. Kembalikan kolom Isian seperti dalam buku kerja yang diunduh.'
            )
            return
        self.result.sheets[self.sheet.nama] = results

    def _take(self, columns: Iterable[tuple[Column, Any]]) -> tuple[dict[str, Any], dict[str, str]]:
        """Values of cells that hold one, and what is wrong with those that may not be read."""
        content: dict[str, Any] = {}
        broken: dict[str, str] = {}
        for one, cell in columns:
            if filled(cell):
                try:
                    content[one.key] = value_in(cell)
                except UnreadableCell as problem:
                    broken[one.key] = str(problem)
        return content, broken


def _hint_row(cells: Iterable[Any], hints: set[str], *, first: bool) -> bool:
    """Whether the row is the hints: sorting may have moved them among the data, somebody or an older version may have
    worded some otherwise. ``first``: where they are written, one that is known tells."""
    content = [folded(s.value) in hints for s in cells if filled(s)]
    return any(content) if first else sum(content) > max(1, len(content) / 2)
