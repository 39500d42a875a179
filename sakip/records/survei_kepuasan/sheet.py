"""The sheet of surveys of satisfaction."""

from __future__ import annotations

from sakip.models import SurveiKepuasan
from sakip.records.survei_kepuasan.models import COLUMNS
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        SurveiKepuasan,
        name="SurveiKepuasan",
        about="Survei kepuasan masyarakat menurut unsurnya",
        columns=("indikator", "periode", "responden", *COLUMNS, "sumber", "unsur_lain"),
        later=("unsur_lain",),
        unique=("indikator", "periode"),
    )
)
