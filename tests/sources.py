"""The project's own source, parsed once for all rules that are read off it; a group of xdist keeps them together."""

import ast
from functools import cache
from pathlib import Path

import pytest

TOGETHER = pytest.mark.xdist_group("sources")


@cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in it, as ``ast.walk`` goes."""
    return tuple(ast.walk(tree(path)))
