"""What a page is asked, by whom, and where it leads when it is done."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from kecamatan.models import Pengguna

#: A page with a form: it is looked at, and sent.
form_page = require_http_methods(["GET", "HEAD", "POST"])


def following(request: HttpRequest, standard: str = "beranda") -> str:
    """The page of this site named by ``next``, else the one called ``standard``."""
    tujuan = request.POST.get("next") or request.GET.get("next") or ""
    # What begins otherwise is no address of a page, and might be read as the name of one.
    if tujuan.startswith("/") and url_has_allowed_host_and_scheme(
        tujuan, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        return tujuan
    return resolve_url(standard)


def by(request: HttpRequest) -> Pengguna:
    """Who asks, on a page that needs a sign-in."""
    user = request.user
    assert isinstance(user, Pengguna)  # noqa: S101  # SignInRequiredMiddleware has seen to it
    return user


def data(request: HttpRequest) -> QueryDict | None:
    """What a form is filled with: None where nothing was sent."""
    return request.POST if request.method == "POST" else None
