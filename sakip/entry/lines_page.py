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
from sakip.entry.statuses import TERKUNCI, TIDAK_SAH


@require_http_methods(["GET", "HEAD", "POST"])
def sekaligus(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """The lines; a POST stores all of them, or says what is wrong with which."""
    place = row_place(request, slug, tahun, jenis, menulis=True)
    tempat, isian = place.tempat, place.isian
    if not isian.kolom_teks:
        raise Http404(f"{jenis} tidak ditulis per baris")
    induk = place.parent()
    form = LinesForm(
        request.POST if request.method == "POST" else None,
        initial={nama: request.GET[nama] for nama in isian.form.awal_lagi if nama in request.GET},
        isian=isian,
        lingkup=tempat.lingkup,
        baris=place.empty(induk),
    )
    status = 200
    if request.method == "POST":
        status = TIDAK_SAH
        if form.is_valid():
            try:
                hasil = record_save_many(
                    entries=form.entries(lambda: place.empty(induk)),
                    lingkup=tempat.lingkup,
                    oleh=tempat.pengguna,
                    yearly=isian.form.tahunan,
                )
            except RowRefused as galat:
                for pesan in galat.galat:
                    form.add_error("teks", pesan)
            except YearClosed as galat:
                form.add_error(None, str(galat))
                status = TERKUNCI
            else:
                messages.success(request, f"{len(hasil)} {isian.nama} tersimpan.")
                return redirect(place.address(hasil[0]))
    return place.render("lines", status, form=form, boleh=place.may_save)
