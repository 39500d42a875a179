"""The one judge of a row: asked by every door before the row is written.

A rule about one row is a function that takes the row, as it would be stored, and yields what is wrong with it. It may
also settle the row: a label becomes its letter, "B (80)" a letter with its printed form. The rules of a record stand in
its ``rules.py`` and are registered for its model; form, grid, paste, workbook, fixture, copy and command ask
:func:`judge` and nothing else. What one row can break of the database's own rules is judged by the model's
constraints; what only many rows can break by :mod:`sakip.checks`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db import models

from kecamatan.ground.row_write import Problem as Problem

Rule = Callable[[Any], Iterable["Problem"]]
R = TypeVar("R", bound=Callable[[Any], Iterable["Problem"]])


_RULES: dict[type[models.Model], list[Rule]] = {}


def rule(*kinds: type[models.Model]) -> Callable[[R], R]:
    """Register a rule for rows of these models, in the order of registration."""

    def register(function: R) -> R:
        for kind in kinds:
            _RULES.setdefault(kind, []).append(function)
        return function

    return register


def judge(row: models.Model) -> list[Problem]:
    """Settle the row, and say everything that its record's rules find wrong with it."""
    return [problem for one in _RULES.get(type(row), ()) for problem in one(row)]
