"""Pangkat and golongan: which golongan a text means that says it otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from kecamatan.models import Pangkat
from sakip.entry.value_kinds import shorten
from sakip.text.reading.grades import plain_grade


def grade_problem(text: str, grades: Iterable[Pangkat]) -> str:
    """What to write for a text that names a pangkat ("Pembina TK I"), or a golongan in other letters ("IVb", "Gol.
    IV/b"); empty where it names neither."""
    wanted = plain_grade(text)
    for grade in grades:
        if text == grade.golongan:
            return ""
        pangkat, golongan = plain_grade(grade.pangkat), plain_grade(grade.golongan)
        if wanted in (pangkat, pangkat + golongan, golongan + pangkat):
            return f'"{shorten(text)}" adalah pangkat, bukan golongan. Tulis {grade.golongan}.'
        if wanted == golongan:
            return f'"{shorten(text)}" bukan golongan. Tulis {grade.golongan}.'
    return ""
