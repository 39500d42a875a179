"""The RPJMD as it is frozen."""

from __future__ import annotations

from sakip import models as m
from sakip.snapshot.types import (
    MisiRPJMD,
    PeriodeRPJMD,
    SasaranRPJMD,
    TujuanRPJMD,
)


def rpjmd(baris: m.Renstra | None) -> PeriodeRPJMD | None:
    """The RPJMD that the Renstra in force refers to."""
    if baris is None or baris.periode_rpjmd is None:
        return None
    periode = baris.periode_rpjmd
    return PeriodeRPJMD(
        tahun_awal=periode.tahun_awal,
        tahun_akhir=periode.tahun_akhir,
        visi=periode.visi,
        dasar=periode.dasar,
        misi=tuple(
            MisiRPJMD(
                nomor=misi.nomor,
                uraian=misi.uraian,
                diacu=misi.pk == baris.misi_diacu_id,
                tujuan=tuple(
                    TujuanRPJMD(
                        uraian=t.uraian,
                        indikator=tuple(t.indikator),
                        sasaran=tuple(
                            SasaranRPJMD(uraian=s.uraian, indikator=tuple(s.indikator))
                            for s in t.sasaran.all()
                        ),
                    )
                    for t in misi.tujuan.all()
                ),
            )
            for misi in periode.misi.all()
        ),
    )
