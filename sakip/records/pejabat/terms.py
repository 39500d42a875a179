"""Who held office when a document can have been signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kecamatan.models import MasaJabatan
from sakip.text.dates import parse_month

#: Who signs first when one person held several of the offices at once.
OFFICE_ORDER = tuple(MasaJabatan.Jabatan)


def in_office(terms: Iterable[MasaJabatan], first: date, last: date) -> MasaJabatan | None:
    """The term at some day of the span; of several that of the office that signs first."""
    return min(
        (t for t in terms if t.mulai <= last and (t.sampai is None or t.sampai >= first)),
        key=lambda t: (OFFICE_ORDER.index(MasaJabatan.Jabatan(t.jabatan)), t.mulai),
        default=None,
    )


#: Who acts while the holder is away signs before him; who signs a.n. only where nobody else is in office.
_RANK: Final = {"pjs": 0, "plh": 0, "an": 2}


def in_charge(terms: Iterable[MasaJabatan], office: str, day: date) -> MasaJabatan | None:
    """The term of who signs for an office on a day: of several who act the one that began last."""
    held = [
        t for t in terms if t.jabatan == office and t.mulai <= day and (t.sampai is None or day <= t.sampai)
    ]
    return min(held, key=lambda t: (_RANK.get(t.status, 1), -t.mulai.toordinal()), default=None)


def document_span(day: date | None, month: str, year: int) -> tuple[date, date]:
    """First and last day on which a document can have been signed: its day, its month ("Januari 2021") or its year.

    Raises :class:`sakip.text.dates.InvalidDate` for a month that cannot be read.
    """
    if day is not None:
        return day, day
    if month:
        return parse_month(month)
    return date(year, 1, 1), date(year, 12, 31)
