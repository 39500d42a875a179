"""One indikator measured: state, raw value, cap, shown value and category, with the working."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sakip.capaian.arithmetic import fixed_precision
from sakip.capaian.inputs import IndikatorInput, Kebijakan, Nilai, Target
from sakip.capaian.nilai import NotComputable, complete, pecahan_step, rank_on_scale, require_filled
from sakip.capaian.predikat import read_number
from sakip.capaian.results import Capaian, Ranks
from sakip.capaian.rounding import Angka, decimal_text, round_half_up
from sakip.capaian.rumus import Working, rumus_definition
from sakip.capaian.values import Keadaan, Skala


@fixed_precision
def measure_capaian(
    indikator: IndikatorInput,
    kebijakan: Kebijakan,
    *,
    target: Target | None,
    realisasi: Nilai,
    sebutan: str = "realisasi",
) -> Capaian:
    """Capaian of ``realisasi`` against ``target`` (percent), capped and classified by the kebijakan.

    Target and realisasi are arguments because earlier years are measured by the same indikator's rumus.
    ``sebutan`` names the realisasi in the reason when there is none. Never raises for a value that is missing
    or unfit: the answer then carries the state and the reason.
    """
    ranks = _ranks(indikator, target, realisasi)
    try:
        working = _compute(indikator, target, realisasi, sebutan)
    except NotComputable as error:
        return replace(_without_nilai(indikator, target, error), peringkat=ranks)
    capped, batas = _limit(working.mentah, kebijakan)
    nilai = round_half_up(capped, kebijakan.desimal)
    step = f"{working.langkah} = {decimal_text(working.mentah, kebijakan.desimal)}"
    if batas:
        step += f"; melewati {batas} sehingga dihitung {decimal_text(nilai, kebijakan.desimal)}"
    return Capaian(
        keadaan=Keadaan.TERHITUNG,
        rumus=indikator.rumus,
        target=target,
        mentah=working.mentah,
        terbatas=capped,
        nilai=nilai,
        batas=batas,
        letak=_location(working.mentah, realisasi, indikator),
        kategori=read_number(capped, kebijakan.skala),
        langkah=step,
        peringkat=ranks,
    )


def _ranks(indikator: IndikatorInput, target: Target | None, realisasi: Nilai) -> Ranks | None:
    """Where both stand on the scale, of a rumus that compares ranks; None where the realisasi has none."""
    if not rumus_definition(indikator.rumus).berperingkat:
        return None
    reached = _rank(realisasi.angka, realisasi.huruf, indikator.skala)
    if reached is None:
        return None
    return Ranks(reached, _rank(target.angka, target.huruf, indikator.skala) if target else None)


def _rank(angka: Angka | None, huruf: str, skala: Skala | None) -> int | None:
    try:
        return rank_on_scale(angka, huruf, skala, "")[0]
    except NotComputable:
        return None


@fixed_precision
def measure_progress(indikator: IndikatorInput, kebijakan: Kebijakan) -> Capaian:
    """Tingkat kemajuan: this year's realisasi against the Renstra's last-year target, by the same rumus.

    Neither capped nor classified: caps and scale are rules for the capaian of a year, while a Renstra target
    may well be passed before its last year, and the report has to show by how much.
    """
    target = indikator.target_akhir
    try:
        working = _compute(indikator, target, indikator.realisasi, "realisasi", named="target akhir Renstra")
    except NotComputable as error:
        return _without_nilai(indikator, target, error)
    nilai = round_half_up(working.mentah, kebijakan.desimal)
    return Capaian(
        keadaan=Keadaan.TERHITUNG,
        rumus=indikator.rumus,
        target=target,
        mentah=working.mentah,
        terbatas=working.mentah,
        nilai=nilai,
        letak=_location(working.mentah, indikator.realisasi, indikator),
        langkah=f"{working.langkah} = {decimal_text(nilai, kebijakan.desimal)}",
    )


def _compute(
    indikator: IndikatorInput, target: Target | None, realisasi: Nilai, sebutan: str, *, named: str = "target"
) -> Working:
    # The state of the realisasi is asked first: "belum diisi" is what the kecamatan itself can mend.
    require_filled(realisasi, sebutan)
    if target is None:
        raise NotComputable(f"{named} belum ditetapkan")
    definition = rumus_definition(indikator.rumus)
    working = definition.fungsi(target, complete(realisasi, indikator.pengali_pecahan), indikator.skala)
    pecahan = pecahan_step(realisasi, indikator.pengali_pecahan)
    return Working(working.mentah, f"{pecahan}; {working.langkah}") if pecahan else working


def _location(raw: Fraction, realisasi: Nilai, indikator: IndikatorInput) -> int:
    """Above, at or below 100. A quotient is judged as it is shown: two thirds meet a target of 66,67."""
    computed = isinstance(complete(realisasi, indikator.pengali_pecahan).angka, Fraction)
    distance = (Fraction(round_half_up(raw)) if computed else raw) - 100
    return (distance > 0) - (distance < 0)


def _limit(raw: Fraction, kebijakan: Kebijakan) -> tuple[Fraction, str]:
    """The capped value and the name of the cap that applied, empty if none did."""
    if kebijakan.batas_atas is not None and raw > kebijakan.batas_atas:
        return Fraction(kebijakan.batas_atas), f"batas atas {decimal_text(kebijakan.batas_atas)}"
    if kebijakan.batas_bawah is not None and raw < kebijakan.batas_bawah:
        return Fraction(kebijakan.batas_bawah), f"batas bawah {decimal_text(kebijakan.batas_bawah)}"
    return raw, ""


def _without_nilai(indikator: IndikatorInput, target: Target | None, error: NotComputable) -> Capaian:
    return Capaian(keadaan=error.keadaan, rumus=indikator.rumus, target=target, alasan=str(error))
