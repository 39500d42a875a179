"""Keys of the kabupaten's own systems: made, shown once, counted, withdrawn."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from kecamatan.ground.errors import InputError
from kecamatan.ground.trail import trail_add
from kecamatan.models import Kabupaten, KunciSistem, Pengguna

#: By which a token is known for one wherever it lies about.
PREFIX: Final = "sakip_"

#: How many signs of it people see afterwards.
_SHOWN: Final = 12

#: What one key may ask in a minute: every endpoint of a kabupaten of fifty kecamatan is read with less.
PER_MINUTE: Final = 120

#: So many keys of a kabupaten that open something: whoever needs another withdraws one that nobody uses.
MOST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """A key that was just made: the only time that its token is known."""

    key: KunciSistem
    token: str


@transaction.atomic
def system_key_create(*, kabupaten: Kabupaten, nama: str, days: int, by: Pengguna) -> NewKey:
    """Make a key for a system that holds so many days. Whether the person may is asked before.

    Raises InputError where the kabupaten has too many.
    """
    now = timezone.now()
    open_keys = KunciSistem.objects.filter(kabupaten=kabupaten, dicabut_pada=None, berlaku_sampai__gt=now)
    if open_keys.count() >= MOST:
        raise InputError(f"Sudah ada {MOST} kunci yang berlaku. Cabut dahulu yang tidak dipakai lagi.")
    token = PREFIX + secrets.token_urlsafe(32)
    key = KunciSistem.objects.create(
        kabupaten=kabupaten,
        nama=nama,
        awalan=token[:_SHOWN],
        token_sha256=_fingerprint(token),
        dibuat_oleh=by,
        berlaku_sampai=now + timedelta(days=days),
    )
    _tell("kunci_sistem.dibuat", key, by)
    return NewKey(key=key, token=token)


@transaction.atomic
def system_key_withdraw(*, key: KunciSistem, by: Pengguna) -> bool:
    """Let a key open nothing from now on; returns whether it did before."""
    withdrawn = KunciSistem.objects.filter(pk=key.pk, dicabut_pada=None).update(dicabut_pada=timezone.now())
    if withdrawn:
        _tell("kunci_sistem.dicabut", key, by)
    return bool(withdrawn)


@sensitive_variables("token")
def system_key_of(token: str) -> KunciSistem | None:
    """The key that a token is of; None where it is unknown, withdrawn or too old (1 query)."""
    if not token.startswith(PREFIX):
        return None
    return (
        KunciSistem.objects.filter(
            token_sha256=_fingerprint(token), dicabut_pada=None, berlaku_sampai__gt=timezone.now()
        )
        .select_related("kabupaten")
        .first()
    )


def seconds_to_wait(key: KunciSistem) -> int:
    """Count a question of a key; returns 0 where it may be asked, else after how many seconds (1 query, 2 in the first
    of a minute). Of two at once both are counted."""
    now = timezone.now()
    minute = now.replace(second=0, microsecond=0)
    rows = KunciSistem.objects.filter(pk=key.pk)
    same = rows.filter(menit=minute)
    if same.filter(permintaan__lt=PER_MINUTE).update(permintaan=F("permintaan") + 1, terakhir_dipakai=now):
        return 0
    if rows.exclude(menit=minute).update(menit=minute, permintaan=1, terakhir_dipakai=now):
        return 0
    return 60 - now.second


def _tell(action: str, key: KunciSistem, by: Pengguna) -> None:
    trail_add(action=action, subject=key, sebutan=f"{key}, {key.kabupaten}", pengguna=by)


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
