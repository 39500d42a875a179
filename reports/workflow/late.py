"""Which reports are owed, and which of them are late: not signed by their last day, until they are received."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.selectors import KecamatanYear
from reports.workflow.deadline import days_late, default_deadline, own_deadlines
from reports.workflow.table import waits_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A report that is to be signed or received yet: its latest version (None where it was not begun) and its last
    day."""

    kecamatan: Kecamatan
    tahun: int
    laporan: Laporan | None
    until: date

    @property
    def status(self) -> str:
        """The state of its latest version; one that was not begun is a draft."""
        return self.laporan.status if self.laporan else Laporan.Status.DRAF

    @property
    def waits(self) -> str:
        """For whom it waits."""
        return waits_for(self.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Late(Owed):
    """One that is late, and by how many days."""

    days: int


def owed_reports(years: Sequence[KecamatanYear], last: int) -> Iterator[Owed]:
    """Of these kecamatan-years and those between them and the year ``last``, those not received yet (1 query).

    A kecamatan owes a report of every year from the first in which it recorded anything.
    """
    known = {(one.kecamatan, one.tahun): one.laporan for one in years}
    first: dict[Kecamatan, int] = {}
    for kecamatan, tahun in known:
        first[kecamatan] = min(tahun, first.get(kecamatan, tahun))
    own = own_deadlines({one.kabupaten_id for one in first})
    for kecamatan, begun in first.items():
        for tahun in range(begun, last + 1):
            laporan = known.get((kecamatan, tahun))
            if laporan is not None and laporan.status == Laporan.Status.DITERIMA:
                continue
            until = laporan.batas_waktu if laporan else None
            until = until or own.get((kecamatan.kabupaten_id, tahun)) or default_deadline(tahun)
            yield Owed(kecamatan=kecamatan, tahun=tahun, laporan=laporan, until=until)


def late_reports(years: Sequence[KecamatanYear]) -> list[Late]:
    """Those of them that are late today, the oldest first (1 query). One that was signed in time waits to be received,
    and is not late."""
    found = [
        Late(kecamatan=one.kecamatan, tahun=one.tahun, laporan=one.laporan, until=one.until, days=days)
        for one in owed_reports(years, timezone.localdate().year)
        if (days := days_late(one.until, one.laporan.ditandatangani_pada if one.laporan else None))
    ]
    return sorted(found, key=lambda one: (one.until, one.kecamatan.nama))
