"""The way in, and back to what somebody was at."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kecamatan.accounts.kept_forms import PARAMETER, can_be_opened, keep_form, page_above, page_of


class SignInView(LoginView):
    """Sign in, then on where one was; never to an address that only takes forms."""

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """The page of this site that ``next`` names, or the nearest above it."""
        address = super().get_redirect_url()
        return address if not address or can_be_opened(address) else page_above(address)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whether a form waits to be sent again."""
        return super().get_context_data(**kwargs) | {"kept": f"{PARAMETER}=" in self.get_redirect_url()}


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of a page that was opened before somebody signed in anew, in another tab: it comes back on a fresh page.

    What another site sends is kept for nobody.
    """
    here = f"{request.scheme}://{request.get_host()}"
    if request.method == "POST" and request.headers.get("Origin", "") == here:
        person = request.user if request.user.is_authenticated else None
        if (form := keep_form(request, person)) is not None:
            return redirect(page_of(request, form))
    return render(request, "403_csrf.html", status=403)
