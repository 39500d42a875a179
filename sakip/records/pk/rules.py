"""What one row of the Perjanjian Kinerja must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import BarisPK
from sakip.records.renstra.measure import judge_target, measure_of


@rule(BarisPK)
def target_fits(row: BarisPK) -> Iterator[Problem]:
    """The target is of the kind of the indikator that the row refers to."""
    yield from judge_target(row, measure_of(row.acuan_indikator, row.satuan))
