"""From the records of a year to everything that a review finds in its report."""

from __future__ import annotations

from collections.abc import Iterable

from kecamatan.models import Kecamatan
from reports.publish.assemble import build_draft, numbered_of
from reports.publish.naskah import Naskah
from reports.review.answers import read_answers
from reports.review.found import SimilarTo, find
from reports.review.report import Review
from reports.review.similar import similar_texts
from sakip.checks import CHECKS, Check
from sakip.checks.kept import KeptFindings
from sakip.checks.material import Surroundings
from sakip.snapshot.one_moment import at_one_moment


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
    found = find(
        naskah,
        kecamatan=kecamatan,
        checks=checks,
        numbered=numbered_of,
        kept=kept,
        lasting=lasting,
        similar=similar,
    )
    return Review(
        naskah=naskah,
        findings=found,
        answers=read_answers(kecamatan=kecamatan, tahun=tahun),
    )
