"""Bring a kept form back onto its page, and keep in mind whose browser it is."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string

from kecamatan.accounts.kept_forms import forget_owner, kept_form, opened, own_page_of, remember_owner
from kecamatan.accounts.typed_again import type_again
from kecamatan.models import KeptForm


class KeptFormMiddleware:
    """After a sign-in the same form stands there with everything that was typed; nothing is sent by itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        form = kept_form(request)
        response = self.get_response(request)
        found = request.resolver_match
        if found is not None and found.url_name == "keluar":
            forget_owner(response)
        else:
            remember_owner(request, response)
        if form is None:
            return response
        if request.method == "GET" and response.status_code == 200 and isinstance(response, HttpResponse):
            return _with_form(request, response, form)
        if request.method == "POST" and 300 <= response.status_code < 400:
            form.delete()  # it was sent, or another in its place
        return response


def _with_form(request: HttpRequest, response: HttpResponse, form: KeptForm) -> HttpResponseBase:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return response
    fields, files = opened(form)
    again = type_again(
        response.content.decode(), at=request.get_full_path(), sent_to=form.address, fields=fields
    )
    if not again.found and (address := own_page_of(form, request.get_full_path())):
        return redirect(address)
    notice = {"form": again, "files": files}
    response.content = again.page(render_to_string("kecamatan/typed_again.html", notice))
    return response
