"""What one recorded value must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.capaian.triwulan import ROMAN, measured_triwulan, name_triwulan
from sakip.entry.judge import Problem, rule
from sakip.models import Realisasi, RealisasiTujuan
from sakip.records.renstra.measure import judge_value

rule(Realisasi, RealisasiTujuan)(judge_value)


@rule(Realisasi)
def triwulan_is_measured(row: Realisasi) -> Iterator[Problem]:
    """A triwulan has a value only where the indikator is measured in it."""
    measured = measured_triwulan(row.indikator.irama)
    if row.triwulan and row.triwulan not in measured:
        yield Problem(
            "nilai",
            f"Triwulan {ROMAN[row.triwulan - 1]} tidak diukur: indikator ini diukur pada {name_triwulan(measured)}."
            " Kosongkan, atau ubah triwulan pengukurannya pada Renstra.",
        )
