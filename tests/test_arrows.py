"""The house rules of who may import whom, and what lies at the top of the project.

The arrows point down only: reports → sakip → kecamatan; sakip.capaian leans on nothing. Imports are read
from the source, so that one hidden in a function or behind TYPE_CHECKING counts as well.
"""

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.sources import TOGETHER, nodes
from tests.table_tests import each_row

pytestmark = TOGETHER

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("kecamatan", "sakip", "reports", "bench")

#: What no part of a document may know: it sees frozen dataclasses, never rows.
_NO_ROWS = (
    "django.db",
    "kecamatan.models",
    "sakip.models",
    "reports.models",
    "sakip.records",
    "sakip.snapshot.build",
)

#: The file or folder, and the modules that nothing in it may import.
FORBIDDEN = {
    "kecamatan": ("sakip", "reports", "weasyprint"),
    "sakip": ("reports", "weasyprint"),
    "sakip/checks": ("django",),
    "sakip/snapshot/codec.py": ("django",),
    "sakip/snapshot/types.py": ("django",),
    "sakip/snapshot/parts": ("django",),
    **dict.fromkeys(
        ("reports/document", "reports/lkip", "reports/official", "reports/tables", "reports/prose"), _NO_ROWS
    ),
}
#: The composition root may name every room's pages.
EXEMPT = {"sakip/urls.py"}

#: Libraries with one door: they can be replaced, and guarded, in one place.
ONLY_IN = {
    "boto3": "sakip/web/shared_media.py",
    "botocore": "sakip/web/shared_media.py",
    "crispy_forms": "kecamatan/forms/layout.py",
    "csp": "sakip/settings.py",
    "django_rq": "sakip/web/calls.py",
    "django_tasks": "sakip/web/tasks.py",
    "docx": "reports/docx",
    "httpx": "reports/signing/bsre",
    "openpyxl": "sakip/workbook",
    "pyhanko": "reports/signing",
    "redis": "sakip/web/calls.py",
    "resvg_py": "reports/photos/draw_svg.py",
    "rq": "sakip/web/calls.py",
    "storages": "sakip/web/shared_media.py",
    "weasyprint": "reports/pdf",
}

#: What may not even be reached through other modules of ours.
UNREACHABLE = {
    "sakip/capaian": ("django",),
    "sakip/checks": ("django",),
    "sakip/snapshot/codec.py": ("django",),
    "sakip/snapshot/types.py": ("django",),
    "sakip/snapshot/parts": ("django",),
    **dict.fromkeys(
        ("reports/document", "reports/lkip", "reports/official", "reports/tables", "reports/prose"), _NO_ROWS
    ),
}

TOP_LEVEL = {
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "bench",
    "docs",
    "fixtures",
    "kecamatan",
    "manage.py",
    "pyproject.toml",
    "reports",
    "requirements-dev.lock",
    "requirements.lock",
    "sakip",
    "script",
    "static",
    "templates",
    "tests",
}
#: Made by running, ignored by git.
MADE = {"__pycache__", "data", "keluaran"}


def module_name(path: Path) -> str:
    """Return the dotted name by which a file of the project is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(of: Iterable[ast.AST], *, module: str, is_package: bool) -> set[str]:
    """Return every module that these nodes of it may load, absolute: `from a import b` may load `a` and `a.b`."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    found = set()
    for node in of:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return found


@cache
def imports_of(path: Path) -> frozenset[str]:
    return frozenset(imported(nodes(path), module=module_name(path), is_package=path.name == "__init__.py"))


@cache
def packages_of(path: Path) -> frozenset[str]:
    """What it imports, and the packages above that."""
    return frozenset(name for module in imports_of(path) for name in with_packages(module))


@cache
def with_packages(module: str) -> tuple[str, ...]:
    """The packages that a module is in, from the top, and the module: importing it runs all of them."""
    parts = module.split(".")
    return tuple(".".join(parts[:n]) for n in range(1, len(parts) + 1))


@cache
def files(place: str) -> tuple[Path, ...]:
    target = ROOT / place
    return (target,) if target.suffix else tuple(sorted(target.rglob("*.py")))


def inside(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


@cache
def modules() -> dict[str, Path]:
    return {module_name(path): path for room in ROOMS for path in files(room)}


def reached_from(paths: Iterable[Path]) -> dict[str, str]:
    """Return every module reached from these files through our own code, each with the module that imports it."""
    reached: dict[str, str] = {}
    waiting = list(paths)
    while waiting:
        here = waiting.pop()
        for module in imports_of(here):
            for name in with_packages(module):
                if name not in reached:
                    reached[name] = module_name(here)
                    if name in modules():
                        waiting.append(modules()[name])
    return reached


@pytest.mark.parametrize("place", FORBIDDEN)
def test_a_room_does_not_import_upwards(place: str) -> None:
    assert files(place), f"{place} has no Python files; the rule guards nothing"
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in files(place)
        if not packages_of(path).isdisjoint(FORBIDDEN[place]) and str(path.relative_to(ROOT)) not in EXEMPT
        for module in sorted(imports_of(path))
        if any(inside(module, package) for package in FORBIDDEN[place])
    ]
    assert wrong == []


def test_the_engine_imports_only_the_standard_library() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in files("sakip/capaian")
        for module in sorted(imports_of(path))
        if module.split(".")[0] not in sys.stdlib_module_names and not inside(module, "sakip.capaian")
    ]
    assert files("sakip/capaian")
    assert wrong == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_comes_in_by_its_one_door(library: str) -> None:
    door = ROOT / ONLY_IN[library]
    assert door.exists(), f"{ONLY_IN[library]} is gone; the rule guards nothing"
    wrong = [
        str(path.relative_to(ROOT))
        for path in modules().values()
        if library in packages_of(path)
        if path != door and door not in path.parents
        if not path.is_relative_to(ROOT / "bench")  # there a library may be what is compared with
    ]
    assert wrong == []


@pytest.mark.parametrize("place", UNREACHABLE)
def test_nothing_forbidden_is_reached_through_other_modules(place: str) -> None:
    forbidden = frozenset(UNREACHABLE[place])
    wrong = {
        f"{place} reaches {module} through {through}"
        for module, through in reached_from(files(place)).items()
        if not forbidden.isdisjoint(with_packages(module))
    }
    assert wrong == set()


@pytest.mark.parametrize("module", ["sakip.capaian", "sakip.snapshot.types", "sakip.snapshot.codec"])
def test_pure_modules_run_where_django_is_absent(module: str) -> None:
    # None in sys.modules makes every import of that name fail, as if it were not installed.
    code = f"import sys; sys.modules['django'] = None; import {module}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_module_of_the_engine_runs_where_django_is_absent() -> None:
    names = [module_name(path) for path in files("sakip/capaian")]
    code = (
        f"import sys, importlib; sys.modules['django'] = None; [importlib.import_module(n) for n in {names}]"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_project_package_is_empty() -> None:
    # Code in it would run whenever sakip.capaian is imported.
    assert (ROOT / "sakip/__init__.py").read_bytes() == b""


def test_no_import_climbs_to_a_parent_package() -> None:
    def climbs(path: Path) -> Iterator[str]:
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom) and node.level > 1:
                yield f"{path.relative_to(ROOT)}:{node.lineno}"

    assert [place for path in modules().values() for place in climbs(path)] == []


#: Functions that import when they run, and why; a circle hidden in this way is a circle all the same.
LATE = {
    "reports/apps.py",  # models can be imported only when every app is there
    "reports/publish/worker.py",  # the spawned process becomes a Django process first
}


def late(path: Path) -> Iterator[str]:
    """Imports of ours that run when a function does, by whatever spelling."""
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for inner in ast.walk(node):
                match inner:
                    case ast.Import(names=names):
                        ours = any(alias.name.split(".")[0] in ROOMS for alias in names)
                    case ast.ImportFrom(module=module, level=level):
                        ours = level > 0 or (module or "").split(".")[0] in ROOMS
                    case _:
                        ours = False
                if ours:
                    yield f"{path.relative_to(ROOT)}:{getattr(inner, 'lineno', 0)}"


def test_no_file_imports_inside_a_function() -> None:
    found = {
        str(path.relative_to(ROOT)): places
        for path in modules().values()
        if not {"migrations", "bench"} & set(path.relative_to(ROOT).parts) and (places := list(late(path)))
    }
    assert found.keys() == LATE, found


def test_no_circle_of_files() -> None:
    """Files that import one another, by whatever way; a package's own ``__init__`` counts where it is named."""
    names = modules()
    arrows = {
        name: {m for m in imports_of(path) if m in names and m != name}
        for name, path in names.items()
        if "migrations" not in path.parts
    }
    done: set[str] = set()

    def circle(name: str, above: tuple[str, ...]) -> tuple[str, ...]:
        if name in above:
            return (*above[above.index(name) :], name)
        if name in done:
            return ()
        for other in sorted(arrows.get(name, ())):
            if found := circle(other, (*above, name)):
                return found
        done.add(name)
        return ()

    assert [" → ".join(found) for name in sorted(arrows) if (found := circle(name, ()))] == []


def test_the_top_level_is_exactly_the_houses() -> None:
    here = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert here - MADE == TOP_LEVEL


@each_row(
    ("source", "expected"),
    [
        ("import a.b as c", {"a.b"}),
        ("from a import b, c", {"a", "a.b", "a.c"}),
        ("from .x import y", {"room.sub.x", "room.sub.x.y"}),
        ("from . import x", {"room.sub", "room.sub.x"}),
        ("from ..x import y", {"room.x", "room.x.y"}),
        ("def f():\n    import a", {"a"}),
    ],
    ids=["alias", "names", "sibling", "package", "parent", "inside a function"],
)
def test_the_reader_of_imports_sees(source: str, expected: set[str]) -> None:
    assert imported(ast.walk(ast.parse(source)), module="room.sub.here", is_package=False) == expected


def test_the_reader_of_imports_knows_a_package() -> None:
    assert imported(ast.walk(ast.parse("from .x import y")), module="room.sub", is_package=True) == {
        "room.sub.x",
        "room.sub.x.y",
    }
