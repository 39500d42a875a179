"""Checks of the programs that texts name: they are of the nomenklatur in force."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from sakip.capaian.results import SerapanLine
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, ProgramName, Surroundings
from sakip.checks.text.subjects import subjects_of
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any

_PREFIX: Final = re.compile(r"^program\s+", re.IGNORECASE)
#: What was, or took the place of another, is named rightly.
_FORMER: Final = re.compile(
    r"\b(?:lama|sebelum\w*|semula|dahulu|dulu|tahun\s+lalu|berubah|menjadi|diganti\w*|peralihan|nomenklatur)\b",
    re.IGNORECASE,
)


@check(
    "program-dalam-tulisan",
    rule="R-nomen",
    basis="Program dalam tulisan ada dalam nomenklatur yang berlaku pada tahun laporan.",
    example="Program Pelayanan Administrasi Perkantoran dalam laporan tahun 2023.",
    reads=("passages", "around", "anggaran", "rkt", "pk"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def programs_in_a_text_are_of_the_nomenklatur_in_force(year: CheckedYear) -> Found:
    """No text names a program of a nomenklatur of other years, but those that the year's own records have."""
    snapshot = year.snapshot
    own = {_plain(row.nama_program) for row in snapshot.anggaran}
    own |= {_plain(row.nama_program) for row in snapshot.rkt.baris} if snapshot.rkt else set()
    own |= {_plain(row.nama) for pk in snapshot.pk for row in pk.anggaran}
    programs = (year.around or Surroundings()).programs
    valid = {_plain(one.nama) for one in programs if _in_force(one, snapshot.tahun)}
    strange = {_plain(one.nama): one for one in programs if _plain(one.nama) not in own | valid}
    if not strange:
        return
    names = "|".join(_written(name) for name in sorted(strange, key=len, reverse=True))
    pattern = re.compile(rf"\bprogram\s+(?P<name>{names})\b", re.IGNORECASE)
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if pattern.search(passage.text) else ():
            others = {int(y) for y in re.findall(r"\b20\d\d\b", sentence.text)} - {snapshot.tahun}
            if others or _FORMER.search(sentence.text):
                continue
            for found in pattern.finditer(sentence.text):
                one = strange[_plain(found["name"])]
                message = f"“{found[0]}” dari {one.versi}, yang tidak berlaku tahun {snapshot.tahun}."
                yield passage.place, Said(f"{message} Pakai nama program tahun itu.", found[0], "")


@check(
    "kegiatan-pada-programnya",
    rule="R-nomen",
    basis="Kegiatan dan sub kegiatan disebut di bawah programnya sendiri, menurut kodenya.",
    example="Sub kegiatan Penyediaan Gaji dan Tunjangan ASN di bawah Program Penyelenggaraan Pemerintahan.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def rows_are_told_under_their_own(year: CheckedYear) -> Found:
    """A kegiatan that a sentence puts under a program is of it."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, _UNDER_HINTS) else ():
            named = [m for m in subjects.mentions(sentence.text) if isinstance(m.subject, SerapanLine)]
            for one, over in pairwise(named):
                row, above = one.subject, over.subject
                between = sentence.text[one.end : over.start]
                if not (isinstance(row, SerapanLine) and isinstance(above, SerapanLine)):
                    continue
                of_budget = row.kode.count(".") > above.kode.count(".") > 0
                if of_budget and _UNDER.fullmatch(between) and not row.kode.startswith(f"{above.kode}."):
                    message = f"{row.nama} ({row.kode}) bukan bagian {above.nama} ({above.kode})."
                    yield passage.place, Said(message, above.nama, "")


_UNDER_HINTS: Final = ("di bawah", "bagian dari", "termasuk", "dalam program")
_UNDER: Final = re.compile(
    r"[\s,]*(?:(?:yang|berada|merupakan|adalah|ini|termasuk|tercakup)\s+)*(?:di\s+bawah|bagian\s+dari|(?:ke\s+)?dalam|termasuk)\s+",
    re.IGNORECASE,
)


def _in_force(one: ProgramName, tahun: int) -> bool:
    return one.tahun_awal <= tahun and (one.tahun_akhir is None or tahun <= one.tahun_akhir)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", _PREFIX.sub("", name).casefold()))


def _written(name: str) -> str:
    return r"[\W_]+".join(map(re.escape, name.split()))
