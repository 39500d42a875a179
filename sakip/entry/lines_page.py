"""Many rows of one kind as lines of text: one page, one act."""

from __future__ import annotations

from itertools import repeat

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sakip.entry.lines_form import FormSekaligus
from sakip.entry.lock import TahunTerkunci
from sakip.entry.row_pages import (
    TERKUNCI,
    alamat_isi,
    baris_kosong,
    boleh_simpan,
    induk_diminta,
    konteks_baris,
    tempat_baris,
)
from sakip.entry.save_many import BarisDitolak, catatan_simpan_sekaligus


@require_http_methods(["GET", "HEAD", "POST"])
def sekaligus(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """The lines; a POST stores all of them, or says what is wrong with which."""
    tempat, isian = tempat_baris(request, slug, tahun, jenis, menulis=True)
    if not isian.kolom_teks:
        raise Http404(f"{jenis} tidak ditulis per baris")
    induk = induk_diminta(request, tempat, isian)
    form = FormSekaligus(
        request.POST if request.method == "POST" else None,
        initial={nama: request.GET[nama] for nama in isian.form.awal_lagi if nama in request.GET},
        isian=isian,
        lingkup=tempat.lingkup,
        baris=baris_kosong(tempat, isian, induk),
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = catatan_simpan_sekaligus(
                    sekaligus=form,
                    bangun=(baris_kosong(tempat, isian, induk) for _ in repeat(None)),
                    oleh=tempat.pengguna,
                )
            except BarisDitolak as galat:
                for pesan in galat.galat:
                    form.add_error("teks", pesan)
            except TahunTerkunci as galat:
                form.add_error(None, str(galat))
                status = TERKUNCI
            else:
                messages.success(request, f"{len(hasil)} {isian.nama} tersimpan.")
                return redirect(alamat_isi(tempat, isian, hasil[0]))
    return render(
        request,
        "sakip/baris/sekaligus.html",
        konteks_baris(tempat, isian) | {"form": form, "isian": isian, "boleh": boleh_simpan(tempat, isian)},
        status=status,
    )
