"""What one row of the tables of people must satisfy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kecamatan.models import KomposisiSDM, Pangkat
from sakip.entry.judge import Problem, rule
from sakip.records.pejabat.grades import grade_problem

_GRADE = re.compile(r"[IVX]+(/[a-e])?")


@rule(KomposisiSDM)
def grade_is_no_pangkat(row: KomposisiSDM) -> Iterator[Problem]:
    """The golongan column holds a golongan: a pangkat stands in the row's own words (1 query, only of other texts)."""
    if not row.golongan or _GRADE.fullmatch(row.golongan):
        return
    if problem := grade_problem(row.golongan, Pangkat.objects.all()):
        yield Problem("golongan", problem)
