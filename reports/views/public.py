"""The public pages: the signed documents of a kabupaten that shows them, read without signing in.

What is shown is the copy that was made of the archive (:mod:`reports.public.copies`), never the records of today. Of a
kabupaten that shows nothing every address is 404, as is one that never was.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.safestring import mark_safe
from django.views.decorators.http import conditional_page, require_safe

from kecamatan.accounts.public_budget import READING, is_spent, spend
from kecamatan.models import Kecamatan
from reports.forms.public import PublicSearchForm
from reports.models import SalinanPublik
from reports.open_data.catalogue import TABLES
from reports.public.library import (
    address_of_document,
    copies_of,
    document_of_address,
    find_copies,
    public_kabupaten,
    public_kecamatan,
    tables_in,
    years_of,
)
from reports.public.selectors import report_of_copy
from reports.publish.file_names import TYPES, download_name
from reports.signing.archive import taken_apart
from sakip.web.client_ip import client_ip

PER_PAGE: Final = 50

_TOO_MANY: Final = 429
_WAIT: Final = 15 * 60  # seconds
#: Kept by whoever likes, and asked about each time: what is switched off is gone at once.
_ASK_AGAIN: Final = "public, no-cache"


def public(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view for everybody who does not ask too often: without a sign-in, read only, counted by address."""

    @login_not_required
    @require_safe
    @wraps(view)
    def counted(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        address = client_ip(request)
        if is_spent(address, READING):
            answer = render(request, "reports/public/too_many.html", status=_TOO_MANY)
            answer["Retry-After"] = str(_WAIT)
            return answer
        spend(address, READING)
        return view(request, *args, **kwargs)

    return counted


@public
@conditional_page
def start(request: HttpRequest) -> HttpResponse:
    """The kabupaten that show their documents; where it is one alone, its page."""
    page = Paginator(public_kabupaten().order_by("kode"), PER_PAGE).get_page(request.GET.get("lembar"))
    if not page.object_list:
        raise Http404("tidak ada yang terbuka")
    if page.paginator.count == 1:
        return redirect("publik-kabupaten", page.object_list[0].kode)
    return render(request, "reports/public/start.html", {"page": page})


@public
@conditional_page
def kabupaten(request: HttpRequest, kode: str) -> HttpResponse:
    """The documents of a kabupaten, each in the version that holds, and a form that narrows them (5 queries)."""
    here = get_object_or_404(public_kabupaten(), kode=kode)
    form = PublicSearchForm(
        request.GET,
        kecamatan=list(Kecamatan.objects.filter(kabupaten=here).order_by("nama")),
        tahun=years_of(here),
    )
    search = form.search
    page = Paginator(find_copies(here, search), PER_PAGE).get_page(request.GET.get("lembar"))
    words = request.GET.copy()
    words.pop("lembar", None)
    return render(
        request,
        "reports/public/kabupaten.html",
        {
            "kabupaten": here,
            "form": form,
            "narrowed": any((search.kecamatan, search.tahun, search.kind, search.words)),
            "page": page,
            "rows": [(row, _address(row)) for row in page],
            "query": words.urlencode(),
        },
    )


@public
@conditional_page
def year(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every signed document of a kecamatan-year and each of its versions, and its tables as data (3 queries)."""
    place = place_or_404(kode)
    rows = list(copies_of(place, tahun))
    if not rows:
        raise Http404(f"{kode} {tahun}")
    held = tables_in(place, tahun)
    return render(
        request,
        "reports/public/year.html",
        {
            "kecamatan": place,
            "tahun": tahun,
            "rows": [(row, _address(row)) for row in rows],
            "tables": [
                (table, held[code][0], len(held[code][1])) for code, table in TABLES.items() if code in held
            ],
        },
    )


@public
@conditional_page
def document(request: HttpRequest, kode: str, tahun: int, dokumen: str, versi: int) -> HttpResponse:
    """The whole document on one page, as it was signed, without what is private."""
    row = _copy_or_404(kode, tahun, dokumen, versi)
    report = report_of_copy(row.arsip.tanda_tangan.token)
    if report is None:
        raise Http404(f"{dokumen} {versi}")
    page = None if report.doubtful else taken_apart(_stored(row.html.name or "").decode())
    answer = render(
        request,
        "reports/public/document.html",
        {
            "kecamatan": row.kecamatan,
            "tahun": tahun,
            "row": row,
            "name": row.arsip.nama,
            "report": report,
            "content": mark_safe(page.content) if page else "",  # noqa: S308  # as we made it
            "contents": page.contents if page else (),
            "styles": reverse(
                "publik-gaya", args=[kode, tahun, dokumen, versi], query={"v": row.html_sha256[:16]}
            ),
            "pdf": reverse("publik-pdf", args=[kode, tahun, dokumen, versi]),
        },
    )
    if report.newer:
        answer["X-Robots-Tag"] = "noindex"  # who searches should find what holds
    return answer


@public
def styles(request: HttpRequest, kode: str, tahun: int, dokumen: str, versi: int) -> HttpResponseBase:
    """Paper, margins and running header of the document, which the policy of the site refuses inside the page."""
    row = _copy_or_404(kode, tahun, dokumen, versi)
    sheet = taken_apart(_stored(row.html.name or "").decode()).styles.encode()
    return file_answer(request, sheet, mark=row.html_sha256, kind="text/css; charset=utf-8")


@public
def pdf(request: HttpRequest, kode: str, tahun: int, dokumen: str, versi: int) -> HttpResponseBase:
    """The copy as a PDF."""
    row = _copy_or_404(kode, tahun, dokumen, versi)
    kept = get_conditional_response(request, etag=quote_etag(row.pdf_sha256))
    if kept is not None:
        return _cached(kept, row.pdf_sha256)
    name = download_name(
        row.jenis, row.kecamatan, tahun, "pdf", versi=versi, perubahan=row.perubahan, mark="SALINAN"
    )
    answer = FileResponse(BytesIO(_stored(row.pdf.name or "")), filename=name, content_type=TYPES["pdf"])
    return _cached(answer, row.pdf_sha256)


def place_or_404(kode: str) -> Kecamatan:
    """The kecamatan of that code, if its kabupaten shows its documents."""
    return get_object_or_404(public_kecamatan(), kode=kode)


def _copy_or_404(kode: str, tahun: int, dokumen: str, versi: int) -> SalinanPublik:
    named = document_of_address(dokumen)
    if named is None:
        raise Http404(dokumen)
    jenis, perubahan = named
    rows = copies_of(place_or_404(kode), tahun).select_related(
        "kecamatan__kabupaten", "arsip__kecamatan", "arsip__tanda_tangan"
    )
    rows = rows.defer("tabel", "kata", "arsip__snapshot", "arsip__naskah")
    return get_object_or_404(rows, jenis=jenis, perubahan=perubahan, versi=versi)


def _address(row: SalinanPublik) -> str:
    return reverse(
        "publik-dokumen", args=[row.kecamatan.kode, row.tahun, address_of_document(row), row.versi]
    )


def _stored(name: str) -> bytes:
    try:
        with default_storage.open(name) as source:
            content: bytes = source.read()
    except FileNotFoundError as error:
        raise Http404(name) from error
    return content


def file_answer(request: HttpRequest, content: bytes, *, mark: str, kind: str) -> HttpResponseBase:
    """A public file; ``mark`` tells who has it already that it is the same."""
    answer = HttpResponse(content, content_type=kind)
    kept = get_conditional_response(request, etag=quote_etag(mark), response=answer)
    return _cached(kept or answer, mark)


def _cached(answer: HttpResponseBase, mark: str) -> HttpResponseBase:
    answer["ETag"] = quote_etag(mark)
    answer["Cache-Control"] = _ASK_AGAIN
    return answer
