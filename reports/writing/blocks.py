"""Allow-listed HTML ⇄ a small tree, and with it the one tidy form of a text.

What an editor, Word or a person writes is brought to that form before it is stored: paragraphs, lists and tables side
by side, running text in bold and italic inside them. Words are never lost; what a document cannot show (a list inside
a table cell) becomes lines. Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from html.parser import HTMLParser
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from reports.writing.allowed import bersihkan

#: Elements inside one another beyond this lose their tag: nobody writes so, and a bomb is made so.
_TERDALAM: Final = 40
#: More columns or rows than a page can hold: what a span may reach at most.
RENTANG_TERBESAR: Final = 50

_TAK_TERLIHAT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
#: How Word and browsers write bold and italic.
_SETARA: Final = (
    (re.compile(r"<(/?)b(?=[\s/>])", re.IGNORECASE), r"<\1strong"),
    (re.compile(r"<(/?)i(?=[\s/>])", re.IGNORECASE), r"<\1em"),
)
_SPASI: Final = frozenset(" \t\r\n\f")
_PENANDA = re.compile(r"\{[^{}\n]*\}")


class Huruf(NamedTuple):
    """One character with its look; ``"\\n"`` is a line break."""

    huruf: str
    tebal: bool
    miring: bool


@dataclass(frozen=True, slots=True)
class Potongan:
    """Running text of one look; ``"\\n"`` in it is a line break."""

    teks: str
    tebal: bool = False
    miring: bool = False


Isi = tuple[Potongan, ...]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph."""

    isi: Isi


@dataclass(frozen=True, slots=True)
class Butir:
    """An item of a list, with the lists below it."""

    isi: Isi
    anak: tuple[Daftar, ...] = ()


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list with bullets or numbers."""

    bernomor: bool
    butir: tuple[Butir, ...]


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell of a table; ``kolom`` and ``baris`` are how many it covers."""

    isi: Isi = ()
    kepala: bool = False
    kolom: int = 1
    baris: int = 1


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table whose rows fill its grid. Leading rows of header cells alone are its head."""

    judul: str
    baris: tuple[tuple[Sel, ...], ...]

    @property
    def banyak_kepala(self) -> int:
        """How many rows are the head; none whose cells reach into the body."""
        n = 0
        while n < len(self.baris) and all(s.kepala for s in self.baris[n]):
            n += 1
        return 0 if any(s.baris > n - i for i, b in enumerate(self.baris[:n]) for s in b) else n


Blok = Alinea | Daftar | Tabel


def rapikan(isi: str) -> str:
    """The tidy HTML of any HTML; the same text again when it is tidy already."""
    return tulis_html(baca_html(isi))


# -- HTML → tree -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Unsur:
    tag: str
    atribut: dict[str, str] = field(default_factory=dict)
    anak: list[_Unsur | str] = field(default_factory=list)


class _Pembaca(HTMLParser):
    """Builds the tree of elements; the allow-list has closed every tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.akar = _Unsur("")
        self._terbuka = [self.akar]
        self._terlalu_dalam = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        unsur = _Unsur(tag, {nama: nilai or "" for nama, nilai in attrs})
        if tag == "br":
            self._terbuka[-1].anak.append(unsur)
        elif len(self._terbuka) > _TERDALAM:
            self._terlalu_dalam += 1
            self._terbuka[-1].anak.append(" ")
        else:
            self._terbuka[-1].anak.append(unsur)
            self._terbuka.append(unsur)

    def handle_endtag(self, tag: str) -> None:
        if self._terlalu_dalam:
            self._terlalu_dalam -= 1
        elif self._terbuka[-1].tag == tag:
            self._terbuka.pop()

    def handle_data(self, data: str) -> None:
        self._terbuka[-1].anak.append(data)


def baca_html(isi: str) -> tuple[Blok, ...]:
    """The blocks of a text, whatever HTML it is."""
    pembaca = _Pembaca()
    asal = _TAK_TERLIHAT.sub("", isi)
    for pola, ganti in _SETARA:
        asal = pola.sub(ganti, asal)
    pembaca.feed(bersihkan(asal))
    pembaca.close()
    susunan = _Susunan()
    susunan.telusuri(pembaca.akar.anak, tebal=False, miring=False)
    susunan.tutup()
    return tuple(susunan.blok)


class _Susunan:
    """Collects blocks; text that stands in none becomes a paragraph of its own."""

    def __init__(self) -> None:
        self.blok: list[Blok] = []
        self._lepas: list[Huruf] = []

    def telusuri(self, anak: Iterable[_Unsur | str], *, tebal: bool, miring: bool) -> None:
        for satu in anak:
            if isinstance(satu, str):
                self._lepas += _huruf(satu, tebal, miring)
                continue
            match satu.tag:
                case "br":
                    self._lepas.append(Huruf("\n", tebal, miring))
                case "strong":
                    self.telusuri(satu.anak, tebal=True, miring=miring)
                case "em":
                    self.telusuri(satu.anak, tebal=tebal, miring=True)
                case "ul" | "ol":
                    self.tutup()
                    if daftar := _daftar(satu, tebal, miring):
                        self.blok.append(daftar)
                case "li":
                    self.tutup()
                    if lepas := _daftar(_Unsur("ul", anak=[satu]), tebal, miring):
                        self.blok.append(lepas)
                case "table":
                    self.tutup()
                    self.blok += _tabel(satu, tebal, miring)
                case _:
                    self.tutup()
                    self.telusuri(satu.anak, tebal=tebal, miring=miring)
                    self.tutup()

    def tutup(self) -> None:
        """Two line breaks in a row part paragraphs, as the eye reads them."""
        self.blok += [Alinea(isi) for isi in _alinea(self._lepas)]
        self._lepas = []


def _daftar(unsur: _Unsur, tebal: bool, miring: bool) -> Daftar | None:
    butir: list[Butir] = []
    _isi_daftar(unsur.anak, butir, tebal, miring)
    return Daftar(unsur.tag == "ol", tuple(butir)) if butir else None


def _isi_daftar(anak: Iterable[_Unsur | str], butir: list[Butir], tebal: bool, miring: bool) -> None:
    for satu in anak:
        if isinstance(satu, str):
            if isi := rapat(_huruf(satu, tebal, miring)):
                butir.append(Butir(isi))
            continue
        match satu.tag:
            case "ul" | "ol":  # a list straight inside a list belongs to the item before it
                if daftar := _daftar(satu, tebal, miring):
                    induk = butir.pop() if butir else Butir(())
                    butir.append(replace(induk, anak=gabung_daftar([*induk.anak, daftar])))
            case "strong":
                _isi_daftar(satu.anak, butir, True, miring)
            case "em":
                _isi_daftar(satu.anak, butir, tebal, True)
            case _:
                huruf: list[Huruf] = []
                dalam: list[Daftar] = []
                _alirkan(satu.anak, huruf, dalam, tebal, miring)
                isi = rapat(huruf)
                if isi or dalam:
                    butir.append(Butir(isi, gabung_daftar(dalam)))


def gabung_daftar(daftar: Sequence[Daftar]) -> tuple[Daftar, ...]:
    """Lists of one kind that follow one another are one."""
    return tuple(
        Daftar(bernomor, tuple(b for d in sama for b in d.butir))
        for bernomor, sama in groupby(daftar, key=lambda d: d.bernomor)
    )


def _alirkan(
    anak: Iterable[_Unsur | str], huruf: list[Huruf], dalam: list[Daftar] | None, tebal: bool, miring: bool
) -> None:
    """Everything below as running text: blocks become lines. Lists go to ``dalam`` where there is room for them."""
    for satu in anak:
        if isinstance(satu, str):
            huruf += _huruf(satu, tebal, miring)
            continue
        match satu.tag:
            case "br":
                huruf.append(Huruf("\n", tebal, miring))
            case "strong":
                _alirkan(satu.anak, huruf, dalam, True, miring)
            case "em":
                _alirkan(satu.anak, huruf, dalam, tebal, True)
            case "ul" | "ol" if dalam is not None:
                if daftar := _daftar(satu, tebal, miring):
                    dalam.append(daftar)
            case "td" | "th":
                huruf.append(Huruf(" ", tebal, miring))
                _alirkan(satu.anak, huruf, dalam, tebal, miring)
            case _:
                huruf.append(Huruf("\n", tebal, miring))
                _alirkan(satu.anak, huruf, dalam, tebal, miring)
                huruf.append(Huruf("\n", tebal, miring))


def _tabel(unsur: _Unsur, tebal: bool, miring: bool) -> list[Blok]:
    """The table; only its words where it has no cell that says something."""
    judul: list[Huruf] = []
    baris: list[list[Sel]] = []
    _isi_tabel(unsur.anak, judul, baris, tebal, miring)
    nama = polos(rapat(judul)).replace("\n", " ")
    if not any(s.isi for b in baris for s in b):
        return [Alinea((Potongan(nama),))] if nama else []
    return [buat_tabel(nama, baris)]


def _isi_tabel(
    anak: Iterable[_Unsur | str], judul: list[Huruf], baris: list[list[Sel]], tebal: bool, miring: bool
) -> None:
    for satu in anak:
        if isinstance(satu, str):
            continue  # the parser has moved every word in front of the table
        match satu.tag:
            case "caption":
                _alirkan(satu.anak, judul, None, False, False)
            case "tr":
                baris.append([_sel(s, tebal, miring) for s in satu.anak if isinstance(s, _Unsur)])
            case _:
                _isi_tabel(satu.anak, judul, baris, tebal, miring)


def _sel(unsur: _Unsur, tebal: bool, miring: bool) -> Sel:
    huruf: list[Huruf] = []
    _alirkan(unsur.anak, huruf, None, tebal, miring)
    return Sel(
        isi=rapat(huruf),
        kepala=unsur.tag == "th",
        kolom=_rentang(unsur.atribut.get("colspan", "")),
        baris=_rentang(unsur.atribut.get("rowspan", "")),
    )


def _rentang(nilai: str) -> int:
    angka = nilai.strip()
    if not (angka.isascii() and angka.isdigit()):
        return 1
    return min(max(int(angka[:9]), 1), RENTANG_TERBESAR)


def buat_tabel(judul: str, baris: Sequence[Sequence[Sel]]) -> Tabel:
    """A table whose rows fill the grid: spans that reach too far are cut, missing cells added."""
    ada = [list(b) for b in baris if b]
    terisi: set[tuple[int, int]] = set()
    letak: list[list[tuple[int, Sel]]] = []
    for y, isi in enumerate(ada):
        kini: list[tuple[int, Sel]] = []
        x = 0
        for sel in isi:
            while (x, y) in terisi:
                x += 1
            tinggi = min(sel.baris, len(ada) - y)
            lebar = next((n for n in range(1, sel.kolom) if (x + n, y) in terisi), sel.kolom)
            terisi |= {(x + i, y + j) for i in range(lebar) for j in range(tinggi)}
            kini.append((x, replace(sel, kolom=lebar, baris=tinggi)))
        letak.append(kini)
    seluruh = max((x + 1 for x, _ in terisi), default=0)
    for y, kini in enumerate(letak):
        berkepala = bool(kini) and all(s.kepala for _, s in kini)
        kini += [(x, Sel(kepala=berkepala)) for x in range(seluruh) if (x, y) not in terisi]
        kini.sort(key=lambda pasangan: pasangan[0])
    return Tabel(judul, tuple(tuple(s for _, s in kini) for kini in letak))


# -- running text ------------------------------------------------------------------------------------


def _huruf(teks: str, tebal: bool, miring: bool) -> Iterator[Huruf]:
    return (Huruf(" " if h in _SPASI else h, tebal, miring) for h in teks)


def rapat(huruf: Iterable[Huruf]) -> Isi:
    """Running text with single spaces and line breaks, nothing blank at the ends of lines."""
    hasil: list[Huruf] = []
    for satu in huruf:
        if satu.huruf == "\n":
            while hasil and hasil[-1].huruf == " ":
                hasil.pop()
            if hasil and hasil[-1].huruf != "\n":
                hasil.append(satu)
        elif satu.huruf != " " or (hasil and hasil[-1].huruf not in " \n"):
            hasil.append(satu)
    while hasil and hasil[-1].huruf in " \n":
        hasil.pop()
    if all(h.huruf in " \n\xa0" for h in hasil):
        return ()  # what Word and editors put into an empty paragraph
    return _potongan(_seragam(hasil))


def _alinea(huruf: Sequence[Huruf]) -> Iterator[Isi]:
    kini: list[Huruf] = []
    baru = True  # nothing but blanks on this line so far
    for satu in huruf:
        if satu.huruf == "\n" and baru:
            if isi := rapat(kini):
                yield isi
            kini = []
        baru = satu.huruf == "\n" or (baru and satu.huruf == " ")
        kini.append(satu)
    if isi := rapat(kini):
        yield isi


def _seragam(huruf: list[Huruf]) -> list[Huruf]:
    """Blanks look like both their neighbours or plain; a marker in braces looks like its first character."""
    hasil = list(huruf)
    tampak = [i for i, h in enumerate(huruf) if h.huruf not in " \n"]
    for kiri, kanan in pairwise(tampak):
        for i in range(kiri + 1, kanan):
            a, b = huruf[kiri], huruf[kanan]
            hasil[i] = Huruf(huruf[i].huruf, a.tebal and b.tebal, a.miring and b.miring)
    for penanda in _PENANDA.finditer("".join(h.huruf for h in huruf)):
        gaya = hasil[penanda.start()]
        for i in range(penanda.start(), penanda.end()):
            hasil[i] = Huruf(hasil[i].huruf, gaya.tebal, gaya.miring)
    return hasil


def _potongan(huruf: Iterable[Huruf]) -> Isi:
    return tuple(
        Potongan("".join(h.huruf for h in sama), tebal, miring)
        for (tebal, miring), sama in groupby(huruf, key=lambda h: (h.tebal, h.miring))
    )


def isi_dari(potongan: Iterable[Potongan]) -> Isi:
    """Pieces as tidy running text."""
    return rapat([Huruf(h, p.tebal, p.miring) for p in potongan for h in p.teks])


def polos(isi: Isi) -> str:
    """The words alone."""
    return "".join(p.teks for p in isi)


# -- tree → HTML -------------------------------------------------------------------------------------


def tulis_html(blok: Iterable[Blok]) -> str:
    """The blocks as allow-listed HTML."""
    return "".join(_tulis(b) for b in blok)


def _tulis(blok: Blok) -> str:
    match blok:
        case Alinea(isi):
            return f"<p>{_tulis_isi(isi)}</p>"
        case Daftar():
            return _tulis_daftar(blok)
        case Tabel():
            return _tulis_tabel(blok)


def _tulis_daftar(daftar: Daftar) -> str:
    tag = "ol" if daftar.bernomor else "ul"
    butir = "".join(
        f"<li>{_tulis_isi(b.isi)}{''.join(_tulis_daftar(d) for d in b.anak)}</li>" for b in daftar.butir
    )
    return f"<{tag}>{butir}</{tag}>"


def _tulis_tabel(tabel: Tabel) -> str:
    n = tabel.banyak_kepala
    judul = f"<caption>{_teks(tabel.judul)}</caption>" if tabel.judul else ""
    kepala = "".join(_tulis_baris(b, "col") for b in tabel.baris[:n])
    badan = "".join(_tulis_baris(b, "row") for b in tabel.baris[n:])
    return (
        f"<table>{judul}{f'<thead>{kepala}</thead>' if kepala else ''}"
        f"{f'<tbody>{badan}</tbody>' if badan else ''}</table>"
    )


def _tulis_baris(baris: tuple[Sel, ...], lingkup: str) -> str:
    sel = []
    for s in baris:
        tag = "th" if s.kepala else "td"
        atribut = f' colspan="{s.kolom}"' if s.kolom > 1 else ""
        atribut += f' rowspan="{s.baris}"' if s.baris > 1 else ""
        atribut += f' scope="{lingkup}"' if s.kepala else ""
        sel.append(f"<{tag}{atribut}>{_tulis_isi(s.isi)}</{tag}>")
    return f"<tr>{''.join(sel)}</tr>"


def _tulis_isi(isi: Isi) -> str:
    hasil = []
    for tebal, kelompok in groupby(isi, key=lambda p: p.tebal):
        dalam = "".join(
            f"<em>{_teks(p.teks)}</em>" if p.miring else _teks(p.teks)
            for p in kelompok  # neighbours of one look were joined
        )
        hasil.append(f"<strong>{dalam}</strong>" if tebal else dalam)
    return "".join(hasil)


def _teks(teks: str) -> str:
    return escape(teks, quote=False).replace("\xa0", "&nbsp;").replace("\n", "<br>")
