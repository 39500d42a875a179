"""What a person sends of a pasted block: its text, and what was chosen by hand where it did not tell by itself.

A block may hold several tables of the page, each below an empty line: each is read, and asked about, by itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import Any, Final

from kecamatan.ground.errors import InputError
from reports.papers.paper import Row
from reports.paste.headings import choices
from reports.paste.matrix import PastedTable
from reports.paste.reading import Reading, read_as, rows_of
from reports.paste.tables import divided
from sakip.entry.value_kinds import Choice
from sakip.workbook.sheets.sheet import Column, Sheet

MOST_ROWS: Final = 300
MOST_COLUMNS: Final = 60
_LONGEST: Final = 1_000_000
#: Under which name of the session, and of how many tables, it is remembered how their columns were chosen.
REMEMBERED: Final = "tempel"
_MOST_REMEMBERED: Final = 20
#: Names of fields: the number of the table and that of the column, or its key, follow; of a name the code of the
#: question, which is one for all tables.
COLUMN: Final = "kolom-"
CONSTANT: Final = "tetap-"
MARK: Final = "tanda-"
#: What every row has unless it says otherwise, by the key of its column: known where the link to the page stood.
START: Final = "mula-"
NAMED: Final = "sebut-"


class BlockRefused(InputError):
    """Nothing can be made of the text; ``str()`` says why and what helps."""


@dataclass(frozen=True, kw_only=True)
class SentBlock:
    """A block as it was sent for the tables of a page."""

    text: str
    sheets: Sequence[Sheet]
    wanted: str = ""
    """The sheet that was chosen, empty where it is to be told from the block."""
    sent: Mapping[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its rows. Raises BlockRefused."""
        if len(self.text) > _LONGEST:
            raise BlockRefused("Tempelan terlalu panjang. Tempel sebagian dahulu, atau pakai buku kerja.")
        rows = rows_of(self.text)
        if not rows:
            raise BlockRefused(
                "Belum ada yang ditempel. Salin tabel dari Excel, Word, PDF, atau SIPD, lalu tempel."
            )
        if len(rows) > MOST_ROWS:
            raise BlockRefused(
                f"Ada {len(rows)} baris; paling banyak {MOST_ROWS} sekali tempel. Tempel sebagian dahulu, atau pakai"
                " buku kerja."
            )
        if max(len(row.cells) for row in rows) > MOST_COLUMNS:
            raise BlockRefused(
                f"Ada lebih dari {MOST_COLUMNS} kolom. Salin tabelnya saja, bukan seluruh lembar."
            )
        return rows

    @cached_property
    def tables(self) -> tuple[SentTable, ...]:
        """Its tables in their order, at least one. Raises BlockRefused."""
        rows = self.rows
        chosen = [one for one in self.sheets if self.wanted == one.nama]
        found = [PastedTable(rows=rows, sheets=chosen)] if chosen else divided(rows, self.sheets)
        return tuple(
            SentTable(number=number, table=one, sent=self.sent) for number, one in enumerate(found, start=1)
        )

    @property
    def answers(self) -> dict[str, str]:
        """Which key is meant, by the code of the question."""
        return {
            name.removeprefix(NAMED): value
            for name, value in self.sent.items()
            if name.startswith(NAMED) and value
        }


@dataclass(frozen=True, kw_only=True)
class SentTable:
    """One table of a block, with what was chosen for it."""

    number: int
    table: PastedTable
    sent: Mapping[str, str]

    @property
    def first(self) -> int:
        """The row of the block in which it begins."""
        return self.table.rows[0].at.line

    def named(self, field: str, of: object = "") -> str:
        """The name of a field that is asked of this table."""
        return f"{field}{self.number}-{of}" if of != "" else f"{field}{self.number}"

    def reading(
        self, session: MutableMapping[str, Any], shared: Mapping[str, Mapping[int, str]]
    ) -> Reading | None:
        """How it is read: as it was chosen now, as it was chosen before for a table with this head by the person or, as
        ``shared`` says by its mark, by somebody of the kabupaten, else by itself.

        None where it is of no table of the page.
        """
        rows = self.table.rows
        reading = self.table.reading
        if reading is None:
            return None
        mark = signature(reading, rows)
        start = {one.key: said for one in reading.lacking if (said := self.sent.get(f"{START}{one.key}"))}
        reading = replace(reading, constants={**reading.constants, **start})
        if self.sent.get(self.named(MARK)) == mark:
            columns, constants = self._chosen(reading)
            if (columns, constants) != (list(reading.columns), dict(reading.constants)):
                remember(session, mark, columns, constants)
        elif mark in session.get(REMEMBERED, {}):
            columns, constants = session[REMEMBERED][mark]
        elif found := shared.get(shared_mark(mark)):
            columns, constants = (
                [found.get(at, "") for at in range(len(reading.columns))],
                dict(reading.constants),
            )
        else:
            return reading
        known = {key for key, _ in choices(reading.sheet)} | set(reading.columns)
        columns = [key if key in known else "" for key in columns]
        return replace(
            read_as(rows, reading.sheet, columns, constants, beside=reading.beside),
            heads=reading.heads,
            body=reading.body,
            chosen=True,
            skipped=reading.skipped,
            first=reading.first,
        )

    def _chosen(self, reading: Reading) -> tuple[list[str], dict[str, str]]:
        columns = [self.sent.get(self.named(COLUMN, at), key) for at, key in enumerate(reading.columns)]
        keys = {column.key for column in reading.sheet.columns} - set(columns)
        constants = {key: value for key in keys if (value := self.sent.get(self.named(CONSTANT, key)))}
        return columns, constants


def signature(reading: Reading, rows: Sequence[Row]) -> str:
    """Tells the head of a table, of the sheet that it is of, from others; of one without a head its width."""
    head = list(reading.heads) if any(reading.heads) else [len(reading.columns)]
    return sha256(json.dumps([reading.sheet.nama, head]).encode()).hexdigest()[:16]


def shared_mark(mark: str) -> str:
    """Under which the kabupaten remembers it."""
    return sha256(f"tempel {mark}".encode()).hexdigest()


def remember(
    session: MutableMapping[str, Any], mark: str, columns: Sequence[str], constants: Mapping[str, str]
) -> None:
    """Keep for the person how the columns of such a table were chosen."""
    known = {key: one for key, one in session.get(REMEMBERED, {}).items() if key != mark}
    session[REMEMBERED] = dict([*known.items(), (mark, (list(columns), dict(constants)))][-_MOST_REMEMBERED:])


@dataclass(frozen=True, kw_only=True)
class AskedConstant:
    """A column that every row needs and no column says: the ``name`` of its field, and what is offered for it, nothing
    where it is typed."""

    name: str
    column: Column
    value: str
    offered: Sequence[tuple[str, str]]


def asked_constants(table: SentTable, reading: Reading) -> list[AskedConstant]:
    """What is asked beside the columns, and what was found out for it."""
    keys = dict.fromkeys([*(column.key for column in reading.lacking), *reading.constants])
    return [
        AskedConstant(
            name=table.named(CONSTANT, key),
            column=column,
            value=reading.constants.get(key, ""),
            offered=column.kind.choices if isinstance(column.kind, Choice) else (),
        )
        for key in keys
        if key not in reading.columns
        for column in (reading.sheet[key],)
    ]
