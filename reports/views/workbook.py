"""The workbook in the browser: downloaded filled, uploaded, looked through, then applied or given up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.permissions import Hak
from reports.forms.workbook import WorkbookForm
from reports.models import ImporBuku
from reports.publish.file_names import TYPES, download_name
from reports.workbook.exchange import workbook_export
from reports.workbook.paper_preview import kinds_of, paper_changes, undecided
from reports.workbook.uploads import (
    IMPORT_WORK,
    ImportExpired,
    import_apply,
    import_choose,
    import_discard,
    import_receive,
    import_retry,
)
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, CONFLICT, INVALID
from sakip.web.pulse import pulse

ACTIVE: Final = "buku-kerja"

#: Names of the fields in which somebody chooses; the key of the clash follows.
CLASH: Final = "pilih-"

#: Changes and errors on one page of the preview.
PER_PAGE: Final = 200

#: Of a paper: they are folded by sheet, and chosen from in one form.
PER_PAGE_OF_PAPER: Final = 600

MOST_HISTORY: Final = 20


@never_cache
@require_safe
def workbooks(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Download, upload, and the uploads of this year."""
    return _pages(request, place_or_404(request, slug, tahun))


@never_cache
@require_safe
def download(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """The workbook, filled with what is recorded now."""
    here = place_or_404(request, slug, tahun)
    try:
        content = workbook_export(kecamatan=here.kecamatan, tahun=tahun)
    except InputError as error:  # a text that no cell can hold
        return _pages(request, here, error=str(error), status=CONFLICT)
    nama = download_name(ACTIVE, here.kecamatan, tahun, "xlsx")
    return HttpResponse(
        content, content_type=TYPES["xlsx"], headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )


@post_only
def upload(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take a workbook in; the next page shows how far it is."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.REALISASI)
    form = WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return _pages(request, here, form=form, status=INVALID)
    file = form.cleaned_data["berkas"]
    try:
        upload = import_receive(
            kecamatan=here.kecamatan,
            tahun=tahun,
            nama=file.name or "",
            content=file.read(),
            by=here.pengguna,
        )
    except InputError as error:
        form.add_error("berkas", str(error))
        status = CLOSED if isinstance(error, YearClosed) else INVALID
        return _pages(request, here, form=form, status=status)
    return redirect("buku-impor", slug, tahun, upload.pk)


@never_cache
@require_safe
def import_book(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """One upload: how far it is, then what it changes or what is wrong with it, then what was done."""
    here = place_or_404(request, slug, tahun)
    return import_pages(request, here, one_import(request, here, pk))


@never_cache
@require_safe
def state(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """The part of that page which changes while the worker is busy, for the script that looks again."""
    here = place_or_404(request, slug, tahun)
    content = page_context(here, active=ACTIVE) | _state(here, one_import(request, here, pk))
    return render(request, "reports/workbook/_state.html", content)


@post_only
def apply_changes(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Have the worker apply what the preview showed, all or nothing."""
    here = place_or_404(request, slug, tahun)
    one = own_book(request, here, pk)
    if here.closed:
        return import_pages(request, here, one, error=here.closed, status=CLOSED)
    try:
        import_apply(upload=one, fingerprint=request.POST.get("sidik", ""), by=here.pengguna)
    except ImportExpired as error:
        return import_pages(request, here, one, error=str(error), status=CONFLICT)
    return redirect("buku-impor", slug, tahun, pk)


@post_only
def choose(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Take what was chosen where file and site both changed something, and have the worker look again."""
    here = place_or_404(request, slug, tahun)
    one = own_book(request, here, pk)
    if here.closed:
        return import_pages(request, here, one, error=here.closed, status=CLOSED)
    sent = request.POST.dict()
    choices = {name.removeprefix(CLASH): str(sent[name]) for name in sent if name.startswith(CLASH)}
    if not choices:
        error = "Pilih isian berkas atau isian situs pada sedikitnya satu baris, lalu simpan pilihannya."
        return import_pages(request, here, one, error=error, status=INVALID)
    import_choose(upload=one, choices=choices)  # what is no longer asked about changes nothing
    return redirect("buku-impor", slug, tahun, pk)


@post_only
def repeat(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Have the worker look again at an upload that failed or was left behind."""
    here = place_or_404(request, slug, tahun)
    import_retry(upload=own_book(request, here, pk))
    return redirect("buku-impor", slug, tahun, pk)


@post_only
def discard(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Give an upload up; the records stay as they are."""
    here = place_or_404(request, slug, tahun)
    if import_discard(upload=own_book(request, here, pk)):
        messages.success(request, "Unggahan dibatalkan. Catatan di situs tidak berubah.")
        return redirect("buku-kerja", slug, tahun)
    return redirect("buku-impor", slug, tahun, pk)


def one_import(request: HttpRequest, here: EntryPlace, pk: int) -> ImporBuku:
    uploads = ImporBuku.objects.for_user(request.user).for_kecamatan(here.kecamatan).for_tahun(here.tahun)
    return get_object_or_404(uploads.select_related("pengguna"), pk=pk)


def own_book(request: HttpRequest, here: EntryPlace, pk: int) -> ImporBuku:
    """An upload that the user may decide about: who writes for some units decides about no colleague's."""
    one = one_import(request, here, pk)
    here.ensure_right(Hak.REALISASI if one.pengguna_id == here.pengguna.pk else Hak.ISI)
    return one


def _pages(
    request: HttpRequest,
    here: EntryPlace,
    *,
    form: WorkbookForm | None = None,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page with the form as it was sent; ``error`` is about the workbook that is fetched."""
    uploads = (
        ImporBuku.objects.for_kecamatan(here.kecamatan)
        .for_tahun(here.tahun)
        .filter(jenis=ImporBuku.Jenis.BUKU)
    )
    return render(
        request,
        "reports/workbook/workbook.html",
        page_context(here, active=ACTIVE)
        | {
            "form": form or WorkbookForm(),
            "may_upload": here.may_measure,
            "error": error,
            "imports": list(uploads.select_related("pengguna").defer("hasil")[:MOST_HISTORY]),
        },
        status=status,
    )


def import_pages(
    request: HttpRequest, here: EntryPlace, one: ImporBuku, *, error: str = "", status: int = 200
) -> HttpResponse:
    result = one.hasil or {}
    proposals = result.get("dokumen", {}).get("usulan", ())
    for change, proposal in _with_origin(result.get("perubahan", ()), proposals):
        change["usulan"] = proposal
    move = [u for u in result.get("perubahan", ()) if _only_moved(u)]
    changes = [u for u in result.get("perubahan", ()) if not _only_moved(u)]
    paper = one.jenis == ImporBuku.Jenis.DOKUMEN
    shown = paper_changes(changes, request.GET.get("hanya", "")) if paper else changes
    per_page = PER_PAGE_OF_PAPER if paper else PER_PAGE
    sheets = Paginator(result.get("galat") or shown, per_page).get_page(request.GET.get("halaman"))
    held = [p for p in proposals if result.get("galat") or not p["dipakai"]]
    return render(
        request,
        "reports/workbook/import.html",
        page_context(here, active=ACTIVE)
        | _state(here, one)
        | {
            "error": error,
            "result": result,
            "page": sheets,
            "groups": _per_sheets(sheets),
            "held": held,
            "undecided": undecided(held),
            "kinds": kinds_of(changes) if paper else (),
            "only": request.GET.get("hanya", ""),
            "moved": [(nama, len(content)) for nama, content in _per_sheets(move)],
        },
        status=status,
    )


def _with_origin(
    changes: Iterable[dict[str, Any]], proposals: Iterable[dict[str, Any]]
) -> Iterable[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each change, and the proposal of a paper that it comes from."""
    known: Mapping[int, dict[str, Any]] = {one["nomor"]: one for one in proposals}
    return ((change, known.get(change["baris"] or 0)) for change in changes)


def _only_moved(changes: dict[str, Any]) -> bool:
    """Whether the row only moved up or down, which is not worth a line each."""
    return changes["jenis"] == "berubah" and all(k["judul"] == "urut" for k in changes["kolom"])


def _per_sheets(items: Iterable[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Neighbours of one sheet together."""
    return [(nama, list(content)) for nama, content in groupby(items, key=lambda u: str(u["lembar"]))]


def _state(here: EntryPlace, one: ImporBuku) -> dict[str, object]:
    stalled = IMPORT_WORK.is_stalled(one, timezone.now())
    may_decide = here.may_enter or (here.may_measure and one.pengguna_id == here.pengguna.pk)
    undecided = one.status in (ImporBuku.Status.PRATINJAU, ImporBuku.Status.DITOLAK)
    return {
        "upload": one,
        "stalled": stalled,
        "silent_since": pulse().silent_since,
        "may_decide": may_decide,
        "choosing": may_decide and undecided and one.jenis == ImporBuku.Jenis.DOKUMEN,
        "running": one.status in ImporBuku.BERJALAN and not stalled,
    }
