"""A document filled as its official table: what its grid is made of, and how one cell of it is saved.

A record declares its grid as ``TABLE`` in its ``table.py``: lines that are stored rows, and columns that are fields of
the form by which such a row is changed anywhere else. A cell is saved by that form, with all its other fields as they
are stored, so there is no second judge and no second trail. Numbers, choices and texts are typed as the field says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.db import models
from django.http import Http404, HttpRequest

from sakip.entry.cells import STATE, FailedCell
from sakip.entry.form import RecordForm
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.new_line import NewLine, ShownNew, shown_new
from sakip.entry.number_kinds import Rupiah
from sakip.entry.place import EntryPlace
from sakip.entry.row_place import RowPlace
from sakip.entry.save import record_saved
from sakip.entry.sent_lines import SentLine
from sakip.entry.shown import field_text, values_fingerprint
from sakip.entry.value_kinds import Date
from sakip.entry.watch import BeforeNeeded
from sakip.entry.writer import RecordRefused

#: Divides the parts of a cell's name, "anggaran.12.pagu_murni": a kind has hyphens of its own, a field underscores.
SEPARATOR: Final = "."
CELL_NAME: Final = re.compile(r"sel-(?P<nama>[a-z-]{1,40}\.[0-9]{1,18}\.[a-z0-9_]{1,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table: a stored ``row`` of a ``kind``, or without one a heading ("Sasaran: …"), perhaps with the
    ``place`` at which a row that is typed nowhere in the table is found ("sasaran.12").

    ``fixed`` is what stands before the cells under the table's ``fixed``, ``earlier`` after them. ``results`` are what
    follows from the cells and is said anew with every save: text by the id of its place, in the order of the headings.
    """

    label: str
    kind: str = ""
    row: models.Model | None = None
    level: int = 0
    place: str = ""
    fixed: tuple[str, ...] = ()
    results: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a grid: its lines, the fields that are typed (``columns``), and the headings of what is not; ``new``
    is what may be added to it."""

    title: str
    first: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    fixed: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    new: tuple[NewLine, ...] = ()

    @property
    def width(self) -> int:
        """How many columns a heading spans."""
        return 1 + len(self.fixed) + len(self.columns) + len(self.results) + len(self.earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGrid:
    """The grid of a document: ``code`` is that of its entry page, ``intro`` the sentence below the title.

    ``forms`` are the kinds of row in it, each with the form that saves a cell: the kind's own, or one that has fewer
    of its fields. ``compose`` makes the tables in a fixed number of queries. ``live`` says after a save what follows
    from all cells of the kinds ``summed``, by the ids of places in the results. ``within`` is the document that prints
    it, where that is another one; ``printed`` tells, where that page does not show it, words and codes of the documents
    that do.
    """

    code: str
    intro: str
    forms: Mapping[str, type[RecordForm]]
    compose: Callable[[EntryPlace], Iterable[Table]]
    live: Callable[[EntryPlace], Mapping[str, str]] | None = None
    summed: tuple[str, ...] = ()
    within: str = ""
    printed: Callable[[EntryPlace], Iterable[tuple[str, str]]] | None = None


# -- saving ------------------------------------------------------------------------------------------


def cell_name(kind: str, pk: int, column: str) -> str:
    """The name of a cell."""
    return SEPARATOR.join((kind, str(pk), column))


def cell_parts(name: str) -> tuple[str, int, str]:
    """Kind, number of the row and field of a cell. Raises Http404 for what is no name of a cell."""
    if not CELL_NAME.fullmatch(f"sel-{name}"):
        raise Http404("Sel ini tidak ada. Muat ulang halaman.")
    kind, pk, column = name.split(SEPARATOR)
    return kind, int(pk), column


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedCell:
    """The field of a cell, and the form of its row as it is after the save; ``told`` is what has to be said besides."""

    column: str
    form: RecordForm
    told: str


def cell_save(
    place: RowPlace, grid: TableGrid, pk: int, column: str, text: str, fingerprint: str, agreed: str = ""
) -> SavedCell:
    """Store what was typed into a cell of a row of the place's kind by the row's own form.

    ``fingerprint`` is the mark of the text that the typist saw (:func:`sakip.entry.shown.values_fingerprint` of this
    field alone), empty where the cell was; of the other fields nothing was changed here, and what another made of them
    stays. ``agreed`` as for :func:`sakip.entry.save.record_save`. Raises Http404,
    :class:`sakip.entry.writer.RecordRefused` with what is wrong in one text, :class:`sakip.entry.writer.CapaianAsked`,
    :class:`sakip.entry.save.Conflict`, :class:`sakip.entry.lock.YearClosed`, and 403 for who may not.
    """
    place.ensure()
    try:
        return _saved(place, grid, pk, column, text, fingerprint, agreed, lazily=True)
    except BeforeNeeded:
        return _saved(place, grid, pk, column, text, fingerprint, agreed, lazily=False)


def _saved(
    place: RowPlace,
    grid: TableGrid,
    pk: int,
    column: str,
    text: str,
    fingerprint: str,
    agreed: str,
    *,
    lazily: bool,
) -> SavedCell:
    try:
        row = place.row(pk)
    except Http404 as error:
        raise Http404("Baris ini sudah tidak ada. Muat ulang halaman.") from error
    make, scope = grid.forms[place.kind.kode], place.here.scope
    stored = make(instance=row, scope=scope)
    if column not in stored.fields:
        raise Http404("Sel ini tidak ada. Muat ulang halaman.")
    shown = stored.shown_values()
    typed, dropped = {column: text}, ""
    printed = make.printed_field(column)
    if printed in shown and stored.fields[column].has_changed(stored.initial.get(column), text):
        # How the document printed the old value says nothing of the new one.
        typed[printed], dropped = "", shown[printed]
    others = shown.keys() - typed.keys()
    form = stored.typed_over(typed, others)
    if not form.is_valid():
        raise RecordRefused(" ".join(_refusals(form, column)))
    seen = fingerprint or values_fingerprint({column: ""})
    kept = values_fingerprint({nama: value for nama, value in shown.items() if nama != column})
    saved = record_saved(
        form=form, by=place.here.pengguna, fingerprint=f"{kept} {seen}", agreed=agreed, lazily=lazily
    )
    told = f'Bentuk tercetak "{dropped}" dihapus karena nilainya berubah.' if dropped else ""
    return SavedCell(
        column=column,
        form=saved,
        told=f"{told}{form.told_after_saving()}".strip(),
    )


def _refusals(form: RecordForm, column: str) -> Iterator[str]:
    """What is wrong with the row, that of another field with its name."""
    for nama, listing in form.errors.items():
        for message in listing:
            own = nama == column or nama not in form.fields
            yield str(message) if own else f"{form.sebutan(nama)}: {message}"


# -- showing -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownColumn:
    """How a column is typed: ``choices`` in a list, ``long`` over several lines, ``numeric`` aligned to the right.
    ``room`` is what its texts need, as the end of the name of a style; empty where they are short."""

    name: str
    label: str
    entry: forms.Field
    inputmode: str
    numeric: bool
    room: str
    long: bool
    choices: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, form: RecordForm, name: str) -> ShownColumn:
        """As the field of the form is."""
        entry = form.fields[name]
        attrs = entry.widget.attrs
        listed: Any = getattr(entry, "choices", ())
        return cls(
            name=name,
            label=form.sebutan(name),
            entry=entry,
            inputmode=attrs.get("inputmode", "text"),
            numeric="isian-angka" in attrs.get("class", ""),
            room=_room(entry),
            long=_room(entry) == "teks",
            choices=tuple((str(code), str(words)) for code, words in listed),
        )


#: The most letters of a code (NIP), which is read whole, of a short word (satuan), of a name, and of one line at all.
_CODE, _WORD, _NAME, _LINE = 20, 50, 100, 200


def _room(entry: forms.Field) -> str:
    """How much room a text of the field takes."""
    kind, longest = getattr(entry, "value", None), getattr(entry, "max_length", None) or 0
    if isinstance(entry.widget, forms.Textarea) or longest > _LINE:
        return "teks"
    if isinstance(kind, Rupiah):
        return "uang"
    if longest > _NAME:
        return "kata"
    return "sedang" if isinstance(kind, Date) or longest > _WORD or 0 < longest <= _CODE else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """A cell as the template draws it: what is ``stored``, or what was typed and why it was refused."""

    name: str
    column: ShownColumn
    stored: str
    text: str
    fingerprint: str
    state: str
    message: str

    @property
    def words(self) -> str:
        """The text as people read it."""
        return dict(self.column.choices).get(self.text, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line with its cells; ``closed`` says why nothing can be typed in it, empty where it can."""

    line: Line
    key: str = ""
    closed: str = ""
    cells: tuple[ShownCell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """A table as the template draws it; ``new`` are the lines that may be added to it."""

    table: Table
    columns: tuple[ShownColumn, ...]
    lines: tuple[ShownLine, ...]
    new: tuple[ShownNew, ...]


def shown_tables(
    request: HttpRequest,
    here: EntryPlace,
    grid: TableGrid,
    failed: Mapping[str, FailedCell],
    held: Sequence[SentLine] = (),
) -> list[ShownTable]:
    """The tables of the grid in which something stands or may be added: one form made for each kind of row in a table,
    and one for each line that may be added, in which stands what was typed and is ``held`` back."""
    shown: list[ShownTable] = []
    begun, left = 0, list(held)
    for table in grid.compose(here):
        new = shown_new(request, here, table.new, table.columns, begun, left, alone=not table.lines)
        one = _shown_table(here, grid, table, failed, new)
        begun += len(one.new)
        if one.lines or one.new:
            shown.append(one)
    return shown


def _shown_table(
    here: EntryPlace,
    grid: TableGrid,
    table: Table,
    failed: Mapping[str, FailedCell],
    new: tuple[ShownNew, ...],
) -> ShownTable:
    columns: dict[str, tuple[ShownColumn, ...]] = {}
    for line in table.lines:
        if line.row is not None and line.kind not in columns:
            form = grid.forms[line.kind](instance=line.row, scope=here.scope)
            columns[line.kind] = tuple(ShownColumn.of(form, name) for name in table.columns)
    lines = tuple(_shown_line(here, grid, line, columns.get(line.kind, ()), failed) for line in table.lines)
    to_come = (one.form for one in new if one.form.fields.keys() >= set(table.columns))
    return ShownTable(
        table=table,
        # Of a table without a row as its new line has them.
        columns=next(
            iter(columns.values()),
            tuple(ShownColumn.of(form, name) for form in [*to_come][:1] for name in table.columns),
        ),
        lines=lines,
        new=new,
    )


def _shown_line(
    here: EntryPlace,
    grid: TableGrid,
    line: Line,
    columns: tuple[ShownColumn, ...],
    failed: Mapping[str, FailedCell],
) -> ShownLine:
    row = line.row
    if row is None:
        return ShownLine(line=line)
    form, cells, closed = grid.forms[line.kind], [], _closed(here, line)
    for column in columns:
        name = cell_name(line.kind, row.pk, column.name)
        text = field_text(column.entry, form.stored_value(row, column.name))
        wrong = None if closed else failed.get(name)
        cells.append(
            ShownCell(
                name=name,
                column=column,
                stored=text,
                text=wrong.text if wrong else text,
                fingerprint=values_fingerprint({column.name: text}),
                state=STATE[wrong.status] if wrong else "tersimpan" if text else "",
                message=wrong.message if wrong else "",
            )
        )
    return ShownLine(line=line, key=f"{line.kind}{SEPARATOR}{row.pk}", closed=closed, cells=tuple(cells))


def _closed(here: EntryPlace, line: Line) -> str:
    kind = ROW_KINDS[line.kind]
    if kind.hak not in here.hak:
        return "hanya dibaca"
    if kind.form.yearly and here.closed:
        return "terkunci"
    return "ditetapkan" if line.row is not None and here.agreed.of(line.row) else ""
