"""The first page of the kepala daerah: the PK that wait for his signature, and what is signed in his kabupaten."""

from __future__ import annotations

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kecamatan.models import Kecamatan
from kecamatan.permissions import Hak, may_anywhere
from kecamatan.views.addresses import by
from reports.forms.filter import HomeFilterForm
from reports.signing.archive import listed_archives
from reports.signing.waiting import documents_waiting

PER_PAGE: Final = 50


def second_party(request: HttpRequest) -> HttpResponse:
    """Both lists; ``kecamatan`` and ``tahun`` narrow them, ``lembar`` turns the pages of the second."""
    user = by(request)
    kecamatan = list(Kecamatan.objects.for_user(user).order_by("nama", "pk"))
    waiting = documents_waiting(user, kecamatan, None)
    alone = [one.arsip.pk for one in waiting if one.arsip]
    signed = listed_archives().for_user(user).exclude(pk__in=alone)
    years = {one.document.tahun for one in waiting} | set(
        signed.order_by().values_list("tahun", flat=True).distinct()
    )
    slug, tahun = request.GET.get("kecamatan", ""), request.GET.get("tahun", "")
    if slug:
        signed = signed.filter(kecamatan__slug=slug)
    if tahun in map(str, years):
        signed = signed.filter(tahun=int(tahun))
    chosen = [
        one
        for one in waiting
        if slug in ("", one.document.kecamatan.slug) and tahun in ("", str(one.document.tahun))
    ]
    query = request.GET.copy()
    query.pop("lembar", None)
    return render(
        request,
        "reports/signing/second_party.html",
        {
            "follows": may_anywhere(user, Hak.PANTAU),
            "waiting": sorted(chosen, key=lambda one: -one.document.tahun),
            "total": len(waiting),
            "page": Paginator(signed, PER_PAGE).get_page(request.GET.get("lembar")),
            "form": HomeFilterForm(
                initial={"kecamatan": slug, "tahun": tahun},
                kecamatan=kecamatan,
                tahun=sorted(years, reverse=True),
            ),
            "query": query.urlencode(),
        },
    )
