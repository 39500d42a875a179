"""Pages: paper, margins, running header, page numbers and the mark of a draft.

Every part of the first level is a section of its own, because its name stands in the header. The header holds the
name as text: a STYLEREF field would have to name one style, and a form shows its own title in another.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from docx.oxml import parse_xml
from docx.parts.document import DocumentPart
from docx.parts.hdrftr import FooterPart, HeaderPart

from reports.document.paper import WARNA_KONSEP, ukuran_kertas
from reports.document.tree import Dokumen
from reports.docx.ooxml import XMLNS, bulat, twip
from reports.docx.paragraphs import bidang, lari
from reports.html.styles import TEKS_KONSEP
from reports.publish.naskah import Pengaturan

#: Distance of header and footer from the edge of the paper, and the least they keep from the text.
_TEPI_KEPALA: Final = Decimal(12)

_KOSONG: Final = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'


@dataclass(frozen=True, slots=True)
class DocxPaper:
    """The setting in twips; ``lebar`` and ``tinggi`` of the upright sheet."""

    lebar: int
    tinggi: int
    atas: int
    kanan: int
    bawah: int
    kiri: int

    @classmethod
    def dari(cls, pengaturan: Pengaturan) -> DocxPaper:
        """Raises the :class:`ValueError` of :func:`reports.document.paper.ukuran_kertas`."""
        p = pengaturan
        ukuran = (*ukuran_kertas(p), p.margin_atas, p.margin_kanan, p.margin_bawah, p.margin_kiri)
        return cls(*(twip(mm) for mm in ukuran))

    def bidang_teks(self, *, lanskap: bool) -> tuple[int, int]:
        """Width and height of the text in twips."""
        lebar, tinggi = (self.tinggi, self.lebar) if lanskap else (self.lebar, self.tinggi)
        return lebar - self.kiri - self.kanan, tinggi - self.atas - self.bawah


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxPage:
    """What a section looks like. ``angka`` is the kind of page number, empty on the cover; ``mulai`` restarts at 1.
    ``label`` is the name of the part in the running header."""

    label: str = ""
    lanskap: bool = False
    angka: str = "decimal"
    mulai: bool = False


class Pengatur:
    """Writes section properties; equal headers and footers are stored once."""

    def __init__(
        self, bagian: DocumentPart, dokumen: Dokumen, pengaturan: Pengaturan, kertas: DocxPaper
    ) -> None:
        self._bagian = bagian
        self._kepala = dokumen.kepala
        self._konsep = dokumen.konsep
        self._huruf = pengaturan.huruf
        self._kertas = kertas
        self._rid: dict[tuple[str, str], str] = {}
        self._tanda = 0

    def sifat(self, halaman: DocxPage) -> str:
        """The sectPr of a section."""
        k = self._kertas
        lebar, tinggi = (k.tinggi, k.lebar) if halaman.lanskap else (k.lebar, k.tinggi)
        arah = ' w:orient="landscape"' if halaman.lanskap else ""
        tepi = twip(_TEPI_KEPALA)
        nomor = f' w:fmt="{halaman.angka}"' if halaman.angka else ""
        nomor += ' w:start="1"' if halaman.mulai else ""
        return (
            f'<w:sectPr><w:headerReference w:type="default" r:id="{self._kepala_halaman(halaman)}"/>'
            f'<w:footerReference w:type="default" r:id="{self._kaki_halaman(halaman)}"/>'
            f'<w:type w:val="nextPage"/><w:pgSz w:w="{lebar}" w:h="{tinggi}"{arah}/>'
            f'<w:pgMar w:top="{k.atas}" w:right="{k.kanan}" w:bottom="{k.bawah}" w:left="{k.kiri}" '
            f'w:header="{min(tepi, k.atas)}" w:footer="{min(tepi, k.bawah)}" w:gutter="0"/>'
            f"{f'<w:pgNumType{nomor}/>' if nomor else ''}</w:sectPr>"
        )

    def _kepala_halaman(self, halaman: DocxPage) -> str:
        lebar, tinggi = self._kertas.bidang_teks(lanskap=halaman.lanskap)
        isi = ""
        if halaman.angka and self._kepala:
            sel = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{lebar // 2}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
                f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="{jc}"/></w:pPr>{lari(teks)}</w:p></w:tc>'
                for teks, jc in ((self._kepala, "left"), (halaman.label, "right"))
            )
            isi = (
                f'<w:tbl><w:tblPr><w:tblW w:w="{lebar // 2 * 2}" w:type="dxa"/><w:tblBorders>'
                '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="444444"/></w:tblBorders>'
                '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:bottom w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
                f'<w:tblGrid><w:gridCol w:w="{lebar // 2}"/><w:gridCol w:w="{lebar // 2}"/></w:tblGrid>'
                f"<w:tr>{sel}</w:tr></w:tbl>"
            )
        if not self._konsep:
            return self._save("hdr", f"{isi}{_KOSONG}")
        kunci = ("hdr", f"{isi}{halaman.lanskap}")
        if kunci not in self._rid:
            self._tanda += 1
            sisi = min(lebar, tinggi)
            tanda = _tanda_air(self._tanda, self._huruf, sisi)
            self._rid[kunci] = self._create("hdr", f"{isi}{_KOSONG[: -len('</w:p>')]}{tanda}</w:p>")
        return self._rid[kunci]

    def _kaki_halaman(self, halaman: DocxPage) -> str:
        lebar, _ = self._kertas.bidang_teks(lanskap=halaman.lanskap)
        tengah = f'<w:tabs><w:tab w:val="center" w:pos="{lebar // 2}"/></w:tabs>'
        isi = lari(TEKS_KONSEP) if self._konsep else ""
        if halaman.angka:
            isi += f"<w:r><w:tab/></w:r>{bidang('PAGE', '1' if halaman.angka == 'decimal' else 'i')}"
        return self._save("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{tengah}</w:pPr>{isi}</w:p>')

    def _save(self, jenis: str, isi: str) -> str:
        if (jenis, isi) not in self._rid:
            self._rid[jenis, isi] = self._create(jenis, isi)
        return self._rid[jenis, isi]

    def _create(self, jenis: str, isi: str) -> str:
        bagian: HeaderPart | FooterPart
        rid: str
        if jenis == "hdr":
            bagian, rid = self._bagian.add_header_part()
        else:
            bagian, rid = self._bagian.add_footer_part()
        akar = bagian.element
        for anak in list(akar):
            akar.remove(anak)
        for anak in list(parse_xml(f"<w:{jenis} {XMLNS}>{isi}</w:{jenis}>")):
            akar.append(anak)
        return rid


def _tanda_air(nomor: int, huruf: str, sisi: int) -> str:
    """KONSEP across the page, the way Word itself makes a watermark: WordArt in the header, behind the text."""
    # Turned by 45 degrees the word is narrower than the text by a quarter; 20 twips to the point.
    lebar = bulat(Decimal(sisi) / 20 * Decimal("0.9"))
    tinggi = lebar // 4
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>'
        '<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
        '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
        '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
        'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
        '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
        f'<v:shape id="PowerPlusWaterMarkObject{nomor}" o:spid="_x0000_s{2048 + nomor}" type="#_x0000_t136" '
        'alt="Konsep" style="position:absolute;margin-left:0;margin-top:0;'
        f"width:{lebar}pt;height:{tinggi}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
        f'fillcolor="{WARNA_KONSEP}" stroked="f"><v:textpath style="font-family:&quot;'
        f'{_huruf(huruf)}&quot;;font-size:1pt;font-weight:bold" string="KONSEP"/></v:shape></w:pict></w:r>'
    )


def _huruf(nama: str) -> str:
    """A font name inside a style inside an attribute: nothing but letters, digits and spaces gets there."""
    return "".join(c for c in nama if c.isalnum() or c in " -")
