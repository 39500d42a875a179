"""Files of documents: asked for here, made by the worker, fetched here. Nothing is rendered in a request."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.ground.methods import post_only
from kecamatan.models import Pengguna
from kecamatan.permissions import Hak, ensure_right
from kecamatan.views.addresses import by
from reports.models import BerkasLaporan
from reports.publish.assemble import NoDokumen
from reports.publish.file_names import TYPES, download_name
from reports.publish.requests import FILE_WORK, file_request
from reports.signing.archive import archive_of
from reports.views.document import kind_or_404, without_dokumen
from sakip.entry.place import page_context, place_or_404
from sakip.web.pulse import pulse

Bentuk = BerkasLaporan.Bentuk


@post_only
def ask(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Ask for a file of the records as they are now, then show how far it is. Without ``bentuk`` it is the PDF."""
    here = place_or_404(request, slug, tahun)
    kind = kind_or_404(jenis)
    shape = request.POST.get("bentuk") or Bentuk.PDF
    if shape not in Bentuk.values:
        raise Http404(f"bentuk berkas {shape}")
    if (arsip := archive_of(here.kecamatan, tahun, kind.kode)) is not None:
        return redirect("arsip-unduh", slug, tahun, arsip.pk, shape)
    by = request.user if isinstance(request.user, Pengguna) else None
    try:
        part = request.POST.get("bagian", "")[:80]
        file = file_request(kecamatan=here.kecamatan, tahun=tahun, kind=jenis, shape=shape, part=part, by=by)
    except NoDokumen as error:
        return without_dokumen(request, here, kind, error, status=409)
    return redirect("berkas", pk=file.pk)


@never_cache
@require_safe
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The state of one file; the page looks after itself until it is made."""
    file = _file(request, pk)
    here = place_or_404(request, file.kecamatan.slug, file.tahun)
    return render(request, "reports/files.html", page_context(here, active=file.jenis) | _state(file))


@never_cache
@require_safe
def pieces(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of that page which changes, for the script that looks again."""
    return render(request, "reports/_file_state.html", _state(_file(request, pk)))


@never_cache
@require_safe
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The file itself, under a name that says what it is; also HTML is handed out, never shown as a page of ours."""
    file = _file(request, pk)
    if file.status != BerkasLaporan.Status.SELESAI:
        raise Http404(f"berkas {pk} belum selesai")
    try:
        content = file.berkas.open("rb")
    except FileNotFoundError as error:
        raise Http404(f"berkas {pk} hilang") from error
    return FileResponse(
        content,
        as_attachment=True,
        filename=_name(file),
        content_type=TYPES[file.bentuk],
    )


def _file(request: HttpRequest, pk: int) -> BerkasLaporan:
    files = BerkasLaporan.objects.for_user(request.user).select_related("kecamatan")
    file = get_object_or_404(files, pk=pk)
    ensure_right(by(request), Hak.LIHAT, file.kecamatan)
    return file


def _name(file: BerkasLaporan) -> str:
    return download_name(file.jenis, file.kecamatan, file.tahun, file.bentuk, part=file.bagian)


def _state(file: BerkasLaporan) -> dict[str, object]:
    status = BerkasLaporan.Status
    before = BerkasLaporan.objects.filter(status=status.ANTRE, dibuat__lt=file.dibuat)
    stalled = FILE_WORK.is_stalled(file, timezone.now())
    return {
        "file": file,
        "stalled": stalled,
        "silent_since": pulse().silent_since,
        "running": file.status in (status.ANTRE, status.DIPROSES) and not stalled,
        "in_front": before.count() if file.status == status.ANTRE else 0,
        "file_name": _name(file),
    }
