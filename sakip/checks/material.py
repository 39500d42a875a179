"""What checks look at: the records of a year, the texts of its report with their places, and what lies around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from sakip.capaian.results import Results
from sakip.capaian.values import Skala
from sakip.checks.kinds import KINDS, Kind
from sakip.snapshot.parts.source import PeraturanReference
from sakip.snapshot.reads import viewed
from sakip.snapshot.types import Snapshot
from sakip.text.reading.grades import Grades

#: What a check may read beside parts of the snapshot: fields of :class:`CheckedYear`. Such a check is asked of a whole
#: report alone, not while rows are written.
BEYOND_SNAPSHOT: Final = frozenset({"passages", "around", "results", "unsettled"})

#: Fields of :class:`CheckedYear` that hold texts.
TEXTS: Final = frozenset({"passages", "recorded", "reasons"})

#: Read by a check that asks what a finished report has to have: a year that is still being filled rightly lacks it.
WHOLE_REPORT: Final = "around"

Key = tuple[tuple[str, str | int], ...]
"""Columns of the row's sheet with the values by which it is found there: (("kode", "operasi"),)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a record is: enough to find its page, its row in the workbook and its passage in the document.

    ``kind`` is one of :data:`sakip.checks.kinds.KINDS`, ``column`` a column of its model (empty for the row as a
    whole), ``words`` how people call the place. ``pk`` is of the row that the kind's form writes, None where the
    snapshot was read back from its stored text or the place is not one row. Of a row that is missing ``parent`` is that
    of the row below which its form adds it.
    """

    kind: str
    key: Key = ()
    column: str = ""
    words: str = field(compare=False)
    pk: int | None = field(default=None, compare=False)
    parent: int | None = field(default=None, compare=False)

    @property
    def about(self) -> Kind:
        """What is known of its kind."""
        return KINDS[self.kind]


class Shape(StrEnum):
    """What a passage is in its text."""

    PARAGRAPH = "paragraf"
    ITEM = "butir"
    TITLE = "judul tabel"
    HEAD = "kepala tabel"
    ROW = "baris tabel"
    CAPTION = "keterangan foto"
    RECORD = "catatan"  # a text column of a record: a name, a duty, a boundary


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of text that people wrote.

    ``text`` is what is printed, its live values filled in; ``written`` is as it was typed, with the markers. Of a row
    of a table, and of its head, ``cells`` are its cells; of a row ``columns`` are where in the grid each begins and
    ``heads`` what stands above it, empty where nothing does; its text is the cells joined by " | ". ``block`` counts
    the paragraphs, lists and tables of its place: two rows of one block stand in one table. Of an item ``depth`` is 0
    in the outermost list, ``number`` its number, 0 behind a bullet. ``about`` is the kunci of the sasaran or indikator
    that the text is written about, empty where it is about the year. ``unread`` text is a copy or a draft that nobody
    has confirmed, ``unknown`` are the markers in it for which there is no value.
    """

    place: Place
    text: str
    written: str = ""
    shape: Shape = Shape.PARAGRAPH
    about: str = ""
    heads: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    block: int = 0
    depth: int = 0
    number: int = 0
    unread: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether every word of it was typed: no live value stands in it."""
        return self.text == (self.written or self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A kecamatan with its kode and the names of its desa and kelurahan."""

    kode: str
    nama: str
    desa: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramName:
    """A program of a nomenklatur, with the first and the last year of that (None: still in force)."""

    nama: str
    versi: str
    tahun_awal: int
    tahun_akhir: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SimilarText:
    """A passage that is equal or nearly equal to one of another kecamatan or year.

    ``likeness`` is the share of what both say that they say alike, 0 to 1; ``origin`` names where the other stands
    ("Kecamatan Arjasa 2023, Latar belakang"), ``own`` says that it is the kecamatan's own of an earlier year.
    """

    place: Place
    text: str
    other: str
    origin: str
    own: bool
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """What in the records of a report waits for a person.

    ``unread`` are the pages with how many copied rows on each nobody has confirmed; ``markers`` are markers of live
    values that were typed into a record, where no value is put in.
    """

    unread: tuple[tuple[Place, int], ...] = ()
    markers: tuple[tuple[Place, str], ...] = ()


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What lies outside a kecamatan-year and is needed to judge its report, read once before the checks are asked.

    ``neighbours`` are the other kecamatan of the kabupaten. ``peraturan`` are all regulations that the kecamatan may
    cite. ``report`` is the number of the report's stored row, None where nobody began it. ``deadline`` is the last day
    for signing the report, ``dated`` the first and last day that the date it bears may mean, ``signed`` the day on
    which it is or would be signed. ``with_bukti`` are the values that have proof: kunci of the indikator, year and
    triwulan (0: the year). ``grades`` are all pangkat with their golongan, ``scales`` those by which letters are given,
    ``programs`` the programs of every nomenklatur, ``numbered`` the tables and pictures of the report by their numbers
    ("Tabel 3.1"): empty where no text refers to one.
    """

    neighbours: tuple[Area, ...] = ()
    peraturan: tuple[PeraturanReference, ...] = ()
    report: int | None = None
    deadline: date | None = None
    dated: tuple[date, date] | None = None
    signed: date | None = None
    with_bukti: frozenset[tuple[str, int, int]] = frozenset()
    similar: tuple[SimilarText, ...] = ()
    grades: Grades = ()
    scales: tuple[Skala, ...] = ()
    programs: tuple[ProgramName, ...] = ()
    numbered: frozenset[str] = frozenset()


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedYear:
    """What checks look at.

    ``results`` is None where nothing could be measured; ``passages`` are the texts of the report, ``around`` is what
    lies outside the kecamatan-year, ``unsettled`` what waits for a person: None where whoever asks has not read them,
    and then no check that reads them is asked. ``recorded`` and ``reasons`` are the texts of its records, where they
    were read before (:mod:`sakip.checks.text.record_texts`).
    """

    snapshot: Snapshot
    results: Results | None = None
    passages: tuple[Passage, ...] | None = None
    around: Surroundings | None = None
    unsettled: Unsettled | None = None
    recorded: tuple[Passage, ...] | None = None
    reasons: tuple[Passage, ...] | None = None

    def holds(self, reads: Collection[str]) -> bool:
        """Whether everything was given that a check reads beside the snapshot."""
        return all(getattr(self, part) is not None for part in BEYOND_SNAPSHOT.intersection(reads))


def texts_of(year: CheckedYear) -> tuple[Passage, ...]:
    """Every text that was given."""
    return (*(year.passages or ()), *(year.recorded or ()), *(year.reasons or ()))
