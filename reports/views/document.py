"""A document as a web page, with the stylesheet and the pictures that it links."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from kecamatan.permissions import Hak
from reports.document.numbering import number_all
from reports.document.tree import Dokumen
from reports.html import AddressOf, render_html, style_sheet
from reports.html.fragments import fragments_of
from reports.html.media import figure_kind
from reports.models import BerkasLaporan, Dokumentasi
from reports.official.documents import DOKUMEN_KINDS, DokumenKind
from reports.publish.assemble import LKIP, NoDokumen, page_frame
from reports.review.kept import Reading, read_review, read_year
from reports.review.marks import Marks, marks_of
from reports.review.sheet import with_sheet
from reports.selectors import latest_laporan
from reports.signing.agreement import document_of
from reports.signing.archive import archive_of, archived_page
from reports.signing.standing import standing_of
from reports.views.archive import signed_page
from reports.views.notes import notes_beside
from reports.views.review_lines import panel_of
from reports.views.signing_places import signing_address
from reports.views.unchanged import marked, page_mark, unchanged
from reports.views.workflow import way_of
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.snapshot.types import Berkas

#: Headings that the list beside the document shows: BAB and "A."; the document's own daftar isi goes deeper.
LIST_LEVEL = 2

#: For answers whose address changes with their content. Private: they are for those who may see the kecamatan.
KEEP_DAYS = "private, max-age=31536000, immutable"


@require_safe
def dokumen(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponseBase:
    """The whole document on one page, as the PDF will be; a page that says so when it is not recorded."""
    here = place_or_404(request, slug, tahun, signed=True)
    kind = kind_or_404(jenis)
    if (arsip := archive_of(here.kecamatan, tahun, jenis)) is not None:
        return signed_page(request, here, kind, arsip)
    here.ensure_right(Hak.LIHAT)
    marks = marks_of(here.kecamatan)
    mark = page_mark(request, here, marks)
    if (same := unchanged(request, mark)) is not None:
        return same
    try:
        reading, content = _as_it_is_now(here, kind, marks)
    except NoDokumen as error:
        return without_dokumen(request, here, kind, error)
    naskah, review = reading.naskah, read_review(reading, kecamatan=here.kecamatan, marks=marks)
    panel = None if kind.reviewed else panel_of(content, review, here, whole=jenis == LKIP)
    notes = notes_beside(request, here, content) if jenis == LKIP else None
    sheet = style_sheet(kind.frame(naskah.snapshot, konsep=naskah.konsep), naskah.pengaturan)
    style = reverse("dokumen-gaya", args=[slug, tahun, jenis], query={"v": _named(sheet)})
    page = render(
        request,
        "reports/dokumen.html",
        page_context(here, active=jenis)
        | {
            "kind": kind,
            "way": way_of(here, latest_laporan(here.kecamatan, tahun)) if jenis == LKIP else None,
            "standing": standing_of(document)
            if (document := document_of(jenis, here.kecamatan, tahun))
            else None,
            "signed_at": signing_address(here, document) if document else "",
            "panel": panel,
            "panel_total": sum(len(group.lines) for group in panel or ()),
            "blocked": jenis == LKIP and bool(review.blocking) and not here.closed,
            "notes": notes,
            "content": render_html(
                content,
                naskah.pengaturan,
                standalone=False,
                address=figure_address(here),
                below=notes.below if notes else None,
                fragments=fragments_of(here.kecamatan.pk, slug, tahun, jenis),
            ),
            "title": content.title,
            "parts": content.body if kind.by_parts else (),
            "shapes": BerkasLaporan.Bentuk,
            "styles": style,
            "contents": [e for e in number_all(content).content if e.level <= LIST_LEVEL],
        },
    )
    return marked(page, mark)


def _as_it_is_now(here: EntryPlace, kind: DokumenKind, marks: Marks) -> tuple[Reading, Dokumen]:
    """The draft of a document, of what is recorded. Raises :class:`NoDokumen`."""
    reading = read_year(kecamatan=here.kecamatan, tahun=here.tahun, marks=marks)
    if kind.reviewed:
        found = read_review(reading, kecamatan=here.kecamatan, marks=marks)
        reading = Reading(with_sheet(found, kecamatan=here.kecamatan, tahun=here.tahun))
    return reading, reading.dokumen(kind.kode)


def without_dokumen(
    request: HttpRequest, here: EntryPlace, kind: DokumenKind, error: NoDokumen, status: int = 200
) -> HttpResponse:
    """The page of a document for which nothing is recorded."""
    others = page_context(here, active=kind.kode) | {"kind": kind, "message": str(error)}
    return render(request, "reports/dokumen_empty.html", others, status=status)


@require_safe
def styles(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Paper, margins and running header of the document: a stylesheet of its own, because the CSP refuses any
    inside the page."""
    here = place_or_404(request, slug, tahun, signed=True)
    kind_or_404(jenis)
    if (arsip := archive_of(here.kecamatan, tahun, jenis)) is not None:
        sheet, mark = archived_page(arsip).styles, arsip.html_sha256[:16]
    else:
        here.ensure_right(Hak.LIHAT)
        sheet, mark = _sheet_of(here, jenis)
    answers = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    # An address with another fingerprint must not be kept under the old one.
    sesuai = request.GET.get("v") == mark
    answers["Cache-Control"] = KEEP_DAYS if sesuai else "private, no-cache"
    return answers


@require_safe
def figures(request: HttpRequest, slug: str, tahun: int, sha256: str) -> HttpResponse:
    """A picture of the document, by the fingerprint of its content."""
    here = place_or_404(request, slug, tahun)
    foto = (
        Dokumentasi.objects.for_user(request.user)
        .for_kecamatan(here.kecamatan)
        .for_tahun(tahun)
        .filter(sha256=sha256)
        .first()
    )
    lambang = {one.lambang_sha256: one.lambang.name for one in (here.kecamatan, here.kecamatan.kabupaten)}
    nama = foto.foto.name if foto else lambang.get(sha256)
    if not nama:
        raise Http404(f"gambar {sha256}")
    return picture(request, sha256, nama)


def picture(request: HttpRequest, mark: str, *nama: str) -> HttpResponse:
    """The first of these pictures that is stored, 404 where none is; ``mark`` tells a browser that it has it."""
    for one in nama:
        try:
            with default_storage.open(one) as source:
                content = source.read()
        except FileNotFoundError:
            continue
        kind = figure_kind(content, nama=one)
        etag = quote_etag(mark)
        answer = HttpResponse(content, content_type=kind, headers={"Cache-Control": KEEP_DAYS, "ETag": etag})
        return get_conditional_response(request, etag=etag, response=answer) or answer
    raise Http404(f"gambar {nama[0]}")


def figure_address(here: EntryPlace) -> AddressOf:
    """Addresses of the pictures in a page of that kecamatan-year."""

    def address(file: Berkas) -> str:
        places: list[Any] = [here.kecamatan.slug, here.tahun, file.sha256]
        return reverse("dokumen-gambar", args=places)

    return address


def kind_or_404(kind: str) -> DokumenKind:
    """The kind of document of that code."""
    if kind not in DOKUMEN_KINDS:
        raise Http404(f"dokumen {kind}")
    return DOKUMEN_KINDS[kind]


def _sheet_of(here: EntryPlace, kind: str) -> tuple[str, str]:
    """The stylesheet of a document, and what names it (2 queries)."""
    sheet = style_sheet(*page_frame(kecamatan=here.kecamatan, tahun=here.tahun, kind=kind))
    return sheet, _named(sheet)


def _named(sheet: str) -> str:
    """What names a stylesheet: its fingerprint."""
    return hashlib.sha256(sheet.encode()).hexdigest()[:16]
