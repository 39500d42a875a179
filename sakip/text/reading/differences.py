"""Differences that a sentence gives of two values: "naik 5 poin dari 80 menjadi 85", "dari 80 menjadi 85 atau naik 5".
Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.words import says_any


class Difference(NamedTuple):
    """The two values between which something moved, and by how much a sentence says it did."""

    old: Figure
    new: Figure
    stated: Figure

    @property
    def exact(self) -> Decimal:
        """By how much it moved."""
        return abs((self.new.value or Decimal(0)) - (self.old.value or Decimal(0)))

    @property
    def agrees(self) -> bool:
        """Whether that is what is written, in its own unit or in per cent of the old value."""
        if self.stated.value is None or self.stated.agrees_with(self.exact):
            return True
        if self.stated.kind is not FigureKind.PERCENT or not self.old.value:
            return False
        return self.stated.agrees_with(self.exact / self.old.value * 100)


_MOVES: Final = r"(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|peningkatan|selisih)"
#: What follows these moved by itself: "naik 5 poin karena loket bertambah dari 2 menjadi 4".
_ANOTHER: Final = (
    r"\b(?:oleh|karena|sebab|akibat|berkat|seiring|namun|tetapi|tapi|sedangkan|sementara|meskipun|walaupun|dan|serta|"
    r"naik|turun|meningkat|menurun|bertambah|berkurang)\b"
)
_FROM: Final = re.compile(
    rf"(?:(?!{_ANOTHER})[^.;:]){{0,60}}?\bdari\s+(?:(?:semula|angka|nilai|sebesar|sebanyak|Rp\.?)\s*)*",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,2}\(?(?:(?:pada|di|tahun|pada\s+tahun)\s+(?:\d{4}|lalu|sebelumnya))?\)?\s*"
    r"(?:(?:naik|turun|meningkat|menurun)\s+)?menjadi\s+(?:(?:sebesar|sebanyak|angka)\s+)*",
    re.IGNORECASE,
)
#: Before a difference that stands first, and before one that stands last.
_BY: Final = re.compile(rf"\b{_MOVES}\s+(?:sebesar\s+|sebanyak\s+)?$", re.IGNORECASE)
_OR_BY: Final = re.compile(
    rf"[\s,(]*(?:[^\W\d_]+[\s,]+){{0,2}}(?:(?:\(?pada\s+)?tahun\s+\d{{4}}\)?[\s,(]*)?(?:atau|yaitu|yakni|sehingga|artinya|ada|terdapat|"
    rf"mengalami|terjadi|dengan|\(|,|\s)*{_MOVES}(?:\s+(?:sebesar|sebanyak|sejumlah))*\s*",
    re.IGNORECASE,
)
#: Between the values of a kenaikan and what it is in per cent.
_EQUALS: Final = re.compile(r"[\s,(]*(?:atau\s+)?setara(?:\s+dengan)?(?:\s+sebesar)?\s*", re.IGNORECASE)
_CHANGE: Final = re.compile(r"\b(?:kenaikan|penurunan|peningkatan)\b[^.;:\d]{0,60}$", re.IGNORECASE)
_HINTS: Final = ("naik", "turun", "nurun", "ningkat", "tambah", "kurang", "selisih")
_LONGEST: Final = 30
#: Farther from one another they are told of different things.
_FARTHEST: Final = 80


def differences(sentence: str) -> Iterator[Difference]:
    """The differences that a sentence tells beside the two values of which they are."""
    if "menjadi" not in sentence.casefold() or not says_any(sentence, _HINTS):
        return
    told = [f for f in figures(sentence) if f.kind is not FigureKind.YEAR and f.value is not None]
    for first, second, third in zip(told, told[1:], told[2:], strict=False):
        if max(second.start - first.end, third.start - second.end) > _FARTHEST:
            continue
        if _moves(sentence, first, second, before=sentence[max(0, first.start - _LONGEST) : first.start]):
            by = _OR_BY.fullmatch(sentence, second.end, third.start) or (
                _CHANGE.search(sentence, 0, first.start)
                and _EQUALS.fullmatch(sentence, second.end, third.start)
            )
            if by and _of_one_kind(first, second, third):
                yield Difference(first, second, third)
        elif _BY.search(sentence, max(0, first.start - _LONGEST), first.start) and _of_one_kind(
            second, third, first
        ):
            begin = first.end
            if _FROM.fullmatch(sentence, begin, second.start) and _TO.fullmatch(
                sentence, second.end, third.start
            ):
                yield Difference(second, third, first)


def _moves(sentence: str, old: Figure, new: Figure, *, before: str) -> bool:
    return bool(_BEFORE.search(before)) and bool(_TO.fullmatch(sentence, old.end, new.start))


_BEFORE: Final = re.compile(r"\bdari\s+(?:(?:semula|angka|nilai|sebesar|sebanyak|Rp\.?)\s*)*$", re.IGNORECASE)


def _of_one_kind(old: Figure, new: Figure, stated: Figure) -> bool:
    return old.kind is new.kind and (stated.kind in (old.kind, FigureKind.PERCENT) or stated.unit == "poin")
