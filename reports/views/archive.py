"""A signed report: its page, its stylesheet and its files, all as they were signed."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from reports.models import Arsip
from reports.official.documents import DokumenKind
from reports.publish.file_names import TYPES, download_name
from reports.signing.agreement import document_of
from reports.signing.archive import SHAPES, archived, archived_page, made_by_others, signatures_of
from reports.signing.standing import standing_of
from reports.views.signing_places import signing_address
from reports.views.workflow import way_of
from sakip.entry.place import EntryPlace, page_context, place_or_404


def signed_page(request: HttpRequest, here: EntryPlace, kind: DokumenKind, arsip: Arsip) -> HttpResponse:
    """The whole document on one page, as it was signed."""
    page = archived_page(arsip)
    where = [here.kecamatan.slug, here.tahun, kind.kode]
    document = document_of(kind.kode, here.kecamatan, here.tahun)
    return render(
        request,
        "reports/dokumen_signed.html",
        page_context(here, active=kind.kode)
        | {
            "kind": kind,
            "arsip": arsip,
            "signatures": signatures_of(arsip),
            "standing": standing_of(document) if document else None,
            "signed_at": signing_address(here, document) if document else "",
            "made_by_others": made_by_others(arsip),
            "content": mark_safe(page.content),  # noqa: S308  # as we made it, and its fingerprint holds it
            "title": page.title,
            "archived_shapes": SHAPES,
            "styles": reverse("dokumen-gaya", args=where, query={"v": arsip.html_sha256[:16]}),
            "contents": page.contents,
            "way": way_of(here, arsip.laporan) if arsip.laporan and here.reads_all else None,
        },
    )


@require_safe
def download(request: HttpRequest, slug: str, tahun: int, pk: int, bentuk: str) -> FileResponse:
    """A file of a signed version, also of one that was replaced."""
    here = place_or_404(request, slug, tahun, signed=True)
    if bentuk not in SHAPES:
        raise Http404(f"bentuk {bentuk}")
    archives = Arsip.objects.for_user(request.user).for_kecamatan(here.kecamatan)
    arsip = get_object_or_404(archives.select_related("kecamatan"), pk=pk)
    name = download_name(
        arsip.jenis, here.kecamatan, arsip.tahun, bentuk, versi=arsip.versi, perubahan=arsip.perubahan
    )
    return FileResponse(
        BytesIO(archived(arsip, bentuk).content),
        as_attachment=True,
        filename=name,
        content_type=TYPES[bentuk],
    )
