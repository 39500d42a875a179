"""Text written by people: allow-listed HTML → blocks of the document tree.

The blocks are then written like all others, so a list or table typed by hand looks like a generated one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Final

from reports.docx.teks import TebalMiring
from reports.dokumen import (
    Baris,
    BarisTabel,
    Blok,
    Butir,
    Daftar,
    Kolom,
    Miring,
    Paragraf,
    Potongan,
    Sel,
    Tabel,
    Tebal,
)
from reports.writing.allowed import bersihkan

#: HTML's own white space; a no-break space is not among it.
_SPASI = re.compile(r"[ \t\r\n\f]+")
_KOSONG: Final = frozenset({"br"})
#: What ends the running text around it.
_BLOK: Final = frozenset({"p", "ul", "ol", "table"})
#: More columns or rows than a page can hold: what a hand-written span may reach at most.
_RENTANG_TERBESAR: Final = 50


@dataclass(slots=True)
class _Unsur:
    tag: str
    atribut: dict[str, str] = field(default_factory=dict)
    anak: list[_Unsur | str] = field(default_factory=list)

    def cari(self, *tag: str) -> Iterator[_Unsur]:
        """The nearest elements below with one of these names."""
        for anak in self.anak:
            if isinstance(anak, _Unsur):
                if anak.tag in tag:
                    yield anak
                else:
                    yield from anak.cari(*tag)


def blok_narasi(isi: str) -> tuple[Blok, ...]:
    """The paragraphs, lists and tables of a narrative, cleaned by the same allow-list as the HTML."""
    pembaca = _Pembaca()
    pembaca.feed(bersihkan(isi))
    pembaca.close()
    return tuple(_blok(pembaca.akar.anak))


class _Pembaca(HTMLParser):
    """Builds the tree of elements. The allow-list has closed every tag, so it needs no rules of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.akar = _Unsur("narasi")
        self._terbuka = [self.akar]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        unsur = _Unsur(tag, {nama: nilai or "" for nama, nilai in attrs})
        self._terbuka[-1].anak.append(unsur)
        if tag not in _KOSONG:
            self._terbuka.append(unsur)

    def handle_endtag(self, tag: str) -> None:
        if self._terbuka[-1].tag == tag:
            self._terbuka.pop()

    def handle_data(self, data: str) -> None:
        self._terbuka[-1].anak.append(data)


def _blok(anak: Iterable[_Unsur | str]) -> Iterator[Blok]:
    lepas: list[_Unsur | str] = []  # text that stands in no paragraph
    for satu in [*anak, _Unsur("p")]:
        if isinstance(satu, str) or satu.tag not in _BLOK:
            lepas.append(satu)
            continue
        for isi in (lepas, satu.anak if satu.tag == "p" else []):
            if potongan := _sebaris(isi):
                yield Paragraf(isi=potongan)
        lepas = []
        if satu.tag in ("ul", "ol"):
            yield _daftar(satu)
        elif satu.tag == "table" and (tabel := _tabel(satu)):
            yield tabel


def _daftar(unsur: _Unsur) -> Daftar:
    butir = []
    for li in unsur.cari("li"):
        dalam = [a for a in li.anak if isinstance(a, _Unsur) and a.tag in ("ul", "ol")]
        teks = _sebaris(a for a in li.anak if a not in dalam)
        anak = [_daftar(d) for d in dalam]
        # A second list below one entry goes on in the first: the tree has room for one.
        gabung = Daftar(butir=tuple(b for d in anak for b in d.butir), jenis=anak[0].jenis) if anak else None
        butir.append(Butir(isi=teks, anak=gabung))
    return Daftar(butir=tuple(butir), jenis="angka" if unsur.tag == "ol" else "bulatan")


def _tabel(unsur: _Unsur) -> Tabel | None:
    """A table with columns of equal width; a row that is too short gets empty cells. None without cells."""
    baris = [tuple(_sel(s) for s in tr.cari("td", "th")) for tr in unsur.cari("tr")]
    rapi, lebar = _rapikan(baris)
    if not lebar:
        return None
    kepala = len([tr for thead in unsur.cari("thead") for tr in thead.cari("tr")])
    # A span out of the header makes it part of the body: Word repeats whole rows only.
    if any(s.baris > kepala - i for i, b in enumerate(rapi[:kepala]) for s in b):
        kepala = 0
    judul = "".join(p for c in unsur.cari("caption") for p in map(_polos, _sebaris(c.anak)))
    sisa = 100 - 100 // lebar * lebar
    return Tabel(
        kunci="narasi",
        judul=judul,
        kolom=tuple(Kolom(lebar=100 // lebar + (i < sisa)) for i in range(lebar)),
        kepala=tuple(rapi[:kepala]),
        baris=tuple(BarisTabel(sel=b) for b in rapi[kepala:]),
        bernomor=False,
    )


def _sel(unsur: _Unsur) -> Sel:
    return Sel(
        isi=_sebaris(unsur.anak),
        kolom=_rentang(unsur, "colspan"),
        baris=_rentang(unsur, "rowspan"),
        kepala=unsur.tag == "th",
        tebal=unsur.tag == "th",
        rata="kiri",
    )


def _rentang(unsur: _Unsur, nama: str) -> int:
    nilai = unsur.atribut.get(nama, "")
    return min(max(int(nilai), 1), _RENTANG_TERBESAR) if nilai.isascii() and nilai.isdigit() else 1


def _rapikan(baris: list[tuple[Sel, ...]]) -> tuple[list[tuple[Sel, ...]], int]:
    """Rows that fill the grid exactly, and its number of columns. Browsers forgive; our tables do not."""
    terisi: set[tuple[int, int]] = set()
    letak: list[list[tuple[int, Sel]]] = []
    for y, isi in enumerate(baris):
        kini: list[tuple[int, Sel]] = []
        x = 0
        for sel in isi:
            while (x, y) in terisi:
                x += 1
            tinggi = min(sel.baris, len(baris) - y)
            lebar = next((n for n in range(1, sel.kolom) if (x + n, y) in terisi), sel.kolom)
            terisi |= {(x + i, y + j) for i in range(lebar) for j in range(tinggi)}
            kini.append((x, replace(sel, kolom=lebar, baris=tinggi)))
        letak.append(kini)
    lebar_kisi = max((x + 1 for x, _ in terisi), default=0)
    for y, kini in enumerate(letak):
        kini += [(x, Sel()) for x in range(lebar_kisi) if (x, y) not in terisi]
        kini.sort(key=lambda pasangan: pasangan[0])
    return [tuple(sel for _, sel in kini) for kini in letak], lebar_kisi


def _sebaris(anak: Iterable[_Unsur | str]) -> tuple[Potongan, ...]:
    """Running text. Paragraphs inside it become lines; white space is folded as a browser does."""
    hasil: list[Potongan] = []
    for potongan in _potongan(anak, tebal=False, miring=False):
        polos = _polos(potongan)
        sebelum = _polos(hasil[-1]) if hasil else "\n"
        if isinstance(potongan, Baris):
            hasil.append(potongan)
        elif polos.startswith(" ") and sebelum.endswith((" ", "\n")):
            if polos.strip(" "):
                hasil.append(_ganti(potongan, polos.lstrip(" ")))
        elif polos:
            hasil.append(potongan)
    while hasil and (isinstance(hasil[-1], Baris) or not _polos(hasil[-1]).strip(" ")):
        hasil.pop()
    return tuple(hasil)


def _potongan(anak: Iterable[_Unsur | str], *, tebal: bool, miring: bool) -> Iterator[Potongan]:
    baru = True  # nothing stands before on this line
    for satu in anak:
        if isinstance(satu, str):
            lipat = _SPASI.sub(" ", satu)
            baru = baru and not lipat.strip(" ")
            yield _hias(lipat, tebal, miring)
        elif satu.tag == "br":
            baru = True
            yield Baris()
        else:
            if satu.tag in ("p", "li", "tr") and not baru:
                yield Baris()
            baru = False
            yield from _potongan(
                satu.anak, tebal=tebal or satu.tag == "strong", miring=miring or satu.tag == "em"
            )


def _hias(isi: str, tebal: bool, miring: bool) -> Potongan:
    if tebal and miring:
        return TebalMiring(isi)
    return Tebal(isi) if tebal else Miring(isi) if miring else isi


def _polos(potongan: Potongan) -> str:
    match potongan:
        case Tebal(teks=isi) | Miring(teks=isi):
            return isi
        case str():
            return potongan
        case _:
            return "\n"


def _ganti(potongan: Potongan, isi: str) -> Potongan:
    match potongan:
        case TebalMiring():
            return TebalMiring(isi)
        case Tebal():
            return Tebal(isi)
        case Miring():
            return Miring(isi)
        case _:
            return isi
