"""Checks of regulations that a text cites: number and year belong together, and what is cited is in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Surroundings
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.snapshot.parts.source import PeraturanReference
from sakip.text.reading.words import says_any

#: How kinds of regulations are written, shortest spelling to what they are.
_KINDS: Final = (
    (r"undang[\s-]*undang|UU", "uu"),
    (r"peraturan\s+pemerintah|PP", "pp"),
    (r"peraturan\s+presiden|perpres", "perpres"),
    (
        r"(?:peraturan\s+menteri|permen)\s*(?:negara\s+)?(?:PAN[\s-]*(?:dan\s*)?RB|PAN\s*RB|"
        r"pendayagunaan\s+aparatur\s+negara(?:\s+dan\s+reformasi\s+birokrasi)?)|permenpan(?:[\s-]*rb)?",
        "permenpanrb",
    ),
    (r"(?:peraturan\s+menteri\s+dalam\s+negeri)|permendagri", "permendagri"),
    (r"(?:keputusan\s+menteri\s+dalam\s+negeri)|kepmendagri", "kepmendagri"),
    (r"(?:peraturan\s+menteri\s+keuangan)|PMK", "pmk"),
    (r"peraturan\s+daerah(?:\s+(?:kabupaten|kota)\s+[^\W\d_]+)?|perda", "perda"),
    (r"peraturan\s+(?:bupati|wali\s*kota)(?:\s+[^\W\d_]+)?|perbup|perwali", "perbup"),
)
_CITED: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for words, name in _KINDS)})"
    r"(?:\s+(?:RI|R\.I\.|Republik\s+Indonesia))?\s*(?:nomor|nomer|no)\b\.?\s*:?\s*(?P<nomor>\d[\w./-]*)\s+(?:tahun|thn\.?|th\.?)\s+(?P<tahun>\d{4})"
    r"(?:\s+tentang\s+(?P<tentang>[^;.]{0,160}))?",
    re.IGNORECASE,
)
#: A sentence that tells how regulations followed one another cites the former rightly.
_REPLACED: Final = re.compile(
    r"\b(?:diubah|dicabut|mencabut|menggantikan|diganti|perubahan\s+atas|semula)\b", re.IGNORECASE
)
#: "…, sebagaimana telah beberapa kali diubah terakhir dengan …" tells of changes to what is cited, of no successor.
_AMENDED: Final = re.compile(r"\bsebagaimana\s+(?:telah\s+)?(?:[^\W\d_]+\s+){0,3}?diubah\b", re.IGNORECASE)
_ALIKE: Final = 0.8
_ONE_SLIP: Final = 1
#: A shorter title may be of many.
_LEAST_TITLE: Final = 8
_LEAST_INITIALS: Final = 4
#: Kinds of which many have the same number.
_MANY: Final = ("uu", "pp", "perda", "perbup", "perpres")


@dataclass(frozen=True, slots=True)
class _Law:
    jenis: str
    nomor: str
    tahun: int
    tentang: str


@check(
    "kutipan-peraturan",
    rule="R-law",
    basis="Peraturan dikutip dengan nomor dan tahunnya sendiri.",
    example="Peraturan Menteri PANRB Nomor 53 Tahun 2015, padahal Nomor 53 Tahun 2014.",
    reads=("passages", "around", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def regulations_are_cited_with_their_year(year: CheckedYear) -> Found:
    """A citation that differs from a known regulation in its year alone is a slip."""
    known = [law for law, _ in _known((year.around or Surroundings()).peraturan)]
    for passage in every_text(year):
        for words, law in _citations(passage.text):
            right = _meant(law, known)
            if right is not None:
                expected = f"Nomor {right.nomor} Tahun {right.tahun}"
                yield passage.place, Said(f"“{words}” seharusnya {expected}.", words, expected)


@check(
    "peraturan-dalam-tulisan",
    rule="R-law",
    basis="Peraturan yang dirujuk masih berlaku pada tahun laporan.",
    example="Permendagri Nomor 13 Tahun 2006 dalam laporan tahun 2021.",
    reads=("passages", "around", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def regulations_in_a_text_are_in_force(year: CheckedYear) -> Found:
    """What a text refers to was not revoked before the year of the report."""
    known = dict(_known((year.around or Surroundings()).peraturan))
    tahun = year.snapshot.tahun
    for passage in every_text(year):
        if _REPLACED.search(_AMENDED.sub(" ", passage.text)):
            continue
        for words, law in _citations(passage.text):
            for one, reference in known.items():
                until = reference.berlaku_sampai
                same = (one.jenis, one.nomor, one.tahun) == (law.jenis, law.nomor, law.tahun)
                if same and until is not None and until < tahun:
                    revoker = reference.dicabut_oleh.partition(" tentang ")[0]
                    revoked = f", dicabut dengan {revoker}" if revoker else ""
                    message = (
                        f"“{words}” berlaku sampai tahun {until}{revoked}. Pakai peraturan yang berlaku."
                    )
                    yield passage.place, Said(message, words, revoker)


def _known(references: Sequence[PeraturanReference]) -> Iterator[tuple[_Law, PeraturanReference]]:
    for reference in references:
        for _, law in _citations(reference.sebutan):
            yield law, reference
            break


@lru_cache(maxsize=4096)
def _citations(text: str) -> tuple[tuple[str, _Law], ...]:
    """What a text cites, in its words; read once for all checks."""
    return tuple(_read_citations(text)) if says_any(text, ("tahun", "th")) else ()


def _read_citations(text: str) -> Iterator[tuple[str, _Law]]:
    for found in _CITED.finditer(text):
        jenis = next(name for _, name in _KINDS if found[name])
        words = found[0].partition(" tentang ")[0].strip()
        yield (
            words,
            _Law(jenis, found["nomor"].rstrip("."), int(found["tahun"]), (found["tentang"] or "").strip()),
        )


def _meant(law: _Law, known: Sequence[_Law]) -> _Law | None:
    """The regulation that was meant, where number and year are not its own together: of the same kind, about the same,
    and of that number or that year; where the text does not say about what, of that number and a year beside it."""
    kind = [one for one in known if one.jenis == law.jenis]
    if any((one.nomor, one.tahun) == (law.nomor, law.tahun) for one in kind):
        return None
    same = [one for one in kind if one.nomor == law.nomor]
    for one in (*same, *(one for one in kind if one.tahun == law.tahun)):
        if law.tentang and _alike(law.tentang, one.tentang):
            return one
    return None if law.tentang else next((one for one in same if _one_slip(one, law)), None)


def _alike(said: str, title: str) -> bool:
    """Whether a text tells the title, or as much of it as there is room for."""
    initials = "".join(word[0] for word in title.split() if word[0].isupper())
    if (
        (short := said.split()[0].strip("().,"))
        and len(short) >= _LEAST_INITIALS
        and initials.startswith(short)
    ):
        return True  # "tentang SAKIP"
    if said.strip().casefold() == title.strip().casefold():
        return True
    length = min(len(said), len(title))
    if length < _LEAST_TITLE:
        return False
    return SequenceMatcher(None, said[:length].casefold(), title[:length].casefold()).ratio() >= _ALIKE


def _one_slip(one: _Law, law: _Law) -> bool:
    """Whether the year is one beside, or has one digit that is another; of laws so many are of one number that the
    year beside alone says nothing."""
    digits = sum(a != b for a, b in zip(f"{one.tahun:04}", f"{law.tahun:04}", strict=True))
    return abs(one.tahun - law.tahun) <= _ONE_SLIP or (digits == 1 and one.jenis not in _MANY)
