"""Whether a year is open: every reader of its reports is asked, and the first that says no is heard."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from kecamatan.models import Kecamatan
from sakip.entry import lock as key
from sakip.entry.lock import (
    HeldYears,
    PrintedWatch,
    YearClosed,
    closed_reason,
    ensure_open,
    register_reader,
    signed_years,
)

BALUNG = Kecamatan(nama="Balung")


@dataclass
class Held:
    """Says what it is given; ``pages`` is what each year prints."""

    name: str = ""
    closed: int = 0
    signed: frozenset[int] = frozenset()
    submitted: frozenset[int] = frozenset()
    pages: dict[int, str] = field(default_factory=dict)

    def why_closed(self, tahun: int) -> str:
        return f"{self.name} menutup {tahun}." if tahun == self.closed else ""

    def printed(self, tahun: int) -> object:
        return self.pages[tahun]


@pytest.fixture(autouse=True)
def no_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other readers than that which the application registers when it starts."""
    monkeypatch.setattr(key, "_READERS", [])


def test_without_readers_a_year_is_open() -> None:
    assert closed_reason(BALUNG, 2021) == ""
    ensure_open(kecamatan=BALUNG, tahun=2021)


def test_each_reader_is_asked_about_the_place_and_the_year() -> None:
    asked: list[Kecamatan] = []

    def lkip(kecamatan: Kecamatan) -> HeldYears:
        asked.append(kecamatan)
        return Held("LKIP", 2021, signed=frozenset({2019}))

    register_reader(lkip)
    register_reader(lkip)
    register_reader(lambda _: Held("Pemeriksaan", 2022, signed=frozenset({2020})))
    assert closed_reason(BALUNG, 2021) == "LKIP menutup 2021."
    assert asked == [BALUNG]  # registered twice, it is asked once
    assert closed_reason(BALUNG, 2022) == "Pemeriksaan menutup 2022."
    assert closed_reason(BALUNG, 2023) == ""
    assert signed_years(BALUNG) == {2019, 2020}
    with pytest.raises(YearClosed, match=r"^Pemeriksaan menutup 2022\.$"):
        ensure_open(kecamatan=BALUNG, tahun=2022)
    ensure_open(kecamatan=BALUNG, tahun=2023)
    ensure_open(kecamatan=BALUNG, tahun=None)


def test_what_a_submitted_report_prints_stays_and_that_of_other_years_may_change() -> None:
    held = Held("LKIP", 2021, submitted=frozenset({2021}), pages={2020: "a", 2021: "b"})
    for written, refused in ((None, True), (2020, True), (2021, True), (2022, False)):
        held.pages = {2020: "a", 2021: "b"}
        watch = PrintedWatch([held])
        watch.expect(written)
        held.pages[2020] = "lain"
        watch.ensure_unchanged()
        held.pages[2021] = "lain"
        if not refused:  # nobody looked: what is of a later year stands in no earlier report
            watch.ensure_unchanged()
            continue
        with pytest.raises(YearClosed, match=r"^Isi LKIP tahun 2021 ikut berubah\. LKIP menutup 2021\.$"):
            watch.ensure_unchanged()
