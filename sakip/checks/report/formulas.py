"""Checks of how an indikator is computed: a fraction of two things, with its source and who answers for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sakip.checks.base import Found, Level, check
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.places import indikator_of, place_of, renstra_place
from sakip.snapshot.types import BarisIKU, Indikator, Snapshot
from sakip.text.reading.words import says_something
from sakip.text.targets import chain

_WORD: Final = re.compile(r"\w+")

#: "Jumlah laporan selesai / jumlah laporan masuk x 100%": a fraction that is written in one line.
_WRITTEN_OUT: Final = re.compile(
    r"(?P<above>[^/÷]+?)(?:[/÷]|\bdibagi\b)(?P<below>[^/÷]+?)(?:[)\s]*[x×*]\s*100\s*(?:%|persen)?)?[\s).]*",
    re.IGNORECASE,
)
_Formulated = BarisIKU | Indikator


@check(
    "pembilang-bukan-penyebut",
    rule="R-formula",
    basis="Pecahan membandingkan dua hal yang berbeda; yang sama dibagi yang sama selalu 100%.",
    example="Jumlah laporan yang masuk / jumlah laporan yang masuk.",
    reads=("renstra", "iku", WHOLE_REPORT),
    kinds=("indikator", "baris-iku"),
)
def a_fraction_is_of_two_things(year: CheckedYear) -> Found:
    """What stands above the line of a formula is not what stands below it, however it is written."""
    for place, row in _every(year.snapshot):
        above = _bare(row.pembilang)
        if above and above == _bare(row.penyebut):
            yield (
                replace(place, column="penyebut"),
                f"Pembilang dan penyebut sama: “{row.pembilang.strip()}”. Perbaiki salah satunya.",
            )
        written = _WRITTEN_OUT.fullmatch(row.formulasi)
        if written and _bare(written["above"]) == _bare(written["below"]) != "":
            yield (
                replace(place, column="formulasi"),
                f"Pembilang dan penyebut sama: “{written['above'].strip(' (')}”. Perbaiki salah satunya.",
            )


def _bare(text: str) -> str:
    """The words alone: signs, capitals and spaces make no other thing of it."""
    return " ".join(_WORD.findall(text.casefold()))


@check(
    "iku-berumus",
    rule="R-formula",
    basis="IKU ditetapkan dengan formulasi, penanggung jawab, dan sumber datanya (Permenpan Nomor "
    "PER/20/M.PAN/11/2008).",
    example="IKU tanpa sumber data.",
    reads=("renstra", "iku", WHOLE_REPORT),
    kinds=("indikator", "baris-iku"),
    level=Level.PERINGATAN,
)
def an_iku_says_how_it_is_measured(year: CheckedYear) -> Found:
    """An IKU has its formulation, who answers for it and where its data come from: in the SK IKU, without one in the
    Renstra."""
    decided = year.snapshot.iku is not None
    for place, row in _every(year.snapshot):
        if isinstance(row, Indikator) and (decided or not row.iku):
            continue
        formulated = (says_something(row.pembilang) and says_something(row.penyebut)) or any(
            says_something(text) for text in (row.formulasi, *row.penjelasan)
        )
        lacks = [
            (column, what)
            for column, what, there in (
                ("formulasi", "formulasi", formulated),
                ("penanggung_jawab", "penanggung jawab", any(map(says_something, row.penanggung_jawab))),
                ("sumber_data", "sumber data", says_something(row.sumber_data)),
            )
            if not there
        ]
        if lacks:
            yield (
                replace(place, column=lacks[0][0]),
                f"Belum memuat {chain([what for _, what in lacks])}. Lengkapi.",
            )


def _every(snapshot: Snapshot) -> Iterator[tuple[Place, _Formulated]]:
    """What says how it is computed: indikator of the Renstra in force, rows of the SK IKU of the year."""
    renstra = snapshot.renstra_in_force
    for indikator in indikator_of(renstra) if renstra else ():
        if renstra:
            words = f"indikator {indikator.nama}"
            yield renstra_place(renstra, "indikator", indikator, "", words, kunci=indikator.kunci), indikator
    for row in snapshot.iku_of_this_year.baris if snapshot.iku_of_this_year else ():
        key = {"sasaran": row.sasaran, "indikator": row.indikator}
        yield place_of("baris-iku", row, words=f"SK IKU, {row.indikator}", **key), row
