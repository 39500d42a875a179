"""Baca dokumen: a paper of an office, read as rows of the records; its preview is that of a workbook."""

from __future__ import annotations

from collections import Counter
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kecamatan.ground.errors import InputError
from kecamatan.ground.methods import post_only
from kecamatan.ground.texts import legible_text
from kecamatan.ground.whole_numbers import whole
from kecamatan.permissions import Hak
from reports.forms.paper import PaperForm
from reports.models import ImporBuku
from reports.views.workbook import MOST_HISTORY, import_pages, own_book
from reports.workbook.uploads import import_receive, import_take
from sakip.entry.lock import YearClosed
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import CLOSED, INVALID

ACTIVE: Final = "baca-dokumen"
#: Letters of a tujuan.
LONGEST_TUJUAN: Final = 500


@never_cache
@require_safe
def papers(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Upload a paper, and those of this year."""
    return _pages(request, place_or_404(request, slug, tahun), PaperForm())


@post_only
def upload(request: HttpRequest, slug: str, tahun: int) -> HttpResponse:
    """Take a paper in; the next page shows how far it is."""
    here = place_or_404(request, slug, tahun)
    here.ensure_right(Hak.ISI)
    form = PaperForm(request.POST, request.FILES)
    if not form.is_valid():
        return _pages(request, here, form, status=INVALID)
    file = form.cleaned_data["berkas"]
    try:
        one = import_receive(
            kecamatan=here.kecamatan,
            tahun=tahun,
            nama=file.name or "",
            content=file.read(),
            by=here.pengguna,
            jenis=ImporBuku.Jenis.DOKUMEN,
        )
    except InputError as error:
        form.add_error("berkas", str(error))
        return _pages(request, here, form, status=CLOSED if isinstance(error, YearClosed) else INVALID)
    return redirect("buku-impor", slug, tahun, one.pk)


@post_only
def choose(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Take or leave proposals of those that were shown, or all of a sheet, and have the worker look again."""
    here = place_or_404(request, slug, tahun)
    one = own_book(request, here, pk)
    if here.closed:
        return import_pages(request, here, one, error=here.closed, status=CLOSED)
    # A proposal that stands on several rows is taken where none of its ticks was removed.
    shown, ticked = Counter(_numbers(request, "tampil")), Counter(_numbers(request, "pakai"))
    taken = {number: ticked[number] >= shown[number] for number in shown | ticked}
    left = set(request.POST.getlist("lepas"))
    proposals = (one.hasil or {}).get("dokumen", {}).get("usulan", ())
    taken |= {proposal["nomor"]: False for proposal in proposals if proposal["lembar"] in left}
    tujuan = _tujuan(request)
    if not taken and tujuan is None:
        error = "Tandai usulan yang dipakai atau ditinggalkan, lalu periksa lagi."
        return import_pages(request, here, one, error=error, status=INVALID)
    import_take(upload=one, taken=taken, tujuan=tujuan)
    return redirect("buku-impor", slug, tahun, pk)


def _tujuan(request: HttpRequest) -> str | None:
    """The tujuan that was said for a paper that names none; None where it was not asked."""
    sent = request.POST.get("tujuan")
    return None if sent is None else " ".join(legible_text(sent).split())[:LONGEST_TUJUAN]


def _numbers(request: HttpRequest, name: str) -> list[int]:
    sent = (whole(one, digits=6) for one in request.POST.getlist(name))
    return [one for one in sent if one is not None]


def _pages(request: HttpRequest, here: EntryPlace, form: PaperForm, *, status: int = 200) -> HttpResponse:
    uploads = ImporBuku.objects.for_kecamatan(here.kecamatan).for_tahun(here.tahun)
    papers = uploads.filter(jenis=ImporBuku.Jenis.DOKUMEN).select_related("pengguna").defer("hasil")
    return render(
        request,
        "reports/workbook/papers.html",
        page_context(here, active=ACTIVE) | {"form": form, "imports": list(papers[:MOST_HISTORY])},
        status=status,
    )
