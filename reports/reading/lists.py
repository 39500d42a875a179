"""Lists outside tables: tugas, fungsi and tujuan of the keputusan on IKU, and the desa of the kecamatan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reports.papers.paper import Paper, Row, Text
from reports.reading.desk import Desk

_IKU: Final = re.compile(r"indikator\s+kinerja\s+utama\b", re.IGNORECASE)
_OTHER: Final = re.compile(
    r"(?:perjanjian\s+kinerja|rencana\s+(?:kinerja|aksi|strategis)|matri[kx]|lampiran|bab\s+[ivx\d])\b",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"[-–•]?\s*(?P<label>indikator\s+tujuan|tujuan|tugas(?:\s+pokok)?|fungsi)\s*(?::\s*(?P<rest>.*))?",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    r"(?:[-–•]\s*(?:(?:[a-z]|\d{1,2})\s*[.)]\s*)?|(?:[a-z]|\d{1,2})\s*[.)]\s*)(?P<item>\S.*)"
)
_AREAS: Final = re.compile(
    r"\b(?:membawahi|terdiri\s+(?:dari|atas)|meliputi|memiliki)\b.*\b(?:desa|kelurahan)\b[^.]*:?\s*$",
    re.IGNORECASE,
)
_AREA: Final = re.compile(r"(?P<jenis>desa|kelurahan)\s+(?P<nama>[A-Z][\w' -]{2,40})\W*", re.IGNORECASE)
_LONGEST: Final = 300


def read_lists(desk: Desk, paper: Paper) -> None:
    """Propose IKUButir and Desa."""
    texts = paper.running_texts
    of_iku = False
    for at, text in enumerate(texts):
        if _IKU.match(text.text):
            of_iku = True
        elif _OTHER.match(text.text):
            of_iku = False
        if of_iku and (label := _LABEL.fullmatch(text.text)) and len(text.text) < _LONGEST:
            jenis = re.sub(r"\s+", "_", label["label"].casefold().replace("tugas pokok", "tugas"))
            for row, item in _items(texts, at, label["rest"] or ""):
                desk.propose("IKUButir", row, {"jenis": jenis, "uraian": item})
        elif _AREAS.search(text.text) and len(text.text) < _LONGEST:
            for row, item in _items(texts, at, ""):
                if found := _AREA.fullmatch(item):
                    cells = {"jenis": found["jenis"].casefold(), "nama": " ".join(found["nama"].split())}
                    desk.propose("Desa", row, cells)


def _items(texts: Sequence[Text], at: int, rest: str) -> Iterator[tuple[Row, str]]:
    """What is listed behind a label: what stands on its line, else the items below it."""
    if rest.strip():
        yield _row(texts[at], rest), _bare(rest)
        return
    for text in texts[at + 1 :]:
        found = _ITEM.fullmatch(text.text)
        if found is None or _LABEL.fullmatch(text.text):
            return
        yield _row(text, text.text), _bare(found["item"])


def _row(text: Text, quote: str) -> Row:
    return Row(cells=(quote,), at=text.at)


def _bare(item: str) -> str:
    return re.sub(r"\s*[;,.]\s*(?:dan|serta)?\s*$", "", item.strip(), flags=re.IGNORECASE)
