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
    """Those of the year and of the year before it, of sasaran before those of tujuan (2 queries); ``nama_unit`` turns
    kunci of units into names."""
    years = (tahun - 1, tahun)
    own = m.TindakLanjut.objects.for_kecamatan(kecamatan).filter(tahun__in=years)
    of_tujuan = m.TindakLanjutTujuan.objects.for_kecamatan(kecamatan).filter(tahun__in=years)
    return (
        *(
            _frozen(row, nama_unit, kunci_indikator=row.indikator.kunci, of_tujuan=False)
            for row in own.select_related("indikator").order_by("tahun", "urut", "id")
        ),
        *(
            _frozen(
                row,
                nama_unit,
                # No indikator sasaran has it; it keeps those of one indikator tujuan together.
                kunci_indikator=f"{row.indikator.tujuan.kunci}/{row.indikator.nama}",
                of_tujuan=True,
            )
            for row in of_tujuan.select_related("indikator__tujuan").order_by("tahun", "urut", "id")
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
