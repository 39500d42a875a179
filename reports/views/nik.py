"""The page on which who signs enters the NIK by which BSrE knows him."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from kecamatan.permissions import signs
from kecamatan.views.addresses import by
from reports.forms.nik import NikForm
from reports.signing.bsre.nik import nik_delete, nik_end, nik_save
from reports.signing.bsre.service import configured
from sakip.entry.statuses import INVALID


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def nik(request: HttpRequest) -> HttpResponse:
    """Enter one's own NIK, enter another, or have it forgotten; nobody does it for another."""
    person = by(request)
    if not signs(person):
        raise PermissionDenied("NIK BSrE diisi camat dan kepala daerah, masing-masing untuk akunnya sendiri.")
    form = NikForm(request.POST if request.method == "POST" and "hapus" not in request.POST else None)
    if request.method == "POST" and "hapus" in request.POST:
        nik_delete(pengguna=person)
        messages.success(request, "NIK Anda dihapus.")
        return redirect("nik-bsre")
    if form.is_bound and form.is_valid():
        nik_save(pengguna=person, nik=form.cleaned_data["nik"])
        messages.success(request, "NIK Anda disimpan tersandi.")
        return redirect("nik-bsre")
    return render(
        request,
        "reports/nik.html",
        {"form": form, "end": nik_end(person), "configured": configured() is not None},
        status=INVALID if form.is_bound else 200,
    )
