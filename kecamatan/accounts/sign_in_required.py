"""The sign-in that every page asks for, in words that a script understands as well."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, JsonResponse

from kecamatan.accounts.kept_forms import keep_form, page_of


class SignInRequiredMiddleware(LoginRequiredMiddleware):
    """People are led to the sign-in, and what they typed is kept; a script that asked for JSON is told 401.

    A redirect would be followed by the browser, and the script would take the sign-in page for its answer. 403 means
    something else: a token of an earlier sign-in, or a right that the user does not have.
    """

    def handle_no_permission(  # type: ignore[override]  # the stubs know redirects only
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        """Answer who has not signed in."""
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"pesan": "Sesi Anda berakhir. Masuk lagi."}, status=401)
        if request.method == "POST":
            return redirect_to_login(page_of(request, keep_form(request)))
        return super().handle_no_permission(request, view_func)
