"""How far the documents of a kecamatan-year are, and what was measured: worked out once, and kept until something is
written that changes it.

To know it the whole Naskah is made and reviewed, a tenth of a second each: too long for 31 kecamatan at every look.
What is kept stands in the database, so that every process and the worker read the same, with the *mark* of the trail at
which it was made (:mod:`sakip.snapshot.kept` says why a number of lines is one). The marks are counted anew at every
look; what bears another one is told as no longer so, never as the state of today. The day and the version of the
program are part of the mark: a term of office ends and a rule is changed without a line in the trail.

A review has a mark of its own (:mod:`reports.review.marks`), which counts the lines of the neighbours as well; what the
rules of the documents say does not grow old with it.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.db import OperationalError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from kecamatan.ground.errors import BrokenReference
from kecamatan.models import Kabupaten, Kecamatan
from reports.models import Pantauan
from reports.monitoring.columns import DOCUMENTS
from reports.monitoring.figures import Figures, figures_of, standing_of
from reports.monitoring.handed import handed_in
from reports.pages.readiness import readiness, readiness_of_parts
from reports.publish.assemble import build_draft
from reports.review.answers import unanswered
from reports.review.marks import Marks, marks_of, program_version, read_marks
from reports.review.report import Review
from reports.review.review import review_year
from sakip.entry.readiness import State
from sakip.snapshot.codec import to_plain
from sakip.snapshot.one_moment import at_one_moment
from sakip.web.jobs import computation
from sakip.web.task_queue import is_queued
from sakip.web.tasks import task

log = logging.getLogger(__name__)

#: How many are worked out in the request of who looks first; the worker does the others.
AT_ONCE: Final = 8


def keep_state(*, kecamatan: Kecamatan, tahun: int) -> None:
    """Work out how far the documents are, and keep it. Two at once keep the same, or what is older is told to be so."""
    with at_one_moment():
        # First: what changes meanwhile is then newer than its mark, and made once more.
        marks = marks_of(kecamatan)
        content, figures = _content(kecamatan, tahun)
    standing = standing_of(figures) if figures else None
    Pantauan.objects.update_or_create(
        kecamatan=kecamatan,
        tahun=tahun,
        defaults={
            "tanda": marks.own,
            "tanda_reviu": marks.around,
            "kelengkapan": completeness(content),
            "predikat": standing.predikat if standing else "",
            "nomor_predikat": standing.nomor if standing else None,
            "isi": content,
            "dihitung": timezone.now(),
        },
    )


def _content(kecamatan: Kecamatan, tahun: int) -> tuple[dict[str, Any], Figures | None]:
    """What is kept of a year, and what was measured of it; None where its records are broken."""
    try:
        naskah = build_draft(kecamatan=kecamatan, tahun=tahun)
        states = readiness(naskah) | readiness_of_parts(naskah)
        review = review_year(kecamatan=kecamatan, tahun=tahun, naskah=naskah)  # also reads what lies around
    except BrokenReference as error:
        return {"broken": str(error)}, None
    figures = figures_of(kecamatan, naskah)
    content = {
        "documents": {column.code: asdict(states[column.code]) for column in DOCUMENTS},
        "handed": handed_in(kecamatan, naskah.snapshot, states),
        "capaian": to_plain(figures),
        "temuan": _by_rule(review),
        "galat": len(review.blocking),
        "peringatan": len(unanswered(review)),
    }
    return content, figures


def _by_rule(review: Review) -> dict[str, list[int]]:
    """Of each rule of the catalogue how many galat were found, and peringatan that nobody answered."""
    found: dict[str, list[int]] = {}
    for place, findings in enumerate((review.blocking, unanswered(review))):
        for one in findings:
            found.setdefault(one.rule, [0, 0])[place] += 1
    return found


def keep_current(*, kecamatan: Kecamatan, tahun: int) -> None:
    """Work out how far the documents are where that is not kept, or holds no longer (3 queries where it does)."""
    marks = marks_of(kecamatan)
    kept = read_kept([kecamatan.pk], tahun).get(kecamatan.pk)
    if kept is None or kept.tanda_reviu != marks.around:
        keep_state(kecamatan=kecamatan, tahun=tahun)


def completeness(content: Mapping[str, Any]) -> int | None:
    """How complete the documents of a year are that are asked for, in percent: the mean of theirs, rounded down, so
    that 100 says that nothing is missing. None of a year whose records are broken."""
    percents = [
        one["percent"] for one in content.get("documents", {}).values() if one["state"] != State.UNASKED
    ]
    return sum(percents) // len(percents) if percents else None


def keep_some(missing: Iterable[Kecamatan], kabupaten: Kabupaten, tahun: int) -> int:
    """Work out some of what is missing now, and leave the others to the worker; returns how many were worked out."""
    waiting = list(missing)
    now, later = waiting[:AT_ONCE], waiting[AT_ONCE:]
    try:
        for kecamatan in now:
            keep_state(kecamatan=kecamatan, tahun=tahun)
    except OperationalError as error:
        _not_kept(error)
        return 0
    if later:
        leave_to_worker(kabupaten, tahun)
    return len(now)


def leave_to_worker(kabupaten: Kabupaten, tahun: int) -> None:
    """Let the worker work out what is missing of a year, once however many ask for it."""
    try:
        if not is_queued(hitung_pantauan, kabupaten_pk=kabupaten.pk, tahun=tahun):
            transaction.on_commit(
                lambda: hitung_pantauan.enqueue(kabupaten_pk=kabupaten.pk, tahun=tahun) and None
            )
    except OperationalError as error:
        _not_kept(error)


def _not_kept(error: OperationalError) -> None:
    """Nobody is kept from reading because nothing can be written; what is not worked out is told."""
    log.warning("pantauan tidak dapat disimpan: %s", error)


@task()
def hitung_pantauan(kabupaten_pk: int, tahun: int) -> None:
    """Work out what is missing or no longer so of a kabupaten and year."""
    kecamatan = {one.pk: one for one in Kecamatan.objects.filter(kabupaten=kabupaten_pk).order_by("kode")}
    marks, kept = read_marks(list(kecamatan)), read_kept(list(kecamatan), tahun)
    for pk, one in kecamatan.items():
        if pk not in kept or kept[pk].tanda_reviu != marks[pk].around:
            keep_state(kecamatan=one, tahun=tahun)


computation(hitung_pantauan, "Keadaan dokumen dan capaian kecamatan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of a kabupaten and year every kecamatan in the order of their names, and by their number what is kept of them and
    the marks as they are now."""

    kecamatan: tuple[Kecamatan, ...]
    rows: Mapping[int, Pantauan]
    marks: Mapping[int, Marks]

    def holds(self, kecamatan: int) -> bool:
        """Whether all that is kept of it is still so."""
        row = self.rows.get(kecamatan)
        return row is not None and row.tanda_reviu == self.marks[kecamatan].around

    def is_current(self, kecamatan: int) -> bool:
        """Whether what is kept of its own records is still so, whatever became of its neighbours."""
        row = self.rows.get(kecamatan)
        return row is not None and row.tanda == self.marks[kecamatan].own


def take_up(kabupaten: Kabupaten, tahun: int, wanted: Collection[int]) -> Kept:
    """What is kept of a kabupaten and year (4 queries where all is kept and still holds). What is not so is worked out
    first: a few now, the others by the worker, those that are ``wanted`` before the others."""
    everyone = tuple(
        Kecamatan.objects.filter(kabupaten=kabupaten).select_related("kabupaten").order_by("nama", "pk")
    )
    keys = [one.pk for one in everyone]
    # The rows before the marks: what is written between both makes them old, not current.
    found = Kept(kecamatan=everyone, rows=read_kept(keys, tahun), marks=read_marks(keys))
    missing = [one for one in everyone if not found.holds(one.pk)]
    if missing and keep_some(sorted(missing, key=lambda one: one.pk not in wanted), kabupaten, tahun):
        return Kept(kecamatan=everyone, rows=read_kept(keys, tahun), marks=read_marks(keys))
    return found


def kept_mark(kabupaten: Kabupaten, tahun: int, *besides: int) -> tuple[object, ...]:
    """What tells a year of a kabupaten, and those ``besides``, as they are kept from any other, without reading them (4
    queries). Empty where something is missing or holds no longer: whoever looks has it worked out."""
    keys = list(Kecamatan.objects.filter(kabupaten=kabupaten).order_by("pk").values_list("pk", flat=True))
    rows = kept_rows(keys, {tahun, *besides})
    found = {
        (pk, year): (own, around, moment)
        for pk, year, own, around, moment in rows.values_list(
            "kecamatan", "tahun", "tanda", "tanda_reviu", "dihitung"
        )
    }
    marks = read_marks(keys)
    for pk in keys:
        of_year = found.get((pk, tahun))
        if of_year is None or of_year[1] != marks[pk].around:
            return ()
        if any(found.get((pk, year), ("",))[0] != marks[pk].own for year in besides):
            return ()
    return sorted(found.items()), marks


def kept_rows(kecamatan: Sequence[int], tahun: Collection[int]) -> QuerySet[Pantauan]:
    """What is kept of these years. What another version of the program kept may be of another shape, and is not
    there."""
    own = Pantauan.objects.filter(kecamatan__in=kecamatan, tanda__startswith=f"{program_version()} ")
    return own.filter(tahun__in=tahun).order_by()


def read_kept(kecamatan: Sequence[int], tahun: int) -> Mapping[int, Pantauan]:
    """What is kept of a year, by the number of its kecamatan (1 query)."""
    return {one.kecamatan_id: one for one in kept_rows(kecamatan, (tahun,))}
