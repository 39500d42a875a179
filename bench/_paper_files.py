"""A paper that was read from a text, made into the files that offices send: Word, and PDF as two programs write it."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from html import escape
from math import sqrt
from pathlib import Path
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from weasyprint import HTML

from reports.papers.headed import headed
from reports.papers.paper import Paper, Row, Table, Text

#: More columns do not fit on a page that stands upright.
_UPRIGHT: Final = 8
#: With so many columns all are equally narrow, as where nobody has set their widths.
_NARROW: Final = 6
_FIXED: Final = "fixed"
_STYLE: Final = """
@page { size: A4; margin: 25mm 20mm;
  @top-left { content: "LAPORAN KINERJA INSTANSI PEMERINTAH"; font-size: 8pt }
  @bottom-center { content: "Halaman | " counter(page); font-size: 8pt } }
@page wide { size: A4 landscape }
body { font: 11pt serif } p { margin: 0 0 5pt; text-align: justify }
table { border-collapse: collapse; width: 100%; font-size: 9pt; margin: 0 0 8pt }
table.fixed { table-layout: fixed; overflow-wrap: anywhere }
table.wide { page: wide; font-size: 8pt }
td { border: 0.5pt solid black; padding: 2pt 4pt; vertical-align: top }
"""


def _printed(text: Text) -> str:
    """A line of a table of contents with the number of some page."""
    return f"{text.text} {'.' * 20} 12" if text.contents else text.text


def word_file(paper: Paper) -> bytes:
    """The same texts and tables as a Word file, its tables ruled, wide ones on a page that lies."""
    made = docx.Document()
    for block in paper.blocks:
        if isinstance(block, Table):
            table = made.add_table(rows=0, cols=block.width)
            table.style = "Table Grid"
            for row in block.rows:
                for cell, text in zip(table.add_row().cells, _cells(row, block.width), strict=True):
                    cell.text = text
            _widths(table, block)
            made.add_paragraph()  # without one Word makes one table of two
        else:
            made.add_paragraph(_printed(block))
    section = made.sections[0]
    if any(block.width > _UPRIGHT for block in paper.tables):
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(2)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _widths(table: Any, block: Table) -> None:
    """Columns as wide as what stands in them asks for, small letters where there are many."""
    texts = [[cell.text for cell in column.cells] for column in table.columns]
    shares = [max(3.0, *(sqrt(4 * len(text)) for text in column)) for column in texts]
    whole = Cm(25.7 if block.width > _UPRIGHT else 17)
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(whole * share / sum(shares))  # of the grid, which LibreOffice asks
        for cell in column.cells:
            cell.width = int(whole * share / sum(shares))
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8 if block.width > _NARROW else 10)


def pdf_file(paper: Paper) -> bytes:
    """The same as a PDF: rows and tables cut by pages, heads said again, cells merged, words broken where a column is
    narrow, a line above and a number below each page."""
    parts: list[str] = []
    for block in paper.blocks:
        parts += _html_table(block) if isinstance(block, Table) else [f"<p>{escape(_printed(block))}</p>"]
    content: bytes = HTML(string=f"<style>{_STYLE}</style>{''.join(parts)}").write_pdf()
    return content


def office_pdf(paper: Paper) -> bytes | None:
    """The Word file as LibreOffice prints it; None where that is not there."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "lkip.docx"
        file.write_bytes(word_file(paper))
        profile = f"-env:UserInstallation=file://{place}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", place, str(file)]
        subprocess.run(command, check=True, timeout=300, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return file.with_suffix(".pdf").read_bytes()


def _html_table(table: Table) -> Iterator[str]:
    classes = [_FIXED] * (table.width >= _NARROW) + ["wide"] * (table.width > _UPRIGHT)
    yield f'<table class="{" ".join(classes)}">'
    head = len(table.rows) - len(headed(table).rows)
    if 0 < head < len(table.rows) and headed(table).rows[0] is table.rows[head]:
        yield f"<thead>{''.join(_html_rows(table.rows[:head], table.width))}</thead>"
        yield "".join(_html_rows(table.rows[head:], table.width))
    else:
        yield "".join(_html_rows(table.rows, table.width))
    yield "</table>"


def _html_rows(rows: tuple[Row, ...], width: int) -> Iterator[str]:
    """The first cells that say nothing go on from above, as where they were merged."""
    open_: list[int] = [-1] * width
    below: dict[tuple[int, int], int] = {}
    for at, row in enumerate(rows):
        merging = True
        for column, text in enumerate(_cells(row, width)):
            merging = merging and not text and open_[column] >= 0
            if merging:
                below[open_[column], column] = below.get((open_[column], column), 1) + 1
                below[at, column] = 0
            else:
                open_[column] = at if text else -1
    for at, row in enumerate(rows):
        cells = "".join(
            f'<td rowspan="{below.get((at, column), 1)}">{escape(text)}</td>'
            for column, text in enumerate(_cells(row, width))
            if below.get((at, column), 1)
        )
        yield f"<tr>{cells}</tr>"


def _cells(row: Row, width: int) -> Iterator[str]:
    yield from row.cells
    yield from [""] * (width - len(row.cells))
