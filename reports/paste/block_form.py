"""What a person sends of a pasted block: its text, and what was chosen by hand where it did not tell by itself."""

from __future__ import annotations

import json
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, Final

from kecamatan.ground.errors import InputError
from reports.papers.paper import Row
from reports.paste.headings import choices
from reports.paste.reading import Reading, best_reading, read_as, rows_of
from sakip.entry.value_kinds import Choice
from sakip.workbook.sheets.sheet import Column, Sheet

MOST_ROWS: Final = 300
MOST_COLUMNS: Final = 60
_LONGEST: Final = 1_000_000
#: Under which name of the session, and of how many tables, it is remembered how their columns were chosen.
REMEMBERED: Final = "tempel"
_MOST_REMEMBERED: Final = 20
#: Names of fields; the number of the column, the key of the column or the code of the question follows.
COLUMN: Final = "kolom-"
CONSTANT: Final = "tetap-"
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

    def reading(self, session: MutableMapping[str, Any]) -> Reading | None:
        """How it is read: as it was chosen now, as it was chosen before for a table with this head, else by itself.

        None where it is of no table of the page. Raises BlockRefused.
        """
        rows = self.rows
        sheets = [one for one in self.sheets if self.wanted in ("", one.nama)] or list(self.sheets)
        reading = best_reading(rows, sheets)
        if reading is None:
            return None
        mark = signature(reading, rows)
        if self.sent.get("tanda") == mark:
            columns, constants = self._chosen(reading)
            if (columns, constants) != (list(reading.columns), dict(reading.constants)):
                remember(session, mark, columns, constants)
        elif mark in session.get(REMEMBERED, {}):
            columns, constants = session[REMEMBERED][mark]
        else:
            return reading
        known = {key for key, _ in choices(reading.sheet)} | set(reading.columns)
        columns = [key if key in known else "" for key in columns]
        return replace(
            read_as(rows, reading.sheet, columns, constants),
            heads=reading.heads,
            body=reading.body,
            chosen=True,
        )

    def _chosen(self, reading: Reading) -> tuple[list[str], dict[str, str]]:
        columns = [self.sent.get(f"{COLUMN}{at}", key) for at, key in enumerate(reading.columns)]
        keys = {column.key for column in reading.sheet.columns}
        constants = {
            key: value
            for name, value in self.sent.items()
            if name.startswith(CONSTANT)
            and value
            and (key := name.removeprefix(CONSTANT)) in keys - set(columns)
        }
        return columns, constants

    @property
    def answers(self) -> dict[str, str]:
        """Which key is meant, by the code of the question."""
        return {
            name.removeprefix(NAMED): value
            for name, value in self.sent.items()
            if name.startswith(NAMED) and value
        }


def signature(reading: Reading, rows: Sequence[Row]) -> str:
    """Tells the head of a table, of the sheet that it is of, from others; of one without a head its width."""
    head = list(reading.heads) if any(reading.heads) else [len(reading.columns)]
    return sha256(json.dumps([reading.sheet.nama, head]).encode()).hexdigest()[:16]


def remember(
    session: MutableMapping[str, Any], mark: str, columns: Sequence[str], constants: Mapping[str, str]
) -> None:
    """Keep for the person how the columns of such a table were chosen."""
    known = {key: one for key, one in session.get(REMEMBERED, {}).items() if key != mark}
    session[REMEMBERED] = dict([*known.items(), (mark, (list(columns), dict(constants)))][-_MOST_REMEMBERED:])


@dataclass(frozen=True, kw_only=True)
class AskedConstant:
    """A column that every row needs and no column says: what is offered for it, nothing where it is typed."""

    column: Column
    value: str
    offered: Sequence[tuple[str, str]]

    @property
    def name(self) -> str:
        """The name of its field."""
        return f"{CONSTANT}{self.column.key}"


def asked_constants(reading: Reading) -> list[AskedConstant]:
    """What is asked beside the columns, and what was found out for it."""
    keys = dict.fromkeys([*(column.key for column in reading.lacking), *reading.constants])
    return [
        AskedConstant(
            column=column,
            value=reading.constants.get(key, ""),
            offered=column.kind.choices if isinstance(column.kind, Choice) else (),
        )
        for key in keys
        if key not in reading.columns
        for column in (reading.sheet[key],)
    ]
