"""Whether the records of a kecamatan and year may be changed.

What closes a year is the state of its report, which a room above knows. That room registers here who reads it when it
starts, so that every service asks one question and no arrow points upwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from django.db import connection

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan


class HeldYears(Protocol):
    """The years of a kecamatan as their reports hold them, at one moment."""

    @property
    def signed(self) -> frozenset[int]:
        """Years of which the report is signed: its archive is shown, whatever is recorded since."""

    @property
    def submitted(self) -> frozenset[int]:
        """Years of which the report is with who signs it, and nobody changes what it prints."""

    def why_closed(self, tahun: int) -> str:
        """Why the records of the year are closed, in Indonesian; empty when they are open."""

    def printed(self, tahun: int) -> object:
        """What the report of a year would print now; equal to what it gave before while that stays the same."""


Reader = Callable[[Kecamatan], HeldYears]

_READERS: list[Reader] = []


class YearClosed(InputError):
    """The year's report was submitted or signed; ``str()`` says so, and what helps."""


def register_reader(reader: Reader) -> None:
    """Let ``reader`` be asked before every write; twice is once."""
    if reader not in _READERS:
        _READERS.append(reader)


def held_years(kecamatan: Kecamatan) -> list[HeldYears]:
    """What each reader says of the kecamatan."""
    return [read(kecamatan) for read in _READERS]


def signed_years(kecamatan: Kecamatan) -> frozenset[int]:
    """The years of which the report is signed."""
    return frozenset().union(*(held.signed for held in held_years(kecamatan)))


def closed_reason(kecamatan: Kecamatan, tahun: int) -> str:
    """Why the year is closed, or an empty text."""
    return reason_of(held_years(kecamatan), tahun)


def reason_of(years: Iterable[HeldYears], tahun: int) -> str:
    """The same, of what the readers said."""
    return next((why for held in years if (why := held.why_closed(tahun))), "")


def ensure_open(*, kecamatan: Kecamatan, tahun: int | None) -> list[HeldYears]:
    """Raise :class:`YearClosed` when the year is closed, None: a record of no single year; returns what the readers
    say. Call it inside the transaction that writes."""
    hold_records(kecamatan=kecamatan, shared=True)
    years = held_years(kecamatan)
    if tahun is not None and (why := reason_of(years, tahun)):
        raise YearClosed(why)
    return years


class PrintedWatch:
    """What the submitted reports of a kecamatan print, looked at before a write and after it.

    A record may stand in the reports of many years: a Renstra, an office holder, the realisasi of the year before. The
    page on which it is written names one of them, and that one may be open. Make one in the transaction that writes.
    """

    def __init__(self, years: Iterable[HeldYears]) -> None:
        self._submitted = [(held, tahun) for held in years for tahun in sorted(held.submitted)]
        self._before: dict[int, object] = {}

    @property
    def idle(self) -> bool:
        """Whether there is nothing left to look at."""
        return len(self._before) == len(self._submitted)

    def expect(self, tahun: int | None) -> None:
        """Look before a record of that year, None of no single year, is written; once at each report that may print it.

        A report looks back, not ahead: what is recorded of a later year costs nothing.
        """
        for number, (held, own) in enumerate(self._submitted):
            if number not in self._before and (tahun is None or tahun <= own):
                self._before[number] = held.printed(own)

    def ensure_unchanged(self) -> None:
        """Raise :class:`YearClosed` where one of them would print something else now."""
        for number, printed in self._before.items():
            held, tahun = self._submitted[number]
            if held.printed(tahun) != printed:
                raise YearClosed(f"Isi LKIP tahun {tahun} ikut berubah. {held.why_closed(tahun)}")


def hold_records(*, kecamatan: Kecamatan, shared: bool = False) -> None:
    """Wait for whoever writes in the records of the kecamatan, and let nobody begin to until the open transaction ends.

    For an act that closes a year or a document: what it looks at is what stays. ``shared`` for those who write, who do
    not wait for each other. A record can be in several years and documents, so all of a kecamatan are held together. On
    SQLite a transaction that writes has the database to itself anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT pg_advisory_xact_lock{'_shared' if shared else ''}(%s, 0)", [kecamatan.pk]
            )
