"""Which SK IKU counts in a year."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kecamatan.models import Kecamatan
from sakip.models import KeputusanIKU


def iku_of_year(kecamatan: Kecamatan | int, tahun: int) -> QuerySet[KeputusanIKU]:
    """The latest decision up to the year, where it counts in it; none where it does not.

    What it took the place of does not count again when it ends.
    """
    known = KeputusanIKU.objects.for_kecamatan(kecamatan).filter(tahun__lte=tahun)
    latest = known.order_by("-tahun").values("pk")[:1]
    return known.filter(Q(tahun=tahun) | Q(berlaku_sampai__gte=tahun), pk=latest)
