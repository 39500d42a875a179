"""Entry of the Renstra that covers the year, every version of it, and of the RPJMD that it serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kecamatan.models import Pengguna
from kecamatan.permissions import Hak
from sakip import models as m
from sakip.checks import KINDS
from sakip.entry.derived_page import Filled, filled_page
from sakip.entry.page import EntryPage, PageTable
from sakip.entry.place import EntryPlace, page_context, place_or_404
from sakip.records.renstra.in_force import rpjmd_in_force
from sakip.records.renstra.writes import renstra_copy_perubahan
from sakip.records.rpjmd.in_effect import took_effect


def arrange(here: EntryPlace) -> dict[str, Any]:
    """RPJMD and Renstra as trees, the version that replaced the others first (16 queries at most)."""
    versi = list(
        here.rows(m.Renstra)
        .select_related("kecamatan", "periode_rpjmd", "misi_diacu")
        .prefetch_related(
            "tujuan__indikator__target",
            Prefetch("tujuan__sasaran", m.Sasaran.objects.select_related("sasaran_rpjmd")),
            "tujuan__sasaran__indikator__target",
        )
        .order_by("-tahun_awal", "-versi")
    )
    periods = _rpjmd(here, {r.periode_rpjmd_id for r in versi})
    last = {r.tahun_awal: r.versi for r in reversed(versi)}
    since = {r.pk: day for day, r in took_effect(versi)}
    return {
        "renstra_list": [
            {
                "renstra": r,
                "tahun": range(r.tahun_awal, r.tahun_akhir + 1),
                "latest": last[r.tahun_awal] == r.versi,
                "since": since[r.pk],
            }
            for r in versi
        ],
        "plan": here.plan,
        "other_renstra": None if versi else _other(here),
        "rpjmd_list": [(period, since) for since, period in reversed(took_effect(periods))],
        "rpjmd_in_force": rpjmd_in_force(here.plan.in_force, periods, here.tahun),
        "may_arrange": Hak.ATUR in here.hak,
    }


def _other(here: EntryPlace) -> m.Renstra | None:
    """Where the year has no Renstra: the latest of the years before, else the first of those after."""
    all_renstra = list(
        m.Renstra.objects.for_kecamatan(here.kecamatan)
        .select_related("kecamatan")
        .order_by("tahun_awal", "versi")
    )
    before = [r for r in all_renstra if r.tahun_akhir < here.tahun]
    return before[-1] if before else next(iter(all_renstra), None)


def _rpjmd(here: EntryPlace, referred: set[int | None]) -> list[m.PeriodeRPJMD]:
    current = Q(tahun_awal__lte=here.tahun, tahun_akhir__gte=here.tahun)
    return list(
        m.PeriodeRPJMD.objects.filter(
            current | Q(pk__in=referred - {None}), kabupaten=here.kecamatan.kabupaten_id
        )
        .select_related("kabupaten")
        .prefetch_related("misi__tujuan__sasaran")
    )


def tables(shown: Mapping[str, Any]) -> Iterator[PageTable]:
    """Each version of the Renstra: its matrix holds all that belongs to it."""
    kinds = tuple(code for code, kind in KINDS.items() if kind.document == "renstra")
    for renstra in (one["renstra"] for one in shown["renstra_list"]):
        yield PageTable(
            code=f"renstra-{renstra.tahun_awal}-{renstra.versi}",
            kinds=kinds,
            rows=(("tahun_awal", renstra.tahun_awal), ("versi", renstra.versi)),
        )


def _copy(renstra: m.Renstra, tahun: int, by: Pengguna) -> Filled:
    new = renstra_copy_perubahan(renstra=renstra, tahun=tahun, by=by)
    words = f"Renstra perubahan ke-{new.versi} dibuat. Isi dasar dan tanggalnya, lalu ubah yang berubah."
    return Filled(words, f"#renstra-{new.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
def renstra_copy(request: HttpRequest, slug: str, tahun: int, pk: int) -> HttpResponse:
    """Ask, then copy a Renstra as its next perubahan."""
    here = place_or_404(request, slug, tahun)
    versions = m.Renstra.objects.for_user(request.user).for_kecamatan(here.kecamatan)
    renstra = get_object_or_404(versions.select_related("kecamatan"), pk=pk)
    here.ensure_right(Hak.ISI)
    if request.method == "POST":
        return filled_page(request, here, "renstra", lambda: _copy(renstra, tahun, here.pengguna))
    return render(
        request,
        "sakip/entry/renstra_copy.html",
        page_context(here, active="renstra")
        | {
            "renstra": renstra,
            "versi": renstra.versi + 1,
            "content_address": reverse("isi", args=[slug, tahun, "renstra"]),
        },
    )


PAGE = EntryPage(code="renstra", compose=arrange, tables=tables)
