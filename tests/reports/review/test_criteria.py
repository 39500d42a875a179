"""The analyses and criteria that the regulations ask for, and how many of them a report answers."""

import re
from dataclasses import replace
from decimal import Decimal

from reports.lkip.lkip import lkip
from reports.review.criteria import CRITERIA, answered
from sakip.snapshot.types import LHE
from tests.reports.lkip.example_naskah import empty_naskah, naskah_jombang, snapshot_jombang
from tests.reports.lkip.naskah_material import naskah


def test_seven_analyses_and_nine_criteria_are_each_named_once() -> None:
    named = " ".join(one.basis for one in CRITERIA)
    assert sorted(re.findall(r"analisis (\d)", named)) == list("1234567")
    assert sorted(re.findall(r"kriteria (\d)", named)) == list("123456789")


def test_a_report_says_of_how_many_sasaran_it_tells() -> None:
    """Four sasaran: all have a target and money, one has a written cause."""
    found = {one.criterion.basis: (one.n, one.of) for one in answered(lkip(naskah_jombang()))}
    assert found["analisis 1; kriteria 3"] == (4, 4)
    assert found["analisis 6; kriteria 8"] == (4, 4)
    assert found["analisis 5; kriteria 7"] == (1, 4)
    assert found["kriteria 1"] == (4, 4)
    assert found["kriteria 9"] == (1, 1)


def test_an_evaluation_is_named_where_the_report_tells_what_became_of_it() -> None:
    (usual,) = [one.where for one in answered(lkip(naskah_jombang())) if one.criterion.basis == "kriteria 9"]
    assert usual == "BAB IV, langkah perbaikan"
    lhe = LHE(
        nomor="",
        tanggal=None,
        nilai=Decimal(66),
        predikat="B",
        perencanaan=None,
        pengukuran=None,
        pelaporan=None,
        evaluasi=None,
    )
    evaluated = lkip(naskah(replace(snapshot_jombang(), lhe=(lhe,))))
    (told,) = [one.where for one in answered(evaluated) if one.criterion.basis == "kriteria 9"]
    assert told == "BAB IV, langkah perbaikan; BAB III D, tindak lanjut hasil evaluasi"


def test_where_nothing_is_measured_no_analysis_is_answered() -> None:
    found = {one.criterion.basis: one.whole for one in answered(lkip(empty_naskah()))}
    assert not any(whole for basis, whole in found.items() if basis.startswith("analisis"))
    assert found["kriteria 1"]
