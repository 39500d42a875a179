"""Against earlier years, other documents and a wider area: by how much, and whether that is better."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from sakip.capaian.arithmetic import fixed_precision, selisih
from sakip.capaian.inputs import (
    AsalTarget,
    IndikatorInput,
    Kebijakan,
    Nilai,
    OtherTarget,
    Pembanding,
    Skala,
    Target,
    YearBefore,
)
from sakip.capaian.nilai import (
    NotComputable,
    complete,
    print_measured_target,
    print_measured_value,
    rank_on_scale,
    realisasi_number,
    require_filled,
    satuan_selisih,
)
from sakip.capaian.pengukuran import measure_capaian
from sakip.capaian.predikat import DESIMAL_SKALA
from sakip.capaian.results import (
    Arah,
    Capaian,
    OtherTargetResult,
    PembandingResult,
    Perubahan,
    TargetPosition,
)
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
    indikator: IndikatorInput, kebijakan: Kebijakan, current: Capaian
) -> tuple[tuple[Perubahan, ...], AsalTarget | None]:
    """Changes from the earlier years to this one, and the kind of target by which their capaian are compared.

    An earlier capaian is measured by this year's rumus and kebijakan, so that the columns of one table are
    comparable. Compared are capaian against the same kind of target: the one that this year is measured by where every
    year has it, else the Renstra's where every year has that, else (None) each pair that has one. The change of
    capaian is the difference of the two shown values: it can be checked by hand.
    """
    years = [_change(indikator, kebijakan, previous) for previous in indikator.lalu]
    known = [p for p in years if p.capaian.nilai is not None]
    by_renstra = _renstra_target(indikator)
    of_renstra = measure_capaian(indikator, kebijakan, target=by_renstra, realisasi=indikator.realisasi)
    dasar: AsalTarget | None = None
    if all(p.asal is indikator.asal for p in known):
        dasar = indikator.asal
    elif of_renstra.nilai is not None and all(
        p.terhadap_renstra and p.terhadap_renstra.nilai is not None for p in known
    ):
        dasar = AsalTarget.RENSTRA
    return tuple(_with_selisih(p, indikator.asal, dasar, current, of_renstra) for p in years), dasar


def _with_selisih(
    p: Perubahan, asal: AsalTarget, dasar: AsalTarget | None, current: Capaian, of_renstra: Capaian
) -> Perubahan:
    """The change with the difference of its two capaian, where they are against the same kind of target."""
    pair: tuple[Capaian, Capaian | None] = (current, p.capaian if p.asal is asal else None)
    if asal is not AsalTarget.RENSTRA and dasar is AsalTarget.RENSTRA:
        pair = of_renstra, p.terhadap_renstra
    now, then = (c.nilai if c else None for c in pair)
    return replace(p, selisih_capaian=None if now is None or then is None else now - then)


def _renstra_target(indikator: IndikatorInput) -> Target | None:
    """The Renstra's target of this year."""
    if indikator.asal is AsalTarget.RENSTRA:
        return indikator.target
    return next((o.target for o in indikator.target_lain if o.dokumen == AsalTarget.RENSTRA), None)


def _change(indikator: IndikatorInput, kebijakan: Kebijakan, previous: YearBefore) -> Perubahan:
    sebutan = f"realisasi tahun {previous.tahun}"
    difference = _selisih(indikator, kebijakan, previous.realisasi, sebutan)

    def measured(target: Target | None) -> Capaian:
        return measure_capaian(
            indikator, kebijakan, target=target, realisasi=previous.realisasi, sebutan=sebutan
        )

    def printed(target: Target | None) -> str:
        return print_measured_target(target, indikator.satuan)

    return Perubahan(
        tahun=previous.tahun,
        realisasi_cetak=print_measured_value(
            previous.realisasi, indikator.satuan, indikator.desimal, indikator.pengali_pecahan
        ),
        target_cetak=printed(previous.target),
        keadaan=difference.keadaan,
        capaian=measured(previous.target),
        selisih_realisasi=difference.nilai,
        selisih_capaian=None,
        arah=difference.arah,
        alasan=difference.alasan,
        realisasi=complete(previous.realisasi, indikator.pengali_pecahan),
        satuan=difference.satuan,
        asal=previous.asal,
        terhadap_renstra=measured(previous.target_renstra),
        target_renstra_cetak=printed(previous.target_renstra),
    )


@fixed_precision
def compare_documents(
    indikator: IndikatorInput, kebijakan: Kebijakan, other: OtherTarget
) -> OtherTargetResult:
    """How the measured target stands to another document's, and the capaian against that one."""
    return OtherTargetResult(
        dokumen=other.dokumen,
        cetak=print_measured_target(other.target, indikator.satuan),
        letak=compare_targets(indikator.target, other.target, indikator.skala),
        capaian=measure_capaian(indikator, kebijakan, target=other.target, realisasi=indikator.realisasi),
    )


def compare_targets(target: Target | None, other: Target, skala: Skala | None) -> TargetPosition:
    """Where a target stands to another: by their numbers, or by their ranks on the scale where one is a letter.

    The printed form plays no part: "100%" and "100" are one target.
    """
    if target is None:
        return TargetPosition.BERBEDA
    if (target.bawah, target.atas) != (other.bawah, other.atas):
        return TargetPosition.BERBEDA
    if target.bawah is not None:
        return TargetPosition.SAMA
    if target.angka is not None and other.angka is not None:
        return _position(target.angka, other.angka)
    if target.huruf and target.huruf.strip().casefold() == other.huruf.strip().casefold():
        return TargetPosition.SAMA
    try:
        a, _ = rank_on_scale(target.angka, target.huruf, skala, "target")
        b, _ = rank_on_scale(other.angka, other.huruf, skala, "target")
    except NotComputable:
        return TargetPosition.BERBEDA
    return _position(a, b)


def _position(a: Decimal | int, b: Decimal | int) -> TargetPosition:
    if a == b:
        return TargetPosition.SAMA
    return TargetPosition.LEBIH_TINGGI if a > b else TargetPosition.LEBIH_RENDAH


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
        cetak=print_measured_value(
            pembanding.nilai, indikator.satuan, indikator.desimal, indikator.pengali_pecahan
        ),
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
