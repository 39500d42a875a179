"""Realisasi and pembanding."""

from __future__ import annotations

from itertools import groupby

from kecamatan.bacaan import Objek
from sakip import models as m
from sakip.querysets import TAHUNAN
from sakip.services.contoh.konteks import Konteks, kolom_nilai


def realisasi(konteks: Konteks) -> None:
    """Write the values for whole years, this one and earlier ones."""

    def tahun(asal: Objek) -> int:
        return asal.bulat_wajib("tahun")

    daftar = sorted(konteks.asal.daftar("realisasi"), key=tahun)
    per_tahun: dict[int, list[Objek]] = {konteks.tahun: []}
    per_tahun |= {t: list(isi) for t, isi in groupby(daftar, key=tahun)}
    for t, isi in per_tahun.items():
        konteks.selaras.daftar(
            m.Realisasi,
            [
                (
                    r,
                    {
                        "indikator": konteks.indikator_wajib(r),
                        "catatan": r.teks("catatan"),
                        "sumber": r.teks("sumber"),
                    }
                    | kolom_nilai(r),
                )
                for r in isi
            ],
            asal=konteks.asal,
            induk={"tahun": t, "triwulan": TAHUNAN},
            lingkup=m.Realisasi.objects.for_kecamatan(konteks.kecamatan).for_tahun(t).tahunan(),
            kunci=("indikator",),
        )


def pembanding(konteks: Konteks) -> None:
    """Write the values of kabupaten, provinsi and nation that the year's LKIP prints."""
    konteks.selaras.daftar(
        m.PembandingIndikator,
        [
            (
                p,
                {
                    "indikator": konteks.indikator_wajib(p),
                    "lingkup": p.teks_wajib("lingkup"),
                    "tahun_nilai": p.bulat("tahun") or konteks.tahun,
                    "sumber": p.teks("sumber"),
                }
                | kolom_nilai(p),
            )
            for p in konteks.asal.daftar("pembanding")
        ],
        asal=konteks.asal,
        induk={"tahun": konteks.tahun},
        lingkup=m.PembandingIndikator.objects.for_kecamatan(konteks.kecamatan).for_tahun(konteks.tahun),
        kunci=("indikator", "lingkup"),
    )
