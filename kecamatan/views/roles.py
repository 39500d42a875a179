"""The peran of a person: one more, the units of an operator, and taken away again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from kecamatan.accounts.accounts import (
    membership_add,
    membership_change_unit,
    membership_revoke,
    unit_fingerprint,
)
from kecamatan.authority import Authority
from kecamatan.forms.account import ReasonForm
from kecamatan.forms.people import OperatorUnitsForm, RoleForm
from kecamatan.models import Keanggotaan, Pengguna, UnitKerja
from kecamatan.models.pengguna import PLACES
from kecamatan.views.account_forms import shown_or_stored, stored_by
from kecamatan.views.addresses import by, data, form_page
from kecamatan.views.seen_people import person_or_404

Peran = Keanggotaan.Peran


@never_cache
@form_page
def role_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Give one more peran."""
    authority, person = person_or_404(request, pk)
    _not_oneself(authority, person)
    form = RoleForm(data(request), authority=authority)

    def store(content: dict[str, Any]) -> HttpResponse:
        keanggotaan = membership_add(
            pengguna=person,
            peran=content["peran"],
            **{n: content[n] for n in PLACES},
            by=by(request),
        )
        messages.success(
            request, f"Peran {keanggotaan.get_peran_display()} di {keanggotaan.wilayah} ditambahkan."
        )
        return after_role(keanggotaan)

    return stored_by(form, store) or render(
        request, "kecamatan/role_new.html", {"form": form, "person": person}
    )


@never_cache
@form_page
def role_unit(request: HttpRequest, pk: int, keanggotaan: int) -> HttpResponse:
    """Narrow an operator to some units."""
    person, member = _role_or_404(request, pk, keanggotaan, peran=Peran.OPERATOR)
    start = {"unit": list(member.unit.all())}
    form = OperatorUnitsForm(data(request), initial=start, keanggotaan=member)

    def store(content: dict[str, Any]) -> HttpResponse:
        membership_change_unit(
            keanggotaan=member,
            unit=content["unit"],
            fingerprint=request.POST.get("sidik", ""),
            by=by(request),
        )
        return redirect("pengguna-rinci", pk=person.pk)

    context = {"form": form, "person": person, "keanggotaan": member, "fingerprint": unit_fingerprint(member)}
    stored = ", ".join(u.nama for u in start["unit"]) or "seluruh kecamatan"
    return shown_or_stored(request, form, store, "kecamatan/role_unit.html", context, person, stored)


@never_cache
@form_page
def role_revoke(request: HttpRequest, pk: int, keanggotaan: int) -> HttpResponse:
    """Ask, then take a peran away."""
    person, member = _role_or_404(request, pk, keanggotaan)
    form = ReasonForm(data(request))

    def store(content: dict[str, Any]) -> HttpResponse:
        membership_revoke(keanggotaan=member, by=by(request), alasan=content["alasan"])
        messages.success(request, f"Peran {member.get_peran_display()} di {member.wilayah} dicabut.")
        # Without this peran the person may be out of the user's sight.
        still = Pengguna.objects.for_user(request.user).filter(pk=person.pk).exists()
        return redirect("pengguna-rinci", pk=person.pk) if still else redirect("pengguna")

    return stored_by(form, store) or render(
        request, "kecamatan/role_revoke.html", {"form": form, "person": person, "keanggotaan": member}
    )


def _role_or_404(
    request: HttpRequest, pk: int, keanggotaan: int, **condition: Any
) -> tuple[Pengguna, Keanggotaan]:
    authority, person = person_or_404(request, pk)
    member = get_object_or_404(
        person.keanggotaan.select_related("kecamatan", "kabupaten", "pengguna"), pk=keanggotaan, **condition
    )
    authority.ensure_may_change(member)
    return person, member


def _not_oneself(authority: Authority, person: Pengguna) -> None:
    if person.pk == authority.by.pk:
        authority.ensure_may_manage(person)


def after_role(keanggotaan: Keanggotaan) -> HttpResponse:
    """An operator of a kecamatan with units may be narrowed to some; else the person's page."""
    if (
        keanggotaan.peran == Peran.OPERATOR
        and UnitKerja.objects.filter(kecamatan=keanggotaan.kecamatan_id).exists()
    ):
        return redirect("keanggotaan-unit", pk=keanggotaan.pengguna_id, keanggotaan=keanggotaan.pk)
    return redirect("pengguna-rinci", pk=keanggotaan.pengguna_id)
