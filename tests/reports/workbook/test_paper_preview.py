"""What the preview of a paper shows first: decisions fact by fact, changes by kind."""

from __future__ import annotations

from typing import Any

from reports.workbook.paper_preview import kinds_of, paper_changes, undecided


def held(number: int, sheet: str, fact: str) -> dict[str, Any]:
    return {"nomor": number, "lembar": sheet, "hal": fact}


def test_two_values_for_one_fact_stand_together_and_what_has_no_fact_alone() -> None:
    shown = undecided(
        [
            held(1, "PK", "skm"),
            held(2, "PK", ""),
            held(3, "PK", "skm"),
            held(4, "PK", ""),
            held(5, "SDM", "skm"),
        ]
    )
    numbers = [(sheet, [[one["nomor"] for one in fact] for fact in facts]) for sheet, facts in shown]
    assert numbers == [("PK", [[1, 3], [2], [4]]), ("SDM", [[5]])]


def test_changes_are_narrowed_to_a_kind_and_a_wrong_name_narrows_nothing() -> None:
    changes: list[dict[str, Any]] = [
        {"jenis": "baru", "usulan": {"catatan": ["Namanya mirip."]}},
        {"jenis": "berubah", "usulan": None},
        {"jenis": "baru", "usulan": {"catatan": []}},
    ]
    assert [(kind.code, kind.rows) for kind in kinds_of(changes)] == [
        ("baru", 2),
        ("berubah", 1),
        ("catatan", 1),
    ]
    assert [len(paper_changes(changes, only)) for only in ("", "baru", "berubah", "catatan", "x")] == [
        3,
        2,
        1,
        1,
        3,
    ]
    assert kinds_of(changes[1:2])[0].words == "berubah"
