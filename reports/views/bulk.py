"""The LKIPs of a whole kabupaten in one zip: asked for here, made by the worker, fetched here."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models import Kabupaten
from kecamatan.permissions import Hak, NoRight, kabupaten_with, owns
from kecamatan.views.addresses import by
from reports.bulk.pack import MISSING
from reports.bulk.requests import (
    KEPT,
    RUNNING,
    bulk_cancel,
    bulk_request,
)
from reports.forms.bulk import BulkForm
from reports.models import IsiPaket, PaketLaporan
from reports.publish.file_names import TYPES
from sakip.entry.statuses import INVALID
from sakip.web.pulse import pulse

PER_PAGE: Final = 20

#: What those are told who work in one kecamatan alone.
_NOT_THEIRS: Final = (
    "Hanya Bagian Organisasi, pengawas, dan admin yang dapat mengunduh LKIP seluruh kecamatan."
    " LKIP kecamatan Anda dapat diunduh dari halaman LKIP tahun itu."
)

Status = PaketLaporan.Status
Part = IsiPaket.Status


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def packages(request: HttpRequest) -> HttpResponse:
    """What may be asked for, and what was; a POST asks, and the next page shows how far it is."""
    own = list(Kabupaten.objects.filter(_followed(request, "pk")).order_by("nama", "pk"))
    form = BulkForm(request.POST if request.method == "POST" else None, kabupaten=own)
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        try:
            paket = bulk_request(
                kabupaten=asked["kabupaten"], tahun=asked["tahun"], options=asked["pilihan"], by=by(request)
            )
        except InputError as error:
            form.add_error(None, str(error))
        else:
            return redirect("paket-rinci", paket.pk)
    rows = PaketLaporan.objects.filter(_followed(request, "kabupaten")).select_related(
        "kabupaten", "pengguna"
    )
    return render(
        request,
        "reports/bulk/packages.html",
        {
            "form": form,
            "several": len(own) > 1,
            "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("lembar")),
            "kept": KEPT.days,
        },
        status=INVALID if form.is_bound else 200,
    )


@never_cache
@require_safe
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """One package: how far it is, what it holds, and what is missing and why."""
    paket = _package(request, pk)
    state = _state(paket) | {"may_cancel": _may_cancel(request, paket)}
    return render(request, "reports/bulk/package.html", state)


@never_cache
@require_safe
def pieces(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of that page which changes, for the script that looks again."""
    return render(request, "reports/bulk/_state.html", _state(_package(request, pk)))


@post_only
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a package up that is on its way."""
    paket = _package(request, pk)
    if not _may_cancel(request, paket):
        raise NoRight(Hak.PEKERJAAN)
    if bulk_cancel(paket=paket):
        messages.success(request, f"Paket {paket} dibatalkan. Berkas yang sudah dibuat tetap tersimpan.")
    return redirect("paket-rinci", pk)


@never_cache
@require_safe
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The zip."""
    paket = _package(request, pk)
    if paket.status != Status.SELESAI:
        raise Http404(f"paket {pk} belum selesai")
    try:
        content = paket.berkas.open("rb")
    except FileNotFoundError as error:
        raise Http404(f"paket {pk} hilang") from error
    return FileResponse(content, as_attachment=True, filename=_name(paket), content_type=TYPES["zip"])


def _followed(request: HttpRequest, path: str) -> Q:
    """Rows of the kabupaten that the user reads as a whole; 403 for who reads none."""
    keys = kabupaten_with(by(request), Hak.LIHAT)
    if keys is None:
        return Q()
    if not keys:
        raise PermissionDenied(_NOT_THEIRS)
    return Q(**{f"{path}__in": keys})


def _package(request: HttpRequest, pk: int) -> PaketLaporan:
    rows = PaketLaporan.objects.filter(_followed(request, "kabupaten"))
    return get_object_or_404(rows.select_related("kabupaten", "pengguna"), pk=pk)


def _may_cancel(request: HttpRequest, paket: PaketLaporan) -> bool:
    """Who asked for it, and who keeps the jobs of the kabupaten."""
    return paket.pengguna_id == by(request).pk or owns(request.user, Hak.PEKERJAAN, paket.kabupaten)


def _name(paket: PaketLaporan) -> str:
    place = slugify(str(paket.kabupaten)).title()
    return f"LKIP-{place}-{paket.tahun}.zip"


def _state(paket: PaketLaporan) -> dict[str, object]:
    """A fixed number of queries, however many kecamatan there are."""
    left = Q(status__in=(Part.ANTRE, Part.DIPROSES))
    count = paket.isi.aggregate(
        all=Count("pk"), left=Count("pk", filter=left), held=Count("pk", filter=Q(status=Part.ADA))
    )
    return {
        "paket": paket,
        "count": count | {"done": count["all"] - count["left"]},
        "missing": paket.isi.filter(status__in=MISSING).select_related("kecamatan"),
        "running": paket.status in RUNNING,
        "silent_since": pulse().silent_since,
        "file_name": _name(paket),
        "kept": KEPT.days,
    }
