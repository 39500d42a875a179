"""Texts that stand in records, as passages: names, duties, reasons, sources. They print like any narrative."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, TypeVar

from sakip.capaian.triwulan import TAHUNAN
from sakip.capaian.values import Nilai
from sakip.checks.material import CheckedYear, Passage, Place, Shape
from sakip.checks.places import (
    anggaran_place,
    head_place,
    indikator_of,
    output_place,
    pk_row_place,
    pk_words,
    place_of,
    recommendation_place,
    renstra_words,
    rkt_row_place,
    sasaran_of,
    unit_row_place,
)
from sakip.snapshot.reads import kept, shape_of
from sakip.snapshot.types import (
    IKI,
    Anggaran,
    BarisIKU,
    BarisPK,
    BarisPKUnit,
    BarisRencanaAksi,
    Fakta,
    Indikator,
    IndikatorKegiatan,
    IndikatorTujuan,
    KegiatanRencanaAksi,
    Keluaran,
    KeputusanIKU,
    LangkahRencanaAksi,
    LintasSektor,
    PerjanjianKinerja,
    Prestasi,
    Profil,
    Realisasi,
    RealisasiTujuan,
    RekomendasiLHE,
    Renstra,
    SaranaPrasarana,
    Sasaran,
    SasaranRKT,
    SDMRow,
    Snapshot,
    TindakLanjut,
    Tujuan,
    UnitKerja,
)

T = TypeVar("T")

_PRINTED: Final = ("sasaran", "indikator")
_FORMULA: Final = ("pembilang", "penyebut", "formulasi", "penjelasan", "sumber_data")

#: The columns that are read of each kind of record. What is no sentence of the office (codes, titles of regulations
#: and of the nomenklatur, names of people, borders) is not.
COLUMNS: Final[dict[type, tuple[str, ...]]] = {
    UnitKerja: ("nama",),
    Profil: ("kedudukan", "tugas", "fungsi", "isu_strategis"),
    Fakta: ("uraian", "teks", "sumber"),
    SDMRow: ("uraian", "keterangan"),
    Renstra: ("dasar", "sumber"),
    PerjanjianKinerja: ("sumber",),
    Tujuan: ("uraian",),
    IndikatorTujuan: ("nama",),
    Sasaran: ("uraian", "strategi", "kebijakan", "program"),
    Indikator: ("nama", *_FORMULA),
    SasaranRKT: _PRINTED,
    IndikatorKegiatan: ("uraian",),
    BarisPK: _PRINTED,
    KeputusanIKU: ("instansi", "tugas", "fungsi", "tujuan", "indikator_tujuan"),
    BarisIKU: (*_PRINTED, *_FORMULA),
    BarisRencanaAksi: _PRINTED,
    KegiatanRencanaAksi: ("indikator",),
    LangkahRencanaAksi: ("uraian", "ukuran"),
    Realisasi: ("catatan", "sumber"),
    RealisasiTujuan: ("catatan", "sumber"),
    Nilai: ("alasan",),
    Anggaran: ("keterangan",),
    Keluaran: ("uraian", "keterangan"),
    TindakLanjut: ("tindakan", "ukuran", "hasil"),
    RekomendasiLHE: ("rekomendasi", "tindakan", "bukti"),
    Prestasi: ("nama", "uraian"),
    LintasSektor: ("peran",),
    BarisPKUnit: ("kinerja", "ukuran"),
    IKI: ("tugas", "ukuran"),
    SaranaPrasarana: ("nama", "keterangan"),
}

#: The parts of the snapshot in which they stand, and the kinds of their places.
PARTS: Final = (
    *("kecamatan", "profil", "sdm", "renstra", "rkt", "pk", "iku", "rencana_aksi", "realisasi"),
    *("realisasi_tujuan", "tindak_lanjut", "rekomendasi_lhe", "anggaran"),
    *("prestasi", "lintas_sektor", "sarana", "baris_pk_unit", "iki"),
)
KINDS_OF_RECORDS: Final = (
    *(
        "renstra",
        "pk",
        "unit-kerja",
        "profil",
        "sdm",
        "tujuan",
        "indikator-tujuan",
        "sasaran",
        "indikator",
        "sasaran-rkt",
    ),
    *(
        "baris-rkt",
        "baris-pk",
        "iku",
        "baris-iku",
        "baris-rencana-aksi",
        "kegiatan-rencana-aksi",
        "langkah-rencana-aksi",
        "realisasi",
    ),
    *("realisasi-tujuan", "tindak-lanjut", "tindak-lanjut-tujuan", "rekomendasi-lhe", "anggaran", "keluaran"),
    *("prestasi", "lintas-sektor", "sarana-prasarana", "baris-pk-unit", "iki"),
)

#: Where :func:`reasons_of` reads, and the kinds of its places.
REASONS: Final = ("realisasi", "profil", "anggaran")
KINDS_OF_REASONS: Final = ("realisasi", "profil", "anggaran", "keluaran")


def every_text(year: CheckedYear) -> Iterator[Passage]:
    """The texts of the report and those of the records that it prints."""
    yield from year.passages or ()
    yield from record_texts(year.snapshot) if year.recorded is None else year.recorded


@kept
def record_texts(snapshot: Snapshot) -> tuple[Passage, ...]:
    """What people typed into the records of the year. Read once for all checks."""
    return tuple(_record_texts(snapshot))


def _record_texts(snapshot: Snapshot) -> Iterator[Passage]:
    yield from _of_profile(snapshot)
    for renstra in snapshot.renstra:
        yield from _of_plan(renstra)
    yield from _of_documents(snapshot)
    yield from _of_iku(snapshot)
    yield from _of_measures(snapshot)
    yield from _of_supplements(snapshot)
    yield from _of_budget(snapshot)


def _apart(read: Callable[[T], Iterator[Passage]]) -> Callable[[T], tuple[Passage, ...]]:
    """Read by itself, and kept while what it reads is the same: an edit reaches one of many, and the texts of the
    others are the very objects that they were."""

    def at_once(about: T) -> tuple[Passage, ...]:
        return tuple(read(about))

    return kept(at_once)


@kept
def reasons_of(snapshot: Snapshot) -> tuple[Passage, ...]:
    """What people typed beside the values of the year to explain them, each about what it explains. Read once for all
    checks."""
    return tuple(_reasons_of(snapshot))


def _reasons_of(snapshot: Snapshot) -> Iterator[Passage]:
    for row in snapshot.realisasi:
        if row.tahun == snapshot.tahun:
            for text in _of_year(row, snapshot):
                yield replace(text, about=row.kunci_indikator)
    profil = snapshot.profil
    for one in _texts(profil, place_of("profil", profil, words="profil")) if profil is not None else ():
        if one.place.column == "isu_strategis":
            yield one
    for budget in snapshot.anggaran:
        yield from _texts(budget, anggaran_place(budget))
        for output in budget.keluaran:
            for one in _texts(output, output_place(budget, output, "")):
                if one.place.column == "keterangan":
                    yield one


def _of_year(row: Realisasi, snapshot: Snapshot) -> Iterator[Passage]:
    """What is written about the value of a whole year."""
    place = _realisasi_place(row, snapshot)
    for one in (*_texts(row, place), *_texts(row.tahunan, place)):
        if one.place.column != "sumber":
            yield one


def _realisasi_place(row: Realisasi, snapshot: Snapshot) -> Place:
    """The value of a year; its indikator is known by the latest Renstra that has it."""
    plans = reversed(snapshot.renstra)
    one = next((i for plan in plans for i in indikator_of(plan) if i.kunci == row.kunci_indikator), None)
    words = f"indikator {one.nama if one else row.kunci_indikator}, realisasi {row.tahun}"
    if one is None:
        return Place(kind="realisasi", words=words)
    return place_of(
        "realisasi", one, words=words, kunci_indikator=one.kunci, tahun=row.tahun, triwulan=TAHUNAN
    )


def _texts(row: Any, place: Place) -> Iterator[Passage]:
    """The columns of a record that are read, each line at its column."""
    for column in COLUMNS[shape_of(row)]:
        said = getattr(row, column)
        at = Place(kind=place.kind, key=place.key, column=column, words=place.words, pk=place.pk)
        for line in (said,) if isinstance(said, str) else said:
            if line:
                yield Passage(place=at, text=line, shape=Shape.RECORD)


@_apart
def _of_profile(snapshot: Snapshot) -> Iterator[Passage]:
    for unit in snapshot.kecamatan.unit_kerja:
        yield from _texts(unit, place_of("unit-kerja", unit, words=f"unit kerja {unit.kunci}"))
    for row in snapshot.sdm:
        yield from _texts(row, Place(kind="sdm", words=f"SDM, {row.uraian}"))
    profil = snapshot.profil
    if profil is not None:
        yield from _texts(profil, place_of("profil", profil, words="profil"))
        for fact in profil.fakta:
            yield from _texts(fact, Place(kind="profil", words=f"profil, {fact.uraian}"))


@_apart
def _of_plan(renstra: Renstra) -> Iterator[Passage]:
    name = renstra_words(renstra)
    yield from _texts(renstra, place_of("renstra", renstra, words=name))
    for tujuan in renstra.tujuan:
        yield from _texts(tujuan, Place(kind="tujuan", words=f"{name}, tujuan {tujuan.kunci}"))
        for own in tujuan.indikator:
            words = f"{name}, indikator tujuan {tujuan.kunci}"
            yield from _texts(own, place_of("indikator-tujuan", own, words=words))
    for sasaran in sasaran_of(renstra):
        yield from _texts(sasaran, place_of("sasaran", sasaran, words=f"{name}, sasaran {sasaran.kunci}"))
    for one in indikator_of(renstra):
        yield from _texts(one, place_of("indikator", one, words=f"{name}, indikator {one.kunci}"))


@_apart
def _of_documents(snapshot: Snapshot) -> Iterator[Passage]:
    for row in snapshot.rkt.sasaran if snapshot.rkt else ():
        yield from _texts(row, place_of("sasaran-rkt", row, words=f"RKT, {row.indikator}"))
    for line in snapshot.rkt.baris if snapshot.rkt else ():
        for output in line.indikator:
            yield from _texts(output, rkt_row_place(line))
    for pk in snapshot.pk:
        yield from _texts(pk, head_place("pk", pk, "", pk_words(pk)))
        for own in pk.indikator:
            yield from _texts(own, pk_row_place(pk, own, ""))
    for planned in snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ():
        words = f"rencana aksi, {planned.indikator}"
        yield from _texts(planned, place_of("baris-rencana-aksi", planned, words=words))
        for work in planned.kegiatan:
            words = f"rencana aksi, {work.nama_sub_kegiatan or work.nama_kegiatan or work.nama_program}"
            yield from _texts(work, place_of("kegiatan-rencana-aksi", work, words=words))
        for step in planned.langkah:
            yield from _texts(
                step, place_of("langkah-rencana-aksi", step, words=f"rencana aksi, {step.uraian}")
            )


@_apart
def _of_iku(snapshot: Snapshot) -> Iterator[Passage]:
    iku = snapshot.iku_of_this_year
    if iku is not None:
        yield from _texts(iku, head_place("iku", iku, "", "SK IKU"))
        for row in iku.baris:
            yield from _texts(row, place_of("baris-iku", row, words=f"SK IKU, {row.indikator}"))


@_apart
def _of_measures(snapshot: Snapshot) -> Iterator[Passage]:
    for row in snapshot.realisasi:
        place = _realisasi_place(row, snapshot)
        yield from _texts(row, place)
        for value in dict.fromkeys((*row.triwulan, row.tahunan)):
            yield from _texts(value, place)
    for own in snapshot.realisasi_tujuan:
        place = place_of("realisasi-tujuan", own, words=f"{own.indikator}, realisasi {own.tahun}")
        yield from _texts(own, place)
        yield from _texts(own.nilai, place)
    for follow_up in snapshot.tindak_lanjut:
        words = f"tindak lanjut {follow_up.indikator}"
        yield from _texts(follow_up, place_of(follow_up.kind, follow_up, words=words))
    for recommended in snapshot.rekomendasi_lhe:
        yield from _texts(recommended, recommendation_place(recommended))


@_apart
def _of_supplements(snapshot: Snapshot) -> Iterator[Passage]:
    for one in snapshot.prestasi:
        place = place_of("prestasi", one, words=f"{one.jenis} {one.nama}", jenis=one.jenis, nama=one.nama)
        yield from _texts(one, place)
    for other in snapshot.lintas_sektor:
        words = f"lintas sektor, {other.instansi}"
        key = {"sasaran": other.kunci_sasaran, "instansi": other.instansi}
        yield from _texts(other, place_of("lintas-sektor", other, words=words, **key))
    for means in snapshot.sarana:
        place = place_of("sarana-prasarana", means, words=f"sarana {means.nama}", nama=means.nama)
        yield from _texts(means, place)
    for promised in snapshot.baris_pk_unit:
        yield from _texts(promised, unit_row_place(promised))
    for own in snapshot.iki:
        place = place_of("iki", own, words=f"IKI, {own.ukuran}", unit=own.kunci_unit, ukuran=own.ukuran)
        yield from _texts(own, place)


@_apart
def _of_budget(snapshot: Snapshot) -> Iterator[Passage]:
    for row in snapshot.anggaran:
        yield from _texts(row, anggaran_place(row))
        for output in row.keluaran:
            yield from _texts(output, output_place(row, output, ""))
