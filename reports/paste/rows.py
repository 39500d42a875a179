"""The rows of a pasted block as rows of its sheet: merged cells filled, levels understood, names made keys, and what
says "Jumlah" compared with what stands above it and not stored."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kecamatan.ground.texts import Refused
from reports.papers.paper import Row
from reports.paste.coded import MERGED, Coded
from reports.paste.groups import group_of
from reports.paste.headings import title_of
from reports.paste.lettered import Lettered, Targets, letter_first, targets_beside
from reports.paste.names import Names, Question
from reports.paste.reading import Reading
from reports.paste.row_above import RowAbove, give_number
from reports.paste.spread import spread_rows
from reports.paste.sums import Sums
from reports.paste.units import without_units
from reports.paste.unread import Unread, says_beside, unread_columns
from sakip.entry.value_kinds import Lines, shorten
from sakip.text.key_names import new_key, squeezed
from sakip.workbook.overlay import LaidRow
from sakip.workbook.recorded import RecordedBook
from sakip.workbook.sheets.pasted import without_mark
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from sakip.workbook.sheets.sheet import NOMENKLATUR, Column, Sheet
from sakip.workbook.sums import names_measured, says_total

_NOTHING: Final = re.compile(r"[-–—\s]*")

#: Columns that name an indikator, and the mark of a footnote behind a name ("IKM*)", "IPP ²").
_NAMED: Final = frozenset({"indikator", "nama_indikator", "nomor@indikator"})
#: Columns whose cells are items that printed tables number; a cell that has several items keeps their numbers.
_ITEMS: Final = frozenset(
    {"sasaran", "tujuan", "nama", "uraian", "kinerja", "tugas", "ukuran", "tindakan", "instansi", "nama_kode"}
    | {"kode@program", "kode@kegiatan", "kode@sub_kegiatan", "nomor@sasaran"}
)
_SEVERAL: Final = re.compile(
    r"(?:^|\s)(?:[2-9]|[b-i])[.)]\s.*(?:^|\s)(?:[3-9]|[c-i])[.)]\s|\n|\s[2b][.)]\s", re.DOTALL
)
_FOOTNOTE: Final = re.compile(r"(?:\s*\*+\)?|\s+[¹²³⁴⁵⁶⁷⁸⁹]+\)?|(?<![mMk])[¹²³⁴⁵⁶⁷⁸⁹]+\)?)$")

_MOST_TOLD: Final = 10
#: How many recorded names a message about an unknown one says.
_MOST_NAMED: Final = 6


@dataclass(kw_only=True)
class Told:
    """What a block comes to: rows, questions that are open, and what its reader should know."""

    rows: list[LaidRow]
    questions: list[Question]
    notes: list[str]


def told_tables(
    readings: Sequence[Reading], recorded: RecordedBook, answers: Mapping[str, str]
) -> list[Told]:
    """The rows of each table of a block, as :mod:`sakip.workbook.overlay` lays them over what is recorded. A table may
    name what another one brings, wherever it stands."""
    names, order = Names(recorded=recorded, answers=answers), list(RECORD_SHEETS)
    numbered = {below.sheet for one in readings if (below := one.sheet.pasted.below)}
    unread, targets = unread_columns(readings), targets_beside(readings)
    found: dict[int, Told] = {}
    for at, reading in sorted(enumerate(readings), key=lambda one: order.index(one[1].sheet.nama)):
        found[at] = told = _Teller(
            reading=reading.parted,
            recorded=recorded,
            names=names,
            is_numbered=reading.sheet.nama in numbered,
            unread_columns=unread.get(at, ()),
            targets=targets,
        ).told()
        names.learn(reading.sheet, (row.cells for row in told.rows))
    return [found[at] for at in range(len(readings))]


@dataclass(kw_only=True)
class _Teller:
    reading: Reading
    recorded: RecordedBook
    names: Names
    is_numbered: bool = False
    unread_columns: Sequence[str] = ()
    targets: Targets = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    _above: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, Any] = field(default_factory=dict)
    _broken: dict[str, str] = field(default_factory=dict)
    _groups: dict[str, str] = field(default_factory=dict)
    _columns: dict[int, Collection[str]] = field(default_factory=dict)
    _coded: Coded = field(init=False)
    _row_above: RowAbove = field(init=False)
    _unread: Unread = field(init=False)
    _lettered: Lettered = field(init=False)

    def __post_init__(self) -> None:
        self._coded = Coded(reading=self.reading, recorded=self.recorded, names=self.names)
        self._row_above = RowAbove(reading=self.reading, names=self.names)
        self._lettered = Lettered(reading=self.reading, names=self.names, targets=self.targets)
        self._unread = Unread(reading=self.reading, recorded=self.recorded)

    @property
    def sheet(self) -> Sheet:
        return self.reading.sheet

    def told(self) -> Told:
        asked = len(self.names.questions)
        laid: list[LaidRow] = []
        totals: list[Row] = []
        seen: list[dict[str, Any]] = []
        skipped = self.reading.skipped
        for row in self._meant():
            if says_total(row.filled) and not self._is_measured(row):
                totals.append(row)
                continue
            if self._unread.is_signature(row) or says_beside(row):
                self._unread.leave(row)
                continue
            if self._unread.is_elsewhere(row) or self._row_above.says(row) or self._is_group(row):
                continue
            cells = self._cells(row)
            if cells is None:
                skipped += 1
                continue
            if self.reading.beside and (self._is_unnamed(row, cells) or cells in seen):
                continue
            seen.append(dict(cells))
            laid += spread_rows(self.reading, self.names, row.at.line, cells, self._broken)
        codes = [str(one.cells.get("kode", "")) for one in laid]
        self.notes.extend(self._unread.told(codes, self.unread_columns))
        sums = Sums(sheet=self.sheet, recorded=self.recorded, notes=self.notes)
        laid = sums.without(laid)
        for heads in self.reading.years:
            named = ", ".join(f"“{head}”" for head in heads)
            self.notes.append(f"Kolom {named} tidak dibaca, karena satu tahun yang dicatat. Pilih kolomnya.")
        for head, multiple in self.reading.larger.items():
            self.notes.append(
                f"Kolom “{head}” tidak dibaca: jumlahnya dalam {multiple} rupiah, sedangkan yang dicatat rupiah penuh."
                " Tempel tabel dengan rupiah penuh."
            )
        for row in totals:
            said = {key: row[at] for at, key in enumerate(self.reading.columns) if key and row[at]}
            sums.compare(row.at.line, said, laid)
        if skipped and (left_out := self.sheet.pasted.codes.left_out):
            self.notes.append(left_out.format(skipped))
        questions = list(self.names.questions.values())[asked:]
        return Told(rows=laid, questions=questions, notes=_not_too_many(self.notes))

    def _meant(self) -> Sequence[Row]:
        """The rows, of those of which a single one is meant the one that the person has told."""
        body, above = self.reading.body, self.reading.one_of
        if not above or len(above) != len(body):
            return body
        chosen = self.names.chosen(
            {str(at): said for at, said in enumerate(above)},
            " / ".join(above),
            row=body[0].at.line,
            column=f"Kolom yang dicatat pada lembar {self.sheet.nama}",
        )
        if not chosen:
            named = ", ".join(f"“{one}”" for one in above)
            self.notes.append(f"Kolom {named} tidak dibaca, karena belum dipilih yang mana.")
        return [body[int(chosen)]] if chosen else []

    # -- one row -----------------------------------------------------------------------------------

    def _cells(self, row: Row) -> dict[str, Any] | None:
        """What the row says by column; None of a row that says only below what the next ones stand."""
        raw = {
            key: row[at]
            for at, key in enumerate(self.reading.columns)
            if key and row[at] and not (_NOTHING.fullmatch(row[at]) and not self._says(key, row[at]))
        }
        if self.reading.beside:  # a name has letters: a nought where the cell above was meant says nothing
            names = MERGED | {self.sheet.pasted.called}
            raw = {k: one for k, one in raw.items() if k not in names or any(c.isalpha() for c in one)}
        cells: dict[str, Any] = {key: self._as_meant(key, one) for key, one in raw.items()}
        self._broken = {}
        if not cells:
            if not self.reading.beside and row.filled:
                self._unread.leave(row)
            return None
        pasted = self.sheet.pasted
        for key in self.reading.columns:
            if (
                key in MERGED | pasted.merged
                or key.startswith("nomor@")
                or (key == "nomor" and pasted.numbered)
            ):
                if key in cells:
                    self._above[key] = cells[key]
                elif key in self._above:
                    cells[key] = self._above[key]
        for key, value in (*self._groups.items(), *self.reading.constants.items()):
            cells.setdefault(key, value)
        self._place(cells)
        is_below = self._row_above.taken(cells)
        if self._coded.is_said and not self._coded.code(row, cells):
            if not self.sheet.pasted.codes.level:
                self._unread.leave_alone(self._coded.last, row)
            return None
        self._broken |= without_units(self.sheet, self.reading.columns, cells)
        self._as_on_the_sheet(cells)
        self._references(row, cells)
        self._written_else(row, cells)
        self._own_key(cells)
        measured, note = self._lettered.measured(row.at.line, cells)
        cells |= measured
        self.notes.extend([note] if note else [])
        self._counted(row, cells)
        if self.is_numbered:
            give_number(self.sheet, self.names, self._numbers, cells)
        if is_below:
            self._number(row, cells)
        return cells

    def _is_group(self, row: Row) -> bool:
        """Whether a row says of what those below it are, where the table has no column that does."""
        found = group_of(row)
        if found is None:
            return False
        for key in found.below:  # of the one before
            self._groups.pop(key, None)
        columns = {column.key for column in self.sheet.readable}
        if found.key not in columns - set(self.reading.columns):
            return False
        self._groups[found.key] = found.said
        return True

    def _as_meant(self, key: str, text: str) -> str:
        """A cell without what is no part of it: the number of an item, the mark of a footnote behind a name."""
        if key.partition("@")[0] == "target" and self.reading.beside:
            return letter_first(text)
        if key in _NAMED:
            return _FOOTNOTE.sub("", without_mark(text)) or text
        if key in _ITEMS and not _SEVERAL.search(text):
            return without_mark(text)
        return text

    def _number(self, row: Row, cells: dict[str, Any]) -> None:
        """The number of the row of another sheet that it is of."""
        try:
            cells["nomor"] = self._row_above.number(row, cells)
        except Refused as why:
            self._broken["nomor"] = str(why)

    def _is_measured(self, row: Row) -> bool:
        """Whether "Jumlah dokumen" is what is measured: it stands where that is named, and has a target or a value."""
        cells = [(key, row[at]) for at, key in enumerate(self.reading.columns) if key and row[at]]
        return names_measured(cells, valued=self.reading.beside)  # a matrix has no sums

    def _is_unnamed(self, row: Row, cells: Mapping[str, Any]) -> bool:
        """Whether a row of a matrix goes on with what the one above says here; what it says besides is told."""
        called = self.sheet.pasted.called
        if not called or called in cells:
            return False
        own = [
            title_of(key, self.sheet)
            for at, key in enumerate(self.reading.columns)
            if key and row[at] and key not in MERGED | self.sheet.pasted.merged
        ]
        if own:
            name = self.sheet[called].title
            self.notes.append(f"Baris {row.at.line}: {', '.join(own)} tidak dibaca, karena {name} kosong.")
        return True

    def _says(self, key: str, text: str) -> bool:
        return bool(text.strip(" -–—"))

    def _place(self, cells: dict[str, Any]) -> None:
        """Year, version and plan, where a table does not say them."""
        pasted = self.sheet.pasted
        spread = any("@" in key for key in cells)
        for key, value in pasted.place(self.names, cells).items():
            if not (spread and pasted.spread and key == pasted.spread.apart):
                cells.setdefault(key, value)

    def _as_on_the_sheet(self, cells: dict[str, Any]) -> None:
        """What tables of one kind write otherwise than the sheet."""
        for key, spelled in self.sheet.pasted.spelled.items():
            if key in cells:
                cells[key] = spelled(str(cells[key]))
        cells |= self.sheet.pasted.reread(self.names, cells)
        for key in self.sheet.pasted.besides:
            cells.pop(key, None)

    # -- names and keys ----------------------------------------------------------------------------

    def _references(self, row: Row, cells: dict[str, Any]) -> None:
        told = {
            key for remark in self.sheet.columns if remark.names for key in self._named(row, remark, cells)
        }
        for column in self.sheet.readable:
            said = cells.get("indikator", "") if column.key == "kunci_indikator" else ""
            if said and (key := self.names.known(column.reference, said)):
                cells.setdefault(column.key, key)
        for column in self.sheet.readable:
            name = column.reference
            if column.key not in cells or name in ("", NOMENKLATUR) or not self.names.has_names(name):
                continue
            if column.key in told:
                continue
            if name == self.sheet.nama:  # one that stands above it, or is recorded
                said = str(cells[column.key])
                above = self._keys.get(squeezed(said))
                cells[column.key] = above or self.names.known(name, said) or said
                continue
            parts = [str(cells[column.key])]
            if isinstance(column.kind, Lines):
                parts = [part.strip() for part in re.split(r"[\n;]", parts[0]) if part.strip()]
                parts = [one for part in parts for one in self.names.several(name, part)]
            found = [self.names.key(name, part, row=row.at.line, column=column.title) for part in parts]
            cells[column.key] = "\n".join(found)
            if unknown := [one for one in found if not self.names.is_key(name, one)]:
                self._broken[column.key] = self._unknown(name, unknown[0])

    def _unknown(self, sheet: str, said: str) -> str:
        """What to tell of a name that nothing recorded has: those that are."""
        known = [f"“{name}”" for name in self.names.all_of(sheet)]
        more = f", dan {len(known) - _MOST_NAMED} lainnya" if len(known) > _MOST_NAMED else ""
        listed = (
            f"Yang tercatat: {', '.join(known[:_MOST_NAMED])}{more}." if known else "Belum ada yang tercatat."
        )
        return f"“{shorten(said)}” tidak tercatat. {listed} Samakan namanya, atau catat dahulu."

    def _named(self, row: Row, remark: Column, cells: dict[str, Any]) -> Collection[str]:
        """Fill, by the name beside them, the columns by which a row of another sheet is told; returns those that were
        looked up and need not be again."""
        said = cells.pop(remark.key, "")
        if not said:
            return ()
        other = RECORD_SHEETS[remark.names].sheet
        if other.key:
            key = next(column.key for column in self.sheet.columns if column.reference == other.nama)
            if key in cells:
                return ()
            cells[key] = self.names.key(other.nama, said, row=row.at.line, column=remark.title)
            if not self.names.is_key(other.nama, str(cells[key])):
                self._broken[key] = self._unknown(other.nama, said)
            return (key,)
        keys = sorted({column.key for column in self.sheet.columns}.intersection(other.unique))
        named = [
            one
            for one in self.names.rows(other.nama)
            if squeezed(str(one.get(other.pasted.called))) == squeezed(said)
            and self._may_be(one, keys, cells)
        ]
        found = {tuple(one[key] for key in keys): one for one in named}
        if len(found) == 1:  # of several that are called so, none is guessed
            cells |= {key: named[0][key] for key in keys}
        return ()

    def _may_be(self, one: Mapping[str, Any], keys: Iterable[str], cells: Mapping[str, Any]) -> bool:
        """Whether a row of another sheet is of the plan and of what the cells name. A number may be that of the printed
        table, which tells nothing of the row where a name stands beside it."""
        for key in keys:
            said = cells.get(key)
            if said is None or key == "nomor":
                continue
            reference = self.sheet[key].reference
            if str(one[key]) not in (str(said), self.names.known(reference, str(said)) if reference else ""):
                return False
        return True

    def _written_else(self, row: Row, cells: dict[str, Any]) -> None:
        """A row that is called by the initials of a recorded one, or in full, is that one if a person says so: a new
        row beside it would be the same twice."""
        pasted = self.sheet.pasted
        key = pasted.called if pasted.new_key else "indikator" if "indikator" in self.sheet.tells else ""
        if (
            not isinstance(cells.get(key), str)
            or cells.get(self.sheet.key)
            or key not in self.reading.columns
        ):
            return
        at = self.reading.columns.index(key)
        others = self._named_here(at)
        place = {k: cells.get(k, v) for k, v in pasted.place(self.names, cells).items()}
        cells[key] = self.names.written_else(
            self.sheet, key, cells[key], others, row=row.at.line, within=place
        )

    def _named_here(self, at: int) -> Collection[str]:
        """What a column of the table names, over all its rows: asked for each of them."""
        if at not in self._columns:
            self._columns[at] = {squeezed(row[at]) for row in self.reading.body if row[at]}
        return self._columns[at]

    def _own_key(self, cells: dict[str, Any]) -> None:
        """The key of a row that has none: of the row that is called the same, else a new one."""
        key, name, word = self.sheet.key, self.sheet.pasted.called, self.sheet.pasted.new_key
        if not word or key in cells or name not in cells:
            return
        said = squeezed(cells[name])
        if said not in self._keys:
            stored = {str(row[key]) for row in self.names.rows(self.sheet.nama) if row.get(key)}
            self._keys[said] = self.names.known(self.sheet.nama, cells[name]) or new_key(
                cells[name], stored | set(self._keys.values()), default=word
            )
        cells[key] = self._keys[said]

    def _counted(self, row: Row, cells: dict[str, Any]) -> None:
        """Of a matrix the number by which rows of one tujuan are told apart: of what is recorded by that name, else the
        next; the row's values go by it as well."""
        if not self.reading.beside or "nomor" not in self.sheet.unique:
            return
        called = self.sheet.pasted.called
        if called not in cells:
            cells |= {"nomor": self.names.numbers[row.at.line]} if row.at.line in self.names.numbers else {}
            return
        place = self.sheet.pasted.place(self.names, cells)
        within = next(key for key in self.sheet.unique if self.sheet[key].reference)
        told = self._numbers.setdefault(str(cells.get(within)), {})
        if not told:
            told |= {
                squeezed(str(one[called])): one["nomor"]
                for one in self.names.rows(self.sheet.nama)
                if one.get(within) == cells.get(within) and all(one.get(k, v) == v for k, v in place.items())
            }
        number = told.setdefault(squeezed(cells[called]), max(told.values(), default=0) + 1)
        cells["nomor"] = self.names.numbers[row.at.line] = number


def _not_too_many(notes: Sequence[str]) -> list[str]:
    """The first of what is told, and how much more there is."""
    if len(notes) <= _MOST_TOLD:
        return list(notes)
    more = len(notes) - _MOST_TOLD + 1
    return [
        *notes[: _MOST_TOLD - 1],
        f"Ada {more} catatan lain tentang tabel ini. Tempel per bagian untuk membacanya.",
    ]
