"""Who is let in with a password."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from kecamatan.accounts.demo import DEMO_PASSWORD
from kecamatan.accounts.hashing import hashing_place
from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Pengguna


class BackendSandi(ModelBackend):
    """Name and password; in production none of the demo's passwords.

    They are printed in the code. A data folder that once served the demo must not keep its doors open.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> Pengguna | None:
        """The user, or None. Raises :class:`~kecamatan.accounts.hashing.TooManyAtOnce`."""
        if settings.IS_PRODUCTION and password is not None and DEMO_PASSWORD.fullmatch(password):
            return None
        with hashing_place():
            return super().authenticate(request, username=username, password=password, **kwargs)

    def get_user(self, user_id: Any) -> Pengguna | None:
        """The user of a session, with the number of their second step's device, in the one query it takes anyway."""
        user = _OF_SESSION.first(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None


def _with_device(pk: int) -> QuerySet[Pengguna]:
    perangkat = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True).order_by("pk")
    return Pengguna.objects.filter(pk=pk).annotate(perangkat_kode=Subquery(perangkat.values("pk")[:1]))


#: Asked by every request.
_OF_SESSION: Final = PreparedRows(_with_device)
