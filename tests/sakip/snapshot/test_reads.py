"""What a function made is handed out again while all that it read is the same, and never longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from sakip.snapshot.reads import asked_whole, forget, kept, same, settled, viewed, whole


@dataclass(frozen=True)
class Row:
    nama: str
    pk: int = field(default=0, compare=False)


@viewed
@dataclass(frozen=True, slots=True)
class Records:
    rows: tuple[Row, ...] = ()
    pagu: int = 0
    camat: str = "Sri"

    @property
    def last(self) -> Row | None:
        return self.rows[-1] if self.rows else None


@viewed
@dataclass(frozen=True, slots=True)
class Report:
    records: Records
    texts: tuple[tuple[str, str], ...] = ()

    @asked_whole
    def text(self, place: str) -> str:
        return dict(self.texts).get(place, "")


@viewed
@dataclass(frozen=True, slots=True)
class Shelf:
    several: tuple[Records, ...] = ()


calls: list[str] = []


@kept
def head(records: Records) -> str:
    calls.append("head")
    return records.camat


@kept
def part(report: Report, place: str, *, nomor: str = "") -> str:
    calls.append("part")
    return f"{nomor}{report.text(place)} {head(report.records)}"


@kept
def last_row(report: Report) -> str:
    calls.append("last")
    return report.records.last.nama if report.records.last else "-"


@kept
def names(shelf: Shelf) -> tuple[str, ...]:
    calls.append("names")
    assert all(one is other for one, other in zip(shelf.several, shelf.several, strict=True))
    return tuple(row.nama for one in shelf.several for row in one.rows)


@dataclass(frozen=True)
class Holder:
    records: Records


@kept
def holder(report: Report) -> Holder:
    calls.append("holder")
    return Holder(whole(report.records))


@kept
def first_nama(of: Records | Shelf) -> str:
    return of.rows[0].nama if isinstance(of, Records) else of.several[0].rows[0].nama


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    forget()
    calls.clear()
    yield
    forget()


ROWS = (Row("a"), Row("b"))
REPORT = Report(records=Records(rows=ROWS), texts=(("kendala", "Hujan."), ("langkah", "Payung.")))


def test_what_was_not_read_may_change() -> None:
    part(REPORT, "kendala")
    other = replace(
        REPORT, records=replace(REPORT.records, pagu=5), texts=(("kendala", "Hujan."), ("langkah", "-"))
    )
    assert part(other, "kendala") == "Hujan. Sri"
    assert calls == ["part", "head"]


@pytest.mark.parametrize(
    ("changed", "made"),
    [
        (replace(REPORT, texts=(("kendala", "Banjir."),)), "Banjir. Sri"),
        (replace(REPORT, texts=()), " Sri"),
        (replace(REPORT, records=replace(REPORT.records, camat="Adi")), "Hujan. Adi"),
    ],
)
def test_what_was_read_is_read_again_also_by_who_asks_another(changed: Report, made: str) -> None:
    """The camat is read by the function that the other one asks, whether that was kept or not."""
    head(REPORT.records)
    assert part(REPORT, "kendala") == "Hujan. Sri"
    assert part(changed, "kendala") == made
    assert part(REPORT, "kendala") == "Hujan. Sri"
    assert calls.count("part") == 2


def test_of_each_of_several_only_what_was_read_counts() -> None:
    one, other = Records(rows=ROWS), Records(rows=ROWS[:1])
    assert names(Shelf((one, other))) == ("a", "b", "a")
    assert names(Shelf((replace(one, camat="Adi"), replace(other, pagu=5)))) == ("a", "b", "a")
    assert calls == ["names"]
    assert names(Shelf((one,))) == ("a", "b")
    assert names(Shelf((one, other, other))) == ("a", "b", "a", "a")
    assert names(Shelf((other, one))) == ("a", "a", "b")
    assert names(Shelf()) == ()


def test_what_is_kept_to_be_read_later_was_read_as_a_whole() -> None:
    made = [
        holder(REPORT),
        holder(replace(REPORT, texts=())),
        holder(replace(REPORT, records=Records(pagu=5))),
    ]
    assert [one.records.pagu for one in made] == [0, 0, 5]
    assert calls == ["holder", "holder"]
    with pytest.raises(ValueError, match="disimpan"):
        kept(whole)(REPORT)


def test_arguments_of_two_shapes_are_told_apart() -> None:
    assert first_nama(Records(rows=ROWS)) == first_nama(Shelf((Records(rows=ROWS),))) == "a"


def test_arguments_tell_apart_what_is_kept() -> None:
    said = [part(REPORT, "kendala"), part(REPORT, "langkah"), part(REPORT, "langkah", nomor="1. ")]
    assert said == ["Hujan. Sri", "Payung. Sri", "1. Payung. Sri"]
    assert [part(REPORT, "langkah", nomor="1. "), part(REPORT, "kendala")] == [said[2], said[0]]
    assert calls.count("part") == 3


def test_a_property_reads_the_fields_behind_it() -> None:
    assert last_row(REPORT) == "b"
    assert (
        last_row(replace(REPORT, records=replace(REPORT.records, pagu=1, rows=(Row("a"), Row("b"))))) == "b"
    )
    assert last_row(replace(REPORT, records=replace(REPORT.records, rows=ROWS[:1]))) == "a"
    assert calls == ["last", "last"]


def test_fields_that_no_comparison_looks_at_count_too() -> None:
    """The number of a row leads to its form."""
    assert Row("a", pk=1) == Row("a", pk=2)
    assert not same((Row("a", pk=1),), (Row("a", pk=2),))
    assert settled(Row("a", pk=2), Row("a", pk=1)).pk == 2


def test_a_view_that_is_read_too_late_says_so() -> None:
    @kept
    def later(records: Records) -> list[Records]:
        return [records]

    (view,) = later(REPORT.records)
    with pytest.raises(RuntimeError, match="camat"):
        _ = view.camat


def test_what_follows_from_an_error_is_noted() -> None:
    @kept
    def first(records: Records) -> Row:
        return records.rows[0]

    @kept
    def or_none(records: Records) -> str:
        try:
            return first(records).nama
        except IndexError:
            return "-"

    assert [or_none(Records()), or_none(Records(rows=ROWS)), or_none(Records())] == ["-", "a", "-"]


def test_what_says_the_same_is_the_same_object_and_one_stays_one() -> None:
    shared = Row("b", pk=3)
    before = (Row("a"), shared, (shared, Row("c")))
    new = Row("b", pk=4)
    now = settled((Row("a"), new, (new, Row("c"))), before)
    assert now[0] is before[0]
    assert now[2][1] is before[2][1]
    assert now[1].pk == 4
    assert now[1] is now[2][0]
    assert settled((Row("a"), Row("b", pk=3), (Row("b", pk=3), Row("c"))), before) is before
