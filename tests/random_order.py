"""The tests in another order: what one of them leaves behind, another must not need.

Files change places, and so do the tests in a file; a file stays together, because what its tests share is made once.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest


def shuffled(items: Sequence[pytest.Item], seed: int) -> list[pytest.Item]:
    """The same order for the same seed, in every process that collects the same tests."""
    dice = random.Random(seed)  # noqa: S311  # a repeatable accident
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.nodeid.partition("::")[0], []).append(item)
    groups = list(files.values())
    dice.shuffle(groups)
    for group in groups:
        dice.shuffle(group)
    return [item for group in groups for item in group]
