"""The guides, for everybody who has signed in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kecamatan.guide import BASE, read_guide


@require_safe
def guide(request: HttpRequest, nama: str = BASE) -> HttpResponse:
    """The list of guides, or one of them."""
    one = read_guide(nama)
    if one is None:
        raise Http404("Panduan ini tidak ada.")
    return render(request, "kecamatan/panduan.html", {"guide": one, "is_base": nama == BASE})
