"""Sentences that go on about what the one before them named: "Pada tahun 2023 indeks tersebut berada pada angka 85"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sakip.capaian.results import SerapanLine
from sakip.checks.material import Passage
from sakip.checks.text.other_years import is_of_another_year
from sakip.checks.text.subjects import Subjects
from sakip.text.reading.sentences import Sentence, sentences

#: What points back to a measured thing.
_POINTING: Final = re.compile(
    r"\b(?:(?:indikator|indeks|nilai|realisasi|capaian|angka|hasil|target|kinerja|sasaran|persentase|prosentase|predikat)"
    r"(?:\s+(?:kinerja|realisasi|capaian))?\s+(?:tersebut|ini|itu|dimaksud)|"
    r"(?:indeks|nilai|realisasi|capaian|pencapaian|hasil|target|predikat|angka)nya)\b",
    re.IGNORECASE,
)
#: Another thing stands between.
_NEW: Final = re.compile(r"\b(?:anggaran|belanja|program|kegiatan|rata[- ]rata)\b", re.IGNORECASE)


def told_sentences(text: str, passage: Passage, subjects: Subjects) -> Iterator[tuple[Sentence, Passage]]:
    """The sentences of a text of a passage, each with the passage as it is about: one that only points back is about
    what the sentence before it named. What goes on behind a semicolon about another year is left out."""
    last, before, other_year = "", "", False
    for sentence in sentences(text):
        told = passage
        of_another = is_of_another_year(sentence.text, subjects.results.tahun)
        goes_on = before.endswith(";")
        other_year = (goes_on and other_year) if of_another is None else of_another
        if of_another is None and other_year:
            before = sentence.text
            continue
        inside = before.count("(") > before.count(")")  # "IKM (realisasi 85; capaian 100%)"
        before = sentence.text
        if subjects.mentions(sentence.text) or subjects.names_shared(sentence.text):
            named = subjects.told(sentence.text)
            last = named[0].kunci if named and not isinstance(named[0], SerapanLine) else ""
        elif last and (inside or _POINTING.search(sentence.text)) and not _NEW.search(sentence.text):
            told = replace(passage, about=last)
        else:
            last = ""
        yield sentence, told
