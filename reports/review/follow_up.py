"""How far what was found in the report of a year is answered: for the page of the LKIP that tells it at a glance.

A note (:mod:`reports.notes`) is settled when it is closed, else it may have been answered. Of what the checks found
only the answers are kept (:mod:`reports.review.answers`), also those to what was mended later: which of them still
answer something is known by asking their checks again. What was mended is gone, and nobody counted it. Nobody can: a
report is not submitted before each finding is mended or answered, so that at a submission there is none to count but
those with a reason; before it they come and go with every cell that is typed, and how many there were says how often
somebody looked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db.models import Count, Q, Value

from kecamatan.ground.prepared import Prepared
from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.publish.naskah import Naskah, ReviewFollowUp
from reports.review.answers import read_answers
from reports.review.found import find
from sakip.checks import CHECKS
from sakip.querysets import of_year


def read_follow_up(
    naskah: Naskah, *, kecamatan: Kecamatan, numbered: Callable[[Naskah], frozenset[str]]
) -> ReviewFollowUp | None:
    """What became of notes and findings, whatever the version; None where there are none (1 query; 11 more where a
    finding was answered). ``numbered`` as for :func:`reports.review.found.find`."""
    for _, catatan, selesai, dijawab, answered in _COUNTS.tuples(kecamatan.pk, naskah.snapshot.tahun):
        beralasan = _standing(naskah, kecamatan, numbered) if answered else 0
        if catatan or beralasan:
            return ReviewFollowUp(catatan=catatan, selesai=selesai, dijawab=dijawab, beralasan=beralasan)
    return None


def _standing(naskah: Naskah, kecamatan: Kecamatan, numbered: Callable[[Naskah], frozenset[str]]) -> int:
    """How many of the findings that were answered are found still."""
    answers = read_answers(kecamatan=kecamatan, tahun=naskah.snapshot.tahun)
    # A rule that is no longer there finds nothing.
    checks = [CHECKS[code] for code in {one.code: None for one in answers.values()} if code in CHECKS]
    found = find(naskah, kecamatan=kecamatan, checks=checks, numbered=numbered)
    return len(answers.keys() & {one.mark for one in found})


_NOTE: Final = Q(catatan_reviu__menjawab=None)
_COUNTS: Final = Prepared(
    lambda kecamatan, tahun: (
        of_year(Laporan, kecamatan, tahun)
        .order_by()
        .values(every=Value(1))
        .annotate(
            catatan=Count("catatan_reviu", filter=_NOTE, distinct=True),
            selesai=Count("catatan_reviu", filter=_NOTE & Q(catatan_reviu__selesai=True), distinct=True),
            dijawab=Count(
                "catatan_reviu__jawaban__menjawab",
                filter=_NOTE & Q(catatan_reviu__selesai=False),
                distinct=True,
            ),
            answered=Count("temuan_diakui__sidik", distinct=True),
        )
        .values_list("every", "catatan", "selesai", "dijawab", "answered")
    )
)
