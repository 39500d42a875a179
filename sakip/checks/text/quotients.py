"""Checks of percentages that a sentence gives of two amounts."""

from __future__ import annotations

from typing import Final

from sakip.capaian.rumus import BaikBila, rumus_definition
from sakip.checks.base import Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.text.claims import contradicted
from sakip.text.numbers import format_persen
from sakip.text.reading.quotients import Quotient, quotients
from sakip.text.reading.sentences import sentences
from sakip.text.reading.words import says_any


@check(
    "persen-kalimat-sesuai",
    rule="R-sum",
    basis="Persentase di belakang dua jumlah adalah hasil baginya.",
    example="Rp3.239.088.691 dari Rp4.185.017.038 atau 88,4%; hasil baginya 77,40%.",
    reads=("passages", "results"),
    kinds=("narasi", "dokumentasi"),
    level=Level.PERINGATAN,
)
def percentages_in_sentences_are_their_quotients(year: CheckedYear) -> Found:
    """The percentage that a sentence gives of two amounts is that of the two; one that is not the recorded one, which
    the numbers of the record tell, is not told twice."""
    divided = _divides_by_target(year)
    for passage in year.passages or ():
        for text in passage.cells or (passage.text,):
            for sentence in sentences(text) if says_any(text, _PERCENT) else ():
                wrong = [q for q in quotients(sentence.text) if not q.agrees and (divided or not q.of_target)]
                told = contradicted(sentence.text, passage, year) if wrong else frozenset()
                for one in wrong:
                    if one.share.start not in told:
                        yield passage.place, _not_quotient(one)


_PERCENT: Final = ("%", "persen", "prosen")


def _divides_by_target(year: CheckedYear) -> bool:
    """Whether the capaian of every indikator is its realisasi over its target: the more, the better."""
    measured = [i for s in year.results.sasaran for i in s.indikator] if year.results else []
    return all(rumus_definition(i.capaian.rumus).baik_bila is BaikBila.NAIK for i in measured)


def _not_quotient(one: Quotient) -> Said:
    expected = format_persen(one.exact)
    amounts = f"{one.part.text} dari {one.whole.text}"
    message = f"{amounts} ditulis {one.share.text}; hasil baginya {expected}. Perbaiki salah satunya."
    return Said(message, one.share.text, expected)
