"""What one recorded value must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import Realisasi
from sakip.records.renstra.measure import judge_value


@rule(Realisasi)
def value_fits(row: Realisasi) -> Iterator[Problem]:
    """The value is of the indikator's kind, and its printed form says the same."""
    yield from judge_value(row)
