"""A year as its pages read it, kept per process until something is written that may change it.

Whoever reads a year goes from page to page, and comes back to each. Reading everything anew for it costs sixty queries
every time, of which most pages show a tenth. What is kept is frozen, and :mod:`sakip.snapshot.kept` says why it is
never older than what is recorded. What people write is kept apart from what is recorded and computed: after a text was
changed, the texts alone are read again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Final

from kecamatan.models import Kecamatan
from reports.document.tree import Dokumen
from reports.models import CatatanReviu, Dokumentasi, Narasi, Permintaan, TemuanDiakui
from reports.official.documents import DOKUMEN_KINDS
from reports.pages import SCREEN_PAGES, build_page
from reports.pages.glance import Glance, glances
from reports.pages.readiness import readiness
from reports.publish.assemble import Measured, build_dokumen, build_draft, build_measured, measured_again
from reports.publish.naskah import Naskah
from reports.review.answers import read_answers
from reports.review.around import beyond
from reports.review.marks import Marks, RecordMark, marks_of, record_mark
from reports.review.report import Review
from reports.review.review import review_year
from reports.review.similar import KeptSimilar, similar_texts
from sakip.checks.kept import KeptFindings
from sakip.entry.readiness import Readiness
from sakip.snapshot.kept import Kept
from sakip.snapshot.one_moment import at_one_moment
from sakip.snapshot.reads import Recent

#: How many years a process keeps; one of Jombang's size takes some megabytes.
MOST: Final = 8

#: What people write about a year: it changes nothing of what is recorded and computed.
_WRITTEN: Final = tuple(
    kind._meta.label_lower for kind in (Narasi, Dokumentasi, CatatanReviu, TemuanDiakui, Permintaan)
)


@dataclass(frozen=True)
class Reading:
    """A Naskah with what follows from it alone, made when it is first asked for."""

    naskah: Naskah
    _documents: dict[str, Dokumen] = field(default_factory=dict)
    _pages: dict[str, Dokumen | None] = field(default_factory=dict)
    #: What its review found last, by the mark of what lies around it then.
    review: dict[str, Review] = field(default_factory=dict)

    def dokumen(self, kind: str) -> Dokumen:
        """The tree of one kind of document; raises as :func:`reports.publish.assemble.build_dokumen`."""
        if kind not in self._documents:
            self._documents[kind] = build_dokumen(self.naskah, kind)
        return self._documents[kind]

    @cached_property
    def recorded(self) -> dict[str, Dokumen]:
        """The documents of which something is recorded, as :func:`reports.publish.assemble.arrange_parts` puts them
        together."""
        every = ((kind.kode, kind.arrange(self.naskah)) for kind in DOKUMEN_KINDS.values())
        return {kode: made for kode, made in every if made is not None}

    def page(self, kode: str) -> Dokumen | None:
        """The page of that code; None where nothing of it is recorded."""
        if kode not in self._pages:
            self._pages[kode] = build_page(self.naskah, SCREEN_PAGES[kode])
        return self._pages[kode]

    @cached_property
    def glances(self) -> tuple[Glance, ...]:
        """What Ringkasan draws of the year."""
        return glances(self.naskah)

    @cached_property
    def states(self) -> dict[str, Readiness]:
        """How far every page is."""
        return readiness(self.naskah)


def _measured_again(
    was: RecordMark, before: Measured, now: RecordMark, *, kecamatan: Kecamatan, tahun: int
) -> Measured:
    return measured_again(before, changed=now.changed_since(was), kecamatan=kecamatan, tahun=tahun)


_kept_measured: Final = Kept(
    build_measured,
    lambda kecamatan: record_mark(kecamatan, besides=_WRITTEN),
    most=MOST,
    remake=_measured_again,
)


def _reading(*, kecamatan: Kecamatan, tahun: int) -> Reading:
    measured = _kept_measured(kecamatan=kecamatan, tahun=tahun)
    return Reading(build_draft(kecamatan=kecamatan, tahun=tahun, measured=measured))


_kept_reading: Final = Kept(_reading, lambda kecamatan: marks_of(kecamatan).beside, most=MOST)


def read_year(*, kecamatan: Kecamatan, tahun: int, marks: Marks) -> Reading:
    """A year as it is recorded now, whose ``marks`` were read before (no query where it is kept)."""
    with at_one_moment() as committed:
        if committed:
            return _kept_reading(kecamatan=kecamatan, tahun=tahun, mark=marks.beside)
        return Reading(build_draft(kecamatan=kecamatan, tahun=tahun))


def year_now(*, kecamatan: Kecamatan, tahun: int) -> Reading:
    """A year as it is recorded now, of who has not read its marks (3 queries where it is kept)."""
    return read_year(kecamatan=kecamatan, tahun=tahun, marks=marks_of(kecamatan))


def review_now(*, kecamatan: Kecamatan, tahun: int) -> Review:
    """What the review of a year finds now, of who has not read its marks (4 queries where it is kept)."""
    marks = marks_of(kecamatan)
    reading = read_year(kecamatan=kecamatan, tahun=tahun, marks=marks)
    return read_review(reading, kecamatan=kecamatan, marks=marks)


_kept_around: Final = Kept(beyond, lambda kecamatan: marks_of(kecamatan).beyond, most=MOST)

#: What the checks found last in a year.
_FOUND: Final = Recent(KeptFindings, MOST)
_SIMILAR: Final = Recent(KeptSimilar, MOST)


def read_review(reading: Reading, *, kecamatan: Kecamatan, marks: Marks) -> Review:
    """What the review of a year finds now, with the answers (1 query where it is kept with the reading)."""
    tahun = reading.naskah.snapshot.tahun
    kept = reading.review.get(marks.around)
    if kept is not None:
        return replace(kept, answers=read_answers(kecamatan=kecamatan, tahun=tahun))
    with at_one_moment() as committed:
        around = _kept_around(kecamatan=kecamatan, tahun=tahun, mark=marks.beyond) if committed else None
        found = review_year(
            kecamatan=kecamatan,
            tahun=tahun,
            naskah=reading.naskah,
            kept=_FOUND.of(kecamatan.pk, tahun),
            lasting=around,
            similar=partial(_SIMILAR.of(kecamatan.pk, tahun).find, marks.texts)
            if committed
            else similar_texts,
        )
    reading.review.clear()
    reading.review[marks.around] = found
    return found
