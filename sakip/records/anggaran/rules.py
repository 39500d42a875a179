"""What one row of the budget must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import Keluaran
from sakip.records.renstra.measure import Measure, number_problem, printed_problem


@rule(Keluaran)
def amounts_read(row: Keluaran) -> Iterator[Problem]:
    """Target and realisasi suit the unit; each printed form says the same as its number."""
    measure = Measure(kind="angka", unit=row.satuan, scale="", letters=())
    for name, target in (("target", True), ("realisasi", False)):
        number = getattr(row, name)
        if problem := number_problem(number, measure, target=target):
            yield Problem(name, problem)
            continue
        printed = getattr(row, f"{name}_cetak")
        yield from printed_problem(printed=printed, value=number, column=f"{name}_cetak")
