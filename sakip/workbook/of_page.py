"""The sheets whose records are entered on a page of the browser."""

from __future__ import annotations

from typing import Final

from sakip.entry.kinds import ROW_KINDS
from sakip.workbook.sheets.record_sheet import all_sheets
from sakip.workbook.sheets.sheet import Sheet

#: Pages of what is no table of the year: who heads the kabupaten, what the report says in words.
_NONE: Final = frozenset({"narasi", "pengaturan"})


def sheets_of_page(code: str) -> list[Sheet]:
    """The sheets of the document with this code, in the order of the workbook; none where it has no table."""
    if code in _NONE:
        return []
    models = {kind.model._meta.label_lower for kind in ROW_KINDS.values() if kind.dokumen == code}
    return [sheet for sheet in all_sheets() if models & set(sheet.model) or sheet.pasted.page == code]
