"""From the records of a year to what one kind of document is made from: that of the lembar reviu is reviewed first."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import LKIP, build_draft
from reports.publish.naskah import Naskah, ReviewedFinding, ReviewSheet
from reports.review.report import Answer, Review
from reports.review.review import review_year
from reports.review.sections import anchors_in, numbers_of
from sakip.checks import Finding
from sakip.snapshot.one_moment import at_one_moment


@at_one_moment()
def draft_of(*, kecamatan: Kecamatan, tahun: int, kind: str) -> Naskah:
    """Freeze what a document of that kind is made from (a fixed number of queries)."""
    if not DOKUMEN_KINDS[kind].reviewed:
        return build_draft(kecamatan=kecamatan, tahun=tahun)
    return with_sheet(review_year(kecamatan=kecamatan, tahun=tahun), kecamatan=kecamatan, tahun=tahun)


def with_sheet(review: Review, *, kecamatan: Kecamatan, tahun: int) -> Naskah:
    """What was reviewed, with what the lembar reviu says of it (1 query)."""
    report = (
        Laporan.objects.for_kecamatan(kecamatan)
        .for_tahun(tahun)
        .select_related("diajukan_oleh")
        .order_by("-versi")
        .first()
    )
    by = str(report.diajukan_oleh) if report and report.diajukan_oleh else ""
    sheet = ReviewSheet(day=timezone.localdate(), submitted_by=by, findings=_findings(review))
    return replace(review.naskah, review=sheet)


def _findings(review: Review) -> tuple[ReviewedFinding, ...]:
    dokumen = DOKUMEN_KINDS[LKIP].arrange(review.naskah)
    anchors = anchors_in(dokumen, review.naskah, review.findings)
    numbers = numbers_of(dokumen) if dokumen else {}
    return tuple(
        _finding(one, numbers.get(anchors[one], ""), review.answers.get(one.mark)) for one in review.findings
    )


def _finding(finding: Finding, section: str, answer: Answer | None) -> ReviewedFinding:
    told = ReviewedFinding(
        level=finding.level.label,
        place=finding.words,
        message=finding.message,
        rule=finding.rule,
        section=section,
    )
    if answer is None:
        return told
    return replace(told, alasan=answer.alasan, by=answer.by, day=timezone.localdate(answer.moment))
