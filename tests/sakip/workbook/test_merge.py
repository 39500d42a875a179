"""Three ways of one sheet, merged: each case by hand, base, file and site beside what comes out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.workbook.merge import FILE, SITE, Merge, Merged, mark
from tests.table_tests import each_row

COLUMNS = ("kunci", "nama", "target")


def rows(text: str) -> list[dict[str, Any]]:
    """ "a Surat 10 | b Warga 20" as rows; a dash is an empty cell."""
    return [
        {name: cell for name, cell in zip(COLUMNS, row.split(), strict=True) if cell != "-"}
        for row in text.split("|")
        if row.strip()
    ]


def merged(
    base: str, file: str, site: str, *, key: bool = True, chosen: dict[str, str] | None = None
) -> Merged:
    return Merge(
        base=rows(base),
        file=list(enumerate(rows(file), start=3)),
        site=rows(site),
        sheet="Indikator",
        columns=COLUMNS,
        unique=("kunci",) if key else (),
        chosen=chosen or {},
    ).merge()


def told(result: Merged) -> str:
    return " | ".join(" ".join(row.values.get(name, "-") for name in COLUMNS) for row in result.rows)


BASE = "a Surat 10 | b Warga 20 | c Jalan 30"


@each_row("key", [True, False], ids=["with a key", "without one"])
@each_row(
    ("file", "site", "result"),
    [
        (BASE, BASE, BASE),
        (BASE, "a Surat 11 | b Warga 20 | c Jalan 30", "a Surat 11 | b Warga 20 | c Jalan 30"),
        ("a Surat 11 | b Warga 20 | c Jalan 30", BASE, "a Surat 11 | b Warga 20 | c Jalan 30"),
        (
            "a Surat 11 | b Warga 20 | c Jalan 30",
            "a Kirim 10 | b Warga 20 | c Jalan 30",
            "a Kirim 11 | b Warga 20 | c Jalan 30",
        ),
        (BASE, f"{BASE} | d Baru 40", f"{BASE} | d Baru 40"),
        (
            BASE,
            "a Surat 10 | d Baru 40 | b Warga 20 | c Jalan 30",
            "a Surat 10 | d Baru 40 | b Warga 20 | c Jalan 30",
        ),
        (BASE, "a Surat 10 | c Jalan 30", "a Surat 10 | c Jalan 30"),
        ("a Surat 10 | c Jalan 30", BASE, "a Surat 10 | c Jalan 30"),
        ("a Surat 10 | c Jalan 30", f"{BASE} | d Baru 40", "a Surat 10 | c Jalan 30 | d Baru 40"),
        (
            "a Surat 10 | e Berkas 50 | b Warga 20 | c Jalan 30",
            f"{BASE} | d Baru 40",
            "a Surat 10 | e Berkas 50 | b Warga 20 | c Jalan 30 | d Baru 40",
        ),
        (f"{BASE} | d Baru 40", f"{BASE} | d Baru 40", f"{BASE} | d Baru 40"),
        ("c Jalan 30 | a Surat 10 | b Warga 20", BASE, "c Jalan 30 | a Surat 10 | b Warga 20"),
        (BASE, "c Jalan 30 | a Surat 10 | b Warga 20", "c Jalan 30 | a Surat 10 | b Warga 20"),
        ("a Surat - | b Warga 20 | c Jalan 30", BASE, "a Surat - | b Warga 20 | c Jalan 30"),
        (BASE, "a Surat - | b Warga 20 | c Jalan 30", "a Surat - | b Warga 20 | c Jalan 30"),
        (
            "a Surat 12 | b Warga 20 | c Jalan 30",
            "a Surat 12 | b Warga 20 | c Jalan 30",
            "a Surat 12 | b Warga 20 | c Jalan 30",
        ),
        ("", BASE, ""),
        (BASE, "", ""),
    ],
    ids=[
        "nothing",
        "site changes",
        "file changes",
        "two cells of one row",
        "site adds",
        "site adds between",
        "site deletes",
        "file deletes",
        "file deletes and site adds",
        "both add",
        "both add the same",
        "file moves",
        "site moves",
        "file empties",
        "site empties",
        "both alike",
        "file deletes all",
        "site deletes all",
    ],
)
def test_what_only_one_side_did_is_done(key: bool, file: str, site: str, result: str) -> None:
    found = merged(BASE, file, site, key=key)
    assert (told(found), found.clashes) == (result, [])


def test_a_cell_that_both_changed_is_asked_about_and_until_then_as_the_site_has_it() -> None:
    file, site = "a Surat 11 | b Warga 20 | c Jalan 30", "a Surat 12 | b Warga 20 | c Jalan 30"
    found = merged(BASE, file, site)
    (clash,) = found.clashes
    assert (clash.column, clash.number) == ("target", 3)
    assert [row and row["target"] for row in (clash.base, clash.file, clash.site)] == ["10", "11", "12"]
    assert told(found).startswith("a Surat 12")
    for choice, target in ((FILE, "11"), (SITE, "12")):
        found = merged(BASE, file, site, chosen={clash.key: choice})
        assert (told(found).split()[2], found.clashes) == (target, [])


def test_what_was_chosen_does_not_hold_for_another_change() -> None:
    file = "a Surat 11 | b Warga 20 | c Jalan 30"
    (clash,) = merged(BASE, file, "a Surat 12 | b Warga 20 | c Jalan 30").clashes
    again = merged(BASE, file, "a Surat 13 | b Warga 20 | c Jalan 30", chosen={clash.key: FILE})
    assert [one.column for one in again.clashes] == ["target"]
    assert told(again).startswith("a Surat 13")


@pytest.mark.parametrize(
    ("file", "site", "until", "by_file", "by_site"),
    [
        ("a Surat 11", "", "", "a Surat 11", ""),
        ("", "a Surat 12", "a Surat 12", "", "a Surat 12"),
    ],
    ids=["deleted on the site", "deleted in the file"],
)
def test_a_row_that_one_deleted_and_the_other_changed_is_asked_about(
    file: str, site: str, until: str, by_file: str, by_site: str
) -> None:
    base = "a Surat 10"
    found = merged(base, file, site)
    (clash,) = found.clashes
    assert (clash.column, told(found)) == ("", until)
    assert told(merged(base, file, site, chosen={clash.key: FILE})) == by_file
    assert told(merged(base, file, site, chosen={clash.key: SITE})) == by_site


def test_a_row_that_both_added_under_one_key_is_one_row() -> None:
    found = merged("", "d Baru 40", "d Baru 41")
    assert told(found) == "d Baru 41"
    assert [clash.column for clash in found.clashes] == ["target"]


def test_a_key_that_was_renamed_on_the_site_is_no_new_row() -> None:
    assert told(
        merged(BASE, "a Surat 11 | b Warga 20 | c Jalan 30", "x Surat 10 | b Warga 20 | c Jalan 30")
    ) == ("x Surat 11 | b Warga 20 | c Jalan 30")


TABLE = st.lists(
    st.tuples(
        st.sampled_from("abcdef"), st.sampled_from(["Surat", "Warga"]), st.sampled_from(["10", "20", "-"])
    ),
    max_size=6,
    unique_by=lambda row: row[0],
).map(lambda given: " | ".join(" ".join(row) for row in given))


@given(TABLE, TABLE)
def test_a_file_that_nobody_touched_changes_nothing(base: str, site: str) -> None:
    found = merged(base, base, site)
    assert (told(found), found.clashes) == (told(merged(site, site, site)), [])


@given(TABLE, TABLE)
def test_where_nothing_changed_on_the_site_the_file_is_taken_as_it_is(base: str, file: str) -> None:
    found = merged(base, file, base)
    assert sorted(told(found).split(" | ")) == sorted(told(merged(file, file, file)).split(" | "))
    assert found.clashes == []


@given(TABLE, TABLE, TABLE)
def test_what_came_to_the_site_since_is_never_lost(base: str, file: str, site: str) -> None:
    there, before, in_file = ({row["kunci"] for row in rows(text)} for text in (site, base, file))
    kept = {row.values["kunci"] for row in merged(base, file, site).rows}
    assert there - before - in_file <= kept


def test_an_empty_cell_and_another_end_of_a_line_are_no_change() -> None:
    assert mark("") is mark(None) is mark([]) is None
    assert mark("satu\r\ndua ") == mark("satu\ndua")
    assert mark("satu dua") != mark("satu\ndua")
