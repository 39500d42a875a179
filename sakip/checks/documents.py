"""Checks about the yearly documents: to which Renstra they refer, and what stands in them twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sakip.checks.base import Found, Level, check
from sakip.checks.kinds import SIGNED
from sakip.checks.material import CheckedYear, Place
from sakip.checks.places import (
    head_place,
    pk_program_place,
    pk_row_place,
    pk_words,
    printed_place,
    printed_rows,
    rkt_row_place,
    sasaran_of,
)
from sakip.snapshot.coverage import comparable
from sakip.snapshot.leaves import codes
from sakip.snapshot.types import (
    RenstraReference,
    Snapshot,
)


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
        yield printed_place(_ROWS[kind], _HEADS[kind], row, "acuan_indikator"), row.acuan
    for line in document.baris if kind == "rkt" else ():
        yield rkt_row_place(line, "acuan_sasaran"), line.acuan


_ROWS: Final = {"rkt": "sasaran-rkt", "iku": "baris-iku", "rencana-aksi": "baris-rencana-aksi"}


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


@check(
    "baris-ganda",
    rule="R-count",
    basis="Setiap indikator dan program dihitung dan dicetak satu kali dalam dokumennya.",
    example="Program 7.01.02 dua kali dalam RKT pada sasaran yang sama.",
    reads=("rkt", "pk", "iku", "rencana_aksi"),
    apart=True,
    level=Level.PERINGATAN,
    kinds=("sasaran-rkt", "baris-rkt", "baris-pk", "anggaran-pk", "baris-iku", "baris-rencana-aksi"),
)
def rows_stand_once(year: CheckedYear) -> Found:
    """No row of a document says again what another says."""
    seen = set()
    for place, what in _said(year.snapshot):
        if (place.kind, what) in seen:
            yield place, "Baris yang sama sudah ada dalam dokumen ini. Hapus salah satunya."
        seen.add((place.kind, what))


def _said(snapshot: Snapshot) -> Iterator[tuple[Place, tuple[object, ...]]]:
    """Every row of the documents of the year, with what makes it that row."""
    for place, row in printed_rows(snapshot, "indikator"):
        version = dict(place.key).get("versi")
        yield place, (version, comparable(row.sasaran), comparable(row.indikator), row.kunci_indikator)
    for line in snapshot.rkt.baris if snapshot.rkt else ():
        yield rkt_row_place(line), (codes(line), line.nama, line.kunci_sasaran)
    for pk in snapshot.pk:
        for agreed in pk.anggaran:
            what = (pk.versi, agreed.program, comparable(agreed.nama), comparable(agreed.sumber_dana))
            yield pk_program_place(pk, agreed), what
