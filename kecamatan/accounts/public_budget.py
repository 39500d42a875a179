"""How often one address may ask, without a sign-in, what could be guessed or costs something.

Counted where failures to sign in are counted, apart from them: who uses up the one keeps nobody from signing in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from axes.models import AccessAttempt
from django.db.models import F
from django.utils import timezone

from kecamatan.accounts.sign_in_budget import counted_address, failures, recent_attempts


@dataclass(frozen=True, slots=True)
class Budget:
    """``room`` stands in the column in which failures to sign in leave nothing; ``per_address`` is what one address has
    in a quarter of an hour."""

    room: str
    per_address: int


#: To verify what was signed: an office that looks through the reports of all its kecamatan asks less.
VERIFYING: Final = Budget("publik", 90)

#: To read what is public: every table of every kecamatan of a kabupaten over five years is fetched with less.
READING: Final = Budget("terbuka", 1500)


def is_spent(address: str | None, budget: Budget) -> bool:
    """Whether the address has asked too often of late (1 query)."""
    asked = recent_attempts(budget.room).filter(ip_address=counted_address(address))
    return failures(asked) >= budget.per_address


def spend(address: str | None, budget: Budget) -> None:
    """Count one more. What was counted before the last quarter of an hour counts no more."""
    key = {"username": "", "ip_address": counted_address(address), "user_agent": budget.room}
    again = {"failures_since_start": F("failures_since_start") + 1, "attempt_time": timezone.now()}
    if recent_attempts(budget.room).filter(**key).update(**again):
        return
    AccessAttempt.objects.filter(**key).delete()
    # Another request may be faster; then this one goes uncounted, once.
    AccessAttempt.objects.bulk_create([AccessAttempt(**key, failures_since_start=1)], ignore_conflicts=True)
