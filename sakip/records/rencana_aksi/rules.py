"""What one row of the rencana aksi must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import KegiatanRencanaAksi, TargetTriwulan
from sakip.records.renstra.measure import judge_target, measure_of, unit_problem


@rule(TargetTriwulan)
def target_fits(row: TargetTriwulan) -> Iterator[Problem]:
    """The target of a triwulan is of the kind of the indikator that its row refers to."""
    yield from judge_target(row, measure_of(row.baris.acuan_indikator, row.baris.satuan))


@rule(KegiatanRencanaAksi)
def output_targets_read(row: KegiatanRencanaAksi) -> Iterator[Problem]:
    """The output target of each triwulan suits the unit."""
    for column in ("triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4"):
        if problem := unit_problem(getattr(row, column), row.satuan, target=True):
            yield Problem(column, problem)
