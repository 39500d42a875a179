"""The LKIPs of a whole kabupaten in one zip, and the ikhtisar of them: asked for, made by the worker, fetched here."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models import Kabupaten
from kecamatan.permissions import Hak, NoRight, kabupaten_with, owns
from kecamatan.views.addresses import by
from reports.bulk.overview import overview_read
from reports.bulk.overview_book import overview_book
from reports.bulk.pack import MISSING, overview_name
from reports.bulk.requests import (
    KEPT,
    RUNNING,
    NotRepeatable,
    bulk_again,
    bulk_cancel,
    bulk_request,
)
from reports.document.numbering import number_all
from reports.forms.bulk import BulkForm
from reports.html import render_html, style_sheet
from reports.models import IsiPaket, PaketLaporan
from reports.overview.document import overview_document
from reports.overview.facts import Overview
from reports.publish.file_names import TYPES
from reports.views.document import LIST_LEVEL
from sakip.entry.statuses import INVALID
from sakip.snapshot.codec import InvalidSnapshot
from sakip.snapshot.types import Berkas
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
                kabupaten=asked["kabupaten"],
                tahun=asked["tahun"],
                options=asked["pilihan"],
                jenis=asked["jenis"],
                by=by(request),
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


@post_only
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Do anew what failed of a package."""
    paket = _package(request, pk)
    if not _may_cancel(request, paket):
        raise NoRight(Hak.PEKERJAAN)
    try:
        bulk_again(paket)
    except NotRepeatable as error:
        messages.error(request, str(error))
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


@never_cache
@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """The ikhtisar on one page, as the PDF has it."""
    paket, content = _overview(request, pk)
    dokumen = overview_document(content)

    def address(file: Berkas) -> str:
        return reverse("dokumen-gambar", args=[content.rows[0].slug, content.tahun, file.sha256])

    return render(
        request,
        "reports/bulk/overview.html",
        {
            "paket": paket,
            "title": dokumen.title,
            "konsep": content.konsep,
            "styles": reverse("paket-ikhtisar-gaya", args=[pk]),
            "contents": [one for one in number_all(dokumen).content if one.level <= LIST_LEVEL],
            "content": render_html(dokumen, content.pengaturan, standalone=False, address=address),
        },
    )


@never_cache
@require_safe
def overview_styles(request: HttpRequest, pk: int) -> HttpResponse:
    """Paper, margins and running header of the ikhtisar, because the CSP refuses a style inside the page."""
    _, content = _overview(request, pk)
    sheet = style_sheet(overview_document(content), content.pengaturan)
    return HttpResponse(sheet, content_type="text/css; charset=utf-8")


@never_cache
@require_safe
def overview_download(request: HttpRequest, pk: int) -> FileResponse:
    """The PDF of the ikhtisar."""
    paket = _package(request, pk)
    if paket.ikhtisar is None:
        raise Http404(f"paket {pk} tanpa ikhtisar")
    try:
        content = paket.ikhtisar.berkas.open("rb")
    except FileNotFoundError as error:
        raise Http404(f"ikhtisar paket {pk} hilang") from error
    return FileResponse(content, as_attachment=True, filename=overview_name(paket), content_type=TYPES["pdf"])


@never_cache
@require_safe
def overview_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The ikhtisar as tables to sort and add up."""
    paket, content = _overview(request, pk)
    head = {"Content-Disposition": f'attachment; filename="{overview_name(paket, "xlsx")}"'}
    return HttpResponse(overview_book(content), content_type=TYPES["xlsx"], headers=head)


def _overview(request: HttpRequest, pk: int) -> tuple[PaketLaporan, Overview]:
    """The package and what its ikhtisar was made from; 404 where it has none that this version can read."""
    paket = _package(request, pk)
    if paket.ikhtisar is None:
        raise Http404(f"paket {pk} tanpa ikhtisar")
    try:
        return paket, overview_read(paket.ikhtisar)
    except InvalidSnapshot as error:
        raise Http404(f"ikhtisar paket {pk} tidak terbaca") from error


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
    return get_object_or_404(rows.select_related("kabupaten", "pengguna", "ikhtisar"), pk=pk)


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
        all=Count("pk"),
        left=Count("pk", filter=left),
        held=Count("pk", filter=Q(status=Part.ADA)),
        failed=Count("pk", filter=Q(status=Part.GAGAL)),
    )
    return {
        "paket": paket,
        "count": count | {"done": count["all"] - count["left"]},
        "missing": paket.isi.filter(status__in=MISSING).select_related("kecamatan"),
        "failed": paket.status == Status.GAGAL or (count["failed"] and paket.status == Status.SELESAI),
        "only_overview": paket.jenis == PaketLaporan.Jenis.IKHTISAR,
        "running": paket.status in RUNNING,
        "silent_since": pulse().silent_since,
        "file_name": _name(paket),
        "kept": KEPT.days,
    }
