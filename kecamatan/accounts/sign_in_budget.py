"""How many wrong passwords are looked at before anybody computes a hash, which is slow on purpose.

Three budgets, each of the same quarter of an hour (``AXES_COOLOFF_TIME``):

- a name at an address (``AXES_FAILURE_LIMIT``): who guesses one password is stopped here;
- an address, whatever the names: who tries many names, or names that do not exist, is stopped here;
- a name, whatever the addresses: who guesses one password from everywhere is stopped here.

The last two do not bind a name at an address, or in a browser, where it has signed in of late: a colleague who tries
every name of the office stops nobody who works there, and strangers cannot lock a camat out from afar.

What is over the budget is refused at once: nothing is computed, nothing written, and the wait does not grow.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any, Final

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_failure_limit
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.db.models import F, QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone

from kecamatan.accounts.known_browser import AT_HOME, is_known

#: Failures of one address: a hall full of people who sign in for the first time fails less, and so many hashes take
#: two seconds.
PER_ADDRESS: Final = 30

#: Failures of one name: four addresses' worth.
PER_NAME: Final = 20

#: What one customer of an IPv6 provider has at the least; within it addresses are chosen at will.
_ONE_CUSTOMER: Final = 64

#: Characters of the column in which a name is counted.
_LONGEST: Final = 255


def counted_name(username: str) -> str:
    """Under which name an attempt is counted: no other spelling of a name starts the count anew.

    A person is found by capitals where the database compares those, and then ``ı`` is an ``i``; and letters that have
    no capital of their own grow into several.
    """
    return username.upper().lower()[:_LONGEST]


def attempt_name(request: HttpRequest | None, credentials: dict[str, Any] | None) -> str:
    """The name of an attempt to sign in, as django-axes asks for it."""
    return counted_name((credentials or {}).get("username") or "")


def counted_address(address: str | None) -> str | None:
    """Under which address an attempt is counted: that of the network, where one machine has a whole one."""
    if address is None or ip_address(address).version == 4:  # the number of the protocol
        return address
    return str(ip_network((address, _ONE_CUSTOMER), strict=False).network_address)


class SignInBudget(AxesDatabaseHandler):
    """What django-axes asks before and after every attempt, at every door that asks for a password."""

    def is_locked(self, request: Any, credentials: dict[str, Any] | None = None) -> bool:
        """Whether the attempt is to be refused without looking at the password (3 queries, 1 or 4 when it is)."""
        name, address = attempt_name(request, credentials), counted_address(request.axes_ip_address)
        if self.get_failures(request, credentials) >= get_failure_limit(request, credentials):
            return True
        recent = recent_attempts()
        spent = (
            failures(recent.filter(ip_address=address)) >= PER_ADDRESS
            or failures(recent.filter(username=name)) >= PER_NAME
        )
        return spent and not (is_known(request, name) or _is_at_home(name, address))

    def get_failures(self, request: Any, credentials: dict[str, Any] | None = None) -> int:
        """Failures of this name at this address."""
        name, address = attempt_name(request, credentials), counted_address(request.axes_ip_address)
        return failures(recent_attempts().filter(username=name, ip_address=address))

    def filter_user_attempts(
        self, request: Any, credentials: dict[str, Any] | None = None
    ) -> list[QuerySet[Any]]:
        """What is forgotten when the right password comes."""
        name, address = attempt_name(request, credentials), counted_address(request.axes_ip_address)
        return [AccessAttempt.objects.filter(username=name, ip_address=address)]

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: Any = None, **kwargs: Any
    ) -> None:
        """Count a failure. Of what was sent only the name is kept: a form that changes a password holds two of them."""
        if request is None:
            return
        request.axes_credentials = credentials
        if request.axes_locked_out:
            return
        self.clean_expired_user_attempts(request, credentials)
        key = {
            "username": attempt_name(request, credentials),
            "ip_address": counted_address(request.axes_ip_address),
            "user_agent": "",
        }
        again = {"failures_since_start": F("failures_since_start") + 1, "attempt_time": timezone.now()}
        if not AccessAttempt.objects.filter(**key).update(**again):
            # Another request may be faster; then this failure goes uncounted, once.
            AccessAttempt.objects.bulk_create(
                [AccessAttempt(**key, failures_since_start=1)], ignore_conflicts=True
            )
        limit = get_failure_limit(request, credentials)
        request.axes_locked_out = self.get_failures(request, credentials) >= limit

    def user_logged_in(self, sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
        """Remember where the name is at home, and forget its failures there."""
        request.came_in = counted_name(user.get_username())  # for the browser
        address = request.axes_ip_address
        request.axes_ip_address = counted_address(address)
        super().user_logged_in(sender, request, user, **kwargs)
        request.axes_ip_address = address


def forget_old_attempts() -> int:
    """Delete what counts no more: failures after the wait, sign-ins that make nobody at home; returns how many."""
    old, _ = AccessAttempt.objects.filter(attempt_time__lt=_wait_began()).delete()
    sign_ins, _ = AccessLog.objects.filter(attempt_time__lt=timezone.now() - AT_HOME).delete()
    return old + sign_ins


def recent_attempts(room: str = "") -> QuerySet[Any]:
    """What still counts: failures to sign in, or what is counted in another ``room``."""
    return AccessAttempt.objects.filter(user_agent=room, attempt_time__gte=_wait_began())


def failures(attempts: QuerySet[Any]) -> int:
    """How many they are in all."""
    return attempts.aggregate(total=Sum("failures_since_start"))["total"] or 0


def _wait_began() -> datetime:
    wait: timedelta = settings.AXES_COOLOFF_TIME
    return timezone.now() - wait


def _is_at_home(name: str, address: str | None) -> bool:
    sign_ins = AccessLog.objects.filter(ip_address=address, attempt_time__gte=timezone.now() - AT_HOME)
    return sign_ins.filter(username__iexact=name).exists()
