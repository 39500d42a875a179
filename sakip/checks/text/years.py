"""Checks of years in sentences: of the report, of what came before, of what comes next, of the Renstra."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.text.reading.figures import FigureKind, figures
from sakip.text.reading.sentences import sentences

_ANY_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_OF_AREA: Final = r"(?:\s+(?:OPD\s+|PD\s+)?(?:kecamatan|distrik|kapanewon)(?:\s+[^\W\d_]+){1,2}?)?"
#: What carries the year of the report itself.
_OF_REPORT: Final = re.compile(
    r"\b(?:LKIP|LKjIP|LAKIP|LKJ|laporan\s+(?:akuntabilitas\s+)?kinerja(?:\s+instansi\s+pemerintah)?(?:\s*\(\w{2,8}\))?|laporan\s+ini|"
    rf"tahun\s+anggaran|T\.?A\.?|31\s+Desember){_OF_AREA}\s+(?:tahun\s+)?{_YEAR}\b|"
    rf"\bdalam\s+tahun\s+(?P<year2>20\d\d)\s+kecamatan\s+[^\W\d_]+\s+telah\s+melaksanakan\b",
    re.IGNORECASE,
)
#: What carries the year of the report, or of the one that is compared with it or follows it.
_NEAR: Final = re.compile(
    r"\b(?:perjanjian\s+kinerja(?:\s+perubahan)?|rencana\s+kinerja\s+tahunan(?:\s*\(RKT\))?|"
    r"(?:(?:pengukuran\s+)?(?:capaian|pencapaian|realisasi)|pengukuran)\s+kinerja(?:\s+sasaran)?)"
    rf"{_OF_AREA}\s+(?:tahun\s+)?{_YEAR}\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"\btahun\s+(?:lalu|sebelumnya|kemarin)\s*(?:\(|,|yaitu|yakni|tahun)?\s*(?:tahun\s+)?{_YEAR}\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf"\b(?:tahun\s+(?:berikutnya|depan|mendatang)|(?:perencanaan|penyusunan\s+rencana)\s+(?:kegiatan|kinerja|kerja))"
    rf"\s*(?:\(|,|yaitu|yakni|pada|di)?\s*(?:tahun\s+)?{_YEAR}\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"\b(?P<plan>renstra|rencana\s+strategis(?:\s*\((?:RS|renstra)(?=\)))?|RPJMD)\b\)?"
    r"[^.;()\d]{0,60}?(?P<first>20\d\d)\s*(?:[-–—]|s\.?d\.?|sampai(?:\s+dengan)?)\s*"
    r"(?P<last>20\d\d)",
    re.IGNORECASE,
)
#: The name of a regulation, in which a period stands as it was given.
_TITLE: Final = re.compile(r"\btentang\b[^.;]*$", re.IGNORECASE)
#: A sentence that compares or looks back names other years rightly.
_LOOKS_BACK: Final = re.compile(
    r"\b(?:dibanding(?:kan)?|lalu|sebelumnya|kemarin|sejak|dari\s+tahun|evaluasi\s+atas|dievaluasi|"
    r"menjadi\s+(?:bahan|dasar|acuan)|terdahulu|hasil\s+evaluasi|nomor|no\.)\b",
    re.IGNORECASE,
)


@check(
    "tahun-laporan",
    rule="R-year",
    basis="Laporan menyebut tahunnya sendiri.",
    example="Laporan Kinerja Kecamatan Umbulsari Tahun 2019 dalam laporan tahun 2021.",
    reads=("passages",),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def the_report_names_its_own_year(year: CheckedYear) -> Found:
    """What is the report's carries the year of the report."""
    tahun = year.snapshot.tahun
    for passage in year.passages or ():
        for sentence in sentences(passage.text):
            if not _ANY_YEAR.search(sentence.text) or _LOOKS_BACK.search(sentence.text):
                continue
            # With a number it may be what this year's is compared with.
            measured = any(f.kind is not FigureKind.YEAR for f in figures(sentence.text))
            own = [
                (f, y)
                for f, y in _years(_OF_REPORT, sentence.text)
                if not (y == tahun - 1 and (measured or "31" in f))
            ]
            near = [(f, y) for f, y in _years(_NEAR, sentence.text) if abs(y - tahun) > 1]
            for found, named in (*own, *near):
                if named != tahun:
                    yield (
                        passage.place,
                        Said(f"“{found}” dalam laporan tahun {tahun}.", str(named), str(tahun)),
                    )


@check(
    "tahun-sebelum-dan-sesudah",
    rule="R-year",
    basis="Tahun lalu adalah tahun sebelum tahun laporan, tahun berikutnya tahun sesudahnya.",
    example="Penyusunan rencana kegiatan tahun 2021 dalam laporan tahun 2021.",
    reads=("passages",),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def last_and_next_year_are_beside_the_report_s(year: CheckedYear) -> Found:
    """ "Tahun lalu" is the year before the report's, "tahun berikutnya" the one after."""
    tahun = year.snapshot.tahun
    for passage in year.passages or ():
        if not _ANY_YEAR.search(passage.text):
            continue
        for pattern, right in ((_BEFORE, (tahun - 1,)), (_NEXT, (tahun + 1, tahun + 2))):
            for found, named in _years(pattern, passage.text):
                if named not in right:
                    message = f"“{found}” dalam laporan tahun {tahun}; seharusnya {right[0]}."
                    yield passage.place, Said(message, str(named), str(right[0]))


@check(
    "masa-renstra",
    rule="R-year",
    basis="Renstra dan RPJMD disebut dengan masa berlakunya.",
    example="Renstra 2023-2026, padahal Renstra berlaku 2021–2026.",
    reads=("passages", "renstra", "rpjmd"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def plans_are_named_with_their_period(year: CheckedYear) -> Found:
    """A period that a text gives to the Renstra or the RPJMD is that of one that is recorded."""
    snapshot = year.snapshot
    renstra = {(r.tahun_awal, r.tahun_akhir) for r in snapshot.renstra}
    rpjmd = {(snapshot.rpjmd.tahun_awal, snapshot.rpjmd.tahun_akhir)} if snapshot.rpjmd else set()
    for passage in year.passages or ():
        for found in _PERIOD.finditer(passage.text):
            if _TITLE.search(passage.text, 0, found.start()):
                continue
            known = rpjmd if found["plan"].casefold() == "rpjmd" else renstra
            named = int(found["first"]), int(found["last"])
            if known and named not in known:
                expected = " atau ".join(f"{first}–{last}" for first, last in sorted(known))
                said = f"{named[0]}–{named[1]}"
                yield passage.place, Said(f"“{found[0]}”; tercatat {expected}.", said, expected)


def _years(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int]]:
    for found in pattern.finditer(text):
        yield found[0], int(next(year for year in found.groups() if year and year.isdigit()))
