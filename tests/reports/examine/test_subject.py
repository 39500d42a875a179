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
    one = paper("", "LAPORAN KINERJA KECAMATAN GUNUNG JATI\nKABUPATEN BANYUASRI\nTAHUN 2022\n")
    found = read_subject(one, AREAS)
    assert (found.nama, found.tahun, found.known) == ("Gunung Jati", 2022, None)


def test_what_a_person_says_counts() -> None:
    found = read_subject(paper(""), AREAS, kecamatan=AREAS[1], tahun=2020)
    assert (found.nama, found.tahun) == ("Mekarsari", 2020)


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ("Catatan rapat.", "Tahun"),
        ("Laporan Kinerja Tahun 2023.", "Kecamatan"),
        # Years of columns are none of a report.
        ("Renstra Kecamatan Sukajaya 2021-2026\nBaseline 2020\nTahun 2021 Tahun 2022 Tahun 2023", "Tahun"),
    ],
)
def test_a_paper_that_does_not_tell_is_refused_with_the_remedy(cover: str, said: str) -> None:
    with pytest.raises(SubjectUnknown, match=f"{said}.*Sebutkan"):
        read_subject(paper("", cover), AREAS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("LKIP KECAMATAN KARANGREJA TAHUN 2015\nKECAMATAN KARANGREJA TAHUN 2015", ("Karangreja", "", 2015)),
        ("RENCANA KERJA\nKECAMATAN SUKAJAYA KABUPATEN BANYUASRI TAHUN 2018", ("Sukajaya", "Banyuasri", 2018)),
        (
            "Renstra Kecamatan Sukajaya yaitu :\nSumber: Kecamatan Sukajaya dan Bappeda Kota Banyuasri diolah, 2022",
            ("Sukajaya", "Banyuasri", 2022),
        ),
        ("LAKIP 2017 Kec.Sukajaya Kasubag Perencanaan", ("Sukajaya", "", 2017)),
        # A year of the law and of a span is none of the report.
        (
            "Peraturan Presiden Nomor 29 Tahun 2014\nRENSTRA 2018-2023\nKecamatan Sukajaya, 7 Januari 2022",
            ("Sukajaya", "", 2022),
        ),
    ],
)
def test_names_end_where_the_sentence_goes_on(text: str, said: tuple[str, str, int]) -> None:
    found = read_subject(paper("", f"{text}\n"), AREAS)
    assert (found.nama, found.kabupaten, found.tahun, found.known) == (*said, None)


def test_a_kecamatan_of_that_name_in_another_kabupaten_is_another() -> None:
    one = paper("", "LAPORAN KINERJA\nKECAMATAN SUKAMAJU\nKABUPATEN BANYUASRI\nTAHUN 2022\n")
    found = read_subject(one, AREAS)
    assert (found.nama, found.kabupaten, found.known) == ("Sukamaju", "Banyuasri", None)


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        ("LAPORAN KINERJA\nKELURAHAN MELATI\nKECAMATAN SUKAMAJU\nTAHUN 2023", "Kelurahan Melati"),
        ("LKjIP Inspektorat Daerah Kabupaten Contoh Tahun 2019", "Inspektorat Daerah"),
        ("RENSTRA KECAMATAN SUKAMAJU TAHUN 2021 - 2026", "Tahun laporan"),
    ],
)
def test_what_is_of_another_office_or_of_no_year_is_asked_for(cover: str, said: str) -> None:
    with pytest.raises(SubjectUnknown, match=f"{said}.*ebutkan"):
        read_subject(paper("", f"{cover}\n"), AREAS)
