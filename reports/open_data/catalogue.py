"""Every table of open data, by the code that stands in its address, and what each kind of document holds of them.

The one home of the tables: the signed PDF carries them, the public pages and the API hand them out.
"""

from __future__ import annotations

from typing import Final

from reports.open_data.measured import ANGGARAN, CAPAIAN, TRIWULAN_TABLE
from reports.open_data.planned import IKU, PERJANJIAN
from reports.open_data.table import DataTable, Row
from reports.publish.naskah import Naskah

TABLES: Final = {one.code: one for one in (CAPAIAN, TRIWULAN_TABLE, ANGGARAN, PERJANJIAN, IKU)}

#: By the kind of a document; the LKIP, which tells of the whole year, holds every table.
_HELD: Final[dict[str, tuple[DataTable, ...]]] = {
    "lkip": tuple(TABLES.values()),
    "pk-murni": (PERJANJIAN,),
    "pk-perubahan": (PERJANJIAN,),
    "sk-iku": (IKU,),
}


def tables_of(naskah: Naskah, kind: str) -> dict[str, list[Row]]:
    """The rows of every table that a document of that kind holds; tables without rows are left out."""
    found = {one.code: one.of(naskah) for one in _HELD[kind]}
    return {code: rows for code, rows in found.items() if rows}
