"""The RPJMD as it is frozen."""

from __future__ import annotations

from sakip import models as m
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import MisiRPJMD, PeriodeRPJMD, SasaranRPJMD, TujuanRPJMD


def rpjmd(row: m.Renstra | None) -> PeriodeRPJMD | None:
    """The RPJMD that the Renstra in force refers to."""
    if row is None or row.periode_rpjmd is None:
        return None
    periode = row.periode_rpjmd
    return frozen(
        PeriodeRPJMD,
        periode,
        misi=tuple(
            frozen(
                MisiRPJMD,
                misi,
                diacu=misi.pk == row.misi_diacu_id,
                tujuan=tuple(
                    frozen(TujuanRPJMD, t, sasaran=tuple(frozen(SasaranRPJMD, s) for s in t.sasaran.all()))
                    for t in misi.tujuan.all()
                ),
            )
            for misi in periode.misi.all()
        ),
    )
