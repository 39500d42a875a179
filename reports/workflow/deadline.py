"""Until when a report is due: what the kabupaten set for the year, else the last day of February after it."""

from __future__ import annotations

from datetime import date, timedelta

from kecamatan.models import Kabupaten
from reports.models import Laporan
from sakip.models import KebijakanPengukuran


def year_deadline(kabupaten: Kabupaten | int, tahun: int) -> date:
    """The last day for the reports of a year (1 query)."""
    own = KebijakanPengukuran.objects.filter(kabupaten=kabupaten, tahun=tahun)
    return own.values_list("batas_waktu_lkip", flat=True).first() or default_deadline(tahun)


def default_deadline(tahun: int) -> date:
    """Where the kabupaten set none: the last day of February, two months after the year."""
    return date(tahun + 1, 3, 1) - timedelta(days=1)


def laporan_deadline(laporan: Laporan) -> date:
    """The last day for this version: that until which it was opened again, else that of its year (1 query)."""
    return laporan.batas_waktu or year_deadline(laporan.kecamatan.kabupaten_id, laporan.tahun)
