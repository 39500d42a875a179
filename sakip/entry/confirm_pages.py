"""Pages that confirm rows which were copied: one, or those of a table that its page showed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst

from kecamatan.ground.constraints import Reviewable
from kecamatan.ground.methods import post_only
from sakip.entry.confirm import record_confirm
from sakip.entry.kinds import ROW_KINDS
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, place_or_404
from sakip.entry.row_pages import undoing
from sakip.entry.row_place import RowPlace, row_place
from sakip.entry.writer import ROW


@post_only
def review(request: HttpRequest, slug: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    """Confirm a copied row."""
    place = row_place(request, slug, tahun, jenis, writing=True)
    row = place.row(pk)
    if not isinstance(row, Reviewable):
        raise Http404(f"{jenis} tidak disalin")
    _confirm(
        request,
        place.here,
        [row],
        lambda _count: f"{capfirst(place.nama)} ini dinyatakan sudah benar.",
        yearly=place.kind.form.yearly,
    )
    return redirect(place.address(row))


@post_only
def review_table(request: HttpRequest, slug: str, tahun: int, kode: str) -> HttpResponse:
    """Confirm the rows of a table that its page showed as not yet read.

    The page names them by their kind and numbers: what was copied into the table since, nobody has read.
    """
    here = place_or_404(request, slug, tahun)
    kinds = [
        kind for kind in ROW_KINDS.values() if kind.dokumen == kode and issubclass(kind.model, Reviewable)
    ]
    if not kinds:
        raise Http404(f"tinjau {kode}")
    rows = [
        row
        for place in (RowPlace(request, here, kind).ensure() for kind in kinds)
        for row in place.rows(request.POST.get(place.kind.kode, ""))
    ]
    _confirm(request, here, rows, lambda count: f"{count} baris dinyatakan sudah benar.")
    return redirect(reverse("isi", args=[slug, tahun, kode]))


def _confirm(
    request: HttpRequest,
    here: EntryPlace,
    rows: Sequence[models.Model],
    words: Callable[[int], str],
    *,
    yearly: bool = True,
) -> None:
    """Confirm rows, and say of how many with the offer to undo it; nothing is said of what was confirmed before."""
    try:
        jejak = record_confirm(rows=rows, scope=here.scope, by=here.pengguna, yearly=yearly)
    except YearClosed as error:
        messages.error(request, str(error))
    else:
        if jejak is not None:
            confirmed = len((jejak.sesudah or {}).get(ROW, ())) or 1
            messages.success(request, words(confirmed), extra_tags=undoing(jejak))
