"""Named row sets of the performance domain. Names, not logic."""

from typing import Any, Self, TypeVar

from django.db.models import Model, Q, QuerySet

from kecamatan.models import Kecamatan
from kecamatan.querysets import KecamatanQuerySet

M = TypeVar("M", bound=Model, covariant=True)


class RenstraQuerySet(KecamatanQuerySet[M]):
    """Renstra versions."""

    def for_tahun(self, tahun: int) -> Self:
        """Versions whose period includes the year, first to last."""
        return self.filter(tahun_awal__lte=tahun, tahun_akhir__gte=tahun)


class VersiNomenklaturQuerySet(QuerySet[M]):
    """Versions of the nomenklatur."""

    def for_tahun(self, tahun: int) -> Self:
        """The version in which the budget of that year is written."""
        return self.filter(Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun), tahun_awal__lte=tahun)


def of_year(model: type[M], kecamatan: Kecamatan | int, tahun: int) -> KecamatanQuerySet[M]:
    """Rows of one kecamatan, which its key is enough for, and year."""
    manager: Any = model._default_manager
    rows: KecamatanQuerySet[M] = manager.for_kecamatan(kecamatan).for_tahun(tahun)
    return rows
