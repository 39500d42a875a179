"""The option --acak: another order for every seed, the same for the same, and files stay together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from tests.random_order import shuffled


@dataclass(frozen=True)
class Item:
    nodeid: str


ITEMS: list[Any] = [Item(f"tests/{file}.py::test_{number}") for file in "abcd" for number in range(6)]


def test_the_same_seed_gives_the_same_order_of_all_tests() -> None:
    assert shuffled(ITEMS, 7) == shuffled(ITEMS, 7)
    assert shuffled(ITEMS, 7) != shuffled(ITEMS, 8)
    assert sorted(shuffled(ITEMS, 7), key=ITEMS.index) == ITEMS


def test_files_and_the_tests_in_them_change_places_and_a_file_stays_together() -> None:
    order = shuffled(ITEMS, 7)
    files = [file for file, _ in groupby(order, key=lambda item: item.nodeid.partition("::")[0])]
    assert sorted(files) == ["tests/a.py", "tests/b.py", "tests/c.py", "tests/d.py"]
    assert files != sorted(files)
    within = [item for item in order if item.nodeid.startswith("tests/a.py")]
    assert within != ITEMS[:6]
