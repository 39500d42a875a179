"""Checks of years in sentences: of the report, of what came before, of what comes next, of the Renstra."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.text.dates import NAMA_BULAN, format_tanggal
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
    rf"\btahun\s+(?:lalu|sebelumnya|kemarin)(?:\s*(?:\(|,|yaitu|yakni|tahun))*\s*(?:tahun\s+)?{_YEAR}\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    rf"\b(?:tahun\s+(?:berikutnya|depan|mendatang)|(?:perencanaan|penyusunan\s+rencana)\s+(?:kegiatan|kinerja|kerja))"
    rf"(?:\s*(?:\(|,|yaitu|yakni|pada|di))*\s*(?:tahun\s+)?{_YEAR}\b",
    re.IGNORECASE,
)
_PERIOD: Final = re.compile(
    r"\b(?P<plan>renstra|rencana\s+strategis(?:\s*\((?:RS|renstra)(?=\)))?|RPJMD)\b\)?"
    r"[^.;()\d]{0,60}?(?P<first>20\d\d)\s*(?:[-–—]|s\.?d\.?|sampai(?:\s+dengan)?)\s*"
    r"(?P<last>20\d\d)",
    re.IGNORECASE,
)
#: The plan of another area.
_OF_OTHERS: Final = re.compile(r"\s+(?:provinsi|prov\.|nasional|jawa)\b", re.IGNORECASE)
#: Where the Renstra ends.
_END: Final = re.compile(
    r"\b(?:akhir|berakhirnya)\s+(?:(?:periode|masa|tahun|target)\s+)*(?:renstra|rencana\s+strategis)\b[^.;\d]{0,20}"
    r"(?P<year>20\d\d)\b(?!\s*[-–])|"
    r"\b(?:renstra|rencana\s+strategis)\b[^.;\d]{0,40}\b(?:berakhir|berlaku[^.;\d]{0,30}(?:hingga|sampai(?:\s+dengan)?))"
    r"\s+(?:(?:pada|di)\s+)?(?:tahun\s+)?(?P<until>20\d\d)\b",
    re.IGNORECASE,
)
#: Another plan than that of the report is meant.
_OTHER_PLAN: Final = re.compile(
    r"\b(?:berakhir|sejak|sebelumnya|berikutnya|selanjutnya|lalu|lama|baru|terdahulu|menggantikan|RPJPD|"
    r"rancangan|teknokratik|menyusun\s+(?:rancangan\s+)?renstra|"
    r"akan\s+(?:dimulai|disusun|ditetapkan|berlaku))\b",
    re.IGNORECASE,
)
#: The next year's is told of as it will be.
_AHEAD: Final = re.compile(
    r"\b(?:akan|direncanakan|rencana|mendatang|depan|berikutnya|diusulkan|disusun)\b", re.IGNORECASE
)
#: What was, told of a year to come.
_WAS: Final = re.compile(
    r"\b(?:capaian|realisasi|terealisasi|tercapai|telah|sudah|dilaksanakan)\b", re.IGNORECASE
)
_WILL_BE: Final = re.compile(
    r"\b(?:target|rencana(?!\s+aksi)|akan|diharapkan|proyeksi|hingga|sampai|menuju|akhir|renstra|rpjm\w*|rpjp\w*|periode|visi|emas|"
    r"berlaku|"
    r"jangka|ditargetkan|menyongsong)\b",
    re.IGNORECASE,
)
#: The name of a regulation, in which a period stands as it was given.
_TITLE: Final = re.compile(r"\btentang\b[^.;]*$", re.IGNORECASE)
#: A sentence that compares or looks back names other years rightly.
_LOOKS_BACK: Final = re.compile(
    r"\b(?:\w*banding\w*|lalu|sebelumnya|kemarin|sejak|dari\s+tahun|evaluasi\s+atas|dievaluasi|"
    r"menjadi\s+(?:bahan|dasar|acuan)|terdahulu|hasil\s+evaluasi|nomor|no\.|"
    # what another year's report shows
    r"(?:tabel|gambar|grafik)\s+[\d.]+\s+(?:dalam|pada|di))\b",
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
                and not (y == tahun + 1 and _AHEAD.search(sentence.text))
            ]
            late = [
                (f.text, int(f.value or 0))
                for f in figures(sentence.text)
                if f.kind is FigureKind.YEAR
                and (f.value or 0) > tahun + 2
                and _WAS.search(sentence.text)
                and not _WILL_BE.search(sentence.text)
            ]
            near = [(f, y) for f, y in _years(_NEAR, sentence.text) if abs(y - tahun) > 1]
            for found, named in (*own, *near, *late):
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
                if named not in right or (named != right[0] and "berikutnya" in found.casefold()):
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
        for found in _END.finditer(passage.text):
            ends = {last for _, last in renstra}
            other = _OTHER_PLAN.search(passage.text.replace(found[0], " "))
            ended = found["year"] or found["until"]
            if ends and int(ended) not in ends and not other:
                expected = " atau ".join(str(last) for last in sorted(ends))
                message = f"“{found[0]}”; Renstra berakhir tahun {expected}."
                yield passage.place, Said(message, ended, expected)
        for found in _PERIOD.finditer(passage.text):
            if _TITLE.search(passage.text, 0, found.start()) or _OTHER_PLAN.search(passage.text):
                continue
            if _OF_OTHERS.match(passage.text, found.end("plan")):
                continue
            alone = {
                f.value
                for f in figures(passage.text)
                if f.kind is FigureKind.YEAR and f.start < found.start()
            }
            if any(
                int(found["first"]) <= (year_ or 0) <= int(found["last"])
                for year_ in alone - {snapshot.tahun}
            ):
                continue  # "Tahun 2022 kecamatan mengacu pada Renstra 2021-2026"
            known = rpjmd if found["plan"].casefold() == "rpjmd" else renstra
            named = int(found["first"]), int(found["last"])
            if known and named not in known:
                expected = " atau ".join(f"{first}–{last}" for first, last in sorted(known))
                said = f"{named[0]}–{named[1]}"
                yield passage.place, Said(f"“{found[0]}”; tercatat {expected}.", said, expected)


@check(
    "tahun-ke-renstra",
    rule="R-year",
    basis="Tahun keberapa dari masa Renstra dihitung dari tahun awalnya.",
    example="Tahun 2023 adalah tahun kelima Renstra 2021–2026, padahal tahun ketiga.",
    reads=("passages", "renstra"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def the_year_is_counted_from_the_first_of_the_renstra(year: CheckedYear) -> Found:
    """Which year of the Renstra the report's is said to be follows from its first year, counted with it or after it."""
    tahun = year.snapshot.tahun
    first = {r.tahun_awal for r in year.snapshot.renstra}
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if "renstra" in passage.text.casefold() else ():
            found = _NTH.search(sentence.text)
            if not found or len(first) != 1 or _OTHER_PLAN.search(sentence.text):
                continue
            (begin,) = first
            told = [int(y) for y in _ANY_YEAR.findall(sentence.text[: found.start()])] or [tahun]
            nth = 1 + _ORDINALS.index(found["nth"].casefold())
            if len(told) == 1 and nth not in (told[0] - begin, told[0] - begin + 1):
                right = told[0] - begin
                expected = f"tahun {_ORDINALS[right]}" if 0 <= right < len(_ORDINALS) else f"sejak {begin}"
                message = f"“{found[0]}”; Renstra mulai {begin}, jadi {told[0]} {expected}."
                yield passage.place, Said(message, found["nth"], expected)


_ORDINALS: Final = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam")
_NTH: Final = re.compile(
    rf"\btahun\s+(?P<nth>{'|'.join(_ORDINALS)})\s+(?:(?:dari|pada|dalam|pelaksanaan|periode|masa|penerapan)\s+)*"
    r"(?:renstra|rencana\s+strategis)\b",
    re.IGNORECASE,
)


def _years(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int]]:
    for found in pattern.finditer(text):
        yield found[0], int(next(year for year in found.groups() if year and year.isdigit()))


@check(
    "tanggal-dokumen",
    rule="R-year",
    basis="Tanggal dokumen dalam kalimat sama dengan yang dicatat.",
    example="Perjanjian Kinerja ditandatangani 21 November 2022, padahal tercatat 21 November 2023.",
    reads=("passages", "pk", "iku", "rkt"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def documents_bear_their_own_dates(year: CheckedYear) -> Found:
    """A date that a text gives to the PK, its perubahan, the SK IKU or the RKT is the recorded one, where all are."""
    snapshot = year.snapshot
    dates = {
        "pk": [(pk.tanggal, pk.versi) for pk in snapshot.pk],
        "iku": [(snapshot.iku.tanggal, 0)] if snapshot.iku else [],
        "rkt": [(snapshot.rkt.tanggal, 0)] if snapshot.rkt else [],
    }
    for passage in year.passages or ():
        for found in _DATED.finditer(passage.text):
            document = next(name for name in dates if found[name])
            changed = "perubahan" in found[0].casefold()
            known = [day for day, versi in dates[document] if not changed or versi]
            first = document != "pk" or changed or any(not versi for _, versi in dates["pk"])
            said = date(int(found["year"]), 1 + _MONTHS.index(found["month"].casefold()), 1)
            days = [day for day in known if day is not None]
            if not days or len(days) < len(known):
                continue
            told = (int(found["day"]), said.month, said.year)
            slip = any((day.day, day.month) == told[:2] and day.year != told[2] for day in days)
            if slip or (first and all((day.day, day.month, day.year) != told for day in days)):
                expected = " atau ".join(sorted(format_tanggal(day) for day in days))
                yield passage.place, Said(f"“{found[0]}”; tercatat {expected}.", found[0], expected)


_MONTHS: Final = tuple(name.casefold() for name in NAMA_BULAN)
_DATED: Final = re.compile(
    r"\b(?:(?P<pk>perjanjian\s+kinerja|PK)|"
    r"(?P<iku>keputusan(?:\s+camat)?[^.;\d]{0,40}\b(?:IKU|indikator\s+kinerja\s+utama)|SK\s+IKU)|"
    r"(?P<rkt>RKT|rencana\s+kinerja\s+tahunan))\b[^.;]{0,60}?\b(?:ditandatangani|ditetapkan|disahkan|tertanggal|bertanggal|"
    rf"disepakati)\b[^.;\d]{{0,40}}(?P<day>\d{{1,2}})\s+(?P<month>{'|'.join(NAMA_BULAN)})\s+(?P<year>20\d\d)",
    re.IGNORECASE,
)
