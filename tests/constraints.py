"""Both faces of a constraint: full_clean() says what to do, and the database refuses what goes round it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import BaseConstraint, CheckConstraint, Model, QuerySet

from tests.factory import build, make

REMEDY = (
    "Buat",
    "Buka",
    "Hapus",
    "Hitung",
    "Isi",
    "Minta",
    "Pakai",
    "Perbaiki",
    "Periksa",
    "Pilih",
    "Simpan",
    "Tambahkan",
    "Tulis",
    "Tunggu",
    "Ubah",
    "Unggah",
)
"""Every message tells what to do, beginning a sentence with one of these verbs."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A row that breaks exactly one rule. ``present`` is the row already stored, for rules about two rows.

    ``message`` is given where the field's own validator speaks before the constraint.
    """

    rules: str
    model: type[Model]
    violate: dict[str, Any]
    present: dict[str, Any] | None = None
    message: str = ""

    @property
    def nama(self) -> str:
        """The constraint's name."""
        return f"{self.model._meta.app_label}_{self.model._meta.model_name}_{self.rules}"

    @property
    def constraint(self) -> BaseConstraint:
        """The constraint itself; KeyError when the model has none of that name."""
        return {c.name: c for c in self.model._meta.constraints}[self.nama]

    def row(self) -> Model:
        """The offending row, not stored; what must already be there is."""
        if self.present is not None:
            make(self.model, **self.present)
        return build(self.model, **self.violate)


def double(model: type[Model], rules: str, message: str = "", **differences: Any) -> Case:
    """A second row equal to the first in the columns of a UNIQUE, different in ``differences``."""
    return Case(rules=rules, model=model, present={}, violate=differences, message=message)


def empty(column: str, *model: type[Model]) -> Iterator[Case]:
    """A required text that is empty."""
    return (Case(rules=f"{column}_terisi", model=m, violate={column: ""}) for m in model)


def tahun(column: str, *model: type[Model], **change: Any) -> Iterator[Case]:
    """Years just outside 2000–2100."""
    return (
        Case(rules=f"{column}_wajar", model=m, violate={column: t} | change)
        for m in model
        for t in (1999, 2101)
    )


def uang(model: type[Model], *columns: str) -> Iterator[Case]:
    """Amounts just outside what can be kept."""
    return (
        Case(rules=f"{k}_wajar", model=model, violate={k: Decimal(n)})
        for k in columns
        for n in ("-0.01", "10000000000000")
    )


def fingerprint(model: type[Model], *columns: str) -> Iterator[Case]:
    """A hash that lost a character."""
    return (Case(rules=f"{k}_lengkap", model=model, violate={k: "a" * 63}) for k in columns)


def check_full_clean(cases: Iterable[Case]) -> None:
    """The only message is the rule's own, at a column of the row."""
    _check_each((case.model, case.violate, partial(_says_what_to_do, case)) for case in cases)


def _says_what_to_do(case: Case) -> None:
    with pytest.raises(ValidationError) as error:
        case.row().full_clean()
    assert error.value.messages == [case.message or case.constraint.violation_error_message]
    (column,) = error.value.message_dict
    assert (
        column in {f.name for f in case.model._meta.concrete_fields} or case.constraint.contains_expressions
    )


def check_database(cases: Iterable[Case]) -> None:
    """The database refuses the row, and names the rule where the engine can."""
    _check_each((case.model, case.violate, partial(_is_refused, case)) for case in cases)


def _is_refused(case: Case) -> None:
    row = case.row()
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        type(row)._default_manager.bulk_create([row])
    if connection.vendor == "postgresql" or isinstance(case.constraint, CheckConstraint):
        assert case.nama in str(error.value)


def check_valid(rows: Iterable[tuple[type[Model], dict[str, Any]]]) -> None:
    """A row that breaks no rule passes both, and is called something."""
    _check_each((model, change, partial(_passes, model, change)) for model, change in rows)


def _passes(model: type[Model], change: dict[str, Any]) -> None:
    row = build(model, **change)
    row.full_clean()
    row.save()
    row.refresh_from_db()
    assert str(row)


def _check_each(checks: Iterable[tuple[type[Model], dict[str, Any], Callable[[], None]]]) -> None:
    """Every row of a table by itself, as each takes back what it stored; those of one model stand on what the first of
    them stands on. All that fail are told."""
    failed = []
    known: defaultdict[type[Model], list[tuple[dict[str, Any], Callable[[], None]]]] = defaultdict(list)
    for model, change, check in checks:
        known[model].append((change, check))
    for model, rows in known.items():
        with taken_back():
            with transaction.atomic():
                build(model, **rows[0][0])
                if QuerySet(model).exists():  # it stands on another of its own kind
                    transaction.set_rollback(True)
            for change, check in rows:
                try:
                    with taken_back():
                        check()
                except (Exception, pytest.fail.Exception) as error:
                    failed.append(f"{model._meta.label} {change}: {type(error).__name__} {error}")
    assert not failed, "\n".join(failed)


@contextmanager
def taken_back() -> Iterator[None]:
    """What is stored inside is gone behind it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def check_all_have_cases(app_label: str, case: Iterable[Case]) -> None:
    """Every constraint of the app has a case, so that a new one without a test fails."""
    with_case = {k.nama for k in case}
    present = {c.name for m in apps.get_app_config(app_label).get_models() for c in m._meta.constraints}
    assert present == with_case


def check_name_and_message(app_label: str) -> None:
    """Constraints are named app_model_rule, fit PostgreSQL, and say in Indonesian what to do."""
    for model in apps.get_app_config(app_label).get_models():
        for c in model._meta.constraints:
            assert c.name.startswith(f"{app_label}_{model._meta.model_name}_"), c.name
            assert len(c.name) <= 63, c.name
            message = str(c.violation_error_message)
            assert message != str(BaseConstraint.default_violation_error_message), c.name
            assert any(re.search(rf"(^|[.;:] ){verb}\b", message) for verb in REMEDY), (c.name, message)
            assert message.endswith("."), (c.name, message)
