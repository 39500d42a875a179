"""Plain text ⇄ HTML: what a page without JavaScript shows in its text box, both ways without a loss.

```
Alinea pertama, dengan *tebal* dan _miring_.

- butir
- butir
  1. butir bernomor di bawahnya

Tabel: Judul tabel
| Uraian | Jumlah |
| --- | --- |
| Surat | 12 |
```

A blank line parts blocks; a line break stays one. Lines pasted from Excel (cells parted by tabs) are a table as well.
``\\`` before a sign makes it an ordinary one. Pure: no Django.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from reports.writing.blocks import (
    RENTANG_TERBESAR,
    Alinea,
    Blok,
    Butir,
    Daftar,
    Isi,
    Potongan,
    Sel,
    Tabel,
    baca_html,
    buat_tabel,
    isi_dari,
    polos,
    tulis_html,
)

_TANDA: Final = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~•·–")
_BUTIR = re.compile(
    r"(?P<indent>[ \t\xa0]*)(?P<tanda>[-*•·–]|(?P<nomor>\d{1,3})[.)])(?:(?:[ \t]+|\xa0+[ \t]*)(?P<isi>.*)|$)"
)
_BARIS_TABEL = re.compile(r"[ \t]*\|")
_JUDUL_TABEL: Final = "Tabel: "
_GARIS = re.compile(r":?-{3,}:?")
_RENTANG = re.compile(r"\[(?:kolom (?P<kolom>\d{1,2}))?(?:, )?(?:baris (?P<baris>\d{1,2}))?\][ ]?")
_GANTI_BARIS: Final = "[/]"
_LANGKAH: Final = 2


def teks_dari_html(isi: str) -> str:
    """The text that stands for the HTML."""
    return "\n\n".join(_tulis(b) for b in baca_html(isi))


def html_dari_teks(teks: str) -> str:
    """The tidy HTML of a text."""
    return tulis_html(baca_teks(teks))


# -- tree → text -------------------------------------------------------------------------------------


def _tulis(blok: Blok) -> str:
    match blok:
        case Alinea(isi):
            return _tulis_alinea(isi)
        case Daftar():
            return "\n".join(_tulis_daftar(blok, 0))
        case Tabel():
            return "\n".join(_tulis_tabel(blok))


def _tulis_alinea(isi: Isi) -> str:
    return "\n".join(_amankan(baris) for baris in tulis_isi(isi).split("\n"))


def _tulis_daftar(daftar: Daftar, tingkat: int) -> Iterator[str]:
    indent = " " * (_LANGKAH * tingkat)
    for nomor, butir in enumerate(daftar.butir, start=1):
        tanda = f"{(nomor - 1) % 999 + 1}." if daftar.bernomor else "-"
        utama, *lanjut = _tulis_alinea(butir.isi).split("\n")
        yield f"{indent}{tanda} {utama}".rstrip(" ")
        yield from (f"{indent}  {baris}" for baris in lanjut)
        for anak in butir.anak:
            yield from _tulis_daftar(anak, tingkat + 1)


def _tulis_tabel(tabel: Tabel) -> Iterator[str]:
    if tabel.judul:
        yield _JUDUL_TABEL + tulis_isi((Potongan(tabel.judul),))
    n = tabel.banyak_kepala
    for nomor, baris in enumerate(tabel.baris):
        if n and nomor == n:
            yield _garis(baris)
        yield f"| {' | '.join(_tulis_sel(s, kepala=nomor < n) for s in baris)} |"
    if n == len(tabel.baris):
        yield _garis(tabel.baris[-1])


def _garis(baris: tuple[Sel, ...]) -> str:
    return f"| {' | '.join(['---'] * max(len(baris), 1))} |"


def _tulis_sel(sel: Sel, *, kepala: bool) -> str:
    rentang = [f"{kata} {n}" for kata, n in (("kolom", sel.kolom), ("baris", sel.baris)) if n > 1]
    awal = f"[{', '.join(rentang)}] " if rentang else ""
    awal += "! " if sel.kepala and not kepala else ""
    isi = tulis_isi(sel.isi).replace(_GANTI_BARIS, rf"\{_GANTI_BARIS}").replace("|", r"\|")
    isi = isi.replace("\n", f" {_GANTI_BARIS} ")
    if isi.startswith("!") or _GARIS.fullmatch(isi) or _RENTANG.match(isi):
        isi = f"\\{isi}"
    return awal + isi


def tulis_isi(isi: Isi) -> str:
    """Running text with its signs: the plainest spelling that reads back as the same."""
    for lunak, amankan in product((True, False), repeat=2):
        teks = _ejaan(isi, lunak=lunak, amankan=not amankan)
        if baca_isi(teks) == isi:
            return teks
    raise AssertionError(f"ejaan paling aman tidak terbaca kembali: {isi!r}")


def _ejaan(isi: Isi, *, lunak: bool, amankan: bool) -> str:
    tebal, miring = ("*", "_") if lunak else ("**", "__")
    hasil = []
    buka: list[str] = []
    for p in isi:
        perlu = [t for t, ya in ((tebal, p.tebal), (miring, p.miring)) if ya]
        hasil += [t for t in reversed(buka) if t not in perlu]
        hasil += [t for t in perlu if t not in buka]
        buka = perlu
        hasil.append(_aman(p.teks) if amankan else p.teks)
    return "".join([*hasil, *reversed(buka)])


def _aman(teks: str) -> str:
    return "".join(f"\\{h}" if h in "\\*_" else h for h in teks)


def _amankan(baris: str) -> str:
    """A line of running text that would read as an item or a row, made an ordinary one."""
    if _BARIS_TABEL.match(baris):
        return f"\\{baris}"
    if cocok := _BUTIR.match(baris):
        letak = cocok.end("tanda") - 1
        return f"{baris[:letak]}\\{baris[letak:]}"
    return baris


# -- text → tree -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Butir:
    """An item while its lines are read; ``indent`` is where its sign stands."""

    indent: int
    bernomor: bool
    baris: list[str]
    anak: list[_Butir] = field(default_factory=list)


class _Pembaca:
    """Reads line by line; what is open is a paragraph, a list or a table."""

    def __init__(self) -> None:
        self.blok: list[Blok] = []
        self._alinea: list[str] = []
        self._daftar: list[_Butir] = []
        self._jalur: list[_Butir] = []
        self._tabel: list[list[str]] = []
        self._judul = ""

    def baca(self, baris: str) -> None:
        if not baris.strip(" \t\r\f"):
            self.tutup()
        elif _BARIS_TABEL.match(baris) or "\t" in baris.strip(" \t"):
            self._baris_tabel(baris)
        elif cocok := _BUTIR.match(baris):
            self._baris_butir(cocok)
        elif self._jalur:
            self._jalur[-1].baris.append(baris)
        else:
            if self._tabel:
                self.tutup()
            self._alinea.append(baris)

    def tutup(self) -> None:
        if isi := baca_isi("\n".join(self._alinea)):
            self.blok.append(Alinea(isi))
        self.blok += _daftar(self._daftar)
        if self._tabel:
            self.blok += _tabel(self._judul, self._tabel)
        elif self._judul:
            self.blok.append(Alinea(baca_isi(self._judul)))
        self._alinea, self._daftar, self._jalur, self._tabel, self._judul = [], [], [], [], ""

    def _baris_tabel(self, baris: str) -> None:
        if not self._tabel:
            judul = ""
            if self._alinea and self._alinea[-1].lstrip(" \t").startswith(_JUDUL_TABEL):
                judul = self._alinea.pop().lstrip(" \t").removeprefix(_JUDUL_TABEL)
            self.tutup()
            self._judul = judul
        self._tabel.append(_sel_sel(baris))

    def _baris_butir(self, cocok: re.Match[str]) -> None:
        if self._alinea or self._tabel:
            self.tutup()
        indent = len(cocok["indent"].expandtabs(_LANGKAH))
        butir = _Butir(indent, cocok["nomor"] is not None, [cocok["isi"] or ""])
        while self._jalur and self._jalur[-1].indent >= indent:
            self._jalur.pop()
        (self._jalur[-1].anak if self._jalur else self._daftar).append(butir)
        self._jalur.append(butir)


def baca_teks(teks: str) -> tuple[Blok, ...]:
    """The blocks of a text."""
    pembaca = _Pembaca()
    for baris in teks.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        pembaca.baca(baris)
    pembaca.tutup()
    # What the text cannot hold (control characters, a table without a word) the HTML cannot either.
    return baca_html(tulis_html(pembaca.blok))


def _daftar(butir: list[_Butir]) -> list[Daftar]:
    hasil: list[Daftar] = []
    for b in butir:
        satu = Butir(baca_isi("\n".join(b.baris)), tuple(_daftar(b.anak)))
        if hasil and hasil[-1].bernomor is b.bernomor:
            hasil[-1] = Daftar(b.bernomor, (*hasil[-1].butir, satu))
        else:
            hasil.append(Daftar(b.bernomor, (satu,)))
    return hasil


def _sel_sel(baris: str) -> list[str]:
    """Cells of a row: parted by ``|``, or by tabs where it does not begin with one."""
    bersih = baris.strip(" \t\r\f")
    if not bersih.startswith("|"):
        return [s.replace("|", r"\|").strip(" ") for s in baris.strip("\r\n").split("\t")]
    sel = [""]
    huruf = iter(bersih[1:])
    for h in huruf:
        if h == "\\":
            sel[-1] += h + next(huruf, "")
        elif h == "|":
            sel.append("")
        else:
            sel[-1] += h
    if not sel[-1].strip(" \t"):
        sel.pop()
    return [s.strip(" \t") for s in sel] or [""]


def _tabel(judul: str, baris: list[list[str]]) -> list[Blok]:
    garis = next((n for n, b in enumerate(baris) if all(_GARIS.fullmatch(s) for s in b)), 0)
    isi = [
        [_sel(s, kepala=n < garis) for s in b]
        for n, b in enumerate(baris)
        if not all(_GARIS.fullmatch(s) for s in b)
    ]
    nama = polos(baca_isi(judul)).replace("\n", " ")
    return [buat_tabel(nama, isi)] if isi else []


def _sel(teks: str, *, kepala: bool) -> Sel:
    kolom = baris = 1
    if (cocok := _RENTANG.match(teks)) and (cocok["kolom"] or cocok["baris"]):
        kolom = min(max(int(cocok["kolom"] or 1), 1), RENTANG_TERBESAR)
        baris = min(max(int(cocok["baris"] or 1), 1), RENTANG_TERBESAR)
        teks = teks[cocok.end() :]
    if teks.startswith("!"):
        kepala, teks = True, teks[1:]
    return Sel(baca_isi(_ganti_baris(teks)), kepala=kepala, kolom=kolom, baris=baris)


def _ganti_baris(teks: str) -> str:
    """ "[/]" → a line break, unless ``\\`` stands before it."""
    return re.sub(
        r"\\.|\[/\]", lambda cocok: "\n" if cocok[0] == _GANTI_BARIS else cocok[0], teks, flags=re.DOTALL
    )


def baca_isi(teks: str) -> Isi:
    """Running text with its signs → pieces."""
    huruf: list[str] = []
    biasa: list[bool] = []  # ordinary by ``\``
    sumber = iter(teks)
    for h in sumber:
        if h == "\\":
            berikut = next(sumber, "")
            if berikut in _TANDA and berikut:
                huruf.append(berikut)
                biasa.append(True)
                continue
            huruf.append(h)
            biasa.append(False)
            if not berikut:
                break
            h = berikut
        huruf.append(h)
        biasa.append(False)
    gaya = {"*": [False] * len(huruf), "_": [False] * len(huruf)}
    dibuang: set[int] = set()
    for tanda in gaya:
        _tandai(huruf, biasa, tanda, gaya[tanda], dibuang)
    return isi_dari(Potongan(h, gaya["*"][i], gaya["_"][i]) for i, h in enumerate(huruf) if i not in dibuang)


def _tandai(huruf: list[str], biasa: list[bool], tanda: str, gaya: list[bool], dibuang: set[int]) -> None:
    """Mark what stands between a pair of signs: doubled ones anywhere, single ones around whole words."""

    def di(i: int) -> bool:
        return 0 <= i < len(huruf) and huruf[i] == tanda and not biasa[i]

    ganda: list[int] = []
    i = 0
    while i < len(huruf):
        if di(i) and di(i + 1):
            ganda.append(i)
            i += 2
        else:
            i += 1
    for buka, tutup in zip(ganda[::2], ganda[1::2], strict=False):
        _isi_gaya(gaya, buka, tutup + 2)
        dibuang |= {buka, buka + 1, tutup, tutup + 1}
    terbuka = -1
    for i in range(len(huruf)):
        if not di(i) or i in dibuang or di(i - 1) or di(i + 1):
            continue
        if terbuka < 0:
            if _batas(huruf, i - 1) and not _kosong(huruf, i + 1):
                terbuka = i
        elif not _kosong(huruf, i - 1) and _batas(huruf, i + 1):
            _isi_gaya(gaya, terbuka, i + 1)
            dibuang |= {terbuka, i}
            terbuka = -1


def _isi_gaya(gaya: list[bool], awal: int, akhir: int) -> None:
    for i in range(awal, akhir):
        gaya[i] = True


def _kosong(huruf: list[str], i: int) -> bool:
    return not 0 <= i < len(huruf) or huruf[i] in " \t\n\xa0"


def _batas(huruf: list[str], i: int) -> bool:
    return not 0 <= i < len(huruf) or not huruf[i].isalnum()


#: For readers of a page that has no text box: what each sign means.
PETUNJUK: Final = (
    "Satu baris kosong memisahkan alinea. Baris yang diawali “- ” menjadi daftar, “1. ” daftar bernomor. *tebal*, "
    "_miring_. Baris “| Uraian | Jumlah |” menjadi tabel; baris dari Excel dapat ditempel apa adanya."
)
