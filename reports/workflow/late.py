"""Which reports are late: their last day is over and they were not signed in time. They stay so until received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.selectors import KecamatanYear
from reports.workflow.deadline import days_late, default_deadline, own_deadlines
from reports.workflow.table import waits_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A report that is late: its latest version (None where it was not begun), its last day, by how many days it is
    late, and for whom it waits."""

    kecamatan: Kecamatan
    tahun: int
    laporan: Laporan | None
    until: date
    days: int
    waits: str


def late_reports(years: Sequence[KecamatanYear]) -> list[Late]:
    """Of these kecamatan-years and those between them and today, the oldest first (1 query).

    A kecamatan owes a report of every year from the first in which it recorded anything. One that was signed in time
    waits to be received, and is not late.
    """
    known = {(one.kecamatan, one.tahun): one.laporan for one in years}
    first: dict[Kecamatan, int] = {}
    for kecamatan, tahun in known:
        first[kecamatan] = min(tahun, first.get(kecamatan, tahun))
    own = own_deadlines({one.kabupaten_id for one in first})
    found = []
    for kecamatan, begun in first.items():
        for tahun in range(begun, timezone.localdate().year + 1):
            laporan = known.get((kecamatan, tahun))
            if laporan is not None and laporan.status == Laporan.Status.DITERIMA:
                continue
            until = laporan.batas_waktu if laporan else None
            until = until or own.get((kecamatan.kabupaten_id, tahun)) or default_deadline(tahun)
            days = days_late(until, laporan.ditandatangani_pada if laporan else None)
            waits = waits_for(laporan.status if laporan else Laporan.Status.DRAF)
            if days:
                found.append(
                    Late(
                        kecamatan=kecamatan, tahun=tahun, laporan=laporan, until=until, days=days, waits=waits
                    )
                )
    return sorted(found, key=lambda one: (one.until, one.kecamatan.nama))
