"""What is answered where the reference data that a page stands on are not whole."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from kecamatan.ground.errors import BrokenReference
from sakip.entry.statuses import INVALID


class BrokenReferenceMiddleware:
    """Say which data are not whole and what helps, instead of a fault that nobody can place.

    Almost every page of a year can meet it: they are all made of one snapshot.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page, or for a script its words; every other exception goes on."""
        if not isinstance(exception, BrokenReference):
            return None
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"pesan": str(exception)}, status=INVALID)
        return render(request, "broken_reference.html", {"message": str(exception)}, status=INVALID)
