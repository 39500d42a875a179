"""What one follow-up must satisfy."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.entry.judge import Problem, rule
from sakip.models import TindakLanjut, TindakLanjutTujuan
from sakip.text.dates import format_tanggal


@rule(TindakLanjut, TindakLanjutTujuan)
def due_after_what_it_follows(row: TindakLanjut | TindakLanjutTujuan) -> Iterator[Problem]:
    """It is due in the year that missed the target, or later: before that year nothing had been missed."""
    if None not in (row.batas_waktu, row.tahun) and row.batas_waktu.year < row.tahun:
        yield Problem(
            "batas_waktu",
            f"{format_tanggal(row.batas_waktu)} mendahului tahun {row.tahun}, yang targetnya ditindaklanjuti."
            f" Isi tanggal dalam tahun {row.tahun} atau sesudahnya.",
        )
