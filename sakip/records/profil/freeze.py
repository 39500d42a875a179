"""The year's profile and the composition of the staff, as they are frozen."""

from __future__ import annotations

from kecamatan import models as m
from sakip.querysets import of_year
from sakip.snapshot.typed import frozen
from sakip.snapshot.types import BarisSDM, Fakta, Profil


def profil(kecamatan: m.Kecamatan, tahun: int) -> Profil | None:
    """The year's profile (4 queries), or None when nobody has written one."""
    baris = (
        of_year(m.ProfilKecamatan, kecamatan, tahun)
        .prefetch_related("daftar_dasar_hukum__peraturan", "butir", "fakta")
        .first()
    )
    if baris is None:
        return None
    butir = {
        jenis: tuple(b.uraian for b in baris.butir.all() if b.jenis == jenis)
        for jenis in ("kedudukan", "tugas", "fungsi", "isu")
    }
    return frozen(
        Profil,
        baris,
        dasar_hukum=tuple(d.peraturan.sebutan for d in baris.daftar_dasar_hukum.all()),
        kedudukan=butir["kedudukan"],
        tugas=butir["tugas"],
        fungsi=butir["fungsi"],
        fakta=tuple(frozen(Fakta, f) for f in baris.fakta.all()),
        isu_strategis=butir["isu"],
    )


def sdm(kecamatan: m.Kecamatan, tahun: int) -> tuple[BarisSDM, ...]:
    """Composition of the staff (1 query)."""
    return tuple(frozen(BarisSDM, b) for b in of_year(m.KomposisiSDM, kecamatan, tahun))
