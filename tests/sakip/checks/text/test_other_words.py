"""Sentences as other offices word them: those of bench/wordings_wrong.txt about IKM and the budget of Jombang, which
need its results alone, and true sentences that look like errors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from bench.wordings import Wording, wordings
from reports.publish.naskah import Naskah
from sakip.checks import CHECKS, CheckedYear, find_all
from sakip.checks.material import Shape, Surroundings
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.sakip.checks.text.passages import PLACE, found_in, passage
from tests.table_tests import each_row

MANY = 50


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """Trantib 95 of 100 (90 in 2022), IKM 85 of 85 (80), SAKIP B of B (B), fasilitasi 85 of 100 (80); mean 95,00. The
    kabupaten's IKM is 86,34; the Renstra wants an IKM of 85. Pagu Rp3.427.455.027, realisasi Rp3.239.088.691."""
    return naskah_jombang()


def said(naskah: Naskah, asked: Sequence[Wording], text: Callable[[Wording], str]) -> list[set[str]]:
    """What the checks that read texts say of each, of those that need no more than the results beside them: each
    sentence is a narrative of its own, which they read by itself."""
    checks = [c for c in CHECKS.values() if {"passages", "results"} <= set(c.reads)]
    places = [replace(PLACE, key=(("bagian", "profil"), ("kunci", str(at)))) for at, _ in enumerate(asked)]
    year = CheckedYear(
        snapshot=naskah.snapshot,
        results=naskah.results,
        passages=tuple(
            replace(passage(text(one), about=one.kunci), place=place)
            for one, place in zip(asked, places, strict=True)
        ),
        around=Surroundings(),
    )
    found = find_all(checks, year)
    return [{one.message for one in found if one.place == place} for place in places]


def of_jombang(name: str, *rules: str) -> list[Wording]:
    return [w for w in wordings(name) if w.kecamatan == "Jombang" and w.rule in rules and "<" not in w.right]


#: What the example calls as the contoh does.
_HERE = ("IKM", "ukan anggaran", "ata-rata", "agu", "erapan")
_NOT_HERE = (
    "RKT",
    "setara dengan",
    "poin, yaitu",
    "IKM, ketertiban",
    "egiatan",
    "sumber daya",
    "Renstra",
    "sasaran ini",
)


def _is_here(text: str) -> bool:
    return any(n in text for n in _HERE) and not any(n in text for n in _NOT_HERE)


def test_errors_in_other_words_are_found(jombang: Naskah) -> None:
    rules = ("R-real", "R-trend", "R-scale", "R-sum", "R-eff")
    asked = [w for w in of_jombang("wordings_wrong.txt", *rules) if _is_here(w.right)]
    assert len(asked) > MANY
    of_right = said(jombang, asked, lambda w: w.right)
    of_wrong = said(jombang, asked, lambda w: w.wrong)
    missed = [w.wrong for w, right, wrong in zip(asked, of_right, of_wrong, strict=True) if not wrong - right]
    wrongly = [w.right for w, right in zip(asked, of_right, strict=True) if right]
    assert (missed, wrongly) == ([], [])


def test_what_only_looks_like_an_error_stays_silent(jombang: Naskah) -> None:
    asked = of_jombang("wordings_clean.txt", "")
    asked = [w for w in asked if not any(n in w.right for n in ("Renstra", "sasaran ini"))]
    assert len(asked) > MANY
    of_right = said(jombang, asked, lambda w: w.right)
    assert [w.right for w, found in zip(asked, of_right, strict=True) if found] == []


@each_row(
    ("text", "message"),
    [
        # Another document and another area are held against their own records.
        ("Target IKM dalam Renstra adalah 100.", "Target Renstra IKM ditulis 100; tercatat 85."),
        # What the sentence before named.
        (
            "IKM diukur dengan survei. Pada tahun 2023 indeks tersebut berada pada angka 83,20.",
            "Mencapai IKM tahun 2023 ditulis 83,20; tercatat 85.",
        ),
        # A part of its name, its only indikator, a change in points.
        (
            "Capaian fasilitasi kesejahteraan baru sebesar 58%.",
            "Capaian Persentase fasilitasi kesejahteraan masyarakat tahun 2023 ditulis 58%; tercatat 85,00%.",
        ),
        (
            "IKM yang kami capai pada tahun anggaran 2023 yaitu 77.",
            "Nilai IKM tahun 2023 ditulis 77; tercatat 85.",
        ),
        ("IKM diukur dua kali dengan hasil 78.", "Mencapai IKM tahun 2023 ditulis 78; tercatat 85."),
        # The year behind it is that of the plan.
        (
            "Capaian fasilitasi kesejahteraan adalah 58% dengan target Renstra jangka menengah tahun 2026 100%.",
            "Capaian Persentase fasilitasi kesejahteraan masyarakat tahun 2023 ditulis 58%; tercatat 85,00%.",
        ),
        ("IKM naik sebanyak 7 poin.", "Perubahan IKM tahun 2023 ditulis 7; tercatat 5."),
        (
            "Sisa anggaran tahun 2023 Rp188.636.336.",
            "Sisa anggaran tahun 2023 ditulis Rp188.636.336; tercatat Rp188.366.336.",
        ),
    ],
)
def test_what_is_said_of_a_number_in_other_words(jombang: Naskah, text: str, message: str) -> None:
    assert found_in(jombang, "angka-sesuai-catatan", text) == [f"{message} Perbaiki kalimat atau catatannya."]


def test_what_is_left_in_a_note_of_a_row_is_of_that_row(jombang: Naskah) -> None:
    note = passage("Sisa anggaran tahun 2023 sebesar Rp707.287.500.", shape=Shape.RECORD)
    assert found_in(jombang, "angka-sesuai-catatan", note) == []


@each_row(
    "text",
    [
        "Dalam survei IKM, unsur waktu pelayanan memperoleh 78.",
        "Komponen pelaporan memperoleh nilai 9,75.",
        "IKM diukur dari sembilan unsur, yang terendah dengan nilai 78.",
        "Capaian fasilitasi kesejahteraan 58% dari target jangka menengah.",
        # What comes in, what the bendahara keeps, what no budget pays.
        "Penerimaan PBB Kecamatan Jombang mencapai Rp621.289.975.",
        "Uang persediaan tahun anggaran 2023 ditetapkan Rp50.000.000.",
        "Kredit yang disalurkan di Kecamatan Jombang mencapai Rp40.000.000.000.",
        "DPA sebelum refocusing memuat anggaran tahun 2023 sebesar Rp3.500.000.000.",
        # Told of another year before the semicolon.
        "IKM tahun 2024 ditargetkan 87; fasilitasi kesejahteraan sebesar 95%.",
    ],
)
def test_the_value_of_another_thing_is_not_that_of_the_whole(jombang: Naskah, text: str) -> None:
    assert found_in(jombang, "angka-sesuai-catatan", text) == []


@pytest.mark.parametrize(("intro", "found"), [("Target tahun 2024:", 0), ("Hasil tahun 2023:", 1)])
def test_what_is_listed_is_of_the_year_that_leads_to_it(jombang: Naskah, intro: str, found: int) -> None:
    item = passage("nilai IKM sebesar 87.", shape=Shape.ITEM)
    assert len(found_in(jombang, "angka-sesuai-catatan", intro, item)) == found
