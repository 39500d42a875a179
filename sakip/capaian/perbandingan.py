"""Realisasi against earlier years and against a wider area: by how much, and whether that is better."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sakip.capaian.arithmetic import fixed_precision, selisih
from sakip.capaian.inputs import (
    IndikatorInput,
    Kebijakan,
    Nilai,
    Pembanding,
    YearBefore,
)
from sakip.capaian.nilai import (
    NotComputable,
    complete,
    print_target,
    print_value,
    rank_on_scale,
    realisasi_number,
    require_filled,
    satuan_selisih,
)
from sakip.capaian.pengukuran import measure_capaian
from sakip.capaian.predikat import DESIMAL_SKALA
from sakip.capaian.results import Arah, Capaian, PembandingResult, Perubahan
from sakip.capaian.rounding import Angka, round_half_up
from sakip.capaian.rumus import BaikBila, rumus_definition
from sakip.capaian.values import Keadaan


@dataclass(frozen=True, slots=True)
class _Difference:
    nilai: Decimal | None
    satuan: str
    arah: Arah
    keadaan: Keadaan
    alasan: str = ""


@fixed_precision
def compare_years(
    indikator: IndikatorInput, kebijakan: Kebijakan, current: Capaian, previous: YearBefore
) -> Perubahan:
    """Change from an earlier year to this one.

    The earlier capaian is measured by this year's rumus and kebijakan, so that the columns of one table are
    comparable. The change of capaian is the difference of the two shown values: it can be checked by hand.
    """
    sebutan = f"realisasi tahun {previous.tahun}"
    capaian = measure_capaian(
        indikator, kebijakan, target=previous.target, realisasi=previous.realisasi, sebutan=sebutan
    )
    difference = _selisih(indikator, kebijakan, previous.realisasi, sebutan)
    return Perubahan(
        tahun=previous.tahun,
        realisasi_cetak=print_value(
            previous.realisasi, indikator.satuan, indikator.desimal, indikator.pengali_pecahan
        ),
        target_cetak=print_target(previous.target, indikator.satuan),
        keadaan=difference.keadaan,
        capaian=capaian,
        selisih_realisasi=difference.nilai,
        selisih_capaian=(
            None if current.nilai is None or capaian.nilai is None else current.nilai - capaian.nilai
        ),
        arah=difference.arah,
        alasan=difference.alasan,
        realisasi=complete(previous.realisasi, indikator.pengali_pecahan),
        satuan=difference.satuan,
    )


@fixed_precision
def compare_regions(
    indikator: IndikatorInput, kebijakan: Kebijakan, pembanding: Pembanding
) -> PembandingResult:
    """Difference to the same indikator's value for kabupaten, provinsi or nasional."""
    sebutan = f"{pembanding.lingkup.value} tahun {pembanding.tahun}"
    difference = _selisih(indikator, kebijakan, pembanding.nilai, sebutan)
    return PembandingResult(
        lingkup=pembanding.lingkup,
        tahun=pembanding.tahun,
        cetak=print_value(pembanding.nilai, indikator.satuan, indikator.desimal, indikator.pengali_pecahan),
        sumber=pembanding.sumber,
        selisih=difference.nilai,
        arah=difference.arah,
        alasan=difference.alasan,
        satuan=difference.satuan,
        keadaan=pembanding.nilai.keadaan,
        alasan_nilai=pembanding.nilai.alasan,
        keadaan_selisih=difference.keadaan,
    )


def _selisih(indikator: IndikatorInput, kebijakan: Kebijakan, other: Nilai, sebutan: str) -> _Difference:
    """realisasi − ``other``, its unit and its direction."""
    current = complete(indikator.realisasi, indikator.pengali_pecahan)
    other = complete(other, indikator.pengali_pecahan)
    try:
        require_filled(current, "realisasi")
        require_filled(other, sebutan)
        if rumus_definition(indikator.rumus).berperingkat and (current.angka is None or other.angka is None):
            a, _ = rank_on_scale(current.angka, current.huruf, indikator.skala, "realisasi")
            b, _ = rank_on_scale(other.angka, other.huruf, indikator.skala, sebutan)
            nilai, satuan = Decimal(a - b), "peringkat"
        else:
            nilai = _shown(selisih(realisasi_number(current), realisasi_number(other, sebutan)), indikator)
            satuan = satuan_selisih(indikator.satuan)
    except NotComputable as error:
        return _Difference(None, "", Arah.TIDAK_DAPAT_DISIMPULKAN, error.keadaan, str(error))
    good_when = rumus_definition(indikator.rumus).baik_bila
    if good_when is BaikBila.MENDEKATI_TARGET:
        return _mendekat(indikator, kebijakan, other, nilai, satuan)
    direction = _direction(nilai if good_when is BaikBila.NAIK else -nilai)
    return _Difference(nilai, satuan, direction, Keadaan.TERHITUNG)


def _mendekat(
    indikator: IndikatorInput, kebijakan: Kebijakan, other: Nilai, nilai: Decimal, satuan: str
) -> _Difference:
    """Nearer to this year's range is better: both values are measured against the same target, uncapped."""
    a = measure_capaian(indikator, kebijakan, target=indikator.target, realisasi=indikator.realisasi)
    b = measure_capaian(indikator, kebijakan, target=indikator.target, realisasi=other)
    if a.mentah is None or b.mentah is None:
        # The difference is known even so; only whether it is better cannot be told without a target.
        alasan = a.alasan or b.alasan
        return _Difference(nilai, satuan, Arah.TIDAK_DAPAT_DISIMPULKAN, Keadaan.TERHITUNG, alasan)
    return _Difference(nilai, satuan, _direction(a.mentah - b.mentah), Keadaan.TERHITUNG)


def _shown(difference: Angka, indikator: IndikatorInput) -> Decimal:
    """The difference as it is shown. Of entered numbers it is exact; where one was computed it is rounded once, and
    a difference that is then 0 is no change: the page would say "naik 0,00"."""
    return (
        difference
        if isinstance(difference, Decimal)
        else round_half_up(difference, max(DESIMAL_SKALA, indikator.desimal))
    )


def _direction(better: Angka) -> Arah:
    if better > 0:
        return Arah.MEMBAIK
    return Arah.MENURUN if better < 0 else Arah.TETAP
