"""The year's target shared out over its triwulan: evenly or as last year, and always to the year's target exactly."""

from __future__ import annotations

from decimal import Decimal

from sakip.capaian.inputs import Akumulasi
from sakip.records.rencana_aksi.quarters import proposed_quarters
from tests.table_tests import each_row

EVERY = (1, 2, 3, 4)


@each_row(
    ("target", "measured", "mode", "before", "shared"),
    [
        ("95", EVERY, "kumulatif", {}, "23 47 71 95"),  # 23,75 47,5 71,25: no more decimals than 95
        ("98", EVERY, "jumlah", {}, "24 24 24 26"),
        ("82.5", EVERY, "jumlah", {}, "20.6 20.6 20.6 20.7"),
        ("85", (2, 4), "rata-rata", {}, "85 85"),
        ("85", EVERY, "terakhir", {}, "85"),
        ("3", (3,), "jumlah", {}, "3"),
        # As last year: 10 + 20 + 30 + 40 of 100, now of 200; and 69 of 95 by III, now of 190.
        ("200", EVERY, "jumlah", {1: "10", 2: "20", 3: "30", 4: "40"}, "20 40 60 80"),
        ("190", EVERY, "kumulatif", {1: "23", 2: "46", 3: "69", 4: "95"}, "46 92 138 190"),
        ("90", EVERY, "terakhir", {1: "80", 2: "80", 3: "80", 4: "80"}, "90 90 90 90"),
        ("90", (2, 4), "rata-rata", {2: "70", 4: "90"}, "78 102"),  # 70/80 of 90 is 78,75
        # Last year planned two of four, or nothing: that says nothing of this year.
        ("100", EVERY, "jumlah", {1: "10", 2: "20"}, "25 25 25 25"),
        ("100", EVERY, "jumlah", {1: "0", 2: "0", 3: "0", 4: "0"}, "25 25 25 25"),
    ],
)
def test_the_triwulan_come_to_the_year(
    target: str, measured: tuple[int, ...], mode: str, before: dict[int, str], shared: str
) -> None:
    earlier = {n: Decimal(text) for n, text in before.items()}
    made = proposed_quarters(Decimal(target), measured, Akumulasi(mode), earlier)
    assert list(made) == list(measured)[-len(made) :]
    assert [str(n) for n in made.values()] == shared.split()
