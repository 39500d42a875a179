"""Which decisions in the code do the tests guard? Each is changed in turn, and the tests that should notice are run.

Run by script/mutasi. Nothing on the disk is touched: the changed module exists in a child process only. The parent
imports the project once and forks, so that a change costs its tests and not the start of Django. Changes inside a
function are put into the function that is there already; those outside (tables, decorators, defaults) are made while
the module is imported, and so come first, before the parent imports anything of the project.
"""

from __future__ import annotations

import ast
import gc
import importlib
import importlib.abc
import importlib.util
import os
import re
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Final

from script.mutation_targets import TARGETS

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = ROOT / "docs" / "mutasi.md"

#: A change may turn a loop into one without end. Seconds of computing: a machine that is busy otherwise must not
#: make a change look noticed; ten times as much by the clock, for one that waits without end.
SECONDS = 60

#: As many changes cost less than importing for them what most of them do not use.
FEW = 10

#: Exit code of a child in which the change could not be made: a fault of this script, not something noticed.
NOT_RUN = 97

#: The libraries are imported before pytest could rewrite their assertions, and nobody reads those here.
PYTEST: Final = (
    *("-p", "no:cacheprovider", "-q", "-x", "--no-header", "--tb=line"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)

SWAPS: Final[dict[type[ast.AST], type[ast.AST]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True)
class Change:
    """One change: ``scope`` is the function or class it is in (empty outside of any), ``line`` where it stood."""

    file: str
    scope: str
    line: int
    before: str
    after: str
    function: str
    """The outermost function around it, empty for what is decided while the module is imported."""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it is called in the list of explained survivors: no line number, so that it stays when code moves."""
        return self.file, self.scope, self.before, self.after

    @property
    def module(self) -> str:
        """Name of the module that is changed."""
        return self.file.removesuffix(".py").replace("/", ".")

    def __str__(self) -> str:
        return f"`{self.file}` `{self.scope or '-'}`: `{self.before}` → `{self.after}`"


# --- What can be changed ---


def changes(file: str, source: str) -> Iterator[tuple[Change, ast.Module]]:
    """Every change with the changed tree, which is the same tree each time: use it before asking for the next."""
    tree = ast.parse(source)
    imported = {
        (name.asname or name.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    for parent, field, index, node, scope, function in _places(tree):
        value = getattr(parent, field)
        for new in _alternatives(parent, field, node, imported):
            whole = isinstance(parent, ast.expr | ast.comprehension | ast.keyword | ast.AugAssign)
            before = _shown(parent if whole else node)
            if index is None:
                setattr(parent, field, new)
            else:
                setattr(parent, field, [*value[:index], *([] if new is None else [new]), *value[index + 1 :]])
            after = _shown(parent) if whole else _shown(new) if new else "–"
            ast.fix_missing_locations(tree)
            yield Change(file, scope, _line(parent, node), before, after, function), tree
            setattr(parent, field, value)


Place = tuple[ast.AST, str, int | None, ast.AST, str, str]


def _places(tree: ast.Module) -> Iterator[Place]:
    def visit(parent: ast.AST, scope: str, function: str) -> Iterator[Place]:
        for field, value in ast.iter_fields(parent):
            if field in ("annotation", "returns", "type_params"):
                continue
            inside = scope, function
            if isinstance(parent, ast.FunctionDef | ast.ClassDef):
                name = f"{scope}.{parent.name}" if scope else parent.name
                body = field == "body" and isinstance(parent, ast.FunctionDef)
                inside = name, function or (name if body else "")
            for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if not isinstance(node, ast.AST) or _silent(node):
                    continue
                yield parent, field, index, node, *inside
                yield from visit(node, *inside)

    return visit(tree, "", "")


def _silent(node: ast.AST) -> bool:
    """What decides nothing: imports, docstrings, assertions for the type checker and names of types."""
    match node:
        case ast.Import() | ast.ImportFrom() | ast.Assert() | ast.JoinedStr():
            return True
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar"))):
            return True
        case ast.Assign(value=ast.Subscript(value=ast.Name(id="Callable" | "dict" | "list" | "tuple"))):
            return True
    return False


def _alternatives(parent: ast.AST, field: str, node: ast.AST, imported: set[str]) -> Iterator[ast.AST | None]:
    """What could stand there instead; None for nothing at all."""
    if field == "decorator_list" or (isinstance(parent, ast.comprehension) and field == "ifs"):
        yield None
    if field == "keywords" and isinstance(parent, ast.Call):
        yield None
    if isinstance(parent, ast.If | ast.IfExp | ast.While) and field == "test":
        yield ast.Constant(True)
        yield ast.Constant(False)
    if isinstance(parent, ast.Set | ast.List | ast.Tuple) and field == "elts" and _loaded(parent):
        yield None
    if isinstance(node, ast.cmpop | ast.boolop | ast.operator) and (swap := SWAPS.get(type(node))):
        yield swap()
    match node:
        case ast.Expr() | ast.Raise():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]) | ast.AugAssign():
            yield ast.Pass()
        case ast.Return(value=value) if not _is_none(value) and not _is_flag(value):
            yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.With(body=body):
            yield ast.If(ast.Constant(True), body, [])
        case ast.BoolOp(op=op, values=values):
            for left in range(len(values)):
                rest = values[:left] + values[left + 1 :]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.IfExp(body=body, orelse=orelse):
            yield body
            yield orelse
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as number):
            yield ast.Constant(number + 1)
        case ast.Constant(value=str() as text) if (
            text and " " not in text
        ):  # a sentence is read, not decided on
            yield ast.Constant(f"{text}_")
        case ast.Call(func=ast.Attribute(value=ast.Call() as rest)):
            yield rest
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name) as rest)) if name not in imported:
            yield rest
        case ast.Dict(keys=keys, values=values):
            for left in range(len(keys)):
                yield ast.Dict(keys[:left] + keys[left + 1 :], values[:left] + values[left + 1 :])


def _loaded(node: ast.Set | ast.List | ast.Tuple) -> bool:
    return isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)


def _is_none(node: ast.AST | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is None)


def _is_flag(node: ast.AST | None) -> bool:
    """True and False are changed into one another; None for False would be the same to whoever asks."""
    return isinstance(node, ast.Constant) and isinstance(node.value, bool)


def _shown(node: ast.AST) -> str:
    """The code in one line; of a block only its head."""
    text = ast.unparse(node)
    if isinstance(node, ast.With | ast.If):
        text = text.partition("\n")[0]
    return re.sub(r"\s+", " ", text).strip()


def _line(parent: ast.AST, node: ast.AST) -> int:
    return int(getattr(node, "lineno", 0) or getattr(parent, "lineno", 0))


# --- The list of explained survivors ---

_ENTRY = re.compile(r"^- `([^`]+)` `([^`]+)`: `([^`]+)` → `([^`]+)`", re.M)


def explained(text: str) -> set[tuple[str, str, str, str]]:
    """Keys of the changes that the list in docs/mutasi.md explains."""
    return {(file, "" if scope == "-" else scope, old, new) for file, scope, old, new in _ENTRY.findall(text)}


# --- Running ---


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from changed code; everything else as always."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module that is changed, and no other."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def create_module(self, spec: ModuleSpec) -> None:
        """As always."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed code."""
        exec(self.code, module.__dict__)  # noqa: S102  # the project's own code


@dataclass(frozen=True)
class Mutant:
    """A change and the code that it makes."""

    change: Change
    code: CodeType

    def install(self) -> None:
        """Put the change into this process, where the project may be imported already."""
        if self.change.module not in sys.modules:
            sys.meta_path.insert(0, Changed(self.change.module, ROOT / self.change.file, self.code))
            return
        new = _codes(self.code)[self.change.function]
        for function in _functions(str(ROOT / self.change.file), self.change.function):
            function.__code__ = new


def mutants(file: str) -> list[Mutant]:
    """Every mutant of a file; those that must be there when the module is imported come first."""
    source = (ROOT / file).read_text()
    path = str(ROOT / file)
    found = [Mutant(change, compile(tree, path, "exec")) for change, tree in changes(file, source)]
    original = _codes(compile(source, path, "exec"))

    def early(mutant: Mutant) -> bool:
        name = mutant.change.function
        # A function cannot be given code that closes over other variables.
        return not name or original[name].co_freevars != _codes(mutant.code)[name].co_freevars

    return sorted(
        (
            replace(mutant, change=replace(mutant.change, function="")) if early(mutant) else mutant
            for mutant in found
        ),
        key=lambda mutant: bool(mutant.change.function),
    )


def _codes(code: CodeType) -> dict[str, CodeType]:
    """Code of every function and class by its qualified name; overloads of one name do not occur here."""
    found: dict[str, CodeType] = {}
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found[constant.co_qualname] = constant
            found |= _codes(constant)
    return found


@cache
def _functions(path: str, name: str) -> list[FunctionType]:
    """The function, wherever it is kept: decorators and managers hold it too."""
    return [
        thing
        for thing in gc.get_objects()
        if type(thing) is FunctionType  # isinstance() would wake lazy objects
        and thing.__code__.co_filename == path
        and thing.__code__.co_qualname == name
    ]


def run(mutant: Mutant | None, tests: Sequence[str], folder: Path) -> int:
    """The exit code of pytest in a child in which the change is made: 0 when nobody notices."""
    if mutant and mutant.change.module in sys.modules:
        # Looked for once, before the child is there: it would look for the same ones again.
        assert _functions(str(ROOT / mutant.change.file), mutant.change.function)  # noqa: S101
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.alarm(10 * SECONDS)
        with (folder / "keluaran").open("w") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        code = NOT_RUN
        try:
            if mutant:
                mutant.install()
            import pytest

            code = int(pytest.ExitCode.INTERNAL_ERROR)
            code = int(pytest.main([*PYTEST, f"--basetemp={folder / 'pytest'}", *tests]))
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code == NOT_RUN:
        raise RuntimeError((folder / "keluaran").read_text())
    return code


def warm_up(*, project: bool, everything: bool) -> None:
    """Import what every run needs: first the libraries alone, later the project as well. ``everything``: also what only
    some runs need, the heavy libraries and every view."""
    for name in ("django.test", "pytest_django.plugin"):
        importlib.import_module(name)
    if everything:
        for name in ("hypothesis", "openpyxl", "weasyprint", "docx", "PIL.Image"):
            importlib.import_module(name)
    if project:
        import django
        from django.urls import get_resolver

        django.setup()
        importlib.import_module("tests.conftest")
        if everything:
            assert get_resolver().url_patterns  # noqa: S101  # every view is imported


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for; 0 when every survivor is explained."""
    only_list = "--daftar" in arguments
    arguments = [argument for argument in arguments if argument != "--daftar"]
    scope = ""
    if "--fungsi" in arguments:
        at = arguments.index("--fungsi")
        scope = arguments[at + 1] if at + 1 < len(arguments) else ""
        del arguments[at : at + 2]
    if arguments and len(arguments) == 1 and arguments[0] not in TARGETS:
        print(f'script/mutasi: "{arguments[0]}" tidak terdaftar. Sebutkan pula ujinya.', file=sys.stderr)
        return 2
    targets = TARGETS
    if arguments:
        targets = {arguments[0]: tuple(arguments[1:]) or TARGETS[arguments[0]]}
    for path in [path for file, tests in targets.items() for path in (file, *tests)]:
        if not (ROOT / path.partition("::")[0]).exists():
            print(f'script/mutasi: "{path}" tidak ada. Perbaiki namanya.', file=sys.stderr)
            return 2
    work = [
        (mutant, tests)
        for file, tests in targets.items()
        for mutant in mutants(file)
        if not scope or scope in mutant.change.scope.split(".")
    ]
    if only_list:
        for mutant, _ in work:
            print(f"{mutant.change.line:4} {mutant.change}")
        return 0
    return _judge(work, targets, whole=not scope)


def _judge(
    work: list[tuple[Mutant, tuple[str, ...]]], targets: dict[str, tuple[str, ...]], *, whole: bool
) -> int:
    """Run all mutants, those made at import first, and say what survived."""
    os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings")
    os.chdir(ROOT)
    begin = time.monotonic()
    known = explained(EXPLAINED.read_text()) if EXPLAINED.exists() else set()
    survivors: list[Change] = []
    done = 0
    with tempfile.TemporaryDirectory(prefix="sakip-mutasi-") as name:
        folder = Path(name)
        for early in (True, False):
            now = [(mutant, tests) for mutant, tests in work if bool(mutant.change.function) is not early]
            if not now:
                continue
            warm_up(project=not early, everything=len(work) > FEW)
            for tests in dict.fromkeys(tests for _, tests in now):
                if code := run(None, tests, folder):
                    print((folder / "keluaran").read_text())
                    print(f"script/mutasi: uji gagal tanpa perubahan apa pun (kode {code}).", file=sys.stderr)
                    return 2
            for mutant, tests in now:
                done += 1
                if run(mutant, tests, folder) == 0:
                    survivors.append(mutant.change)
                    mark = "dijelaskan" if mutant.change.key in known else "LOLOS"
                    print(f"{mark:10} {mutant.change.line:4} {mutant.change}", flush=True)
    open_ones = [change for change in survivors if change.key not in known]
    stale = {key for key in known if whole and key[0] in targets} - {change.key for change in survivors}
    for key in sorted(stale):
        print(f"USANG      {' · '.join(key)}: dijelaskan di docs/mutasi.md, tetapi tidak lolos lagi.")
    print(
        f"{done} perubahan: {done - len(survivors)} diketahui uji, {len(survivors) - len(open_ones)} lolos dan"
        f" dijelaskan, {len(open_ones)} lolos. {time.monotonic() - begin:.0f} detik."
    )
    return 1 if open_ones or stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
