"""Checks of counts and of amounts that cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sakip.capaian.results import SerapanLine, walk_rows
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear, Passage
from sakip.checks.text.record_texts import KINDS_OF_RECORDS, PARTS, every_text
from sakip.checks.text.recorded import recorded_amounts
from sakip.snapshot.types import Snapshot
from sakip.text.in_words import bilangan
from sakip.text.numbers import format_rupiah
from sakip.text.reading.figures import Figure, FigureKind, figures
from sakip.text.reading.parts import breakdowns
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import word_set

#: What is counted, by the words that follow the number.
_NOUNS: Final = re.compile(
    r"\s*(?:(?P<iku>indi[kc]ator\s+kinerja\s+utama|IKU)|(?P<indikator>indi[kc]ator(?:\s+(?:kinerja|sasaran|strategis))*)|"
    r"(?P<sasaran>sasaran(?:\s+strategis)?)|(?P<tujuan>tujuan(?:\s+strategis)?)|(?P<sub>sub[\s-]*kegiatan)|"
    r"(?P<kegiatan>kegiatan)|(?P<program>program)|(?P<desa>desa)|(?P<kelurahan>kelurahan)|"
    r"(?P<non>(?:pegawai\s+)?non[\s-]*(?:ASN|PNS))|(?P<asn>(?:orang\s+)?(?:pegawai\s+)?(?:ASN|PNS)))"
    r"(?P<after>\s+[^\W\d_]+|\s*[.,;:)]|\s*$)",
    re.IGNORECASE,
)
_CALLED: Final = {
    "iku": "indikator kinerja utama",
    "indikator": "indikator",
    "sasaran": "sasaran",
    "tujuan": "tujuan",
    "sub": "sub kegiatan",
    "kegiatan": "kegiatan",
    "program": "program",
    "desa": "desa",
    "kelurahan": "kelurahan",
    "non": "non-ASN",
    "asn": "ASN",
}
_LEVELS: Final = {"program": "program", "kegiatan": "kegiatan", "sub": "sub kegiatan"}
#: Words that may follow what is counted without making it a part or another thing.
_PLAIN: Final = word_set(
    "dan serta yang dengan pada dalam tersebut tahun renstra pk sebagaimana sebagai untuk di kecamatan adalah yaitu",
    "dari utama pencapaiannya selama rata",
)
#: The number is of all that there is.
_WHOLE: Final = re.compile(
    r"(?:\b(?:terdiri\s+(?:atas|dari)|meliputi|memiliki|mempunyai|didukung(?:\s+(?:oleh|dengan|melalui))?|melalui|menetapkan|"
    r"ditetapkan|sebanyak|mencakup|membawahi|menaungi|memuat|mendanai|membiayai|"
    r"(?:dialokasikan|digunakan|dipergunakan|disediakan)\s+(?:untuk|bagi)|berjumlah|jumlah(?:nya)?(?:(?:\s+[^\W\d_]+){0,3}\s+adalah)?|"
    r"kecamatan\s+(?:[^\W\d_]+\s+)?melaksanakan|"
    r"(?:wilayah|terbagi)\s+(?:atas|dalam|menjadi)|diukur\s+(?:dengan|dari|melalui|atas)|"
    r"(?:evaluasi|analisis|pengukuran|penilaian)\b[^.;,]{0,40}\bterhadap|bahwa\s+capaian|"
    r"(?:pada|selama|dalam)\s+tahun\s+20\d\d\s+(?:telah\s+)?dilaksanakan)|"
    r"(?:^|[,;:(]|\b(?:karena|bahwa|dimana|di\s+mana|dan|jadi|maka))\s*dari)\s*(?:sebanyak\s+)?$",
    re.IGNORECASE,
)
_OF_THEM: Final = re.compile(r"\s*dari\s*", re.IGNORECASE)
#: What was promised is all that the PK has, however few that are.
_PROMISED: Final = re.compile(
    r"\s+(?:yang\s+)?(?:telah\s+)?(?:diperjanjikan|dimuat)\b(?!\s+(?:belum|tidak|yang|telah|sudah|mencapai))",
    re.IGNORECASE,
)
#: "Agar mendapat predikat Baik dilaksanakan hasil pengukuran 7 (tujuh) indikator sasaran, dengan": all that were.
_MEASURED: Final = re.compile(r"\bhasil\s+pengukuran(?:\s+(?:atas|terhadap|dari))?\s+$", re.IGNORECASE)
_PROMISED_ONES: Final = re.compile(r"\bindi[kc]ator\s+(?:yang\s+)?diperjanjikan\b", re.IGNORECASE)
#: How many there are, right behind their name and whose they are.
_SO_MANY: Final = re.compile(
    r"^(?:jumlah\s+)?(?:(?P<iku>indi[kc]ator\s+kinerja\s+utama(?:\s+\(IKU\))?|IKU)|(?P<program>program)|(?P<sasaran>sasaran))"
    r"(?:\s+kecamatan\s+[^\W\d_]+)?(?:\s+tahun\s+20\d\d)?\s+(?:ada|adalah|berjumlah|sebanyak|sejumlah)\s+$",
    re.IGNORECASE,
)
_NOTHING_MORE: Final = re.compile(r"\s*(?:buah|macam)?\s*(?:\.|$)", re.IGNORECASE)
#: So a sentence says how many there are, if it says whose.
_THERE_ARE: Final = re.compile(r"\b(?:ada|terdapat)\s*(?:sebanyak\s+)?$", re.IGNORECASE)
_WHOSE: Final = re.compile(
    r"\b(?:ditetapkan\s+untuk|kecamatan|distrik|kapanewon|renstra|perjanjian\s+kinerja)\b", re.IGNORECASE
)
#: What all of them are: others that a sentence tells of are some.
_ALL_THAT: Final = re.compile(
    r"\s+(?:ada|dilaksanakan|melaksanakan|mendukung|ditetapkan|dirinci|diukur|diperjanjikan|dikelola|telah\s+ditetapkan)\b",
    re.IGNORECASE,
)
#: Whose desa, tujuan or programs they are, where they are not the kecamatan's.
_OF_OTHERS: Final = re.compile(
    r"\b(?:kabupaten|provinsi|RPJMD|misi\s+ke)\b(?!.*\b(?:kecamatan|renstra)\b)", re.IGNORECASE
)
#: The sentence is about one of several.
_ONE_OF: Final = re.compile(
    r"\b(?:sasaran|tujuan|misi|program|seksi)(?:\s+strategis)?\s+(?:pertama|kedua|ketiga|keempat|kelima|ini|tersebut|ke-?\s*\d|"
    r"\d|[IVX]+\b)|\b(?:setiap|(?<!-)tiap(?!-)|masing)\b",
    re.IGNORECASE,
)
#: The sentence tells how many of them did something.
_PART: Final = re.compile(
    r"\b(?:tercapai|mencapai|melampaui|melebihi|memenuhi|di\s*atas|di\s*bawah|berkategori|kategori|predikat|tergolong|belum|"
    r"tidak|sebagian|hanya|sisanya|antara\s+lain|di\s?antaranya|lainnya|prioritas|terbaik|terlambat)\b",
    re.IGNORECASE,
)
#: What all of them are for, or came to on average, is of no part; so is what a table shows.
_NO_PART: Final = re.compile(
    r"\b(?:untuk|guna)\s+(?:mencapai|memenuhi)|\btabel\s+di\s*atas|"
    r"\brata[- ]rata\s+(?:mencapai|tercapai)\b(?:[^.;]*\bkategori\b)?",
    re.IGNORECASE,
)
#: What is counted is of one kind: "Desa mandiri berjumlah".
_OF_A_KIND: Final = re.compile(
    r"\b(?:desa|kegiatan|program|indi[kc]ator|sasaran)\s+(?!kecamatan|kinerja|utama|strategis|sasaran|tahun|yang|di\b|pada|kerja|"
    r"ini\b|tersebut|seluruhnya|dan\b|\w+\s+kecamatan)[^\W\d_]+\s+(?:berjumlah|sebanyak|sejumlah)\s*$",
    re.IGNORECASE,
)
_LINKED: Final = re.compile(r"^\s*(?:,|,?\s*(?:dan|serta|dengan|dari|pada|untuk))\s*$", re.IGNORECASE)
#: So far before a number stands what it is of.
_BEFORE: Final = 160
#: The documents that count for themselves.
_DOCUMENTS: Final = re.compile(
    r"\b(?:(?P<action>rencana\s+aksi)|(?P<pk>perjanjian\s+kinerja|PK)|(?P<iku>IKU|indikator\s+kinerja\s+utama)|(?P<plan>renstra|rencana\s+strategis)|"
    r"(?P<rkt>RKT|rencana\s+kinerja))\b(?=(?P<changed>\s+perubahan\b)?)",
    re.IGNORECASE,
)
_CARRIED_OUT: Final = re.compile(
    r"\b(?:me|di)(?:laksanakan|danai|biayai)\b|\bAPBD\b|\banggaran\b", re.IGNORECASE
)
_IN_PLAN: Final = re.compile(r"\b(?:utama|direncanakan|rencana|sasaran|mendukung|pendukung)\b", re.IGNORECASE)
_THOUSAND: Final = 1000
_LARGE: Final = 100_000_000
_NOT_ROUND: Final = 4
_IN_THOUSANDS: Final = re.compile(r"\b(?:ribu(?:an)?\s+rupiah|dalam\s+(?:ribuan|jutaan))\b", re.IGNORECASE)


@check(
    "banyaknya-sesuai-catatan",
    rule="R-count",
    basis="Banyaknya indikator, sasaran, program, kegiatan, dan desa dalam kalimat sama dengan yang dicatat.",
    example="Kecamatan didukung 4 (empat) program dan 7 (tujuh) sub kegiatan, padahal tercatat 5 dan 13.",
    reads=("passages", "renstra", "rkt", "pk", "iku", "rencana_aksi", "kecamatan", "sdm"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def counts_are_those_of_the_records(year: CheckedYear) -> Found:
    """How many there are of what the records count, where the sentence speaks of all of them."""
    known = _counts(year)
    for passage in year.passages or ():
        if passage.about:
            continue  # a text about one sasaran counts what belongs to it
        for sentence in sentences(passage.text):
            counted = [*_counted(sentence.text), *_named_before(sentence.text)]
            # One program, or one kegiatan, is what supports a sasaran; kegiatan without programs are of a seksi.
            levels = {noun: figure.value for figure, noun in counted if noun in _LEVELS}
            of_part = 1 in levels.values() or "program" not in levels
            # "Satu sasaran didukung dua program"
            of_part = of_part or any(
                noun == "sasaran" and figure.value == 1 for figure, noun in _every(sentence.text)
            )
            of_document = _document_counts(year, sentence.text)
            for figure, noun in counted:
                right = of_document.get(noun) or known[noun]
                if not right or figure.value in right or (of_part and noun in _LEVELS):
                    continue
                if _ONE_OF.search(sentence.text) and (figure.value or 0) < max(right):
                    continue  # one of several has no more than all of them
                expected = " atau ".join(bilangan(n) for n in sorted(right))
                name = _CALLED[noun]
                message = f"Disebut {figure.text} {name}; tercatat {expected}."
                yield passage.place, Said(message, f"{figure.text} {name}", expected)


def _every(text: str) -> Iterator[tuple[Figure, str]]:
    """Every number with what it counts, of all or of some."""
    for figure in figures(text):
        found = _NOUNS.match(text, figure.end)
        if found is not None:
            yield figure, next(name for name in _CALLED if found[name])


def _document_counts(year: CheckedYear, text: str) -> dict[str, set[int]]:
    """What the only document that a sentence names counts, or the budget where it tells what was carried out."""
    named = {
        next(name for name in ("action", "pk", "iku", "plan", "rkt") if found[name])
        for found in _DOCUMENTS.finditer(text)
    }
    named = {"pk"} if _PROMISED_ONES.search(text) else named
    changed = bool(named) and all(found["changed"] for found in _DOCUMENTS.finditer(text))
    if named == {"action"} and year.snapshot.rencana_aksi:
        aims = year.snapshot.rencana_aksi.baris
        return {"indikator": {len(aims)}, "sasaran": {len({one.sasaran for one in aims})}}
    if named == {"plan"} and changed:
        plans = [one for one in year.snapshot.renstra if one.versi]
        return {
            "tujuan": {len(one.tujuan) for one in plans},
            "sasaran": {sum(len(t.sasaran) for t in one.tujuan) for one in plans},
        }
    if named == {"pk"} and year.snapshot.pk:
        documents = [pk for pk in year.snapshot.pk if pk.versi or not changed]
        rows = [pk.indikator for pk in documents]
        return {
            "indikator": {len(row) for row in rows},
            "sasaran": {len({one.sasaran for one in row}) for row in rows},
            "program": {len(pk.anggaran) for pk in documents if pk.anggaran},
        }
    if not named and _CARRIED_OUT.search(text) and not _IN_PLAN.search(text):
        budget = [row for row, _ in _budget(year)]
        whole = {row.tingkat for row in budget if not row.kode}
        return {
            noun: {sum(row.tingkat == level for row in budget)}
            for noun, level in _LEVELS.items()
            if level not in whole and any(row.tingkat == level for row in budget)
        }
    return {}


def _counted(text: str) -> Iterator[tuple[Figure, str]]:
    whole_until = -1  # the end of the last number that was of all
    tells_part = _PART.search(_NO_PART.sub(" ", text)) is not None
    for figure in figures(text):
        found = _NOUNS.match(text, figure.end)
        if figure.kind is not FigureKind.NUMBER or figure.value is None or found is None:
            continue
        after = (found["after"] or "").strip(" \u00a0").casefold()
        noun = next(name for name in _CALLED if found[name])
        listed = whole_until >= 0 and _LINKED.match(text[whole_until : figure.start])
        begin = max(0, figure.start - _BEFORE)
        before = _WHOLE.search(text, begin, figure.start)
        whole = listed or (before is not None and (_says_all(before) or noun not in _LEVELS))
        whole = whole or bool(
            _THERE_ARE.search(text, begin, figure.start) and _WHOSE.search(text, figure.end)
        )
        if after and after[0].isalpha() and after not in _PLAIN:
            continue
        promised = noun == "indikator" and _PROMISED.match(text, found.start("after"))
        measured = _MEASURED.search(text, begin, figure.start) and not after[:1].isalpha()
        whole = whole or promised or measured or _out_of(text, figure)
        part = (
            tells_part
            and not promised
            and not measured
            and not text[begin : figure.start].rstrip().casefold().endswith("dari")
        )
        if _OF_A_KIND.search(text, begin, figure.start):
            continue  # "Desa mandiri berjumlah 2 desa"
        chosen = after == "yang" and not _ALL_THAT.match(text, found.end())
        chosen = chosen or _OF_OTHERS.search(text, 0, figure.start)
        if whole and not part and not chosen and figure.start not in _parts(text):
            whole_until = found.end(noun)
            yield figure, noun


def _out_of(text: str, figure: Figure) -> bool:
    """Whether it is the whole of a number right before it: "dua dari empat indikator"."""
    before = next((f for f in reversed(figures(text)) if f.end <= figure.start), None)
    return (
        before is not None
        and before.kind is FigureKind.NUMBER
        and bool(_OF_THEM.fullmatch(text, before.end, figure.start))
    )


def _named_before(text: str) -> Iterator[tuple[Figure, str]]:
    """Numbers behind what they count: "Indikator Kinerja Utama Kecamatan Balung ada tiga"."""
    for figure in figures(text):
        found = _SO_MANY.search(text, 0, figure.start)
        counts = figure.kind is FigureKind.NUMBER and figure.value is not None
        if found and counts and _NOTHING_MORE.match(text, figure.end):
            yield figure, found.lastgroup or ""


@lru_cache(maxsize=64)
def _parts(text: str) -> frozenset[int]:
    """Where the numbers begin that are parts of one of their own name: "6 desa, terdiri atas 4 desa maju"."""
    return frozenset(
        part.start for one in breakdowns(text) for part in one.parts if part.unit == one.whole.unit
    )


def _counts(year: CheckedYear) -> dict[str, set[int]]:
    """By noun every number that is right: documents may count differently, and a text may mean either."""
    snapshot, counts = year.snapshot, {noun: set[int]() for noun in _CALLED}
    _count_plan(snapshot, counts)
    if year.results is not None:
        measured = year.results.sasaran
        counts["sasaran"].add(len(measured))
        counts["indikator"].add(sum(len(s.indikator) for s in measured))
        levels = Counter(row.tingkat for row, _ in _budget(year) if row.kode)
        for noun, level in _LEVELS.items():
            counts[noun].add(levels[level])
    if snapshot.rkt is not None:
        rows = snapshot.rkt.baris
        counts["program"].add(len({b.program for b in rows if b.program}))
        counts["kegiatan"].add(len({b.kegiatan for b in rows if b.kegiatan}))
        counts["sub"].add(len({b.sub_kegiatan for b in rows if b.sub_kegiatan}))
        counts["sasaran"].add(len({s.sasaran for s in snapshot.rkt.sasaran}))
        counts["indikator"].add(len(snapshot.rkt.sasaran))
    for pk in snapshot.pk:
        counts["program"].add(len(pk.anggaran))
        counts["indikator"].add(len(pk.indikator))
        counts["sasaran"].add(len({row.sasaran for row in pk.indikator}))
    if snapshot.iku is not None:
        counts["iku"].add(len(snapshot.iku.baris))
        counts["indikator"].add(len(snapshot.iku.baris))
    _count_villages(snapshot, counts)
    for table in {row.kelompok for row in snapshot.sdm}:
        people = [row for row in snapshot.sdm if row.kelompok == table]
        counts["asn"].add(sum(row.asn or 0 for row in people))
        counts["non"].add(sum(row.non_asn or 0 for row in people))
    for row, _ in _budget(year):
        if not row.kode:  # a remainder that nobody broke down: how many there are is not known
            counts[next(noun for noun, level in _LEVELS.items() if level == row.tingkat)].clear()
    for right in counts.values():
        right.discard(0)
    return counts


def _says_all(before: re.Match[str]) -> bool:
    """Whether who has programs or kegiatan is told: "Didukung 24 kegiatan" may be of a seksi."""
    return before.start() > 0 or before[0].casefold().startswith(("kecamatan", "pada", "selama", "dalam"))


def _budget(year: CheckedYear) -> list[tuple[SerapanLine, int]]:
    rows = walk_rows(year.results.anggaran.program) if year.results else ()
    return [(row, depth) for row, depth in rows if row.tingkat in _LEVELS.values()]


def _count_plan(snapshot: Snapshot, counts: dict[str, set[int]]) -> None:
    for renstra in snapshot.renstra:
        sasaran = [s for t in renstra.tujuan for s in t.sasaran]
        counts["tujuan"].add(len(renstra.tujuan))
        counts["sasaran"].add(len(sasaran))
        counts["indikator"].add(sum(len(s.indikator) for s in sasaran))


def _count_villages(snapshot: Snapshot, counts: dict[str, set[int]]) -> None:
    kecamatan = snapshot.kecamatan
    for kind, official in (("desa", kecamatan.jumlah_desa), ("kelurahan", kecamatan.jumlah_kelurahan)):
        recorded = sum(d.jenis == kind for d in kecamatan.desa)
        counts[kind] |= {n for n in (recorded, official) if n is not None}


@check(
    "jumlah-terbaca",
    rule="R-format",
    basis="Titik memisahkan setiap tiga angka dan koma memisahkan desimal (Ejaan yang Disempurnakan).",
    example="Rp 9.23.268.085",
    reads=("passages", *PARTS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_RECORDS),
    level=Level.PERINGATAN,
)
def amounts_can_be_read(year: CheckedYear) -> Found:
    """Dots and commas of money and percentages stand where they must, in texts of the records too."""
    for passage, figure, _ in _amounts(every_text(year)):
        if figure.value is None:
            remedy = "Perbaiki letak titik dan komanya"
            yield (
                passage.place,
                Said(f"“{figure.text}” tidak terbaca sebagai satu angka. {remedy}.", figure.text, ""),
            )


@check(
    "jumlah-sebesar-catatan",
    rule="R-format",
    basis="Jumlah uang ditulis lengkap, tanpa tiga nol yang berlebih atau kurang.",
    example="Rp4.852.505.618.000, padahal tercatat Rp4.852.505.618.",
    reads=("passages", "results", "pk", "belanja"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def amounts_are_not_a_thousand_times_the_record(year: CheckedYear) -> Found:
    """No amount is a thousand times, or a thousandth of, one that is recorded."""
    known = set(recorded_amounts(year, belanja=True))
    for passage, figure, text in _amounts(year.passages or ()):
        if figure.value is None or figure.kind is not FigureKind.RUPIAH or figure.value in known:
            continue
        if _IN_THOUSANDS.search(text) or figure.decimals < 0:
            continue
        for amount in (figure.value / _THOUSAND, figure.value * _THOUSAND):
            if amount in known and _unlikely_by_chance(amount):
                expected = format_rupiah(amount)
                times = "seribu kali" if amount < figure.value else "seperseribu dari"
                yield (
                    passage.place,
                    Said(f"{figure.text} adalah {times} {expected} yang tercatat.", figure.text, expected),
                )


def _unlikely_by_chance(amount: Decimal) -> bool:
    """Whether an amount is large, or not round: Rp250.000 is a thousandth of many others."""
    return amount >= _LARGE or len(f"{amount:f}".rstrip("0.")) >= _NOT_ROUND


def _amounts(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Figure, str]]:
    for passage in passages:
        for sentence in sentences(passage.text):
            for figure in figures(sentence.text):
                if figure.kind in (FigureKind.RUPIAH, FigureKind.PERCENT) and not figure.word:
                    yield passage, figure, sentence.text
