"""Checks about surveys of satisfaction."""

from __future__ import annotations

from fractions import Fraction

from sakip.capaian.inputs import KeadaanNilai
from sakip.capaian.rounding import round_half_up
from sakip.capaian.skm import compute_skm, mutu
from sakip.checks.base import AtForm, Found, Level, Said, check
from sakip.checks.material import CheckedYear
from sakip.checks.places import place_of
from sakip.checks.plan import definitions
from sakip.snapshot.types import SurveiKepuasan
from sakip.text.numbers import format_angka

_DECIMALS = 2


@check(
    "ikm-sesuai-survei",
    rule="R-sum",
    basis="Realisasi indikator IKM adalah nilai survei kepuasan yang dilaporkan (Permen PANRB Nomor 14 Tahun 2017).",
    example="Realisasi 85, sedangkan IKM dari nilai unsurnya 83,12.",
    reads=("renstra", "realisasi", "survei"),
    kinds=("survei-kepuasan",),
    level=Level.PERINGATAN,
    at_form=AtForm.SHOW,  # survey and realisasi are entered on two pages
)
def realisasi_is_the_ikm(year: CheckedYear) -> Found:
    """The realisasi of the year is what a survey of it comes to; of several surveys their mean, plain or weighted by
    how many answered, or one of them."""
    known = definitions(year.snapshot)
    surveys: dict[str, list[SurveiKepuasan]] = {}
    for one in year.snapshot.survei:
        surveys.setdefault(one.kunci_indikator, []).append(one)
    for row in year.snapshot.realisasi:
        indikator, own = known.get(row.kunci_indikator), surveys.get(row.kunci_indikator)
        if row.tahun != year.snapshot.tahun or indikator is None or not own:
            continue
        value = row.tahunan
        if value.keadaan is not KeadaanNilai.TERISI or (value.angka is None and not value.huruf):
            continue
        expected = _values(own)
        last = own[-1]
        if value.angka is None:
            letters = {found[0] for each in expected if (found := mutu(each))}
            if value.huruf in letters or not letters:
                continue
            recorded, right = value.huruf, mutu(expected[0])
            wanted = right[0] if right else ""
        else:
            if round_half_up(value.angka, _DECIMALS) in {round_half_up(each, _DECIMALS) for each in expected}:
                continue
            recorded = format_angka(value.angka)
            wanted = format_angka(round_half_up(expected[0], _DECIMALS), _DECIMALS)
        place = place_of(
            "survei-kepuasan",
            last,
            "u1",
            words=f"survei kepuasan {last.periode}",
            kunci_indikator=last.kunci_indikator,
            periode=last.periode,
        )
        yield (
            place,
            Said(
                f'Realisasi indikator "{indikator.nama}" tahun {row.tahun} tercatat {recorded}, sedangkan IKM dari'
                f" nilai unsurnya {wanted}. Samakan realisasinya, atau perbaiki nilai unsur.",
                recorded,
                wanted,
            ),
        )


def _values(surveys: list[SurveiKepuasan]) -> list[Fraction]:
    """What the year may be said to come to, the mean weighted by respondents first."""
    each = [compute_skm(one.unsur).ikm_mentah for one in surveys]
    asked = sum(one.responden for one in surveys)
    weighted = sum((v * one.responden for v, one in zip(each, surveys, strict=True)), Fraction(0)) / asked
    return [weighted, sum(each, Fraction(0)) / len(each), *each]
