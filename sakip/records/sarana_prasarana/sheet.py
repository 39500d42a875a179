"""The sheet of sarana and prasarana."""

from __future__ import annotations

from sakip.models import SaranaPrasarana
from sakip.records.sarana_prasarana.pasted import INVENTORY
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        SaranaPrasarana,
        name="SaranaPrasarana",
        about="Sarana dan prasarana kantor menurut keadaannya",
        columns=("nama", "satuan", "jumlah", "baik", "rusak_ringan", "rusak_berat", "keterangan"),
        unique=("nama",),
        pasted=INVENTORY,
    )
)
