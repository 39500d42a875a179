"""The lambang of the kabupaten and of the kecamatan: shown where BAB I is filled in, each kept by its own people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kecamatan.models import Kabupaten, Kecamatan
from kecamatan.permissions import WHO, Hak
from reports.forms.lambang import LambangForm
from reports.photos.lambang_writes import lambang_remove, lambang_save
from sakip.entry.page import EntryPage
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.entry.statuses import INVALID
from sakip.records.pages import PAGES

#: Who may keep which.
KEEPERS: Final = {"kabupaten": Hak.ATUR, "kecamatan": Hak.ISI}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLambang:
    """Whose lambang, and whether the reader may change it; ``jenis`` is the word in the address."""

    jenis: str
    owner: Kabupaten | Kecamatan
    may: bool
    keeper: str

    @property
    def stored(self) -> bool:
        """Whether there is one."""
        return bool(self.owner.lambang.name)


def lambang_of(here: EntryPlace, jenis: str) -> OwnLambang:
    """The lambang of that kind. Raises ``Http404`` for another word."""
    if jenis not in KEEPERS:
        raise Http404(f"lambang {jenis}")
    hak = KEEPERS[jenis]
    owner = here.kecamatan.kabupaten if jenis == "kabupaten" else here.kecamatan
    return OwnLambang(jenis=jenis, owner=owner, may=hak in here.hak, keeper=WHO[hak])


def with_lambang(page: EntryPage, *kinds: str) -> EntryPage:
    """A page that shows these lambang as well."""

    def compose(here: EntryPlace) -> dict[str, Any]:
        return page.compose(here) | {"lambang_list": [lambang_of(here, jenis) for jenis in kinds]}

    return replace(page, compose=compose)


PAGES["profil"] = with_lambang(PAGES["profil"], *KEEPERS)
PAGES["pengaturan"] = with_lambang(PAGES["pengaturan"], "kabupaten")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Show the lambang, and put another in its place."""
    here, own = _own_or_403(request, slug, tahun, jenis)
    posted = request.method == "POST"
    form = LambangForm(request.POST, request.FILES) if posted else LambangForm()
    if not form.is_valid():
        return _page(request, here, own, "change", INVALID if posted else 200, form=form)
    lambang_save(scope=here.scope, owner=own.owner, picture=form.cleaned_data["berkas"], by=here.pengguna)
    messages.success(
        request, f"Lambang {own.owner} tersimpan. Dokumen yang dibuat sesudah ini mencetak lambang itu."
    )
    return redirect(_address(here))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, slug: str, tahun: int, jenis: str) -> HttpResponse:
    """Ask, then take the lambang off."""
    here, own = _own_or_403(request, slug, tahun, jenis)
    if not own.stored:
        return redirect(_address(here))
    if request.method != "POST":
        return _page(request, here, own, "remove", 200)
    lambang_remove(scope=here.scope, owner=own.owner, by=here.pengguna)
    messages.success(request, f"Lambang {own.owner} dihapus.")
    return redirect(_address(here))


def _own_or_403(request: HttpRequest, slug: str, tahun: int, jenis: str) -> tuple[EntryPlace, OwnLambang]:
    here = place_or_404(request, slug, tahun)
    own = lambang_of(here, jenis)
    here.ensure_right(KEEPERS[jenis])
    return here, own


def _address(here: EntryPlace) -> str:
    return reverse("isi", args=[here.kecamatan.slug, here.tahun, "profil"]) + "#lambang"


def _page(
    request: HttpRequest, here: EntryPlace, own: OwnLambang, name: str, status: int, **others: object
) -> HttpResponse:
    context = page_context(here, active="profil") | {"own": own} | others
    return render(request, f"reports/lambang/{name}.html", context, status=status)
