"""Our drawings as Word shapes.

A drawing of :mod:`reports.charts` consists of rectangles, lines and lines of text only. Each becomes a DrawingML
shape in one group: sharp at every size, editable in Word, without a rasteriser and without a font file on the
server. An SVG embedded as such needs a bitmap beside it for every program older than Word 2016, and nothing here
could draw that bitmap faithfully. What this module does not know it refuses: a chart that lost a stroke would lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from docx.oxml import parse_xml

from reports.charts.text_width import lebar_teks
from reports.docx.ooxml import URI_KELOMPOK, atribut, bulat, drop_forbidden, emu, teks
from reports.docx.pictures import dengan_cadangan

_SVG: Final = "{http://www.w3.org/2000/svg}"
_DIBACA: Final[dict[str, frozenset[str]]] = {
    "rect": frozenset({"x", "y", "width", "height", "fill", "stroke", "stroke-width"}),
    "path": frozenset({"d", "fill", "stroke", "stroke-width", "stroke-dasharray"}),
    "text": frozenset(
        {"x", "y", "font-size", "font-family", "text-anchor", "fill", "font-weight", "font-style"}
    ),
}
_UKURAN = re.compile(r"([0-9.]+)mm")
_WARNA = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_JALUR = re.compile(r"M(-?\d+) (-?\d+)(?:L-?\d+ -?\d+)+")
_TITIK = re.compile(r"(-?\d+) (-?\d+)")
#: The font that the drawings are measured for, as office machines have it.
_HURUF: Final = "Arial"
#: Height of a line and of its part above the baseline, in ems of that font.
_TINGGI_BARIS: Final = Decimal("1.25")
_ATAS_DASAR: Final = Decimal("0.905")
#: EMU in half a point: 12 700 to the point.
_SETENGAH_POIN: Final = 6350

Atribut = Mapping[str, str]


def draw_shape(svg: str, *, alt: str, muat: tuple[int, int], id_baru: Callable[[], int]) -> str:
    """The run of a drawing, at its own size or as large as fits into ``muat`` (width, height in EMU).

    Raises :class:`ValueError` for a drawing that has anything but plain rectangles, straight lines and text.
    """
    akar = parse_xml(drop_forbidden(svg))
    kotak = [int(n) for n in akar.get("viewBox", "").split()]
    lebar = _UKURAN.fullmatch(akar.get("width", ""))
    if akar.tag != f"{_SVG}svg" or len(kotak) != 4 or kotak[:2] != [0, 0] or lebar is None:
        raise ValueError("gambar harus SVG dengan lebar dalam mm dan viewBox dari 0 0")
    skala = min(
        Decimal(emu(Decimal(lebar[1]))) / kotak[2],
        Decimal(muat[0]) / kotak[2],
        Decimal(muat[1]) / kotak[3],
    )
    pena = _Pena(skala, akar.get("fill", "#000"), id_baru)
    ukuran = pena.emu(kotak[2]), pena.emu(kotak[3])
    id_ = id_baru()
    bentuk = "".join(pena.gambar(akar))
    batas = f'cx="{ukuran[0]}" cy="{ukuran[1]}"'
    return dengan_cadangan(
        f'<a:graphicData uri="{URI_KELOMPOK}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {batas}/><a:chOff x="0" y="0"/><a:chExt {batas}/></a:xfrm></wpg:grpSpPr>{bentuk}</wpg:wgp>'
        "</a:graphicData>",
        perlu="wpg",
        alt=alt,
        ukuran=ukuran,
        id_=id_,
    )


@dataclass(frozen=True, slots=True)
class _Pena:
    """Draws one element after the other, in the order of the SVG: later ones lie on top."""

    skala: Decimal
    warna: str  # of text that names none
    id_baru: Callable[[], int]

    def emu(self, satuan: Decimal | int | str) -> int:
        return bulat(Decimal(satuan) * self.skala)

    def gambar(self, akar: object) -> Iterator[str]:
        for unsur in akar:  # type: ignore[attr-defined] # an lxml element
            nama = str(unsur.tag).removeprefix(_SVG)
            asing = set(unsur.attrib) - _DIBACA.get(nama, frozenset())
            if nama not in _DIBACA or asing or len(unsur):
                raise ValueError(f"<{nama}> dengan {sorted(asing)} tidak dapat digambar di Word")
            match nama:
                case "rect":
                    yield self._persegi(unsur.attrib)
                case "path":
                    yield from self._garis(unsur.attrib)
                case _:
                    yield self._tulisan(unsur.attrib, unsur.text or "")

    def _persegi(self, a: Atribut) -> str:
        x, y, lebar, tinggi = (self.emu(a[k]) for k in ("x", "y", "width", "height"))
        return self._bentuk(
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_isi(a.get("fill", "#000"))}{self._tepi(a)}'
        )

    def _garis(self, a: Atribut) -> Iterator[str]:
        """A bent line in straight pieces: Word's simple line has two ends."""
        if not _JALUR.fullmatch(a["d"]) or a.get("fill") != "none":
            raise ValueError(f"jalur {a['d']!r} bukan garis lurus")
        titik = [(self.emu(x), self.emu(y)) for x, y in _TITIK.findall(a["d"])]
        for (x1, y1), (x2, y2) in pairwise(titik):
            balik = ' flipV="1"' if (x2 - x1) * (y2 - y1) < 0 else ""
            yield self._bentuk(
                f'<a:xfrm{balik}><a:off x="{min(x1, x2)}" y="{min(y1, y2)}"/>'
                f'<a:ext cx="{abs(x2 - x1)}" cy="{abs(y2 - y1)}"/></a:xfrm>'
                f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{self._tepi(a)}',
                jenis="<wps:cNvCnPr/>",
            )

    def _tulisan(self, a: Atribut, isi: str) -> str:
        """A line of text in a frame without border, wide enough that it never wraps."""
        ukuran = int(a["font-size"])
        tebal, miring = a.get("font-weight") == "bold", a.get("font-style") == "italic"
        lebar = self.emu(lebar_teks(isi, ukuran, tebal=tebal) + 2 * ukuran)
        # Rounded down to what Word can set, so that the text never leaves its box.
        setengah = max(int(ukuran * self.skala / _SETENGAH_POIN), 1)
        tinggi = bulat(setengah * _SETENGAH_POIN * _TINGGI_BARIS)
        y = self.emu(a["y"]) - bulat(setengah * _SETENGAH_POIN * _ATAS_DASAR)
        jangkar = a.get("text-anchor", "start")
        jc, geser = {"start": ("left", 0), "middle": ("center", lebar // 2), "end": ("right", lebar)}[jangkar]
        rpr = (
            f'<w:rFonts w:ascii="{_HURUF}" w:hAnsi="{_HURUF}" w:cs="{_HURUF}"/>'
            + ("<w:b/>" if tebal else "")
            + ("<w:i/>" if miring else "")
            + f'<w:color w:val="{_heksa(a.get("fill", self.warna))}"/><w:sz w:val="{setengah}"/>'
        )
        return self._bentuk(
            f'<a:xfrm><a:off x="{self.emu(a["x"]) - geser}" y="{y}"/><a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
            jenis='<wps:cNvSpPr txBox="1"/>',
            isi=f'<w:p><w:pPr><w:pStyle w:val="IsiGambar"/><w:jc w:val="{jc}"/></w:pPr><w:r><w:rPr>{rpr}</w:rPr>'
            f'<w:t xml:space="preserve">{teks(isi)}</w:t></w:r></w:p>',
            nama=isi,
        )

    def _bentuk(self, sifat: str, *, jenis: str = "<wps:cNvSpPr/>", isi: str = "", nama: str = "") -> str:
        id_ = self.id_baru()
        kotak = f"<wps:txbx><w:txbxContent>{isi}</w:txbxContent></wps:txbx>" if isi else ""
        return (
            f'<wps:wsp><wps:cNvPr id="{id_}" name="{atribut(nama) or f"Bentuk {id_}"}"/>{jenis}'
            f'<wps:spPr>{sifat}</wps:spPr>{kotak}<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" '
            'anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        )

    def _tepi(self, a: Atribut) -> str:
        warna = a.get("stroke", "none")
        if warna == "none":
            return "<a:ln><a:noFill/></a:ln>"
        putus = '<a:prstDash val="dash"/>' if a.get("stroke-dasharray") else ""
        tebal = self.emu(a.get("stroke-width", "1"))
        return f'<a:ln w="{tebal}">{_isi(warna)}{putus}</a:ln>'


def _isi(warna: str) -> str:
    if warna == "none":
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{_heksa(warna)}"/></a:solidFill>'


def _heksa(warna: str) -> str:
    cocok = _WARNA.fullmatch(warna)
    if cocok is None:
        raise ValueError(f"warna {warna!r} bukan #rgb atau #rrggbb")
    angka = cocok[1]
    return (angka if len(angka) == 6 else "".join(c * 2 for c in angka)).upper()
