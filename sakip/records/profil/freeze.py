"""The year's profile as it is frozen."""

from __future__ import annotations

from typing import Final

from kecamatan import models as m
from kecamatan.ground.prepared import PreparedRows
from sakip.querysets import of_year
from sakip.snapshot.reference import regulations_of
from sakip.snapshot.rows import fetch
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import Fakta, Profil


def profil(kecamatan: m.Kecamatan, tahun: int) -> Profil | None:
    """The year's profile (4 queries), or None when nobody has written one."""
    row = _PROFIL.first(kecamatan.pk, tahun)
    if row is None:
        return None
    items = {
        kind: tuple(b.uraian for b in row.butir.all() if b.jenis == kind)
        for kind in ("kedudukan", "tugas", "fungsi", "isu")
    }
    return frozen(
        Profil,
        row,
        dasar_hukum=tuple(d.peraturan.sebutan for d in row.daftar_dasar_hukum.all()),
        kedudukan=items["kedudukan"],
        tugas=items["tugas"],
        fungsi=items["fungsi"],
        fakta=tuple(frozen(Fakta, f) for f in row.fakta.all()),
        isu_strategis=items["isu"],
        unread=(
            *(d.peraturan.sebutan for d in row.daftar_dasar_hukum.all() if not d.ditinjau),
            *(b.uraian for b in row.butir.all() if not b.ditinjau),
        ),
        peraturan=regulations_of(row.daftar_dasar_hukum.all()),
    )


_PROFIL: Final = PreparedRows(
    lambda kecamatan, tahun: of_year(m.ProfilKecamatan, kecamatan, tahun).prefetch_related(
        fetch("daftar_dasar_hukum", m.DasarHukumProfil, "peraturan__dicabut_oleh"), "butir", "fakta"
    )
)
