"""What people answered to the peringatan of a review."""

from __future__ import annotations

from reports.models import TemuanDiakui
from reports.review.review import Review
from sakip.checks import Finding, Level


def unanswered(review: Review) -> tuple[Finding, ...]:
    """The peringatan for which no reason is kept with the report, whatever its version (1 query).

    A reason is kept for what was found (:attr:`sakip.checks.Finding.mark`): when that changes, it is asked again.
    """
    snapshot = review.naskah.snapshot
    kept = TemuanDiakui.objects.filter(
        laporan__kecamatan__kode=snapshot.kecamatan.kode, laporan__tahun=snapshot.tahun
    )
    given = frozenset(kept.values_list("sidik", flat=True))
    return tuple(one for one in review.findings if one.level is Level.PERINGATAN and one.mark not in given)
