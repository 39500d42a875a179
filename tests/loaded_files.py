"""Files for tests of loading: the project's own, and small ones of which a test breaks one place."""

import copy
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

from reports.workbook.fixtures import Loaded, fixtures_load
from sakip.records.reference import reference_load

ROOT = Path(__file__).resolve().parent.parent / "fixtures"
REFERENSI = ROOT / "referensi"
CONTOH = ROOT / "contoh"

#: The real kecamatan-years in it.
TAHUN_CONTOH = (("35.09.01", 2023), ("35.09.05", 2021), ("35.09.10", 2020), ("35.09.25", 2024))

#: A kecamatan-year that uses every part of the format once, small enough to work by hand.
MINI: dict[str, Any] = json.loads((Path(__file__).parent / "mini.json").read_text(encoding="utf-8"))

Change = Callable[[dict[str, Any]], None]


def mini() -> dict[str, Any]:
    """A copy of MINI that a test may break."""
    return copy.deepcopy(MINI)


def write_json(location: Path, content: Any) -> Path:
    """Write a fixture file and return its place."""
    location.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return location


def folder_mini(folder: Path, *change: Change) -> Path:
    """A folder with one contoh file: MINI, changed."""
    content = mini()
    for one in change:
        one(content)
    write_json(folder / "mini.json", content)
    return folder


def copy_referensi(folder: Path) -> Path:
    """A copy of fixtures/referensi that a test may break."""
    return Path(shutil.copytree(REFERENSI, folder / "referensi"))


def load_referensi() -> None:
    """The reference data as delivered."""
    reference_load(folder=REFERENSI)


def load_mini(folder: Path, *change: Change) -> list[Loaded]:
    """MINI, changed, in the database; the reference data must be there."""
    return fixtures_load(folder=folder_mini(folder, *change))


def load_all() -> list[Loaded]:
    """Reference data and the real kecamatan-years as delivered."""
    load_referensi()
    return fixtures_load(folder=CONTOH)


def row_counts() -> dict[str, int]:
    """How many rows every model has: the same before and after, where nothing may have been written."""
    with connection.cursor() as cursor:
        cursor.execute(_count())
        return dict(cursor.fetchall())


@cache
def _count() -> str:
    tables = {m._meta.label: m._meta.db_table for m in apps.get_models() if m._meta.managed}
    return " UNION ALL ".join(f"SELECT '{one}', count(*) FROM \"{table}\"" for one, table in tables.items())  # noqa: S608
