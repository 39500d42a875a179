"""Parts of a letter or form: cover, letterhead, titles, "Nama : …", signatures. Laid out in tables without borders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reports.document.tree import Cover, Inline, ItemList, Kop, Lambang, SignatureBlock, TandaTanganBlock
from reports.docx.context import DocxContext
from reports.docx.ooxml import emu, twip
from reports.docx.paragraphs import SEPARATOR, DocxParagraph, inline, line_rows, run
from reports.docx.pictures import foto
from reports.docx.shapes import draw_shape
from reports.docx.styles import BLUE

#: Widths of "Nama : …" in percent: label, colon, text.
_PAIRS: Final = (26, 3, 71)

#: Millimetres of the QR of an electronic signature, at most.
_STAMP: Final = 30

#: Writes a list of the tree.
_WriteList = Callable[[ItemList], str]


def cover(k: DocxContext, s: Cover) -> str:
    """The cover: a frame that fills the page, the names of the instansi at its foot."""
    # What the section's last paragraph and the frame itself need is left free.
    height = k.height - twip(4)
    below = twip(55)
    above = "".join(DocxParagraph(style="SampulJudul").wrap(run(b)) for b in s.titles)
    if s.lambang:
        pictures = run("\u00a0" * 8).join(_lambang(k, one, (39, 45)) for one in s.lambang)
        above = DocxParagraph(alignment="tengah").wrap(pictures) + DocxParagraph().wrap("") * 2 + above
    if s.tahun:
        above += DocxParagraph(style="SampulTahun").wrap(run(s.tahun))
    foot = "".join(DocxParagraph(style="SampulInstansi").wrap(run(b)) for b in s.instansi)
    line = "".join(
        f'<w:{side} w:val="double" w:sz="12" w:space="0" w:color="{BLUE}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return _table(
        k,
        (100,),
        # Without a lambang above them the titles stand where the eye rests, not at the edge.
        _row([_cell(above, 100, upright="top" if s.lambang else "center")], height=height - below)
        + _row([_cell(foot or DocxParagraph().wrap(""), 100, upright="bottom")], height=below),
        line=line,
        distance=twip(10),
    )


def kop(k: DocxContext, b: Kop) -> str:
    """The letterhead with its double rule."""
    text = "".join(
        DocxParagraph(style=style).wrap(run(content))
        for content, style in (
            (b.pemerintah, "KopPemerintah"),
            (b.instansi, "KopInstansi"),
            *((row, "KopSurat") for row in b.addresses),
        )
    )
    line = '<w:bottom w:val="double" w:sz="12" w:space="0" w:color="000000"/>'
    pictures = [DocxParagraph(style="KopSurat").wrap(_lambang(k, one, (20, 23))) for one in b.lambang]
    columns = [text]
    if pictures:
        # The third column is as wide as the first, so that the words stand in the middle of the page.
        columns = [pictures[0], text, *(pictures[1:] or [DocxParagraph(style="KopSurat").wrap("")])]
    widths = (16, 68, 16) if pictures else (100,)
    cells = [_cell(c, width, upright="center") for c, width in zip(columns, widths, strict=True)]
    return _table(k, widths, _row(cells), line=line) + DocxParagraph(style="Jarak").wrap("") * 2


def pair(
    k: DocxContext,
    content: Sequence[tuple[str, Inline | ItemList]],
    listing: _WriteList,
    *,
    glued: bool = False,
) -> str:
    """Labels with aligned colons; behind them a line, or a list that ``listing`` writes. ``glued`` keeps the last
    pair on one page with what follows."""
    widths = _PAIRS
    space = k.space(k.width * widths[2] // 100)
    row = ""
    for nomor, (label, nilai) in enumerate(content, start=1):
        along = glued and nomor == len(content)
        left = DocxParagraph(style="LabelIsian", glued=along)
        right = (
            listing(nilai)
            if isinstance(nilai, ItemList)
            else DocxParagraph(style="Isian", glued=along).wrap(inline(nilai, space))
        )
        cells = [
            _cell(left.wrap(run(label)), widths[0]),
            _cell(left.wrap(run(":" if label else "")), widths[1]),
            _cell(right, widths[2]),
        ]
        row += _row(cells, split=isinstance(nilai, ItemList))
    return _table(k, widths, row) + DocxParagraph(style="Jarak", glued=glued).wrap("")


def tanda_tangan(k: DocxContext, b: SignatureBlock) -> str:
    """One block at the right or two side by side, on one page; the names stand on one line.

    Raises :class:`ValueError` for more than two.
    """
    if not 1 <= len(b.blocks) <= 2:
        raise ValueError("tanda tangan harus satu atau dua")
    blocks: tuple[TandaTanganBlock | None, ...] = (None, *b.blocks) if len(b.blocks) == 1 else b.blocks
    plain = DocxParagraph(style="TandaTangan")
    empty = plain.wrap("")
    head = _row([_cell(plain.wrap(line_rows(s.heads)) if s else empty, 50, upright="bottom") for s in blocks])
    body = _row([_cell(_signer(k, s) if s else empty, 50) for s in blocks])
    return empty + _table(k, (50, 50), head + body) + SEPARATOR


def _signer(k: DocxContext, s: TandaTanganBlock) -> str:
    """Name and office below the space for a pen, or below the QR of an electronic signature."""
    plain = DocxParagraph(style="TandaTangan")
    below = "".join(plain.wrap(run(x)) for x in s.below)
    words = plain.wrap(run(s.words, '<w:sz w:val="16"/><w:szCs w:val="16"/>')) if s.words else ""
    if s.stamp is None:
        return words + DocxParagraph(style="NamaPenandaTangan").wrap(run(s.nama)) + below
    stamp = draw_shape(s.stamp.svg, alt=s.stamp.alt, fits=(emu(_STAMP), emu(_STAMP)), new_id=k.figure_id)
    return plain.wrap(stamp) + words + plain.wrap(run(s.nama, '<w:b/><w:bCs/><w:u w:val="single"/>')) + below


def beside(k: DocxContext, cells: Sequence[str]) -> str:
    """What stands two in a row, without lines around it."""
    empty = DocxParagraph().wrap("")
    rows = [(*cells[n : n + 2], empty)[:2] for n in range(0, len(cells), 2)]
    return _table(k, (50, 50), "".join(_row([_cell(one, 50) for one in row]) for row in rows)) + SEPARATOR


def _lambang(k: DocxContext, one: Lambang, mm: tuple[int, int]) -> str:
    fits = emu(mm[0]), emu(mm[1])
    return foto(k.part, one.file, k.media, alt=one.alt, fits=fits, id_=k.figure_id())


def _table(k: DocxContext, widths: Sequence[int], row: str, *, line: str = "", distance: int = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{k.width * w // 100}"/>' for w in widths)
    edge = f"<w:tblBorders>{line}</w:tblBorders>" if line else ""
    # Also where there is none: LibreOffice has a distance of its own.
    inside = (
        f'<w:tblCellMar><w:top w:w="{distance}" w:type="dxa"/><w:left w:w="{distance}" w:type="dxa"/>'
        f'<w:bottom w:w="{distance}" w:type="dxa"/><w:right w:w="{distance}" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{edge}<w:tblLayout w:type="fixed"/>{inside}'
        f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>'
    )


def _row(cells: Sequence[str], *, height: int = 0, split: bool = False) -> str:
    trait = "" if split else "<w:cantSplit/>"
    trait += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr>{trait}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, *, upright: str = "") -> str:
    v = f'<w:vAlign w:val="{upright}"/>' if upright else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/>{v}</w:tcPr>{content}</w:tc>'
