"""Tables for the templates: which cell is a header, how it is aligned, which classes its row wears."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from reports.document.column_widths import fit_widths
from reports.document.paper import content_width
from reports.document.table_layout import PlacedCell, continuation, table_layout
from reports.document.tree import Alignment, TableBlock, TableCell
from reports.html.inline import inline
from reports.publish.naskah import PageSettings

_ALIGNMENT_CLASSES: Final[dict[Alignment, str]] = {"kiri": "", "kanan": "ka", "tengah": "te"}
_ROW_CLASSES: Final = {"biasa": "", "kelompok": "kelompok", "subjumlah": "subjumlah", "jumlah": "jumlah"}


@dataclass(frozen=True, slots=True)
class HtmlCell:
    """A cell: whether it heads a row or column, its attributes (safe, with a leading space) and its text."""

    head: bool
    attributes: SafeString
    content: str


@dataclass(frozen=True, slots=True)
class HtmlRow:
    """A body row; ``above``: the rows (from 0) that head it, parted by blanks."""

    css_class: str
    above: str
    cells: tuple[HtmlCell, ...]


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table with its printed number, its cells ready and its columns' ``widths`` in whole percents."""

    table: TableBlock
    nomor: str
    size: str
    widths: tuple[int, ...]
    heads: tuple[tuple[HtmlCell, ...], ...]
    rows: tuple[HtmlRow, ...]

    @property
    def rentang(self) -> str:
        """How much room a screen must give before it scrolls."""
        return "sempit" if len(self.widths) <= 4 else "sedang" if len(self.widths) <= 7 else "lebar"


def show_table(
    table: TableBlock, nomor: str, settings: PageSettings, *, landscape: bool = False
) -> HtmlTable:
    """Prepare a table for its template. Raises ValueError as :func:`reports.document.table_layout.table_layout`
    does."""
    layout = table_layout(table)
    widths, size = fit_widths(
        table, content_width=content_width(settings, landscape=landscape), font_size=settings.ukuran
    )
    return HtmlTable(
        table=table,
        nomor=nomor,
        size=size,
        widths=widths,
        heads=tuple(tuple(_head_cell(cell) for cell in rows) for rows in layout.heads),
        rows=tuple(
            _row(b.kind, cells, glued=glued, above=above)
            for b, cells, glued, above in zip(
                table.rows, layout.rows, layout.glued, layout.above, strict=True
            )
        ),
    )


def _head_cell(one: PlacedCell) -> HtmlCell:
    scope = "colgroup" if one.cell.column > 1 else "col"
    return HtmlCell(
        True, _attributes(_ALIGNMENT_CLASSES[one.alignment], one.cell, scope), inline(one.cell.content)
    )


def _row(kind: str, cells: tuple[PlacedCell, ...], *, glued: bool, above: tuple[int, ...]) -> HtmlRow:
    results = []
    join = continuation(cells)
    for location in cells:
        one = location.cell
        css_class = [
            _ALIGNMENT_CLASSES[location.alignment],
            f"in-{location.indent}" if location.indent else "",
            "tebal" if one.bold else "",
            # Empty cells under a name are one with it: a rule between them would look like a value left out.
            "sambung" if join and one.content == "" else "",
        ]
        scope = ("rowgroup" if one.row > 1 else "row") if one.head else ""
        results.append(
            HtmlCell(
                one.head, _attributes(" ".join(filter(None, css_class)), one, scope), inline(one.content)
            )
        )
    row_class = " ".join(filter(None, (_ROW_CLASSES[kind], "rekat" if glued else "")))
    return HtmlRow(row_class, " ".join(map(str, above)), tuple(results))


def _attributes(css_class: str, cell: TableCell, scope: str) -> SafeString:
    result = ""
    if scope:
        result += f' scope="{scope}"'
    if css_class:
        result += f' class="{css_class}"'
    if cell.column > 1:
        result += f' colspan="{cell.column}"'
    if cell.row > 1:
        result += f' rowspan="{cell.row}"'
    return mark_safe(result)  # noqa: S308 built from our own words and integers only
