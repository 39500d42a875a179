"""When the Perjanjian Kinerja of a year, murni and perubahan, is complete."""

from __future__ import annotations

from dataclasses import replace

from sakip.entry.readiness import Asked, ReadinessRule, each
from sakip.snapshot.types import PerjanjianKinerja, Snapshot


def _asks(snapshot: Snapshot) -> list[Asked] | None:
    """Every version with its parties, date, indikator and money; a perubahan says why."""
    own = _own(snapshot)
    return [asked for pk in own for asked in _of(pk)] if own else None


def _murni(snapshot: Snapshot) -> list[Asked] | None:
    """The first version alone."""
    own = [pk for pk in _own(snapshot) if not pk.perubahan]
    return [asked for pk in own for asked in _of(pk)] if own else None


def _perubahan(snapshot: Snapshot) -> list[Asked]:
    """The later ones, which nobody is asked for who changed nothing."""
    return [asked for pk in _own(snapshot) if pk.perubahan for asked in _of(pk)]


def _own(snapshot: Snapshot) -> list[PerjanjianKinerja]:
    return [pk for pk in snapshot.pk if not pk.dikutip]


def _of(pk: PerjanjianKinerja) -> list[Asked]:
    asked = each(
        [
            ("tanggal", pk.tanggal or pk.tanggal_cetak),
            ("pihak pertama", pk.pihak_pertama),
            ("pihak kedua", pk.pihak_kedua),
            ("indikator", pk.indikator),
            ("program dan anggaran", pk.anggaran),
        ]
    )
    if not pk.perubahan:
        return asked
    return [
        replace(one, words=f"{one.words} PK perubahan ke-{pk.versi}")
        for one in (*each([("alasan", pk.alasan)]), *asked)
    ]


READINESS = ReadinessRule(code="pk", asks=_asks, parts={"pk-murni": _murni, "pk-perubahan": _perubahan})
