"""A year is closed while its report is submitted or signed."""

from __future__ import annotations

from django.utils import timezone

from kecamatan.models import Kecamatan
from reports.models import Laporan
from reports.workflow.table import HELD_BY, IS_OPEN
from sakip.text.dates import format_tanggal

#: States in which nobody has signed the report yet.
_UNSIGNED = (*IS_OPEN, Laporan.Status.DIAJUKAN)


def signed_laporan(kecamatan: Kecamatan) -> frozenset[int]:
    """The years whose latest report is signed (1 query)."""
    latest = dict(
        Laporan.objects.for_kecamatan(kecamatan).order_by("versi").values_list("tahun", "status")
    )  # of several versions the last one's status stands
    return frozenset(tahun for tahun, status in latest.items() if status not in _UNSIGNED)


def locking_laporan(kecamatan: Kecamatan, tahun: int) -> str:
    """Why the records of the year may not be changed, empty when they may (1 query)."""
    laporan = Laporan.objects.for_kecamatan(kecamatan).for_tahun(tahun).select_related("diajukan_oleh")
    last = laporan.order_by("-versi").first()
    if last is None or last.status in IS_OPEN:
        return ""
    status = Laporan.Status(last.status)
    holder, advice = HELD_BY[status]
    waits = f" dan sekarang ada pada {holder}" if holder else ""
    if status is Laporan.Status.DIAJUKAN and last.diajukan_pada is not None:
        when = format_tanggal(timezone.localdate(last.diajukan_pada))
        waits = f" oleh {last.diajukan_oleh} pada {when}{waits}"
    return f"Catatan tahun {tahun} terkunci karena LKIP sudah {status.label.lower()}{waits}. {advice}"
