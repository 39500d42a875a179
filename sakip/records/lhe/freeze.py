"""Recommendations of an evaluation as they are frozen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from kecamatan.ground.prepared import PreparedRows
from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.querysets import of_year
from sakip.snapshot.rows import nama
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import RekomendasiLHE


def rekomendasi_lhe(
    kecamatan: Kecamatan, tahun: int, nama_unit: Mapping[str, str]
) -> tuple[RekomendasiLHE, ...]:
    """Those that the year's LKIP reports on (1 query); ``nama_unit`` turns kunci of units into names."""
    return tuple(
        frozen(
            RekomendasiLHE,
            row,
            penanggung_jawab=nama(row.penanggung_jawab, nama_unit),
            status=row.get_status_display(),
        )
        for row in _ROWS(kecamatan.pk, tahun)
    )


_ROWS: Final = PreparedRows(partial(of_year, m.RekomendasiLHE))
