"""Salin dari tahun lalu: what last year has, what this year has already, and one act that copies what was chosen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kecamatan.ground.errors import InputError
from kecamatan.models import Jejak
from kecamatan.permissions import Hak
from reports.forms.copy_year import DOCUMENTS, CopyForm
from sakip.entry.copying import PREFIX, copy_all
from sakip.entry.lock import YearClosed
from sakip.entry.place import page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID


@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Offer the documents of last year; a POST copies those chosen, all or none."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    form = CopyForm(request.POST if request.method == "POST" else None, here=here)
    if not form.is_bound:
        return _pages(request, form)
    if not form.is_valid():
        return _pages(request, form, INVALID)
    try:
        results = copy_all(
            choices=form.cleaned_data["dokumen"],
            kecamatan=here.kecamatan,
            source=form.source,
            to=tahun,
            by=here.pengguna,
        )
    except InputError as error:
        form.add_error("dokumen", str(error))
        return _pages(request, form, CLOSED if isinstance(error, YearClosed) else CONFLICT)
    for one, content in results:
        messages.success(request, f"{one.nama}: {content.copied} baris disalin dan ditandai belum ditinjau.")
    return redirect("salin", slug, tahun)


def _pages(request: HttpRequest, form: CopyForm, status: int = 200) -> HttpResponse:
    here = form.here
    history = (
        Jejak.objects.for_kecamatan(here.kecamatan)
        .for_tahun(here.tahun)
        .filter(tindakan__startswith=PREFIX)
        .select_related("pengguna")
    )
    return render(
        request,
        "reports/copy_year.html",
        page_context(here, active="salin")
        | {
            "form": form,
            "history": [
                {
                    "jejak": j,
                    "copied": DOCUMENTS.get(j.tindakan.removeprefix(PREFIX)),
                    "row_count": (j.sesudah or {}).get("Baris disalin", ""),
                    "left_out": (j.sesudah or {}).get("Tidak disalin", "").splitlines(),
                }
                for j in history
            ],
        },
        status=status,
    )
