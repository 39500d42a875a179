"""The report of a year on which a note stands: as it was signed, else as it would be printed now."""

from __future__ import annotations

from dataclasses import dataclass

from kecamatan.models import Kecamatan
from reports.document.tree import Dokumen
from reports.notes.places import NotePlace, places_of
from reports.official.documents import DOKUMEN_KINDS
from reports.publish.assemble import LKIP
from reports.publish.naskah import Naskah
from reports.review.kept import year_now
from reports.signing.archive import archive_of
from reports.signing.freeze import NoLongerReadable, frozen_of, thaw


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """What the report is made of, and its document, None where it cannot be made; ``signed`` whether both are those
    that were signed."""

    naskah: Naskah
    dokumen: Dokumen | None
    signed: bool

    @property
    def places(self) -> dict[str, NotePlace]:
        """Where a note may stand in it."""
        return places_of(self.dokumen) if self.dokumen else {}


def report_at_hand(*, kecamatan: Kecamatan, tahun: int) -> AtHand:
    """The report of that year. One that was signed in a shape which nobody reads any more has no document here; its
    archive is shown all the same."""
    arsip = archive_of(kecamatan, tahun)
    if arsip is None:
        reading = year_now(kecamatan=kecamatan, tahun=tahun)
        return AtHand(naskah=reading.naskah, dokumen=reading.recorded.get(LKIP), signed=False)
    try:
        naskah = thaw(frozen_of(arsip))
    except NoLongerReadable:
        now = year_now(kecamatan=kecamatan, tahun=tahun).naskah
        return AtHand(naskah=now, dokumen=None, signed=True)
    return AtHand(naskah=naskah, dokumen=DOKUMEN_KINDS[LKIP].arrange(naskah), signed=True)
