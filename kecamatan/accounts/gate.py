"""What somebody who has signed in still owes before anything else: a code, a password of their own, a second step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from kecamatan.accounts.kept_forms import keep_form, page_of
from kecamatan.accounts.second_step import nomor_perangkat
from kecamatan.models import Keanggotaan
from kecamatan.permissions import membership_of

#: Number of the device whose code was given in this session.
SESSION_KEY: Final = "langkah_kedua"

#: Who has to have a second step where SAKIP_TOTP=wajib.
SECOND_STEP_REQUIRED: Final = (
    Keanggotaan.Peran.CAMAT,
    Keanggotaan.Peran.ORGANISASI,
    Keanggotaan.Peran.BUPATI,
)


def debt(request: HttpRequest) -> str | None:
    """Name of the page on which the user has to do something first; None for who owes nothing."""
    user = request.user
    perangkat = None if settings.SAKIP_TOTP == "mati" else nomor_perangkat(user)
    if perangkat is not None and request.session.get(SESSION_KEY) != perangkat:
        return "masuk-kode"
    if getattr(user, "wajib_ganti_sandi", False):
        return "sandi-ubah"
    if settings.SAKIP_TOTP == "wajib" and perangkat is None and require_second_factor(request):
        return "langkah-kedua"
    return None


def require_second_factor(request: HttpRequest) -> bool:
    """Whether this installation asks a second step of the user."""
    return settings.SAKIP_TOTP == "wajib" and any(
        k.peran in SECOND_STEP_REQUIRED for k in membership_of(request.user)
    )


class GateMiddleware:
    """Lead who owes something to its page, and leave open only that page and the way out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Before every page that asks for a sign-in."""
        if not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return None
        page = debt(request)
        matches = request.resolver_match
        if page is None or (matches is not None and matches.url_name in (page, "keluar")):
            return None
        if request.headers.get("Accept", "").startswith("application/json"):
            # As for a session that ended: a script keeps what was typed and leads to the sign-in.
            return JsonResponse({"pesan": "Selesaikan dahulu cara masuk Anda."}, status=401)
        address = reverse(page)
        if request.method == "POST":
            following = page_of(request, keep_form(request, request.user))
        else:
            following = request.get_full_path()
        return redirect(address if following == "/" else f"{address}?{urlencode({'next': following})}")
