"""Values that may well be right and mostly are slips of the hand: kept, and asked about until a person answers.

Each threshold is ours; no regulation names one. It lies where a misplaced comma, a figure in the wrong unit or one
digit too many is likelier than the fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from sakip.capaian.inputs import Akumulasi, KeadaanNilai, Nilai, Target
from sakip.capaian.nilai import complete
from sakip.capaian.rounding import HUNDRED, Angka
from sakip.capaian.triwulan import TAHUNAN, name_triwulan
from sakip.capaian.values import in_percent
from sakip.checks.base import Found, Level, check
from sakip.checks.material import CheckedYear
from sakip.checks.measures import comparisons, realisasi_place, realisasi_tujuan_place
from sakip.checks.places import indikator_of, output_place, pk_row_place
from sakip.checks.plan import definitions, target_place
from sakip.snapshot.coverage import target_of
from sakip.snapshot.types import Anggaran, Indikator, IndikatorTujuan, Keluaran, Realisasi, Snapshot
from sakip.text.numbers import format_angka
from sakip.text.units import is_gauge, is_index, is_money

#: An index or score of an office is out of 100 (SKM, AKIP, IPP): above that a comma was lost.
TOP_OF_AN_INDEX: Final = HUNDRED

#: What is read from a gauge moves by some points a year: twice or half of last year's is a slip, or news worth a word;
#: nothing at all after something is mostly what nobody knows.
FAR_OF_A_GAUGE: Final = 2

#: Counted things and money may well double; ten times or a tenth is a digit too many, or another unit.
FAR_OF_A_COUNT: Final = 10

#: Ten times a target, or a tenth of it: a fraction typed as percent (0,85 for 85), rupiah where things are counted.
FAR_FROM_A_TARGET: Final = 10

_REMEDY: Final = "Perbaiki, atau tegaskan bila memang benar."
_FIGURE: Final = re.compile(r"[0-9]+(?:,[0-9]+)?")


@check(
    "realisasi-lazim",
    rule="R-real",
    basis="Pertanyaan aplikasi agar salah ketik tidak terlewat; nilainya tetap dipakai.",
    example="Realisasi 885 pada indeks yang paling tinggi 100.",
    reads=("renstra", "realisasi", "pk"),
    kinds=("realisasi",),
    level=Level.PERINGATAN,
    answerable=True,
)
def values_are_usual(year: CheckedYear) -> Found:
    """A value lies where values of its unit lie, and near those of last year and the target."""
    known = definitions(year.snapshot)
    by_year = {(r.kunci_indikator, r.tahun): r for r in year.snapshot.realisasi}
    for row in year.snapshot.realisasi:
        indikator = known.get(row.kunci_indikator)
        if indikator is None or row.tahun != year.snapshot.tahun:
            continue
        falls = dict(_falls(row, indikator))
        last = by_year.get((row.kunci_indikator, row.tahun - 1))
        before, target = last.tahunan if last else None, _target(indikator, year.snapshot)
        for number, value in _entered(row):
            reasons = [*_of_itself(value, indikator), *([falls[number]] if number in falls else [])]
            # What was reached by a triwulan before the last, or in it, is no year's value yet.
            whole = indikator.each_stands_for_year or number == indikator.triwulan_measured[-1]
            if number == TAHUNAN or whole:
                final = value if number == TAHUNAN or indikator.each_stands_for_year else row.tahunan
                reasons += _beside_others(final, before, target, indikator, row.tahun)
            if reasons:
                yield realisasi_place(indikator, row.tahun, number), f"{'; '.join(reasons)}. {_REMEDY}"
        if row.triwulan and indikator.akumulasi is Akumulasi.JUMLAH and row.tahunan.angka is not None:
            parts = any(True for value in row.triwulan for _ in _of_itself(value, indikator))
            for reason in () if parts else _of_itself(row.tahunan, indikator):
                # Nobody typed the sum: it is mended where its parts are read together.
                place = replace(realisasi_place(indikator, row.tahun), column="")
                yield place, f"Jumlah triwulannya {reason}. {_REMEDY}"


def _falls(row: Realisasi, indikator: Indikator) -> Iterator[tuple[int, str]]:
    """The triwulan by which less was reached than by the one before; what is counted so far does not shrink."""
    if indikator.akumulasi is not Akumulasi.KUMULATIF:
        return
    filled = [(n, v) for n, v in enumerate(row.triwulan, start=1) if v.keadaan is KeadaanNilai.TERISI]
    for (before, last), (number, value) in pairwise(filled):
        # Of a fraction what is counted is above the line: the share itself may well fall.
        now, then = (v.angka if v.pembilang is None else v.pembilang for v in (value, last))
        if now is not None and then is not None and now < then:
            said = f"{format_angka(now)} lebih rendah daripada {format_angka(then)}"
            yield number, f"{said} pada {name_triwulan([before])}, padahal nilainya kumulatif"


@check(
    "target-lazim",
    rule="R-target",
    basis="Pertanyaan aplikasi agar salah ketik tidak terlewat; targetnya tetap dipakai.",
    example="Target 850 pada indeks yang paling tinggi 100.",
    reads=("renstra", "pk"),
    kinds=("target-renstra", "baris-pk"),
    level=Level.PERINGATAN,
    answerable=True,
)
def targets_are_usual(year: CheckedYear) -> Found:
    """A target of the year lies where values of its unit lie: in the Renstra, and in a PK where it is another."""
    known, tahun = definitions(year.snapshot), year.snapshot.tahun
    planned = {kunci: target_of(indikator, tahun) for kunci, indikator in known.items()}
    renstra = year.snapshot.renstra_in_force
    for indikator in indikator_of(renstra) if renstra else ():
        if renstra and (message := _unusual_target(planned[indikator.kunci], indikator)):
            yield target_place(renstra, indikator, tahun), message
    for pk in year.snapshot.pk:
        for row in pk.indikator:
            promised = known.get(row.kunci_indikator)
            if promised is None or row.target == planned[row.kunci_indikator]:
                continue
            if message := _unusual_target(row.target, promised):
                yield pk_row_place(pk, row, "target"), message


def _unusual_target(target: Target | None, indikator: Indikator) -> str:
    for number in (target.angka, target.bawah, target.atas) if target else ():
        if number is not None and (said := "".join(_out_of_range(number, indikator))):
            return f"Target {said}. {_REMEDY}"
    return ""


@check(
    "pembanding-lazim",
    rule="R-real",
    basis="Pertanyaan aplikasi agar salah ketik tidak terlewat; nilainya tetap dipakai.",
    example="Nilai kabupaten 885 pada indeks yang paling tinggi 100.",
    reads=("renstra", "pembanding"),
    kinds=("pembanding",),
    level=Level.PERINGATAN,
    answerable=True,
)
def comparisons_are_usual(year: CheckedYear) -> Found:
    """What an indikator is compared with lies where its values lie."""
    known = definitions(year.snapshot)
    for compared in year.snapshot.pembanding:
        indikator = known.get(compared.kunci_indikator)
        for place, value in comparisons(compared, indikator, "nilai") if indikator else ():
            if indikator and value.nilai.keadaan is KeadaanNilai.TERISI:
                for reason in _of_itself(value.nilai, indikator):
                    yield place, f"{reason}. {_REMEDY}"


@check(
    "realisasi-tujuan-lazim",
    rule="R-real",
    basis="Pertanyaan aplikasi agar salah ketik tidak terlewat; nilainya tetap dipakai.",
    example="Realisasi 0,85 pada indikator tujuan bertarget 85.",
    reads=("renstra", "realisasi_tujuan"),
    kinds=("realisasi-tujuan",),
    level=Level.PERINGATAN,
    answerable=True,
)
def values_of_tujuan_are_usual(year: CheckedYear) -> Found:
    """The same of indikator tujuan, which have a value a year."""
    renstra, tahun = year.snapshot.renstra_in_force, year.snapshot.tahun
    by_year = {(r.kunci_tujuan, r.indikator, r.tahun): r for r in year.snapshot.realisasi_tujuan}
    for tujuan in renstra.tujuan if renstra else ():
        for number, indikator in enumerate(tujuan.indikator, start=1):
            row, last = (by_year.get((tujuan.kunci, indikator.nama, t)) for t in (tahun, tahun - 1))
            if row is None or row.nilai.keadaan is not KeadaanNilai.TERISI:
                continue
            target = target_of(indikator, tahun)
            reasons = [
                *_of_itself(row.nilai, indikator),
                *_beside_others(
                    row.nilai,
                    last.nilai if last else None,
                    target.angka if target else None,
                    indikator,
                    tahun,
                ),
            ]
            if reasons:
                place = realisasi_tujuan_place(tujuan, number, row)
                yield place, f"{'; '.join(reasons)}. {_REMEDY}"


def _entered(row: Realisasi) -> Iterator[tuple[int, Nilai]]:
    """The values that a person typed: of the triwulan, else of the year; one of all four follows from them."""
    values = list(enumerate(row.triwulan, start=1)) if row.triwulan else [(TAHUNAN, row.tahunan)]
    return ((n, v) for n, v in values if v.keadaan is KeadaanNilai.TERISI)


def _of_itself(value: Nilai, indikator: Indikator | IndikatorTujuan) -> Iterator[str]:
    unit = indikator.satuan.strip()
    above, below = value.pembilang, value.penyebut
    number = complete(value, indikator.pengali_pecahan).angka
    if above is not None and below is not None and above > below:
        yield f"Pembilang {format_angka(above)} melebihi penyebut {format_angka(below)}"
    elif number is not None:
        yield from _out_of_range(number, indikator)
    if "rp" in re.findall(r"[a-z]+", value.cetak.casefold()) and not is_money(unit):
        kind = f'satuannya "{unit}"' if unit else "indikator ini tanpa satuan"
        yield f'Tertulis "{value.cetak}", sedangkan {kind}'


def _out_of_range(number: Angka, indikator: Indikator | IndikatorTujuan) -> Iterator[str]:
    """What is said of a number that its unit has not; nothing of any other."""
    if in_percent(indikator.satuan) and not 0 <= number <= HUNDRED:
        yield f"{format_angka(number)}% di luar 0 sampai 100%"
    elif (top := _top(indikator)) is not None and number > top:
        yield f"{format_angka(number)} melebihi nilai tertinggi {format_angka(top)}"
    elif is_index(indikator.satuan) and number < 0:
        yield f"{format_angka(number)} di bawah 0"


def _top(indikator: Indikator | IndikatorTujuan) -> Decimal | None:
    """The highest value there is: the scale's, as its range is printed, else that of an index; None without one."""
    if indikator.skala is not None:
        figures = _FIGURE.findall(indikator.skala.kategori[0].rentang_cetak)
        tops = [Decimal(f.replace(",", ".")) for f in figures]
        bound = indikator.skala.kategori[0].batas
        return max((t for t in tops if bound is None or t > bound), default=None)
    return TOP_OF_AN_INDEX if is_index(indikator.satuan) else None


def _beside_others(
    value: Nilai,
    last: Nilai | None,
    target: Decimal | None,
    indikator: Indikator | IndikatorTujuan,
    tahun: int,
) -> Iterator[str]:
    factor = indikator.pengali_pecahan
    number = complete(value, factor).angka
    before = complete(last, factor).angka if last else None
    if number is None:
        return
    gauge = is_gauge(indikator.satuan)
    limit = FAR_OF_A_GAUGE if gauge else FAR_OF_A_COUNT
    if before is not None and (_far(number, before, limit) or (gauge and number == 0 < before)):
        yield f"{format_angka(number)} jauh dari {format_angka(before)} pada tahun {tahun - 1}"
    if target is not None and _far(number, target, FAR_FROM_A_TARGET):
        yield f"{format_angka(number)} jauh dari target {format_angka(target)}"


def _far(number: Angka, other: Angka, times: int) -> bool:
    """At least so many times the other, or at most that part of it. Nothing is a multiple or a part of zero."""
    if number <= 0 or other <= 0:
        return False
    return number >= other * times or number * times <= other


def _target(indikator: Indikator, snapshot: Snapshot) -> Decimal | None:
    pk = snapshot.pk_in_force
    promised = [b.target for b in pk.indikator if b.kunci_indikator == indikator.kunci] if pk else []
    planned = [t.target for t in indikator.target if t.tahun == snapshot.tahun]
    number = next((t.angka for t in (*promised, *planned)), None)
    # One that cannot be is asked about itself: a value far from it is no second question.
    return None if number is None or any(_out_of_range(number, indikator)) else number


@check(
    "keluaran-lazim",
    rule="R-real",
    basis="Pertanyaan aplikasi agar salah ketik tidak terlewat; nilainya tetap dipakai.",
    example="Realisasi 7 orang, target 115 orang.",
    reads=("anggaran",),
    kinds=("keluaran",),
    level=Level.PERINGATAN,
    answerable=True,
)
def outputs_are_usual(year: CheckedYear) -> Found:
    """An output is of the size of its target, and no rupiah stand where things are counted."""
    for row in year.snapshot.anggaran:
        for output in row.keluaran:
            reasons = list(_of_output(row, output))
            if reasons:
                yield output_place(row, output, "realisasi"), f"{'; '.join(reasons)}. {_REMEDY}"


def _of_output(row: Anggaran, output: Keluaran) -> Iterator[str]:
    done, target = output.realisasi, output.target
    if done is None or output.keadaan != KeadaanNilai.TERISI:
        return
    said = format_angka(done)
    if in_percent(output.satuan) and not 0 <= done <= HUNDRED:
        yield f"{said}% di luar 0 sampai 100%"
    if not is_money(output.satuan):
        amounts = {"pagu": row.pagu, "realisasi anggaran": row.realisasi}
        yield from (f"{said} sama dengan {name}nya" for name, one in amounts.items() if one and one == done)
    if target is not None and _far(done, target, FAR_FROM_A_TARGET):
        yield f"{said} jauh dari target {format_angka(target)}"
