"""Tables: header rows that Word repeats, and the group that heads the whole table; rows that do not break; widths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reports.document.column_widths import fit_widths
from reports.document.table_layout import PlacedCell, TableLayout, table_layout
from reports.document.tree import Alignment, Inline, TableBlock
from reports.docx.context import DocxContext
from reports.docx.ooxml import attribute, whole
from reports.docx.paragraphs import DocxParagraph, field, inline, run
from reports.docx.styles import TABLE_SIZES, TABLE_STYLES

#: Shades and weight of a row by its kind; the header wears "jumlah".
_SHADED: Final = {"biasa": "", "kelompok": "F5F7F9", "subjumlah": "", "jumlah": "E9EFF4"}
_TWIPS_PER_MM: Final = Decimal(1440) / Decimal("25.4")
#: Twips that the text of a cell keeps from its borders, left and right.
_PADDING: Final = 80
_NOMOR = re.compile(r"(?P<awalan>(?P<jenis>\w+) .*?)(?P<angka>\d+)")

_BORDER: Final = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="444444"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_DISTANCE: Final = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _RowLook:
    """How a whole row is set; ``repeated`` is a row of the body that opens each page of the table."""

    head: bool = False
    repeated: bool = False
    shaded: str = ""
    bold: bool = False
    glued: bool = False


def table(k: DocxContext, t: TableBlock, *, glued: bool = False) -> str:
    """A table with its caption and source; ``glued`` keeps its last row and what stands below it on one page with what
    follows. Raises the :class:`ValueError` of :func:`table_layout`."""
    layout = table_layout(t)
    width = Decimal(k.width) / _TWIPS_PER_MM
    widths, size = fit_widths(t, content_width=width, font_size=k.settings.ukuran)
    columns = (replace(c, width=w) for c, w in zip(t.columns, widths, strict=True))
    t = replace(t, columns=tuple(columns), size=size)
    writer = _TableWriter(k, t)
    nomor = k.numbering.nomor.get(t.key, "")
    content = ""
    if nomor or (t.shown_title and t.title):
        content += DocxParagraph(style="Caption").wrap(numbered_title(k, t.key, t.title))
    head = "".join(writer.rows(layout.heads, [_RowLook(head=True, shaded=_SHADED["jumlah"], bold=True)]))
    if t.column_numbers:
        head += writer.column_numbers()
    repeated = _heads_all(t, layout)
    trait = [
        _RowLook(
            repeated=n < repeated,
            shaded=_SHADED[b.kind],
            bold=b.kind != "biasa",
            # A group heading stays with its first row, a row with the one that may not be parted from it, and the last
            # one with the source.
            glued=b.kind == "kelompok" or after,
        )
        for n, (b, after) in enumerate(zip(t.rows, [*layout.glued[1:], glued or bool(t.sumber)], strict=True))
    ]
    body = "".join(writer.rows(layout.rows, trait))
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in writer.widths)
    content += (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_BORDER}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_DISTANCE}<w:tblLook w:val="0020" w:firstRow="1"/>'
        f'<w:tblCaption w:val="{attribute(f"{nomor} {t.title}")}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
    )
    # Two tables without a paragraph between them are one table to Word.
    below = DocxParagraph(style="Sumber" if t.sumber else "Jarak", glued=glued)
    return content + below.wrap(run(f"Sumber: {t.sumber}") if t.sumber else "")


def _heads_all(t: TableBlock, layout: TableLayout) -> int:
    """How many of the first rows head all that follow. Word repeats these with the header of the table; others it
    cannot, for only the pages tell where they would stand. A sum is headed by none, and stays with the row above it."""
    for n, row in enumerate(t.rows):
        below = [
            above
            for r, above in zip(t.rows[n + 1 :], layout.above[n + 1 :], strict=True)
            if r.kind != "jumlah"
        ]
        whole = all(one.row == 1 for one in row.cells)
        if not (row.kind == "kelompok" and whole and below and all(n in above for above in below)):
            return n
    return 0


def numbered_title(k: DocxContext, key: str, title: str) -> str:
    """The words of a caption; if it is numbered, inside the bookmark that the lists in front lead to.

    The last number is Word's own counter, so that a table put in later is counted too; where the document's
    numbering begins again, so does the counter.
    """
    matches = _NOMOR.fullmatch(k.numbering.nomor.get(key, ""))
    if matches is None:
        return run(title)
    kind, angka = matches["jenis"], int(matches["angka"])
    again = "" if k.continues(kind, angka) else f" \\r {angka}"
    counter = field(f"SEQ {kind} \\* ARABIC{again}", matches["angka"])
    return k.mark(key, f"{run(matches['awalan'])}{counter}{run(f' {title}')}")


class _TableWriter:
    """Writes the rows of one table."""

    def __init__(self, k: DocxContext, t: TableBlock) -> None:
        self._k = k
        self._columns = t.columns
        self._style = TABLE_STYLES[t.size]
        self._part = TABLE_SIZES[t.size]
        self._step = whole(k.settings.ukuran * self._part * 20)  # one em
        edges = [
            whole(Decimal(k.width * sum(c.width for c in t.columns[:i])) / 100)
            for i in range(len(t.columns) + 1)
        ]
        self.widths = [b - a for a, b in pairwise(edges)]

    def rows(self, content: Sequence[tuple[PlacedCell, ...]], trait: Sequence[_RowLook]) -> Iterator[str]:
        """Rows with the cells that spans from above continue into; the last of ``trait`` holds for all that follow."""
        connection: dict[int, tuple[int, int]] = {}  # column → columns it spans, rows still to come
        for nomor, rows in enumerate(content):
            one = trait[min(nomor, len(trait) - 1)]
            cells = {
                column: self._connection(column, width, one) for column, (width, _) in connection.items()
            }
            connection = {c: (width, rest - 1) for c, (width, rest) in connection.items() if rest > 1}
            for location in rows:
                s = location.cell
                cells[location.column] = self._cell(
                    location.column, s.column, s.content, one, alignment=location.alignment, indent=location.indent,
                    bold=s.bold, combine='<w:vMerge w:val="restart"/>' if s.row > 1 else "",
                )  # fmt: skip
                if s.row > 1:
                    connection[location.column] = (s.column, s.row - 1)
            yield self._wrap(one, "".join(cells[column] for column in sorted(cells)))

    def column_numbers(self) -> str:
        """The row "(1) (2) …" below the header."""
        one = _RowLook(head=True)
        cells = (self._cell(i, 1, f"({i + 1})", one, alignment="tengah") for i in range(len(self._columns)))
        return self._wrap(one, "".join(cells))

    def _wrap(self, row: _RowLook, cell: str) -> str:
        head = "<w:tblHeader/>" if row.head or row.repeated else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cell}</w:tr>"

    def _connection(self, column: int, rentang: int, row: _RowLook) -> str:
        return self._cell(column, rentang, "", row, combine="<w:vMerge/>")

    def _cell(
        self,
        column: int,
        rentang: int,
        content: Inline,
        row: _RowLook,
        *,
        alignment: Alignment = "kiri",
        indent: int = 0,
        bold: bool = False,
        combine: str = "",
    ) -> str:
        width = sum(c.width for c in self._columns[column : column + rentang])
        inside = sum(self.widths[column : column + rentang]) - 2 * _PADDING
        tcpr = f'<w:tcW w:w="{width * 50}" w:type="pct"/>'
        tcpr += f'<w:gridSpan w:val="{rentang}"/>' if rentang > 1 else ""
        tcpr += combine
        tcpr += f'<w:shd w:val="clear" w:color="auto" w:fill="{row.shaded}"/>' if row.shaded else ""
        tcpr += '<w:vAlign w:val="center"/>' if row.head else ""
        paragraph = DocxParagraph(
            style=self._style,
            glued=row.glued or row.head,
            alignment=None if alignment == "kiri" else alignment,
            indent=indent * self._step or None,
        )
        runs = inline(content, self._k.space(inside, self._part), bold=bold or row.bold)
        return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{paragraph.wrap(runs)}</w:tc>"
