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

from reports.document.paper import KONSEP_COLOUR, paper_sizes
from reports.document.tree import Dokumen
from reports.docx.ooxml import XMLNS, twip, whole
from reports.docx.paragraphs import field, run
from reports.html.styles import KONSEP_TEXT
from reports.publish.naskah import PageSettings

#: Distance of header and footer from the edge of the paper, and the least they keep from the text.
_HEAD_EDGE: Final = Decimal(12)

_EMPTY: Final = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'


@dataclass(frozen=True, slots=True)
class DocxPaper:
    """The setting in twips; ``width`` and ``height`` of the upright sheet."""

    width: int
    height: int
    above: int
    right: int
    below: int
    left: int

    @classmethod
    def source(cls, settings: PageSettings) -> DocxPaper:
        """Raises the :class:`ValueError` of :func:`reports.document.paper.paper_sizes`."""
        p = settings
        sizes = (*paper_sizes(p), p.margin_atas, p.margin_kanan, p.margin_bawah, p.margin_kiri)
        return cls(*(twip(mm) for mm in sizes))

    def text_fields(self, *, landscape: bool) -> tuple[int, int]:
        """Width and height of the text in twips."""
        width, height = (self.height, self.width) if landscape else (self.width, self.height)
        return width - self.left - self.right, height - self.above - self.below


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxPage:
    """What a section looks like. ``angka`` is the kind of page number, empty on the cover; ``start`` restarts at 1.
    ``label`` is the name of the part in the running header. ``opening`` is the section that a document without a cover
    begins with: nothing stands above its letterhead."""

    label: str = ""
    landscape: bool = False
    angka: str = "decimal"
    start: bool = False
    opening: bool = False


class PageSetter:
    """Writes section properties; equal headers and footers are stored once."""

    def __init__(
        self, part: DocumentPart, dokumen: Dokumen, settings: PageSettings, paper: DocxPaper
    ) -> None:
        self._part = part
        self._head = dokumen.head
        self._has_cover = dokumen.cover is not None
        self._konsep = dokumen.konsep
        self._huruf = settings.huruf
        self._paper = paper
        self._rid: dict[tuple[str, str], str] = {}
        self._mark = 0

    def trait(self, page: DocxPage) -> str:
        """The sectPr of a section."""
        k = self._paper
        width, height = (k.height, k.width) if page.landscape else (k.width, k.height)
        direction = ' w:orient="landscape"' if page.landscape else ""
        edge = twip(_HEAD_EDGE)
        nomor = f' w:fmt="{page.angka}"' if page.angka else ""
        nomor += ' w:start="1"' if page.start else ""
        heads = [("header", "default", self._page_header(page))]
        foots = [("footer", "default", self._page_footer(page))]
        if page.opening:
            heads.append(("header", "first", self._page_header(page, opening=True)))
            foots.append(("footer", "first", foots[0][2]))
        references = "".join(
            f'<w:{which}Reference w:type="{kind}" r:id="{rid}"/>' for which, kind, rid in (*heads, *foots)
        )
        return (
            f"<w:sectPr>{references}"
            f'<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{direction}/>'
            f'<w:pgMar w:top="{k.above}" w:right="{k.right}" w:bottom="{k.below}" w:left="{k.left}" '
            f'w:header="{min(edge, k.above)}" w:footer="{min(edge, k.below)}" w:gutter="0"/>'
            f"{f'<w:pgNumType{nomor}/>' if nomor else ''}{'<w:titlePg/>' if page.opening else ''}</w:sectPr>"
        )

    def _page_header(self, page: DocxPage, *, opening: bool = False) -> str:
        width, height = self._paper.text_fields(landscape=page.landscape)
        content = ""
        if page.angka and self._head and not opening:
            # A short document is its only part: the name of the part would say the same again.
            label = page.label if self._has_cover else ""
            # The name of a part is longer than that of the document.
            first = width * 2 // 5
            last = width - first
            cell = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
                f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="{jc}"/></w:pPr>{run(text)}</w:p></w:tc>'
                for text, jc, w in ((self._head, "left", first), (label, "right", last))
            )
            content = (
                f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>'
                '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="444444"/></w:tblBorders>'
                '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
                '<w:bottom w:w="85" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
                f'<w:tblGrid><w:gridCol w:w="{first}"/><w:gridCol w:w="{last}"/></w:tblGrid>'
                f"<w:tr>{cell}</w:tr></w:tbl>"
            )
        if not self._konsep:
            return self._save("hdr", f"{content}{_EMPTY}")
        keys = ("hdr", f"{content}{page.landscape}")
        if keys not in self._rid:
            self._mark += 1
            side = min(width, height)
            mark = _watermark(self._mark, self._huruf, side)
            self._rid[keys] = self._create("hdr", f"{content}{_EMPTY[: -len('</w:p>')]}{mark}</w:p>")
        return self._rid[keys]

    def _page_footer(self, page: DocxPage) -> str:
        width, _ = self._paper.text_fields(landscape=page.landscape)
        middle = f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/></w:tabs>'
        content = run(KONSEP_TEXT) if self._konsep else ""
        if page.angka:
            content += f"<w:r><w:tab/></w:r>{field('PAGE', '1' if page.angka == 'decimal' else 'i')}"
        return self._save("ftr", f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{middle}</w:pPr>{content}</w:p>')

    def _save(self, kind: str, content: str) -> str:
        if (kind, content) not in self._rid:
            self._rid[kind, content] = self._create(kind, content)
        return self._rid[kind, content]

    def _create(self, kind: str, content: str) -> str:
        part: HeaderPart | FooterPart
        rid: str
        if kind == "hdr":
            part, rid = self._part.add_header_part()
        else:
            part, rid = self._part.add_footer_part()
        root = part.element
        for child in list(root):
            root.remove(child)
        for child in list(parse_xml(f"<w:{kind} {XMLNS}>{content}</w:{kind}>")):
            root.append(child)
        return rid


def _watermark(nomor: int, huruf: str, side: int) -> str:
    """KONSEP across the page, the way Word itself makes a watermark: WordArt in the header, behind the text."""
    # Turned by 45 degrees the word is narrower than the text by a quarter; 20 twips to the point.
    width = whole(Decimal(side) / 20 * Decimal("0.9"))
    height = width // 4
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
        f"width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" '
        f'fillcolor="{KONSEP_COLOUR}" stroked="f"><v:textpath style="font-family:&quot;'
        f'{_huruf(huruf)}&quot;;font-size:1pt;font-weight:bold" string="KONSEP"/></v:shape></w:pict></w:r>'
    )


def _huruf(nama: str) -> str:
    """A font name inside a style inside an attribute: nothing but letters, digits and spaces gets there."""
    return "".join(c for c in nama if c.isalnum() or c in " -")
