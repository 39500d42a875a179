"""How often one address may ask, without a sign-in, what could be guessed or costs something.

Counted where failures to sign in are counted, apart from them: who uses up the one keeps nobody from signing in.
"""

from __future__ import annotations

from typing import Final

from axes.models import AccessAttempt
from django.db.models import F
from django.utils import timezone

from kecamatan.accounts.sign_in_budget import counted_address, failures, recent_attempts

#: In a quarter of an hour, of one address: an office that looks through the reports of all its kecamatan asks less.
PER_ADDRESS: Final = 90

#: In the column in which failures to sign in leave nothing.
_ROOM: Final = "publik"


def is_spent(address: str | None) -> bool:
    """Whether the address has asked too often of late (1 query)."""
    return failures(recent_attempts(_ROOM).filter(ip_address=counted_address(address))) >= PER_ADDRESS


def spend(address: str | None) -> None:
    """Count one more. What was counted before the last quarter of an hour counts no more."""
    key = {"username": "", "ip_address": counted_address(address), "user_agent": _ROOM}
    again = {"failures_since_start": F("failures_since_start") + 1, "attempt_time": timezone.now()}
    if recent_attempts(_ROOM).filter(**key).update(**again):
        return
    AccessAttempt.objects.filter(**key).delete()
    # Another request may be faster; then this one goes uncounted, once.
    AccessAttempt.objects.bulk_create([AccessAttempt(**key, failures_since_start=1)], ignore_conflicts=True)
