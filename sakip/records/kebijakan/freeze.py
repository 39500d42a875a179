"""The year's policy of measuring and its scales, as they are frozen."""

from __future__ import annotations

from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.errors import BrokenReference
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.capaian.inputs import InvalidScale, Kategori, Kebijakan, Skala
from sakip.snapshot.typed import frozen


def skala(row: m.Skala) -> Skala:
    """A scale with its categories, highest first (kategori must be prefetched). Raises :class:`BrokenReference`."""
    try:
        return frozen(Skala, row, kategori=tuple(frozen(Kategori, k) for k in row.kategori.all()))
    except InvalidScale as error:
        raise BrokenReference(str(error)) from error


def kebijakan(kabupaten: wilayah.Kabupaten, tahun: int) -> Kebijakan | None:
    """The year's policy (2 queries), or None when the kabupaten has not set one."""
    of_all_years = _KEBIJAKAN(kabupaten.pk)  # a row a year: who looks at several years asks once
    row = next((one for one in of_all_years if one.tahun == tahun), None)
    if row is None:
        return None
    return frozen(Kebijakan, row, skala=skala(row.skala))


_KEBIJAKAN: Final = PreparedRows(
    lambda kabupaten: (
        m.KebijakanPengukuran.objects.filter(kabupaten=kabupaten)
        .select_related("skala")
        .prefetch_related("skala__kategori")
    )
)
