"""Whether the records of a kecamatan and year may be changed.

What closes a year is the state of its report, which a room above knows. That room registers a guard here when it
starts, so that every service asks one question and no arrow points upwards.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection

from kecamatan.ground.errors import InputError
from kecamatan.models import Kecamatan

Guard = Callable[[Kecamatan, int], str]
"""Says in Indonesian why the year is closed, empty when it is open."""

_GUARDS: list[Guard] = []

Signed = Callable[[Kecamatan], frozenset[int]]
"""Says for which years the report is signed: what it prints stays as it is."""

_SIGNED: list[Signed] = []


class YearClosed(InputError):
    """The year's report was submitted or signed; ``str()`` says so, and what helps."""


def register_guards(guard: Guard, signed: Signed = lambda _kecamatan: frozenset()) -> None:
    """Let ``guard`` be asked before every write, ``signed`` which years stay as they are; twice is once."""
    if guard not in _GUARDS:
        _GUARDS.append(guard)
        _SIGNED.append(signed)


def signed_years(kecamatan: Kecamatan) -> frozenset[int]:
    """The years of which the report is signed: its archive is shown, whatever is recorded since."""
    return frozenset().union(*(signed(kecamatan) for signed in _SIGNED))


def closed_reason(kecamatan: Kecamatan, tahun: int) -> str:
    """Why the year is closed, or an empty text."""
    return next((alasan for guard in _GUARDS if (alasan := guard(kecamatan, tahun))), "")


def ensure_open(*, kecamatan: Kecamatan, tahun: int) -> None:
    """Raise :class:`YearClosed` when the year is closed. Call it inside the transaction that writes."""
    _hold_year("pg_advisory_xact_lock_shared", kecamatan, tahun)
    if alasan := closed_reason(kecamatan, tahun):
        raise YearClosed(alasan)


def hold_year(*, kecamatan: Kecamatan, tahun: int) -> None:
    """Wait for whoever writes in the year, and let nobody begin to until the open transaction ends.

    For an act that closes the year: what it looks at is what stays.
    """
    _hold_year("pg_advisory_xact_lock", kecamatan, tahun)


def hold_documents(*, kecamatan: Kecamatan, shared: bool = False) -> None:
    """The same for the planning documents of a kecamatan, which span years; ``shared`` for who writes in them."""
    _hold_year(f"pg_advisory_xact_lock{'_shared' if shared else ''}", kecamatan, 0)


def _hold_year(function: str, kecamatan: Kecamatan, tahun: int) -> None:
    """On SQLite a transaction that writes has the database to itself anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s, %s)", [kecamatan.pk, tahun])
