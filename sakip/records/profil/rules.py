"""What one row of the profile and of its tables must satisfy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kecamatan.models import FaktaProfil, KomposisiSDM, Pangkat, ProfilKecamatan
from sakip.entry.judge import Problem, rule
from sakip.entry.value_kinds import LEAVE_EMPTY, SAYS_NOTHING, shorten
from sakip.records.pejabat.grades import grade_problem
from sakip.records.renstra.measure import unit_problem

_GRADE = re.compile(r"[IVX]+(/[a-e])?")


@rule(KomposisiSDM)
def grade_is_no_pangkat(row: KomposisiSDM) -> Iterator[Problem]:
    """The golongan column holds a golongan: a pangkat stands in the row's own words (1 query, only of other texts)."""
    if not row.golongan or _GRADE.fullmatch(row.golongan):
        return
    if SAYS_NOTHING.fullmatch(row.golongan):
        yield Problem("golongan", f'"{shorten(row.golongan)}" bukan golongan. {LEAVE_EMPTY}')
        return
    if problem := grade_problem(row.golongan, Pangkat.objects.all()):
        yield Problem("golongan", problem)


@rule(ProfilKecamatan)
def area_has_one_reading(row: ProfilKecamatan) -> Iterator[Problem]:
    """No kecamatan is read as 47.125 km² where 47,125 was meant."""
    if problem := unit_problem(row.luas_km2, "nilai"):
        yield Problem("luas_km2", problem)


@rule(FaktaProfil)
def figure_has_one_reading(row: FaktaProfil) -> Iterator[Problem]:
    """A figure suits its unit; without a unit it may be a count of anything."""
    if problem := unit_problem(row.nilai, row.satuan):
        yield Problem("nilai", problem)
