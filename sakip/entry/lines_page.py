"""Many rows of one kind as lines of text: one page, one act."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sakip.entry.lines_form import LinesForm
from sakip.entry.lock import YearClosed
from sakip.entry.row_place import row_place
from sakip.entry.save_many import RowRefused, record_save_many
from sakip.entry.statuses import CLOSED, INVALID


@require_http_methods(["GET", "HEAD", "POST"])
def at_once(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """The lines; a POST stores all of them, or says what is wrong with which."""
    place = row_place(request, slug, tahun, jenis, writing=True)
    here, kind = place.here, place.kind
    if not kind.text_columns:
        raise Http404(f"{jenis} tidak ditulis per baris")
    parent = place.parent()
    form = LinesForm(
        request.POST if request.method == "POST" else None,
        initial={nama: request.GET[nama] for nama in kind.form.kept_for_next if nama in request.GET},
        kind=kind,
        scope=here.scope,
        row=place.empty(parent),
    )
    status = 200
    if request.method == "POST":
        status = INVALID
        if form.is_valid():
            try:
                results = record_save_many(
                    entries=form.entries(lambda: place.empty(parent)),
                    scope=here.scope,
                    by=here.pengguna,
                    yearly=kind.form.yearly,
                )
            except RowRefused as error:
                for message in error.errors:
                    form.add_error("teks", message)
            except YearClosed as error:
                form.add_error(None, str(error))
                status = CLOSED
            else:
                messages.success(request, f"{len(results)} {place.nama} tersimpan.")
                return redirect(place.address(results[0]))
    return place.render("lines", status, form=form, allowed=place.may_save)
