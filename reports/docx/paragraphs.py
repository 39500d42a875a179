"""Paragraphs and what stands in them: runs, fractions as Word equations, fields, bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.charts.text_width import lebar_teks, wrap
from reports.document.tree import Baris, Miring, Pecahan, Potongan, Rata, Sebaris, Tebal, TebalMiring
from reports.docx.ooxml import teks
from sakip.capaian.rounding import round_half_up

_JC: Final[dict[Rata, str]] = {"kiri": "left", "kanan": "right", "tengah": "center"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alinea:
    """Properties of a paragraph beside its style, written in the order that the schema prescribes.

    ``rekat`` keeps it on one page with the next, ``nomor`` is its list (numId) and level, ``inden`` a left indent in
    twips, ``tingkat`` an outline level (0…8) that its style does not give.
    """

    gaya: str = ""
    rekat: bool = False
    halaman_baru: bool = False
    nomor: tuple[int, int] | None = None
    inden: int | None = None
    rata: Rata | None = None
    tingkat: int | None = None

    def wrap(self, isi: str) -> str:
        """The paragraph around its runs."""
        p = f'<w:pStyle w:val="{self.gaya}"/>' if self.gaya else ""
        if self.rekat:
            p += "<w:keepNext/>"
        if self.halaman_baru:
            p += "<w:pageBreakBefore/>"
        if self.nomor:
            p += f'<w:numPr><w:ilvl w:val="{self.nomor[1]}"/><w:numId w:val="{self.nomor[0]}"/></w:numPr>'
        if self.inden is not None:
            p += f'<w:ind w:left="{self.inden}" w:firstLine="0"/>'
        if self.rata:
            p += f'<w:jc w:val="{_JC[self.rata]}"/>'
        if self.tingkat is not None:
            p += f'<w:outlineLvl w:val="{self.tingkat}"/>'
        return f"<w:p><w:pPr>{p}</w:pPr>{isi}</w:p>" if p else f"<w:p>{isi}</w:p>"


@dataclass(frozen=True, slots=True)
class Ruang:
    """Room for a line: its width and font size in points. Equations do not wrap by themselves, so it matters."""

    lebar: Decimal
    ukuran: Decimal


PEMISAH: Final = '<w:p><w:pPr><w:pStyle w:val="Pemisah"/></w:pPr></w:p>'
TAB: Final = "<w:r><w:tab/></w:r>"


def lari(isi: str, sifat: str = "") -> str:
    """A run of text; ``sifat`` are its properties."""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{teks(isi)}</w:t></w:r>' if isi else ""


def baris_baris(baris: Sequence[str]) -> str:
    """Lines broken where the tree breaks them, within one paragraph."""
    return "<w:r><w:br/></w:r>".join(lari(b) for b in baris)


def sebaris(isi: Sebaris, ruang: Ruang, *, tebal: bool = False) -> str:
    """The runs of a line; ``tebal`` makes all of it bold."""
    if isinstance(isi, str):
        return lari(isi, _sifat(tebal=tebal))
    if len(isi) == 1 and isinstance(isi[0], Pecahan):
        # Alone in its paragraph a fraction is set at full size, as on paper; Word shrinks it within a line.
        p = isi[0]
        return persamaan("", p.pembilang, p.penyebut, p.pengali, ruang, rata="left")
    return "".join(_potongan(p, ruang, tebal) for p in isi)


def persamaan(
    kiri: str, pembilang: str, penyebut: str, pengali: str, ruang: Ruang, *, rata: str = "center"
) -> str:
    """A displayed equation: ``kiri`` = pembilang / penyebut pengali."""
    awal = _kata(f"{kiri} = ") if kiri else ""
    isi = _pecahan(pembilang, penyebut, pengali, ruang, terpakai=f"{kiri} = " if kiri else "")
    return (
        f'<m:oMathPara><m:oMathParaPr><m:jc m:val="{rata}"/></m:oMathParaPr><m:oMath>{awal}{isi}</m:oMath>'
        "</m:oMathPara>"
    )


def bidang(perintah: str, isi: str = "", *, sifat: str = "") -> str:
    """A field with the result that is shown until Word works it out; ``perintah`` is escaped here."""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    akhir = f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    return f"{bidang_awal(perintah, sifat=sifat)}{lari(isi, sifat)}{akhir}"


def bidang_awal(perintah: str, *, sifat: str = "") -> str:
    """The opening of a field whose result goes over several paragraphs; :data:`BIDANG_AKHIR` closes it."""
    rpr = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {teks(perintah)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


BIDANG_AKHIR: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _potongan(potongan: Potongan, ruang: Ruang, tebal: bool) -> str:
    match potongan:
        case str():
            return lari(potongan, _sifat(tebal=tebal))
        case TebalMiring(teks=isi):
            return lari(isi, _sifat(tebal=True, miring=True))
        case Tebal(teks=isi):
            return lari(isi, _sifat(tebal=True))
        case Miring(teks=isi):
            return lari(isi, _sifat(tebal=tebal, miring=True))
        case Pecahan():
            p = potongan
            return f"<m:oMath>{_pecahan(p.pembilang, p.penyebut, p.pengali, ruang)}</m:oMath>"
        case Baris():
            return "<w:r><w:br/></w:r>"


def _sifat(*, tebal: bool = False, miring: bool = False) -> str:
    return ("<w:b/>" if tebal else "") + ("<w:i/>" if miring else "")


def _pecahan(pembilang: str, penyebut: str, pengali: str, ruang: Ruang, terpakai: str = "") -> str:
    belakang = _kata(f" {pengali}") if pengali else ""
    # In tenths of a point, because the measure counts in whole units; two ems are kept for the ends of the
    # bar and for programs whose mathematics is a little larger.
    ukuran = int(ruang.ukuran * 10)
    di_samping = f"{terpakai} {pengali}"
    lebar = int(ruang.lebar * 10) - lebar_teks(di_samping, ukuran) - 2 * ukuran
    return (
        f"<m:f><m:num>{_build(pembilang, lebar, ukuran)}</m:num><m:den>{_build(penyebut, lebar, ukuran)}</m:den></m:f>"
        f"{belakang}"
    )


def _build(isi: str, lebar: int, ukuran: int) -> str:
    """Words above or below the bar; on several lines, one below the other, where the column is too narrow."""
    baris = wrap(isi, max(lebar, ukuran), ukuran)
    if len(baris) < 2:
        return _kata(isi)
    # A line keeps its space, so that the text without its layout is still made of words.
    kata = (f"{b} " for b in baris[:-1])
    return "<m:eqArr>" + "".join(f"<m:e>{_kata(k)}</m:e>" for k in (*kata, baris[-1])) + "</m:eqArr>"


def _kata(isi: str) -> str:
    """Words, not variables: upright and in the font of the text."""
    return f'<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve">{teks(isi)}</m:t></m:r>'


def poin(twip: Decimal | int) -> Decimal:
    """Twentieths of a point in points."""
    return round_half_up(Decimal(twip) / 20, 2)
