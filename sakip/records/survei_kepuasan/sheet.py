"""The sheet of surveys of satisfaction."""

from __future__ import annotations

import re
from typing import Final

from sakip.capaian.skm import UNSUR
from sakip.models import SurveiKepuasan
from sakip.records.survei_kepuasan.models import COLUMNS
from sakip.workbook.sheets.pasted import Pasted
from sakip.workbook.sheets.record_sheet import list_sheet, register


def _plain(name: str) -> str:
    """An unsur as offices write it: other joints, other words for "dan"."""
    words = re.findall(r"\w+", name.casefold())
    return r"\W+(?:dan\W+)?".join(word for word in words if word != "dan")


#: By which word each unsur is known where offices shorten it, in their order.
_SHORT: Final = (
    r"^(?:kesesuaian\s+)?persyaratan",
    r"^(?:kemudahan\s+)?(?:sistem|prosedur)\b",
    r"^(?:kecepatan\s+)?waktu\b",
    r"^(?:kewajaran\s+)?(?:biaya|tarif)\b",
    r"^(?:kesesuaian\s+)?produk\b",
    r"^kompetensi\b",
    r"^(?:perilaku|kesopanan)\b",
    r"^(?:penanganan\s+)?pengaduan\b",
    r"^(?:kualitas\s+)?sarana\b",
)

register(
    list_sheet(
        SurveiKepuasan,
        name="SurveiKepuasan",
        about="Survei kepuasan masyarakat menurut unsurnya",
        columns=("indikator", "periode", "responden", *COLUMNS, "sumber", "unsur_lain"),
        later=("unsur_lain",),
        unique=("indikator", "periode"),
        pasted=Pasted(
            words=(
                *((_plain(name), column) for name, column in zip(UNSUR, COLUMNS, strict=True)),
                *((rf"^u\W?{number}\b", column) for number, column in enumerate(COLUMNS, start=1)),
                *zip(_SHORT, COLUMNS, strict=True),
                (r"responden", "responden"),
                (r"periode|^bulan|^triwulan|^semester", "periode"),
            ),
            turned=re.compile(r"nrr(?!.*timbang)|rata\W*rata(?!.*timbang)|nilai\s+unsur|^nilai$"),
        ),
    )
)
