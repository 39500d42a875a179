"""Small builders that keep the tables and lists of the documents alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from reports.document.tree import (
    Baris,
    BarisTabel,
    Butir,
    Daftar,
    JenisBaris,
    JenisDaftar,
    Kolom,
    Potongan,
    Rata,
    Sebaris,
    Sel,
)
from reports.prose.language import klausa, rapi

T = TypeVar("T")

#: What people put at the end of an item (";", "; dan", "."): the list brings its own.
_AKHIR_BUTIR = re.compile(r"(?:[;,]?\s+dan)?[\s;,.]*$")


def kolom(*lebar_rata: tuple[int, Rata] | int) -> tuple[Kolom, ...]:
    """Columns from widths in percent; a bare width is left-aligned. Raises ``ValueError`` unless they sum to 100."""
    hasil = tuple(Kolom(lebar=k) if isinstance(k, int) else Kolom(lebar=k[0], rata=k[1]) for k in lebar_rata)
    if (jumlah := sum(k.lebar for k in hasil)) != 100:
        raise ValueError(f"lebar kolom berjumlah {jumlah}, seharusnya 100")
    return hasil


def share_width(lebar: int, banyak: int) -> list[int]:
    """A width in percent shared by columns as evenly as whole percents allow; the first ones get the rest."""
    dasar, sisa = divmod(lebar, banyak)
    return [dasar + (i < sisa) for i in range(banyak)]


def header(*judul: str | Sel) -> tuple[tuple[Sel, ...], ...]:
    """A header of one row; of several rows it is their sum."""
    return (tuple(j if isinstance(j, Sel) else Sel(isi=j) for j in judul),)


def row(*cells: Sel, jenis: JenisBaris = "biasa", inden: int = 0) -> BarisTabel:
    """A body row of these cells."""
    return BarisTabel(sel=cells, jenis=jenis, inden=inden)


def sel(
    isi: Sebaris | int, *, baris: int = 1, kolom: int = 1, rata: Rata | None = None, kepala: bool = False
) -> Sel:
    """A body cell."""
    return Sel(
        isi=str(isi) if isinstance(isi, int) else isi, baris=baris, kolom=kolom, rata=rata, kepala=kepala
    )


def berkelompok(baris: Iterable[T], kelompok: Callable[[T], str]) -> Iterator[tuple[int, bool, T]]:
    """Rows brought together by what they belong to: number of the group, whether the row is its first, the row.

    Groups stand in order of first appearance, so a sasaran that a document names twice is numbered and counted
    once. Texts that differ only in spaces or capitals are one group.
    """
    isi: dict[str, list[T]] = {}
    for b in baris:
        isi.setdefault(rapi(kelompok(b)).casefold(), []).append(b)
    for nomor, anggota in enumerate(isi.values(), start=1):
        for urut, b in enumerate(anggota):
            yield nomor, urut == 0, b


def of_group(number: int, name: str, first: bool) -> tuple[Sel, Sel]:
    """The cells that tell the group of a row: number and name, at its first row alone."""
    return sel(str(number) if first else ""), sel(name if first else "", kepala=first)


def group_count(baris: Iterable[T], kelompok: Callable[[T], str]) -> int:
    """How many groups :func:`berkelompok` makes of the rows."""
    return sum(pertama for _, pertama, _ in berkelompok(baris, kelompok))


def baris_baris(teks: Iterable[Sebaris]) -> Sebaris:
    """Several texts under one another in one cell."""
    hasil: list[Potongan] = []
    for butir in teks:
        if hasil:
            hasil.append(Baris())
        hasil += [butir] if isinstance(butir, str) else butir
    return hasil[0] if len(hasil) == 1 and isinstance(hasil[0], str) else tuple(hasil)


def bernomor(teks: Sequence[str]) -> Sebaris:
    """Several texts in one cell, numbered when there is more than one."""
    if len(teks) <= 1:
        return "".join(teks)
    return baris_baris(f"{nomor}. {butir}" for nomor, butir in enumerate(teks, start=1))


def daftar(butir: Iterable[str], jenis: JenisDaftar = "angka") -> Daftar:
    """A list of plain items."""
    return Daftar(butir=tuple(Butir(isi=b) for b in butir), jenis=jenis)


def rincian(butir: Sequence[str], *, nama: bool = False) -> tuple[str, ...]:
    """Items that complete the sentence before them: "…;", "…; dan", "…."

    They begin small, except names (``nama``), which keep their capitals. Empty items fall away.
    """
    bersih = [_AKHIR_BUTIR.sub("", b.strip()) for b in butir]
    isi = [rapi(b) if nama else klausa(b) for b in bersih if b]
    akhir = [";"] * (len(isi) - 2) + ["; dan"] * (len(isi) > 1) + ["."]
    return tuple(f"{b}{tanda}" for b, tanda in zip(isi, akhir, strict=False))
