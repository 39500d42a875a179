"""Realisasi against earlier years and against a wider area: by how much, and whether that is better."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sakip.capaian.arithmetic import presisi_tetap, selisih
from sakip.capaian.inputs import (
    IndikatorMasukan,
    Kebijakan,
    Nilai,
    Pembanding,
    TahunLalu,
)
from sakip.capaian.nilai import (
    NotComputable,
    angka_realisasi,
    complete,
    peringkat_pada_skala,
    print_target,
    print_value,
    require_filled,
    satuan_selisih,
)
from sakip.capaian.pengukuran import measure_capaian
from sakip.capaian.predikat import DESIMAL_SKALA
from sakip.capaian.results import Arah, Capaian, HasilPembanding, Perubahan
from sakip.capaian.rounding import Angka, round_half_up
from sakip.capaian.rumus import BaikBila, definisi_rumus
from sakip.capaian.values import Keadaan


@dataclass(frozen=True, slots=True)
class _Selisih:
    nilai: Decimal | None
    satuan: str
    arah: Arah
    keadaan: Keadaan
    alasan: str = ""


@presisi_tetap
def compare_years(
    indikator: IndikatorMasukan, kebijakan: Kebijakan, kini: Capaian, lalu: TahunLalu
) -> Perubahan:
    """Change from an earlier year to this one.

    The earlier capaian is measured by this year's rumus and kebijakan, so that the columns of one table are
    comparable. The change of capaian is the difference of the two shown values: it can be checked by hand.
    """
    sebutan = f"realisasi tahun {lalu.tahun}"
    capaian = measure_capaian(
        indikator, kebijakan, target=lalu.target, realisasi=lalu.realisasi, sebutan=sebutan
    )
    beda = _selisih(indikator, kebijakan, lalu.realisasi, sebutan)
    return Perubahan(
        tahun=lalu.tahun,
        realisasi_cetak=print_value(
            lalu.realisasi, indikator.satuan, indikator.desimal, indikator.pengali_pecahan
        ),
        target_cetak=print_target(lalu.target, indikator.satuan, indikator.desimal),
        keadaan=beda.keadaan,
        capaian=capaian,
        selisih_realisasi=beda.nilai,
        selisih_capaian=(None if kini.nilai is None or capaian.nilai is None else kini.nilai - capaian.nilai),
        arah=beda.arah,
        alasan=beda.alasan,
        realisasi=complete(lalu.realisasi, indikator.pengali_pecahan),
        satuan=beda.satuan,
    )


@presisi_tetap
def compare_regions(
    indikator: IndikatorMasukan, kebijakan: Kebijakan, pembanding: Pembanding
) -> HasilPembanding:
    """Difference to the same indikator's value for kabupaten, provinsi or nasional."""
    sebutan = f"{pembanding.lingkup.value} tahun {pembanding.tahun}"
    beda = _selisih(indikator, kebijakan, pembanding.nilai, sebutan)
    return HasilPembanding(
        lingkup=pembanding.lingkup,
        tahun=pembanding.tahun,
        cetak=print_value(pembanding.nilai, indikator.satuan, indikator.desimal, indikator.pengali_pecahan),
        sumber=pembanding.sumber,
        selisih=beda.nilai,
        arah=beda.arah,
        alasan=beda.alasan,
        satuan=beda.satuan,
    )


def _selisih(indikator: IndikatorMasukan, kebijakan: Kebijakan, lain: Nilai, sebutan: str) -> _Selisih:
    """realisasi − ``lain``, its unit and its direction."""
    kini = complete(indikator.realisasi, indikator.pengali_pecahan)
    lain = complete(lain, indikator.pengali_pecahan)
    try:
        require_filled(kini, "realisasi")
        require_filled(lain, sebutan)
        if definisi_rumus(indikator.rumus).berperingkat and (kini.angka is None or lain.angka is None):
            a, _ = peringkat_pada_skala(kini.angka, kini.huruf, indikator.skala, "realisasi")
            b, _ = peringkat_pada_skala(lain.angka, lain.huruf, indikator.skala, sebutan)
            nilai, satuan = Decimal(a - b), "peringkat"
        else:
            nilai = _tampil(selisih(angka_realisasi(kini), angka_realisasi(lain, sebutan)), indikator)
            satuan = satuan_selisih(indikator.satuan)
    except NotComputable as galat:
        return _Selisih(None, "", Arah.TIDAK_DAPAT_DISIMPULKAN, galat.keadaan, str(galat))
    baik_bila = definisi_rumus(indikator.rumus).baik_bila
    if baik_bila is BaikBila.MENDEKATI_TARGET:
        return _mendekat(indikator, kebijakan, lain, nilai, satuan)
    arah = _arah(nilai if baik_bila is BaikBila.NAIK else -nilai)
    return _Selisih(nilai, satuan, arah, Keadaan.TERHITUNG)


def _mendekat(
    indikator: IndikatorMasukan, kebijakan: Kebijakan, lain: Nilai, nilai: Decimal, satuan: str
) -> _Selisih:
    """Nearer to this year's range is better: both values are measured against the same target, uncapped."""
    a = measure_capaian(indikator, kebijakan, target=indikator.target, realisasi=indikator.realisasi)
    b = measure_capaian(indikator, kebijakan, target=indikator.target, realisasi=lain)
    if a.mentah is None or b.mentah is None:
        # The difference is known even so; only whether it is better cannot be told without a target.
        alasan = a.alasan or b.alasan
        return _Selisih(nilai, satuan, Arah.TIDAK_DAPAT_DISIMPULKAN, Keadaan.TERHITUNG, alasan)
    return _Selisih(nilai, satuan, _arah(a.mentah - b.mentah), Keadaan.TERHITUNG)


def _tampil(beda: Angka, indikator: IndikatorMasukan) -> Decimal:
    """The difference as it is shown. Of entered numbers it is exact; where one was computed it is rounded once, and
    a difference that is then 0 is no change: the page would say "naik 0,00"."""
    return beda if isinstance(beda, Decimal) else round_half_up(beda, max(DESIMAL_SKALA, indikator.desimal))


def _arah(lebih_baik: Angka) -> Arah:
    if lebih_baik > 0:
        return Arah.MEMBAIK
    return Arah.MENURUN if lebih_baik < 0 else Arah.TETAP
