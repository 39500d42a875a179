"""Sentences on how far the end of the Renstra is reached."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from reports.prose.language import (
    clause,
    compose,
    count_of,
    difference_size,
    points,
    sentence,
)
from reports.prose.sentences import say_indikator, say_shortfall
from sakip.capaian.arithmetic import selisih
from sakip.capaian.nilai import satuan_selisih
from sakip.capaian.results import (
    Capaian,
    IndikatorResult,
)
from sakip.capaian.rounding import HUNDRED, round_half_up
from sakip.capaian.rumus import BaikBila, rumus_definition
from sakip.text.states import no_conclusion


def progress_sentence(
    indikator: IndikatorResult, tahun: int, *, ranks: int | None = None, single: bool, ordering: int = 0
) -> str:
    """What is still to be done until the Renstra's last year; ``ranks`` are those of the scale that are missing."""
    progress = indikator.kemajuan
    subject = say_indikator(indikator, single)
    end = f" tahun {indikator.tahun_akhir}" if indikator.tahun_akhir is not None else ""
    if progress.nilai is None or progress.letak is None:
        return sentence(
            f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end} {no_conclusion(progress.keadaan)} karena "
            f"{clause(progress.alasan)}"
        )
    if progress.letak >= 0:
        return sentence(
            compose(
                ordering,
                (
                    f"Pada tahun {tahun} realisasi {subject}",
                    f"Sampai dengan tahun {tahun} realisasi {subject}",
                    f"Dengan hasil tahun {tahun}, {subject}",
                    f"Realisasi {subject} tahun {tahun}",
                    f"Hasil {subject} pada tahun {tahun}",
                    f"Pada akhir tahun {tahun} {subject}",
                ),
                _reached(progress, f"target akhir Renstra{end}", f"yang ditargetkan pada akhir Renstra{end}"),
            )
        )
    years = indikator.tahun_akhir - tahun if indikator.tahun_akhir is not None else 0
    way = _way(indikator)
    if years <= 0 and way:
        return sentence(compose(ordering, _ended(subject, end, way)))
    if years <= 0:
        short = _ranks_short(ranks) if ranks else say_shortfall(progress.nilai)
        return sentence(
            compose(
                ordering,
                (
                    f"Target akhir Renstra{end} untuk {subject} belum terpenuhi",
                    f"Sampai akhir Renstra{end}, target {subject} belum terpenuhi",
                    f"Pada akhir Renstra{end} {subject} belum memenuhi target",
                    f"Target akhir Renstra{end} belum dicapai {subject}",
                    f"Sampai dengan tahun {tahun} target akhir Renstra untuk {subject} belum tercapai",
                    f"Realisasi {subject} belum memenuhi target akhir Renstra{end}",
                ),
                (
                    f", kurang {short}",
                    f"; kekurangannya {short}",
                    f"dan masih kurang {short}",
                    f", selisihnya {short}",
                    f"; jaraknya {short}",
                    f"dengan kekurangan {short}",
                )
                if ranks
                else (
                    f", {short}",
                    f"; capaiannya {short}",
                    f", dengan capaian {short}",
                    f"; capaian terhadap target itu {short}",
                    f"; tingkat kemajuannya {short}",
                    f"dan capaiannya masih {short}",
                ),
            )
        )
    time = time_left(years)
    if ranks:
        gap = _ranks_short(ranks)
        return sentence(
            compose(
                ordering,
                (
                    f"Realisasi {subject} masih {gap} di bawah target akhir Renstra{end} dan perlu ditingkatkan",
                    f"Untuk memenuhi target akhir Renstra{end}, {subject} perlu naik {gap}",
                    f"Menuju target akhir Renstra{end}, predikat {subject} perlu naik {gap}",
                    f"Target akhir Renstra{end} untuk {subject} masih {gap} lebih tinggi dan perlu dikejar",
                    f"Masih {gap} lagi sampai {subject} memenuhi target akhir Renstra{end}, yang perlu dikejar",
                    f"Target akhir Renstra{end} menuntut kenaikan {gap} untuk {subject}",
                ),
                time,
            )
        )
    if way:
        return sentence(compose(ordering, _still(subject, end, way), time))
    less = HUNDRED - progress.nilai
    if not less:
        openings = (
            f"Target akhir Renstra{end} untuk {subject}",
            f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end}",
            f"Terhadap target akhir Renstra{end}, {subject}",
            f"Kemajuan {subject} menuju target akhir Renstra{end}",
            f"Menuju target akhir Renstra{end}, kemajuan {subject}",
            f"Dibandingkan dengan target akhir Renstra{end}, {subject}",
        )
        return sentence(compose(ordering, openings, (say_shortfall(progress.nilai),)))
    gap = points(less)
    return sentence(
        compose(
            ordering,
            # Points of the tingkat kemajuan: 9 of 12 laporan are 25 points short of it, and 3 laporan of the target.
            (
                f"Sisa tingkat kemajuan {subject} menuju target akhir Renstra{end}, yaitu {gap}, perlu dikejar",
                f"Untuk memenuhi target akhir Renstra{end}, tingkat kemajuan {subject} masih perlu naik {gap}",
                f"Kekurangan {gap} pada tingkat kemajuan {subject} terhadap target akhir Renstra{end} perlu dipenuhi",
                f"Tingkat kemajuan {subject} menuju target akhir Renstra{end} masih terpaut {gap}, yang perlu ditempuh",
                f"Pada tingkat kemajuan {subject} masih ada {gap} menuju target akhir Renstra{end} yang perlu dikejar",
                f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end} kurang {gap}, yang perlu dikejar",
            ),
            time,
        )
    )


def time_left(years: int) -> tuple[str, ...]:
    """The ways to say how long the Renstra still lasts."""
    rest = count_of(years, "tahun")
    return (
        f"dengan sisa waktu {rest}",
        f"dalam {rest} ke depan",
        f"selama {rest} yang tersisa",
        f"dalam sisa waktu {rest}",
        f"dalam {rest} mendatang",
        f"pada {rest} berikutnya",
    )


def remaining_points(indikator: IndikatorResult) -> Decimal | None:
    """Points that the tingkat kemajuan lacks; None where its own unit tells the way, or none is missing."""
    nilai = indikator.kemajuan.nilai
    if nilai is None or _way(indikator):
        return None
    return HUNDRED - nilai or None


@dataclass(frozen=True, slots=True)
class _Way:
    """How far a value is from the last target, in its own unit: by ``gap`` too high, or too low."""

    gap: str
    high: bool


def _way(indikator: IndikatorResult) -> _Way | None:
    """The way of the value itself, where points of the tingkat kemajuan would not tell it: where less is better, or a
    range is aimed at. 12 cases against one are −1.000 percent of kemajuan, and 11 cases too many."""
    target, realisasi = indikator.kemajuan.target, indikator.realisasi
    if target is None or realisasi is None or realisasi.angka is None:
        return None
    if rumus_definition(indikator.kemajuan.rumus).baik_bila is BaikBila.NAIK:
        return None
    bounds = [n for n in (target.angka, target.bawah, target.atas) if n is not None]
    if not bounds:
        return None
    far = min((selisih(realisasi.angka, n) for n in bounds), key=lambda one: abs(Fraction(one)))
    # What was computed is rounded once, as it is shown; what was entered is exact.
    shown = far if isinstance(far, Decimal) else round_half_up(far)
    return _Way(difference_size(shown, satuan_selisih(indikator.satuan)), shown > 0) if shown else None


def _still(subject: str, end: str, way: _Way) -> tuple[str, ...]:
    move, noun, side = ("turun", "penurunan", "di atas") if way.high else ("naik", "kenaikan", "di bawah")
    lead = "diturunkan" if way.high else "dinaikkan"
    gap = way.gap
    return (
        f"Realisasi {subject} masih {gap} {side} target akhir Renstra{end} dan perlu {lead}",
        f"Untuk memenuhi target akhir Renstra{end}, realisasi {subject} perlu {move} {gap}",
        f"Target akhir Renstra{end} menuntut {noun} {gap} pada realisasi {subject}",
        f"Menuju target akhir Renstra{end}, {noun} {gap} pada realisasi {subject} perlu dicapai",
        f"Terhadap target akhir Renstra{end}, realisasi {subject} perlu {move} {gap} lagi",
        f"Masih diperlukan {noun} {gap} pada realisasi {subject} untuk memenuhi target akhir Renstra{end}",
    )


def _ended(subject: str, end: str, way: _Way) -> tuple[str, ...]:
    gap, side = way.gap, "di atas" if way.high else "di bawah"
    return (
        f"Target akhir Renstra{end} untuk {subject} belum terpenuhi; realisasinya {gap} {side} target itu",
        f"Sampai akhir Renstra{end}, realisasi {subject} masih {gap} {side} targetnya",
        f"Pada akhir Renstra{end} realisasi {subject} berada {gap} {side} target",
        f"Realisasi {subject} {gap} {side} target akhir Renstra{end}, sehingga target itu belum terpenuhi",
        f"Target akhir Renstra{end} belum dicapai {subject}, dengan realisasi {gap} {side} target itu",
        f"Realisasi {subject} belum memenuhi target akhir Renstra{end} dan masih {gap} {side} target itu",
    )


def _reached(progress: Capaian, target: str, aim: str) -> tuple[str, ...]:
    """That the last target is met, or passed: passing it is no "melampaui" where less is better, and nothing equals a
    range."""
    good = rumus_definition(progress.rumus).baik_bila
    if good is BaikBila.MENDEKATI_TARGET:
        return (
            f"telah memenuhi {target}",
            f"sudah berada di dalam rentang {target}",
            f"telah mencapai {target}",
            f"sudah memenuhi {aim}",
            f"berada di dalam rentang {target}",
            f"sesuai dengan rentang {target}",
        )
    if not progress.letak:
        return (
            f"telah memenuhi {target}",
            f"sudah sama dengan {target}",
            f"telah mencapai {target}",
            f"sudah memenuhi {aim}",
            f"menyamai {target}",
            f"sesuai dengan {target}",
        )
    if good is BaikBila.NAIK:
        return (
            f"telah melampaui {target}",
            f"sudah di atas {target}",
            f"telah melebihi {target}",
            f"sudah melampaui {aim}",
            f"melewati {target}",
            f"melebihi {target}",
        )
    return (
        f"telah lebih baik daripada {target}",
        f"sudah lebih rendah, dan karena itu lebih baik, daripada {target}",
        f"sudah lebih baik daripada {aim}",
        f"lebih baik daripada {target}",
        f"telah memenuhi {target} dengan nilai yang lebih rendah",
        f"sudah lebih rendah, yang berarti lebih baik, daripada {aim}",
    )


def _ranks_short(ranks: int) -> str:
    return count_of(ranks, "peringkat")
