"""Checks about the yearly documents: what they refer to, who signs them, in which nomenklatur they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any, Final

from sakip.checks.base import Found, Level, check
from sakip.checks.kinds import SIGNED
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import (
    anggaran_place,
    head_place,
    pk_program_place,
    pk_row_place,
    pk_words,
    place_of,
    rkt_row_place,
    sasaran_of,
    support_place,
)
from sakip.snapshot.parts.source import is_aceh
from sakip.snapshot.types import (
    BarisIKU,
    BarisRencanaAksi,
    DatedDocument,
    MasaJabatan,
    NomenklaturReference,
    Pejabat,
    RenstraReference,
    SasaranRKT,
    Snapshot,
)
from sakip.text.dates import format_tanggal


@check(
    "acuan-semasa",
    rule="R-cascade",
    basis="Dokumen tahunan menjabarkan Renstra yang berlaku pada tahunnya (Permen PANRB Nomor 53 Tahun 2014).",
    example="PK 2021 mengacu pada Renstra 2010–2015.",
    reads=SIGNED,
    apart=True,
    kinds=("sasaran-rkt", "baris-rkt", "baris-pk", "baris-iku", "baris-rencana-aksi"),
)
def references_are_in_force(year: CheckedYear) -> Found:
    """A document refers to a Renstra whose period includes its year."""
    for place, references in _references(year.snapshot):
        for reference in references:
            if not reference.tahun_awal <= year.snapshot.tahun <= reference.tahun_akhir:
                yield place, f"Mengacu pada {reference.nama}, di luar masanya. Pilih Renstra yang berlaku."


_Refers = tuple[Place, tuple[RenstraReference, ...]]

#: Documents of a year that refer to the Renstra, as places call them.
_HEADS: Final = {"rkt": "RKT", "pk": "PK", "iku": "SK IKU", "rencana-aksi": "rencana aksi"}


def _documents(snapshot: Snapshot) -> Iterator[tuple[str, Any]]:
    """The documents of the year by kind, of the PK the one that is measured."""
    every = (snapshot.rkt, snapshot.pk_in_force, snapshot.iku_of_this_year, snapshot.rencana_aksi)
    return ((kind, one) for kind, one in zip(_HEADS, every, strict=True) if one is not None)


def _references(snapshot: Snapshot) -> Iterator[_Refers]:
    for kind, document in _documents(snapshot):
        for one in snapshot.pk if kind == "pk" else (document,):
            yield from _references_of(kind, one)


def _references_of(kind: str, document: Any) -> Iterator[_Refers]:
    """Rows of a document, each with the Renstra that it refers to."""
    if kind == "pk":
        for own in document.indikator:
            yield pk_row_place(document, own, "acuan_indikator"), own.acuan
        return
    for row in document.sasaran if kind == "rkt" else document.baris:
        yield _repeated(_ROWS[kind], _HEADS[kind], row), row.acuan
    for line in document.baris if kind == "rkt" else ():
        yield rkt_row_place(line, "acuan_sasaran"), line.acuan


_ROWS: Final = {"rkt": "sasaran-rkt", "iku": "baris-iku", "rencana-aksi": "baris-rencana-aksi"}


def _repeated(kind: str, document: str, row: SasaranRKT | BarisIKU | BarisRencanaAksi) -> Place:
    """A row that repeats an indikator of the Renstra."""
    words, key = f"{document}, {row.indikator}", {"sasaran": row.sasaran, "indikator": row.indikator}
    return place_of(kind, row, "acuan_indikator", words=words, **key)


@check(
    "pk-sasaran-selaras",
    rule="R-cascade",
    basis="Indikator kinerja mengukur sasarannya (Permen PANRB Nomor 53 Tahun 2014).",
    example="Indikator kepuasan masyarakat pada sasaran ketertiban umum.",
    reads=("renstra", "pk"),
    kinds=("baris-pk",),
)
def pk_rows_agree_with_the_renstra(year: CheckedYear) -> Found:
    """In a PK row, the indikator is one of the row's sasaran, in one version of the Renstra at least."""
    owners: dict[str, set[str]] = {}
    for renstra in year.snapshot.renstra:
        for sasaran in sasaran_of(renstra):
            for indikator in sasaran.indikator:
                owners.setdefault(indikator.kunci, set()).add(sasaran.kunci)
    for pk in year.snapshot.pk:
        for row in pk.indikator:
            known = owners.get(row.kunci_indikator)
            if known and row.kunci_sasaran and row.kunci_sasaran not in known:
                yield (
                    pk_row_place(pk, row, "acuan_sasaran"),
                    "Indikatornya bukan indikator sasaran barisnya. Pilih sasaran yang sesuai.",
                )


@check(
    "acuan-serencana",
    rule="R-cascade",
    basis="Dokumen tahunan menjabarkan Renstra yang berlaku pada tahunnya (Permen PANRB Nomor 53 Tahun 2014).",
    level=Level.PERINGATAN,
    example="RKT 2026 mengacu pada Renstra 2021–2026, PK pada Renstra 2025–2029.",
    reads=("rencana", *SIGNED),
    kinds=(*_HEADS, "sasaran-rkt", "baris-rkt", "baris-pk", "baris-iku", "baris-rencana-aksi"),
)
def documents_refer_to_one_renstra(year: CheckedYear) -> Found:
    """Where periods overlap, the documents of a year refer to one Renstra: that in force."""
    plan, tahun, pk = year.snapshot.rencana, year.snapshot.tahun, year.snapshot.pk_in_force
    if plan is None:
        return
    measured, in_force = plan.diukur, plan.berlaku
    if pk is not None and in_force.tahun_awal != measured.tahun_awal:
        yield (
            head_place("pk", pk, "", pk_words(pk)),
            f"Mengacu pada {measured.nama}, sedangkan yang berlaku tahun {tahun} adalah {in_force.nama}. "
            "Buat PK perubahan, atau catat keputusan tentang Renstra yang berlaku.",
        )
    for kind, document in _documents(year.snapshot):
        rows = [(place, references) for place, references in _references_of(kind, document) if references]
        apart = [
            (place, reference)
            for place, references in rows
            for reference in references[:1]
            if reference.tahun_awal != measured.tahun_awal
            and reference.tahun_awal <= tahun <= reference.tahun_akhir  # else said by another check
        ]
        whole = len(apart) == len(rows)
        for place, reference in apart[:1] if whole else apart:
            yield (
                head_place(kind, document, "", _HEADS[kind]) if whole else place,
                f"Mengacu pada {reference.nama}, sedangkan tahun {tahun} diukur menurut {measured.nama}. "
                "Pilih acuannya dari Renstra yang berlaku.",
            )


# -- who signs -------------------------------------------------------------------------------------


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
            yield (
                s.place,
                f"{s.holder.nama}, {s.holder.jabatan} tidak menjabat pada tanggal dokumen. "
                "Perbaiki tanggal dokumen atau masa jabatannya.",
            )


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


# -- the nomenklatur -------------------------------------------------------------------------------

_CODED = ("rkt", "rencana_aksi", "anggaran", "pk", "dukungan")
_CODED_KINDS = ("baris-rkt", "kegiatan-rencana-aksi", "anggaran", "anggaran-pk", "dukungan")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    place: Place
    reference: NomenklaturReference
    behind: int = 0  # how many years the edition may lag


def _coded(snapshot: Snapshot) -> Iterator[_Coded]:
    """Rows that are written in the nomenklatur."""
    for row in snapshot.rkt.baris if snapshot.rkt else ():
        if row.nomenklatur:
            # An RKT is written the year before, and may still use the nomenklatur of then.
            yield _Coded(place=rkt_row_place(row), reference=row.nomenklatur, behind=1)
    for planned in snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ():
        for work in planned.kegiatan:
            if work.nomenklatur:
                name = work.nama_sub_kegiatan or work.nama_kegiatan or work.nama_program
                kind, words = "kegiatan-rencana-aksi", f"rencana aksi, {name}"
                place = place_of(kind, work, words=words, indikator=work.indikator)
                yield _Coded(place=place, reference=work.nomenklatur)
    for spent in snapshot.anggaran:
        if spent.nomenklatur:
            yield _Coded(place=anggaran_place(spent), reference=spent.nomenklatur)
    for pk in snapshot.pk:
        for agreed in pk.anggaran:
            if agreed.nomenklatur:
                yield _Coded(place=pk_program_place(pk, agreed), reference=agreed.nomenklatur)
    for support in snapshot.dukungan:
        for program in support.baris:
            yield _Coded(place=support_place(support, program), reference=program.nomenklatur)


def not_in_force(reference: NomenklaturReference, tahun: int, *, behind: int = 0) -> str:
    """What is wrong with an edition in a year, and the remedy; empty when in force, or so ``behind`` years ago."""
    last = reference.tahun_akhir
    if reference.tahun_awal <= tahun and (last is None or last >= tahun - behind):
        return ""
    return f"{reference.versi} tidak berlaku tahun {tahun}. Pilih program dari nomenklatur tahun itu."


def for_aceh_alone(reference: NomenklaturReference, provinsi: str) -> Iterator[tuple[str, str]]:
    """The levels of a row that a kecamatan of this provinsi cannot use, each with what is said about it."""
    if not is_aceh(provinsi):
        for level, name in reference.khusus_aceh:
            yield level, f"{name} hanya untuk Aceh. Pilih {level} lain."


def addition_not_here(
    reference: NomenklaturReference, kabupaten: str, tahun: int, *, behind: int = 0
) -> Iterator[tuple[str, str]]:
    """The levels of a row that another kabupaten added, or that are not in use in the year (or so many years before),
    each with what is said about it; ``kabupaten`` is the kode of the kecamatan's own."""
    for added in reference.tambahan:
        remedy = f"Pilih {added.tingkat} lain."
        if added.kode_kabupaten != kabupaten:
            yield added.tingkat, f"{added.nama} adalah tambahan {added.nama_kabupaten}. {remedy}"
        elif added.tahun_awal > tahun:
            yield (
                added.tingkat,
                f"{added.nama} (tambahan {added.nama_kabupaten}) baru dipakai sejak tahun {added.tahun_awal}. {remedy}",
            )
        elif added.tahun_akhir is not None and added.tahun_akhir < tahun - behind:
            yield (
                added.tingkat,
                f"{added.nama} (tambahan {added.nama_kabupaten}) dipakai sampai tahun {added.tahun_akhir}. {remedy}",
            )


@check(
    "nomenklatur-semasa",
    rule="R-nomen",
    basis="Kode dan nama menurut nomenklatur yang berlaku (Permendagri Nomor 90 Tahun 2019 dan pemutakhirannya).",
    example="Program menurut Permendagri Nomor 13 Tahun 2006 dalam anggaran 2023.",
    reads=_CODED,
    apart=True,
    kinds=_CODED_KINDS,
)
def codes_are_in_force(year: CheckedYear) -> Found:
    """Codes are of the nomenklatur in force in the document's year."""
    tahun = year.snapshot.tahun
    for row in _coded(year.snapshot):
        if message := not_in_force(row.reference, tahun, behind=row.behind):
            yield replace(row.place, column="program"), message


@check(
    "nomenklatur-sejenjang",
    rule="R-nomen",
    basis="Kegiatan adalah bagian program, sub kegiatan bagian kegiatan (Permendagri Nomor 90 Tahun 2019).",
    example="Sub kegiatan 7.01.02.2.01.0001 di bawah program 7.01.03.",
    reads=_CODED,
    apart=True,
    kinds=("baris-rkt", "kegiatan-rencana-aksi", "anggaran"),
)
def codes_hang_together(year: CheckedYear) -> Found:
    """A kegiatan is one of the row's program, a sub kegiatan one of the row's kegiatan."""
    for row in _coded(year.snapshot):
        for branch in row.reference.terputus:
            above = f" {branch.nama_induk}" if branch.nama_induk else " barisnya"
            yield (
                replace(row.place, column=branch.tingkat.replace(" ", "_")),
                f"{branch.nama} bukan {branch.tingkat}{above}. Perbaiki salah satunya.",
            )


@check(
    "khusus-aceh",
    rule="R-term",
    basis="Sebagian program dan kegiatan dalam nomenklatur hanya untuk Aceh (Permendagri Nomor 90 Tahun 2019).",
    example="Kegiatan pemerintahan mukim dalam anggaran kecamatan di Jawa Timur.",
    reads=_CODED,
    apart=True,
    kinds=_CODED_KINDS,
)
def what_is_for_aceh_stays_there(year: CheckedYear) -> Found:
    """Rows of the nomenklatur that exist for Aceh alone are used there alone."""
    for row in _coded(year.snapshot):
        for level, message in for_aceh_alone(row.reference, year.snapshot.kecamatan.kabupaten.provinsi):
            yield replace(row.place, column=level.replace(" ", "_")), message


@check(
    "nomenklatur-tambahan",
    rule="R-nomen",
    basis="Program, kegiatan, dan sub kegiatan tambahan dipakai di kabupaten yang mencatatnya, selama masa berlakunya.",
    example="Sub kegiatan tambahan Kabupaten Jombang dipakai kecamatan di Kabupaten Jember.",
    reads=_CODED,
    apart=True,
    kinds=_CODED_KINDS,
)
def additions_are_used_where_and_while_they_hold(year: CheckedYear) -> Found:
    """What a kabupaten added to the nomenklatur is used by its own kecamatan, in the years of its use."""
    kabupaten, tahun = year.snapshot.kecamatan.kabupaten.kode, year.snapshot.tahun
    for row in _coded(year.snapshot):
        for level, message in addition_not_here(row.reference, kabupaten, tahun, behind=row.behind):
            yield replace(row.place, column=level.replace(" ", "_")), message
