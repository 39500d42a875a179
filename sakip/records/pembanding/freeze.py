"""Values of wider areas as they are frozen."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.capaian.inputs import Lingkup, Pembanding
from sakip.querysets import of_year
from sakip.snapshot.typed import nilai
from sakip.snapshot.types import PembandingIndikator


def pembanding(kecamatan: wilayah.Kecamatan, tahun: int) -> tuple[PembandingIndikator, ...]:
    """Values of kabupaten, provinsi and nation per indikator (1 query), widest area last."""
    ordering = list(Lingkup)
    groups: dict[str, dict[Lingkup, tuple[Pembanding, int]]] = defaultdict(dict)
    for b in _PEMBANDING(kecamatan.pk, tahun):
        scope = Lingkup(b.lingkup)
        value = Pembanding(lingkup=scope, tahun=b.tahun_nilai, nilai=nilai(b), sumber=b.sumber)
        groups[b.indikator.kunci][scope] = value, b.pk
    return tuple(
        PembandingIndikator(
            kunci_indikator=kunci,
            nilai=tuple(scopes[x][0] for x in ordering if x in scopes),
            baris=tuple(scopes[x][1] for x in ordering if x in scopes),
        )
        for kunci, scopes in groups.items()
    )


_PEMBANDING: Final = PreparedRows(
    lambda kecamatan, tahun: (
        of_year(m.PembandingIndikator, kecamatan, tahun)
        .select_related("indikator")
        .order_by("indikator__renstra__versi", "indikator__urut", "indikator_id")
    )
)
