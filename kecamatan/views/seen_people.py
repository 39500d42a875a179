"""The people whom a user sees on the pages of accounts, and of whom they keep the account."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django_otp.plugins.otp_totp.models import TOTPDevice

from kecamatan.authority import Authority
from kecamatan.models import AkunPejabat, Keanggotaan, Pengguna, Undangan
from kecamatan.models.pengguna import PLACES
from kecamatan.views.addresses import by


def all_people(request: HttpRequest) -> QuerySet[Pengguna]:
    """People whom the user sees, with what the pages say about them (one query, and two for their peran)."""
    is_open = Undangan.objects.filter(pengguna=OuterRef("pk"), dipakai_pada=None, dicabut_pada=None)
    return (
        Pengguna.objects.for_user(request.user)
        .annotate(
            berkode=Exists(TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)),
            connected=Exists(AkunPejabat.objects.filter(pengguna=OuterRef("pk"))),
            undangan_sampai=Subquery(is_open.order_by().values("berlaku_sampai")[:1]),
        )
        .prefetch_related(
            Prefetch(
                "keanggotaan",
                Keanggotaan.objects.select_related(*PLACES).prefetch_related("unit"),
            )
        )
    )


def person_or_404(request: HttpRequest, pk: int) -> tuple[Authority, Pengguna]:
    """What the user may do, and the person of the page; 403 for who keeps no accounts, 404 outside their scope."""
    authority = Authority(by(request))
    return authority, get_object_or_404(all_people(request), pk=pk)


def managed_or_404(request: HttpRequest, pk: int) -> Pengguna:
    """The person of a page that changes their account; 403 unless the user keeps it."""
    authority, person = person_or_404(request, pk)
    authority.ensure_may_manage(person)
    return person
