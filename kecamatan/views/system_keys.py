"""The keys of the kabupaten's own systems, given and withdrawn by who decides for the kabupaten (``ATUR``).

Not by who keeps accounts: a key is no person, and hands the kabupaten's numbers to another system; that is for Bagian
Organisasi to decide, not for the admin of the machine.
"""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kecamatan.accounts.system_keys import PER_MINUTE, system_key_create, system_key_withdraw
from kecamatan.forms.system_key import SystemKeyForm
from kecamatan.ground.errors import InputError
from kecamatan.models import Kabupaten, KunciSistem
from kecamatan.permissions import Hak, NoRight, kabupaten_with
from kecamatan.views.addresses import by, data, form_page

PER_PAGE: Final = 30
_INVALID: Final = 422


@never_cache
@form_page
def keys(request: HttpRequest) -> HttpResponse:
    """The keys, and a form for another; a token is shown in the answer that makes it and never again."""
    own = list(Kabupaten.objects.filter(_decided(request, "pk")).order_by("nama", "pk"))
    form = SystemKeyForm(data(request), kabupaten=own)
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        try:
            new = system_key_create(
                kabupaten=asked["kabupaten"], nama=asked["nama"], days=asked["berlaku"], by=by(request)
            )
        except InputError as error:
            form.add_error(None, str(error))
        else:
            address = request.build_absolute_uri(reverse("api-kecamatan"))
            return render(request, "kecamatan/system_key_show.html", {"new": new, "address": address})
    rows = KunciSistem.objects.filter(_decided(request, "kabupaten")).select_related(
        "kabupaten", "dibuat_oleh"
    )
    return render(
        request,
        "kecamatan/system_keys.html",
        {
            "form": form,
            "several": len(own) > 1,
            "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("lembar")),
            "per_minute": PER_MINUTE,
        },
        status=_INVALID if form.is_bound else 200,
    )


@never_cache
@form_page
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then let a key open nothing any more."""
    key = get_object_or_404(
        KunciSistem.objects.filter(_decided(request, "kabupaten")).select_related("kabupaten"), pk=pk
    )
    if request.method != "POST":
        return render(request, "kecamatan/system_key_withdraw.html", {"key": key})
    if system_key_withdraw(key=key, by=by(request)):
        messages.success(request, f"Kunci {key} dicabut. Sistem yang memakainya tidak dapat membaca lagi.")
    return redirect("kunci-sistem")


def _decided(request: HttpRequest, path: str) -> Q:
    """Rows of the kabupaten for which the user decides; 403 for who decides for none."""
    own = kabupaten_with(by(request), Hak.ATUR)
    if own is None:
        return Q()
    if not own:
        raise NoRight(Hak.ATUR)
    return Q(**{f"{path}__in": own})
