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
    ],
)
def test_a_slip_is_a_year_beside_or_one_digit(text: str, messages: list[str]) -> None:
    assert found("kutipan-peraturan", text, around=AMENDED) == messages
