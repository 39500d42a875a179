"""The audit trail is written here and nowhere else, and read by the key of the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from kecamatan.ground.caller import caller_address
from kecamatan.ground.submission import claim, told
from kecamatan.ground.trail_key import TrailKey, trail_key
from kecamatan.models import Jejak, Kecamatan, Pengguna

SEBUTAN_LENGTH: Final = 200


@dataclass(frozen=True, kw_only=True)
class TrailLine:
    """What one act did to one record: the record's model label, number, key and name, and what was and is."""

    action: str
    kind: str
    pk: int | None
    key: TrailKey | None
    sebutan: str
    before: Any = None
    after: Any = None

    def entry(self, **act: Any) -> Jejak:
        """The line as the trail stores it; ``act`` is who did it, where and why."""
        return Jejak(
            tindakan=self.action,
            objek_jenis=self.kind,
            objek_sebutan=self.sebutan[:SEBUTAN_LENGTH],
            objek_pk=self.pk,
            record_key=self.key,
            sebelum=self.before,
            sesudah=self.after,
            dari=caller_address(),
            **act,
        )


def trail_add(
    *,
    action: str,
    subject: models.Model | str,
    sebutan: str,
    key: TrailKey | None = None,
    before: Any = None,
    after: Any = None,
    pengguna: Pengguna | None = None,
    kecamatan: Kecamatan | None = None,
    tahun: int | None = None,
    alasan: str = "",
) -> Jejak:
    """Add to the trail who did what to which record; call it inside the transaction that does it.

    ``subject`` is the record, or a word for what has no row ("fixtures/contoh"), and then no key; ``sebutan`` names it
    for who reads the trail when the record is gone. ``key`` is its key, where the caller has it already.
    ``pengguna`` is None for what the program itself does. Call it while the record still has its number: before
    deleting, after creating.
    """
    kind, pk = (subject, None) if isinstance(subject, str) else (subject._meta.label_lower, subject.pk)
    if not isinstance(subject, str) and key is None:
        key = trail_key(subject)
    claim()
    line = TrailLine(action=action, kind=kind, pk=pk, key=key, sebutan=sebutan, before=before, after=after)
    entry = line.entry(pengguna=pengguna, kecamatan=kecamatan, tahun=tahun, alasan=alasan)
    entry.save(force_insert=True)
    told([entry.pk])
    return entry


def trail_add_many(
    *,
    lines: Iterable[TrailLine],
    pengguna: Pengguna | None,
    kecamatan: Kecamatan,
    tahun: int,
    alasan: str,
) -> None:
    """Add a line to the trail for every record that one act changed (few queries); in the same transaction."""
    claim()
    act = {"pengguna": pengguna, "kecamatan": kecamatan, "tahun": tahun, "alasan": alasan}
    entries = Jejak.objects.bulk_create([line.entry(**act) for line in lines], batch_size=500)
    told(entry.pk for entry in entries)


def record_history(record: models.Model) -> models.QuerySet[Jejak]:
    """What the trail says of one record, latest first (1 query).

    The record need not be stored: that of an empty cell has the history of all that stood in it.
    """
    return Jejak.objects.filter(
        objek_jenis=record._meta.label_lower, record_key=trail_key(record)
    ).select_related("pengguna")
