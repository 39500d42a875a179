"""Realisasi and pembanding."""

from __future__ import annotations

from itertools import groupby

from django.db.models import QuerySet

from kecamatan.bacaan import Objek
from sakip import models as m
from sakip.querysets import TAHUNAN
from sakip.services.contoh.konteks import Konteks, kolom_nilai
from sakip.snapshot.masukan import TAHUN_LALU_MAKSIMUM


def realisasi(konteks: Konteks) -> None:
    """Write the values of this year and earlier ones: for whole years, and per triwulan where the file has them."""
    utuh = konteks.selaras.utuh

    def tahun(asal: Objek) -> int:
        return asal.bulat_wajib("tahun")

    daftar = sorted(konteks.asal.daftar("realisasi"), key=tahun)
    lalu = range(konteks.tahun - TAHUN_LALU_MAKSIMUM, konteks.tahun) if utuh else ()
    per_tahun: dict[int, list[Objek]] = {t: [] for t in (*lalu, konteks.tahun)}
    per_tahun |= {t: list(isi) for t, isi in groupby(daftar, key=tahun)}
    for t, isi in per_tahun.items():
        konteks.selaras.daftar(
            m.Realisasi,
            [
                (
                    r,
                    {
                        "indikator": konteks.indikator_wajib(r),
                        "triwulan": r.bulat("triwulan") or TAHUNAN,
                        "catatan": r.teks("catatan"),
                        "sumber": r.teks("sumber"),
                    }
                    | kolom_nilai(r),
                )
                for r in isi
            ],
            asal=konteks.asal,
            induk={"tahun": t},
            lingkup=_realisasi_tersimpan(konteks, t),
            kunci=("indikator", "triwulan"),
        )


def _realisasi_tersimpan(konteks: Konteks, tahun: int) -> QuerySet[m.Realisasi]:
    """The values that the file speaks of, a later Renstra version's last."""
    semua = m.Realisasi.objects.for_kecamatan(konteks.kecamatan).for_tahun(tahun)
    if not konteks.selaras.utuh:
        return semua.tahunan()
    # Values of indikator that only another period knows are not in the workbook of this year.
    dikenal = m.Indikator.objects.filter(
        renstra__in=m.Renstra.objects.for_kecamatan(konteks.kecamatan).for_tahun(konteks.tahun)
    )
    return semua.filter(indikator__kunci__in=dikenal.values("kunci")).order_by(
        "indikator__renstra__tahun_awal", "indikator__renstra__versi"
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
        lingkup=m.PembandingIndikator.objects.for_kecamatan(konteks.kecamatan)
        .for_tahun(konteks.tahun)
        .order_by("indikator__renstra__tahun_awal", "indikator__renstra__versi"),
        kunci=("indikator", "lingkup"),
    )
