"""Names of one person, as documents and certificates write them, and names of two."""

from __future__ import annotations

from kecamatan.person_names import names_agree
from tests.table_tests import each_row

ONE_PERSON = [
    ("Drs. Bambang Saputro, M.Si", "BAMBANG SAPUTRO"),
    ("SITI AMINAH, S.Sos.", "Siti Aminah"),
    ("SITI AMINAH, S. Sos., M. Si.", "SITI AMINAH"),
    ("Siti Aminah S.Sos M.Si", "SITI AMINAH, S.Sos., M.Si"),
    ("WIDAYAKA, SH, M.Si", "Widayaka SH MSI"),
    ("WIDAYAKA S. H.", "widayaka"),
    ("NURYADI, S.STP.", "Nuryadi"),
    ("NURUL HAFID YASIN, S.STP, M.Si", "Nurul  Hafid Yasin, S.STP., MSi"),
    ("Ir. H. HENDY SISWANTO, ST, IPU", "Hendy Siswanto"),
    ("dr. Hj. FAIDA, MMR.", "FAIDA"),
    ("M. YUSUF, S.Pd., SH", "Muhammad Yusuf"),
    ("Drs. H. MOH. ALI", "Mochammad Ali, M.M."),
    ("Dr. H. R. Suharto, S.E., M.M., CPHCM", "SUHARTO"),
    ("RADEN SUHARTO", "R. Suharto"),
    ("Prof. Dr. Ir. Agus Salim, M.Sc., Ph.D., IPU., ASEAN Eng.", "Agus Salim"),
    ("Ma'ruf Al-Fatah, S.Tr.I.P.", "MARUF AL FATAH"),
    ("Abdul Rahman", "ABDULRAHMAN, A.Md.Kom"),
    ("Drs.H.M.SUHARTO, M.Si", "Muhammad Suharto"),
    ("SUHARTO S.Tr.I.P. M.Si", "Suharto"),
    ("I Nyoman Sutrisno A.R.", "I NYOMAN SUTRISNO AR"),
]

TWO_PEOPLE = [
    ("SITI AMINAH, S.Sos.", "SITI AISYAH, S.Sos."),
    ("SITI AMINAH", "AMINAH"),
    ("AMINAH, SITI", "AMINAH, S.Sos."),
    ("SITI AMINAH", "SITI AMINAH PUTRI"),
    ("SITI AMINAH", "SITI AMINAH 2"),
    ("Camat Balung", "SITI AMINAH, S.Sos."),
    ("SITI M.ALI", "SITI"),  # no comma, and no degree that anybody knows
    ("M. ALI", "MAHMUD ALI"),
    ("MOCHAMAD ALI", "MUHAMMAD ALI"),  # two ways to write it in full are two people
    ("SUTRISNO A.R.", "SUTRISNO"),
    ("SITI АMINAH", "SITI AMINAH"),  # a Cyrillic letter
    ("['Siti Aminah', 'Budi']", "Siti Aminah"),
    ("Dr. H.", "Dr. H."),
    ("", ""),
    (", S.Sos.", ", S.Sos."),
]


@each_row(("one", "other"), ONE_PERSON)
def test_names_of_one_person(one: str, other: str) -> None:
    assert names_agree(one, other)
    assert names_agree(other, one)


@each_row(("one", "other"), TWO_PEOPLE)
def test_names_of_two(one: str, other: str) -> None:
    assert not names_agree(one, other)
    assert not names_agree(other, one)
