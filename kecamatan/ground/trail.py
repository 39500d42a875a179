"""The audit trail is written here and nowhere else, and read by the key of the record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from kecamatan.ground.trail_key import TrailKey, trail_key
from kecamatan.models import Jejak, Kecamatan, Pengguna

PANJANG_SEBUTAN: Final = 200


def trail_add(
    *,
    tindakan: str,
    objek: models.Model | str,
    sebutan: str,
    key: TrailKey | None = None,
    pengguna: Pengguna | None = None,
    kecamatan: Kecamatan | None = None,
    tahun: int | None = None,
    sebelum: Any = None,
    sesudah: Any = None,
    alasan: str = "",
) -> Jejak:
    """Add to the trail who did what to which record; call it inside the transaction that does it.

    ``objek`` is the record, or a word for what has no row ("fixtures/contoh"), and then no key; ``sebutan`` names it
    for who reads the trail when the record is gone. ``key`` is its key, where the caller has it already.
    ``pengguna`` is None for what the program itself does. Call it while the record still has its number: before
    deleting, after creating.
    """
    record = None if isinstance(objek, str) else objek
    if record is not None and key is None:
        key = trail_key(record)
    return Jejak.objects.create(
        tindakan=tindakan,
        objek_jenis=objek if isinstance(objek, str) else objek._meta.label_lower,
        objek_sebutan=sebutan[:PANJANG_SEBUTAN],
        objek_pk=None if record is None else record.pk,
        record_key=key,
        pengguna=pengguna,
        kecamatan=kecamatan,
        tahun=tahun,
        sebelum=sebelum,
        sesudah=sesudah,
        alasan=alasan,
    )


@dataclass(frozen=True, kw_only=True)
class TrailLine:
    """One record of many that one act changed: its model label, number, key and name, and what was and is."""

    tindakan: str
    jenis: str
    pk: int | None
    key: TrailKey
    sebutan: str
    sebelum: Any = None
    sesudah: Any = None


def trail_add_many(
    *,
    lines: Iterable[TrailLine],
    pengguna: Pengguna | None,
    kecamatan: Kecamatan,
    tahun: int,
    alasan: str,
) -> None:
    """Add a line to the trail for every record that one act changed (few queries); in the same transaction."""
    Jejak.objects.bulk_create(
        [
            Jejak(
                tindakan=line.tindakan,
                objek_jenis=line.jenis,
                objek_sebutan=line.sebutan[:PANJANG_SEBUTAN],
                objek_pk=line.pk,
                record_key=line.key,
                pengguna=pengguna,
                kecamatan=kecamatan,
                tahun=tahun,
                sebelum=line.sebelum,
                sesudah=line.sesudah,
                alasan=alasan,
            )
            for line in lines
        ],
        batch_size=500,
    )


def record_history(record: models.Model) -> models.QuerySet[Jejak]:
    """What the trail says of one record, latest first (1 query).

    The record need not be stored: that of an empty cell has the history of all that stood in it.
    """
    return Jejak.objects.filter(
        objek_jenis=record._meta.label_lower, record_key=trail_key(record)
    ).select_related("pengguna")
