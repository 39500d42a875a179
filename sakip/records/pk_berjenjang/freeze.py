"""The heads of PK berjenjang as they are frozen."""

from __future__ import annotations

from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.querysets import of_year
from sakip.records.pejabat.terms import TermsOf, in_charge_when
from sakip.snapshot.typed import frozen, pejabat
from sakip.snapshot.types import PKUnit


def pk_unit(kecamatan: wilayah.Kecamatan, tahun: int, terms: TermsOf) -> tuple[PKUnit, ...]:
    """Each with who is camat and sekretaris on its date (1 query, and that of ``terms``)."""
    office = wilayah.MasaJabatan.Jabatan
    return tuple(
        frozen(
            PKUnit,
            row,
            kunci_unit=row.unit.kunci,
            camat=pejabat(in_charge_when(terms, office.CAMAT, row.tanggal, row.tanggal_cetak)),
            sekretaris=pejabat(in_charge_when(terms, office.SEKRETARIS, row.tanggal, row.tanggal_cetak)),
        )
        for row in _ROWS(kecamatan.pk, tahun)
    )


_ROWS: Final = PreparedRows(
    lambda kecamatan, tahun: of_year(m.PKUnit, kecamatan, tahun).select_related("unit")
)
