"""A table of cases as one test: what surrounds a test costs ten times what a row of pure arithmetic does.

For what needs no fixture that a row could change. Rows that fail are all told, each with what it is, what was expected
and what was found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import signature
from typing import Any

import pytest

Test = Callable[..., None]


def each_row(
    names: str | Sequence[str],
    rows: Iterable[Any],
    *,
    ids: Callable[[Any], Any] | Iterable[Any] | None = None,
) -> Callable[[Test], Test]:
    """As ``pytest.mark.parametrize`` is written; the rows are run by one test."""
    columns = [one.strip() for one in names.split(",")] if isinstance(names, str) else list(names)
    table = list(rows)
    values = [_values(row, len(columns)) for row in table]
    called = list(ids) if ids is not None and not callable(ids) else ids

    def decorate(test: Test) -> Test:
        @wraps(test)
        def every_row(**fixtures: Any) -> None:
            assert values, "a table without a row shows nothing"
            failed: list[BaseException] = []
            for at, row in enumerate(values):
                try:
                    test(**fixtures, **dict(zip(columns, row, strict=True)))
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"baris {_called(at, table, values, called)}")
                    failed.append(error)
            if len(failed) == 1:
                raise failed[0]
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} dari {len(values)} baris", failed)

        del every_row.__wrapped__  # what it takes pytest would look for there
        taken = signature(test)
        others = [one for name, one in taken.parameters.items() if name not in columns]
        every_row.__signature__ = taken.replace(parameters=others)  # type: ignore[attr-defined]
        return every_row

    return decorate


def _values(row: Any, columns: int) -> Sequence[Any]:
    """What a row holds; of a table of one column the row is the value."""
    if hasattr(row, "values") and hasattr(row, "marks"):  # pytest.param
        assert not row.marks, "a row with a mark is a test of its own"
        return tuple(row.values)
    return (row,) if columns == 1 else tuple(row)


def _called(at: int, table: Sequence[Any], values: Sequence[Sequence[Any]], ids: Any) -> str:
    """What the row is called, as pytest would call its test, else its words."""
    if callable(ids):
        return "-".join(str(ids(one)) for one in values[at])
    named = (
        ids[at]
        if ids is not None
        else getattr(table[at], "id", None)
        if hasattr(table[at], "marks")
        else None
    )
    return str(named or ", ".join(_words(one) for one in values[at]))


def _words(value: Any) -> str:
    try:
        return repr(value)[:60]
    except Exception:  # a row of a model that stands on none yet cannot say what it is
        return type(value).__name__
