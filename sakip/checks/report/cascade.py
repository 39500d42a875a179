"""Checks of what hangs together from the Renstra to the programs: sasaran, indikator, IKU, PK, support."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sakip.checks.base import Found, Level, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.places import (
    head_place,
    indikator_of,
    pk_row_place,
    pk_words,
    printed_rows,
    renstra_place,
    renstra_words,
    sasaran_of,
)
from sakip.checks.text.subjects import names_one_thing
from sakip.snapshot.coverage import comparable, is_of
from sakip.snapshot.parts.documents import PrintedIndikator

_CASCADE: Final = (
    "Tujuan, sasaran, indikator, dan program diturunkan dari Renstra (Permen PANRB Nomor 53 Tahun 2014)."
)


@check(
    "sasaran-berindikator",
    rule="R-cascade",
    basis="Setiap sasaran diukur dengan indikator kinerja (Permen PANRB Nomor 53 Tahun 2014).",
    example="Sasaran “Meningkatnya kualitas pelayanan” tanpa indikator.",
    reads=("renstra", WHOLE_REPORT),
    kinds=("tujuan", "sasaran"),
    level=Level.PERINGATAN,
)
def every_sasaran_is_measured(year: CheckedYear) -> Found:
    """A tujuan of the Renstra in force has a sasaran, and a sasaran an indikator."""
    renstra = year.snapshot.renstra_in_force
    if renstra is None:
        return
    for tujuan in renstra.tujuan:
        if not tujuan.sasaran:
            words = f"{renstra_words(renstra)}, tujuan “{tujuan.uraian}”"
            key = (("tahun_awal", renstra.tahun_awal), ("versi", renstra.versi), ("kunci", tujuan.kunci))
            yield Place(kind="tujuan", key=key, words=words), "Belum bersasaran. Tambahkan sasarannya."
    for sasaran in sasaran_of(renstra):
        if not sasaran.indikator:
            words = f"sasaran “{sasaran.uraian}”"
            place = renstra_place(renstra, "sasaran", sasaran, "", words, kunci=sasaran.kunci)
            # What mends it is a row below, which the page adds: the form of the sasaran does not.
            yield replace(place, pk=None), "Belum berindikator. Tambahkan indikatornya."


@check(
    "indikator-pk-dalam-renstra",
    rule="R-cascade",
    basis=_CASCADE,
    example="PK memperjanjikan indikator yang tidak ada dalam matriks Renstra.",
    reads=("renstra", "pk", WHOLE_REPORT),
    kinds=("baris-pk",),
    level=Level.PERINGATAN,
)
def what_is_promised_is_planned(year: CheckedYear) -> Found:
    """An indikator of the PK that is measured stands in a version of the Renstra."""
    snapshot = year.snapshot
    pk, renstra = snapshot.pk_in_force, snapshot.renstra_in_force
    if pk is None or renstra is None:
        return
    planned = {i.kunci for one in snapshot.renstra for i in indikator_of(one) if i.dalam_renstra}
    for row in pk.indikator:
        if row.kunci_indikator not in planned:
            yield (
                pk_row_place(pk, row, "acuan_indikator"),
                f"Indikator ini tidak ada dalam {renstra_words(renstra)}. Pilih indikator Renstra yang dijabarkannya,"
                " atau jelaskan mengapa ia diperjanjikan.",
            )


@check(
    "rencana-dari-renstra",
    rule="R-cascade",
    basis=_CASCADE,
    example="RKT merencanakan “Jumlah posyandu aktif”, yang tidak ada dalam Renstra maupun PK.",
    reads=("renstra", "rkt", "pk", "rencana_aksi", WHOLE_REPORT),
    kinds=("sasaran-rkt", "baris-rencana-aksi"),
    level=Level.PERINGATAN,
)
def what_is_planned_for_the_year_comes_from_the_renstra(year: CheckedYear) -> Found:
    """An indikator of RKT or rencana aksi stands in a version of the Renstra, or in the PK that is measured, of which
    another check asks the same."""
    snapshot = year.snapshot
    pk, renstra = snapshot.pk_in_force, snapshot.renstra_in_force
    if renstra is None:
        return
    known = [i for one in snapshot.renstra for i in indikator_of(one) if i.dalam_renstra]
    for place, row in printed_rows(snapshot, "acuan_indikator"):
        if (
            place.kind in ("sasaran-rkt", "baris-rencana-aksi")
            and not any(is_of(row, one) for one in known)
            and (pk is None or _alone((row,), pk.indikator))
        ):
            yield (
                place,
                f"Indikator ini tidak ada dalam {renstra_words(renstra)} maupun dalam PK. Pilih indikator Renstra yang"
                " dijabarkannya, atau jelaskan mengapa ia direncanakan.",
            )


@check(
    "iku-sejalan-pk",
    rule="R-cascade",
    basis="Perjanjian Kinerja memuat Indikator Kinerja Utama (Permen PANRB Nomor 53 Tahun 2014).",
    example="Enam IKU ditetapkan, empat di antaranya diperjanjikan.",
    reads=("iku", "pk", WHOLE_REPORT),
    kinds=("iku", "pk"),
    level=Level.PERINGATAN,
)
def iku_and_pk_name_the_same(year: CheckedYear) -> Found:
    """The SK IKU and the PK that is measured hold the same indikator; those of one alone are named."""
    iku, pk = year.snapshot.iku, year.snapshot.pk_in_force
    if iku is None or pk is None or not iku.baris or not pk.indikator:
        return
    said = [
        f"{what}: {_quoted(alone)}"
        for what, alone in (
            (f"IKU yang tidak ada dalam {pk_words(pk)}", _alone(iku.baris, pk.indikator)),
            (f"indikator {pk_words(pk)} yang bukan IKU", _alone(pk.indikator, iku.baris)),
        )
        if alone
    ]
    if said:
        message = "; ".join(said)
        here = year.snapshot.iku_of_this_year
        place = head_place("iku", here, "", "SK IKU") if here else head_place("pk", pk, "", pk_words(pk))
        yield (
            place,
            f"{message[:1].upper()}{message[1:]}. Samakan keduanya, atau jelaskan perbedaannya.",
        )


def _alone(rows: Iterable[PrintedIndikator], others: Sequence[PrintedIndikator]) -> list[str]:
    """Names of the rows that the others do not have: by the Renstra's indikator, else by their words."""
    keys = {row.kunci_indikator for row in others if row.kunci_indikator}
    return [
        row.indikator
        for row in rows
        if row.kunci_indikator not in keys and not any(_are_one(row, other) for other in others)
    ]


def _are_one(row: PrintedIndikator, other: PrintedIndikator) -> bool:
    """Whether two rows, of which one is tied to no indikator of the Renstra, name the same."""
    if row.kunci_indikator and other.kunci_indikator:
        return False
    return comparable(row.indikator) == comparable(other.indikator) or names_one_thing(
        row.indikator, other.indikator
    )


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


@check(
    "program-mendukung-sasaran",
    rule="R-cascade",
    basis=_CASCADE,
    example="Program Penunjang tidak tercatat mendukung sasaran.",
    reads=("anggaran", "dukungan", WHOLE_REPORT),
    kinds=("dukungan",),
    level=Level.PERINGATAN,
)
def every_program_supports_a_sasaran(year: CheckedYear) -> Found:
    """A program of the budget supports a sasaran; those that support none are named together."""
    supporting = {program for one in year.snapshot.dukungan for program in one.program}
    programs = {row.program: row.nama_program for row in year.snapshot.anggaran if row.program}
    alone = [name for code, name in programs.items() if code not in supporting]
    if supporting and alone:
        yield (
            Place(kind="dukungan", words="program pendukung sasaran"),
            f"Tidak mendukung sasaran mana pun: {_quoted(alone)}, sehingga anggarannya tidak masuk analisis efisiensi. "
            "Catat sasaran yang didukungnya, atau jelaskan mengapa tidak ada.",
        )
