"""The pieces that the recipes put into a scratch copy name only what exists; the recipes themselves run apart."""

from __future__ import annotations

import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.table_tests import each_row

PIECES = Path(__file__).resolve().parent.parent / "script" / "recipe_pieces"
#: What a recipe makes itself.
MADE = ("sakip.records.pengaduan", "reports.lkip.bab1_wilayah", "reports.lkip.bab1_pengaduan")


def imports() -> list[tuple[str, str, str]]:
    found = []
    for piece in sorted(PIECES.glob("*.py.txt")):
        for module, names in re.findall(r"^from (\S+) import ([\w, ]+)$", piece.read_text(), re.MULTILINE):
            if not module.startswith(MADE):
                found += [(piece.name, module, name) for name in re.sub(r" as \w+", "", names).split(", ")]
    return found


@each_row(("piece", "module", "name"), imports())
def test_what_a_piece_imports_exists(piece: str, module: str, name: str) -> None:
    assert hasattr(import_module(module), name) or find_spec(f"{module}.{name}"), piece
