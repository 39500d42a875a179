"""Checks of words that compare: naik, turun, tetap, di atas and di bawah target."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sakip.capaian.results import IndikatorResult, Perubahan
from sakip.capaian.values import Keadaan
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.comparing import MOVE, MOVES, comparisons, said_of_the_year
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.subjects import subjects_of
from sakip.text.numbers import format_persen
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any

_TARGET: Final = r"\s+target(?:nya)?\b"
_ABOVE: Final = rf"(?:di\s*atas|melampaui|melebihi|lebih\s+tinggi\s+dari(?:pada)?){_TARGET}"
_BELOW: Final = (
    rf"(?:di\s*bawah|(?:belum|tidak)\s+(?:mencapai|memenuhi|sesuai(?:\s+dengan)?)|"
    rf"(?:lebih\s+rendah|kurang)\s+dari(?:pada)?){_TARGET}"
)
_MET: Final = rf"(?:sesuai(?:\s+dengan)?|mencapai|memenuhi|sama\s+dengan){_TARGET}"
_POSITION: Final = re.compile(
    rf"\b(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<met>{_MET}))", re.IGNORECASE
)
_SPENDING: Final = re.compile(
    r"\b(?:penyerapan|serapan|realisasi)\s+(?:anggaran|keuangan)(?:nya)?(?:\s+(?:pada|di|untuk|tahun|ini|maka|juga|telah|"
    r"kecamatan|tersebut|\d{4}))*\s*,?\s*$",
    re.IGNORECASE,
)
_OF_SPENDING: Final = ("serapan", "anggaran", "keuangan")
_SIGNS: Final = {"up": 1, "down": -1, "same": 0}


@check(
    "arah-sesuai-angka",
    rule="R-trend",
    basis="Kata naik, turun, dan tetap mengikuti selisih realisasi dengan tahun sebelumnya.",
    example="Realisasi IKM menurun, padahal naik dari 80 menjadi 85.",
    reads=("passages", "results", *REASONS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_REASONS),
    level=Level.PERINGATAN,
)
def words_of_change_follow_the_numbers(year: CheckedYear) -> Found:
    """What is said to rise, fall or stay did so against the year before."""
    for passage, one in comparisons(year, MOVE, MOVES):
        before = _year_before(one.indikator, year.snapshot.tahun)
        change = before.selisih_realisasi if before else None
        if before is None or change is None or _sign(change) == _SIGNS[one.group]:
            continue
        moved = {1: "naik", -1: "turun", 0: "tetap"}[_sign(change)]
        expected = (
            f"{moved} dari {before.realisasi_cetak} ({before.tahun}) menjadi {one.indikator.realisasi_cetak}"
        )
        yield (
            passage.place,
            Said(
                f"{one.indikator.nama} disebut {one.word.casefold()}; tercatat {expected}.",
                one.word,
                expected,
            ),
        )


@check(
    "letak-sesuai-target",
    rule="R-trend",
    basis="Kata di atas dan di bawah target mengikuti perbandingan realisasi dengan targetnya.",
    example="Realisasi IKM di bawah target, padahal 85 dari target 85.",
    reads=("passages", "results", *REASONS),
    kinds=("narasi", "dokumentasi", *KINDS_OF_REASONS),
    level=Level.PERINGATAN,
)
def words_of_position_follow_the_target(year: CheckedYear) -> Found:
    """What is said to be above or below its target is."""
    for passage, one in comparisons(year, _POSITION, ("target",)):
        result = one.indikator.capaian
        if result.keadaan is not Keadaan.TERHITUNG or result.letak is None:
            continue
        if result.letak in _POSITIONS[one.group]:
            continue
        place = {1: "melampaui target", -1: "di bawah target", 0: "sama dengan target"}[result.letak]
        expected = f"{place} (realisasi {one.indikator.realisasi_cetak}, target {one.indikator.target_cetak})"
        yield (
            passage.place,
            Said(
                f"{one.indikator.nama} disebut {one.word.casefold()}; tercatat {expected}.",
                one.word,
                expected,
            ),
        )


@check(
    "arah-serapan",
    rule="R-trend",
    basis="Kata naik dan turun mengikuti selisih serapan dengan tahun sebelumnya.",
    example="Penyerapan anggaran mengalami penurunan, padahal naik dari 94,45% menjadi 94,50%.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def words_of_change_follow_the_spending(year: CheckedYear) -> Found:
    """The serapan of the whole budget that is said to rise or fall did so against the year before."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    anggaran = subjects.results.anggaran
    before = next((b for b in anggaran.lalu if b.tahun == subjects.results.tahun - 1), None)
    if before is None or before.selisih is None:
        return
    for passage in year.passages or ():
        for sentence in sentences(passage.text) if says_any(passage.text, _OF_SPENDING) else ():
            text = sentence.text
            if not says_any(text, _OF_SPENDING) or subjects.mentions(text) or subjects.about(passage):
                continue
            for found in MOVE.finditer(text):
                group = found.lastgroup or ""
                if not _SPENDING.search(text, 0, found.start()) or group == "same":
                    continue
                if _SIGNS[group] == _sign(before.selisih) or not said_of_the_year(
                    text, found.start(), subjects
                ):
                    continue
                was, now = (format_persen(s.nilai or 0) for s in (before.serapan, anggaran.total))
                moved = {1: "naik", -1: "turun", 0: "tetap"}[_sign(before.selisih)]
                expected = f"{moved} dari {was} ({before.tahun}) menjadi {now}"
                message = f"Serapan anggaran disebut {found[0].casefold()}; tercatat {expected}."
                yield passage.place, Said(message, found[0], expected)


#: Where what is said so may stand: above its target, at it, below it.
_POSITIONS: Final = {"above": (1,), "below": (-1,), "met": (0, 1)}


def _year_before(one: IndikatorResult, tahun: int) -> Perubahan | None:
    return next((p for p in one.perubahan if p.tahun == tahun - 1), None)


def _sign(change: Decimal) -> int:
    return (change > 0) - (change < 0)
