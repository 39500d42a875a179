"""script/resep: its recipes fit the code as it is, it counts what a recipe touches, and says when that is too much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from script.recipes import (
    PIECES,
    RECIPES,
    ROOT,
    Insert,
    Outcome,
    Raise,
    Recipe,
    Write,
    carry_out,
    perform,
    room_of,
    table,
)
from tests.table_tests import each_row

STEPS = [(recipe, step) for recipe in RECIPES for step in recipe.steps]


@each_row(("recipe", "step"), STEPS, ids=[f"{r.name} · {s.path}" for r, s in STEPS])
def test_a_step_can_be_done_to_the_code_as_it_is(recipe: Recipe, step: Write | Insert | Raise) -> None:
    path = ROOT / step.path
    match step:
        case Write():
            assert not path.exists()
            assert (PIECES / f"{step.piece}.txt").exists()
        case Insert():
            assert path.read_text().split("\n").count(step.at) == 1
        case Raise():
            assert len(step.line.findall(path.read_text())) == 1


def test_what_shows_that_a_recipe_works_exists_and_every_piece_is_used() -> None:
    made = {step.path for _, step in STEPS}
    assert [t for r in RECIPES for t in r.tests if t not in made and not (ROOT / t).exists()] == []
    used = {s.piece if isinstance(s, Write) else s.lines for _, s in STEPS if not isinstance(s, Raise)}
    assert {p.name.removesuffix(".txt") for p in PIECES.iterdir()} <= used


def test_contributing_says_what_a_recipe_may_cost() -> None:
    said = re.findall(
        r"^\| ([\w ]+) \| \d[^|]* \| (\d+)", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE
    )
    assert said == [(recipe.name, str(recipe.files)) for recipe in RECIPES]


def test_a_step_puts_lines_at_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('satu\nVERSI = "9"\ndua\n')
    perform(Insert(path="a.py", at="satu", lines="sesudah"), tmp_path)
    perform(Insert(path="a.py", at="dua", lines="sebelum", before=True), tmp_path)
    perform(Raise(path="a.py", name="VERSI"), tmp_path)
    assert (tmp_path / "a.py").read_text() == 'satu\nsesudah\nVERSI = "10"\nsebelum\ndua\n'
    with pytest.raises(ValueError, match="ada 0 kali, seharusnya 1"):
        perform(Insert(path="a.py", at="tiga", lines="x"), tmp_path)
    with pytest.raises(ValueError, match="sudah ada"):
        perform(Write(path="a.py", piece="page.py"), tmp_path)


def test_files_are_counted_without_tests_and_a_failure_is_told(tmp_path: Path) -> None:
    for name in ("sakip/checks", "tests"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "sakip/checks/plan.py").write_text("satu\n")
    (tmp_path / "manage.py").write_text("")
    (tmp_path / "tests/test_gagal.py").write_text("def test_gagal():\n    assert 0\n")
    recipe = Recipe(
        name="apa saja",
        files=1,
        rooms=None,
        steps=(
            Insert(path="sakip/checks/plan.py", at="satu", lines="dua"),
            Write(path="tests/test_lain.py", piece="page.html"),
        ),
        tests=("tests/test_gagal.py", "-p", "no:django"),
    )
    outcome = carry_out(recipe, tmp_path)
    assert outcome.touched == ("sakip/checks/plan.py",)
    assert "tests/test_gagal.py::test_gagal - assert 0" in outcome.failure
    assert not outcome.passed


@pytest.mark.parametrize(
    ("touched", "passed"),
    [
        (("sakip/records/a/b.py", "sakip/records/a/c.py"), True),
        (("sakip/records/a/b.py", "sakip/records/c/b.py"), False),
        (("sakip/records/a/b.py", "sakip/records/a/c.py", "sakip/records/a/d.py"), False),
    ],
    ids=["within", "one room too many", "one file too many"],
)
def test_more_than_the_house_allows_does_not_pass(touched: tuple[str, ...], passed: bool) -> None:
    outcome = Outcome(recipe=Recipe(name="x", files=2, rooms=1, steps=(), tests=()), touched=touched)
    assert outcome.passed is passed
    assert table([outcome]).splitlines()[1].split() == [
        "x", str(len(touched)), "2", str(len(outcome.rooms)), "1", "lulus",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("sakip/records/rkt/form.py", "sakip/records/rkt"),
        ("sakip/records/forms.py", "sakip/records"),
        ("sakip/migrations/0001_awal.py", "sakip/migrations"),
        ("templates/sakip/entry/rkt.html", "templates/sakip"),
        ("README.md", "README.md"),
    ],
)
def test_a_room_is_the_folder_to_open(path: str, room: str) -> None:
    assert room_of(path) == room
