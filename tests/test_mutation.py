"""script/mutasi: what it changes, what it counts as explained, and that it sees what no test guards."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from script.mutation import EXPLAINED, changes, explained
from script.mutation_targets import TARGETS
from tests.table_tests import each_row

ROOT = Path(__file__).resolve().parent.parent


def changed(source: str) -> list[tuple[str, str]]:
    return [(change.before, change.after) for change, _ in changes("toko.py", source)]


@each_row(
    ("source", "expected"),
    [
        ("a = b == c", [("b == c", "b != c")]),
        ("a = b and c", [("b and c", "c"), ("b and c", "b"), ("b and c", "b or c")]),
        ("if not a: b = c", [("not a", "True"), ("not a", "False"), ("not a", "a")]),
        ("a = b if c else d", [*(("b if c else d", x) for x in ("b", "d")), *((
            "b if c else d", f"b if {x} else d") for x in ("True", "False"))]),
        ("a = {b, c}", [("{b, c}", "{c}"), ("{b, c}", "{b}")]),
        ("def f():\n    raise A", [("raise A", "pass")]),
        ("def f():\n    guard(a)", [("guard(a)", "pass")]),
        ("def f():\n    return a", [("return a", "return None")]),
        ("def f():\n    return True", [("True", "False")]),
        ("def f():\n    with a: b = c", [("with a:", "if True:")]),
        ("@once\ndef f(): ...", [("once", "–")]),
        ("a = [b for b in c if d]", [("for b in c if d", "for b in c")]),
        ("a = rows.filter(x=b).all()", [
            ("rows.filter(x=b).all()", "rows.filter(x=b)"),
            ("rows.filter(x=b).all", "rows.all"),
            ("rows.filter(x=b)", "rows.filter()"),
        ]),
        ("a = 3", [("3", "4")]),
        ("a = 'kode'", [("'kode'", "'kode_'")]),
    ],
)  # fmt: skip
def test_each_decision_is_changed(source: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(changed(source)) == sorted(expected)


@each_row(
    "source",
    [
        '"""What a module is for."""',
        "from a import b",
        "def f(a: 'kode') -> 'kode': ...",
        "a = 'Kalimat yang dibaca orang.'",
        "T = TypeVar('T', bound=A)",
        "if TYPE_CHECKING:\n    a = 3",
        "def f():\n    assert a == b",
    ],
)
def test_what_decides_nothing_is_left_alone(source: str) -> None:
    assert [pair for pair in changed(source) if pair != ("...", "pass")] == []


def test_a_change_knows_its_function_and_leaves_the_tree_as_it_was() -> None:
    source = "LIMIT = 3\n\nclass A:\n    kind = 'x'\n\n    def f(self, a=1):\n        return lambda: a\n"
    found = list(changes("toko.py", source))
    assert [(c.scope, c.function, c.line) for c, _ in found] == [
        ("", "", 1),
        ("A", "", 4),
        ("A.f", "", 6),  # a default is decided when the module is imported
        ("A.f", "A.f", 7),
    ]
    assert ast.unparse(found[-1][1]) == ast.unparse(ast.parse(source))


def test_the_list_of_explained_survivors_is_read() -> None:
    text = "# Judul\n\n- `a/b.py` `f`: `x | y` → `x & y`\n  Alasannya.\n- `a/b.py` `-`: `1` → `2`\n"
    assert explained(text) == {("a/b.py", "f", "x | y", "x & y"), ("a/b.py", "", "1", "2")}
    assert {file for file, *_ in explained(EXPLAINED.read_text(encoding="utf-8"))} <= set(TARGETS)


def test_every_explained_survivor_is_a_change_of_the_code_as_it_is() -> None:
    entries = explained(EXPLAINED.read_text(encoding="utf-8"))
    made = {
        change.key
        for file in {file for file, *_ in entries}
        for change, _ in changes(file, (ROOT / file).read_text(encoding="utf-8"))
    }
    assert entries - made == set()


def test_what_is_changed_and_its_tests_are_there() -> None:
    paths = [path for file, tests in TARGETS.items() for path in (file, *tests)]
    assert [path for path in paths if not (ROOT / path.partition("::")[0]).is_file()] == []


def mutation(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "script.mutation", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.one_engine
def test_what_a_test_notices_is_counted_and_what_it_does_not_is_printed() -> None:
    """Asked when no reader is there, the answer is held; which reader is heard is not."""
    test = "tests/sakip/entry/test_closed_year.py::test_without_readers_a_year_is_open"
    done = mutation("--fungsi", "reason_of", "sakip/entry/lock.py", test)
    assert (done.returncode, done.stderr) == (1, "")
    function = "`sakip/entry/lock.py` `reason_of`: "
    assert f"{function}`for held in years if (why := held.why_closed(tahun))` → `" in done.stdout
    assert f"{function}`return next(" not in done.stdout
    assert " 1 diketahui uji, " in done.stdout


def test_a_wrong_name_is_said() -> None:
    done = mutation("sakip/tidak_ada.py")
    assert done.returncode == 2
    assert done.stderr == 'script/mutasi: "sakip/tidak_ada.py" tidak terdaftar. Sebutkan pula ujinya.\n'
    done = mutation("kecamatan/permissions.py", "tests/tidak_ada.py")
    assert done.stderr == 'script/mutasi: "tests/tidak_ada.py" tidak ada. Perbaiki namanya.\n'
