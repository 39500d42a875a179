"""Where the cells of a table stand and how they are aligned: the same on screen, on paper and in Word. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reports.document.tree import BarisTabel, Rata, Sel, Tabel

#: Deepest indentation of a row's name.
INDEN_TERDALAM: Final = 4


#: Most rows of a table that may be parted anywhere.
_BARIS_PENDEK: Final = 3


@dataclass(frozen=True, slots=True)
class SelTerletak:
    """A cell with the column (from 0) where it begins, its alignment and the steps by which its text is indented."""

    kolom: int
    sel: Sel
    rata: Rata
    inden: int = 0


@dataclass(frozen=True, slots=True)
class TataTabel:
    """The header rows and the body rows, cell by cell.

    ``rekat`` says of each body row whether it must stand on the page of the row above it: a row without a number and
    name of its own (it belongs to the sasaran above), and in all but short tables the second and the last row, so
    that no page begins or ends with a lone row.
    """

    kepala: tuple[tuple[SelTerletak, ...], ...]
    baris: tuple[tuple[SelTerletak, ...], ...]
    rekat: tuple[bool, ...]


def tata_tabel(tabel: Tabel) -> TataTabel:
    """Place every cell of a table.

    Raises :class:`ValueError` when a row does not fill the columns exactly or the widths do not sum to 100: such a
    table would print figures under the wrong heading.
    """
    if (jumlah := sum(k.lebar for k in tabel.kolom)) != 100:
        raise ValueError(f"tabel {tabel.kunci!r}: lebar kolom berjumlah {jumlah}, seharusnya 100")
    kisi = _Kisi(tabel)
    kepala = tuple(
        tuple(SelTerletak(kolom, sel, sel.rata or "tengah") for kolom, sel in kisi.isi(f"kepala {i}", baris))
        for i, baris in enumerate(tabel.kepala, start=1)
    )
    kisi.tutup("kepala")
    badan = tuple(
        tuple(_baris(tabel, baris, tuple(kisi.isi(f"baris {i}", baris.sel))))
        for i, baris in enumerate(tabel.baris, start=1)
    )
    kisi.tutup("badan")
    return TataTabel(kepala, badan, _glue(tabel, badan))


def lanjutan(baris: tuple[SelTerletak, ...]) -> bool:
    """Whether a row continues the one above: it lies under a row span, or leaves its first cell empty."""
    return not baris or baris[0].kolom > 0 or baris[0].sel.isi == ""


def _glue(tabel: Tabel, badan: tuple[tuple[SelTerletak, ...], ...]) -> tuple[bool, ...]:
    isi = [i for i, b in enumerate(tabel.baris) if b.jenis != "jumlah"]
    # Kept together, the two or three tall rows of a matrix would leave its title alone on the page before.
    ujung = (1, isi[-1]) if len(isi) > _BARIS_PENDEK else ()
    return tuple(
        i > 0
        and (
            i in ujung
            or tabel.baris[i].jenis == "jumlah"
            # A row that continues a tujuan may name a sasaran of its own: there the page may turn.
            or (lanjutan(baris) and (not baris or baris[0].kolom > 0 or not any(s.sel.kepala for s in baris)))
        )
        for i, baris in enumerate(badan)
    )


def _baris(tabel: Tabel, baris: BarisTabel, sel: tuple[tuple[int, Sel], ...]) -> Iterator[SelTerletak]:
    inden = min(baris.inden, INDEN_TERDALAM)
    for kolom, satu in sel:
        rata = satu.rata or ("kiri" if satu.kolom > 1 else tabel.kolom[kolom].rata)
        # The name of a row steps in, not its number or code: that is the row's header, else its first text.
        masuk = rata == "kiri" and (satu.kepala or not any(s.kepala for _, s in sel))
        yield SelTerletak(kolom, satu, rata, inden if masuk else 0)
        if masuk:
            inden = 0


class _Kisi:
    """Places cells in the grid, so that a cell below a row span knows its column."""

    def __init__(self, tabel: Tabel) -> None:
        self._kunci = tabel.kunci
        self._sisa = [0] * len(tabel.kolom)  # rows that a span still covers, by column

    def isi(self, tempat: str, baris: tuple[Sel, ...]) -> Iterator[tuple[int, Sel]]:
        """Every cell of a row with the column where it begins."""
        lebar = len(self._sisa)
        kolom = 0
        tertutup = [sisa > 0 for sisa in self._sisa]
        self._sisa = [max(sisa - 1, 0) for sisa in self._sisa]
        for sel in baris:
            while kolom < lebar and tertutup[kolom]:
                kolom += 1
            rentang = range(kolom, kolom + sel.kolom)
            if rentang.stop > lebar or any(tertutup[k] for k in rentang):
                raise ValueError(f"tabel {self._kunci!r}, {tempat}: sel melampaui {lebar} kolom")
            for k in rentang:
                self._sisa[k] = sel.baris - 1
            yield kolom, sel
            kolom = rentang.stop
        if not all(tertutup[kolom:]):
            raise ValueError(f"tabel {self._kunci!r}, {tempat}: sel tidak memenuhi {lebar} kolom")

    def tutup(self, tempat: str) -> None:
        """Refuse a span that would reach out of the header or the body."""
        if any(self._sisa):
            raise ValueError(f"tabel {self._kunci!r}: sel {tempat} melampaui baris terakhir")
