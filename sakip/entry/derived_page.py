"""Documents made from what is recorded: the answer to the button that fills one from another."""

from __future__ import annotations

from collections.abc import Callable, Sized
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models import Pengguna
from kecamatan.permissions import Hak
from sakip.entry.place import EntryPlace, place_or_404


@dataclass(frozen=True, slots=True)
class Filled:
    """What was done, in words; ``location`` is where it stands on the page ("#pk-3"), ``left_behind`` what was not."""

    words: str
    location: str = ""
    left_behind: tuple[str, ...] = ()


def fill_page(
    kode: str, fill: Callable[[Any, Pengguna], Filled], document: Any = None
) -> Callable[..., HttpResponse]:
    """The view that fills the document of the page ``kode``; ``fill`` is given the year's row of the model
    ``document``, which has to be there, without one the place."""

    @post_only
    def view(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
        here = place_or_404(request, slug, tahun)
        filled: Any = here
        if document is not None:
            rows = document.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(tahun)
            filled = get_object_or_404(rows.select_related("kecamatan"))
        here.ensure_right(Hak.ISI)
        return filled_page(request, here, kode, lambda: fill(filled, here.pengguna))

    return view


def filled_page(
    request: HttpRequest, here: EntryPlace, kode: str, fill: Callable[[], Filled]
) -> HttpResponse:
    """Fill, and go back to the page of that code, saying what was done or why not."""
    try:
        done = fill()
    except InputError as error:
        messages.error(request, str(error))
        return back_to(here, kode)
    messages.success(request, done.words)
    for one in done.left_behind:
        messages.warning(request, one)
    return back_to(here, kode, done.location)


def say_added(rows: Sized, added: str, already: str) -> Filled:
    """ "3 baris ditambahkan dari RKT.", or that all of it was there."""
    return Filled(f"{len(rows)} {added}" if rows else already)


def back_to(here: EntryPlace, kode: str, location: str = "") -> HttpResponse:
    """To the page of that code, at the place ``location`` in it ("#pk-3")."""
    return redirect(reverse("isi", args=[here.kecamatan.slug, here.tahun, kode]) + location)
