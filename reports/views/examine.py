"""Papers examined without entering anything: uploaded, looked through by the worker, what was found listed here."""

from __future__ import annotations

from itertools import groupby
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.models import Kabupaten, Kecamatan, Pengguna
from kecamatan.permissions import Hak, may_anywhere
from kecamatan.views.addresses import by
from reports.examine.requests import (
    EXAMINE_WORK,
    KEPT,
    own_papers,
    paper_delete,
    paper_keep,
    paper_receive,
)
from reports.forms.examine import ExamineForm
from reports.models import PeriksaBerkas
from sakip.checks import Level
from sakip.entry.statuses import INVALID
from sakip.web.pulse import pulse

PER_PAGE: Final = 20
#: Findings on one page of a result.
FINDINGS: Final = 50

_NOT_THEIRS: Final = (
    "Hanya pegawai kecamatan, Bagian Organisasi, pengawas, dan admin yang dapat memeriksa berkas LKIP."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def papers(request: HttpRequest) -> HttpResponse:
    """What may be uploaded, and what was; a POST uploads, and the next page shows how far it is."""
    user = _reader(request)
    areas = Kecamatan.objects.for_user(user).select_related("kabupaten")
    bound = request.method == "POST"
    form = ExamineForm(*((request.POST, request.FILES) if bound else ()), kecamatan=areas)
    if bound and form.is_valid():
        chosen = form.cleaned_data
        try:
            one = paper_receive(
                kabupaten=chosen["kecamatan"].kabupaten if chosen["kecamatan"] else _kabupaten(user),
                kecamatan=chosen["kecamatan"],
                tahun=chosen["tahun"],
                nama=chosen["berkas"].name or "",
                content=chosen["berkas"].read(),
                by=user,
            )
        except InputError as error:
            form.add_error("berkas", str(error))
        else:
            return redirect("periksa-berkas-rinci", one.pk)
    rows = own_papers(user).defer("hasil")
    return render(
        request,
        "reports/examine/papers.html",
        {"form": form, "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("lembar"))},
        status=INVALID if bound else 200,
    )


@never_cache
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """One paper: how far it is, then what was found in it, the gravest first."""
    one = _paper(request, pk)
    result = one.hasil or {}
    found: list[dict[str, Any]] = result.get("temuan", [])
    sheet = Paginator(found, FINDINGS).get_page(request.GET.get("lembar"))
    levels = list(Level)
    groups = [
        (Level(code), list(lines)) for code, lines in groupby(sheet.object_list, key=lambda f: f["tingkat"])
    ]
    counts = [(level, sum(f["tingkat"] == level for f in found)) for level in levels]
    return render(
        request,
        "reports/examine/paper.html",
        _state(one)
        | {
            "result": result,
            "page": sheet,
            "groups": groups,
            "counts": [(level, count) for level, count in counts if count],
            "total": len(found),
            "until": one.dibuat + KEPT,
        },
    )


@never_cache
@require_safe
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of that page which changes while the worker is busy, for the script that looks again."""
    return render(request, "reports/examine/_state.html", _state(_paper(request, pk)))


@post_only
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was found beyond a day, or no longer."""
    one = _paper(request, pk)
    wanted = request.POST.get("simpan") == "ya"
    paper_keep(paper=one, keep=wanted)
    messages.success(
        request,
        "Hasil pemeriksaan disimpan sampai Anda menghapusnya."
        if wanted
        else "Hasil pemeriksaan dihapus sehari sesudah diunggah.",
    )
    return redirect("periksa-berkas-rinci", pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then forget a paper at once."""
    one = _paper(request, pk)
    if request.method != "POST":
        return render(request, "reports/examine/delete.html", {"paper": one})
    paper_delete(paper=one)
    messages.success(request, f"Hasil pemeriksaan {one.nama_berkas} dihapus.")
    return redirect("periksa-berkas")


def _reader(request: HttpRequest) -> Pengguna:
    """The user; 403 for who reads no draft anywhere."""
    user = by(request)
    if not may_anywhere(user, Hak.LIHAT):
        raise PermissionDenied(_NOT_THEIRS)
    return user


def _kabupaten(user: Pengguna) -> Kabupaten:
    """The kabupaten in which the user works, the first of several. Raises InputError where there is none."""
    first = Kabupaten.objects.filter(
        pk__in=Kecamatan.objects.for_user(user).order_by().values("kabupaten")
    ).order_by("kode")
    if (one := first.first()) is None:
        raise InputError("Belum ada kecamatan yang dicatat. Tambahkan dahulu kecamatannya.")
    return one


def _paper(request: HttpRequest, pk: int) -> PeriksaBerkas:
    return get_object_or_404(own_papers(_reader(request)).select_related("kecamatan"), pk=pk)


def _state(one: PeriksaBerkas) -> dict[str, object]:
    stalled = EXAMINE_WORK.is_stalled(one, timezone.now())
    return {
        "paper": one,
        "stalled": stalled,
        "running": one.status in PeriksaBerkas.BERJALAN and not stalled,
        "silent_since": pulse().silent_since,
    }
