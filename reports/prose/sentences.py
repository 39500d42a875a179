"""Generated sentences about capaian: every statement with a number is made here, from the results, once.

Direction words come from the results: the movement of the number (naik, turun) from its sign, the judgement
(membaik, menurun) from :class:`sakip.capaian.results.Arah`, which follows the rumus. So prose and tables cannot
disagree. Each pattern has several wordings, chosen by position (:func:`reports.prose.language.variety`), so that
many analyses in a row still read like a report. Comparisons with other years and areas are in
:mod:`reports.prose.comparison_sentences`, sentences on money in :mod:`reports.prose.budget_sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    chain,
    clause,
    count_of,
    difference_size,
    paragraph,
    quoted,
    sentence,
    variety,
    with_satuan,
)
from sakip.capaian.arithmetic import divide
from sakip.capaian.results import Capaian, IndikatorResult, KategoriCount, Rerata
from sakip.capaian.rounding import HUNDRED, round_half_up
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import Keadaan
from sakip.text.numbers import format_persen
from sakip.text.states import no_conclusion, say_state
from sakip.text.working import persen, say_kategori, shown_decimals


def reached(capaian: Capaian) -> bool | None:
    """Whether the target was met (capaian before caps at least 100); None without a capaian."""
    return None if capaian.letak is None else capaian.letak >= 0


def target_position(capaian: Capaian) -> str:
    """Verb phrase for the realisasi against its target; empty without a capaian."""
    if capaian.letak is None:
        return ""
    return rumus_definition(capaian.rumus).posisi.name_of(capaian.letak)


def say_indikator(indikator: IndikatorResult, single: bool) -> str:
    """ "indikator ini" where a sasaran has only one, else its name in quotation marks."""
    return "indikator ini" if single else f"indikator {quoted(indikator.nama)}"


def target_indikator(indikator: IndikatorResult) -> str:
    """Target with its unit, as a sentence says it."""
    return with_satuan(indikator.target_cetak, indikator.satuan)


def realisasi_indikator(indikator: IndikatorResult) -> str:
    """Realisasi with its unit, as a sentence says it."""
    return with_satuan(indikator.realisasi_cetak, indikator.satuan)


# -- this year -------------------------------------------------------------------------------------


def open_question_sentence(indikator: IndikatorResult, tahun: int, ordering: int = 0) -> str:
    """What the row of an indikator leaves open: why there is no capaian, which way is good, that a cap applied; empty
    where it says all."""
    capaian = indikator.capaian
    if capaian.nilai is None:
        return _without_capaian(indikator, tahun, ordering)
    return paragraph(_reminder(capaian), limit_sentence(capaian))


def rounding_sentence(rerata: Rerata, parts: Sequence[Capaian]) -> str:
    """That a mean was worked out before rounding; empty where the printed parts show it, or there is no mean."""
    known = [c.nilai for c in parts if c.nilai is not None]
    if rerata.nilai is None or rerata.jumlah < 2 or len(known) != rerata.terhitung:
        return ""
    printed = round_half_up(divide(sum(known, Decimal(0)), Decimal(len(known))), shown_decimals(rerata.nilai))
    if printed == rerata.nilai:
        return ""
    return sentence(f"Rata-rata {persen(rerata.nilai)} dihitung dari nilai sebelum pembulatan")


def _without_capaian(indikator: IndikatorResult, tahun: int, ordering: int) -> str:
    nama, alasan = quoted(indikator.nama), clause(indikator.capaian.alasan)
    if indikator.capaian.keadaan is Keadaan.BELUM_DIISI:
        return sentence(f"Capaian indikator {nama} tahun {tahun} belum dapat dihitung karena {alasan}")
    without = no_conclusion(indikator.capaian.keadaan)
    if indikator.capaian.target is None:
        return sentence(f"Capaian indikator {nama} tahun {tahun} {without} karena {alasan}")
    target = target_indikator(indikator)
    return sentence(
        variety(
            ordering,
            f"Indikator {nama} ditargetkan {target} pada tahun {tahun}, tetapi capaiannya "
            f"{without} karena {alasan}",
            f"Untuk indikator {nama} dengan target {target}, capaian tahun {tahun} {without} karena {alasan}",
        )
    )


def _reminder(capaian: Capaian) -> str:
    """Which way is good, where the rumus turns the usual reading round."""
    reminder = rumus_definition(capaian.rumus).pengingat
    if not reminder:
        return ""
    result = "terpenuhi" if reached(capaian) else "belum terpenuhi"
    return sentence(f"Karena {reminder}, target indikator ini {result}")


def limit_sentence(capaian: Capaian) -> str:
    """That a cap of the kebijakan applied, with the value before it; empty when none did."""
    if not capaian.batas or capaian.mentah is None or capaian.nilai is None:
        return ""
    return sentence(
        f"Hasil perhitungan sebesar {format_persen(capaian.mentah)} dinyatakan sebagai {persen(capaian.nilai)} "
        f"sesuai dengan {capaian.batas} dalam kebijakan pengukuran"
    )


def rerata_sentence(rerata: Rerata, subject: str, ordering: int = 0) -> str:
    """Mean capaian of ``subject`` ("sasaran ini", "Kecamatan Balung tahun 2020"), always saying over how many.

    Where a part is not known the mean is of what is, and there is no predikat.
    """
    if rerata.nilai is None:
        alasan = (
            # The engine's reason counts indikator, which reads oddly for one alone.
            "satu-satunya indikator yang mengukurnya tidak memiliki capaian yang terhitung"
            if rerata.jumlah == 1
            else clause(rerata.alasan, "belum ada indikator yang terhitung")
        )
        return sentence(f"Rata-rata capaian {subject} {no_conclusion(rerata.keadaan)} karena {alasan}")
    nilai = persen(rerata.nilai)
    if rerata.complete and rerata.jumlah == 1:
        single = subject.removeprefix("indikator ")
        return sentence(
            f"Capaian satu-satunya indikator {single} {nilai} dengan predikat {say_kategori(rerata.kategori)}"
        )
    if rerata.complete:
        coverage, predikat = count_of(rerata.jumlah, "indikator"), say_kategori(rerata.kategori)
        return sentence(
            variety(
                ordering,
                f"Rata-rata capaian {subject} sebesar {nilai} dengan predikat {predikat}, dihitung dari {coverage}",
                f"Dari {coverage}, rata-rata capaian {subject} mencapai {nilai} dan berpredikat {predikat}",
            )
        )
    coverage = f"rata-rata {rerata.terhitung} dari {rerata.jumlah} indikator"
    rest = chain([f"capaian {count_of(n, 'indikator')} lainnya {say_state(s)}" for s, n in rerata.lainnya])
    return sentence(
        variety(
            ordering,
            f"Rata-rata capaian {subject} sebesar {nilai}. Nilai tersebut merupakan {coverage}; karena {rest}, "
            f"keseluruhannya belum diberi predikat",
            f"Sebagai {coverage}, capaian {subject} mencapai {nilai}; {rest}, sehingga keseluruhannya belum diberi "
            f"predikat",
        )
    )


def working_sentence(workings: Sequence[KategoriCount], ordering: int = 0) -> str:
    """Counts and shares of indikator per predikat; the shares are the engine's and sum to 100."""
    present = [h for h in workings if h.jumlah]
    jumlah = sum(h.jumlah for h in present)
    if not jumlah:
        return sentence("Belum ada indikator yang dapat dikelompokkan menurut predikat")
    if len(present) == 1:
        (one,) = present
        subject = (
            "Satu-satunya indikator"
            if jumlah == 1
            else f"Seluruh indikator, yaitu {count_of(jumlah, 'indikator')},"
        )
        return sentence(f"{subject} {_kategori_counts(one)} ({persen(one.porsi)})")
    item = chain([working_items(h) for h in present])
    return sentence(
        variety(ordering, f"Dari {count_of(jumlah, 'indikator')}, {item}", f"Menurut skala predikat, {item}")
    )


def working_items(h: KategoriCount) -> str:
    """ "3 (tiga) indikator (75,00%) berpredikat AA (Sangat Memuaskan)"."""
    return f"{count_of(h.jumlah, 'indikator')} ({persen(h.porsi)}) {_kategori_counts(h)}"


def _kategori_counts(h: KategoriCount) -> str:
    if h.kategori is None:
        return f"capaiannya {say_state(h.keadaan)}"
    return f"berpredikat {say_kategori(h.kategori)}"


def say_shortfall(nilai: Decimal) -> str:
    """How a shown capaian stays behind the 100 that it missed: "kurang 5,00 poin dari 100%"; rounding may hide it."""
    less = HUNDRED - nilai
    if not less:
        return f"kurang dari 100% meskipun dibulatkan menjadi {persen(nilai)}"
    return f"kurang {difference_size(less, 'poin')} dari 100%"
