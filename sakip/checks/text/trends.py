"""Checks of words that compare: naik, turun, tetap, di atas and di bawah target."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from sakip.capaian.results import IndikatorResult, Perubahan
from sakip.capaian.values import Keadaan
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.anaphora import told_sentences
from sakip.checks.text.comparing import MOVE, MOVES, NOT_SAID, comparisons, said_of_the_year
from sakip.checks.text.record_texts import KINDS_OF_REASONS, REASONS
from sakip.checks.text.subjects import subjects_of
from sakip.text.numbers import format_persen
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any

_TARGET: Final = r"\s+(?:dari\s+)?target(?:nya)?\b"
_ABOVE: Final = (
    rf"(?:di\s*atas|melampaui|melebihi|melewati|lebih\s+tinggi\s+dari(?:pada)?|terlampaui){_TARGET}|target(?:nya)?\s+(?:telah\s+|sudah\s+)?"
    r"(?:ter)?lampaui"
)
_BELOW: Final = (
    rf"(?:di\s*bawah|(?:belum|tidak|gagal)\s+(?:mampu\s+|dapat\s+|berhasil\s+)?(?:mencapai|memenuhi|sesuai(?:\s+dengan)?)|"
    rf"(?:lebih\s+rendah|kurang)\s+dari(?:pada)?){_TARGET}|(?:target(?:nya)?\s+)?(?:belum|tidak)\s+"
    r"(?:dapat\s+)?(?:tercapai|terpenuhi)"
)
_MET: Final = (
    rf"(?:sesuai(?:\s+dengan)?|mencapai|memenuhi|sama\s+dengan){_TARGET}|target(?:nya)?"
    r"(?:\s+indi[ck]ator)?(?:\s+(?:ini|tersebut))?\s+(?:telah\s+|sudah\s+)?(?:tercapai|terpenuhi)"
)
_POSITION: Final = re.compile(
    rf"\b(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<met>{_MET}))", re.IGNORECASE
)
_SPENDING: Final = re.compile(
    r"\b(?:penyerapan|serapan|realisasi)\s+(?:anggaran|keuangan)(?:nya)?(?:\s+(?:pada|di|untuk|tahun|ini|maka|juga|telah|"
    r"kecamatan|tersebut|sedikit|\d{4}|\(?\d[\d,.]*\s*(?:%|persen)\)?))*\s*,?\s*$",
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
        if one.of_capaian and _SIGNS[one.group] in _moves_of_capaian(one.indikator, before):
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
    "letak-sesuai-pembanding",
    rule="R-trend",
    basis="Kata di atas dan di bawah nilai daerah lain mengikuti selisih dengan pembandingnya.",
    example="IKM di atas IKM kabupaten, padahal 85 dan IKM kabupaten 86,34.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def words_of_position_follow_other_areas(year: CheckedYear) -> Found:
    """What is said to be above or below the value of the kabupaten, the provinsi or the nation is."""
    subjects = subjects_of(year)
    if subjects is None:
        return
    for passage in year.passages or ():
        if not says_any(passage.text, _AREAS):
            continue
        for sentence, told in told_sentences(passage.text, passage, subjects):
            for found in (*_BESIDE_AREA.finditer(sentence.text), *_BESIDE_BEFORE.finditer(sentence.text)):
                family = subjects.told(sentence.text) or (subjects.about(told),)
                one = next((s for s in family if isinstance(s, IndikatorResult)), None)
                lingkup = found["area"].casefold().removesuffix("nya")
                other = next((p for p in one.pembanding if p.lingkup == lingkup), None) if one else None
                if other is None or other.selisih is None or NOT_SAID.search(sentence.text[: found.start()]):
                    continue
                side = 1 if found["over"] else -1 if found["under"] else 0
                if _sign(other.selisih) != side:
                    place = {1: "di atas", -1: "di bawah", 0: "sama dengan"}[_sign(other.selisih)]
                    expected = f"{place} nilai {lingkup} {other.cetak}"
                    word = found["over"] or found["under"] or "sama dengan"
                    named = one.nama if one else ""
                    message = f"{named} disebut {word} nilai {lingkup}; tercatat {expected}."
                    yield passage.place, Said(message, found[0], expected)


_AREAS: Final = ("kabupaten", "provinsi", "nasional")
_BESIDE_AREA: Final = re.compile(
    r"\b((?P<over>di\s*atas|melampaui|melebihi|lebih\s+tinggi(?:\s+[\d,]+\s+poin)?\s+(?:dari(?:pada)?|dibanding(?:kan)?))|"
    r"(?P<under>di\s*bawah|lebih\s+rendah(?:\s+[\d,]+\s+poin)?\s+(?:dari(?:pada)?|dibanding(?:kan)?))|sama\s+dengan|setara\s+dengan)\s+"
    r"(?:(?:realisasi|capaian|nilai|rata[- ]rata|angka|IKM|SKM|indeks|kategori|SAKIP|tingkat|hasil|kepuasan|"
    r"masyarakat)\s+)*"
    r"(?P<area>kabupaten|provinsi|nasional)\b",
    re.IGNORECASE,
)
#: "Dibandingkan IKM kabupaten, IKM kecamatan lebih rendah"
_BESIDE_BEFORE: Final = re.compile(
    r"\bdibanding(?:kan)?\b[^.;,\d]{0,60}?\b(?P<area>kabupaten|provinsi|nasional)\b[^.;]{0,80}?"
    r"((?P<over>\blebih\s+tinggi|\bunggul|\bdi\s*atas)|(?P<under>\blebih\s+rendah|\btertinggal|\bdi\s*bawah))\b(?!\s+target)",
    re.IGNORECASE,
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


def _moves_of_capaian(one: IndikatorResult, before: Perubahan) -> set[int]:
    """How the capaian moved: against targets of one kind, and as both are printed."""
    moved = {_sign(before.selisih_capaian)} if before.selisih_capaian is not None else set()
    was, now = (before.capaian.nilai if before.capaian else None), one.capaian.nilai
    return moved | ({_sign(now - was)} if was is not None and now is not None else set())


def _sign(change: Decimal) -> int:
    return (change > 0) - (change < 0)
