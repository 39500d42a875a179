"""A document as a web page, with the stylesheet and the pictures that it links."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reports.document.numbering import nomori
from reports.document.tree import Dokumen
from reports.html import Alamat, lembar_gaya, render_html
from reports.html.media import jenis_gambar
from reports.models import Dokumentasi
from reports.official.documents import JENIS_DOKUMEN, JenisDokumen
from reports.publish.assemble import NoDokumen, build_dokumen, build_draft
from reports.publish.naskah import Naskah
from sakip.entry.place import Tempat, konteks, place_or_404
from sakip.snapshot.types import Berkas

#: Headings that the list beside the document shows: BAB and "A."; the document's own daftar isi goes deeper.
TINGKAT_DAFTAR = 2

#: For answers whose address changes with their content. Private: they are for those who may see the kecamatan.
SIMPAN_LAMA = "private, max-age=31536000, immutable"


@require_safe
def dokumen(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """The whole document on one page, as the PDF will be; a page that says so when it is not recorded."""
    tempat = place_or_404(request, slug, tahun)
    macam = kind_or_404(jenis)
    naskah = build_draft(kecamatan=tempat.kecamatan, tahun=tahun)
    try:
        isi = build_dokumen(naskah, jenis)
    except NoDokumen as galat:
        return tanpa_dokumen(request, tempat, macam, galat)
    gaya = reverse("dokumen-gaya", args=[slug, tahun, jenis], query={"v": _sidik_gaya(isi, naskah)})
    return render(
        request,
        "reports/dokumen.html",
        konteks(tempat, aktif=jenis)
        | {
            "macam": macam,
            "isi": render_html(isi, naskah.pengaturan, mandiri=False, alamat=alamat_gambar(tempat)),
            "judul": isi.judul,
            "gaya": gaya,
            "daftar": [e for e in nomori(isi).isi if e.tingkat <= TINGKAT_DAFTAR],
        },
    )


def tanpa_dokumen(
    request: HttpRequest, tempat: Tempat, macam: JenisDokumen, galat: NoDokumen, status: int = 200
) -> HttpResponse:
    """The page of a document for which nothing is recorded."""
    lain = konteks(tempat, aktif=macam.kode) | {"macam": macam, "pesan": str(galat)}
    return render(request, "reports/dokumen_empty.html", lain, status=status)


@require_safe
def gaya(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Paper, margins and running header of the document: a stylesheet of its own, because the CSP refuses any
    inside the page."""
    tempat = place_or_404(request, slug, tahun)
    kind_or_404(jenis)
    naskah = build_draft(kecamatan=tempat.kecamatan, tahun=tahun)
    try:
        isi = build_dokumen(naskah, jenis)
    except NoDokumen as galat:
        raise Http404(str(galat)) from galat
    jawaban = HttpResponse(lembar_gaya(isi, naskah.pengaturan), content_type="text/css; charset=utf-8")
    # An address with another fingerprint must not be kept under the old one.
    sesuai = request.GET.get("v") == _sidik_gaya(isi, naskah)
    jawaban["Cache-Control"] = SIMPAN_LAMA if sesuai else "private, no-cache"
    return jawaban


@require_safe
def gambar(request: HttpRequest, slug: str, tahun: int, sha256: str) -> HttpResponse:
    """A picture of the document, by the fingerprint of its content."""
    tempat = place_or_404(request, slug, tahun)
    foto = (
        Dokumentasi.objects.for_user(request.user)
        .for_kecamatan(tempat.kecamatan)
        .for_tahun(tahun)
        .filter(sha256=sha256)
        .first()
    )
    kabupaten = tempat.kecamatan.kabupaten
    if foto:
        nama = foto.foto.name or ""
    elif sha256 and sha256 == kabupaten.lambang_sha256:
        nama = kabupaten.lambang.name or ""
    else:
        raise Http404(f"gambar {sha256}")
    return picture(nama)


def picture(*nama: str) -> HttpResponse:
    """The first of these pictures that is stored; 404 where none is."""
    for satu in nama:
        if default_storage.exists(satu):
            with default_storage.open(satu) as sumber:
                isi = sumber.read()
            jenis = jenis_gambar(isi, nama=satu)
            return HttpResponse(isi, content_type=jenis, headers={"Cache-Control": SIMPAN_LAMA})
    raise Http404(f"gambar {nama[0]}")


def alamat_gambar(tempat: Tempat) -> Alamat:
    """Addresses of the pictures in a page of that kecamatan-year."""

    def alamat(berkas: Berkas) -> str:
        lokasi: list[Any] = [tempat.kecamatan.slug, tempat.tahun, berkas.sha256]
        return reverse("dokumen-gambar", args=lokasi)

    return alamat


def kind_or_404(jenis: str) -> JenisDokumen:
    """The kind of document of that code."""
    if jenis not in JENIS_DOKUMEN:
        raise Http404(f"dokumen {jenis}")
    return JENIS_DOKUMEN[jenis]


def _sidik_gaya(isi: Dokumen, naskah: Naskah) -> str:
    return hashlib.sha256(lembar_gaya(isi, naskah.pengaturan).encode()).hexdigest()[:16]
