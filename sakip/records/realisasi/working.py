"""The working of one indikator's capaian, as pairs of label and words that a person can follow, and its trail."""

from __future__ import annotations

from typing import TypeAlias

from django.db.models import QuerySet

from kecamatan.models import Jejak, Kecamatan
from sakip.capaian.results import TIDAK_DAPAT_DISIMPULKAN, Capaian, HasilIndikator, Perubahan
from sakip.capaian.rumus import rumus_definition
from sakip.models import BuktiDukung, Indikator, KomentarRealisasi, Realisasi
from sakip.records.realisasi.grid import NAMA_TRIWULAN, say_kategori, say_percent

Pair: TypeAlias = tuple[str, str]


def capaian_steps(hasil: HasilIndikator) -> tuple[Pair, ...]:
    """Target, realisasi, rumus, working, cap, result, earlier years, progress towards the Renstra's last target."""
    return (
        ("Target PK", hasil.target_cetak),
        ("Realisasi setahun", hasil.realisasi_cetak),
        *_capaian(hasil.capaian),
        *((f"Tahun {p.tahun}", _previous(p)) for p in hasil.perubahan),
        *_progress(hasil),
    )


def riwayat_indikator(*, kecamatan: Kecamatan, indikator: Indikator, tahun: int) -> QuerySet[Jejak]:
    """The trail of all values, remarks and evidence of an indikator and year, latest first (1 query).

    Also of rows that are gone, of other versions of the Renstra, and of what another year's workbook changed.
    """
    kinds = (Realisasi, BuktiDukung, KomentarRealisasi)
    return (
        Jejak.objects.for_kecamatan(kecamatan)
        .filter(
            objek_jenis__in=[kind._meta.label_lower for kind in kinds],
            record_key__indikator=indikator.kunci,
            record_key__tahun=tahun,
        )
        .select_related("pengguna")
    )


def say_term(triwulan: int | None) -> str:
    """ "Triwulan II", or "Semua triwulan" for what is about the whole row."""
    return "Seluruh tahun" if triwulan is None else NAMA_TRIWULAN[triwulan]


def _capaian(capaian: Capaian) -> list[Pair]:
    if capaian.nilai is None:
        return [("Capaian", f"{TIDAK_DAPAT_DISIMPULKAN} karena {capaian.alasan}")]
    results = [("Rumus", f"makna {rumus_definition(capaian.rumus).makna}"), ("Perhitungan", capaian.langkah)]
    if capaian.batas:
        results.append(("Batas", capaian.batas))
    return [*results, ("Capaian", say_percent(capaian.nilai)), ("Predikat", say_kategori(capaian.kategori))]


def _previous(p: Perubahan) -> str:
    nilai = "" if p.capaian.nilai is None else f", capaian {say_percent(p.capaian.nilai)}"
    return f"target {p.target_cetak}, realisasi {p.realisasi_cetak}{nilai} ({p.arah.value})"


def _progress(hasil: HasilIndikator) -> list[Pair]:
    if hasil.tahun_akhir is None:
        return []
    title = f"Kemajuan terhadap target {hasil.tahun_akhir}"
    if hasil.kemajuan.nilai is None:
        return [(title, f"{TIDAK_DAPAT_DISIMPULKAN} karena {hasil.kemajuan.alasan}")]
    return [(title, f"{say_percent(hasil.kemajuan.nilai)} dari target {hasil.target_akhir_cetak}")]
