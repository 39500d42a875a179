"""What a table of open data is: its columns, and the words in which they are told.

Pure: no Django. A number is a decimal text with a point; what is not known is None and never zero. Code of a table and
names of its columns are addresses that other programs rely on: columns are added at the end, and none is given another
meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from reports.publish.naskah import Naskah
from sakip.capaian.export import plain_number
from sakip.capaian.values import KeadaanNilai, Nilai, Target

Value = str | int | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its heading, what it means, and what it holds. ``required``: no row is without it."""

    name: str
    title: str
    meaning: str
    type: str = "string"  # "string" | "integer" | "number", as JSON Schema and Frictionless call them
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table: its stable code, its name, what a row is, its columns, and its rows in a document."""

    code: str
    name: str
    meaning: str
    own_columns: tuple[Column, ...]
    rows: Callable[[Naskah], Iterator[Row]]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column: first those that say which kecamatan, year and version the row is of."""
        return (*PLACE, *self.own_columns)

    def of(self, naskah: Naskah) -> list[Row]:
        """The rows that a document has, each with every column, in their order."""
        place = naskah.snapshot.kecamatan
        where: Row = {
            "kode_kecamatan": place.kode,
            "kecamatan": place.nama,
            "tahun": naskah.snapshot.tahun,
            "versi": naskah.versi,
        }
        return [{one.name: (where | row)[one.name] for one in self.columns} for row in self.rows(naskah)]


PLACE: Final = (
    Column(name="kode_kecamatan", title="Kode kecamatan", meaning="Kode wilayah Kemendagri.", required=True),
    Column(name="kecamatan", title="Kecamatan", meaning="Nama tanpa sebutan wilayahnya.", required=True),
    Column(name="tahun", title="Tahun", meaning="Tahun dokumen.", type="integer", required=True),
    Column(
        name="versi",
        title="Versi",
        meaning="Versi laporan yang memuat baris ini, mulai dari 1.",
        type="integer",
        required=True,
    ),
)

SASARAN: Final = Column(name="sasaran", title="Sasaran", meaning="Sasaran seperti tercetak.", required=True)

INDIKATOR: Final = (
    SASARAN,
    Column(
        name="kunci_indikator",
        title="Kunci indikator",
        meaning="Nama tetap indikator antartahun; kosong bila tidak ada dalam Renstra.",
    ),
    Column(name="indikator", title="Indikator", meaning="Nama indikator seperti tercetak.", required=True),
    Column(name="satuan", title="Satuan", meaning="Satuan target dan realisasi; kosong bila tanpa satuan."),
)

REALISASI: Final = (
    Column(
        name="realisasi_angka",
        title="Realisasi (angka)",
        meaning="Bila berupa angka; kosong bila belum diisi atau tidak tersedia.",
        type="number",
    ),
    Column(
        name="realisasi_huruf",
        title="Realisasi (huruf)",
        meaning="Bila berupa huruf; kosong bila belum diisi atau tidak tersedia.",
    ),
)


def target_columns(of: str) -> tuple[Column, ...]:
    """The target ``of`` something: a number, a letter or a range."""
    return (
        Column(
            name="target_angka", title="Target (angka)", meaning=f"{of}, bila berupa angka.", type="number"
        ),
        Column(name="target_huruf", title="Target (huruf)", meaning=f"{of}, bila berupa huruf, misalnya B."),
        Column(
            name="target_bawah",
            title="Target, batas bawah",
            meaning=f"{of}, batas bawahnya bila berupa rentang.",
            type="number",
        ),
        Column(
            name="target_atas",
            title="Target, batas atas",
            meaning=f"{of}, batas atasnya bila berupa rentang.",
            type="number",
        ),
    )


def target_values(target: Target | None) -> Row:
    """The values of :func:`target_columns`."""
    if target is None:
        return dict.fromkeys(("target_angka", "target_huruf", "target_bawah", "target_atas"))
    return {
        "target_angka": plain_number(target.angka),
        "target_huruf": target.huruf.strip() or None,
        "target_bawah": plain_number(target.bawah),
        "target_atas": plain_number(target.atas),
    }


def realisasi_values(nilai: Nilai | None) -> Row:
    """The values of :data:`REALISASI`."""
    if nilai is None or nilai.keadaan is not KeadaanNilai.TERISI:
        return {"realisasi_angka": None, "realisasi_huruf": None}
    return {"realisasi_angka": plain_number(nilai.angka), "realisasi_huruf": nilai.huruf.strip() or None}
