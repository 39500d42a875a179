"""Whether a year is open: every guard is asked, and the first that says no is heard."""

from __future__ import annotations

import pytest

from kecamatan.models import Kecamatan
from sakip.entry import lock as key
from sakip.entry.lock import YearClosed, closed_reason, ensure_open, register_guards

BALUNG = Kecamatan(nama="Balung")


@pytest.fixture(autouse=True)
def no_guards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other guards than those that the application registers when it starts."""
    monkeypatch.setattr(key, "_GUARDS", [])


def test_without_guards_a_year_is_open() -> None:
    assert closed_reason(BALUNG, 2021) == ""
    ensure_open(kecamatan=BALUNG, tahun=2021)


def test_each_guard_is_asked_about_the_place_and_the_year() -> None:
    asked: list[tuple[str, Kecamatan, int]] = []

    def guard(name: str, closed: int) -> key.Guard:
        def ask(kecamatan: Kecamatan, tahun: int) -> str:
            asked.append((name, kecamatan, tahun))
            return f"{name} menutup {tahun}." if tahun == closed else ""

        return ask

    register_guards(guard("LKIP", 2021))
    register_guards(guard("Pemeriksaan", 2022))
    assert closed_reason(BALUNG, 2021) == "LKIP menutup 2021."
    assert closed_reason(BALUNG, 2022) == "Pemeriksaan menutup 2022."
    assert closed_reason(BALUNG, 2023) == ""
    assert asked == [
        ("LKIP", BALUNG, 2021),
        *(("LKIP", BALUNG, 2022), ("Pemeriksaan", BALUNG, 2022)),
        *(("LKIP", BALUNG, 2023), ("Pemeriksaan", BALUNG, 2023)),
    ]
    with pytest.raises(YearClosed, match=r"^Pemeriksaan menutup 2022\.$"):
        ensure_open(kecamatan=BALUNG, tahun=2022)
    ensure_open(kecamatan=BALUNG, tahun=2023)


def test_a_guard_registered_twice_is_asked_once() -> None:
    asked: list[int] = []

    def guard(kecamatan: Kecamatan, tahun: int) -> str:
        asked.append(tahun)
        return ""

    for _ in range(2):
        register_guards(guard)
    assert closed_reason(BALUNG, 2021) == ""
    assert asked == [2021]
