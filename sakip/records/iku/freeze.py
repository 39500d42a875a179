"""The Keputusan Camat tentang IKU as it is frozen."""

from __future__ import annotations

from typing import Final

from kecamatan import models as wilayah
from kecamatan.ground.prepared import PreparedRows
from sakip import models as m
from sakip.records.iku.of_year import iku_of_year
from sakip.records.pejabat.terms import TermsOf, who_signs
from sakip.snapshot.reference import regulations_of, renstra_of
from sakip.snapshot.rows import RENSTRA_INDIKATOR, fetch, key_of
from sakip.snapshot.typed import angka, frozen, pejabat
from sakip.snapshot.types import BarisIKU, KeputusanIKU


def keputusan_iku(kecamatan: wilayah.Kecamatan, tahun: int, terms: TermsOf) -> KeputusanIKU | None:
    """The SK IKU that counts in the year (4 queries), signed by whom its date names in ``terms`` unless chosen."""
    row = _IKU.first(kecamatan.pk, tahun)
    if row is None:
        return None
    items = {
        kind: tuple(b.uraian for b in row.butir.all() if b.jenis == kind)
        for kind in ("tugas", "fungsi", "tujuan", "indikator_tujuan")
    }
    return frozen(
        KeputusanIKU,
        row,
        penandatangan=pejabat(who_signs(row, terms)),
        peraturan=regulations_of(row.daftar_mengingat.all()),
        mengingat=tuple(d.peraturan.sebutan for d in row.daftar_mengingat.all()),
        **items,
        unread=(
            *(d.peraturan.sebutan for d in row.daftar_mengingat.all() if not d.ditinjau),
            *(b.uraian for b in row.butir.all() if not b.ditinjau),
        ),
        baris=tuple(
            frozen(
                BarisIKU,
                b,
                kunci_indikator=key_of(b.acuan_indikator),
                pengali=angka(b.acuan_indikator.pengali) if b.acuan_indikator else None,
                acuan=renstra_of(b.acuan_indikator),
            )
            for b in row.baris.all()
        ),
    )


_IKU: Final = PreparedRows(
    lambda kecamatan, tahun: iku_of_year(kecamatan, tahun).prefetch_related(
        fetch("daftar_mengingat", m.MengingatIKU, "peraturan__dicabut_oleh"),
        "butir",
        fetch("baris", m.BarisIKU, RENSTRA_INDIKATOR),
    )
)
