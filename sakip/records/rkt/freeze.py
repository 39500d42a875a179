"""The RKT as it is frozen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.querysets import of_year
from sakip.records.pejabat.terms import TermsOf, who_signs
from sakip.snapshot.reference import nomenklatur_of, renstra_of
from sakip.snapshot.rows import (
    NOMENKLATUR,
    RENSTRA_INDIKATOR,
    RENSTRA_SASARAN,
    fetch,
    jenjang,
    key_of,
    level_of,
    nama,
)
from sakip.snapshot.typed import frozen, optional_target, pejabat
from sakip.snapshot.types import RKT, BarisRKT, IndikatorKegiatan, SasaranRKT


def rkt(
    kecamatan: wilayah.Kecamatan,
    tahun: int,
    nama_unit: Mapping[str, str],
    terms: TermsOf,
) -> RKT | None:
    """The year's RKT (4 queries), signed by whom its date names in ``terms`` where nobody was chosen."""
    row = _RKT.first(kecamatan.pk, tahun)
    if row is None:
        return None
    return frozen(
        RKT,
        row,
        penandatangan=pejabat(who_signs(row, terms)),
        sasaran=tuple(
            frozen(
                SasaranRKT,
                s,
                kunci_indikator=key_of(s.acuan_indikator),
                target=optional_target(s),
                acuan=renstra_of(s.acuan_indikator),
            )
            for s in row.sasaran.all()
        ),
        baris=tuple(
            frozen(
                BarisRKT,
                b,
                kunci_sasaran=key_of(b.acuan_sasaran),
                tingkat=level_of(b),
                **jenjang(b),
                indikator=tuple(frozen(IndikatorKegiatan, i) for i in b.indikator.all()),
                penanggung_jawab=nama(b.penanggung_jawab, nama_unit),
                acuan=renstra_of(b.acuan_sasaran),
                nomenklatur=nomenklatur_of(b),
            )
            for b in row.baris.all()
        ),
    )


_RKT: Final = PreparedRows(
    lambda kecamatan, tahun: of_year(m.RKT, kecamatan, tahun).prefetch_related(
        fetch("sasaran", m.SasaranRKT, RENSTRA_INDIKATOR),
        fetch("baris", m.BarisRKT, RENSTRA_SASARAN, *NOMENKLATUR),
        "baris__indikator",
    )
)
