"""Regulations are cited with their own year, and those in force."""

import pytest

from sakip.checks.material import Surroundings
from sakip.snapshot.parts.source import PeraturanReference
from tests.sakip.checks.text.passages import found
from tests.table_tests import each_row


def regulation(sebutan: str, until: int | None = None, revoker: str = "") -> PeraturanReference:
    """A regulation of the reference."""
    return PeraturanReference(
        pk=1, kode="x", sebutan=sebutan, berlaku_mulai=None, berlaku_sampai=until, dicabut_oleh=revoker
    )


AROUND = Surroundings(
    peraturan=(
        regulation(
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang "
            "Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja"
        ),
        regulation("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"),
        regulation(
            "Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah",
            2020,
            "Peraturan Menteri Dalam Negeri Nomor 77 Tahun 2020 tentang Pedoman Teknis",
        ),
    )
)


@each_row(
    ("text", "messages"),
    [
        # All five real documents cite it so.
        (
            "Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomer 53 Tahun 2015 "
            "tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja",
            [
                "“Peraturan Menteri Negara Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomer 53 Tahun 2015” "
                "seharusnya Nomor 53 Tahun 2014."
            ],
        ),
        (
            "Permen PAN-RB No. 53 Tahun 2015 mengatur laporan ini",
            ["“Permen PAN-RB No. 53 Tahun 2015” seharusnya Nomor 53 Tahun 2014."],
        ),
        ("Permen PAN dan RB Nomor 53 Tahun 2014", []),
        ("Undang-Undang Nomor 23 Tahun 2004 tentang Penghapusan Kekerasan dalam Rumah Tangga", []),
        ("UU Nomor 23 Tahun 2002", []),
        ("Peraturan Pemerintah Nomor 53 Tahun 2015", []),
        ("Permen PAN dan RB Nomor 53 Tahun 0214", []),
        (
            "Permen PAN dan RB Nomor 53 Tahun 0014",
            ["“Permen PAN dan RB Nomor 53 Tahun 0014” seharusnya Nomor 53 Tahun 2014."],
        ),
    ],
)
def test_a_citation_with_another_year_is_found(text: str, messages: list[str]) -> None:
    assert found("kutipan-peraturan", text, around=AROUND) == messages


@pytest.mark.parametrize(
    ("text", "tahun", "messages"),
    [
        (
            "Sesuai Permendagri Nomor 13 Tahun 2006, dana dikelola tertib.",
            2021,
            [
                "“Permendagri Nomor 13 Tahun 2006” berlaku sampai tahun 2020, dicabut dengan Peraturan Menteri Dalam "
                "Negeri Nomor 77 Tahun 2020. Pakai peraturan yang berlaku."
            ],
        ),
        ("Sesuai Permendagri Nomor 13 Tahun 2006, dana dikelola tertib.", 2020, []),
        # As every SK IKU cites it.
        (
            "Permendagri Nomor 13 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah, sebagaimana telah dua kali "
            "diubah terakhir dengan Permendagri Nomor 21 Tahun 2011;",
            2024,
            [
                "“Permendagri Nomor 13 Tahun 2006” berlaku sampai tahun 2020, dicabut dengan Peraturan Menteri Dalam "
                "Negeri Nomor 77 Tahun 2020. Pakai peraturan yang berlaku."
            ],
        ),
        ("Permendagri Nomor 13 Tahun 2006 diubah dengan Nomor 21 Tahun 2011.", 2021, []),
        ("Permendagri Nomor 13 Tahun 2006 dicabut dengan Nomor 77 Tahun 2020.", 2021, []),
    ],
)
def test_a_revoked_regulation_is_found(text: str, tahun: int, messages: list[str]) -> None:
    assert found("peraturan-dalam-tulisan", text, around=AROUND, tahun=tahun) == messages


def test_what_tells_how_regulations_followed_one_another_hides_no_other_text() -> None:
    texts = ("Permendagri 13/2006 diganti.", "Permendagri Nomor 13 Tahun 2006 dipakai.")
    (message,) = found("peraturan-dalam-tulisan", *texts, around=AROUND, tahun=2021)
    assert message.startswith("“Permendagri Nomor 13 Tahun 2006” berlaku sampai tahun 2020, dicabut dengan")


def test_a_regulation_of_which_nobody_said_by_what_it_was_revoked() -> None:
    (message,) = found(
        "peraturan-dalam-tulisan", "Permendagri Nomor 13 Tahun 2006", around=AMENDED, tahun=2021
    )
    assert message == (
        "“Permendagri Nomor 13 Tahun 2006” berlaku sampai tahun 2020. Pakai peraturan yang berlaku."
    )


@each_row(
    ("sebutan", "written"),
    [
        ("Undang-Undang Nomor 25 Tahun 2009", "UU No. 25 Tahun 2010"),
        ("Peraturan Pemerintah Nomor 17 Tahun 2018", "PP Nomor 17 Tahun 2019"),
        ("Peraturan Presiden Nomor 29 Tahun 2014", "Perpres Nomor 29 Tahun 2015"),
        ("Peraturan Menteri PANRB Nomor 88 Tahun 2021", "Permenpan-RB Nomor 88 Tahun 2022"),
        ("Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017", "Permendagri Nomor 86 Tahun 2018"),
        ("Keputusan Menteri Dalam Negeri Nomor 050 Tahun 2020", "Kepmendagri Nomor 050 Tahun 2021"),
        ("Peraturan Menteri Keuangan Nomor 212 Tahun 2022", "PMK Nomor 212 Tahun 2023"),
        ("Peraturan Daerah Kabupaten Jember Nomor 3 Tahun 2016", "Perda Nomor 3 Tahun 2017"),
        ("Peraturan Bupati Jember Nomor 52 Tahun 2021", "Perbup Nomor 52 Tahun 2022"),
        ("Peraturan Wali Kota Kediri Nomor 4 Tahun 2021", "Perwali Nomor 4 Tahun 2022"),
    ],
)
def test_a_kind_of_regulation_is_known_by_its_short_name_and_is_no_other(sebutan: str, written: str) -> None:
    number, year = sebutan.split()[-3], int(sebutan.split()[-1])
    known = Surroundings(peraturan=(regulation(sebutan),))
    assert found("kutipan-peraturan", written, around=known) == [
        f"“{written}” seharusnya Nomor {number} Tahun {year}."
    ]
    other = Surroundings(peraturan=(regulation(f"Instruksi Presiden Nomor {number} Tahun {year}"),))
    assert found("kutipan-peraturan", written, around=other) == []


def test_every_citation_is_read_not_the_first_alone() -> None:
    texts = (
        "Sesuai UU Nomor 23 Tahun 2014,",
        "dan Permen PAN-RB No. 53 Tahun 2015",
        "serta Permenpan Nomor 53 Tahun 2013",
    )
    assert len(found("kutipan-peraturan", *texts, around=AROUND)) == 2


AMENDED = Surroundings(
    peraturan=(
        regulation(
            "Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah,"
            " sebagaimana diubah dengan Peraturan Menteri Dalam Negeri Nomor 21 Tahun 2011",
            2020,
        ),
        regulation("Peraturan Menteri Dalam Negeri Nomor 13 Tahun 2019 tentang Evaluasi Laporan"),
        regulation(
            "Peraturan Menteri Dalam Negeri Nomor 5 Tahun 2006 sebagaimana diubah dengan Peraturan Menteri Dalam"
            " Negeri Nomor 8 Tahun 2011",
            2020,
        ),
    )
)


def test_a_regulation_is_the_one_that_its_citation_begins_with() -> None:
    """Not another that it names besides."""

    def told(words: str) -> int:
        return len(found("peraturan-dalam-tulisan", words, around=AMENDED, tahun=2021))

    assert told("Permendagri Nomor 13 Tahun 2006") == told("Permendagri Nomor 5 Tahun 2006") == 1
    assert told("Permendagri Nomor 21 Tahun 2011") == told("Permendagri Nomor 8 Tahun 2011") == 0


@each_row(
    ("text", "messages"),
    [
        # Number and year are of a regulation: what it is said to be about is no slip of a year.
        ("Permendagri Nomor 13 Tahun 2019 tentang Pedoman Pengelolaan Keuangan Daerah", []),
        (
            "Permendagri Nomor 13 Tahun 2007 tentang Pedoman Pengelolaan Keuangan Daerah",
            ["“Permendagri Nomor 13 Tahun 2007” seharusnya Nomor 13 Tahun 2006."],
        ),
        # The year beside, or one digit that is another.
        (
            "Permendagri Nomor 13 Tahun 2020",
            ["“Permendagri Nomor 13 Tahun 2020” seharusnya Nomor 13 Tahun 2019."],
        ),
        (
            "Permendagri Nomor 13 Tahun 2009",
            ["“Permendagri Nomor 13 Tahun 2009” seharusnya Nomor 13 Tahun 2006."],
        ),
        ("Permendagri Nomor 13 Tahun 2023", []),
        # The year beside, but about something else, or of another number: a regulation that is not in the reference.
        ("Permendagri Nomor 13 Tahun 2007 tentang Retribusi Jasa Umum", []),
        ("Permendagri Nomor 99 Tahun 2018", []),
        # Year and title are of a regulation, the number is not.
        (
            "Permendagri Nomor 12 Tahun 2006 tentang Pedoman Pengelolaan Keuangan Daerah",
            ["“Permendagri Nomor 12 Tahun 2006” seharusnya Nomor 13 Tahun 2006."],
        ),
        ("Permendagri Nomor 12 Tahun 2006 tentang Retribusi Jasa Umum", []),
        # What stands in a text between number and year.
        (
            "Permendagri No. 13. Th. 2007",
            ["“Permendagri No. 13. Th. 2007” seharusnya Nomor 13 Tahun 2006."],
        ),
    ],
)
def test_a_slip_is_a_year_beside_or_one_digit(text: str, messages: list[str]) -> None:
    assert found("kutipan-peraturan", text, around=AMENDED) == messages
