"""What a table says again where a page begins within it: the groups that go on, marked "(lanjutan)".

The engine repeats the head of a table. Which rows of its body head others the HTML says (``data-induk``); with the
cells that name them they join that head on a page that begins below them. A cell that is empty because it goes on
(``sambung``) says again what it goes on with; above it there is no line, but where the page ends there is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from weasyprint import draw as engine_draw
from weasyprint.formatting_structure import boxes
from weasyprint.layout import block as engine_block
from weasyprint.layout.table import table_layout

from reports.pdf.borders import draw_borders

#: Behind the name of what goes on.
GOES_ON: Final = " (lanjutan)"


def groups_go_on() -> None:
    """Let the engine lay tables out so, in this process."""
    engine_block.table_layout = _table_layout
    engine_draw.draw_collapsed_borders = _draw_collapsed_borders


def _table_layout(context: Any, table: Any, bottom_space: float, skip_stack: Any, *more: Any) -> Any:
    if skip_stack:
        ((at, within),) = skip_stack.items()
        if within:
            ((index, torn),) = within.items()
            table = _going_on(table, at, index, torn=bool(torn))
    return table_layout(context, table, bottom_space, skip_stack, *more)


def _draw_collapsed_borders(stream: Any, table: Any) -> None:
    _end_with_a_line(table)
    draw_borders(stream, table)


def _end_with_a_line(table: Any) -> None:
    """Draw the line below the last row of the page also where the row after it goes on with what is above. Where a page
    ends within a table is known when all is laid out: what follows may have moved it."""
    vertical, horizontal = table.collapsed_border_grid
    rows = sum(len(group.children) for group in table.children)
    heads = len(table.children[0].children) if table.children[0].is_header else 0
    # Lines are counted as the engine counts them: the head is there again, what came before is not.
    end = rows + (table.skipped_rows - heads if table.skipped_rows else 0)
    drawn = [line for line in horizontal[end] if line[1][1]] if 0 < end < len(horizontal) - 1 else []
    if drawn:
        line = [one if one[1][1] else drawn[0] for one in horizontal[end]]
        table.collapsed_border_grid = vertical, [*horizontal[:end], line, *horizontal[end + 1 :]]


def _going_on(table: Any, at: int, index: int, *, torn: bool) -> Any:
    """The table as it goes on with a row of a group of rows; ``torn``: in the midst of the row."""
    groups = list(table.children)
    rows = groups[at].children
    heads = [int(n) for n in (rows[index].element.get("data-induk") or "").split()]
    if not torn and (again := _filled(rows, index)):
        groups[at] = groups[at].copy_with_children([*rows[:index], again, *rows[index + 1 :]])
    if not heads or not groups[0].is_header:
        return table.copy_with_children(groups)
    top = len(groups[0].children)
    above = [sum(len(group.children) for group in groups[:at]) + n for n in heads]
    groups[0] = groups[0].copy_with_children([*groups[0].children, *(_head_again(rows[n]) for n in heads)])
    gone_on = table.copy_with_children(groups)
    # Borders are kept by the row of the table that they belong to.
    gone_on.collapsed_border_grid = tuple(
        [*lines[:top], *(lines[n] for n in above), *lines[top:]] for lines in table.collapsed_border_grid
    )
    return gone_on


def _head_again(row: Any) -> Any:
    """The row with what names it; its figures stand once."""
    cells, named = [], False
    for cell in row.children:
        again = cell.copy_with_children([] if named else cell.children)
        again.rowspan = 1
        if not named and cell.element_tag == "th":
            again, named = _marked(again), True
        cells.append(again)
    return row.copy_with_children(cells)


def _filled(rows: Any, index: int) -> Any:
    """The row with what its first cells go on with; nothing where it begins by itself."""
    cells = list(rows[index].children)
    last = -1
    for n, cell in enumerate(cells):
        before = _gone_on_from(rows, index, cell) if "sambung" in _classes(cell) else None
        if before is None:
            break
        again = before.copy_with_children(before.children)
        again.rowspan = 1
        cells[n], last = again, n
    if last < 0:
        return None
    cells[last] = _marked(cells[last])
    return rows[index].copy_with_children(cells)


def _gone_on_from(rows: Any, index: int, cell: Any) -> Any:
    for row in reversed(rows[:index]):
        for one in row.children:
            if one.grid_x == cell.grid_x and one.colspan == cell.colspan and "sambung" not in _classes(one):
                return one if one.children else None
    return None


def _classes(cell: Any) -> list[str]:
    return (cell.element.get("class") or "").split()


def _marked(cell: Any) -> Any:
    """The cell with its first line and the mark."""
    for line in _lines(cell):
        pieces = list(line.children)
        end = next((n for n, piece in enumerate(pieces) if piece.element_tag == "br"), len(pieces))
        mark = boxes.TextBox.anonymous_from(line, GOES_ON)
        return cell.copy_with_children([line.copy_with_children([*pieces[:end], mark])])
    return cell


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if isinstance(child, boxes.LineBox):
            yield child
        else:
            yield from _lines(child)
