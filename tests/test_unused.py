"""What the application has, the application names: nothing stays for its own tests alone, or for nobody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.sources import TOGETHER, nodes, tree

pytestmark = TOGETHER

ROOT: Final = Path(__file__).resolve().parent.parent
ROOMS: Final = ("kecamatan", "sakip", "reports")

#: Named by what is no source of ours, and by what.
NAMED_ELSEWHERE: Final = {
    "CallingBackend": "Django, by its address in the settings, where REDIS_URL is set",
    "SharedMedia": "Django, by its address in the settings, where SAKIP_S3_… are set",
    "SessionStore": "Django, in the module that SESSION_ENGINE names",
    "handler400": "Django, in the module that ROOT_URLCONF names",
    "handler500": "Django, in the module that ROOT_URLCONF names",
    "list_page": "a recipe of CONTRIBUTING.md",
    "list_sheet": "a recipe of CONTRIBUTING.md",
    "results_to_json": "the engine's README, which offers it",
    "KeyHolder": "what whoever adds a kind of key has to keep to",
    "forget": "tests, whose databases what is kept per process would outlive",
}

#: Found by their file or their kind.
CONVENTION: Final = re.compile(r"Command|\w+Config|urlpatterns|app_name|\w+Middleware|__\w+__")


def files(place: str) -> list[Path]:
    return sorted((ROOT / place).rglob("*.py"))


def given() -> Iterator[tuple[Path, str]]:
    """Every name of the application with the module that gives it; settings are Django's to read."""
    for room in ROOMS:
        for path in files(room):
            if "migrations" not in path.parts and path.name != "settings.py":
                yield from ((path.relative_to(ROOT), name) for name in defined(tree(path)))


def defined(module: ast.Module) -> Iterator[str]:
    """Names that a module gives to functions, classes and constants; what a decorator takes up has its reader."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            if all(
                ast.unparse(d).startswith(("dataclass", "cache", "contextmanager"))
                for d in node.decorator_list
            ):
                yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def read(path: Path) -> Iterator[str]:
    """Names that a module reads, of its own or of others; being imported or listed in ``__all__`` is no use."""
    for node in nodes(path):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def test_nothing_is_there_for_tests_alone() -> None:
    named = {name for place in (*ROOMS, "bench", "script") for path in files(place) for name in read(path)}
    settings = [ROOT / "sakip" / "settings.py", ROOT / "sakip" / "web" / "log_settings.py"]
    texts = [*settings, *(ROOT / "templates").rglob("*.html")]
    named |= {word for text in texts for word in re.findall(r"\w+", text.read_text(encoding="utf-8"))}
    unused = {
        f"{path}: {name}"
        for path, name in given()
        if name not in named and name not in NAMED_ELSEWHERE and not CONVENTION.fullmatch(name)
    }
    assert unused == set()


def test_what_is_named_elsewhere_is_still_there() -> None:
    assert set(NAMED_ELSEWHERE) - {name for _, name in given()} == set()
