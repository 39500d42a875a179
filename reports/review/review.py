"""From the records of a year to everything that a review finds in its report."""

from __future__ import annotations

from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A report as it is now, and what was found in it, the gravest first."""

    naskah: Naskah
    findings: tuple[Finding, ...]


@at_one_moment()
def review_year(*, kecamatan: Kecamatan, tahun: int) -> Review:
    """Review the report of a kecamatan and year (a fixed number of queries)."""
    naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
    signed = naskah.tanggal or timezone.localdate()
    passages = passages_of(naskah)
    around = replace(
        surroundings(kecamatan=kecamatan, tahun=tahun, signed=signed),
        similar=similar_texts(kecamatan=kecamatan, tahun=tahun, passages=passages),
    )
    return Review(naskah=naskah, findings=review(naskah, passages, around))


def review(naskah: Naskah, passages: tuple[Passage, ...], around: Surroundings) -> tuple[Finding, ...]:
    """Ask every check of a report with its texts. Pure."""
    year = CheckedYear(snapshot=naskah.snapshot, results=naskah.results, passages=passages, around=around)
    return find_all(CHECKS.values(), year)
