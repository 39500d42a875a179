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
    IndikatorResult,
)
from sakip.capaian.rounding import HUNDRED
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
        beyond = bool(progress.letak)
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
                (
                    f"telah {'melampaui' if beyond else 'memenuhi'} target akhir Renstra{end}",
                    f"sudah {'di atas' if beyond else 'sama dengan'} target akhir Renstra{end}",
                    f"telah {'melebihi' if beyond else 'mencapai'} target akhir Renstra{end}",
                    f"sudah {'melampaui' if beyond else 'memenuhi'} yang ditargetkan pada akhir Renstra{end}",
                    f"{'melewati' if beyond else 'menyamai'} target akhir Renstra{end}",
                    f"{'melebihi' if beyond else 'sesuai dengan'} target akhir Renstra{end}",
                ),
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
            (
                f"Sisa {gap} menuju target akhir Renstra{end} untuk {subject} perlu dikejar",
                f"Untuk memenuhi target akhir Renstra{end}, {subject} masih perlu mengejar {gap}",
                f"Kekurangan {gap} terhadap target akhir Renstra{end} untuk {subject} perlu dipenuhi",
                f"Jarak {subject} ke target akhir Renstra{end} tinggal {gap}, yang perlu ditempuh",
                f"Masih ada {gap} menuju target akhir Renstra{end} yang harus dikejar {subject}",
                f"Tingkat kemajuan {subject} terhadap target akhir Renstra{end} kurang {gap}, yang perlu dikejar",
            ),
            time,
        )
    )


def _ranks_short(ranks: int) -> str:
    return count_of(ranks, "peringkat")
