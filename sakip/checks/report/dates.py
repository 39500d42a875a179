"""Checks of dates: of each document in its window, of the report after its year and before its deadline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sakip.checks.base import Found, Level, Said, check
from sakip.checks.kinds import SIGNED
from sakip.checks.material import WHOLE_REPORT, CheckedYear, Place
from sakip.checks.places import head_place, pk_words, place_of, renstra_words
from sakip.snapshot.types import DatedDocument, PerjanjianKinerja, Snapshot
from sakip.text.dates import format_tanggal


def _report(year: CheckedYear) -> Place:
    """The date of the report."""
    pk = year.around.report if year.around else None
    return Place(kind="laporan", column="tanggal", words="tanggal laporan", pk=pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    """A document of the year with the days in which it is made, and why in these."""

    kind: str
    words: str
    document: DatedDocument
    first: date
    last: date
    why: str

    def place(self) -> Place:
        column = (
            "tanggal_cetak" if self.document.tanggal is None and self.document.tanggal_cetak else "tanggal"
        )
        return head_place(self.kind, self.document, column, self.words)


def _documents(snapshot: Snapshot) -> Iterator[_Dated]:
    """Every document of the year with its window.

    RKT: from the first draft of the Renja on, until the PK that is made from it; PK: with the budget, which may be
    late, until the end of March; SK IKU: from any year of a period on, since it holds for several; what changes or
    carries out the PK: within the year.
    """
    n = snapshot.tahun
    begin, end = date(n, 1, 1), date(n, 12, 31)
    early = date(n, 3, 31)
    murni = next((pk.signed_within for pk in snapshot.pk if not pk.perubahan), None)
    if snapshot.rkt is not None:
        last, why = early, "RKT disusun sebelum atau pada permulaan tahunnya"
        if murni and date(n - 1, 4, 1) < murni[1] < early:
            last, why = murni[1], "PK dijabarkan dari RKT, sehingga tidak mendahuluinya"
        yield _dated("rkt", "RKT", snapshot.rkt, date(n - 1, 4, 1), last, why)
    for pk in snapshot.pk:
        if pk.perubahan:
            yield _dated("pk", pk_words(pk), pk, begin, end, "PK perubahan dibuat dalam tahunnya")
        else:
            why = "PK disusun paling lambat satu bulan setelah dokumen anggaran disahkan"
            yield _dated("pk", pk_words(pk), pk, date(n - 1, 10, 1), early, why)
    if snapshot.iku_of_this_year is not None:
        why = "IKU ditetapkan sebelum diukur"
        yield _dated("iku", "SK IKU", snapshot.iku_of_this_year, date(n - 5, 1, 1), end, why)
    if snapshot.rencana_aksi is not None:
        agreed = murni[0] if murni else date(n - 1, 10, 1)
        why = "rencana aksi melaksanakan PK, sehingga tidak mendahuluinya"
        yield _dated("rencana-aksi", "rencana aksi", snapshot.rencana_aksi, agreed, end, why)


def _dated(kind: str, words: str, document: DatedDocument, first: date, last: date, why: str) -> _Dated:
    return _Dated(kind=kind, words=words, document=document, first=first, last=last, why=why)


@check(
    "tanggal-dalam-masanya",
    rule="R-year",
    basis="RKT dan PK ditetapkan pada permulaan tahunnya, PK perubahan dan rencana aksi dalam tahunnya (Permen PANRB "
    "Nomor 53 Tahun 2014); anggaran yang terlambat disahkan diberi waktu sampai 31 Maret.",
    example="RKT 2023 bertanggal 3 Desember 2023.",
    reads=(*SIGNED, WHOLE_REPORT),
    kinds=("rkt", "pk", "iku", "rencana-aksi"),
    level=Level.PERINGATAN,
)
def documents_are_dated_when_they_are_made(year: CheckedYear) -> Found:
    """The date of a document lies in its window."""
    for one in _documents(year.snapshot):
        signed = one.document.signed_within
        if signed is None or (signed[0] <= one.last and signed[1] >= one.first):
            continue
        here, window = _say(one.document), f"{format_tanggal(one.first)} sampai {format_tanggal(one.last)}"
        yield (
            one.place(),
            Said(
                f"Bertanggal {here}, di luar {window}: {one.why}. Perbaiki tanggalnya bila keliru.",
                here,
                window,
            ),
        )


def _say(document: DatedDocument) -> str:
    return format_tanggal(document.tanggal) if document.tanggal else document.tanggal_cetak


@check(
    "renstra-dalam-masanya",
    rule="R-year",
    basis="Renstra ditetapkan sekitar permulaan masanya, perubahannya di dalam masa itu (Permendagri Nomor 86 Tahun "
    "2017).",
    example="Renstra perubahan 2021–2026 bertanggal 1 Januari 2030.",
    reads=("renstra", WHOLE_REPORT),
    kinds=("renstra",),
    level=Level.PERINGATAN,
)
def a_renstra_is_dated_in_its_period(year: CheckedYear) -> Found:
    """A Renstra is decided at the turn of its period; a perubahan by which the year is measured within it, no later."""
    for one in year.snapshot.renstra:
        first, last = one.tahun_awal - 1, one.tahun_awal + 1
        if one.versi:
            first, last = one.tahun_awal, min(one.tahun_akhir, year.snapshot.tahun)
        if one.tanggal and not first <= one.tanggal.year <= last:
            here, window = format_tanggal(one.tanggal), f"{first} sampai {last}"
            yield (
                place_of(
                    "renstra",
                    one,
                    "tanggal",
                    words=renstra_words(one),
                    tahun_awal=one.tahun_awal,
                    versi=one.versi,
                ),
                Said(
                    f"Bertanggal {here}, di luar tahun {window}. Perbaiki tanggalnya bila keliru.",
                    here,
                    window,
                ),
            )


@check(
    "tanggal-lengkap",
    rule="R-blank",
    basis="Dokumen resmi bertanggal lengkap dengan hari, bulan, dan tahun.",
    example="Balung, Januari 2020",
    reads=(*SIGNED, WHOLE_REPORT),
    kinds=("rkt", "pk", "iku", "rencana-aksi", "laporan"),
    level=Level.PERINGATAN,
)
def dates_have_a_day(year: CheckedYear) -> Found:
    """Documents and the report bear a date with its day; a PK that is only cited bears what the citing one says."""
    for one in _documents(year.snapshot):
        if one.document.tanggal is None and not _is_cited(one.document):
            said = f"Bertanggal {_say(one.document)} tanpa hari" if _say(one.document) else "Belum bertanggal"
            yield replace(one.place(), column="tanggal"), f"{said}. Isi tanggalnya."
    dated = year.around.dated if year.around else None
    if dated and dated[0] != dated[1]:
        yield _report(year), f"Tanggal laporan tanpa hari, dalam {_month(dated)}. Isi tanggalnya."


def _is_cited(document: DatedDocument) -> bool:
    return isinstance(document, PerjanjianKinerja) and document.dikutip


def _month(dated: tuple[date, date]) -> str:
    return format_tanggal(dated[0]).partition(" ")[2]


@check(
    "laporan-setelah-tahunnya",
    rule="R-year",
    basis="Laporan kinerja disusun setelah tahun anggaran berakhir (Perpres Nomor 29 Tahun 2014).",
    example="Laporan tahun 2023 bertanggal 3 Desember 2023.",
    reads=(WHOLE_REPORT,),
    kinds=("laporan",),
    level=Level.PERINGATAN,
)
def a_report_follows_its_year(year: CheckedYear) -> Found:
    """The report is dated after the end of the year that it measures."""
    tahun, dated = year.snapshot.tahun, year.around.dated if year.around else None
    if dated and dated[1].year <= tahun:
        yield (
            _report(year),
            f"Bertanggal {_days(dated)}, sebelum tahun {tahun} berakhir. Perbaiki tanggalnya.",
        )


def _days(dated: tuple[date, date]) -> str:
    return format_tanggal(dated[0]) if dated[0] == dated[1] else _month(dated)


@check(
    "tepat-waktu",
    rule="R-late",
    basis="Laporan kinerja perangkat daerah disampaikan dua bulan setelah tahun anggaran berakhir, atau menurut batas "
    "waktu yang ditetapkan kabupaten.",
    example="Ditandatangani 5 Maret 2024, sesudah 29 Februari 2024.",
    reads=(WHOLE_REPORT,),
    kinds=("laporan",),
    level=Level.PERINGATAN,
)
def a_report_is_signed_in_time(year: CheckedYear) -> Found:
    """The report is signed, or would be today, on its last day at the latest."""
    around = year.around
    if around is None or around.deadline is None or around.signed is None:
        return
    last = format_tanggal(around.deadline)
    if around.dated and around.dated[0] > around.deadline:
        yield (
            _report(year),
            f"Bertanggal {_days(around.dated)}, sesudah batas waktu {last}. Terangkan keterlambatannya.",
        )
    elif not around.dated and around.signed > around.deadline:
        yield (
            _report(year),
            f"Belum bertanggal, sedangkan batas waktunya {last} sudah lewat. Terangkan keterlambatannya.",
        )


@check(
    "camat-pada-tanggal-laporan",
    rule="R-sign",
    basis="Laporan ditandatangani camat yang menjabat pada tanggalnya.",
    example="Laporan bertanggal 21 Februari 2024, sedangkan masa jabatan camat baru dimulai 1 Maret 2024.",
    reads=("camat", WHOLE_REPORT),
    kinds=("laporan",),
    level=Level.PERINGATAN,
)
def somebody_is_camat_when_the_report_is_dated(year: CheckedYear) -> Found:
    """On the date of the report somebody holds the office of the camat."""
    dated = year.around.dated if year.around else None
    if dated and year.snapshot.camat is None:
        yield (
            _report(year),
            f"Tidak ada camat yang menjabat pada {_days(dated)}. Lengkapi masa jabatannya, atau perbaiki tanggalnya.",
        )
