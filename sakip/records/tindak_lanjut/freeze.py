"""Follow-up as it is frozen: of the year, and of the year before with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.snapshot.rows import nama
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import TindakLanjut


def tindak_lanjut(
    kecamatan: wilayah.Kecamatan, tahun: int, nama_unit: Mapping[str, str]
) -> tuple[TindakLanjut, ...]:
    """Those of the year and of the year before it, of sasaran before those of tujuan (2 queries); ``nama_unit`` turns
    kunci of units into names."""
    years = (tahun - 1, tahun)
    return (
        *(
            _frozen(row, nama_unit, kunci_indikator=row.indikator.kunci, of_tujuan=False)
            for row in _OF_SASARAN(kecamatan.pk, *years)
        ),
        *(
            _frozen(
                row,
                nama_unit,
                # No indikator sasaran has it; it keeps those of one indikator tujuan together.
                kunci_indikator=f"{row.indikator.tujuan.kunci}/{row.indikator.nama}",
                of_tujuan=True,
            )
            for row in _OF_TUJUAN(kecamatan.pk, *years)
        ),
    )


def _frozen(
    row: m.TindakLanjut | m.TindakLanjutTujuan, nama_unit: Mapping[str, str], **more: object
) -> TindakLanjut:
    return frozen(
        TindakLanjut,
        row,
        indikator=row.indikator.nama,
        penanggung_jawab=nama(row.penanggung_jawab, nama_unit),
        keadaan=row.get_keadaan_display(),
        **more,
    )


_OF_SASARAN: Final = PreparedRows(
    lambda kecamatan, *tahun: (
        m.TindakLanjut.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=tahun)
        .select_related("indikator")
        .order_by("tahun", "urut", "id")
    )
)
_OF_TUJUAN: Final = PreparedRows(
    lambda kecamatan, *tahun: (
        m.TindakLanjutTujuan.objects.for_kecamatan(kecamatan)
        .filter(tahun__in=tahun)
        .select_related("indikator__tujuan")
        .order_by("tahun", "urut", "id")
    )
)
