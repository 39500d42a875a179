"""Budget rows on several levels: what is added up, what is only compared, and how a contradiction is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.capaian.anggaran import compute_anggaran, row_serapan
from sakip.capaian.levels import BudgetLevel, build_levels, control_differences, total_amount
from tests.sakip.capaian.example_inputs import budget_row


@dataclass(frozen=True, kw_only=True)
class Row:
    """A budget row as it is recorded: three amounts, None where not known."""

    program: str
    kegiatan: str = ""
    sub_kegiatan: str = ""
    pagu_murni: Decimal | None = None
    pagu_perubahan: Decimal | None = None
    realisasi: Decimal | None = None
    rinci: bool = True
    nama_program: str = ""
    nama_kegiatan: str = ""
    nama_sub_kegiatan: str = ""
    unit: str = ""

    @property
    def pagu(self) -> Decimal | None:
        return self.pagu_murni if self.pagu_perubahan is None else self.pagu_perubahan


def control_rows(rows: Sequence[Row]) -> list[Row]:
    """The rows that are control totals, in the order of the tree."""

    def walk(levels: Sequence[BudgetLevel[Row]]) -> Iterator[Row]:
        for level in levels:
            yield from level.controls
            yield from walk(level.children)

    return list(walk(build_levels(rows)))


def rupiah(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def row(
    kode: str, murni: int | None = None, perubahan: int | None = None, realisasi: int | None = None
) -> Row:
    """ "01", "01.1" or "01.1.1": the levels that its dots tell."""
    parts = kode.split(".")
    levels = [".".join(parts[: n + 1]) for n in range(len(parts))]
    program, kegiatan, sub_kegiatan = [*levels, "", ""][:3]
    return Row(
        program=program,
        kegiatan=kegiatan,
        sub_kegiatan=sub_kegiatan,
        pagu_murni=rupiah(murni),
        pagu_perubahan=rupiah(perubahan),
        realisasi=rupiah(realisasi),
    )


#: A budget as every document prints it: each program and kegiatan with its sum. One kegiatan stops above its sub
#: kegiatan, so that adding everything up counts it twice and all the rest three times.
AS_PRINTED = [
    row("01", 13_000_000_000, realisasi=12_000_000_000),
    row("01.1", 13_000_000_000, realisasi=12_000_000_000),
    row("01.1.1", 10_000_000_000, realisasi=9_500_000_000),
    row("01.1.2", 3_000_000_000, realisasi=2_500_000_000),
    row("02", 582_357_149, realisasi=500_000_000),
    row("02.1", 507_417_149, realisasi=430_000_000),
    row("02.1.1", 507_417_149, realisasi=430_000_000),
    row("02.2", 74_940_000, realisasi=70_000_000),
]


def pagu(one: Row) -> Decimal | None:
    return one.pagu


def test_a_budget_typed_as_printed_is_added_up_once() -> None:
    assert sum(r.pagu_murni or 0 for r in AS_PRINTED) == 40_672_131_447
    assert total_amount(AS_PRINTED, pagu) == 13_582_357_149
    assert total_amount(AS_PRINTED, lambda r: r.realisasi) == 12_500_000_000
    assert [r.kegiatan or r.program for r in control_rows(AS_PRINTED)] == ["01", "01.1", "02", "02.1"]
    assert control_differences(AS_PRINTED) == []


def test_a_row_above_states_what_its_parts_do_not_know() -> None:
    rows = [row("01", 100, realisasi=90), row("01.1", 60, realisasi=55), row("01.2", 40)]
    assert total_amount(rows, lambda r: r.realisasi) == 90
    assert total_amount(rows[1:], lambda r: r.realisasi) is None
    assert control_differences(rows) == []


def test_serapan_of_a_sum_takes_each_amount_from_where_it_is_known() -> None:
    serapan = row_serapan(
        [
            budget_row("01", 100, 90),
            budget_row("01", 60, 55, kegiatan="01.1"),
            budget_row("01", 40, None, kegiatan="01.2"),
        ]
    )
    assert (serapan.pagu, serapan.realisasi, str(serapan.nilai)) == (100, 90, "90.00")
    assert serapan.sebagian is None


def test_a_contradiction_names_both_amounts_and_the_difference() -> None:
    rows = [row("01", 1_841_748_142, realisasi=5), row("01.1", 1_841_498_142, realisasi=5)]
    (found,) = control_differences(rows)
    assert (found.row, found.column, found.complete) == (rows[0], "pagu murni", True)
    assert (found.stated, found.parts, found.difference) == (1_841_748_142, 1_841_498_142, 250_000)


def test_parts_not_changed_keep_their_pagu_murni_in_the_sum_of_the_perubahan() -> None:
    rows = [row("01", 100, 110), row("01.1", 60, 70), row("01.2", 40)]
    assert control_differences(rows) == []
    (found,) = control_differences([row("01", 100, 120), *rows[1:]])
    assert (found.column, found.stated, found.parts) == ("pagu perubahan", 120, 110)


def test_unknown_parts_contradict_only_where_the_known_ones_come_to_more() -> None:
    parts = [row("01.1", 60), row("01.2")]
    assert control_differences([row("01", 100), *parts]) == []
    assert control_differences([row("01", 60), *parts]) == []
    (found,) = control_differences([row("01", 50), *parts])
    assert (found.stated, found.parts, found.complete) == (50, 60, False)


def test_a_program_is_compared_with_the_kegiatan_that_stand_for_their_parts() -> None:
    # The kegiatan states 40 where one of its sub kegiatan is not known; the program is compared with that.
    rows = [row("01", 45), row("01.1", 40), row("01.1.1", 30), row("01.1.2")]
    assert total_amount(rows, pagu) == 40
    (found,) = control_differences(rows)
    assert (found.row.program, found.row.kegiatan, found.stated, found.parts) == ("01", "", 45, 40)


def test_kelurahan_share_a_sub_kegiatan() -> None:
    two = [
        budget_row("03", 200_000_000, 195_000_000, kegiatan="03.2", sub="03.2.2", unit="Kelurahan A"),
        budget_row("03", 150_000_000, 120_000_000, kegiatan="03.2", sub="03.2.2", unit="Kelurahan B"),
    ]
    (sub,) = compute_anggaran(two, ()).program[0].anak[0].anak
    assert (sub.tingkat, sub.serapan.pagu, sub.serapan.realisasi) == (
        "sub kegiatan",
        350_000_000,
        315_000_000,
    )
    assert str(sub.serapan.nilai) == "90.00"
    assert [(u.tingkat, u.nama, str(u.serapan.nilai)) for u in sub.anak] == [
        ("unit", "Kelurahan A", "97.50"),
        ("unit", "Kelurahan B", "80.00"),
    ]
    # The sub kegiatan itself, typed as well, is a control total; what no kelurahan explains is a part.
    jumlah = budget_row("03", 350_000_000, 315_000_000, kegiatan="03.2", sub="03.2.2")
    assert row_serapan([jumlah, *two]).pagu == 350_000_000
    rest = budget_row("03", 50_000_000, 45_000_000, kegiatan="03.2", sub="03.2.2", rinci=False)
    assert row_serapan([rest, *two]).pagu == 400_000_000


amounts = st.integers(min_value=0, max_value=10**12)


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("123"), st.sampled_from("123"), st.sampled_from("123")), amounts
    )
)
def test_control_totals_change_no_sum(leaves: dict[tuple[str, str, str], int]) -> None:
    """Typing every level, or only the most detailed, gives one total, in whatever order."""
    details = [row(".".join(place), amount) for place, amount in leaves.items()]
    sums: dict[str, int] = {}
    for place, amount in leaves.items():
        for depth in (1, 2):
            kode = ".".join(place[:depth])
            sums[kode] = sums.get(kode, 0) + amount
    printed = [*(row(kode, amount) for kode, amount in sums.items()), *details]
    expected = Decimal(sum(leaves.values()))
    assert total_amount(details, pagu) == total_amount(printed, pagu) == expected
    assert total_amount(printed[::-1], pagu) == expected
    assert control_differences(printed) == []


@pytest.mark.parametrize("rows", [[], [row("01", 5)], [row("01.1", 5), row("01.2", 5)]])
def test_rows_of_one_level_control_nothing(rows: list[Row]) -> None:
    assert control_rows(rows) == []
    assert control_differences(rows) == []
