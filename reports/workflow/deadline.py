"""Until when a report is due: what the kabupaten set for the year, else the last day of February after it; and until
when the documents before it are, where the kabupaten set that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Q
from django.utils import timezone

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kabupaten
from reports.models import Laporan
from sakip.capaian.triwulan import TRIWULAN
from sakip.models import KebijakanPengukuran
from sakip.text.numbers import format_angka


def year_deadline(kabupaten: Kabupaten | int, tahun: int) -> date:
    """The last day for the reports of a year (1 query)."""
    key = kabupaten if isinstance(kabupaten, int) else kabupaten.pk
    own = _KEBIJAKAN.first(key, tahun)
    return (own.batas_waktu_lkip if own else None) or default_deadline(tahun)


_KEBIJAKAN: Final = PreparedRows(
    lambda kabupaten, tahun: KebijakanPengukuran.objects.filter(kabupaten=kabupaten, tahun=tahun).only(
        "batas_waktu_lkip"
    )
)


#: The columns of what the kabupaten sets besides, by the code of the document in the matrix.
_EARLIER: Final = {
    "rkt": "batas_waktu_rkt",
    "pk-murni": "batas_waktu_pk",
    "iku": "batas_waktu_iku",
    "rencana-aksi": "batas_waktu_rencana_aksi",
    **{f"realisasi-{nomor}": f"batas_waktu_triwulan_{nomor}" for nomor in TRIWULAN},
}


def document_deadlines(kabupaten: Kabupaten, tahun: int) -> tuple[date, dict[str, date]]:
    """The last day for the reports of a year, and by its code that for each document before it that has one (1
    query)."""
    own = KebijakanPengukuran.objects.filter(kabupaten=kabupaten, tahun=tahun)
    row = own.values("batas_waktu_lkip", *_EARLIER.values()).first() or {}
    earlier = {code: day for code, column in _EARLIER.items() if (day := row.get(column))}
    return row.get("batas_waktu_lkip") or default_deadline(tahun), earlier


def own_deadlines(kabupaten: Iterable[int]) -> dict[tuple[int, int], date]:
    """What these kabupaten set themselves, by kabupaten and year (1 query)."""
    rows = KebijakanPengukuran.objects.filter(kabupaten__in=kabupaten)
    days = rows.values_list("kabupaten", "tahun", "batas_waktu_lkip")
    return {(one, tahun): day for one, tahun, day in days if day}


def earlier_deadlines(first: date, last: date) -> dict[int, dict[int, dict[str, date]]]:
    """The last days between two days, by kabupaten, year and code, of the documents before a report (1 query)."""
    near = Q()
    for column in _EARLIER.values():
        near |= Q(**{f"{column}__range": (first, last)})
    found: dict[int, dict[int, dict[str, date]]] = {}
    rows = KebijakanPengukuran.objects.filter(near).order_by()
    for row in rows.values("kabupaten", "tahun", *_EARLIER.values()):
        days = {
            code: day for code, column in _EARLIER.items() if (day := row[column]) and first <= day <= last
        }
        found.setdefault(row["kabupaten"], {})[row["tahun"]] = days
    return found


def deadlines_of_year(tahun: int) -> dict[int, date]:
    """What the kabupaten set themselves for the reports of a year, by kabupaten (1 query)."""
    rows = KebijakanPengukuran.objects.filter(tahun=tahun).order_by()
    days = rows.values_list("kabupaten", "batas_waktu_lkip")
    return {one: day for one, day in days if day}


def default_deadline(tahun: int) -> date:
    """Where the kabupaten set none: the last day of February, two months after the year."""
    return date(tahun + 1, 3, 1) - timedelta(days=1)


def laporan_deadline(laporan: Laporan) -> date:
    """The last day for this version: that until which it was opened again, else that of its year (1 query)."""
    return laporan.batas_waktu or year_deadline(laporan.kecamatan.kabupaten_id, laporan.tahun)


def days_late(until: date, signed: date | None) -> int:
    """By how many days a report was signed (that day, or at that moment) after its last day, or is not signed yet
    today; 0 of one in time."""
    day = timezone.localdate(signed) if signed is None or isinstance(signed, datetime) else signed
    return max(0, (day - until).days)


class Time(StrEnum):
    """How something stands to its last day, as it is read."""

    DUE = "belum lewat batas"
    OVERDUE = "lewat batas"
    IN_TIME = "tepat waktu"
    LATE = "terlambat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeliness:
    """How something stands to its last day ``until``: by how many ``days`` it is late, or how many are left."""

    time: Time
    days: int
    until: date

    @property
    def is_late(self) -> bool:
        """Whether it came too late, or did not come at all."""
        return self.time in (Time.OVERDUE, Time.LATE)

    @property
    def words(self) -> str:
        """ "terlambat 3 hari"; what came too late stays so."""
        if self.time is Time.IN_TIME:
            return "tepat waktu"
        if self.time is Time.DUE:
            return f"{format_angka(self.days)} hari lagi" if self.days else "batas hari ini"
        return f"{'terlambat' if self.time is Time.LATE else 'lewat'} {format_angka(self.days)} hari"


def timeliness(until: date, done: date | None) -> Timeliness:
    """How something that was ``done`` (that day, or at that moment), or is not done yet today, stands to its last
    day."""
    if late := days_late(until, done):
        return Timeliness(time=Time.LATE if done else Time.OVERDUE, days=late, until=until)
    if done:
        return Timeliness(time=Time.IN_TIME, days=0, until=until)
    return Timeliness(time=Time.DUE, days=(until - timezone.localdate()).days, until=until)
