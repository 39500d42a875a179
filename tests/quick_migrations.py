"""Migrations with half of the computing: the same statements, without what Django makes anew on the way to them.

After each change of a model it makes that model and all around it anew, every field of them by taking it apart and
putting it together. A constraint or an index changes no field, and a field that points nowhere can be copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import Any
from unittest.mock import patch

from django.db.migrations.state import ProjectState
from django.db.models import Field


@contextmanager
def quick_migrations() -> Iterator[None]:
    """While this holds, ``migrate`` is quick."""
    append, remove = ProjectState._append_option, ProjectState._remove_option  # type: ignore[attr-defined]
    with (
        patch.object(Field, "clone", _copied),
        patch.object(ProjectState, "_append_option", _in_place(append)),
        patch.object(ProjectState, "_remove_option", _in_place(remove)),
    ):
        yield


def _copied(field: Any, _clone: Callable[[Any], Any] = Field.clone) -> Any:
    if field.is_relation or hasattr(field, "model"):
        return _clone(field)
    new = copy(field)
    if not field.auto_created:  # columns stand in the order in which their fields were made
        new.creation_counter = Field.creation_counter
        Field.creation_counter += 1
    return new


def _in_place(change: Callable[..., None]) -> Callable[..., None]:
    def changed(state: ProjectState, app: str, model: str, option: str, about: Any) -> None:
        with patch.object(ProjectState, "reload_model"):
            change(state, app, model, option, about)
        if "apps" in vars(state):
            found = state.apps.get_model(app, model)
            setattr(found._meta, option, list(state.models[app, model].options[option]))
            found._meta._expire_cache()

    return changed
