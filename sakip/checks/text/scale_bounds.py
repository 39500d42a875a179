"""Checks of what a text says of the scale itself: from where to where a predikat runs."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sakip.capaian.values import Kategori
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.verdicts import VERDICTS
from sakip.text.numbers import parse_number
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any


@check(
    "rentang-predikat-sesuai-skala",
    rule="R-scale",
    basis="Rentang yang disebut kalimat adalah rentang predikatnya dalam skala tahun laporan.",
    example="Capaian di atas 85 sampai dengan 90 berpredikat Memuaskan, padahal di atas 80.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def ranges_are_those_of_the_scale(year: CheckedYear) -> Found:
    """The bounds that a sentence gives to a predikat are those of the scale."""
    if year.results is None:
        return
    scale = year.results.kebijakan.skala.kategori
    by_name = {name.casefold(): one for one in scale for name in (one.label.partition(" (")[0], one.kode)}
    names = "|".join(map(re.escape, sorted({*by_name, *VERDICTS}, key=len, reverse=True)))
    judged = re.compile(
        rf"(?:\b(?:ber)?(?:predikat|kategori|kriteria)\s+[“\"]?(?P<before>{names})\b|"
        rf"\b(?:tergolong|termasuk|masuk|berpredikat|berkategori|dinyatakan)(?:\s+(?:dalam|predikat|kategori|kriteria))*\s+[“\"]?"
        rf"(?P<behind>{names})\b)",
        re.IGNORECASE,
    )
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, _HINTS) else ():
            text = sentence.text
            if _OTHER.search(text):
                continue
            found, verdicts = list(_RANGE.finditer(text)), list(judged.finditer(text))
            if len(found) != 1 or len(verdicts) != 1 or not _OF_SCALE.search(text):
                continue
            name = verdicts[0]["before"] or verdicts[0]["behind"]
            if len(name) <= 2 and not name.isupper():
                continue
            one = by_name.get(name.casefold())
            if one is None:
                labels = ", ".join(k.label for k in scale)
                yield (
                    passage.place,
                    Said(f"“{name}” tidak ada dalam skala tahun ini: {labels}.", name, labels),
                )
            elif not _fits(found[0], one, scale):
                told, right = found[0][0].strip(), one.rentang_cetak
                message = f"“{told}” bukan rentang predikat {one.label}; dalam skala {right}."
                yield passage.place, Said(message, told, right)


_HINTS: Final = ("predikat", "kategori", "kriteria", "tergolong", "termasuk", "rentang", "dinyatakan")
_NUMBER: Final = r"\d{1,3}(?:,\d+)?\s*(?:%|persen)?"
#: A range, or everything on one side of a bound.
_RANGE: Final = re.compile(
    rf"(?:(?P<over>>|di\s*atas|lebih\s+(?:besar\s+)?dari|melebihi)\s*)?(?P<low>{_NUMBER})\s*"
    rf"(?:[-–—]|sampai(?:\s+dengan)?|s\.?d\.?|hingga)\s*(?P<high>{_NUMBER})(?![\d/])|"
    rf"(?P<above>>|\bdi\s*atas|\blebih\s+(?:besar\s+)?dari|\bmelebihi)\s*(?P<from>{_NUMBER})|"
    rf"(?P<below><|\bdi\s*bawah|\bkurang\s+dari)\s*(?P<until>{_NUMBER})",
    re.IGNORECASE,
)
#: The sentence speaks of the scale and of no value that was measured.
_OF_SCALE: Final = re.compile(
    r"^\W*(?:(?:untuk|apabila|jika|bila|setiap|nilai)\s+)*(?:(?:nilai|tingkat)\s+)?(?:capaian|rentang|interval|predikat|kategori|kriteria)\b",
    re.IGNORECASE,
)
#: Another scale, or what was measured, hoped or counted.
_OTHER: Final = re.compile(
    r"\b(?:mutu|SKM|IKM|SAKIP|AKIP|Permen\w*|peraturan|keputusan|tahun|indi[ck]ator|sasaran|kecamatan|kabupaten|unsur|baru|dapat|"
    r"agar|belum|tidak|serapan|anggaran)\b",
    re.IGNORECASE,
)


def _fits(found: re.Match[str], one: Kategori, scale: tuple[Kategori, ...]) -> bool:
    at = scale.index(one)
    upper = scale[at - 1].batas if at else None
    if found["from"]:
        said = _bound(found["from"])  # all that lies above the highest bound is of the highest
        return one.batas is not None and (_near(said, one.batas) or (at == 0 and said >= one.batas))
    if found["until"]:
        said = _bound(found["until"])
        return upper is not None and (_near(said, upper) or (at == len(scale) - 1 and said <= upper))
    low, high = _bound(found["low"]), _bound(found["high"])
    lowest = one.batas if one.batas is not None else Decimal(0)
    return _near(low, lowest) and (upper is None or _near(high, upper))


def _bound(text: str) -> Decimal:
    return parse_number(re.sub(r"\s*(?:%|persen)", "", text))


def _near(said: Decimal, bound: Decimal) -> bool:
    """Whether it is that bound, or the next number: "76–100" is said of "lebih dari 75"."""
    return abs(said - bound) <= 1
