"""What people answered to the peringatan of a review.

One finding is asked about in one place. What a check of one value asks ("memang benar?") is answered at the row
(:class:`sakip.models.Penegasan`): it holds for the record, whatever report prints it, and the finding is gone with the
answer. Every other peringatan is about the report as a whole (two documents, a sentence and a table): it is answered
here, with a reason, stays in view with it, and the reason belongs to the report. An answer holds for later versions as
well, until what was found changes; then it is asked anew.
"""

from __future__ import annotations

from typing import Final

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from reports.models import TemuanDiakui
from reports.review.report import Answer, Review
from sakip.checks import Finding, Level
from sakip.querysets import of_year


def read_answers(*, kecamatan: Kecamatan, tahun: int) -> dict[str, Answer]:
    """By the mark of the finding what was answered in the report of the year, whatever its version (1 query)."""
    return {
        row.sidik: Answer(
            pk=row.pk,
            mark=row.sidik,
            code=row.aturan,
            location=row.lokasi,
            alasan=row.alasan,
            by=str(row.pengguna),
            moment=row.dibuat,
        )
        for row in _ROWS(kecamatan.pk, tahun)
    }


_ROWS: Final = PreparedRows(
    lambda kecamatan, tahun: (
        of_year(TemuanDiakui, kecamatan, tahun).select_related("pengguna").order_by("laporan__versi", "pk")
    )
)


def answerable(finding: Finding) -> bool:
    """Whether a reason kept with the report answers it: a peringatan that is not answered at its row."""
    return finding.level is Level.PERINGATAN and not finding.question


def unanswered(review: Review) -> tuple[Finding, ...]:
    """The peringatan that were neither mended nor answered, the first first."""
    return tuple(
        one for one in review.findings if one.level is Level.PERINGATAN and one.mark not in review.answers
    )
