"""A table that is one test tells every row that fails, by its name and with what was found."""

from __future__ import annotations

import inspect

import pytest

from tests.table_tests import each_row


def double(number: int, expected: int) -> None:
    assert number * 2 == expected, f"{number * 2} instead of {expected}"


def test_a_table_passes_where_every_row_does() -> None:
    table = each_row(("number", "expected"), [(1, 2), pytest.param(2, 4, id="two")])(double)
    assert not inspect.signature(table).parameters
    table()


def test_a_row_that_fails_is_named_and_those_after_it_are_run() -> None:
    rows = [(1, 3), (1, 2), pytest.param(2, 5, id="two")]
    with pytest.raises(ExceptionGroup) as told:
        each_row("number, expected", rows)(double)()
    assert told.value.message == "2 dari 3 baris"
    assert [(str(one).partition("\n")[0], one.__notes__) for one in told.value.exceptions] == [
        ("2 instead of 3", ["baris 1, 3"]),
        ("4 instead of 5", ["baris two"]),
    ]


def test_one_row_that_fails_is_told_as_a_test_of_its_own_would() -> None:
    with pytest.raises(AssertionError, match="2 instead of 3") as told:
        each_row("number, expected", [(1, 3), (1, 2)], ids=["one", "right"])(double)()
    assert told.value.__notes__ == ["baris one"]


def test_what_should_have_been_raised_and_was_not_is_told() -> None:
    def raises(text: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE") as told:
        each_row("text", ["a", "1"], ids=str)(raises)()
    assert told.value.__notes__ == ["baris 1"]


def test_a_table_without_a_row_fails() -> None:
    with pytest.raises(AssertionError, match="without a row"):
        each_row("text", [])(lambda text: None)()


def test_a_fixture_is_given_to_every_row() -> None:
    def falls_in(year: int, plan: range) -> None:
        assert year in plan

    table = each_row("year", [2021, 2026])(falls_in)
    assert list(inspect.signature(table).parameters) == ["plan"]
    table(plan=range(2021, 2027))
    with pytest.raises(AssertionError) as told:
        table(plan=range(2021, 2026))
    assert told.value.__notes__ == ["baris 2026"]


def test_tables_one_upon_the_other_are_run_with_each_other() -> None:
    seen: list[tuple[str, int]] = []

    def note(letter: str, number: int) -> None:
        seen.append((letter, number))
        assert (letter, number) != ("b", 1)

    with pytest.raises(AssertionError) as told:
        each_row("letter", ["a", "b"])(each_row("number", [1, 2])(note))()
    assert seen == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]
    assert told.value.__notes__ == ["baris 1", "baris 'b'"]
