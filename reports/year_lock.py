"""A year is closed while its report is submitted or signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.publish.assemble import build_draft
from reports.workflow.table import HELD_BY, IS_OPEN
from sakip.snapshot.codec import to_plain
from sakip.text.dates import format_tanggal

Status = Laporan.Status

#: States in which nobody has signed the report yet.
_UNSIGNED = (*IS_OPEN, Status.DIAJUKAN)


@dataclass(frozen=True, slots=True)
class ReportedYears:
    """The latest version of each year's report of a kecamatan."""

    kecamatan: Kecamatan
    latest: dict[int, Laporan]

    @property
    def signed(self) -> frozenset[int]:
        """Years whose latest report is signed."""
        return frozenset(tahun for tahun, one in self.latest.items() if one.status not in _UNSIGNED)

    @property
    def submitted(self) -> frozenset[int]:
        """Years whose latest report is with the camat."""
        return frozenset(tahun for tahun, one in self.latest.items() if one.status == Status.DIAJUKAN)

    def why_closed(self, tahun: int) -> str:
        """Why the records of the year may not be changed, empty when they may."""
        last = self.latest.get(tahun)
        if last is None or last.status in IS_OPEN:
            return ""
        status = Status(last.status)
        holder, advice = HELD_BY[status]
        waits = f" dan sekarang ada pada {holder}" if holder else ""
        if status is Status.DIAJUKAN and last.diajukan_pada is not None:
            when = format_tanggal(timezone.localdate(last.diajukan_pada))
            waits = f" oleh {last.diajukan_oleh} pada {when}{waits}"
        return f"Catatan tahun {tahun} terkunci karena LKIP sudah {status.label.lower()}{waits}. {advice}"

    def printed(self, tahun: int) -> object:
        """Everything that the report of the year is made from, as its archive would keep it."""
        return to_plain(build_draft(kecamatan=self.kecamatan, tahun=tahun))


def reported_years(kecamatan: Kecamatan) -> ReportedYears:
    """The years of which there is a report (1 query)."""
    told = _VERSIONS(kecamatan.pk)
    return ReportedYears(kecamatan, {one.tahun: one for one in told})


# Asked before every write.
_VERSIONS: Final = PreparedRows(
    lambda kecamatan: (
        Laporan.objects.for_kecamatan(kecamatan)
        .select_related("diajukan_oleh")
        .order_by("versi")
        .only("tahun", "status", "diajukan_pada", "diajukan_oleh__nama", "diajukan_oleh__username")
    )
)
