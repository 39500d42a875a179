"""Places that checks point to: what a row is called, and by what its sheet finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from sakip.checks.material import Place
from sakip.snapshot.coverage import pk_name
from sakip.snapshot.parts.documents import PrintedIndikator
from sakip.snapshot.parts.source import DukunganRow
from sakip.snapshot.types import (
    Anggaran,
    AnggaranLalu,
    AnggaranPK,
    BarisPK,
    BarisPKUnit,
    BarisRKT,
    Belanja,
    DatedDocument,
    DukunganProgram,
    Indikator,
    Keluaran,
    PerjanjianKinerja,
    PKUnit,
    RekomendasiLHE,
    Renstra,
    Sasaran,
    Snapshot,
)

Columns = dict[str, str | int]
"""Columns of a row's sheet with the values by which it is found there."""


class Numbered(Protocol):
    """A row of the snapshot that knows the number of the stored one."""

    @property
    def pk(self) -> int | None: ...


def place_of(kind: str, row: Numbered, column: str = "", *, words: str, **key: str | int) -> Place:
    """A row of that kind; ``key`` are the columns by which its sheet finds it."""
    return Place(kind=kind, key=tuple(key.items()), column=column, words=words, pk=row.pk)


def recommendation_place(row: RekomendasiLHE, column: str = "") -> Place:
    """A recommendation of last year's evaluation."""
    return place_of(
        "rekomendasi-lhe",
        row,
        column,
        words=f"rekomendasi LHE “{row.rekomendasi}”",
        rekomendasi=row.rekomendasi,
    )


def code_of(row: Anggaran | BarisRKT) -> str:
    """The code of the deepest level that the row names."""
    return row.sub_kegiatan or row.kegiatan or row.program


def output_place(row: Anggaran, output: Keluaran, column: str) -> Place:
    """An output or outcome of a budget row."""
    key: Columns = {"kode": code_of(row), "jenis": output.jenis, "uraian": output.uraian}
    if row.unit:
        key["unit"] = row.unit
    return place_of("keluaran", output, column, words=f"{output.jenis} {output.uraian}", **key)


def anggaran_place(row: Anggaran, column: str = "", *, words: str = "") -> Place:
    """A budget row."""
    if not words:
        name = row.nama_sub_kegiatan or row.nama_kegiatan or row.nama_program
        unit = f" ({row.unit})" if row.unit else ""
        words = f"anggaran {name}{unit}" if name else "anggaran yang tidak dirinci"
    key = {"kode": code_of(row)} | ({"unit": row.unit} if row.unit else {})
    return place_of("anggaran", row, column, words=words, **key)


def belanja_place(row: Belanja, column: str, *, words: str = "") -> Place:
    """A row of the belanja composition."""
    name = row.nama if row.nama.casefold().startswith("belanja") else f"belanja {row.nama}"
    return place_of("belanja", row, column, words=words or name, kode=row.kode)


def earlier_place(row: AnggaranLalu, column: str) -> Place:
    """The total of an earlier year."""
    return place_of("anggaran-lalu", row, column, words=f"anggaran tahun {row.tahun}", tahun=row.tahun)


def rkt_row_place(row: BarisRKT, column: str = "") -> Place:
    """A program, kegiatan or sub kegiatan of the RKT."""
    return place_of("baris-rkt", row, column, words=f"RKT, {row.nama}", kode=code_of(row))


def pk_words(pk: PerjanjianKinerja) -> str:
    """ "PK murni", "PK perubahan 1": how places call a version."""
    return pk_name(pk)


def head_place(kind: str, document: DatedDocument, column: str, words: str) -> Place:
    """The head of a document of the year: its date, who signs it; the document as a whole without a column."""
    version = getattr(document, "versi", 0)
    key: Columns = {"dokumen": kind.replace("-", "_"), "tahun": document.tahun, "versi": version}
    return place_of(kind, document, column, words=words, **key)


def printed_place(
    kind: str, document: str, row: PrintedIndikator, column: str, **version: str | int
) -> Place:
    """A row of a document of the year that prints an indikator; ``version`` tells the document from its others."""
    key: Columns = version | {"sasaran": row.sasaran, "indikator": row.indikator}
    return place_of(kind, row, column, words=f"{document}, {row.indikator}", **key)


def pk_row_place(pk: PerjanjianKinerja, row: BarisPK, column: str) -> Place:
    """An indikator of a PK."""
    return printed_place("baris-pk", pk_words(pk), row, column, tahun=pk.tahun, versi=pk.versi)


def unit_head_place(head: PKUnit, column: str = "") -> Place:
    """Who promises in a unit's PK."""
    return place_of(
        "pk-berjenjang", head, column, words=f"PK {head.jabatan}", unit=head.kunci_unit, versi=head.versi
    )


def unit_row_place(row: BarisPKUnit, column: str = "") -> Place:
    """A row of a unit's PK."""
    return place_of(
        "baris-pk-unit",
        row,
        column,
        words=f"PK berjenjang, {row.ukuran}",
        unit=row.kunci_unit,
        versi=row.versi,
        ukuran=row.ukuran,
    )


def printed_rows(snapshot: Snapshot, column: str) -> Iterator[tuple[Place, PrintedIndikator]]:
    """Every row of RKT, PK, SK IKU and rencana aksi that prints an indikator, at its place."""
    for row in snapshot.rkt.sasaran if snapshot.rkt else ():
        yield printed_place("sasaran-rkt", "RKT", row, column), row
    for pk in snapshot.pk:
        for promised in pk.indikator:
            yield pk_row_place(pk, promised, column), promised
    for decided in snapshot.iku_of_this_year.baris if snapshot.iku_of_this_year else ():
        yield printed_place("baris-iku", "SK IKU", decided, column), decided
    for planned in snapshot.rencana_aksi.baris if snapshot.rencana_aksi else ():
        yield printed_place("baris-rencana-aksi", "rencana aksi", planned, column), planned


def pk_program_place(pk: PerjanjianKinerja, row: AnggaranPK, column: str = "", *, words: str = "") -> Place:
    """A program of a PK with its amount."""
    words = words or f"{pk_words(pk)}, {row.nama}"
    return place_of("anggaran-pk", row, column, words=words, tahun=pk.tahun, versi=pk.versi, nama=row.nama)


def support_place(support: DukunganProgram, row: DukunganRow, column: str = "") -> Place:
    """A program that supports a sasaran."""
    words, key = f"dukungan {row.nama}", {"sasaran": support.kunci_sasaran, "kode": row.program}
    return place_of("dukungan", row, column, words=words, **key)


def renstra_words(renstra: Renstra) -> str:
    """ "Renstra 2021–2026 (perubahan 1)": how places call a version."""
    change = f" (perubahan {renstra.versi})" if renstra.versi else ""
    return f"Renstra {renstra.tahun_awal}–{renstra.tahun_akhir}{change}"


def renstra_place(
    renstra: Renstra, kind: str, row: Numbered, column: str, words: str, **key: str | int
) -> Place:
    """Something in a version of the Renstra."""
    version = {"tahun_awal": renstra.tahun_awal, "versi": renstra.versi}
    return place_of(kind, row, column, words=f"{renstra_words(renstra)}, {words}", **version, **key)


def sasaran_of(renstra: Renstra) -> Iterator[Sasaran]:
    """Its sasaran, in order."""
    return (sasaran for tujuan in renstra.tujuan for sasaran in tujuan.sasaran)


def indikator_of(renstra: Renstra) -> Iterator[Indikator]:
    """Its indikator of sasaran, in order."""
    return (indikator for sasaran in sasaran_of(renstra) for indikator in sasaran.indikator)
