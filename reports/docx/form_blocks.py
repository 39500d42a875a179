"""Parts of a letter or form: cover, letterhead, titles, "Nama : …", signatures. Laid out in tables without borders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reports.document.tree import Cover, Inline, ItemList, Kop, SignatureBlock, TandaTanganBlock
from reports.docx.context import DocxContext
from reports.docx.ooxml import emu, twip
from reports.docx.paragraphs import SEPARATOR, DocxParagraph, inline, line_rows, run
from reports.docx.pictures import foto, lambang_place
from reports.docx.styles import BLUE
from sakip.snapshot.types import Berkas

_ALT_LAMBANG: Final = "Lambang daerah"
#: Widths of "Nama : …" in percent: label, colon, text.
_PAIRS: Final = (26, 3, 71)

#: Writes a list of the tree.
_WriteList = Callable[[ItemList], str]


def cover(k: DocxContext, s: Cover) -> str:
    """The cover: a frame that fills the page, the names of the instansi at its foot."""
    # What the section's last paragraph and the frame itself need is left free.
    height = k.height - twip(4)
    below = twip(55)
    above = (
        DocxParagraph(alignment="tengah").wrap(_lambang(k, s.lambang, (39, 45)))
        + DocxParagraph().wrap("")
        + "".join(DocxParagraph(style="SampulJudul").wrap(run(b)) for b in s.titles)
    )
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
        _row([_cell(above, 100)], height=height - below)
        + _row([_cell(foot or DocxParagraph().wrap(""), 100, upright="bottom")], height=below),
        line=line,
        distance=twip(10),
    )


def kop(k: DocxContext, b: Kop) -> str:
    """The letterhead with its double rule."""
    lambang = DocxParagraph(style="KopSurat").wrap(_lambang(k, b.lambang, (20, 23)))
    text = "".join(
        DocxParagraph(style=style).wrap(run(content))
        for content, style in (
            (b.pemerintah, "KopPemerintah"),
            (b.instansi, "KopInstansi"),
            *((row, "KopSurat") for row in b.addresses),
        )
    )
    line = '<w:bottom w:val="double" w:sz="12" w:space="0" w:color="000000"/>'
    # The third column is as wide as the lambang, so that the words stand in the middle of the page.
    empty = DocxParagraph(style="KopSurat").wrap("")
    widths = (16, 68, 16)
    cells = [
        _cell(lambang, widths[0], upright="center"),
        _cell(text, widths[1], upright="center"),
        _cell(empty, widths[2]),
    ]
    return _table(k, widths, _row(cells), line=line) + DocxParagraph(style="Jarak").wrap("")


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
            _cell(left.wrap(run(":")), widths[1]),
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
    plain, nama = DocxParagraph(style="TandaTangan"), DocxParagraph(style="NamaPenandaTangan")
    empty = plain.wrap("")
    head = _row([_cell(plain.wrap(line_rows(s.heads)) if s else empty, 50, upright="bottom") for s in blocks])
    body = _row(
        [
            _cell(
                nama.wrap(run(s.nama)) + "".join(plain.wrap(run(x)) for x in s.below) if s else empty,
                50,
            )
            for s in blocks
        ]
    )
    return empty + _table(k, (50, 50), head + body) + SEPARATOR


def _lambang(k: DocxContext, file: Berkas | None, mm: tuple[int, int]) -> str:
    fits = emu(mm[0]), emu(mm[1])
    if file is None:
        return lambang_place(fits=fits, id_=k.figure_id())
    return foto(k.part, file, k.media, alt=_ALT_LAMBANG, fits=fits, id_=k.figure_id())


def _table(k: DocxContext, widths: Sequence[int], row: str, *, line: str = "", distance: int = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{k.width * w // 100}"/>' for w in widths)
    edge = f"<w:tblBorders>{line}</w:tblBorders>" if line else ""
    inside = (
        f'<w:tblCellMar><w:top w:w="{distance}" w:type="dxa"/><w:left w:w="{distance}" w:type="dxa"/>'
        f'<w:bottom w:w="{distance}" w:type="dxa"/><w:right w:w="{distance}" w:type="dxa"/></w:tblCellMar>'
        if distance
        else ""
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
