"""From the records of a year to everything that a review finds in its report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.publish.assemble import build_draft
from reports.publish.naskah import Naskah
from reports.review.around import surroundings
from reports.review.passages import passages_of
from reports.review.similar import similar_texts
from sakip.checks import CHECKS, CheckedYear, Finding, find_all
from sakip.checks.material import Passage, Surroundings
from sakip.snapshot.one_moment import at_one_moment
from sakip.text.dates import InvalidDate, parse_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A report as it is now, and what was found in it, the gravest first."""

    naskah: Naskah
    findings: tuple[Finding, ...]


@at_one_moment()
def review_year(*, kecamatan: Kecamatan, tahun: int) -> Review:
    """Review the report of a kecamatan and year (a fixed number of queries)."""
    naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
    dated = _dated(naskah)
    signed = dated[1] if dated else timezone.localdate()
    passages = passages_of(naskah)
    around = replace(
        surroundings(kecamatan=kecamatan, tahun=tahun, signed=signed),
        dated=dated,
        similar=similar_texts(kecamatan=kecamatan, tahun=tahun, passages=passages),
    )
    return Review(naskah=naskah, findings=review(naskah, passages, around))


def _dated(naskah: Naskah) -> tuple[date, date] | None:
    """The first and last day that the date of the report may mean; None where it bears none that can be read."""
    if naskah.tanggal is not None:
        return naskah.tanggal, naskah.tanggal
    try:
        return parse_month(naskah.tanggal_cetak)
    except InvalidDate:
        return None


def review(naskah: Naskah, passages: tuple[Passage, ...], around: Surroundings) -> tuple[Finding, ...]:
    """Ask every check of a report with its texts. Pure."""
    year = CheckedYear(snapshot=naskah.snapshot, results=naskah.results, passages=passages, around=around)
    return find_all(CHECKS.values(), year)
