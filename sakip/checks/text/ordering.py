"""Checks of the numbers that a text gives to its own items, and of the tables and pictures that it refers to."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage, Shape
from sakip.text.reading.ordinals import Slip, markers, slips
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any


@check(
    "urutan-butir",
    rule="R-num",
    basis="Butir yang dinomori sendiri berurutan, tanpa yang terlewat atau terulang.",
    example="Kendala: (1) pegawai; (2) data; dan (4) anggaran: butir 3 terlewat.",
    reads=("passages",),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def items_are_numbered_in_order(year: CheckedYear) -> Found:
    """Items that a paragraph, or paragraphs below one another, number by hand follow one another."""
    told = (p for p in year.passages or () if p.shape is Shape.PARAGRAPH)
    for _, group in groupby(told, key=lambda passage: passage.place):
        below: list[Passage] = list(group)
        for passage in below:
            for slip in slips(markers(passage.text)):
                yield passage.place, _said(slip)
        first = [mark for passage in below if (mark := next(markers(passage.text[:8]), None)) is not None]
        for slip in slips(first) if len(first) > 1 else ():
            yield below[0].place, _said(slip)


def _said(slip: Slip) -> Said:
    message = f"Butir “{slip.said}” tidak berurutan; seharusnya “{slip.expected}”. Perbaiki penomorannya."
    return Said(message, slip.said, slip.expected)


@check(
    "acuan-tabel-ada",
    rule="R-num",
    basis="Tabel dan gambar yang diacu kalimat ada dalam laporan.",
    example="Sebagaimana Tabel 4.1, padahal Bab IV tidak memuat tabel.",
    reads=("passages", "around"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def tables_referred_to_exist(year: CheckedYear) -> Found:
    """A table or picture that a sentence refers to by its number stands in the report."""
    numbered = year.around.numbered if year.around else frozenset()
    for passage in year.passages or () if numbered else ():
        for sentence in sentences(passage.text) if refers_to_numbers(passage.text) else ():
            if _ELSEWHERE.search(sentence.text):
                continue
            for found in _REFERENCE.finditer(sentence.text):
                kind = "Gambar" if found["gambar"] else "Tabel"
                named = f"{kind} {int(found['bab'])}.{int(found['nomor'])}"
                if named not in numbered:
                    last = _last_of(kind, found["bab"], numbered)
                    message = f"“{found[0]}” tidak ada dalam laporan: {last}. Perbaiki nomornya."
                    yield passage.place, Said(message, found[0], last)


def _last_of(kind: str, bab: str, numbered: frozenset[str]) -> str:
    of_bab = [int(name.rpartition(".")[2]) for name in numbered if name.startswith(f"{kind} {int(bab)}.")]
    if not of_bab:
        return f"bab {int(bab)} tidak memuat {kind.casefold()}"
    return f"{kind.casefold()} bab {int(bab)} sampai {kind} {int(bab)}.{max(of_bab)}"


def refers_to_numbers(text: str) -> bool:
    """Whether a text may refer to a table or a picture by a number."""
    return says_any(text, ("tab", "gambar", "grafik")) and _REFERENCE.search(text) is not None


_REFERENCE: Final = re.compile(
    r"\b(?:tab(?:el|le)|(?P<gambar>gambar|grafik))\s+(?P<bab>\d{1,2})\.(?P<nomor>\d{1,2})\b(?!\.\d)",
    re.IGNORECASE,
)
#: Another document has tables of its own.
_ELSEWHERE: Final = re.compile(
    r"\b(?:RPJMD|RPJPD|RKPD|renstra|renja|rencana\s+(?:strategis|kerja)|peraturan|permen\w*|perda|perbup|keputusan|pedoman|"
    r"buku|BPS|dalam\s+angka|(?:LKIP|LAKIP|LKjIP|laporan)(?:\s+[^\W\d_]+){0,4}\s+(?:20\d\d|(?:tahun\s+)?(?:lalu|sebelumnya)))\b",
    re.IGNORECASE,
)
