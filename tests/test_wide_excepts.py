"""Who catches whatever there is either tells of it or lets it go on; only one place makes a refusal of it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Final

from tests.sources import TOGETHER, nodes

pytestmark = TOGETHER

ROOT: Final = Path(__file__).resolve().parent.parent
ROOMS: Final = ("kecamatan", "sakip", "reports")
WIDE: Final = {"Exception", "BaseException"}

#: Makes a refusal of what a library raises of a file, and lets through what is no fault of the file.
REFUSES: Final = "kecamatan/ground/errors.py"

#: Names it in its summary, and the others go on.
SAYS: Final = {"reports/publish/batch.py"}


def wide(path: Path) -> list[ast.ExceptHandler]:
    """The handlers of a file that catch whatever there is."""
    handlers = [node for node in nodes(path) if isinstance(node, ast.ExceptHandler)]
    return [one for one in handlers if one.type is None or ast.unparse(one.type) in WIDE]


def refuses(handler: ast.ExceptHandler) -> bool:
    """Whether it raises something else instead."""
    return any(isinstance(node, ast.Raise) and node.exc is not None for node in ast.walk(handler))


def tells(handler: ast.ExceptHandler) -> bool:
    """Whether it goes on upwards, or into the log with where it came from."""
    return any(
        (isinstance(node, ast.Raise) and node.exc is None)
        or (isinstance(node, ast.Call) and ast.unparse(node.func) in ("log.exception", "log.debug"))
        for node in ast.walk(handler)
    )


def test_whatever_is_caught_is_told_and_only_one_place_makes_a_refusal_of_it() -> None:
    refusing, silent = set(), set()
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            place = path.relative_to(ROOT).as_posix()
            for handler in wide(path):
                if refuses(handler) and not tells(handler):
                    refusing.add(place)
                elif not tells(handler):
                    silent.add(place)
    assert (refusing, silent) == ({REFUSES}, SAYS)
