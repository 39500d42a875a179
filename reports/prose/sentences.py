"""Generated sentences about capaian: every statement with a number is made here, from the results, once.

Direction words come from the results: the movement of the number (naik, turun) from its sign, the judgement
(membaik, menurun) from :class:`sakip.capaian.results.Arah`, which follows the rumus. So prose and tables cannot
disagree. Each pattern has many wordings, chosen by position (:func:`reports.prose.language.compose`), so that
many analyses in a row still read like a report. Comparisons with other years and areas are in
:mod:`reports.prose.comparison_sentences`, sentences on money in :mod:`reports.prose.budget_sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reports.prose.language import (
    because,
    chain,
    clause,
    compose,
    count_of,
    paragraph,
    points,
    quoted,
    sentence,
    with_satuan,
)
from sakip.capaian.arithmetic import divide
from sakip.capaian.results import Capaian, IndikatorResult, Rerata
from sakip.capaian.rounding import HUNDRED, round_half_up
from sakip.capaian.rumus import rumus_definition
from sakip.capaian.values import Keadaan
from sakip.text.numbers import format_persen
from sakip.text.states import no_conclusion, say_state
from sakip.text.working import persen, say_kategori, shown_decimals

_PLAIN = [("Realisasi", "Target")]
#: A reason that is no more than the cell of the realisasi says.
_SAID_BY_ROW = "realisasi belum diisi"


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


def open_question_sentence(
    indikator: IndikatorResult, tahun: int, ordering: int = 0, *, single: bool = False
) -> str:
    """What the row of an indikator leaves open: why there is no capaian, which way is good, that a cap applied; empty
    where it says all. ``single``: its sasaran has no other."""
    capaian = indikator.capaian
    if capaian.nilai is None:
        if capaian.alasan == _SAID_BY_ROW:
            return ""
        return _without_capaian(indikator, tahun, ordering, single=single)
    named = say_indikator(indikator, single)
    reminder = _reminder(capaian, named, ordering)
    limit = "" if needs_working(capaian) else limit_sentence(capaian, ordering, of="" if single else named)
    return paragraph(reminder, limit)


def needs_working(capaian: Capaian) -> bool:
    """Whether it is no plain quotient of two numbers, so that its working, with the cap, stands below the table."""
    plain = [(f.pembilang, f.penyebut) for f in rumus_definition(capaian.rumus).formula] == _PLAIN
    return bool(capaian.langkah) and (not plain or capaian.langkah.count("÷") > 1)


def rounding_sentence(rerata: Rerata, parts: Sequence[Capaian], ordering: int = 0) -> str:
    """That a mean was worked out before rounding; empty where the printed parts show it, or there is no mean."""
    known = [c.nilai for c in parts if c.nilai is not None]
    if rerata.nilai is None or rerata.jumlah < 2 or len(known) != rerata.terhitung:
        return ""
    printed = round_half_up(divide(sum(known, Decimal(0)), Decimal(len(known))), shown_decimals(rerata.nilai))
    if printed == rerata.nilai:
        return ""
    mean = persen(rerata.nilai)
    return sentence(
        compose(
            ordering,
            (
                f"Rata-rata {mean}",
                f"Nilai rata-rata {mean}",
                f"Rata-rata sebesar {mean}",
                f"Angka rata-rata {mean}",
                f"Adapun rata-rata {mean}",
                f"Rata-rata itu, {mean},",
            ),
            (
                "dihitung dari nilai sebelum pembulatan",
                "diperoleh dari nilai yang belum dibulatkan",
                "berasal dari nilai sebelum dibulatkan",
                "dihitung sebelum nilai dibulatkan",
                "dihitung sebelum pembulatan",
                "dihitung dengan nilai yang belum dibulatkan",
            ),
        )
    )


def _without_capaian(indikator: IndikatorResult, tahun: int, ordering: int, *, single: bool) -> str:
    named, alasan = say_indikator(indikator, single), clause(indikator.capaian.alasan)
    if indikator.capaian.keadaan is Keadaan.BELUM_DIISI:
        without = "belum dapat dihitung"
    else:
        without = no_conclusion(indikator.capaian.keadaan)
    subject = (
        f"Capaian {named} tahun {tahun}",
        f"Untuk tahun {tahun}, capaian {named}",
        f"Capaian tahun {tahun} untuk {named}",
        f"Pada tahun {tahun} capaian {named}",
        f"Adapun capaian {named} tahun {tahun}",
        f"Pengukuran {named} tahun {tahun}",
    )
    if indikator.capaian.target is not None and indikator.capaian.keadaan is not Keadaan.BELUM_DIISI:
        target = target_indikator(indikator)
        subject = (
            f"{named} ditargetkan {target} pada tahun {tahun}, tetapi capaiannya",
            f"Untuk {named} dengan target {target}, capaian tahun {tahun}",
            f"Dengan target {target}, capaian {named} tahun {tahun}",
            f"Target {named} tahun {tahun} adalah {target}, sedangkan capaiannya",
            f"Pada tahun {tahun} {named} ditargetkan {target}, sedangkan capaiannya",
            f"Capaian {named} terhadap target {target} tahun {tahun}",
        )
    return sentence(
        compose(
            ordering,
            subject,
            (without,),
            because(alasan),
        )
    )


def _reminder(capaian: Capaian, named: str, ordering: int) -> str:
    """Which way is good, where the rumus turns the usual reading round."""
    reminder = rumus_definition(capaian.rumus).pengingat
    if not reminder:
        return ""
    result = "terpenuhi" if reached(capaian) else "belum terpenuhi"
    return sentence(
        compose(
            ordering,
            (f"Karena {reminder},", f"Mengingat {reminder},", f"Oleh karena {reminder},"),
            (
                f"target {named} {result}",
                f"target untuk {named} {result}",
                f"target tahun ini untuk {named} {result}",
                f"target {named} pada tahun ini {result}",
                f"target yang diperjanjikan untuk {named} {result}",
                f"yang ditargetkan bagi {named} {result}",
            ),
        )
    )


def limit_sentence(capaian: Capaian, ordering: int = 0, *, of: str = "") -> str:
    """That a cap of the kebijakan applied, with the value before it; empty when none did. ``of``: the indikator, where
    it has not been named."""
    if not capaian.batas or capaian.mentah is None or capaian.nilai is None:
        return ""
    computed, shown = format_persen(capaian.mentah), persen(capaian.nilai)
    own = f" {of}" if of else ""
    return sentence(
        compose(
            ordering,
            (
                f"Hasil perhitungan{own} sebesar {computed}",
                f"Hasil hitung{own} sebesar {computed}",
                f"Capaian{own} yang terhitung sebesar {computed}",
                f"Perhitungan{own} menghasilkan {computed}, yang",
                f"Nilai hitung{own or 'nya'} sebesar {computed} dan",
                f"Capaian{own} sebelum pembatasan, {computed},",
            ),
            (f"dinyatakan sebagai {shown}", f"dicantumkan {shown}", f"dibatasi menjadi {shown}"),
            (
                f"sesuai dengan {capaian.batas} dalam kebijakan pengukuran",
                f"menurut {capaian.batas} dalam kebijakan pengukuran",
                f"karena {capaian.batas} dalam kebijakan pengukuran",
            ),
        )
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
    if not rerata.complete:
        return _partial_mean(rerata, subject, ordering)
    predikat = say_kategori(rerata.kategori)
    judged = (
        f"dengan predikat {predikat}",
        f"dan berpredikat {predikat}",
        f", termasuk predikat {predikat}",
        f"atau predikat {predikat}",
    )
    if rerata.jumlah == 1:
        single = subject.removeprefix("indikator ")
        return sentence(
            compose(
                ordering,
                (
                    f"Capaian satu-satunya indikator {single} sebesar {nilai}",
                    f"Satu-satunya indikator {single} mencapai {nilai}",
                    f"Dengan satu indikator, capaian {single} sebesar {nilai}",
                ),
                judged,
            )
        )
    coverage = count_of(rerata.jumlah, "indikator")
    return sentence(
        compose(
            ordering,
            (
                f"Rata-rata capaian {subject} atas {coverage} sebesar {nilai}",
                f"Dari {coverage}, rata-rata capaian {subject} mencapai {nilai}",
                f"Capaian {subject} rata-rata {nilai} dari {coverage}",
                f"Dengan {coverage}, capaian {subject} rata-rata mencapai {nilai}",
                f"Menurut {coverage}, {subject} memperoleh rata-rata capaian {nilai}",
                f"Rata-rata {nilai} dicapai {subject} atas {coverage}",
                f"Secara keseluruhan, {coverage} {subject} mencapai rata-rata {nilai}",
                f"Kinerja {subject} dengan {coverage} mencapai rata-rata {nilai}",
            ),
            judged,
        )
    )


def _partial_mean(rerata: Rerata, subject: str, ordering: int) -> str:
    nilai = persen(rerata.nilai) if rerata.nilai is not None else ""
    part = f"{rerata.terhitung} dari {rerata.jumlah} indikator"
    # One value has no mean.
    said = (
        (
            f"Capaian {subject} sebesar {nilai} berasal dari {part}",
            f"Baru {part} yang capaiannya terhitung untuk {subject}, yaitu {nilai}",
            f"Capaian {subject} sebesar {nilai} baru mencerminkan {part}",
            f"Dengan {part} yang terhitung, capaian {subject} sebesar {nilai}",
            f"Atas {part}, capaian {subject} sebesar {nilai}",
            f"Menurut {part} yang terhitung, capaian {subject} sebesar {nilai}",
            f"Dari {part} diperoleh capaian {subject} sebesar {nilai}",
            f"Yang terhitung untuk {subject} baru {part}, dengan capaian {nilai}",
        )
        if rerata.terhitung == 1
        else (
            f"Rata-rata capaian {subject} sebesar {nilai} dihitung atas {part}",
            f"Sebagai rata-rata {part}, capaian {subject} mencapai {nilai}",
            f"Capaian {subject} sebesar {nilai} merupakan rata-rata {part}",
            f"Dengan {part} yang terhitung, capaian {subject} rata-rata {nilai}",
            f"Atas {part}, rata-rata capaian {subject} sebesar {nilai}",
            f"Rata-rata {part} menempatkan capaian {subject} pada {nilai}",
            f"Capaian {subject} rata-rata {nilai} menurut {part}",
            f"Baru {part} terhitung untuk {subject}, dengan rata-rata {nilai}",
        )
    )
    rest = chain([f"capaian {count_of(n, 'indikator')} lainnya {say_state(s)}" for s, n in rerata.lainnya])
    return sentence(
        compose(
            ordering,
            said,
            (
                f"; {rest}, sehingga keseluruhannya belum diberi predikat",
                f"; karena {rest}, keseluruhannya belum diberi predikat",
                f"; belum diberi predikat karena {rest}",
                f", tanpa predikat keseluruhan karena {rest}",
            ),
        )
    )


def say_shortfall(nilai: Decimal) -> str:
    """How a shown capaian stays behind the 100 that it missed: "kurang 5,00 poin dari 100%"; rounding may hide it."""
    less = HUNDRED - nilai
    if not less:
        return f"kurang dari 100% meskipun dibulatkan menjadi {persen(nilai)}"
    return f"kurang {points(less)} dari 100%"
