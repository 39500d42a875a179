"""The sheet of inovasi, prestasi, and penghargaan."""

from __future__ import annotations

from sakip.models import Prestasi
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        Prestasi,
        name="Prestasi",
        about="Inovasi, prestasi, dan penghargaan",
        columns=("jenis", "nama", "uraian", "pemberi", "tanggal", "sasaran", "bukti"),
        unique=("jenis", "nama"),
        pasted=Pasted(
            words=((r"pemberi|tingkat", "pemberi"), (r"prestasi|penghargaan|inovasi|^nama", "nama"))
        ),
    )
)
