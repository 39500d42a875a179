"""Many rows of one kind as lines of text: one page, one act."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sakip.entry.lines_form import LinesForm
from sakip.entry.lock import YearClosed
from sakip.entry.row_pages import (
    alamat_isi,
    empty_row,
    konteks_baris,
    may_save,
    requested_parent,
    tempat_baris,
)
from sakip.entry.save_many import RowRefused, record_save_many
from sakip.entry.statuses import TERKUNCI


@require_http_methods(["GET", "HEAD", "POST"])
def sekaligus(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """The lines; a POST stores all of them, or says what is wrong with which."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=True)
    if not isian.kolom_teks:
        raise Http404(f"{jenis} tidak ditulis per baris")
    induk = requested_parent(request, tempat, isian)
    form = LinesForm(
        request.POST if request.method == "POST" else None,
        initial={nama: request.GET[nama] for nama in isian.form.awal_lagi if nama in request.GET},
        isian=isian,
        lingkup=tempat.lingkup,
        baris=empty_row(tempat, isian, induk),
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = record_save_many(
                    entries=form.entries(lambda: empty_row(tempat, isian, induk)),
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
                return redirect(alamat_isi(tempat, isian, hasil[0]))
    return render(
        request,
        "sakip/baris/sekaligus.html",
        konteks_baris(tempat, isian) | {"form": form, "isian": isian, "boleh": may_save(tempat, isian)},
        status=status,
    )
