"""Pangkat and golongan: which golongan a text means that says it otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kecamatan.models import Pangkat
from sakip.capaian.triwulan import ROMAN
from sakip.entry.value_kinds import shorten


def grade_problem(text: str, grades: Iterable[Pangkat]) -> str:
    """What to write for a text that names a pangkat ("Pembina TK I"), or a golongan in other letters ("IVb", "Gol.
    IV/b"); empty where it names neither."""
    wanted = _plain(text)
    for grade in grades:
        if text == grade.golongan:
            return ""
        pangkat, golongan = _plain(grade.pangkat), _plain(grade.golongan)
        if wanted in (pangkat, pangkat + golongan, golongan + pangkat):
            return f'"{shorten(text)}" adalah pangkat, bukan golongan. Tulis {grade.golongan}.'
        if wanted == golongan:
            return f'"{shorten(text)}" bukan golongan. Tulis {grade.golongan}.'
    return ""


def _plain(text: str) -> str:
    """The letters alone, abbreviations written out, without the word *golongan*, and Roman: 4b is IV/b."""
    words = re.sub(r"\bgol(?:ongan)?\b(?:[.\s]*ruang\b)?", "", text.casefold())
    words = re.sub(r"\b[1-4](?=\W*[a-e]\b)", lambda found: ROMAN[int(found[0]) - 1].casefold(), words)
    words = re.sub(r"\btk(?=\b|[.\s]|i\b|1\b)", "tingkat", words)
    words = re.sub(r"(?<=tingkat)[\s.]*1\b", " i", words)
    return re.sub(r"[^a-z]", "", words)
