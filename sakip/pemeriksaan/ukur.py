"""Rules about measured values."""

from __future__ import annotations

from itertools import groupby

from django.db.models import F

from sakip import models as m
from sakip.capaian.inputs import Akumulasi, KeadaanNilai, Nilai
from sakip.capaian.nilai import agrees_as_written, lengkapi
from sakip.capaian.pembulatan import SERATUS
from sakip.capaian.triwulan import akumulasi
from sakip.pemeriksaan.aturan import Aturan, Pelanggaran
from sakip.querysets import TAHUNAN
from sakip.snapshot.nilai import nilai

_BELUM_DIISI = Nilai(keadaan=KeadaanNilai.BELUM_DIISI)


def realisasi_sesuai_jenis() -> Pelanggaran:
    """A value is of the indikator's kind; a letter is one of its scale."""
    for r in (
        m.Realisasi.objects.filter(keadaan=KeadaanNilai.TERISI.value)
        .select_related("indikator__renstra__kecamatan", "indikator__skala")
        .prefetch_related("indikator__skala__kategori")
        .order_by("pk")
    ):
        i = r.indikator
        lokasi = f"{i.renstra}, indikator {i.kunci}, realisasi {r.tahun}"
        if not r.huruf:
            continue
        if i.jenis_nilai != m.Indikator.JenisNilai.HURUF:
            yield lokasi, f'"{r.huruf}" adalah huruf, sedangkan indikator ini memerlukan angka. Isi angkanya.'
        elif i.skala is not None and r.huruf not in {k.kode for k in i.skala.kategori.all()}:
            yield lokasi, f'"{r.huruf}" tidak ada pada skala {i.skala.kode}. Pilih salah satu kategorinya.'


def tahunan_sesuai_triwulan() -> Pelanggaran:
    """A value entered for the year is what its four triwulan come to, where all four are known as well."""
    baris = m.Realisasi.objects.select_related("indikator__renstra__kecamatan").order_by(
        "indikator", "tahun", "triwulan"
    )
    for _, isi in groupby(baris, key=lambda r: (r.indikator_id, r.tahun)):
        per_triwulan = {r.triwulan: r for r in isi}
        setahun = per_triwulan.pop(TAHUNAN, None)
        if setahun is None or len(per_triwulan) < 4:
            continue
        i = setahun.indikator
        triwulan = tuple(nilai(per_triwulan[n]) if n in per_triwulan else _BELUM_DIISI for n in range(1, 5))
        dari_triwulan = lengkapi(akumulasi(triwulan, Akumulasi(i.akumulasi), SERATUS), SERATUS)
        tercatat = lengkapi(nilai(setahun), SERATUS)
        if dari_triwulan.keadaan is KeadaanNilai.TERISI and not agrees_as_written(dari_triwulan, tercatat):
            yield (
                f"{i.renstra}, indikator {i.kunci}, realisasi {setahun.tahun}",
                "Nilai setahun berbeda dengan hasil keempat triwulannya. Hapus nilai setahun atau perbaiki triwulan.",
            )


def pembanding_tidak_mendahului() -> Pelanggaran:
    """A comparison is with a year that the report can know."""
    for p in m.PembandingIndikator.objects.filter(tahun_nilai__gt=F("tahun")).select_related(
        "indikator__renstra__kecamatan"
    ):
        yield (
            f"{p.indikator.renstra}, indikator {p.indikator.kunci}, pembanding {p.lingkup}",
            f"Nilai tahun {p.tahun_nilai} sesudah tahun laporan {p.tahun}. Perbaiki tahun nilainya.",
        )


ATURAN_UKUR = (
    Aturan("realisasi-sesuai-jenis", realisasi_sesuai_jenis),
    Aturan("tahunan-sesuai-triwulan", tahunan_sesuai_triwulan),
    Aturan("pembanding-tidak-mendahului", pembanding_tidak_mendahului),
)
