"""Whom and which year a paper is of."""

from __future__ import annotations

import pytest

from reports.examine.subject import SubjectUnknown, read_subject
from tests.reports.examine.papers import AREAS, paper


def test_the_cover_may_name_the_year_after_the_report() -> None:
    cover = "LAPORAN KINERJA\nKECAMATAN MEKARSARI\nKABUPATEN CONTOH\nTAHUN 2024\n\n"
    one = paper(
        "Laporan Kinerja Kecamatan Mekarsari Tahun 2023 disusun. Tetangganya Kecamatan Sukamaju.", cover
    )
    found = read_subject(one, AREAS)
    assert (found.nama, found.tahun, found.known) == ("Mekarsari", 2023, AREAS[1])


def test_a_kecamatan_that_is_not_recorded_is_called_as_printed() -> None:
    one = paper("", "LAPORAN KINERJA KECAMATAN GUNUNG JATI\nKABUPATEN LAIN\nTAHUN 2022\n")
    found = read_subject(one, AREAS)
    assert (found.nama, found.tahun, found.known) == ("Gunung Jati", 2022, None)


def test_what_a_person_says_counts() -> None:
    found = read_subject(paper(""), AREAS, kecamatan=AREAS[1], tahun=2020)
    assert (found.nama, found.tahun) == ("Mekarsari", 2020)


@pytest.mark.parametrize(
    ("cover", "said"), [("Catatan rapat.", "Tahun"), ("Laporan Kinerja Tahun 2023.", "Kecamatan")]
)
def test_a_paper_that_does_not_tell_is_refused_with_the_remedy(cover: str, said: str) -> None:
    with pytest.raises(SubjectUnknown, match=f"{said}.*Sebutkan"):
        read_subject(paper("", cover), AREAS)
