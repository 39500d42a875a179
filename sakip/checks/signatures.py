"""Checks about the signatures on the yearly documents: who signs, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sakip.checks.base import Found, Level, check
from sakip.checks.kinds import SIGNED
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import head_place, pk_words
from sakip.snapshot.types import DatedDocument, MasaJabatan, Pejabat, Snapshot
from sakip.text.dates import format_tanggal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signature:
    place: Place
    holder: Pejabat
    term: MasaJabatan
    office: str
    dated: tuple[date, date] | None  # the days on which the document can have been signed


def _signatures(snapshot: Snapshot) -> Iterator[_Signature]:
    for place, document, holder, office in _signed_places(snapshot):
        if holder is not None and holder.masa is not None:
            yield _Signature(
                place=place, holder=holder, term=holder.masa, office=office, dated=document.signed_within
            )


def _signed_places(snapshot: Snapshot) -> Iterator[tuple[Place, DatedDocument, Pejabat | None, str]]:
    """Where somebody signs: the place, the document, who signs it and for which office."""
    documents: list[tuple[str, str, Any, str, str]] = [
        ("rkt", "RKT", snapshot.rkt, "penandatangan", "camat"),
        ("iku", "SK IKU", snapshot.iku_of_this_year, "penandatangan", "camat"),
        ("rencana-aksi", "rencana aksi", snapshot.rencana_aksi, "penandatangan", "camat"),
    ]
    for pk in snapshot.pk:
        documents.append(("pk", pk_words(pk), pk, "pihak_pertama", "camat"))
        documents.append(("pk", pk_words(pk), pk, "pihak_kedua", "bupati"))
    for kind, name, document, column, office in documents:
        if document is not None:
            words = f"{name}, {column.replace('_', ' ')}"
            yield head_place(kind, document, column, words), document, getattr(document, column), office


@check(
    "penanda-tangan-berwenang",
    rule="R-sign",
    basis="Dokumen ditandatangani camat; PK juga oleh kepala daerah (Permen PANRB Nomor 53 Tahun 2014).",
    example="PK ditandatangani Sekretaris Kecamatan sebagai pihak pertama.",
    reads=SIGNED,
    apart=True,
    kinds=("rkt", "pk", "iku", "rencana-aksi"),
)
def who_signs_may_sign(year: CheckedYear) -> Found:
    """Who signs holds the office that signs, in the document's own kecamatan or kabupaten."""
    kecamatan = year.snapshot.kecamatan
    for s in _signatures(year.snapshot):
        own = s.term.wilayah in (kecamatan.kode, kecamatan.kabupaten.kode)
        if s.term.jabatan != s.office or not own:
            yield (
                s.place,
                f"{s.holder.nama}, {s.holder.jabatan} tidak berwenang menandatanganinya. Pilih pejabatnya.",
            )


@check(
    "penanda-tangan-menjabat",
    rule="R-sign",
    basis="Yang menandatangani menjabat pada tanggal dokumen.",
    example="PK bertanggal Januari 2021 ditandatangani camat yang baru menjabat Maret 2021.",
    reads=SIGNED,
    apart=True,
    kinds=("rkt", "pk", "iku", "rencana-aksi"),
)
def who_signs_held_the_office(year: CheckedYear) -> Found:
    """Who signs held the office on the document's date, or in its month where the day is not known."""
    for s in _signatures(year.snapshot):
        if s.dated is None:
            continue
        first, last = s.dated
        if s.term.mulai > last or (s.term.sampai is not None and s.term.sampai < first):
            who = f"{s.holder.nama}, {s.holder.jabatan}"
            yield s.place, not_in_office(who, s.dated, (s.term.mulai, s.term.sampai))


def not_in_office(who: str, dated: tuple[date, date], term: tuple[date, date | None]) -> str:
    """What is said of somebody who signs a document of these days and held the office in that term, with the remedy."""
    return (
        f"{who} tidak menjabat pada tanggal dokumen, {_span(*dated)}: masa jabatannya {_span(*term)}. Perbaiki tanggal"
        " dokumen atau masa jabatannya."
    )


def _span(first: date, last: date | None) -> str:
    """Two days as a sentence says them; one that has no end, one that is a single day."""
    if last is None:
        return f"sejak {format_tanggal(first)}"
    return format_tanggal(first) + (f" sampai {format_tanggal(last)}" if last != first else "")


@check(
    "penanda-tangan-tercatat",
    rule="R-sign",
    basis="Yang menandatangani adalah yang menjabat pada tanggal dokumen.",
    example="RKT bertanggal 4 Januari 2021, sedangkan camat pada hari itu belum dicatat.",
    reads=SIGNED,
    apart=True,
    level=Level.PERINGATAN,
    kinds=("rkt", "pk", "iku", "rencana-aksi"),
)
def a_date_names_who_signs(year: CheckedYear) -> Found:
    """A document whose signatory follows its date has one: somebody is known to have held the office then."""
    for place, document, holder, office in _signed_places(year.snapshot):
        if holder is None and document.signed_within is not None:
            who = "Kepala daerah" if office == "bupati" else "Camat"
            when, remedy = (
                ("pada tanggal dokumen", "Lengkapi")
                if document.tanggal
                else ("sepanjang bulan dokumen", "Isi tanggalnya, lengkapi")
            )
            yield (
                place,
                f"{who} yang menjabat {when} belum tercatat. {remedy} masa jabatannya, atau pilih penanda tangannya.",
            )


@check(
    "pk-berurutan",
    rule="R-year",
    basis="PK perubahan mengubah PK yang mendahuluinya (Permen PANRB Nomor 53 Tahun 2014).",
    example="PK perubahan bertanggal sebelum PK murni.",
    reads=("pk",),
    kinds=("pk",),
)
def a_perubahan_follows_what_it_changes(year: CheckedYear) -> Found:
    """No PK perubahan is dated before the murni or the perubahan that it changes."""
    for before, pk in pairwise(pk for pk in year.snapshot.pk if pk.signed_within):
        first, this = before.signed_within, pk.signed_within
        if first and this and this[1] < first[0]:
            column = "tanggal" if pk.tanggal else "tanggal_cetak"
            yield (
                head_place("pk", pk, column, pk_words(pk)),
                f"Bertanggal {_date_words(pk)}, sebelum {pk_words(before)} yang diubahnya ({_date_words(before)})."
                " Perbaiki salah satu tanggalnya.",
            )


def _date_words(document: DatedDocument) -> str:
    return format_tanggal(document.tanggal) if document.tanggal else document.tanggal_cetak
