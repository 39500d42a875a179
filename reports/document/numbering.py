"""Numbers of tables and figures, and the lists printed in front: all follow from the document tree.

A numbered BAB gives its tables "Tabel 3.1", a lampiran "Tabel L1.1"; parts without a number (ikhtisar, a form
that stands alone) share one plain run: "Tabel 1". Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, NamedTuple

from reports.document.tree import Bagian, Dokumen, Gambar, Tabel

#: Anchors of the lists themselves; they are entries of the daftar isi too.
DAFTAR_ISI: Final = "daftar-isi"
DAFTAR_TABEL: Final = "daftar-tabel"
DAFTAR_GAMBAR: Final = "daftar-gambar"
_JUDUL_DAFTAR: Final = {
    DAFTAR_ISI: "Daftar Isi",
    DAFTAR_TABEL: "Daftar Tabel",
    DAFTAR_GAMBAR: "Daftar Gambar",
}

#: Deepest heading that the daftar isi prints: BAB, "A.", "1.".
TINGKAT_DAFTAR_ISI: Final = 3

_KUNCI = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


_WHOLE_WORD: Final = 40
_WORD_END: Final = 10


def lettered(*parts: Bagian) -> tuple[Bagian, ...]:
    """The parts of a BAB, numbered A., B., … by their place: a part put between two others moves no other file."""
    return tuple(replace(part, nomor=f"{chr(ord('A') + place)}.") for place, part in enumerate(parts))


def counted(*parts: Bagian) -> tuple[Bagian, ...]:
    """The parts below a lettered one, numbered 1., 2., … by their place."""
    return tuple(replace(part, nomor=f"{place}.") for place, part in enumerate(parts, start=1))


@dataclass(frozen=True, slots=True)
class Entri:
    """A line of a list in front: the anchor (kunci) it leads to, its number and its words.

    ``tingkat`` is the level of a heading, 0 for a table or figure; ``romawi`` says that the page it leads to is
    numbered i, ii …
    """

    id: str
    nomor: str
    judul: str
    tingkat: int
    romawi: bool

    @property
    def judul_awal(self) -> str:
        """The title but for its last word; with :attr:`judul_akhir` they let a line keep its page number."""
        end = self.judul_akhir
        whole = self.judul.rpartition(" ")[2] == end
        return f"{self.judul.rpartition(' ')[0]} " if whole else self.judul.removesuffix(end)

    @property
    def judul_akhir(self) -> str:
        """The last word of the title, which stands on one line with the dots and the page number.

        Of a word that is longer than any line keeps its end does: the rest is broken before it.
        """
        word = self.judul.rpartition(" ")[2]
        return word if len(word) <= _WHOLE_WORD else word[-_WORD_END:]


class FrontList(NamedTuple):
    """A list printed in front, with its anchor."""

    id: str
    judul: str
    entri: tuple[Entri, ...]


@dataclass(frozen=True, slots=True)
class Penomoran:
    """``nomor`` maps the kunci of every numbered table and figure to its printed number ("Tabel 3.1")."""

    nomor: Mapping[str, str]
    isi: tuple[Entri, ...]
    tabel: tuple[Entri, ...]
    gambar: tuple[Entri, ...]

    @property
    def daftar(self) -> tuple[FrontList, ...]:
        """The lists that have entries."""
        semua = zip(_JUDUL_DAFTAR.items(), (self.isi, self.tabel, self.gambar), strict=True)
        return tuple(FrontList(id_, judul, entri) for (id_, judul), entri in semua if entri)


def nomori(dokumen: Dokumen) -> Penomoran:
    """Number a document.

    Raises :class:`ValueError` when two parts, tables or figures would share an anchor, or a kunci cannot be one:
    links and the daftar isi would lead to the wrong place.
    """
    pencatat = _Pencatat()
    for nomor, bagian in enumerate(dokumen.depan):
        pencatat.note(bagian, awalan="", romawi=True)
        if nomor == 0 and dokumen.daftar_isi:
            pencatat.insert_list()
    if not dokumen.depan and dokumen.daftar_isi:
        pencatat.insert_list()
    bab = 0
    for bagian in dokumen.batang:
        bab += bool(bagian.nomor)
        pencatat.note(bagian, awalan=f"{bab}." if bagian.nomor else "")
    for nomor, bagian in enumerate(dokumen.lampiran, start=1):
        pencatat.note(bagian, awalan=f"L{nomor}.")
    return pencatat.hasil()


def traverse(bagian: Bagian) -> Iterator[Bagian]:
    """The part and everything below it, in printed order."""
    yield bagian
    for anak in bagian.anak:
        yield from traverse(anak)


class _Pencatat:
    """Walks the parts once, in printed order, and keeps the running numbers."""

    def __init__(self) -> None:
        self._id: set[str] = set()
        self._nomor: dict[str, str] = {}
        self._urut: dict[tuple[str, str], int] = {}
        self._isi: list[Entri] = []
        self._daftar: dict[str, list[Entri]] = {"Tabel": [], "Gambar": []}
        self._letak_daftar: int | None = None

    def note(self, puncak: Bagian, *, awalan: str, romawi: bool = False) -> None:
        for bagian in traverse(puncak):
            self._use(bagian.kunci)
            if bagian.daftar_isi and bagian.tingkat <= TINGKAT_DAFTAR_ISI:
                self._isi.append(Entri(bagian.kunci, bagian.nomor, bagian.judul, bagian.tingkat, romawi))
            for blok in bagian.isi:
                if isinstance(blok, Tabel):
                    self._give("Tabel", blok, awalan, romawi)
                elif isinstance(blok, Gambar):
                    self._give("Gambar", blok, awalan, romawi)

    def insert_list(self) -> None:
        """Remember where the lists stand; which of them exist is known only at the end."""
        self._letak_daftar = len(self._isi)

    def hasil(self) -> Penomoran:
        tabel, gambar = self._daftar["Tabel"], self._daftar["Gambar"]
        if self._letak_daftar is not None:
            kosong = {DAFTAR_TABEL: not tabel, DAFTAR_GAMBAR: not gambar}
            ada = [id_ for id_ in _JUDUL_DAFTAR if not kosong.get(id_)]
            for id_ in ada:
                self._use(id_)
            self._isi[self._letak_daftar : self._letak_daftar] = [
                Entri(id_, "", _JUDUL_DAFTAR[id_], 1, romawi=True) for id_ in ada
            ]
        return Penomoran(MappingProxyType(self._nomor), tuple(self._isi), tuple(tabel), tuple(gambar))

    def _give(self, jenis: str, blok: Tabel | Gambar, awalan: str, romawi: bool) -> None:
        self._use(blok.kunci)
        if not blok.bernomor:
            return
        urut = self._urut[jenis, awalan] = self._urut.get((jenis, awalan), 0) + 1
        self._nomor[blok.kunci] = f"{jenis} {awalan}{urut}"
        self._daftar[jenis].append(Entri(blok.kunci, self._nomor[blok.kunci], blok.judul, 0, romawi))

    def _use(self, id_: str) -> None:
        if not _KUNCI.fullmatch(id_):
            raise ValueError(f"kunci dokumen hanya boleh berisi huruf, angka, titik, garis: {id_!r}")
        if id_ in self._id:
            raise ValueError(f"kunci dokumen dipakai dua kali: {id_!r}")
        self._id.add(id_)
