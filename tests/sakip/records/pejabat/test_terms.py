"""Who signs for an office on a day, by the kind in which each holds it."""

from __future__ import annotations

from datetime import date

from kecamatan.models import MasaJabatan
from sakip.records.pejabat.terms import in_charge
from tests.table_tests import each_row


def term(status: str, mulai: str, sampai: str = "", jabatan: str = "bupati") -> MasaJabatan:
    last = date.fromisoformat(sampai) if sampai else None
    return MasaJabatan(jabatan=jabatan, status=status, mulai=date.fromisoformat(mulai), sampai=last)


HOLDER = term("", "2021-02-26", "2025-02-20")
ON_LEAVE = term("pjs", "2024-09-25", "2024-11-23")  # the holder campaigns, and is back afterwards
FOR_A_DAY = term("plh", "2023-05-02", "2023-05-02")
ON_BEHALF = term("an", "2021-01-01")
NEXT = term("pj", "2025-02-21")
TERMS = [ON_BEHALF, NEXT, ON_LEAVE, HOLDER, FOR_A_DAY, term("", "2020-01-01", jabatan="camat")]


@each_row(
    ("day", "who"),
    [
        ("2020-12-31", None),  # the camat is no bupati
        ("2021-01-31", ON_BEHALF),
        ("2021-02-26", HOLDER),
        ("2023-05-01", HOLDER),
        ("2023-05-02", FOR_A_DAY),
        ("2024-09-25", ON_LEAVE),
        ("2024-11-23", ON_LEAVE),
        ("2024-11-24", HOLDER),
        ("2025-02-21", NEXT),
    ],
)
def test_who_signs_on_a_day(day: str, who: MasaJabatan | None) -> None:
    for terms in (TERMS, TERMS[::-1]):
        assert in_charge(terms, "bupati", date.fromisoformat(day)) is who


def test_of_two_terms_that_overlap_the_later_counts() -> None:
    plt = term("plt", "2024-07-01")
    assert in_charge([term("", "2020-01-01"), plt], "bupati", date(2024, 7, 1)) is plt
