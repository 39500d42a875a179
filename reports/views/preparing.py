"""What is left to prepare before the kecamatan of a kabupaten can begin a year."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kecamatan.authority import keeps_installation
from kecamatan.ground.years import YEAR_FIRST, YEAR_LAST
from kecamatan.models import Kabupaten
from kecamatan.permissions import Hak, kabupaten_with
from reports.preparing.steps import Preparation, preparation
from sakip.records.wilayah.areas import kept_areas


@require_safe
def steps(request: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Every step with what is there or missing, in the order in which they are done."""
    kabupaten = get_object_or_404(kept_areas(request.user), kode=kode)
    if not YEAR_FIRST <= tahun <= YEAR_LAST:
        raise Http404(f"persiapan tahun {tahun}")
    return render(
        request,
        "reports/preparing/steps.html",
        {"kabupaten": kabupaten, "one": preparation(kabupaten, tahun)},
    )


def preparing(request: HttpRequest) -> dict[str, Any]:
    """What the first page says of it: to who prepares one kabupaten the steps of this year while some are left, to who
    keeps the installation whether there is any kabupaten yet."""
    kept = kabupaten_with(request.user, Hak.ATUR)
    found: dict[str, Any] = {"keeps_areas": keeps_installation(request.user)}
    if found["keeps_areas"]:
        return found | {"no_kabupaten": not Kabupaten.objects.exists()}
    if kept is None or len(kept) != 1:
        return found | {"keeps_areas": bool(kept)}
    own: Preparation = preparation(Kabupaten.objects.get(pk__in=kept), timezone.localdate().year)
    return found | {"keeps_areas": True, "preparation": own if own.left else None}
