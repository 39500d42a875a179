"""Our drawings as Word shapes.

A drawing of :mod:`reports.charts` consists of rectangles, lines, closed marks and lines of text only. Each becomes a
DrawingML shape in one group: sharp at every size, editable in Word, without a rasteriser and without a font file on the
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

from reports.charts.text_width import text_width
from reports.docx.ooxml import GROUP_URI, attribute, drop_forbidden, emu, text, whole
from reports.docx.pictures import with_recovery

_SVG: Final = "{http://www.w3.org/2000/svg}"
_IS_READ: Final[dict[str, frozenset[str]]] = {
    "rect": frozenset({"x", "y", "width", "height", "fill", "stroke", "stroke-width"}),
    "path": frozenset({"d", "fill", "stroke", "stroke-width", "stroke-dasharray"}),
    "text": frozenset(
        {"x", "y", "font-size", "font-family", "text-anchor", "fill", "font-weight", "font-style"}
    ),
}
_SIZE = re.compile(r"([0-9.]+)mm")
_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_PATH = re.compile(r"M(-?\d+) (-?\d+)(?:L-?\d+ -?\d+)+")
_AREA = re.compile(r"M(-?\d+) (-?\d+)(?:L-?\d+ -?\d+){2,}Z")
_POINT = re.compile(r"(-?\d+) (-?\d+)")
#: The font that the drawings are measured for, as office machines have it.
_HURUF: Final = "Arial"
#: Height of a line and of its part above the baseline, in ems of that font.
_ROW_HEIGHT: Final = Decimal("1.25")
_ON_THE_GROUND_OF: Final = Decimal("0.905")
#: EMU in half a point: 12 700 to the point.
_HALF_POINT: Final = 6350

Attributes = Mapping[str, str]


def draw_shape(svg: str, *, alt: str, fits: tuple[int, int], new_id: Callable[[], int]) -> str:
    """The run of a drawing, at its own size or as large as fits into ``fits`` (width, height in EMU).

    Raises :class:`ValueError` for a drawing that has anything but plain rectangles, straight lines, what they enclose,
    and text.
    """
    root = parse_xml(drop_forbidden(svg))
    boxes = [int(n) for n in root.get("viewBox", "").split()]
    width = _SIZE.fullmatch(root.get("width", ""))
    if root.tag != f"{_SVG}svg" or len(boxes) != 4 or boxes[:2] != [0, 0] or width is None:
        raise ValueError("gambar harus SVG dengan lebar dalam mm dan viewBox dari 0 0")
    skala = min(
        Decimal(emu(Decimal(width[1]))) / boxes[2],
        Decimal(fits[0]) / boxes[2],
        Decimal(fits[1]) / boxes[3],
    )
    pen = _Pen(skala, root.get("fill", "#000"), new_id)
    sizes = pen.emu(boxes[2]), pen.emu(boxes[3])
    id_ = new_id()
    shape = "".join(pen.figures(root))
    batas = f'cx="{sizes[0]}" cy="{sizes[1]}"'
    return with_recovery(
        f'<a:graphicData uri="{GROUP_URI}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {batas}/><a:chOff x="0" y="0"/><a:chExt {batas}/></a:xfrm></wpg:grpSpPr>{shape}</wpg:wgp>'
        "</a:graphicData>",
        needed="wpg",
        alt=alt,
        sizes=sizes,
        id_=id_,
    )


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws one element after the other, in the order of the SVG: later ones lie on top."""

    skala: Decimal
    colour: str  # of text that names none
    new_id: Callable[[], int]

    def emu(self, satuan: Decimal | int | str) -> int:
        return whole(Decimal(satuan) * self.skala)

    def figures(self, root: object) -> Iterator[str]:
        for unsur in root:  # type: ignore[attr-defined] # an lxml element
            nama = str(unsur.tag).removeprefix(_SVG)
            foreign = set(unsur.attrib) - _IS_READ.get(nama, frozenset())
            if nama not in _IS_READ or foreign or len(unsur):
                raise ValueError(f"<{nama}> dengan {sorted(foreign)} tidak dapat digambar di Word")
            match nama:
                case "rect":
                    yield self._rectangle(unsur.attrib)
                case "path" if _AREA.fullmatch(unsur.attrib["d"]):
                    yield self._area(unsur.attrib)
                case "path":
                    yield from self._lines(unsur.attrib)
                case _:
                    yield self._writing(unsur.attrib, unsur.text or "")

    def _rectangle(self, a: Attributes) -> str:
        x, y, width, height = (self.emu(a[k]) for k in ("x", "y", "width", "height"))
        return self._shape(
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_content(a.get("fill", "#000"))}{self._edge(a)}'
        )

    def _lines(self, a: Attributes) -> Iterator[str]:
        """A bent line in straight pieces: Word's simple line has two ends."""
        if not _PATH.fullmatch(a["d"]) or a.get("fill") != "none":
            raise ValueError(f"jalur {a['d']!r} bukan garis lurus")
        point = [(self.emu(x), self.emu(y)) for x, y in _POINT.findall(a["d"])]
        for (x1, y1), (x2, y2) in pairwise(point):
            turned = ' flipV="1"' if (x2 - x1) * (y2 - y1) < 0 else ""
            yield self._shape(
                f'<a:xfrm{turned}><a:off x="{min(x1, x2)}" y="{min(y1, y2)}"/>'
                f'<a:ext cx="{abs(x2 - x1)}" cy="{abs(y2 - y1)}"/></a:xfrm>'
                f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{self._edge(a)}',
                kind="<wps:cNvCnPr/>",
            )

    def _area(self, a: Attributes) -> str:
        """A closed shape of straight sides: the mark of a point on a line."""
        points = [(self.emu(x), self.emu(y)) for x, y in _POINT.findall(a["d"])]
        x, y = (min(p[axis] for p in points) for axis in (0, 1))
        width, height = (max(p[axis] for p in points) - low for axis, low in ((0, x), (1, y)))
        (first, *others) = (f'<a:pt x="{px - x}" y="{py - y}"/>' for px, py in points)
        sides = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in others)
        return self._shape(
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{width}" h="{height}"><a:moveTo>{first}</a:moveTo>{sides}<a:close/></a:path></a:pathLst>'
            f"</a:custGeom>{_content(a.get('fill', '#000'))}{self._edge(a)}"
        )

    def _writing(self, a: Attributes, content: str) -> str:
        """A line of text in a frame without border, wide enough that it never wraps."""
        size = int(a["font-size"])
        bold, italic = a.get("font-weight") == "bold", a.get("font-style") == "italic"
        width = self.emu(text_width(content, size, bold=bold) + 2 * size)
        # Rounded down to what Word can set, so that the text never leaves its box.
        half = max(int(size * self.skala / _HALF_POINT), 1)
        height = whole(half * _HALF_POINT * _ROW_HEIGHT)
        y = self.emu(a["y"]) - whole(half * _HALF_POINT * _ON_THE_GROUND_OF)
        anchor = a.get("text-anchor", "start")
        jc, shift = {"start": ("left", 0), "middle": ("center", width // 2), "end": ("right", width)}[anchor]
        rpr = (
            f'<w:rFonts w:ascii="{_HURUF}" w:hAnsi="{_HURUF}" w:cs="{_HURUF}"/>'
            + ("<w:b/>" if bold else "")
            + ("<w:i/>" if italic else "")
            + f'<w:color w:val="{_hex(a.get("fill", self.colour))}"/><w:sz w:val="{half}"/>'
        )
        return self._shape(
            f'<a:xfrm><a:off x="{self.emu(a["x"]) - shift}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
            kind='<wps:cNvSpPr txBox="1"/>',
            content=f'<w:p><w:pPr><w:pStyle w:val="IsiGambar"/><w:jc w:val="{jc}"/></w:pPr><w:r><w:rPr>{rpr}</w:rPr>'
            f'<w:t xml:space="preserve">{text(content)}</w:t></w:r></w:p>',
            nama=content,
        )

    def _shape(self, trait: str, *, kind: str = "<wps:cNvSpPr/>", content: str = "", nama: str = "") -> str:
        id_ = self.new_id()
        box = f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>" if content else ""
        return (
            f'<wps:wsp><wps:cNvPr id="{id_}" name="{attribute(nama) or f"Bentuk {id_}"}"/>{kind}'
            f'<wps:spPr>{trait}</wps:spPr>{box}<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" '
            'anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp>'
        )

    def _edge(self, a: Attributes) -> str:
        colour = a.get("stroke", "none")
        if colour == "none":
            return "<a:ln><a:noFill/></a:ln>"
        dash = '<a:prstDash val="dash"/>' if a.get("stroke-dasharray") else ""
        bold = self.emu(a.get("stroke-width", "1"))
        return f'<a:ln w="{bold}">{_content(colour)}{dash}</a:ln>'


def _content(colour: str) -> str:
    if colour == "none":
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{_hex(colour)}"/></a:solidFill>'


def _hex(colour: str) -> str:
    matches = _COLOUR.fullmatch(colour)
    if matches is None:
        raise ValueError(f"warna {colour!r} bukan #rgb atau #rrggbb")
    angka = matches[1]
    return (angka if len(angka) == 6 else "".join(c * 2 for c in angka)).upper()
