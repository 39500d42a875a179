"""Documents made from what is recorded: the answer to the button that fills one from another."""

from __future__ import annotations

from collections.abc import Callable, Sized
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kecamatan.ground.errors import InputError
from kecamatan.models import Pengguna
from kecamatan.permissions import Hak
from sakip.entry.place import EntryPlace, place_or_404


def fill_page(
    kode: str, fill: Callable[[Any, Pengguna], str], document: Any = None
) -> Callable[..., HttpResponse]:
    """The view that fills the document of the page ``kode`` and goes back there, saying what was done or why not.

    ``fill`` is given the year's row of the model ``document``, which has to be there; without one the place. It returns
    what was done, in words.
    """

    @require_POST
    def view(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
        here = place_or_404(request, slug, tahun)
        filled: Any = here
        if document is not None:
            rows = document.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun)
            filled = get_object_or_404(rows.select_related("kecamatan"))
        here.pastikan(Hak.ISI)
        try:
            messages.success(request, fill(filled, here.pengguna))
        except InputError as error:
            messages.error(request, str(error))
        return back_to(here, kode)

    return view


def say_added(rows: Sized, added: str, already: str) -> str:
    """ "3 baris ditambahkan dari RKT.", or that all of it was there."""
    return f"{len(rows)} {added}" if rows else already


def back_to(here: EntryPlace, kode: str, location: str = "") -> HttpResponse:
    """To the page of that code, at the place ``location`` in it ("#pk-3")."""
    return redirect(reverse("isi", args=[here.kecamatan.slug, here.tahun, kode]) + location)
