"""Tables as files that a program reads: CSV (RFC 4180, UTF-8), JSON, and the schema of both."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any, Final

from reports.open_data.table import Column, DataTable, Row, Value

TYPES: Final = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
"""Media types of the shapes in which a table is handed out."""

#: With which a spreadsheet takes a text for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(table: DataTable, rows: Iterable[Row]) -> str:
    """A heading of the columns' names, then a line per row; what is not known is empty."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(one.name for one in table.columns)
    for row in rows:
        writer.writerow(_cell(one, row.get(one.name)) for one in table.columns)
    return written.getvalue()


def _cell(column: Column, value: Value) -> Value:
    """A text that a spreadsheet would compute is told to be one, by the sign that it hides."""
    if column.type == "string" and isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def as_json(table: DataTable, rows: Iterable[Row]) -> str:
    """A list of objects; numbers as numbers, with all their digits, and null for what is not known."""
    return f"[{','.join(row_json(table, row) for row in rows)}]"


def row_json(table: DataTable, row: Row) -> str:
    """One row. A decimal goes out as the text that it is kept as: no float rounds it on the way."""
    parts = (f"{json.dumps(one.name)}:{_token(one, row.get(one.name))}" for one in table.columns)
    return f"{{{','.join(parts)}}}"


def _token(column: Column, value: Value) -> str:
    if column.type == "number" and isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def json_schema(table: DataTable, address: str) -> dict[str, Any]:
    """What :func:`as_json` gives, as JSON Schema (2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "title": table.name,
        "description": table.meaning,
        "type": "array",
        "items": row_schema(table),
    }


def row_schema(table: DataTable) -> dict[str, Any]:
    """One row as JSON Schema."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [one.name for one in table.columns],
        "properties": {
            one.name: {
                "type": one.type if one.required else [one.type, "null"],
                "title": one.title,
                "description": one.meaning,
            }
            for one in table.columns
        },
    }


def data_package(
    *, name: str, title: str, held: Sequence[DataTable], addresses: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """The tables of a kecamatan-year as a Frictionless Tabular Data Package; ``addresses`` by table and shape."""
    return {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": f"{table.code}",
                "title": table.name,
                "description": table.meaning,
                "path": addresses[table.code]["csv"],
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": table_schema(table),
            }
            for table in held
        ],
    }


def table_schema(table: DataTable) -> dict[str, Any]:
    """The columns as a Frictionless Table Schema."""
    return {
        "fields": [
            {
                "name": one.name,
                "type": one.type,
                "title": one.title,
                "description": one.meaning,
                **({"decimalChar": "."} if one.type == "number" else {}),
                **({"constraints": {"required": True}} if one.required else {}),
            }
            for one in table.columns
        ],
        "missingValues": [""],
    }
