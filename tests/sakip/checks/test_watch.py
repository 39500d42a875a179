"""What a change makes worse: which findings are new, which of them stop a form, and of which years they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final
from unittest.mock import patch

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from kecamatan import models as k
from kecamatan.models import Kecamatan
from sakip import models as m
from sakip.checks import CHECKS, AtForm, Check, CheckedYear, Finding, Level, Place
from sakip.entry.watch import BeforeNeeded, RowWatch, Watch, every_finding, is_about, year_findings
from tests.factory import make, make_indikator, make_kecamatan, make_pk, make_realisasi, make_renstra

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

BELANJA: Final = "sakip.belanja"
MADE_UP: Final = "uji-buatan"


class MadeUp:
    """The only check: it finds what the test says, and remembers the years in which it was asked."""

    def __init__(self) -> None:
        self.found: list[tuple[Place, str]] = []
        self.asked: list[tuple[str, int]] = []
        self.check = Check(
            code=MADE_UP,
            rule="R-sum",
            level=Level.GALAT,
            basis="Uji.",
            reads=frozenset({"belanja"}),
            kinds=frozenset({"belanja"}),
            find=self.find,
        )

    def find(self, year: CheckedYear) -> Iterator[tuple[Place, str]]:
        self.asked.append((year.snapshot.kecamatan.kode, year.snapshot.tahun))
        yield from self.found

    def become(self, **changes: Any) -> None:
        CHECKS[MADE_UP] = replace(self.check, **changes)


@pytest.fixture
def made_up() -> Iterator[MadeUp]:
    """The only check there is; the others come back in the order in which findings are told."""
    made = MadeUp()
    with patch.dict(CHECKS, {MADE_UP: made.check}, clear=True):
        yield made


def at(kode: str, pk: int | None = None, column: str = "pagu", kind: str = "belanja") -> Place:
    return Place(kind=kind, key=(("kode", kode),), column=column, words=f"belanja {kode}", pk=pk)


def row_watch(kecamatan: Kecamatan) -> RowWatch:
    """Before a row of belanja is written."""
    watch = RowWatch(kecamatan=kecamatan, tahun=2021)
    watch.expect(m.Belanja)
    return watch


def errors(made_up: MadeUp, row: m.Belanja, *after: tuple[Place, str]) -> list[str]:
    """What stops the form of the row after ``after`` was found besides what is found now."""
    watch = row_watch(row.kecamatan)
    made_up.found = [*made_up.found, *after]
    return [finding.message for finding in watch.errors([row])]


# -- what is new -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ((), (at("a"), at("b")), [0, 1]),
        ((at("a"),), (at("a"), at("b")), [1]),
        ((at("a"),), (at("a"), at("a")), [1]),  # no row is known: as many as there were may stay
        ((at("a"), at("a")), (at("a"), at("a")), []),
        ((at("a"),), (), []),
        ((at("a", pk=1),), (at("b", pk=1),), []),  # the row's own key was typed anew
        ((at("a", pk=1),), (at("b", pk=2),), [0]),
        ((at("a", pk=1),), (at("b", pk=1, column="kode"),), [0]),
        ((at("a", pk=1),), (at("b", pk=1, kind="anggaran"),), [0]),  # numbers are of a kind
        ((at("a"),), (at("b"),), [0]),
        ((at("a"),), (at("a", column="kode"),), [0]),
    ],
)
def test_only_what_was_not_found_before_counts(
    made_up: MadeUp, balung: Kecamatan, before: tuple[Place, ...], after: tuple[Place, ...], new: list[int]
) -> None:
    row = make(m.Belanja, kecamatan=balung)
    made_up.found = [(place, "lama") for place in before]
    watch = row_watch(balung)
    made_up.found = [(place, str(number)) for number, place in enumerate(after)]
    assert [int(finding.message) for finding in watch.errors([row])] == new


@pytest.mark.parametrize("pk", [1, None])
def test_another_check_of_the_same_place_is_new(made_up: MadeUp, balung: Kecamatan, pk: int | None) -> None:
    row = make(m.Belanja, kecamatan=balung)
    made_up.found = [(at("a", pk=pk), "satu")]
    second: list[tuple[Place, str]] = []
    CHECKS["uji-kedua"] = replace(made_up.check, code="uji-kedua", find=lambda year: iter(second))
    watch = row_watch(balung)
    made_up.found = []
    second.append((at("a", pk=pk), "dua"))
    assert [finding.message for finding in watch.errors([row])] == ["dua"]
    del CHECKS["uji-kedua"]


def test_who_did_not_look_before_is_told_only_that_something_is_wrong_now(
    made_up: MadeUp, balung: Kecamatan
) -> None:
    row = make(m.Belanja, kecamatan=balung)
    watch = RowWatch(kecamatan=balung, tahun=2021, lazily=True)
    watch.expect(m.Belanja)
    assert watch.errors([row]) == ()
    made_up.found = [(at("a"), "lama")]
    with pytest.raises(BeforeNeeded):
        watch.errors([row])


# -- what stops a form -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "own", "other"),
    [
        ({"at_form": AtForm.REFUSE}, True, True),
        ({"at_form": AtForm.OWN_ROW}, True, False),
        ({"at_form": AtForm.SHOW}, False, False),
        ({"level": Level.PERINGATAN}, False, False),
        ({"reads": frozenset({"anggaran"})}, False, False),
    ],
    ids=["refuse", "own row", "show", "peringatan", "of other records"],
)
def test_a_form_is_stopped_as_its_check_says(
    made_up: MadeUp, balung: Kecamatan, changes: dict[str, Any], own: bool, other: bool
) -> None:
    row = make(m.Belanja, kecamatan=balung)
    made_up.become(**changes)
    assert errors(made_up, row, (at("a", pk=row.pk), "milik baris ini")) == ["milik baris ini"] * own
    assert errors(made_up, row, (at("b", pk=row.pk + 1), "baris lain")) == ["baris lain"] * other


def test_a_finding_is_about_the_row_in_whose_form_it_is_mended(balung: Kecamatan) -> None:
    indikator = make_indikator()
    belanja = make(m.Belanja, kecamatan=balung, pk=indikator.pk)

    def about(place: Place, row: Any) -> bool:
        finding = Finding(code=MADE_UP, level=Level.GALAT, basis="Uji.", place=place, message="x")
        return is_about(finding, row)

    assert about(at("a", pk=belanja.pk), belanja)
    assert not about(at("a", pk=belanja.pk), indikator)
    assert not about(at("a", pk=belanja.pk + 1), belanja)
    assert not about(at("a"), belanja)
    target = at("skm", pk=indikator.pk, kind="target-renstra")  # typed in the form of its indikator
    assert about(target, indikator)
    assert not about(target, belanja)


# -- around rows of several kinds -------------------------------------------------------------------


def test_the_year_is_looked_at_once_before_the_first_row_of_each_kind(
    made_up: MadeUp, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(pk=balung.pk)
    reads = frozenset({"belanja", "anggaran_lalu"})
    for apart, asked in ((False, (3, 0, 0, 0)), (True, (1, 0, 2, 0))):
        made_up.become(reads=reads, apart=apart)
        watch = RowWatch(kecamatan=kecamatan, tahun=2021)
        for model, queries in zip((m.Belanja, m.Belanja, m.AnggaranLalu, m.Keluaran), asked, strict=True):
            with django_assert_num_queries(queries):
                watch.expect(model)
        with django_assert_num_queries(3):
            assert watch.errors([]) == ()


def test_what_a_row_of_another_kind_breaks_counts_as_well(made_up: MadeUp, balung: Kecamatan) -> None:
    """Found before the second kind was expected, it was there; found since then, it is new."""
    made_up.become(reads=frozenset({"belanja", "anggaran_lalu"}), apart=True)
    watch = row_watch(balung)
    made_up.found = [(at("a"), "sebelum baris kedua")]
    watch.expect(m.AnggaranLalu)
    made_up.found = [(at("a"), "sebelum baris kedua"), (at("b"), "sesudahnya")]
    assert [finding.message for finding in watch.errors([])] == ["sesudahnya"]


def test_one_of_several_rows_may_be_the_one_at_fault(made_up: MadeUp, balung: Kecamatan) -> None:
    made_up.become(at_form=AtForm.OWN_ROW)
    first, second = (make(m.Belanja, kecamatan=balung, kode=kode) for kode in "ab")
    watch = row_watch(balung)
    made_up.found = [(at("b", pk=second.pk), "baris kedua"), (at("c", pk=second.pk + 1), "baris lain")]
    assert [finding.message for finding in watch.errors([first, second])] == ["baris kedua"]
    assert watch.errors([first]) == ()


@pytest.mark.both_engines
def test_a_fault_is_copied_where_the_row_it_was_made_from_has_it(made_up: MadeUp, balung: Kecamatan) -> None:
    """In its own year, which is asked once for each check and kind of row."""
    source, other, copy = (make(m.Belanja, kecamatan=balung, kode=kode) for kode in "abc")
    watch = row_watch(balung)
    made_up.found = [(at("a", pk=source.pk), "pada asalnya"), (at("c", pk=copy.pk), "pada salinannya")]
    finding = watch.errors([copy])[1]
    made_up.asked.clear()
    for year in (2020, 2021, 2020):
        assert watch.is_copied(finding, source, year)
        assert not watch.is_copied(finding, other, year)
    assert made_up.asked == [("35.09.10", 2020), ("35.09.10", 2021)]
    CHECKS["uji-kedua"] = replace(made_up.check, code="uji-kedua", find=lambda year: iter(()))
    assert not watch.is_copied(replace(finding, code="uji-kedua"), source, 2020)
    del CHECKS["uji-kedua"]
    anggaran = make(m.AnggaranLalu, kecamatan=balung, pk=source.pk)
    assert not watch.is_copied(finding, anggaran, 2020)
    assert made_up.asked[2:] == [("35.09.10", 2020)]
    made_up.become(reads=frozenset({"belanja", "anggaran_lalu"}), apart=True)
    with CaptureQueriesContext(connection) as queries:
        watch.is_copied(finding, source, 2019)
    assert ["sakip_belanja" in query["sql"] for query in queries] == [True]


# -- around many rows ------------------------------------------------------------------------------


def too_much(year: CheckedYear) -> Iterator[tuple[Place, str]]:
    """Belanja above a hundred."""
    for belanja in year.snapshot.belanja:
        if belanja.pagu is not None and belanja.pagu > 100:
            yield at(belanja.kode, column=str(belanja.pagu)), belanja.nama


def test_a_watch_tells_what_became_wrong_while_it_stood(made_up: MadeUp, balung: Kecamatan) -> None:
    made_up.become(find=too_much)
    make(m.Belanja, kecamatan=balung, tahun=2021, kode="a", nama="lama", pagu=Decimal(101))
    watch = Watch(kecamatan=balung, tahun=2021, models=[BELANJA])
    assert watch.news() == ()
    make(m.Belanja, kecamatan=balung, tahun=2021, kode="b", nama="baru", pagu=Decimal(102))
    make(m.Belanja, kecamatan=balung, tahun=2022, kode="c", nama="tahun lain", pagu=Decimal(103))
    make(m.Belanja, kecamatan=balung, tahun=2021, kode="d", nama="cukup", pagu=Decimal(100))
    assert [finding.message for finding in watch.news()] == ["baru"]


def test_a_watch_over_records_that_no_check_reads_asks_nothing(
    made_up: MadeUp, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made_up.become(find=too_much)
    with django_assert_num_queries(0):
        watch = Watch(kecamatan=balung, tahun=2021, models=["sakip.keluaran"])
        assert watch.news() == ()


def test_a_watch_reads_again_only_what_may_have_changed(made_up: MadeUp, balung: Kecamatan) -> None:
    """Of a check that reads two parts, the one whose rows stay is kept; names of units go into every part."""
    parts = {"belanja", "anggaran_lalu", "kecamatan", "renstra"}

    def wrong(year: CheckedYear) -> Iterator[tuple[Place, str]]:
        """Not so: what is not read again is still there."""
        if not year.snapshot.kecamatan.unit_kerja or year.snapshot.tahun != 2021:
            yield at("a"), "unit kerja"

    made_up.become(reads=frozenset(parts), find=wrong)
    make(k.UnitKerja, kecamatan=balung)
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(pk=balung.pk)

    def asked(model: str) -> list[str]:
        watch = Watch(kecamatan=kecamatan, tahun=2021, models=[model])
        with CaptureQueriesContext(connection) as queries:
            assert watch.news() == ()
        return [query["sql"] for query in queries]

    (one,) = asked(BELANJA)
    assert "sakip_belanja" in one
    assert ["sakip_anggaranlalu" in sql for sql in asked("sakip.anggaranlalu")] == [True, False]
    for spreading in ("kecamatan.unitkerja", "sakip.tujuan"):
        every = asked(spreading)
        assert one in every
        assert len(every) > 5


# -- of a year, of every year ----------------------------------------------------------------------


def test_a_year_is_read_in_the_parts_that_its_checks_need(
    made_up: MadeUp, balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kecamatan = Kecamatan.objects.select_related("kabupaten").get(pk=balung.pk)
    with django_assert_num_queries(1):
        year_findings(kecamatan=kecamatan, tahun=2021, checks=[made_up.check])
    with django_assert_num_queries(1):
        Watch(kecamatan=kecamatan, tahun=2021, models=[BELANJA])
    made_up.become(reads=frozenset({"belanja", "anggaran_lalu"}))
    with django_assert_num_queries(1 + 2):
        row_watch(kecamatan)
    made_up.become(reads=frozenset({"belanja", "anggaran_lalu"}), apart=True)  # looks at each part by itself
    with django_assert_num_queries(1):
        watch = row_watch(kecamatan)
    with django_assert_num_queries(1):
        assert watch.errors([]) == ()


def test_no_check_asks_nothing(balung: Kecamatan, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert year_findings(kecamatan=balung, tahun=2021, checks=iter(())) == ()


ROWS: tuple[tuple[str, Callable[[Kecamatan], object], list[int]], ...] = (
    ("nothing", lambda kecamatan: None, [2026]),
    (
        "renstra",
        lambda kecamatan: make_renstra(kecamatan=kecamatan, tahun_awal=2021, tahun_akhir=2023),
        [2021, 2022, 2023],
    ),
    ("pk", lambda kecamatan: make_pk(kecamatan=kecamatan, tahun=2019), [2019]),
    ("a quoted pk", lambda kecamatan: make_pk(kecamatan=kecamatan, tahun=2019, dikutip=True), [2019]),
    ("belanja", lambda kecamatan: make(m.Belanja, kecamatan=kecamatan, tahun=2018), [2018]),
    (
        "a total of the year before",
        lambda kecamatan: make(m.AnggaranLalu, kecamatan=kecamatan, tahun=2020),
        [2021],
    ),
    (
        "realisasi before the Renstra",
        lambda kecamatan: make_realisasi(tahun=2019),
        [2019, *range(2021, 2027)],
    ),
    (
        "pembanding",
        lambda kecamatan: make(
            m.PembandingIndikator, indikator=make_indikator(), tahun=2020, tahun_nilai=2020
        ),
        [2020, *range(2021, 2027)],
    ),
    (
        "dukungan",
        lambda kecamatan: make(m.DukunganProgram, kecamatan=kecamatan, tahun=2020),
        [2020, *range(2021, 2027)],
    ),
)


@pytest.mark.parametrize(("store", "years"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS])
def test_every_year_with_a_record_is_asked(
    made_up: MadeUp, balung: Kecamatan, store: Callable[[Kecamatan], object], years: list[int]
) -> None:
    with time_machine.travel(datetime(2026, 3, 1, tzinfo=UTC), tick=False):
        store(balung)
        assert list(every_finding()) == []
    assert made_up.asked == [("35.09.10", year) for year in years]


def test_a_year_with_records_is_reviewed_and_the_others_are_asked(made_up: MadeUp, balung: Kecamatan) -> None:
    make_renstra(kecamatan=balung, tahun_awal=2021, tahun_akhir=2022)
    make_pk(kecamatan=balung, tahun=2021)
    reviewed = []

    def review(kecamatan: Kecamatan, tahun: int) -> list[Finding]:
        reviewed.append((kecamatan.kode, tahun))
        return [
            Finding(code=MADE_UP, level=Level.GALAT, basis="Uji.", place=at("a"), message="dalam laporan")
        ]

    assert [(tahun, f.message) for _, tahun, f in every_finding(review)] == [(2021, "dalam laporan")]
    assert (reviewed, made_up.asked) == ([("35.09.10", 2021)], [("35.09.10", 2022)])


def test_what_several_years_share_is_told_in_the_first(made_up: MadeUp, balung: Kecamatan) -> None:
    """Each kecamatan for itself, in the order of their codes; another row, place or sentence is another finding."""
    ambulu = make_kecamatan(kode="35.09.02", kabupaten=balung.kabupaten)
    for kecamatan in (balung, ambulu):
        make_renstra(kecamatan=kecamatan, tahun_awal=2021, tahun_akhir=2022)
    places = [
        (at("a", pk=1), "satu"),
        (at("a", pk=2), "satu"),
        (at("b", pk=1), "satu"),
        (at("a", pk=1), "dua"),
    ]
    made_up.found = [*places, *places]
    told = [
        (where.kode, tahun, f.place.key[0][1], f.place.pk, f.message) for where, tahun, f in every_finding()
    ]
    assert told == [
        (kode, 2021, place.key[0][1], place.pk, message)
        for kode in ("35.09.02", "35.09.10")
        for place, message in places
    ]
    assert made_up.asked == [(kode, t) for kode in ("35.09.02", "35.09.10") for t in (2021, 2022)]
