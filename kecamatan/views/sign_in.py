"""The way in, and back to what somebody was at."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kecamatan.accounts.foreign_hand import notice
from kecamatan.accounts.kept_forms import PARAMETER, keep_form, kept_since, openable, page_of, with_form
from kecamatan.models import Pengguna


class SignInView(LoginView):
    """Sign in, then on where one was; never to an address that only takes forms."""

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """The page of this site that ``next`` names, or the nearest above it; empty for the first page of all."""
        address = super().get_redirect_url()
        return "" if address in ("", "/") else openable(address)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in; who asks for no page is led to the form that was kept since the last time, if there is one."""
        person = form.get_user()
        if (kept := kept_since(person, person.last_login)) is not None:
            self.next_page = with_form(openable(kept.address), kept)
        response = super().form_valid(form)
        if told := notice(person):
            messages.warning(self.request, told)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whether a form waits to be sent again, and whether nobody has an account yet."""
        return super().get_context_data(**kwargs) | {
            "kept": f"{PARAMETER}=" in self.get_redirect_url(),
            "nobody": not Pengguna.objects.exists(),
        }


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
