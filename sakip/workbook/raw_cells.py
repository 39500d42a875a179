"""A file opened, and what its cells hold: alike for the workbook of a kecamatan-year and a list from elsewhere."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any, Final
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.reader import strings
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet import _reader

from kecamatan.ground.errors import InputError, broken_as
from kecamatan.ground.texts import Refused, excel_error
from sakip.text.numbers import format_angka
from sakip.workbook.safety import DOWNLOAD_AGAIN, Deadline, WorkbookUnsafe, check_file, elements

# The library has no way to be told by what it reads XML.
strings.iterparse = _reader.iterparse = elements

DOWNLOAD_TO_FILL: Final = "Unduh buku kerja dari aplikasi ini, lalu isi di dalamnya."


class UnreadableCell(Refused):
    """A cell that may not be read; ``str()`` is what is wrong with it and what helps."""


@contextmanager
def visible_sheets(content: bytes, deadline: Deadline, *, most_rows: int, remedy: str) -> Iterator[list[Any]]:
    """The sheets that are seen of a workbook from elsewhere, while it is open; ``remedy`` says where a good one comes
    from. Raises WorkbookUnsafe for what is none, also where a cell that is read contradicts itself, and TimedOut."""
    try:
        check_file(content, deadline=deadline, most_rows=most_rows)
        with warnings.catch_warnings(action="ignore"), closing(open_workbook(content)) as book:
            pages = [p for p in book.worksheets if hasattr(p, "iter_rows") and p.sheet_state == "visible"]
            for page in pages:
                page.reset_dimensions()  # what the file claims about its own size is not to be believed
            yield pages
    except WorkbookUnsafe as error:
        said = str(error).replace(DOWNLOAD_AGAIN, remedy).replace(DOWNLOAD_TO_FILL, remedy)
        raise WorkbookUnsafe(said) from error
    except InputError:  # a ValueError as well, and said in its own words
        raise
    except (ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        # What openpyxl raises for a cell that contradicts itself.
        raise WorkbookUnsafe(
            f"Isi berkas tidak dapat dibaca. Simpan ulang di Excel, atau: {remedy}"
        ) from error


def number_text(value: float) -> str:
    """A number as a person would have typed it: 7, 7.01."""
    return str(int(value)) if value == int(value) else format(value, ".15g")


def not_read() -> WorkbookUnsafe:
    """Of a file that is no workbook that can be read."""
    return WorkbookUnsafe(f"Isi berkas tidak dapat dibaca sebagai buku kerja Excel. {DOWNLOAD_TO_FILL}")


def open_workbook(content: bytes) -> Workbook:
    """A file that :func:`sakip.workbook.safety.check_file` let through. Raises WorkbookUnsafe."""
    with broken_as(not_read()):
        try:
            return load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        except BadZipFile as error:
            raise WorkbookUnsafe(f"Berkas rusak dan tidak dapat dibuka. {DOWNLOAD_TO_FILL}") from error


def filled(cell: Any) -> bool:
    """Whether a cell holds anything but blanks."""
    nilai = None if cell is None else cell.value
    return nilai is not None and not (isinstance(nilai, str) and not nilai.strip())


def value_in(cell: Any) -> Any:
    """The value of a filled cell. Raises :class:`UnreadableCell` for a formula, an error, a cell without its style."""
    if cell.data_type == "f":
        raise UnreadableCell("berisi rumus. Salin selnya, lalu tempel sebagai nilai (Tempel Khusus, Nilai).")
    if cell.data_type == "e":
        raise UnreadableCell(excel_error(str(cell.value)))
    try:
        return _as_shown(cell)
    except IndexError as error:  # its style is not in the file
        raise UnreadableCell("rusak dan tidak dapat dibaca. Ketik ulang isinya.") from error


def _as_shown(cell: Any) -> Any:
    """The value; what Excel shows as 98,5% (of 0.985, or of 98.5 with a sign that is only printed) is read as that
    text: where no percentage belongs it is refused like a typed one."""
    nilai, number_format = cell.value, cell.number_format or ""
    if (
        isinstance(nilai, int | float)
        and not isinstance(nilai, bool | date)
        and isfinite(nilai)
        and "%" in number_format
    ):
        shown = Decimal(format(nilai, ".15g")) * (100 if scales(number_format) else 1)
        return f"{format_angka(shown.normalize()).replace('.', '')}%"
    return nilai


def scales(number_format: str) -> bool:
    """Whether Excel shows a number times hundred: only a percent sign that is neither quoted nor escaped does it."""
    bare = re.sub(r'"[^"]*"|\\.|_.|\*.', "", number_format)
    return "%" in bare


def folded(nilai: object) -> str:
    """A text as headings are compared: blanks and capitals aside."""
    return " ".join(str(nilai).split()).casefold()
