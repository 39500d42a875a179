"""Percentages that a sentence gives of two amounts: "Rp3.239.088.691 dari Rp3.427.455.027 atau 94,50%". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from sakip.text.reading.figures import Figure, FigureKind, figures


class Quotient(NamedTuple):
    """A part, the whole of which it is a part, and the percentage that a sentence says it is."""

    part: Figure
    whole: Figure
    share: Figure

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
    r"[\s,]*(?:[^\W\d_]+\s+)?(?:atau|\(|=|setara|yaitu|sehingga|dengan\s+persentase|dengan\s+prosentase)"
    r"(?:\s*(?:sebesar|setara|dengan|persentase|prosentase|sekitar|mencapai|capaian(?:nya)?|serapan(?:nya)?|tingkat|penyerapan|"
    r"terserap|adalah|\(|=))*\s*",
    re.IGNORECASE,
)


#: Farther from one another they are told of different things.
_FARTHEST: Final = 120


def quotients(sentence: str) -> Iterator[Quotient]:
    """The percentages of a sentence that stand right behind two amounts of which they are the quotient."""
    told = [f for f in figures(sentence) if f.kind is not FigureKind.YEAR]
    for first, second, share in zip(told, told[1:], told[2:], strict=False):
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
