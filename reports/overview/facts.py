"""What the ikhtisar of a kabupaten is made from, frozen: of each kecamatan its results and what it wrote about them,
how far and how timely its documents are, what the review found. Pure: no Django.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reports.publish.naskah import PageSettings
from sakip.capaian.inputs import Kebijakan
from sakip.capaian.results import Capaian, Rerata, Serapan
from sakip.snapshot.types import Kabupaten

#: Places of the narrative that are quoted, in printed order, each with what it is called there.
QUOTED_OF_INDIKATOR = {
    "pendorong": "Faktor pendorong",
    "penghambat": "Faktor penghambat",
    "solusi": "Solusi yang telah dilakukan",
    "rencana-aksi": "Rencana tindak lanjut",
}
QUOTED_OF_KECAMATAN = {"kendala": "Kendala", "langkah": "Langkah perbaikan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a kecamatan wrote at a place of its report, as running text; ``read`` is False of a copy that nobody
    confirmed."""

    place: str
    text: str
    read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """An indikator of a kecamatan as its LKIP prints it, with what was written of its causes; ``key`` is how it is
    compared (:func:`reports.peers.alike.key_as`)."""

    key: tuple[str, str, str, str]
    nama: str
    satuan: str
    target: str
    realisasi: str
    capaian: Capaian
    quotes: tuple[Quote, ...]

    def quote(self, place: str) -> Quote | None:
        """What was written at that place."""
        return next((one for one in self.quotes if one.place == place), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """A kecamatan-year: ``signed`` from the archive of its report, else as its records are. ``alasan`` says why nothing
    is measured."""

    signed: bool
    versi: int
    kebijakan: Kebijakan | None
    rerata: Rerata | None
    serapan: Serapan | None
    indikator: tuple[Measured, ...]
    quotes: tuple[Quote, ...]
    alasan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentState:
    """How far a document of the year is, by its code and name: in a word, and what it lacks (``complete``: nothing).

    ``until`` is its last day (None: it has none), ``time`` how it stands to that, one of
    :class:`reports.workflow.deadline.Time`, and ``late`` by how many days in words; empty where nobody knows since when
    it is there. ``asked`` is False where the year asks for no such document.
    """

    code: str
    title: str
    said: str
    asked: bool
    complete: bool
    missing: tuple[str, ...]
    until: date | None
    time: str
    late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCount:
    """How much the review found of one rule of the catalogue: galat, and peringatan that nobody answered."""

    rule: str
    galat: int
    peringatan: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """A kecamatan of the kabupaten. ``nama`` is with what it is called ("Kecamatan Balung"), ``laporan`` the state of
    its LKIP in words. Without ``facts`` ``alasan`` says why; without ``findings`` it was not reviewed."""

    kode: str
    slug: str
    nama: str
    laporan: str
    facts: YearFacts | None
    documents: tuple[DocumentState, ...]
    findings: tuple[FindingCount, ...] | None
    alasan: str = ""

    @property
    def name(self) -> str:
        """The name alone, for a table all of whose rows are kecamatan."""
        return self.nama.partition(" ")[2] or self.nama

    @property
    def rerata(self) -> Rerata | None:
        """Its mean, where one is known."""
        rerata = self.facts.rerata if self.facts else None
        return rerata if rerata and rerata.nilai is not None else None

    @property
    def measured(self) -> bool:
        """Whether anything of it was measured."""
        return self.rerata is not None

    @property
    def draft(self) -> bool:
        """Whether what is told of it may still change."""
        return self.facts is not None and not self.facts.signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole input of the document: the kabupaten, its kecamatan in the order of their codes, and the day on which
    the state of their documents was asked. ``sebutan`` is what its kecamatan are called."""

    kabupaten: Kabupaten
    sebutan: str
    tahun: int
    day: date
    pengaturan: PageSettings
    rows: tuple[OverviewRow, ...]

    @property
    def konsep(self) -> bool:
        """Whether something in it is of a report that is not signed."""
        return any(row.draft for row in self.rows)

    @property
    def known(self) -> tuple[OverviewRow, ...]:
        """Those of which there are records."""
        return tuple(row for row in self.rows if row.facts)

    @property
    def kebijakan(self) -> Kebijakan | None:
        """By which the year is measured."""
        return next((row.facts.kebijakan for row in self.rows if row.facts and row.facts.kebijakan), None)

    def measurements(self) -> Iterator[tuple[OverviewRow, Measured]]:
        """Every indikator with its kecamatan."""
        for row in self.rows:
            for one in row.facts.indikator if row.facts else ():
                yield row, one
