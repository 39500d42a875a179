"""The sheet of sarana and prasarana."""

from __future__ import annotations

from sakip.models import SaranaPrasarana
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import list_sheet, register

register(
    list_sheet(
        SaranaPrasarana,
        name="SaranaPrasarana",
        about="Sarana dan prasarana kantor menurut keadaannya",
        columns=("nama", "satuan", "jumlah", "baik", "rusak_ringan", "rusak_berat", "keterangan"),
        unique=("nama",),
        pasted=Pasted(
            words=(
                (r"rusak\s+berat|\brb$", "rusak_berat"),
                (r"rusak\s+ringan|\brr$", "rusak_ringan"),
                (r"\bbaik\b|\bb$", "baik"),
                (r"jumlah|banyak|volume", "jumlah"),
                (r"nama|jenis|barang|uraian|sarana", "nama"),
            )
        ),
    )
)
