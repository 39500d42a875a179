"""What checks find in a report with its texts and what surrounds it: below whatever puts the report together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.publish.naskah import Naskah
from reports.review.around import surroundings
from reports.review.passages import passages_of
from reports.review.similar import similar_texts
from reports.review.unsettled import unsettled_of
from sakip.checks import CHECKS, Check, CheckedYear, Finding, find_all
from sakip.checks.kept import KeptFindings
from sakip.checks.material import Passage, SimilarText, Surroundings
from sakip.checks.text.ordering import refers_to_numbers
from sakip.checks.text.record_texts import reasons_of, record_texts
from sakip.text.dates import InvalidDate, parse_month


class SimilarTo(Protocol):
    """As :func:`reports.review.similar.similar_texts`."""

    def __call__(
        self, *, kecamatan: Kecamatan, tahun: int, passages: tuple[Passage, ...]
    ) -> tuple[SimilarText, ...]: ...


def find(
    naskah: Naskah,
    *,
    kecamatan: Kecamatan,
    checks: Iterable[Check],
    numbered: Callable[[Naskah], frozenset[str]],
    kept: KeptFindings | None = None,
    lasting: Surroundings | None = None,
    similar: SimilarTo = similar_texts,
) -> tuple[Finding, ...]:
    """What these checks find (a fixed number of queries). ``numbered`` says the numbers of the report's tables and
    pictures; the others are those of :func:`reports.review.review.review_year`."""
    tahun = naskah.snapshot.tahun
    dated = _dated(naskah)
    signed = dated[1] if dated else timezone.localdate()
    passages = passages_of(naskah)
    around = replace(
        surroundings(kecamatan=kecamatan, tahun=tahun, signed=signed, lasting=lasting),
        dated=dated,
        similar=similar(kecamatan=kecamatan, tahun=tahun, passages=passages),
        numbered=numbered(naskah) if any(refers_to_numbers(p.text) for p in passages) else frozenset(),
    )
    return review(naskah, passages, around, checks, kept)


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
