"""What one row of the rencana aksi must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import TargetTriwulan
from sakip.records.renstra.measure import judge_target, measure_of


@rule(TargetTriwulan)
def target_fits(row: TargetTriwulan) -> Iterator[Problem]:
    """The target of a triwulan is of the kind of the indikator that its row refers to."""
    yield from judge_target(row, measure_of(row.baris.acuan_indikator, row.baris.satuan))
