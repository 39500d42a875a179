"""Blocks to print as Word, and what stands in the cells that they become."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from reports.document.tree import TableBlock, TableCell, TableColumn, TableRow
from tests.reports.docx.read_docx import W, docx_body


def table(**others: object) -> TableBlock:
    """Two columns, one header row, one body row, unless told otherwise."""
    content: dict[str, object] = {
        "key": "t",
        "title": "Contoh",
        "columns": (TableColumn(width=60), TableColumn(width=40, alignment="kanan")),
        "heads": ((TableCell(content="Uraian"), TableCell(content="Rp")),),
        "rows": (TableRow(cells=(TableCell(content="Gaji", head=True), TableCell(content="1.000"))),),
    }
    return TableBlock(**(content | others))  # type: ignore[arg-type]


def table_cells(content: bytes) -> list[list[object]]:
    (t,) = docx_body(content).iter(f"{W}tbl")
    return [list(tr.iterchildren(f"{W}tc")) for tr in t.iterchildren(f"{W}tr")]


def nilai(unsur: object, path: str, nama: str = "val") -> str | None:
    """An attribute of the element at a path like "tcPr/shd", None where there is none."""
    one = unsur.find("/".join(f"{W}{b}" for b in path.split("/")))  # type: ignore[attr-defined]
    return None if one is None else str(one.get(f"{W}{nama}"))


def png(width: int, height: int, grey: int = 0) -> bytes:
    content = BytesIO()
    Image.new("RGB", (width, height), (grey, grey, grey)).save(content, "PNG")
    return content.getvalue()
