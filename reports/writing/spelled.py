"""Blocks spelled as allow-listed HTML: the form in which a text is stored."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from reports.writing.blocks import Block, Cell, Inline, List, Paragraph, Table


def write_html(blocks: Iterable[Block]) -> str:
    """The blocks as allow-listed HTML."""
    return "".join(_write(block) for block in blocks)


def _write(block: Block) -> str:
    match block:
        case Paragraph(content):
            return f"<p>{_inline(content)}</p>"
        case List():
            return _write_list(block)
        case Table():
            return _write_table(block)


def _write_list(one: List) -> str:
    tag = "ol" if one.numbered else "ul"
    start = f' start="{one.start}"' if one.start != 1 else ""
    items = "".join(
        f"<li>{_inline(item.content)}{''.join(_write_list(below) for below in item.lists)}</li>"
        for item in one.items
    )
    return f"<{tag}{start}>{items}</{tag}>"


def _write_table(table: Table) -> str:
    title = f"<caption>{_text(table.title)}</caption>" if table.title else ""
    head = "".join(_write_row(row, "col") for row in table.rows[: table.head])
    body = "".join(_write_row(row, "row") for row in table.rows[table.head :])
    return (
        f"<table>{title}{f'<thead>{head}</thead>' if head else ''}"
        f"{f'<tbody>{body}</tbody>' if body else ''}</table>"
    )


def _write_row(row: tuple[Cell, ...], scope: str) -> str:
    cells = []
    for cell in row:
        tag = "th" if cell.header else "td"
        attributes = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        attributes += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        attributes += f' scope="{scope}"' if cell.header else ""
        cells.append(f"<{tag}{attributes}>{_inline(cell.content)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _inline(content: Inline) -> str:
    result = []
    for bold, group in groupby(content, key=lambda piece: piece.bold):
        inner = "".join(
            f"<em>{_text(piece.text)}</em>" if piece.italic else _text(piece.text)
            for piece in group  # neighbours of one look were joined
        )
        result.append(f"<strong>{inner}</strong>" if bold else inner)
    return "".join(result)


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;").replace("\n", "<br>")
