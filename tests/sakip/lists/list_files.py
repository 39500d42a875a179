"""Lists as offices send them: a table somewhere in a file."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook


def xlsx(*rows: Sequence[Any], sheet: str = "Lembar1") -> bytes:
    """A file whose only sheet has these rows from the first on."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
