"""How tables of a record are written is declared with its sheet: what reads a block asks the sheet, by no name."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

from sakip.records import sheets  # noqa: F401  # registers them all
from sakip.workbook.sheets.record_sheet import RECORD_SHEETS
from tests.sources import TOGETHER, nodes

pytestmark = TOGETHER

ROOT: Final = Path(__file__).resolve().parent.parent


def sources(room: str) -> list[Path]:
    found = sorted((ROOT / room).glob("*.py"))
    assert len(found) > 5
    return found


def names(node: ast.AST) -> set[str]:
    """The sheets that a piece of a source names."""
    said = {
        one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }
    return said & RECORD_SHEETS.keys()


def test_what_reads_a_pasted_block_names_no_sheet() -> None:
    known = {path.name: names(one) for path in sources("reports/paste") for one in nodes(path)[:1]}
    assert {name: said for name, said in known.items() if said} == {}
    assert names(ast.parse('if sheet.nama == "SDM": pass')) == {"SDM"}
