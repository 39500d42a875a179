"""Migrations with half of the computing: the same statements, without what Django makes anew on the way to them.

After each change of a model it makes that model and all around it anew, every field of them by taking it apart and
putting it together, and so every constraint. A constraint or an index changes no field, a field can be copied, and a
constraint that has its whole name serves as it is. The statements that change a table are made from its own model
alone; before Python code of a migration runs, which may ask any, Django makes all of them anew by itself.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import cache
from typing import Any
from unittest.mock import patch

from django.db.migrations.state import ProjectState
from django.db.models import Field
from django.db.models.options import Options


@contextmanager
def quick_migrations() -> Iterator[None]:
    """While this holds, ``migrate`` is quick."""
    append, remove = ProjectState._append_option, ProjectState._remove_option  # type: ignore[attr-defined]
    with (
        patch.object(Field, "clone", _copied),
        patch.object(Options, "_format_names", _named),
        patch.object(ProjectState, "reload_model", _alone),
        patch.object(ProjectState, "_append_option", _in_place(append)),
        patch.object(ProjectState, "_remove_option", _in_place(remove)),
    ):
        yield


def _copied(field: Any, _clone: Callable[[Any], Any] = Field.clone) -> Any:
    if field.many_to_many or hasattr(field, "model"):
        return _clone(field)
    new = copy(field)
    if field.is_relation:  # what it points to is found out for each model by itself
        new.remote_field = copy(field.remote_field)
        new.remote_field.field = new
        for one in (new, new.remote_field):
            shape: Any = type(one)
            for name in _found_out(shape) & vars(one).keys():
                del vars(one)[name]
    if not field.auto_created:  # columns stand in the order in which their fields were made
        new.creation_counter = Field.creation_counter
        Field.creation_counter += 1
    return new


@cache
def _found_out(shape: type) -> frozenset[str]:
    """What objects of a class remember once they were asked."""
    return frozenset(
        n for n in dir(shape) if type(inspect.getattr_static(shape, n)).__name__ == "cached_property"
    )


_format: Callable[..., list[Any]] = Options._format_names  # type: ignore[attr-defined]


def _named(options: Any, some: list[Any]) -> list[Any]:
    return [one if "%" not in one.name else _format(options, [one])[0] for one in some]


def _alone(state: ProjectState, app: str, model: str, delay: bool = False) -> None:
    if "apps" in vars(state):
        state.is_delayed = True
        state._reload({(app, model)})  # type: ignore[attr-defined]


def _in_place(change: Callable[..., None]) -> Callable[..., None]:
    def changed(state: ProjectState, app: str, model: str, option: str, about: Any) -> None:
        with patch.object(ProjectState, "reload_model"):
            change(state, app, model, option, about)
        if "apps" in vars(state):
            found = state.apps.get_model(app, model)
            setattr(found._meta, option, list(state.models[app, model].options[option]))
            found._meta._expire_cache()

    return changed
