"""Small builders that keep the tables of the documents alike: header rows, numbered rows, lists of lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reports.dokumen import Baris, Butir, Daftar, Kolom, Potongan, Rata, Sebaris, Sel


def kolom(*lebar_rata: tuple[int, Rata] | int) -> tuple[Kolom, ...]:
    """Columns from widths in percent; a bare width is left-aligned. Raises ``ValueError`` unless they sum to 100."""
    hasil = tuple(Kolom(lebar=k) if isinstance(k, int) else Kolom(lebar=k[0], rata=k[1]) for k in lebar_rata)
    if (jumlah := sum(k.lebar for k in hasil)) != 100:
        raise ValueError(f"lebar kolom berjumlah {jumlah}, seharusnya 100")
    return hasil


def kepala(*judul: str | Sel) -> tuple[Sel, ...]:
    """One header row."""
    return tuple(j if isinstance(j, Sel) else Sel(isi=j) for j in judul)


def sel(
    isi: Sebaris | int, *, baris: int = 1, kolom: int = 1, rata: Rata | None = None, kepala: bool = False
) -> Sel:
    """A body cell."""
    return Sel(
        isi=str(isi) if isinstance(isi, int) else isi, baris=baris, kolom=kolom, rata=rata, kepala=kepala
    )


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


def daftar(butir: Iterable[str]) -> tuple[Butir, ...]:
    """Plain items of a list."""
    return tuple(Butir(isi=b) for b in butir)


def daftar_huruf(butir: Iterable[str]) -> Daftar:
    """A list a., b., c."""
    return Daftar(butir=daftar(butir), jenis="huruf")
