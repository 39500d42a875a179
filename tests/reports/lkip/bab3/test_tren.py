"""The course of an indikator over the years: in numbers, or in steps of its scale where it is measured in letters."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.lkip.bab3.tren import course_figure, predikat_course
from sakip.capaian.results import IndikatorResult, Ranks
from sakip.capaian.values import KeadaanNilai, Nilai
from tests.reports.lkip.example_naskah import naskah_jombang

pytestmark = pytest.mark.one_engine

YEARS = (2022, 2023)


def lettered() -> IndikatorResult:
    results = naskah_jombang().results
    assert results is not None
    return next(i for s in results.sasaran for i in s.indikator if i.nama == "Nilai SAKIP")


def test_letters_are_drawn_as_the_steps_that_they_are() -> None:
    one = lettered()
    course = predikat_course(one, YEARS)
    assert course is not None
    # On the scale of Permen PANRB 88/2021 D is 1, C 2, CC 3, B 4; of 2022 no target is known.
    assert (course.values, course.said) == ((Decimal(4), Decimal(4)), ("B", "B"))
    assert course.targets == (None, Decimal(4))
    (figure,) = course_figure([one], YEARS, key="a", title="Perkembangan")
    assert figure.alt == "Perkembangan. Nilai SAKIP: B pada 2022 dan B pada 2023."


def test_a_number_among_letters_stands_on_the_step_that_it_is_read_as() -> None:
    one = lettered()
    (before,) = one.perubahan
    number = Nilai(keadaan=KeadaanNilai.TERISI, angka=Decimal("58.4"))
    ranked = replace(before.capaian, peringkat=Ranks(3, None))
    mixed = replace(
        one, perubahan=(replace(before, realisasi=number, realisasi_cetak="58,4", capaian=ranked),)
    )
    course = predikat_course(mixed, YEARS)
    assert course is not None
    assert (course.values, course.said) == ((Decimal(3), Decimal(4)), ("58,4", "B"))


def test_what_is_on_no_scale_has_no_steps() -> None:
    one = lettered()
    (before,) = one.perubahan
    unknown = replace(before, capaian=replace(before.capaian, peringkat=None))
    assert predikat_course(replace(one, perubahan=(unknown,)), YEARS) is None
    assert predikat_course(replace(one, perubahan=()), YEARS) is None
