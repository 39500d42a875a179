"""Which SK IKU counts in a year."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kecamatan.models import Kecamatan
from sakip.models import KeputusanIKU


def iku_of_year(kecamatan: Kecamatan, tahun: int) -> QuerySet[KeputusanIKU]:
    """The decision that begins to count in the year, else the latest one that still does: the first of the rows."""
    counts = Q(tahun=tahun) | Q(tahun__lt=tahun, berlaku_sampai__gte=tahun)
    return KeputusanIKU.objects.for_kecamatan(kecamatan).filter(counts).order_by("-tahun")
