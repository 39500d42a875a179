"""PDFs: asked for here, made by the worker, fetched here. Nothing is rendered in a request."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from kecamatan.models import Pengguna
from reports.models import BerkasLaporan
from reports.publish.assemble import NoDokumen
from reports.publish.requests import FILE_WORK, file_request
from reports.views.document import kind_or_404, tanpa_dokumen
from sakip.entry.place import konteks, place_or_404

#: First part of the name under which each kind is saved: LKIP-Jombang-2023.pdf.
AWALAN = {
    "lkip": "LKIP",
    "pk-murni": "PK",
    "pk-perubahan": "PK-Perubahan",
    "sk-iku": "SK-IKU",
    "rkt": "RKT",
    "renstra": "Matriks-Renstra",
    "rencana-aksi": "Rencana-Aksi",
}


@require_POST
def ask(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Ask for the PDF of the records as they are now, then show how far it is."""
    tempat = place_or_404(request, slug, tahun)
    macam = kind_or_404(jenis)
    oleh = request.user if isinstance(request.user, Pengguna) else None
    try:
        berkas = file_request(kecamatan=tempat.kecamatan, tahun=tahun, jenis=jenis, oleh=oleh)
    except NoDokumen as galat:
        return tanpa_dokumen(request, tempat, macam, galat, status=409)
    return redirect("berkas", pk=berkas.pk)


@never_cache
@require_safe
def keadaan(request: HttpRequest, pk: int) -> HttpResponse:
    """The state of one PDF; the page looks after itself until it is made."""
    berkas = _berkas(request, pk)
    tempat = place_or_404(request, berkas.kecamatan.slug, berkas.tahun)
    return render(request, "reports/files.html", konteks(tempat, aktif=berkas.jenis) | _keadaan(berkas))


@never_cache
@require_safe
def potongan(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of that page which changes, for the script that looks again."""
    return render(request, "reports/_file_state.html", _keadaan(_berkas(request, pk)))


@never_cache
@require_safe
def download(request: HttpRequest, pk: int) -> FileResponse:
    """The PDF itself, under a name that says what it is."""
    berkas = _berkas(request, pk)
    if berkas.status != BerkasLaporan.Status.SELESAI:
        raise Http404(f"berkas {pk} belum selesai")
    try:
        isi = berkas.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404(f"berkas {pk} hilang") from galat
    return FileResponse(
        isi, as_attachment=True, filename=nama_unduhan(berkas), content_type="application/pdf"
    )


def nama_unduhan(berkas: BerkasLaporan) -> str:
    """ "LKIP-Jombang-2023.pdf": ASCII and without spaces, so that every system keeps it."""
    tempat = berkas.kecamatan.slug.title()
    return f"{AWALAN[berkas.jenis]}-{tempat}-{berkas.tahun}.pdf"


def _berkas(request: HttpRequest, pk: int) -> BerkasLaporan:
    semua = BerkasLaporan.objects.for_user(request.user).select_related("kecamatan")
    return get_object_or_404(semua, pk=pk)


def _keadaan(berkas: BerkasLaporan) -> dict[str, object]:
    status = BerkasLaporan.Status
    sebelum = BerkasLaporan.objects.filter(status=status.ANTRE, dibuat__lt=berkas.dibuat)
    terhenti = FILE_WORK.is_left_behind(berkas, timezone.now())
    return {
        "berkas": berkas,
        "terhenti": terhenti,
        "berjalan": berkas.status in (status.ANTRE, status.DIPROSES) and not terhenti,
        "di_depan": sebelum.count() if berkas.status == status.ANTRE else 0,
        "nama_berkas": nama_unduhan(berkas),
    }
