"""Reads a tagged PDF the way a screen reader does: along its structure tree, by ToUnicode.

Tables, headings and figures are what the tags say they are, so a test that finds the right words in the right cell
has shown both. Nothing here knows how the PDF was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Final

import pikepdf

#: Elements that do not begin a new line; any other does.
_SEBARIS: Final = {"Span", "Link", "Em", "Strong", "Code", "NonStruct"}

#: Baselines nearer than this (units of the page) are one line: a fallback font may sit a hair off.
_SEBARIS_TOLERANSI: Final = 1.0


@dataclass(frozen=True, slots=True)
class Potongan:
    """A run of text on one baseline. ``y`` grows downwards from the top of the page; ``fon`` is its base font."""

    teks: str
    halaman: int
    y: float
    fon: str = ""


@dataclass(slots=True)
class Elemen:
    """A structure element: its type without slash, its attributes, what it holds in reading order.

    ``lingkup`` is the scope of a header cell, ``tautan`` the named destination of a link.
    """

    jenis: str
    halaman: int
    alt: str = ""
    lingkup: str = ""
    tautan: str = ""
    anak: list[Elemen | Potongan] = field(default_factory=list)

    def semua(self, *jenis: str) -> Iterator[Elemen]:
        """Every element below this one (itself included) of the types given, or of any type."""
        if not jenis or self.jenis in jenis:
            yield self
        for anak in self.anak:
            if isinstance(anak, Elemen):
                yield from anak.semua(*jenis)

    def potongan(self) -> Iterator[Potongan]:
        for anak in self.anak:
            if isinstance(anak, Potongan):
                yield anak
            else:
                yield from anak.potongan()

    def teks(self) -> str:
        """The words below this element, single-spaced."""
        return tidy("".join(self._rangkai([])))

    def _rangkai(self, hasil: list[str], sebelum: list[Potongan] | None = None) -> list[str]:
        sebelum = [] if sebelum is None else sebelum
        sela = self.jenis not in _SEBARIS
        if sela:
            hasil.append(" ")
        for anak in self.anak:
            if isinstance(anak, Elemen):
                anak._rangkai(hasil, sebelum)
                continue
            if sebelum and not _satu_baris(sebelum[-1], anak):
                hasil.append(" ")
            hasil.append(anak.teks)
            sebelum[:] = [anak]
        if sela:
            hasil.append(" ")
        return hasil


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page: what is drawn on it outside the structure tree, and the forms it paints there."""

    nomor: int
    artefak: str
    bentuk_artefak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BacaanPDF:
    """A PDF that has been read. ``akar`` is the root of the structure tree, ``halaman`` in order from 1.

    ``tujuan`` gives the page of each named destination.
    """

    pdf: pikepdf.Pdf
    akar: Elemen
    halaman: tuple[Halaman, ...]
    tujuan: dict[str, int]

    def teks(self) -> str:
        return self.akar.teks()


def tidy(teks: str) -> str:
    """Single spaces; a line may break behind a hyphen, a dash or a slash without a space of its own."""
    return re.sub(r"(?<=[-–/]) ", "", " ".join(teks.split()))


def read_pdf(isi: bytes) -> BacaanPDF:
    """Read a tagged PDF. Raises ``KeyError`` when it has no structure tree or a tag without content."""
    pdf = pikepdf.open(BytesIO(isi))
    nomor: dict[Any, int] = {h.objgen: n for n, h in enumerate(pdf.pages, start=1)}
    isi_halaman = [_IsiHalaman(halaman, n) for n, halaman in enumerate(pdf.pages, start=1)]
    bertanda = {(isi.nomor, mcid): p for isi in isi_halaman for mcid, p in isi.bertanda.items()}

    def elemen(objek: Any, halaman: int) -> Elemen:
        if "/Pg" in objek:
            halaman = nomor[objek.Pg.objgen]
        hasil = Elemen(
            jenis=str(objek.S)[1:],
            halaman=halaman,
            alt=str(objek.get("/Alt", "")),
            lingkup=str(_atribut(objek, "/Scope")).lstrip("/"),
        )
        for anak in _daftar(objek.get("/K")):
            if isinstance(anak, int):
                hasil.anak += bertanda[halaman, anak]
            elif anak.get("/Type") == "/MCR":
                hasil.anak += bertanda[nomor[anak.Pg.objgen] if "/Pg" in anak else halaman, int(anak.MCID)]
            elif anak.get("/Type") == "/OBJR":
                hasil.tautan = str(anak.Obj.get("/Dest", ""))
            else:
                hasil.anak.append(elemen(anak, halaman))
        return hasil

    akar = Elemen(jenis="StructTreeRoot", halaman=1)
    akar.anak += [elemen(anak, 1) for anak in _daftar(pdf.Root.StructTreeRoot.K)]
    tujuan = {str(n): nomor[t[0].objgen] for n, t in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
    return BacaanPDF(pdf, akar, tuple(isi.halaman for isi in isi_halaman), tujuan)


def _satu_baris(kiri: Potongan, kanan: Potongan) -> bool:
    return kiri.halaman == kanan.halaman and abs(kiri.y - kanan.y) < _SEBARIS_TOLERANSI


def _daftar(nilai: Any) -> list[Any]:
    if nilai is None:
        return []
    return list(nilai) if isinstance(nilai, pikepdf.Array) else [nilai]


def _atribut(objek: Any, nama: str) -> Any:
    return next((a[nama] for a in _daftar(objek.get("/A")) if nama in a), "")


class _IsiHalaman:
    """The content stream of one page, cut at its marks."""

    def __init__(self, halaman: pikepdf.Page, nomor: int) -> None:
        self.nomor = nomor
        self.bertanda: dict[int, list[Potongan]] = {}
        self._sumber = halaman.obj.get("/Resources", pikepdf.Dictionary())
        self._fon = {
            nama: (str(fon.BaseFont), _peta_unicode(fon))
            for nama, fon in self._sumber.get("/Font", pikepdf.Dictionary()).items()
        }
        self._artefak: list[str] = []
        self._bentuk: list[str] = []
        self._parse(halaman)
        self.halaman = Halaman(nomor, tidy(" ".join(self._artefak)), tuple(self._bentuk))

    def _parse(self, halaman: pikepdf.Page) -> None:
        tinggi = float(halaman.mediabox[3])
        matriks, tumpukan = pikepdf.Matrix(), []
        tanda: list[int | str | None] = []  # an MCID, "artefak", or None for a mark that says nothing
        fon, letak = "", 0.0
        for perintah in pikepdf.parse_content_stream(halaman):
            operan: Any = perintah.operands
            match str(perintah.operator):
                case "q":
                    tumpukan.append(matriks)
                case "Q":
                    matriks = tumpukan.pop()
                case "cm":
                    matriks = pikepdf.Matrix(*map(float, operan)) @ matriks
                case "BDC" | "BMC":
                    tanda.append(self._tanda(operan))
                case "EMC":
                    tanda.pop()
                case "Tf":
                    fon = str(operan[0])
                case "Tm":
                    letak = tinggi - float((pikepdf.Matrix(*map(float, operan)) @ matriks).f)
                case "TJ" | "Tj":
                    self._write_out(tanda, fon, operan[0], letak)
                case "Do" if "artefak" in tanda:
                    self._bentuk.append(str(operan[0]))

    def _tanda(self, operan: Any) -> int | str | None:
        if operan[0] == "/Artifact":
            return "artefak"
        if len(operan) > 1 and "/MCID" in operan[1]:
            mcid = int(operan[1].MCID)
            self.bertanda.setdefault(mcid, [])
            return mcid
        return None

    def _write_out(self, tanda: list[int | str | None], fon: str, larik: Any, y: float) -> None:
        nama, peta = self._fon[fon]
        kode = b"".join(bytes(k) for k in _daftar(larik) if isinstance(k, pikepdf.String))
        teks = "".join(peta[kode[i : i + 2]] for i in range(0, len(kode), 2))
        dalam = next((t for t in reversed(tanda) if t is not None), None)
        if isinstance(dalam, int):
            self.bertanda[dalam].append(Potongan(teks, self.nomor, y, nama))
        elif dalam == "artefak":
            self._artefak.append(teks)
        else:
            raise ValueError(f"halaman {self.nomor}: {teks!r} is neither tagged nor an artifact")


def _peta_unicode(fon: Any) -> dict[bytes, str]:
    """Two-byte codes of a font → text, from its ToUnicode map."""
    cmap = fon.ToUnicode.read_bytes().decode("ascii")
    hasil = {}
    for bagian in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for kode, teks in re.findall(r"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]+)>", bagian):
            hasil[bytes.fromhex(kode)] = bytes.fromhex(teks).decode("utf-16-be")
    return hasil
