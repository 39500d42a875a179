"""Sentences on how far the end of the Renstra is reached."""

from __future__ import annotations

from reports.prose.language import (
    clause,
    compose,
    count_of,
    difference_size,
    sentence,
)
from reports.prose.sentences import say_indikator, say_shortfall
from sakip.capaian.results import (
    Capaian,
    IndikatorResult,
)
from sakip.capaian.rounding import HUNDRED
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
    rest = count_of(years, "tahun")
    time = (
        f"dengan sisa waktu {rest}",
        f"dalam {rest} ke depan",
        f"selama {rest} yang tersisa",
        f"dalam sisa waktu {rest}",
        f"dalam {rest} mendatang",
        f"pada {rest} berikutnya",
    )
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
    gap = difference_size(less, "poin")
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
