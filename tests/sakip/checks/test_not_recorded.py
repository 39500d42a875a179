"""No check minds what is not recorded: a year is begun with nothing, and filled in any order."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from reports.publish.naskah import Naskah
from reports.review.passages import passages_of
from sakip.checks import CHECKS, CheckedYear, find_all
from sakip.checks.material import Passage, Surroundings
from sakip.snapshot.types import Snapshot
from tests.reports.lkip.example_naskah import naskah_jombang
from tests.reports.lkip.naskah_material import snapshot as empty_snapshot
from tests.sakip.checks.text.passages import passage, table
from tests.table_tests import each_row

#: What a year is of; it cannot lack.
ALWAYS = {"versi_format", "tahun", "kecamatan"}
PARTS = [one.name for one in fields(Snapshot) if one.name not in ALWAYS]
EMPTY = empty_snapshot("Jombang", "35.09.01", 2023)
#: Something for each check of texts to read.
WRITTEN = (
    "Capaian IKM tahun 2023 sebesar 85 meningkat dari tahun 2022 sebesar 80, melampaui target dan nilai kabupaten.",
    "Sasaran meningkatnya kepuasan masyarakat berpredikat Cukup; pagu Rp3.427.455.027 terserap 94,50%.",
    "Terdapat 4 sasaran, 5 program, 6 desa, dan 12 ASN; Camat Jombang menandatangani Keputusan Nomor 1 Tahun 2023.",
    "Sesuai UU Nomor 23 Tahun 2014, Kode 7.01.02 dilaksanakan di Desa Keting dan Kecamatan Arjasa.",
)


@pytest.fixture(scope="module")
def jombang() -> Naskah:
    """A year in which much is recorded."""
    return naskah_jombang()


@pytest.fixture(scope="module")
def texts(jombang: Naskah) -> tuple[Passage, ...]:
    """What people wrote of it."""
    rows = table(
        "IKM | 85 | 85 | 100%", " | Jumlah | 85 | 100%", head="Indikator | Target | Realisasi | Capaian"
    )
    return (*passages_of(jombang), *map(passage, WRITTEN), *rows)


@each_row("part", PARTS)
def test_a_year_without_a_part_and_one_of_it_alone_can_be_checked(
    jombang: Naskah, texts: tuple[Passage, ...], part: str
) -> None:
    without = replace(jombang.snapshot, **{part: getattr(EMPTY, part)})
    alone = replace(EMPTY, **{part: getattr(jombang.snapshot, part)})
    for around in (Surroundings(), None):
        for snapshot, results in ((without, jombang.results), (without, None), (alone, None)):
            year = CheckedYear(snapshot=snapshot, results=results, passages=texts, around=around)
            for code, check in CHECKS.items():
                try:
                    find_all([check], year)
                except Exception as error:
                    error.add_note(f"pemeriksaan {code}")
                    raise


def test_a_year_in_which_nothing_is_recorded_can_be_checked(texts: tuple[Passage, ...]) -> None:
    year = CheckedYear(snapshot=EMPTY, passages=texts, around=Surroundings())
    assert [one.code for one in find_all(CHECKS.values(), year)]
