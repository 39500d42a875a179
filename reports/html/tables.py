"""Tables for the templates: which cell is a header, how it is aligned, which classes its row wears."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from reports.document.column_widths import fit_widths
from reports.document.paper import content_width
from reports.document.table_layout import PlacedCell, continuation, table_layout
from reports.document.tree import Alignment, TableBlock, TableCell
from reports.html.inline import inline_cell
from reports.publish.naskah import PageSettings

_ALIGNMENT_CLASSES: Final[dict[Alignment, str]] = {"kiri": "", "kanan": "ka", "tengah": "te"}
_ROW_CLASSES: Final = {"biasa": "", "kelompok": "kelompok", "subjumlah": "subjumlah", "jumlah": "jumlah"}


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A table with its printed number, its rows as HTML and its columns' ``widths`` in whole percents.

    Rows are the most of a document: they are written here, in a tenth of the time that a template takes.
    """

    table: TableBlock
    nomor: str
    size: str
    widths: tuple[int, ...]
    heads: tuple[SafeString, ...]
    rows: tuple[SafeString, ...]

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
        heads=tuple(_html("<tr>", map(_head_cell, cells), "</tr>") for cells in layout.heads),
        rows=tuple(
            _row(b.kind, cells, glued=glued, above=above)
            for b, cells, glued, above in zip(
                table.rows, layout.rows, layout.glued, layout.above, strict=True
            )
        ),
    )


def _head_cell(one: PlacedCell) -> str:
    scope = "colgroup" if one.cell.column > 1 else "col"
    return _cell("th", _attributes(_ALIGNMENT_CLASSES[one.alignment], one.cell, scope), one.cell)


def _row(kind: str, cells: tuple[PlacedCell, ...], *, glued: bool, above: tuple[int, ...]) -> SafeString:
    """A row of the body; ``above``: the rows (from 0) that head it."""
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
        attributes = _attributes(" ".join(filter(None, css_class)), one, scope)
        results.append(_cell("th" if one.head else "td", attributes, one))
    row_class = " ".join(filter(None, (_ROW_CLASSES[kind], "rekat" if glued else "")))
    opening = f'<tr class="{row_class}"' if row_class else "<tr"
    headed = f' data-induk="{" ".join(map(str, above))}">' if above else ">"
    return _html(opening + headed, results, "</tr>")


def _html(opening: str, cells: Iterable[str], closing: str) -> SafeString:
    return mark_safe(f"{opening}{''.join(cells)}{closing}")  # noqa: S308  # words of ours, and cells


def _cell(tag: str, attributes: str, cell: TableCell) -> str:
    return f"<{tag}{attributes}>{inline_cell(cell.content)}</{tag}>"


def _attributes(css_class: str, cell: TableCell, scope: str) -> str:
    """With a leading space, of our own words and integers only."""
    result = ""
    if scope:
        result += f' scope="{scope}"'
    if css_class:
        result += f' class="{css_class}"'
    if cell.column > 1:
        result += f' colspan="{cell.column}"'
    if cell.row > 1:
        result += f' rowspan="{cell.row}"'
    return result
