"""The audit trail is written here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import models

from kecamatan.models import Jejak, Kecamatan, Pengguna

PANJANG_KUNCI: Final = 200


def jejak_catat(
    *,
    tindakan: str,
    objek: models.Model | str,
    kunci: str,
    pengguna: Pengguna | None = None,
    kecamatan: Kecamatan | None = None,
    tahun: int | None = None,
    sebelum: Any = None,
    sesudah: Any = None,
    alasan: str = "",
) -> Jejak:
    """Add to the trail who did what to which record; call it inside the transaction that does it.

    ``objek`` is the record, or a word for what has no row ("fixtures/contoh"); ``kunci`` names it in words that
    still mean something when the record is gone. ``pengguna`` is None for what the program itself does. Call it
    while the record still has its number: before deleting, after creating.
    """
    return Jejak.objects.create(
        tindakan=tindakan,
        objek_jenis=objek if isinstance(objek, str) else objek._meta.label_lower,
        objek_kunci=kunci[:PANJANG_KUNCI],
        objek_pk=None if isinstance(objek, str) else objek.pk,
        pengguna=pengguna,
        kecamatan=kecamatan,
        tahun=tahun,
        sebelum=sebelum,
        sesudah=sesudah,
        alasan=alasan,
    )


@dataclass(frozen=True, kw_only=True)
class BarisJejak:
    """One record of many that one act changed: its model label, number and name, and what was and is."""

    tindakan: str
    jenis: str
    pk: int | None
    kunci: str
    sebelum: Any = None
    sesudah: Any = None


def jejak_catat_banyak(
    *,
    baris: Iterable[BarisJejak],
    pengguna: Pengguna | None,
    kecamatan: Kecamatan,
    tahun: int,
    alasan: str,
) -> None:
    """Add a line to the trail for every record that one act changed (few queries); in the same transaction."""
    Jejak.objects.bulk_create(
        [
            Jejak(
                tindakan=satu.tindakan,
                objek_jenis=satu.jenis,
                objek_kunci=satu.kunci[:PANJANG_KUNCI],
                objek_pk=satu.pk,
                pengguna=pengguna,
                kecamatan=kecamatan,
                tahun=tahun,
                sebelum=satu.sebelum,
                sesudah=satu.sesudah,
                alasan=alasan,
            )
            for satu in baris
        ],
        batch_size=500,
    )
