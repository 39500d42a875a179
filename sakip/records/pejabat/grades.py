"""Pangkat and golongan: which golongan a text means that says it otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kecamatan.models import Pangkat
from sakip.entry.value_kinds import shorten


def grade_problem(text: str, grades: Iterable[Pangkat]) -> str:
    """What to write for a text that names a pangkat ("Pembina TK I"), or a golongan in other letters ("IVb"); empty
    where it names neither."""
    wanted = _plain(text)
    for grade in grades:
        if text == grade.golongan:
            return ""
        if wanted == _plain(grade.pangkat) or wanted == _plain(f"{grade.pangkat} {grade.golongan}"):
            return f'"{shorten(text)}" adalah pangkat, bukan golongan. Tulis {grade.golongan}.'
        if wanted == _plain(grade.golongan):
            return f'"{shorten(text)}" bukan golongan. Tulis {grade.golongan}.'
    return ""


def _plain(text: str) -> str:
    """The letters alone, abbreviations written out."""
    words = re.sub(r"\btk(?=\b|[.\s]|i\b|1\b)", "tingkat", text.casefold())
    words = re.sub(r"(?<=tingkat)[\s.]*1\b", " i", words)
    return re.sub(r"[^a-z]", "", words)
