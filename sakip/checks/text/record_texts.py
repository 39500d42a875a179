"""Texts that stand in records, as passages: names, duties, boundaries, outputs. They print like any narrative."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.checks.material import CheckedYear, Passage, Place, Shape
from sakip.checks.places import Numbered, indikator_of, pk_words, place_of, renstra_words, sasaran_of
from sakip.snapshot.types import Snapshot


def every_text(year: CheckedYear) -> Iterator[Passage]:
    """The texts of the report and those of the records that it prints."""
    yield from year.passages or ()
    yield from record_texts(year.snapshot)


def record_texts(snapshot: Snapshot) -> Iterator[Passage]:
    """What people typed into the records of the year."""
    yield from _of_profile(snapshot)
    yield from _of_plan(snapshot)
    yield from _of_documents(snapshot)
    for row in snapshot.anggaran:
        for output in row.keluaran:
            words = f"{output.jenis} {output.uraian}"
            yield _text(place_of("keluaran", output, "uraian", words=words), output.uraian)


def _of_profile(snapshot: Snapshot) -> Iterator[Passage]:
    for unit in snapshot.kecamatan.unit_kerja:
        yield _text(_place("unit-kerja", unit, "nama", f"unit kerja {unit.kunci}"), unit.nama)
    profil = snapshot.profil
    if profil is None:
        return
    for column, lines in (
        ("kedudukan", profil.kedudukan),
        ("tugas", profil.tugas),
        ("fungsi", profil.fungsi),
        ("isu_strategis", profil.isu_strategis),
    ):
        for line in lines:
            yield _text(_place("profil", profil, column, "profil"), line)
    for fact in profil.fakta:
        yield _text(
            Place(kind="profil", words=f"profil, {fact.uraian}"), f"{fact.uraian} {fact.teks}".strip()
        )


def _of_plan(snapshot: Snapshot) -> Iterator[Passage]:
    for renstra in snapshot.renstra:
        name = renstra_words(renstra)
        for tujuan in renstra.tujuan:
            yield _text(Place(kind="tujuan", words=f"{name}, tujuan {tujuan.kunci}"), tujuan.uraian)
        for sasaran in sasaran_of(renstra):
            place = _place("sasaran", sasaran, "uraian", f"{name}, sasaran {sasaran.kunci}")
            yield _text(place, sasaran.uraian)
        for indikator in indikator_of(renstra):
            words = f"{name}, indikator {indikator.kunci}"
            yield _text(_place("indikator", indikator, "nama", words), indikator.nama)
            for line in (*indikator.penjelasan, indikator.formulasi, indikator.pembilang, indikator.penyebut):
                yield _text(_place("indikator", indikator, "penjelasan", words), line)


def _of_documents(snapshot: Snapshot) -> Iterator[Passage]:
    if snapshot.rkt is not None:
        for row in snapshot.rkt.sasaran:
            words = f"RKT, {row.indikator}"
            yield _text(_place("sasaran-rkt", row, "indikator", words), f"{row.sasaran}\n{row.indikator}")
    for pk in snapshot.pk:
        for line in pk.indikator:
            words = f"{pk_words(pk)}, {line.indikator}"
            yield _text(_place("baris-pk", line, "indikator", words), f"{line.sasaran}\n{line.indikator}")
    iku = snapshot.iku_of_this_year
    if iku is not None:
        for part in (iku.tugas, iku.fungsi, iku.tujuan, iku.indikator_tujuan):
            for one in part:
                yield _text(_place("iku", iku, "", "SK IKU"), one)
        for decided in iku.baris:
            words = f"SK IKU, {decided.indikator}"
            yield _text(
                _place("baris-iku", decided, "indikator", words), f"{decided.sasaran}\n{decided.indikator}"
            )
    if snapshot.rencana_aksi is not None:
        for planned in snapshot.rencana_aksi.baris:
            words = f"rencana aksi, {planned.indikator}"
            yield _text(
                _place("baris-rencana-aksi", planned, "indikator", words),
                f"{planned.sasaran}\n{planned.indikator}",
            )


def _place(kind: str, row: Numbered, column: str, words: str) -> Place:
    return place_of(kind, row, column, words=words)


def _text(place: Place, text: str) -> Passage:
    return Passage(place=place, text=text, shape=Shape.RECORD)
