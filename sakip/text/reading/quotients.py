"""Percentages that a sentence gives of two amounts: "Rp3.239.088.691 dari Rp3.427.455.027 atau 94,50%". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from sakip.text.reading.figures import Figure, FigureKind, figures


class Quotient(NamedTuple):
    """A part, the whole of which it is a part, and the percentage that a sentence says it is; ``of_target`` where the
    whole is said to be a target: not of everything is a capaian the quotient."""

    part: Figure
    whole: Figure
    share: Figure
    of_target: bool = False

    @property
    def exact(self) -> Decimal:
        """The percentage that it is."""
        return (self.part.value or Decimal(0)) / (self.whole.value or Decimal(1)) * 100

    @property
    def agrees(self) -> bool:
        """Whether that is what is written, rounded or cut."""
        return self.share.agrees_with(self.exact)


#: Between a part and its whole; between a whole and the part of it that was used; between these and the percentage.
_OUT_OF: Final = re.compile(
    r"\s*,?\s*(?:(?:[^\W\d_]+\s+){0,2}dari)(?:\s+(?:total|pagu|anggaran|target|jumlah|keseluruhan|seluruh|rencana|alokasi|apbd|sebesar|"
    r"sebanyak|sejumlah|senilai|yang|dianggarkan|direncanakan|tersedia|belanja))*\s*",
    re.IGNORECASE,
)
_USED: Final = re.compile(
    r"[\s,]*(?:dan|dengan|yang|telah|sudah|berhasil|dapat|namun|hanya)?(?:\s*(?:dan|dengan|yang|telah|sudah|baru|dapat))*\s*"
    r"(?:terealisasi(?:kan)?|direalisasikan|realisasi(?:nya)?|terserap|diserap|dibelanjakan|digunakan|tercapai|terlaksana)"
    r"(?:\s+(?:anggaran|keuangan|sebesar|sebanyak|sejumlah|senilai|adalah|hanya|baru|mencapai))*\s*",
    re.IGNORECASE,
)
_OR: Final = re.compile(
    r"[\s,]*(?:[^\W\d_]+[\s,]+)?(?:atau|\(|=|setara|yaitu|sehingga|dengan\s+persentase|dengan\s+prosentase)"
    r"(?:\s*(?:sebesar|setara|dengan|persentase|prosentase|sekitar|mencapai|capaian(?:nya)?|serapan(?:nya)?|tingkat|penyerapan|"
    r"terserap|adalah|\(|=))*\s*",
    re.IGNORECASE,
)

#: Before a whole, and between it and the part of it that follows: "Dari 28 pegawai, 12 orang (42,86%)".
_OF_ALL: Final = re.compile(
    r"\bdari\s+(?:(?:total|jumlah|seluruh|keseluruhan|sebanyak|sejumlah)\s+)*$", re.IGNORECASE
)
_THAT_MANY: Final = re.compile(
    r"(?:\s+(?!menjadi\b|ke\b|di\s*banding|naik\b|turun\b)[^\W\d_]+){1,6}?\s*,?\s*"
    r"(?:(?:sebanyak|sejumlah|hanya|baru|ada|terdapat|sudah|telah)\s+)*",
    re.IGNORECASE,
)
#: Words that may follow a part, whatever its whole counts.
_ANY_UNIT: Final = ("orang", "buah", "di")
#: Between a value and the target to which it is put, and between the target and what comes of it.
_AGAINST: Final = re.compile(
    r"[\s),]*(?:(?:bila|jika|apabila|yang|yang\s+bila)\s+)?"
    r"(?:(?:di(?:banding|sanding)(?:kan)?(?:\s+dengan)?|terhadap)\s+(?:[^\W\d_]+\s+)*?target(?:nya)?(?:\s+[^\W\d_]+){0,3}|"
    r"dibagi(?:\s+dengan)?(?:\s+target)?)[\s(]*",
    re.IGNORECASE,
)
_COMES_TO: Final = re.compile(
    r"[\s),]*(?:(?:maka|sehingga|akan)\s+)*(?:baru\s+|hanya\s+)?(?:menghasilkan|diperoleh|didapat|mencapai|sama\s+dengan|berarti|=)"
    r"(?:\s+(?:nilai|tingkat|persentase|capaian(?:nya)?|kinerja|sebesar|adalah|baru|hanya))*\s*",
    re.IGNORECASE,
)
#: So far before a whole stands what leads to it.
_LEADS: Final = 40
#: Farther from one another they are told of different things.
_FARTHEST: Final = 120


def quotients(sentence: str) -> Iterator[Quotient]:
    """The percentages of a sentence that stand right behind two amounts of which they are the quotient."""
    told = [f for f in figures(sentence) if f.kind is not FigureKind.YEAR]
    for first, second, share in zip(told, told[1:], told[2:], strict=False):
        if share.kind is FigureKind.PERCENT and _put_to_target(sentence, first, second, share):
            yield Quotient(first, second, share, of_target=True)
        if (
            share.kind is not FigureKind.PERCENT
            or first.kind is not second.kind
            or first.kind is FigureKind.PERCENT
        ):
            continue
        if max(second.start - first.end, share.start - second.end) > _FARTHEST:
            continue
        if not _OR.fullmatch(sentence, second.end, share.start):
            continue
        for part, whole, between in ((first, second, _OUT_OF), (second, first, _USED)):
            if (
                between.fullmatch(sentence, first.end, second.start)
                and whole.value
                and part.value is not None
            ):
                yield Quotient(part, whole, share)
                break
        else:
            if _some_of_all(sentence, first, second):
                yield Quotient(second, first, share)


def _put_to_target(text: str, value: Figure, target: Figure, share: Figure) -> bool:
    return bool(
        value.kind is target.kind
        and value.value is not None
        and target.value
        and value.value <= target.value
        and _AGAINST.fullmatch(text, value.end, target.start)
        and _COMES_TO.fullmatch(text, target.end, share.start)
    )


def _some_of_all(text: str, whole: Figure, part: Figure) -> bool:
    if whole.value is None or part.value is None or not 0 < part.value <= whole.value:
        return False
    return bool(
        (part.unit == whole.unit or part.unit in _ANY_UNIT)
        and _OF_ALL.search(text, max(0, whole.start - _LEADS), whole.start)
        and _THAT_MANY.fullmatch(text, whole.end, part.start)
    )
