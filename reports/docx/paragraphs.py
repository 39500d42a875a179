"""Paragraphs and what stands in them: runs, fractions as Word equations, fields, bookmarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reports.charts.text_width import text_width, wrap
from reports.document.tree import Alignment, Bold, BoldItalic, Inline, Italic, LineBreak, Mark, Pecahan, Piece
from reports.docx.ooxml import text
from sakip.capaian.rounding import round_half_up

_JC: Final[dict[Alignment, str]] = {"kiri": "left", "kanan": "right", "tengah": "center"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxParagraph:
    """Properties of a paragraph beside its style, written in the order that the schema prescribes.

    ``glued`` keeps it on one page with the next, ``nomor`` is its list (numId) and level, ``indent`` a left indent in
    twips, ``level`` an outline level (0…8) that its style does not give.
    """

    style: str = ""
    glued: bool = False
    new_page: bool = False
    nomor: tuple[int, int] | None = None
    indent: int | None = None
    alignment: Alignment | None = None
    level: int | None = None

    def wrap(self, content: str) -> str:
        """The paragraph around its runs."""
        p = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        if self.glued:
            p += "<w:keepNext/>"
        if self.new_page:
            p += "<w:pageBreakBefore/>"
        if self.nomor:
            p += f'<w:numPr><w:ilvl w:val="{self.nomor[1]}"/><w:numId w:val="{self.nomor[0]}"/></w:numPr>'
        if self.indent is not None:
            p += f'<w:ind w:left="{self.indent}" w:firstLine="0"/>'
        if self.alignment:
            p += f'<w:jc w:val="{_JC[self.alignment]}"/>'
        if self.level is not None:
            p += f'<w:outlineLvl w:val="{self.level}"/>'
        return f"<w:p><w:pPr>{p}</w:pPr>{content}</w:p>" if p else f"<w:p>{content}</w:p>"


@dataclass(frozen=True, slots=True)
class Space:
    """Room for a line: its width and font size in points. Equations do not wrap by themselves, so it matters."""

    width: Decimal
    size: Decimal


#: In points the size of our font that is as wide as an equation of 12 points in LibreOffice, which sets every one so
#: large, also in small tables: what is wider than its cell is cut off there.
_EQUATION: Final = Decimal("10.6")

SEPARATOR: Final = '<w:p><w:pPr><w:pStyle w:val="Pemisah"/></w:pPr></w:p>'
TAB: Final = "<w:r><w:tab/></w:r>"


def run(content: str, trait: str = "") -> str:
    """A run of text; ``trait`` are its properties."""
    rpr = f"<w:rPr>{trait}</w:rPr>" if trait else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text(content)}</w:t></w:r>' if content else ""


def line_rows(rows: Sequence[str]) -> str:
    """Lines broken where the tree breaks them, within one paragraph."""
    return "<w:r><w:br/></w:r>".join(run(b) for b in rows)


def inline(content: Inline, space: Space, *, bold: bool = False) -> str:
    """The runs of a line; ``bold`` makes all of it bold."""
    if isinstance(content, str):
        return run(content, _trait(bold=bold))
    if len(content) == 1 and isinstance(content[0], Pecahan):
        # Alone in its paragraph a fraction is set at full size, as on paper; Word shrinks it within a line.
        p = content[0]
        return equation("", p.pembilang, p.penyebut, p.pengali, space, alignment="left")
    return "".join(_pieces(p, space, bold) for p in content)


def equation(
    left: str, pembilang: str, penyebut: str, pengali: str, space: Space, *, alignment: str = "center"
) -> str:
    """A displayed equation: ``left`` = pembilang / penyebut pengali."""
    start = _word(f"{left} = ") if left else ""
    content = _pecahan(pembilang, penyebut, pengali, space, used=f"{left} = " if left else "")
    return (
        f'<m:oMathPara><m:oMathParaPr><m:jc m:val="{alignment}"/></m:oMathParaPr><m:oMath>{start}{content}</m:oMath>'
        "</m:oMathPara>"
    )


def field(command: str, content: str = "", *, trait: str = "") -> str:
    """A field with the result that is shown until Word works it out; ``command`` is escaped here."""
    rpr = f"<w:rPr>{trait}</w:rPr>" if trait else ""
    end = f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    return f"{first_field(command, trait=trait)}{run(content, trait)}{end}"


def first_field(command: str, *, trait: str = "") -> str:
    """The opening of a field whose result goes over several paragraphs; :data:`LAST_FIELDS` closes it."""
    rpr = f"<w:rPr>{trait}</w:rPr>" if trait else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {text(command)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


LAST_FIELDS: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _pieces(pieces: Piece, space: Space, bold: bool, trait: str = "") -> str:
    match pieces:
        case str():
            return run(pieces, _trait(bold=bold) + trait)
        case BoldItalic(text=content):
            return run(content, _trait(bold=True, italic=True) + trait)
        case Bold(text=content):
            return run(content, _trait(bold=True) + trait)
        case Italic(text=content):
            return run(content, _trait(bold=bold, italic=True) + trait)
        case Mark(piece=piece):
            return _pieces(piece, space, bold, '<w:highlight w:val="yellow"/>')
        case Pecahan():
            p = pieces
            return f"<m:oMath>{_pecahan(p.pembilang, p.penyebut, p.pengali, space)}</m:oMath>"
        case LineBreak():
            return "<w:r><w:br/></w:r>"


def _trait(*, bold: bool = False, italic: bool = False) -> str:
    return ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")


def _pecahan(pembilang: str, penyebut: str, pengali: str, space: Space, used: str = "") -> str:
    belakang = _word(f" {pengali}") if pengali else ""
    # In tenths of a point, because the measure counts in whole units; two ems are kept for the ends of the
    # bar and for programs whose mathematics is a little larger.
    size = int(max(space.size, _EQUATION) * 10)
    beside = f"{used} {pengali}"
    width = int(space.width * 10) - text_width(beside, size) - 2 * size
    return (
        f"<m:f><m:num>{_build(pembilang, width, size)}</m:num><m:den>{_build(penyebut, width, size)}</m:den></m:f>"
        f"{belakang}"
    )


def _build(content: str, width: int, size: int) -> str:
    """Words above or below the bar; on several lines, one below the other, where the column is too narrow."""
    rows = wrap(content, max(width, size), size)
    if len(rows) < 2:
        return _word(content)
    # A line keeps its space, so that the text without its layout is still made of words.
    words = (f"{b} " for b in rows[:-1])
    return "<m:eqArr>" + "".join(f"<m:e>{_word(k)}</m:e>" for k in (*words, rows[-1])) + "</m:eqArr>"


def _word(content: str) -> str:
    """Words, not variables: upright and in the font of the text."""
    return f'<m:r><m:rPr><m:nor/></m:rPr><m:t xml:space="preserve">{text(content)}</m:t></m:r>'


def points(twip: Decimal | int) -> Decimal:
    """Twentieths of a point in points."""
    return round_half_up(Decimal(twip) / 20, 2)
