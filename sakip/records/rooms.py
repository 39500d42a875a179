"""Finds the modules of the rooms: a new record is a new folder, and no list of folders is kept anywhere."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType


def load(module: str) -> tuple[ModuleType, ...]:
    """Import the module of that name (a pattern: ``*form``) from every room that has it, in the order of their names.

    Raises ValueError where no room has one: a misspelt name would register nothing, and silently.
    """
    found = sorted(Path(__file__).parent.glob(f"*/{module}.py"))
    if not found:
        raise ValueError(f"tidak ada ruang catatan dengan modul {module!r}")
    return tuple(import_module(f"sakip.records.{path.parent.name}.{path.stem}") for path in found)
