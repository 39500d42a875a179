"""What one period of the RPJMD must satisfy; of the day on which a plan took effect, a Renstra too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sakip.entry.judge import Problem, rule
from sakip.models import PeriodeRPJMD, Renstra
from sakip.text.dates import format_tanggal


@rule(PeriodeRPJMD, Renstra)
def took_effect_in_its_period(row: Any) -> Iterator[Problem]:
    """A plan takes effect in a year of its period, or in the year before, when it was decided."""
    day = row.berlaku_sejak
    if (
        None not in (day, row.tahun_awal, row.tahun_akhir)
        and not row.tahun_awal - 1 <= day.year <= row.tahun_akhir
    ):
        yield Problem(
            "berlaku_sejak",
            f"{format_tanggal(day)} di luar masa {row.tahun_awal}–{row.tahun_akhir}. Isi tanggal dalam masa itu.",
        )
