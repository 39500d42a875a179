"""Naskah: everything one document is made from, frozen. The only input of ``reports.lkip``.

Pure: no Django, no ORM. Built by :mod:`reports.publish.assemble` from the snapshot, the results and the report's own
records (narasi, dokumentasi, laporan, pengaturan).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sakip.capaian.results import Arah, Results, SerapanLine
from sakip.snapshot.parts.source import unstored
from sakip.snapshot.reads import asked_whole, viewed
from sakip.snapshot.types import Berkas, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Narasi:
    """A piece of text written by people (tidy HTML of :mod:`reports.writing`, its live values filled in).

    ``bagian`` names the place, one of :data:`BAGIAN_NARASI`; ``kunci`` is the sasaran's or indikator's kunci where
    the place exists once per sasaran or indikator, else empty. ``typed`` is the text as it was written, with its
    markers: for the checks alone.
    """

    bagian: str
    kunci: str
    isi: str
    ditinjau: bool = True
    typed: str = unstored("")


#: Places where people may write, with what the place is called on screen. Everything else is generated.
BAGIAN_NARASI: dict[str, str] = {
    "kata-pengantar": "Kata pengantar",
    "latar-belakang-pembuka": "Latar belakang (pembuka)",
    "latar-belakang": "Latar belakang (tambahan)",
    "dasar-hukum": "Dasar hukum",
    "maksud-tujuan": "Maksud dan tujuan",
    "profil": "Profil kecamatan",
    "sistematika": "Sistematika penyajian",
    "pendorong": "Faktor pendorong keberhasilan",  # per indikator
    "penghambat": "Faktor penghambat",  # per indikator
    "solusi": "Solusi yang telah dilakukan",  # per indikator
    "rencana-aksi": "Rencana tindak lanjut",  # per indikator
    "efisiensi": "Analisis efisiensi sumber daya",  # per sasaran
    "program": "Analisis program/kegiatan pendukung",  # per sasaran
    "kendala": "Kendala (BAB IV)",
    "langkah": "Langkah perbaikan (BAB IV)",
    "penutup": "Kata penutup",
    "perubahan-renstra": "Alasan perubahan Renstra",
}


#: Of these the words that a report usually has: where a kecamatan wrote none, those of its kabupaten are printed, else
#: those of the program. What happened in a year has none.
USUAL_WORDS: Final = (
    "kata-pengantar",
    "latar-belakang-pembuka",
    "dasar-hukum",
    "maksud-tujuan",
    "sistematika",
    "penutup",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foto:
    """A photo with its caption, attached to a budget row (codes; ``sub_kegiatan`` may be empty)."""

    program: str
    kegiatan: str
    sub_kegiatan: str
    keterangan: str
    berkas: Berkas
    pk: int = unstored(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """Page setting of the kabupaten's documents. Margins in millimetres, ``ukuran`` in points."""

    kertas: str = "F4"  # "A4" 210×297 mm | "F4" 215×330 mm
    margin_atas: Decimal = Decimal("25")
    margin_kanan: Decimal = Decimal("25")
    margin_bawah: Decimal = Decimal("30")
    margin_kiri: Decimal = Decimal("30")
    huruf: str = "Arial"
    ukuran: Decimal = Decimal("12")
    spasi: Decimal = Decimal("1.5")


class Penomoran(StrEnum):
    """How the parts of a chapter are numbered."""

    HURUF = "huruf"
    ANGKA = "angka"

    @property
    def label(self) -> str:
        """As people choose it."""
        return {Penomoran.HURUF: "Huruf: A., lalu 1.", Penomoran.ANGKA: "Angka: 1.1, lalu 1.1.1"}[self]


class PenomoranLampiran(StrEnum):
    """How the appendices are numbered."""

    ANGKA = "angka"
    ROMAWI = "romawi"
    HURUF = "huruf"

    @property
    def label(self) -> str:
        """As people choose it."""
        return {
            PenomoranLampiran.ANGKA: "Angka: Lampiran 1, Lampiran 2",
            PenomoranLampiran.ROMAWI: "Angka Romawi: Lampiran I, Lampiran II",
            PenomoranLampiran.HURUF: "Huruf: Lampiran A, Lampiran B",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Susunan:
    """How the kabupaten arranges the LKIP: the numbering, and the keys of the parts that it lists, in their order; none
    where it prints every part as Jember does (:mod:`reports.lkip.arrangement`)."""

    penomoran: Penomoran = Penomoran.HURUF
    penomoran_lampiran: PenomoranLampiran = PenomoranLampiran.ANGKA
    bagian: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedFinding:
    """A finding as the lembar reviu prints it: level in words, place, what was said, by which rule, and the reason why
    it stands, with who gave it and when; empty where nobody did. ``section`` is the number of the section of the LKIP
    that prints it ("BAB II C"), empty where none does."""

    level: str
    place: str
    message: str
    rule: str
    section: str = ""
    alasan: str = ""
    by: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """What the lembar reviu of a report says: the day of the review, who submitted the report, what was found."""

    day: date
    submitted_by: str
    findings: tuple[ReviewedFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesahan:
    """What stands at the place of an electronic signature: the address behind the QR, and the words under it."""

    alamat: str
    pernyataan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MedianKecamatan:
    """The median of an indikator in the ``jumlah`` other kecamatan of the kabupaten that measure it alike and whose
    reports of the year are signed (:mod:`reports.peers.median`): its capaian in percent, exact, and its realisasi as
    it is printed with the own one's difference from it, in ``satuan``; empty and None where not all are numbers."""

    kunci: str
    jumlah: int
    capaian: Fraction
    cetak: str = ""
    selisih: Decimal | None = None
    satuan: str = ""
    arah: Arah = Arah.TIDAK_DAPAT_DISIMPULKAN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFollowUp:
    """What became of the review of a year's report, all its versions together: how many notes there are, how many of
    them are closed and how many are open and answered, and how many findings people let stand with a reason."""

    catatan: int
    selesai: int
    dijawab: int
    beralasan: int


@viewed
@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah:
    """The whole input of a document. ``konsep`` is True until the report is signed.

    ``pengesahan`` is what is printed at the camat's place of a report that is signed electronically. ``review`` is
    there for the lembar reviu alone: no other document prints it. ``unread_rows`` are how many copied rows nobody has
    confirmed yet, by the code of their page. ``median`` is of what others had signed when this was frozen.
    ``singkatan`` are the kabupaten's own abbreviations and terms, each with what it stands for; ``baku`` its words for
    places of :data:`USUAL_WORDS` where the kecamatan wrote none, by the place. ``tindak_lanjut_reviu``
    is None where nobody noted or answered anything.
    """

    snapshot: Snapshot
    results: Results | None
    narasi: tuple[Narasi, ...]
    foto: tuple[Foto, ...]
    pengaturan: PageSettings
    versi: int
    konsep: bool
    tempat: str
    tanggal: date | None
    tanggal_cetak: str  # "Januari 2021" where the document has no day; empty when `tanggal` is set
    unread_rows: tuple[tuple[str, int], ...] = ()
    susunan: Susunan = Susunan()
    singkatan: tuple[tuple[str, str], ...] = ()
    review: ReviewSheet | None = unstored(None)
    pengesahan: Pengesahan | None = None
    median: tuple[MedianKecamatan, ...] = ()
    tindak_lanjut_reviu: ReviewFollowUp | None = None
    baku: tuple[tuple[str, str], ...] = ()

    @asked_whole
    def narasi_for(self, bagian: str, key: str = "") -> Narasi | None:
        """What was written for a place; None where nothing was. ``KeyError`` on an unknown place."""
        BAGIAN_NARASI[bagian]  # a misspelt place is a programmer's error, not an empty text
        return next((n for n in self.narasi if n.bagian == bagian and n.kunci == key and n.isi), None)

    @asked_whole
    def baku_for(self, bagian: str) -> str:
        """The kabupaten's words for a place; empty where the kecamatan wrote its own, or it has none."""
        return dict(self.baku).get(bagian, "")

    @asked_whole
    def programs_of(self, kode: tuple[str, ...]) -> tuple[SerapanLine, ...]:
        """The rows of the budget's programs of these codes (by name before codes existed), in their order."""
        lines = self.results.anggaran.program if self.results else ()
        grouped = {(b.kode or b.nama): b for b in lines}
        return tuple(grouped[one] for one in kode if one in grouped)

    def median_of(self, key: str) -> MedianKecamatan | None:
        """That of the indikator of this kunci, where there is one."""
        return next((one for one in self.median if one.kunci == key), None)
