"""Lists of officials as offices have them: name, NIP and pangkat in a cell of their own, or one below the other in the
same."""

from __future__ import annotations

import re
from typing import Final

from sakip.text.reading.grades import golongan_spelled, says_grade
from sakip.workbook.sheets.pasted import Cells, Known, Pasted

#: What a NIP begins with, and what it is made of; without its word it has all its digits.
_WORD: Final = r"\b(?:nip(?:\W?pppk)?|ni\W?pppk|nrp)\b[\s.:/]*"
_DIGITS: Final = r"\d[\d .\-\u00a0]*\d|\d"
_WHOLE: Final = r"(?<!\d)(?:\d[ .\-\u00a0]?){13,20}\d(?!\d)"
_NIP: Final = re.compile(rf"{_WORD}(?P<said>{_DIGITS}|[-–—]+)?|(?P<whole>{_WHOLE})", re.IGNORECASE)
#: Between two that stand in one cell.
_BETWEEN: Final = re.compile(r"\s*(?:\n|;|\s/\s|(?<=[\w.])/(?=\s)|/(?=\s*$))\s*")
#: Nothing, or what parted it from what is taken out.
_NOTHING: Final = re.compile(r"[\s/|;:,–—-]*")
_GOLONGAN: Final = re.compile(r"(?:IV|I{1,3})/[a-e]")
_PANGKAT_AND_GOLONGAN: Final = 2
_GRADE: Final = re.compile(r"\b(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)


def _apart(_known: Known, row: Cells) -> Cells:
    """Name, NIP and golongan of one cell, each for itself; a dash where the NIP would be is none. What has a column of
    its own is that."""
    key = "nama_nip" if row.get("nama_nip") else "nama"
    text = str(row.get(key) or "").strip()
    if not text:
        return {}
    said: dict[str, str] = {}
    if found := _NIP.search(text):
        nip = re.sub(r"[\s.\-]", "", found["whole"] or found["said"] or "")
        if nip.strip("–—"):
            said["nip"] = nip
        text = f"{text[: found.start()]}\n{text[found.end() :]}"
    parts = [one for part in _BETWEEN.split(text) if not _NOTHING.fullmatch(one := part.strip(" /,;"))]
    grades = [" ".join(one.split()) for one in parts if _says_grade(one)]
    if 0 < len(grades) < min(len(parts), _PANGKAT_AND_GOLONGAN + 1):
        said["golongan"] = golongan_spelled(" / ".join(grades))
        parts = [one for one in parts if not _says_grade(one)]
    said = {column: one for column, one in said.items() if not row.get(column)}
    return said | {"nama": " ".join(" ".join(parts).split())}


def _says_grade(text: str) -> bool:
    """Whether a part is a pangkat or a golongan, and no name that begins as one does."""
    plain = " ".join(text.split())
    return bool(_GOLONGAN.fullmatch(golongan_spelled(plain)) or (_GRADE.match(plain) and says_grade(plain)))


OFFICIALS: Final = Pasted(
    words=(
        (r"^nama\b(?!\s+(?:gol|pangkat)).*(?:\bnip\b|\bpangkat\b|\bgol\b|\bgolongan\b)", "nama_nip"),
        (r"\btmt\b|^mulai\b", "mulai"),
        (r"\bgol\b|pangkat", "golongan"),
    ),
    called="nama",
    looks={"golongan": says_grade},
    spelled={"golongan": golongan_spelled},
    besides={"nama_nip": "Nama, NIP, dan pangkat dalam satu sel"},
    reread=_apart,
)
