"""Places that several checks point to: what a row is called, and by what its sheet finds it."""

from __future__ import annotations

from sakip.checks.base import Place
from sakip.snapshot.types import (
    Anggaran,
    AnggaranPK,
    BarisPK,
    BarisRKT,
    Belanja,
    PerjanjianKinerja,
)


def anggaran_place(row: Anggaran, column: str = "", *, words: str = "") -> Place:
    """A budget row."""
    name = row.nama_sub_kegiatan or row.nama_kegiatan or row.nama_program
    unit = (("unit", row.unit),) if row.unit else ()
    return Place(
        kind="anggaran",
        key=(("kode", row.sub_kegiatan or row.kegiatan or row.program), *unit),
        column=column,
        words=words
        or (
            f"anggaran {name}{f' ({row.unit})' if row.unit else ''}"
            if name
            else "anggaran yang tidak dirinci"
        ),
        pk=row.pk,
    )


def belanja_place(row: Belanja, column: str, *, words: str = "") -> Place:
    """A row of the belanja composition."""
    return Place(
        kind="belanja",
        key=(("kode", row.kode),),
        column=column,
        words=words or f"belanja {row.kode}",
        pk=row.pk,
    )


def rkt_row_place(row: BarisRKT, column: str = "") -> Place:
    """A program, kegiatan or sub kegiatan of the RKT."""
    return Place(
        kind="baris-rkt",
        key=(("kode", row.sub_kegiatan or row.kegiatan or row.program),),
        column=column,
        words=f"RKT, {row.nama}",
        pk=row.pk,
    )


def pk_words(pk: PerjanjianKinerja) -> str:
    """ "PK murni", "PK perubahan 1": how places call a version."""
    return f"PK perubahan {pk.versi}" if pk.versi else "PK murni"


def pk_row_place(pk: PerjanjianKinerja, row: BarisPK, column: str) -> Place:
    """An indikator of a PK."""
    return Place(
        kind="baris-pk",
        key=(
            ("tahun", pk.tahun),
            ("versi", pk.versi),
            ("sasaran", row.sasaran),
            ("indikator", row.indikator),
        ),
        column=column,
        words=f"{pk_words(pk)}, {row.indikator}",
        pk=row.pk,
    )


def pk_program_place(pk: PerjanjianKinerja, row: AnggaranPK, column: str = "", *, words: str = "") -> Place:
    """A program of a PK with its amount."""
    return Place(
        kind="anggaran-pk",
        key=(("tahun", pk.tahun), ("versi", pk.versi), ("nama", row.nama)),
        column=column,
        words=words or f"{pk_words(pk)}, {row.nama}",
        pk=row.pk,
    )
