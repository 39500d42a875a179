"""How tables of a record are written is declared with its sheet: what reads a block or a paper asks the sheet, and
decides by no name of one."""

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


#: Which proposals a rule of Periksa berkas may be about belongs to the rules, not to the records.
OF_RULES: Final = {"contradicted.py"}


def chosen_by(node: ast.AST) -> set[str]:
    """The sheets by whose names a piece of a source decides: compared, or kept in a table or a list of them."""
    if isinstance(node, ast.Compare):
        return names(node)
    if isinstance(node, ast.Dict):
        return {name for key in node.keys if key is not None for name in names(key)}
    if isinstance(node, ast.MatchValue):
        return names(node)
    parts = node.elts if isinstance(node, ast.Set | ast.Tuple | ast.List) else []
    return {name for part in parts if isinstance(part, ast.Constant) for name in names(part)}


def test_what_reads_a_paper_names_the_sheet_that_it_proposes_for_and_decides_by_none() -> None:
    found = {
        (path.name, name)
        for path in sources("reports/reading")
        if path.name not in OF_RULES
        for node in nodes(path)
        for name in chosen_by(node)
    }
    assert found == set()
    deciding = ('one.sheet in ("PK", "RKT")', '{"PK": 1}', "frozenset({'PK', 'RKT'})", '[("PK", 1)]')
    for text in deciding:
        assert {"PK"} <= {name for node in ast.walk(ast.parse(text)) for name in chosen_by(node)}, text
    assert not {name for node in ast.walk(ast.parse('desk.propose("PK", row)')) for name in chosen_by(node)}
