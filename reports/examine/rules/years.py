"""Rules of years: in tables of contents and headings, of the period of the Renstra, of plans dated after their year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from reports.examine.base import Flaw, Line, Material, paper_rule, seen_row
from reports.papers.roles import Role
from sakip.checks import Level
from sakip.text.dates import NAMA_BULAN

_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PERIOD: Final = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:[-–—]|s\.?d\.?|s/d|sampai(?:\s+dengan)?)\s*(20\d\d)(?!\d)", re.IGNORECASE
)
_OF_RENSTRA: Final = re.compile(r"\b(?:renstra|rencana\s+strategis|\(rs\))", re.IGNORECASE)
_OTHER: Final = re.compile(r"\b(?:rpjmd|rpjpd|visi|pembangunan\s+jangka)\b", re.IGNORECASE)
_NEAR: Final = 90
#: A table of contents counts its own report; these are of it.
_OF_REPORT: Final = re.compile(
    r"\b(?:pengukuran|capaian|pencapaian|kinerja|perjanjian|rkt|rencana\s+kinerja|anggaran)\b", re.IGNORECASE
)
_MONTHS: Final = "|".join((*NAMA_BULAN, "pebruari", "nopember"))
_DATED: Final = re.compile(
    rf"^(?:[A-Za-z ]{{2,30}},|nomor\s*:?)?\s*(?P<day>\d{{1,2}})?\s*(?P<month>{_MONTHS})\s+(?P<year>20\d\d)\s*$",
    re.IGNORECASE,
)
#: The same in a cell: documents of Word are signed in a table without lines.
_SIGNED: Final = re.compile(
    rf"^[A-Za-z ]{{2,30}},\s*(?P<day>\d{{1,2}})?\s*(?P<month>{_MONTHS})\s+(?P<year>20\d\d)(?:\s+camat\b.*)?$",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(
    r"^(?:rencana\s+kinerja\s+tahunan|rencana\s+aksi|rkt\b).{0,60}?(?P<year>20\d\d)?\s*$", re.IGNORECASE
)
_OTHER_DOCUMENT: Final = re.compile(
    r"^(?:perjanjian\s+kinerja|keputusan\s+camat|bab\s+[ivx]+|lampiran)\b", re.IGNORECASE
)
#: From this first year on a plan says its targets up to the year behind it as well, which the next one begins with.
_WITH_THE_NEXT: Final = 2025
#: A plan of a year is made before it or in its first months.
_LATEST_MONTH: Final = 6
#: A word of a title in capitals that is shorter is an abbreviation.
_LEAST_TITLED: Final = 4


@paper_rule(
    "berkas-tahun-daftar-isi",
    rule="R-year",
    basis="Daftar isi menyebut tahun laporan itu sendiri.",
    example="Daftar isi: PENGUKURAN PENCAPAIAN KINERJA TAHUN 2019, laporan tahun 2020.",
)
def contents_name_the_year(material: Material) -> Iterator[Flaw]:
    """Lines of a table of contents name no other year than the report's."""
    tahun = material.subject.tahun
    for line in material.lines:
        title = line.contents or (line.table < 0 and _is_lettered_heading(line.text))
        if not title or _PERIOD.search(line.text) or not _OF_REPORT.search(line.text):
            continue
        for year in _YEAR.findall(line.text):
            if int(year) != tahun and int(year) != tahun + 1:
                message = f"Judul menyebut tahun {year} dalam laporan tahun {tahun}. Perbaiki tahunnya."
                yield Flaw(seen=(line.seen,), message=message, recorded=year, expected=str(tahun))


def _titled(text: str) -> bool:
    """Whether most of its words begin with a capital, as those of a title do."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _is_lettered_heading(text: str) -> bool:
    return bool(re.match(r"[A-H]\.\s*[A-Z]{3,}", text)) and len(text) < _NEAR


#: A caption or a heading: it ends in its year, and is no sentence.
_TITLE: Final = re.compile(
    r"^(?:(?:tabel|gambar|grafik)\s+\d|(?=[^a-z]*[A-Z])).{5,110}\btahun\s+(?P<year>20\d\d)\W*$", re.IGNORECASE
)
#: Titles of what other years stand in rightly.
_OF_OTHER_YEARS: Final = re.compile(
    r"\b(?:\w*banding\w*|sampai|s\.?\s?/?d|awal|akhir|tren|perkembangan|renstra|rencana\s+strategis|rpjmd|lalu|sebelum\w*|"
    r"nom[oe]r|no\.|peraturan|undang-undang|sejak|mulai)\b|;",
    re.IGNORECASE,
)


@paper_rule(
    "berkas-tahun-judul",
    rule="R-year",
    basis="Judul tentang kinerja atau anggaran menyebut tahun laporan atau yang dibandingkan dengannya.",
    example="Tabel 3.3 Ikhtisar Capaian Kinerja Tahun 2019, laporan tahun 2021.",
    level=Level.PERINGATAN,
)
def titles_name_the_year(material: Material) -> Iterator[Flaw]:
    """No title of what was reached or spent ends in a year before that with which the report's is compared."""
    tahun = material.subject.tahun
    for line in material.lines:
        found = None if line.contents or line.table >= 0 else _TITLE.match(line.text)
        if found is None or not _OF_REPORT.search(line.text) or _is_lettered_heading(line.text):
            continue
        year = int(found["year"])
        if "," in line.text and not _titled(line.text):
            continue
        if year >= tahun - 1 or _OF_OTHER_YEARS.search(line.text) or len(_YEAR.findall(line.text)) > 1:
            continue
        message = f"Judul menyebut tahun {year} dalam laporan tahun {tahun}. Perbaiki tahunnya."
        yield Flaw(seen=(line.seen,), message=message, recorded=str(year), expected=str(tahun))


@paper_rule(
    "berkas-masa-renstra",
    rule="R-year",
    basis="Renstra kecamatan mempunyai satu masa berlaku.",
    example="Renstra 2023–2026 dalam ikhtisar, Renstra 2021–2026 dalam Bab II.",
)
def renstra_has_one_period(material: Material) -> Iterator[Flaw]:
    """The Renstra is named with one period; the years above its targets are of it."""
    said: list[tuple[tuple[int, int], Line]] = []
    for line in material.lines:
        for found in _PERIOD.finditer(line.text):
            before = line.text[max(0, found.start() - _NEAR) : found.start()]
            near = [one.start() for one in _OF_RENSTRA.finditer(before)]
            other = [one.start() for one in _OTHER.finditer(before)]
            if near and (not other or max(near) > max(other)):
                said.append(((int(found[1]), int(found[2])), line))
    if not said:
        return
    counted = Counter(period for period, _ in said)
    usual = counted.most_common(1)[0][0]
    told: set[tuple[int, int]] = set()
    for period, line in said:
        if period != usual and period not in told:
            told.add(period)
            others = tuple(one.seen for of, one in said if of == period and one is not line)
            right = next(one for of, one in said if of == usual)
            message = (
                f"Renstra {period[0]}–{period[1]}, di tempat lain {usual[0]}–{usual[1]}"
                f" ({right.at.words}). Samakan masanya."
            )
            recorded, expected = (f"{a}–{b}" for a, b in (period, usual))
            yield Flaw(
                seen=(line.seen, *others, right.seen), message=message, recorded=recorded, expected=expected
            )
    yield from _columns(material, usual)


def _columns(material: Material, usual: tuple[int, int]) -> Iterator[Flaw]:
    """Tables of targets over years that begin or end outside the period."""
    for table in material.tables:
        years = [head.year for head in table.heads if head.role is Role.TARGET and head.year]
        heads = [head for head in table.heads if head.role is not Role.BASELINE]
        stray = sorted({one for head in heads for one in map(int, _YEAR.findall(head.text))})
        if len(set(years)) < 4:
            continue
        last = usual[1] + (usual[0] >= _WITH_THE_NEXT)
        outside = [year for year in stray if not usual[0] <= year <= last]
        if outside:
            which = ", ".join(map(str, outside))
            message = (
                f"Kolom target tahun {which} di luar masa Renstra {usual[0]}–{usual[1]}. Samakan tahunnya."
            )
            yield Flaw(seen=(seen_row(table.table.rows[0]),), message=message, recorded=which)


@paper_rule(
    "berkas-tanggal-rencana",
    rule="R-year",
    basis="RKT dan rencana aksi ditetapkan sebelum atau pada awal tahun yang direncanakan.",
    example="Rencana aksi tahun 2023 bertanggal 03 Desember 2023.",
    level=Level.PERINGATAN,
)
def plans_are_dated_before_their_year(material: Material) -> Iterator[Flaw]:
    """A RKT or rencana aksi bears no date of the second half of its year or later."""
    within, what, tahun = False, "", material.subject.tahun
    for line in material.lines:
        if line.contents:
            continue
        text = line.text.strip()
        if line.table >= 0:
            cells = (_SIGNED.match(cell.strip()) for cell in text.split(" | "))
            found = next((one for one in cells if one), None) if within else None
        elif plan := _PLAN.match(text):
            within, what, found = True, text, None
            tahun = int(plan["year"]) if plan["year"] else material.subject.tahun
        else:
            within = within and not _OTHER_DOCUMENT.match(text)
            found = _DATED.match(text) if within else None
        if found and (month := _month(found["month"])):
            year = int(found["year"])
            if year > tahun or (year == tahun and month > _LATEST_MONTH):
                dated = f"{found['day'] or ''} {found['month']} {year}".strip()
                message = (
                    f"{_worded(what)} bertanggal {dated}, sesudah lebih dari separuh tahun {tahun} berlalu."
                )
                yield Flaw(seen=(line.seen,), message=message, recorded=text)
            within = False


def _worded(text: str) -> str:
    """A title in capitals as it stands in a sentence; abbreviations ("RKT") stay."""
    return " ".join(word if len(word.strip("()")) < _LEAST_TITLED else word.title() for word in text.split())


def _month(name: str) -> int:
    plain = {"pebruari": "februari", "nopember": "november"}.get(name.casefold(), name.casefold())
    return next((at for at, one in enumerate(NAMA_BULAN, start=1) if one.casefold() == plain), 0)
