"""The sheet of offices that contribute to a sasaran."""

from __future__ import annotations

from sakip.models import LintasSektor
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        LintasSektor,
        name="LintasSektor",
        about="Perangkat daerah dan instansi yang mendukung sasaran",
        columns=("sasaran", "instansi", "peran"),
        unique=("sasaran", "instansi"),
        pasted=Pasted(words=((r"instansi|perangkat|opd|lembaga", "instansi"), (r"peran|dukungan", "peran"))),
    )
)
