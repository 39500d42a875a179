"""Walks the document tree in printed order and writes it, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from reports.document.numbering import CONTENT_LIST_LEVEL
from reports.document.tree import (
    Block,
    Dokumen,
    Figure,
    FormBlock,
    FotoBlock,
    ItemList,
    Kop,
    Narrative,
    PageBreak,
    ParagraphBlock,
    Part,
    RumusBlock,
    SignatureBlock,
    TableBlock,
    Title,
)
from reports.docx.context import DocxContext
from reports.docx.form_blocks import beside, cover, kop, pair, tanda_tangan
from reports.docx.front_lists import entry_mark, front_lists
from reports.docx.ooxml import emu, whole
from reports.docx.pages import DocxPage, DocxPaper
from reports.docx.paragraphs import TAB, DocxParagraph, equation, inline, line_rows, run
from reports.docx.pictures import foto
from reports.docx.shapes import draw_shape
from reports.docx.tables import numbered_title, table

_PARAGRAPH_STYLES = {"biasa": "BodyText", "rapat": "TeksRapat", "tengah": "TeksTengah", "catatan": "Catatan"}
#: EMU in a twip.
_EMU_TWIP = 635
#: Largest photo in millimetres, as on the HTML's paper.
_FOTO = (110, 95)
#: Of the width: a photo alone, and one of two in a row with a gap between them.
_WHOLE: Final = Decimal(1)
_BESIDE: Final = Decimal("0.47")
#: Twips that a drawing leaves for its caption.
_TITLE_SPACE = 1400


@dataclass(slots=True)
class Bab:
    """A section: how its pages look and what stands on them."""

    page: DocxPage
    content: list[str] = field(default_factory=list)


class DocxWriter:
    """Writes one document. Use it once: it counts bookmarks, lists and drawings."""

    def __init__(self, context: DocxContext, paper: DocxPaper) -> None:
        self._k = context
        self._paper = paper
        self._bab: list[Bab] = []

    def write(self, d: Dokumen) -> list[Bab]:
        """Every section in order. Raises :class:`ValueError` for a tree that cannot be printed truthfully."""
        if d.cover is not None:
            self._begin(DocxPage(angka=""))
            self._bab[-1].content.append(cover(self._k, d.cover))
        roman = DocxPage(angka="lowerRoman")
        self._main_parts(d.front[:1], roman)
        if d.contents:
            self._front_lists(roman)
        self._main_parts(d.front[1:], roman)
        self._main_parts((*d.body, *d.lampiran), DocxPage())
        return self._bab

    # -- parts -------------------------------------------------------------------------------------

    def _begin(self, page: DocxPage) -> None:
        """Begin a section; the first of its kind of page numbers begins at 1."""
        start = bool(page.angka) and all(b.page.angka != page.angka for b in self._bab)
        opening = bool(page.angka) and not self._bab
        self._bab.append(Bab(replace(page, start=start, opening=opening)))
        self._k.width, self._k.height = self._paper.text_fields(landscape=page.landscape)

    def _main_parts(self, parts: Iterable[Part], page: DocxPage) -> None:
        for b in parts:
            self._begin(replace(page, label=b.label, landscape=b.landscape))
            self._part(b, landscape=b.landscape)

    def _front_lists(self, page: DocxPage) -> None:
        for number, (id_, title, content) in enumerate(front_lists(self._k)):
            # The lists follow each other on the same pages.
            if number:
                self._bab[-1].content.append(DocxParagraph().wrap(""))
            else:
                self._begin(replace(page, label=title))
            self._bab[-1].content += [
                DocxParagraph(style="Heading1").wrap(self._k.mark(id_, run(title))),
                content,
            ]

    def _part(self, b: Part, *, landscape: bool) -> None:
        if self._bab[-1].page.landscape != landscape:
            self._begin(replace(self._bab[-1].page, landscape=landscape))
        if b.own_title is None:
            self._bab[-1].content.append(self._part_title(b))
        for kind, group in groupby(zip(b.content, [*b.content[1:], None], strict=False), _is_photo):
            blocks = list(group)
            if kind and len(blocks) > 1:
                self._bab[-1].content.append(
                    self._photos([one for one, _ in blocks if isinstance(one, FotoBlock)])
                )
                continue
            for block, after in blocks:
                # A signature never stands alone on a page: the block before it comes along.
                content = self._block(block, owner=b, glued=isinstance(after, SignatureBlock))
                self._bab[-1].content.append(content)
        for child in b.children:
            self._part(child, landscape=landscape or child.landscape)

    def _part_title(self, b: Part) -> str:
        """The heading. A BAB has its number on a line of its own, which Word turns into a space in its lists."""
        level = min(b.level, 4)
        listed = b.contents or b.level > CONTENT_LIST_LEVEL
        separator = {1: "<w:r><w:br/></w:r>", 4: run(" ")}.get(level, TAB)
        nomor = run(b.nomor) + separator if b.nomor else ""
        style = f"Heading{level}" if listed else f"JudulLepas{level}"
        return DocxParagraph(style=style).wrap(self._k.mark(b.key, nomor + run(b.title)))

    # -- blocks ------------------------------------------------------------------------------------

    def _block(self, block: Block, *, owner: Part, glued: bool = False) -> str:
        """A block of ``owner``; ``glued`` keeps it on one page with what follows."""
        k = self._k
        match block:
            case ParagraphBlock():
                paragraph = DocxParagraph(style=_PARAGRAPH_STYLES[block.style], glued=glued or block.is_title)
                return paragraph.wrap(inline(block.content, k.space()))
            case ItemList():
                return self._listing(block)
            case TableBlock():
                return table(k, block, glued=glued)
            case Figure():
                return self._draw(block)
            case FotoBlock():
                return self._foto(block)
            case RumusBlock():
                b = block
                rumus = equation(b.left, b.pembilang, b.penyebut, b.pengali, k.space())
                return DocxParagraph(style="Rumus").wrap(rumus)
            case FormBlock():
                return pair(k, block.pairs, self._listing, glued=glued)
            case Kop():
                return kop(k, block)
            case Title():
                return self._title(block, owner if block is owner.own_title else None)
            case SignatureBlock():
                return tanda_tangan(k, block)
            case Narrative():
                return "".join(self._block(b, owner=owner) for b in block.content)
            case PageBreak():
                return DocxParagraph(style="Pemisah", new_page=True).wrap("")

    def _title(self, j: Title, owner: Part | None) -> str:
        """Title lines of a form. As the heading of its part they are in the navigation and, by a hidden entry, in
        the daftar isi, with the words that stand there."""
        style = "JudulFormulirBesar" if j.large else "JudulFormulir"
        content = line_rows(j.rows)
        if owner is None:
            return DocxParagraph(style=style).wrap(content)
        listed = owner.contents and owner.level <= CONTENT_LIST_LEVEL
        entry = entry_mark(owner.label, owner.level) if listed else ""
        paragraph = DocxParagraph(style=style, level=min(owner.level, 9) - 1)
        return paragraph.wrap(self._k.mark(owner.key, entry + content))

    def _listing(self, d: ItemList, level: int = 0, *, ends: bool = True) -> str:
        """``ends``: its last item is the last of all, below which the text goes on."""
        nomor = self._k.list_number(d.kind, level, d.start)
        written = []
        for n, item in enumerate(d.items, start=1):
            last = ends and n == len(d.items)
            style = "ButirAkhir" if last and not item.children else "ButirDaftar"
            paragraph = DocxParagraph(style=style, nomor=nomor)
            written.append(paragraph.wrap(inline(item.content, self._k.space())))
            for m, child in enumerate(item.children, start=1):
                written.append(self._listing(child, level + 1, ends=last and m == len(item.children)))
        return "".join(written)

    def _draw(self, g: Figure) -> str:
        k = self._k
        fits = k.width * _EMU_TWIP, (k.height - _TITLE_SPACE) * _EMU_TWIP
        try:
            content = draw_shape(g.svg, alt=g.alt, fits=fits, new_id=k.figure_id)
        except ValueError as error:
            raise ValueError(f"gambar {g.key!r}: {error}") from error
        title = numbered_title(k, g.key, g.title)
        return DocxParagraph(style="Gambar").wrap(content) + DocxParagraph(style="JudulGambar").wrap(title)

    def _photos(self, photos: Sequence[FotoBlock]) -> str:
        """Two in a row, as in print."""
        return beside(self._k, [self._foto(one, part=_BESIDE) for one in photos])

    def _foto(self, f: FotoBlock, *, part: Decimal = _WHOLE) -> str:
        k = self._k
        fits = min(emu(_FOTO[0]), whole(k.width * _EMU_TWIP * part)), emu(_FOTO[1])
        content = foto(k.part, f.file, k.media, alt=f"Foto: {f.keterangan}", fits=fits, id_=k.figure_id())
        caption = numbered_title(k, f.key, f.keterangan)
        return DocxParagraph(style="Gambar").wrap(content) + DocxParagraph(style="KeteranganFoto").wrap(
            caption
        )


def _is_photo(one: tuple[Block, Block | None]) -> bool:
    return isinstance(one[0], FotoBlock)
