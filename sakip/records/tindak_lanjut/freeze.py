"""Follow-up as it is frozen: of the year, and of the year before with what became of it."""

from __future__ import annotations

from collections.abc import Mapping

from kecamatan import models as wilayah
from sakip import models as m
from sakip.snapshot.rows import nama
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import TindakLanjut


def tindak_lanjut(
    kecamatan: wilayah.Kecamatan, tahun: int, nama_unit: Mapping[str, str]
) -> tuple[TindakLanjut, ...]:
    """Those of the year and of the year before it (1 query); ``nama_unit`` turns kunci of units into names."""
    rows = (
        m.TindakLanjut.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=(tahun - 1, tahun))
        .select_related("indikator")
        .order_by("tahun", "urut", "id")
    )
    return tuple(
        frozen(
            TindakLanjut,
            row,
            kunci_indikator=row.indikator.kunci,
            indikator=row.indikator.nama,
            penanggung_jawab=nama(row.penanggung_jawab, nama_unit),
            keadaan=row.get_keadaan_display(),
        )
        for row in rows
    )
