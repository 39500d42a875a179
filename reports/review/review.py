"""From the records of a year to everything that a review finds in its report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.document.numbering import number_all
from reports.publish.assemble import LKIP, NoDokumen, arrange_parts, build_draft
from reports.publish.naskah import Naskah
from reports.review.answers import read_answers
from reports.review.around import surroundings
from reports.review.passages import passages_of
from reports.review.report import Review
from reports.review.similar import similar_texts
from reports.review.unsettled import unsettled_of
from sakip.checks import CHECKS, Check, CheckedYear, Finding, find_all
from sakip.checks.kept import KeptFindings
from sakip.checks.material import Passage, SimilarText, Surroundings
from sakip.checks.text.ordering import refers_to_numbers
from sakip.checks.text.record_texts import reasons_of, record_texts
from sakip.snapshot.one_moment import at_one_moment
from sakip.text.dates import InvalidDate, parse_month


class SimilarTo(Protocol):
    """As :func:`reports.review.similar.similar_texts`."""

    def __call__(
        self, *, kecamatan: Kecamatan, tahun: int, passages: tuple[Passage, ...]
    ) -> tuple[SimilarText, ...]: ...


@at_one_moment()
def review_year(
    *,
    kecamatan: Kecamatan,
    tahun: int,
    naskah: Naskah | None = None,
    checks: Iterable[Check] = CHECKS.values(),
    kept: KeptFindings | None = None,
    lasting: Surroundings | None = None,
    similar: SimilarTo = similar_texts,
) -> Review:
    """Review the report of a kecamatan and year (a fixed number of queries).

    ``naskah`` is given where it is at hand; one with fewer texts is reviewed in those. ``checks`` are those that are
    asked; of those that were asked of the report before, what they found is ``kept``. ``lasting`` is what
    surrounds any of its years, where it was read before. ``similar`` finds the texts that are like its own.
    """
    naskah = naskah or build_draft(kecamatan=kecamatan, tahun=tahun)
    dated = _dated(naskah)
    signed = dated[1] if dated else timezone.localdate()
    passages = passages_of(naskah)
    around = replace(
        surroundings(kecamatan=kecamatan, tahun=tahun, signed=signed, lasting=lasting),
        dated=dated,
        similar=similar(kecamatan=kecamatan, tahun=tahun, passages=passages),
        numbered=numbered_of(naskah) if any(refers_to_numbers(p.text) for p in passages) else frozenset(),
    )
    return Review(
        naskah=naskah,
        findings=review(naskah, passages, around, checks, kept),
        answers=read_answers(kecamatan=kecamatan, tahun=tahun),
    )


def numbered_of(naskah: Naskah) -> frozenset[str]:
    """The numbers of the tables and pictures of the report ("Tabel 3.1"), none where it cannot be put together."""
    try:
        return frozenset(number_all(arrange_parts(naskah, LKIP)).nomor.values())
    except NoDokumen:
        return frozenset()


def _dated(naskah: Naskah) -> tuple[date, date] | None:
    """The first and last day that the date of the report may mean; None where it bears none that can be read."""
    if naskah.tanggal is not None:
        return naskah.tanggal, naskah.tanggal
    try:
        return parse_month(naskah.tanggal_cetak)
    except InvalidDate:
        return None


def review(
    naskah: Naskah,
    passages: tuple[Passage, ...],
    around: Surroundings,
    checks: Iterable[Check] = CHECKS.values(),
    kept: KeptFindings | None = None,
) -> tuple[Finding, ...]:
    """Ask every check, or these, of a report with its texts. Pure: what is ``kept`` is what asking anew finds."""
    year = checked_year(naskah, passages, around)
    return find_all(checks, year) if kept is None else find_all(checks, kept.settle(year), kept.ask)


def checked_year(
    naskah: Naskah, passages: tuple[Passage, ...], around: Surroundings | None = None
) -> CheckedYear:
    """A report as checks look at it; without its surroundings those that need them are not asked."""
    return CheckedYear(
        snapshot=naskah.snapshot,
        results=naskah.results,
        passages=passages,
        around=around,
        unsettled=unsettled_of(naskah),
        recorded=record_texts(naskah.snapshot),
        reasons=reasons_of(naskah.snapshot),
    )
